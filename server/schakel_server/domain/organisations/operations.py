"""What is done with organisations. Operations run inside the transaction of their caller.

`upsert_organisation` takes over what a register knows about one school. Whose word counts:

- The register's: the visiting and postal address with municipality and province, and the telephone number.
- The organisation's: web address and parent, filled in only where there is none. Kinds are added, never
  taken away. All other fields are left alone.
- The name: the register's as long as the entry is still as imported, which means that it came from this
  register, was never checked by the organisation, and has the name that its slug was made from. After
  that it stays, and the outcome says so.

An entry is found by its code, among the identifiers that hold today, then by the reference under which it
was imported. An organisation without any such code, not closed, no branch, and of the same kind that has
either the same name or the same web site, as the only one, is taken to be the same and gets the code.
Positions on the map are dropped when the address that they belong to changes.
"""

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tortoise.expressions import Q

from schakel_server.declare.values import PublicationStatus, Visibility
from schakel_server.domain.organisations.codes import BY_SCHEME, CHECKS, host_of
from schakel_server.domain.organisations.errors import CodeHeldTwice
from schakel_server.domain.organisations.models import Address, Organisation, OrganisationIdentifier
from schakel_server.domain.organisations.values import AddressKind, IdentifierScheme, OrganisationKind
from schakel_server.storage.text import fold, fold_all

MAX_SLUG_CHARS = 80
ADDRESS_FACTS = ("street", "house_number", "postcode", "city", "municipality", "province")
PLACE_NAMES = ("city", "municipality")  # written with other capitals and accents by every register
WHERE = ("street", "house_number", "postcode", "city")  # a position belongs to these


@dataclass(frozen=True)
class AddressRecord:
    """What a register says of one address; None is not known, and changes nothing."""

    kind: AddressKind
    city: str
    street: str | None = None
    house_number: str | None = None
    postcode: str | None = None
    municipality: str | None = None
    province: str | None = None


@dataclass(frozen=True)
class OrganisationRecord:
    """What a register says of one organisation; every value is checked and tidied already."""

    source: str
    scheme: IdentifierScheme
    code: str
    name: str
    kinds: tuple[OrganisationKind, ...]
    addresses: tuple[AddressRecord, ...] = ()
    phone: str | None = None
    website: str | None = None
    parent_code: str | None = None

    @property
    def external_reference(self) -> str:
        return f"{self.source}:{self.code}"


class Verb(Enum):
    """What an operation did to an entry."""

    CREATED = "created"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True)
class Outcome:
    """`fields` were changed, in the words of the graph; `kept` differ from the record and were left alone."""

    verb: Verb
    organisation_id: str
    name: str
    fields: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


async def upsert_organisation(record: OrganisationRecord, now: dt.datetime) -> Outcome:
    """Create the organisation of `record`, or bring it up to date; nothing is written when nothing differs.

    Call it in a transaction. It raises before it writes.

    Raises:
        CodeHeldTwice: two organisations hold the code today.
        InvalidCode: the code does not have the form of its register.
    """
    BY_SCHEME[record.scheme].clean(record.code, field=("code",))
    found = await find_by_code(record.scheme, record.code, now.date())
    found = found or await Organisation.get_or_none(external_reference=record.external_reference)
    found = found or await _find_without_code(record)
    if found is None:
        return await _create(record, now)
    return await _update(await Organisation.select_for_update().get(id=found.pk), record, now)


async def find_by_code(scheme: IdentifierScheme, code: str, on: dt.date) -> Organisation | None:
    """The organisation that holds this code on that day.

    Raises:
        CodeHeldTwice: there are two.
    """
    begun, not_over = (
        Q(valid_from__isnull=True) | Q(valid_from__lte=on),
        Q(valid_to__isnull=True) | Q(valid_to__gte=on),
    )
    holders: list[Any] = await OrganisationIdentifier.filter(begun, not_over, scheme=scheme, value=code)
    ids = sorted({holder.organisation_id for holder in holders})
    if len(ids) > 1:
        raise CodeHeldTwice(
            f"{code} belongs to {len(ids)} organisations ({', '.join(ids)}); "
            "end the code at all but one of them (valid_to), then try again.",
            field=("code",),
        )
    return await Organisation.get(id=ids[0]) if ids else None


