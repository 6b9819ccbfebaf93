"""From a row of a file to what it says of an organisation, checked and tidied."""

from dataclasses import dataclass

from schakel_server.domain.organisations.codes import CHECKS, shorten
from schakel_server.domain.organisations.operations import AddressRecord, OrganisationRecord
from schakel_server.domain.organisations.values import AddressKind, IdentifierScheme, OrganisationKind
from schakel_server.errors import InvalidInput
from schakel_server.exchange.duo.columns import COLUMNS, KINDS, SECTORS
from schakel_server.exchange.duo.places import proper_case
from schakel_server.exchange.duo.reading import Row

SOURCE = "duo"
INSTITUTION_CHARS = 4  # of a code; two more make it one of a location
MAX_CHARS = 200  # of a name or a part of an address


class RowFault(InvalidInput):
    """A row that cannot be used; the others can."""


@dataclass(frozen=True)
class Mapped:
    """What a row says, and what of it was left out."""

    record: OrganisationRecord
    province: str | None
    notes: tuple[str, ...] = ()


def code_of(row: Row) -> str:
    """The code of the institution, or of the location when the row is about one; not checked yet."""
    code, location = row.cells.get("code", ""), row.cells.get("location_code", "")
    if not location:
        return code
    return code + location if len(location) < INSTITUTION_CHARS else location


def province_of(row: Row) -> str | None:
    """The code of the row's province, None when it is empty, wrong or not to be read."""
    return None if row.fault else CHECKS["province"].find(row.cells["province"])


def map_row(row: Row) -> Mapped:
    """What this row says.

    Raises:
        InvalidInput: it cannot be used.
    """
    if row.fault:
        raise RowFault(row.fault)
    code = CHECKS["institution_code"].clean(code_of(row))
    is_location = len(code) > INSTITUTION_CHARS
    province = CHECKS["province"].clean(row.cells["province"]) if row.cells["province"] else None
    notes: list[str] = []
    record = OrganisationRecord(
        source=SOURCE,
        scheme=IdentifierScheme.INSTITUTION_CODE,
        code=code,
        name=_needed(row, "location_name" if is_location and row.cells.get("location_name") else "name"),
        kinds=(_kind(row),),
        addresses=tuple(a for a in (_visit(row, province), _postal(row, notes)) if a),
        phone=_optional(row, "phone", "phone", notes),
        website=_optional(row, "website", "web_address", notes),
        parent_code=code[:INSTITUTION_CHARS] if is_location else None,
    )
    return Mapped(record, province, tuple(notes))


def _kind(row: Row) -> OrganisationKind:
    sector = row.cells.get("sector", "").lower()
    if not sector:
        return KINDS[row.kind]
    if sector not in SECTORS:
        raise RowFault(f"SOORT HO {shorten(sector)} is not known; expected: {' or '.join(SECTORS)}.")
    return SECTORS[sector]


def _visit(row: Row, province: str | None) -> AddressRecord:
    postcode = row.cells.get("postcode")
    return AddressRecord(
        AddressKind.VISIT,
        city=proper_case(_needed(row, "city")),
        street=_text(row, "street"),
        house_number=_text(row, "house_number"),
        postcode=CHECKS["postcode"].clean(postcode) if postcode else None,
        municipality=proper_case(_text(row, "municipality") or "") or None,
        province=province,
    )


def _postal(row: Row, notes: list[str]) -> AddressRecord | None:
    city = _text(row, "postal_city")
    if not city:
        return None
    return AddressRecord(
        AddressKind.POSTAL,
        city=proper_case(city),
        street=_text(row, "postal_street"),
        house_number=_text(row, "postal_house_number"),
        postcode=_optional(row, "postal_postcode", "postcode", notes),
    )


def _needed(row: Row, field: str) -> str:
    value = _text(row, field)
    if value is None:
        raise RowFault(f"{COLUMNS[field][0]} is empty.")
    return value


def _text(row: Row, field: str) -> str | None:
    value = row.cells.get(field, "")
    if len(value) > MAX_CHARS:
        raise RowFault(
            f"{COLUMNS[field][0]} is {len(value)} characters long; at most {MAX_CHARS} are stored."
        )
    if not value.isprintable():
        raise RowFault(f"{COLUMNS[field][0]} {shorten(value)} has invisible characters; remove them.")
    return value or None


def _optional(row: Row, field: str, check: str, notes: list[str]) -> str | None:
    """The checked value; a wrong one is left out with a note, as the school matters more than its phone."""
    value = row.cells.get(field)
    if not value:
        return None
    found = CHECKS[check].find(value)
    if found is None:
        notes.append(f"{COLUMNS[field][0]} left out: {CHECKS[check].message(value)}")
    return found
