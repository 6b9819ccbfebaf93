"""Columns of DUO's address files: their names over the years, which are needed, and what marks a file."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

from schakel_server.domain.organisations.values import OrganisationKind

SEPARATORS = (";", ",")


class Kind(StrEnum):
    """The two files: schools for mbo, and institutions for higher education."""

    MBO = "mbo"
    HBO = "hbo"


COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("INSTELLINGSCODE", "BRIN NUMMER", "BRINNUMMER", "BRIN"),
        "location_code": ("VESTIGINGSCODE", "VESTIGINGSNUMMER"),
        "name": ("INSTELLINGSNAAM",),
        "location_name": ("VESTIGINGSNAAM", "INSTELLINGSNAAM VESTIGING"),
        "sector": ("SOORT HO",),
        "province": ("PROVINCIE",),
        "street": ("STRAATNAAM",),
        "house_number": ("HUISNUMMER-TOEVOEGING", "HUISNUMMER"),
        "postcode": ("POSTCODE",),
        "city": ("PLAATSNAAM",),
        "municipality": ("GEMEENTENAAM",),
        "phone": ("TELEFOONNUMMER",),
        "website": ("INTERNETADRES",),
        "postal_street": ("STRAATNAAM CORRESPONDENTIEADRES",),
        "postal_house_number": ("HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES",),
        "postal_postcode": ("POSTCODE CORRESPONDENTIEADRES",),
        "postal_city": ("PLAATSNAAM CORRESPONDENTIEADRES",),
    }
)
REQUIRED = ("code", "name", "province", "city")

# Columns that only one of the two files has.
MARKS: Mapping[str, Kind] = MappingProxyType(
    {
        "SOORT HO": Kind.HBO,
        "MBO INSTELLINGSSOORT - CODE": Kind.MBO,
        "MBO INSTELLINGSSOORT - NAAM": Kind.MBO,
        "MBO INSTELLINGSSOORT": Kind.MBO,
    }
)
WORDS_IN_FILE_NAMES: Mapping[str, Kind] = MappingProxyType(
    {
        "mbo": Kind.MBO,
        "hbo": Kind.HBO,
        "ho": Kind.HBO,
        "hogescholen": Kind.HBO,
        "hoger": Kind.HBO,
    }
)
KINDS: Mapping[Kind, OrganisationKind] = MappingProxyType(
    {Kind.MBO: OrganisationKind.MBO_INSTITUTION, Kind.HBO: OrganisationKind.HBO_INSTITUTION}
)
SECTORS: Mapping[str, OrganisationKind] = MappingProxyType(
    {"hbo": OrganisationKind.HBO_INSTITUTION, "wo": OrganisationKind.UNIVERSITY}
)
# What other files of DUO have, and how to tell their readers; the first that fits is told.
OTHER_FILES: Mapping[str, str] = MappingProxyType(
    {
        "BEVOEGD GEZAG NAAM": "it is the file of school boards (besturen); take the one of institutions",
        "VESTIGINGSCODE": "it is the file of another kind of school; take the one of mbo or hbo institutions",
    }
)


def title(cell: str) -> str:
    """The name of a column as it is compared: in capitals, single spaces, no underscores."""
    return re.sub(r"[\s_]+", " ", cell.replace("\ufeff", "")).strip().upper()


def positions(titles: Sequence[str]) -> dict[str, int]:
    """Where each of our columns stands in this header; columns that are not there are left out."""
    found = {}
    for field, names in COLUMNS.items():
        known = [titles.index(name) for name in names if name in titles]
        if known:
            found[field] = known[0]
    return found


def kinds_in_header(titles: Sequence[str]) -> set[Kind]:
    """The kinds of file that this header gives away: usually one, none in older files."""
    return {MARKS[name] for name in titles if name in MARKS}


def kinds_in_name(file_name: str) -> set[Kind]:
    """The kinds of file that the words of this file name give away."""
    words = re.split(r"[^a-z]+", file_name.lower())
    return {WORDS_IN_FILE_NAMES[word] for word in words if word in WORDS_IN_FILE_NAMES}