def slug_of(name: str) -> str:
    """The name in web addresses: `Van Hall Larenstein` becomes `van-hall-larenstein`; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:MAX_SLUG_CHARS].rstrip("-")


async def _find_without_code(record: OrganisationRecord) -> Organisation | None:
    if record.parent_code:
        return None
    host = host_of(record.website) if record.website else ""
    forms = [f"{scheme}://{www}{host}{end}" for scheme in ("https", "http") for www in ("", "www.")
             for end in ("", "/")] if host else []  # fmt: skip
    alike = await Organisation.filter(
        Q(name_folded=fold_all(record.name)) | Q(website__in=forms),
        is_demo=False,
        parent_id__isnull=True,
        closed_on__isnull=True,
    )
    alike = [candidate for candidate in alike if set(candidate.kinds) & set(record.kinds)]
    ids = [candidate.pk for candidate in alike]
    coded: list[Any] = await OrganisationIdentifier.filter(organisation_id__in=ids, scheme=record.scheme)
    taken = {identifier.organisation_id for identifier in coded}
    free = [candidate for candidate in alike if candidate.pk not in taken]
    return free[0] if len(free) == 1 else None


async def _create(record: OrganisationRecord, now: dt.datetime) -> Outcome:
    parent = await _parent(record, now)
    organisation = await Organisation.create(
        slug=await _free_slug(record),
        name=record.name,
        kinds=list(record.kinds),
        website=record.website,
        phone=record.phone,
        parent_id=parent.pk if parent else None,
        external_reference=record.external_reference,
        status=PublicationStatus.PUBLISHED,
        visibility=Visibility.PUBLIC,
        created_at=now,
        updated_at=now,
    )
    await _add_identifier(organisation, record)
    for address in record.addresses:
        await _add_address(organisation, address)
    return Outcome(Verb.CREATED, organisation.pk, organisation.name)


async def _update(organisation: Any, record: OrganisationRecord, now: dt.datetime) -> Outcome:
    changes = _differences(organisation, record)
    kept = ("name",) if "name" not in changes and organisation.name != record.name else ()
    if organisation.parent_id is None and (parent := await _parent(record, now)):
        changes |= {"parent_id": parent.pk} if parent.pk != organisation.pk else {}
    fields = [name.removesuffix("_id") for name in changes]
    if not await OrganisationIdentifier.filter(
        organisation_id=organisation.pk, scheme=record.scheme, value=record.code
    ):
        await _add_identifier(organisation, record)
        fields.append("identifiers")
    for address in record.addresses:
        fields += await _merge_address(organisation, address)
    if not fields:
        return Outcome(Verb.SAME, organisation.pk, organisation.name, kept=kept)
    organisation.update_from_dict({**changes, "version": organisation.version + 1, "updated_at": now})
    await organisation.save()
    return Outcome(Verb.CHANGED, organisation.pk, organisation.name, tuple(fields), kept)


def _differences(organisation: Organisation, record: OrganisationRecord) -> dict[str, Any]:
    """The columns of the organisation itself that take over something, by name."""
    changes: dict[str, Any] = {}
    if organisation.name != record.name and _is_as_imported(organisation, record):
        changes["name"] = record.name
    if more := [kind for kind in record.kinds if kind not in organisation.kinds]:
        changes["kinds"] = [*organisation.kinds, *more]
    if record.phone and _dialled(record.phone) != _dialled(organisation.phone or ""):
        changes["phone"] = record.phone
    if record.website and not organisation.website:
        changes["website"] = record.website
    return changes


def _is_as_imported(organisation: Organisation, record: OrganisationRecord) -> bool:
    made = slug_of(organisation.name)
    return (
        organisation.external_reference == record.external_reference
        and organisation.verified_at is None
        and organisation.slug in (made, *_longer_slugs(made, record.code))
    )


def _dialled(phone: str) -> str:
    return CHECKS["phone"].find(phone) or phone


async def _parent(record: OrganisationRecord, now: dt.datetime) -> Organisation | None:
    return await find_by_code(record.scheme, record.parent_code, now.date()) if record.parent_code else None


async def _free_slug(record: OrganisationRecord) -> str:
    base = slug_of(record.name)
    wanted = [base, *_longer_slugs(base, record.code)] if base else _longer_slugs(base, record.code)
    taken: set[Any] = set(await Organisation.filter(slug__in=wanted).values_list("slug", flat=True))
    return next(slug for slug in wanted if slug not in taken)


def _longer_slugs(base: str, code: str) -> list[str]:
    """What is tried when the name alone is taken: the code behind it, then a number as well."""
    longer = f"{base}-{code.lower()}".strip("-")
    return [longer, *(f"{longer}-{number}" for number in range(2, 10))]


async def _add_identifier(organisation: Organisation, record: OrganisationRecord) -> None:
    await OrganisationIdentifier.create(
        organisation_id=organisation.pk, scheme=record.scheme, value=record.code
    )


async def _add_address(organisation: Organisation, record: AddressRecord) -> None:
    facts = {name: getattr(record, name) for name in ADDRESS_FACTS}
    await Address.create(organisation_id=organisation.pk, kind=record.kind, **facts)


async def _merge_address(organisation: Organisation, record: AddressRecord) -> list[str]:
    """The fields that changed, e.g. `addresses.VISIT.street`."""
    label = f"addresses.{record.kind.name}"
    known = await Address.filter(organisation_id=organisation.pk, kind=record.kind).order_by("id")
    address = _same_address(known, record)
    if address is None:
        await _add_address(organisation, record)
        return [label]
    changes = {
        name: new
        for name in ADDRESS_FACTS
        if (new := getattr(record, name)) is not None and not _is_equal(name, getattr(address, name), new)
    }
    if not changes:
        return []
    if any(getattr(address, name) for name in WHERE if name in changes):
        changes |= {"latitude": None, "longitude": None}
    await address.update_from_dict(changes).save()
    return [f"{label}.{name}" for name in changes if name in ADDRESS_FACTS]


def _same_address(known: list[Address], record: AddressRecord) -> Address | None:
    """The address that the record is about: same house, else same town, else the only one."""
    house = (record.postcode, record.house_number)
    in_house = [address for address in known if (address.postcode, address.house_number) == house]
    in_town = [address for address in known if fold(address.city) == fold(record.city)]
    return next(iter(in_house or in_town or (known if len(known) == 1 else [])), None)


def _is_equal(name: str, old: str | None, new: str) -> bool:
    return old == new or (name in PLACE_NAMES and old is not None and fold(old) == fold(new))
