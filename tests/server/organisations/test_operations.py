"""Operations on organisations, apart from the files that bring records in."""

import datetime as dt

import pytest
from schakel_server.domain.organisations.errors import InvalidCode
from schakel_server.domain.organisations.models import Address, Organisation, OrganisationIdentifier
from schakel_server.domain.organisations.operations import (
    AddressRecord,
    OrganisationRecord,
    Verb,
    find_by_code,
    slug_of,
    upsert_organisation,
)
from schakel_server.domain.organisations.values import AddressKind, IdentifierScheme, OrganisationKind
from schakel_server.storage.database import Database

NOW = dt.datetime(2026, 11, 23, 18, 0, tzinfo=dt.UTC)
KVK = IdentifierScheme.KVK


def make_record(**changes: object) -> OrganisationRecord:
    facts = {"source": "kvk", "scheme": KVK, "code": "01234567", "name": "Reparatiecafé Zuid"}
    return OrganisationRecord(**{**facts, "kinds": (OrganisationKind.COMPANY,), **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Reparatiecafé 't Zuid & Co.", "reparatiecafe-t-zuid-co"),
        ("a" * 79 + " bc", "a" * 79),
        ("¿?", ""),
    ],
)
def test_slug_of(name: str, slug: str) -> None:
    assert slug_of(name) == slug


async def test_any_scheme_will_do(database: Database) -> None:
    async with database.transaction():
        first = await upsert_organisation(make_record(), NOW)
        second = await upsert_organisation(make_record(), NOW)

    assert (first.verb, second.verb) == (Verb.CREATED, Verb.SAME)
    found = await find_by_code(KVK, "01234567", NOW.date())
    assert found is not None
    assert (found.slug, found.external_reference) == ("reparatiecafe-zuid", "kvk:01234567")


async def test_a_wrong_code_is_refused_before_anything_is_written(database: Database) -> None:
    with pytest.raises(InvalidCode):
        async with database.transaction():
            await upsert_organisation(make_record(code="1234567"), NOW)

    assert await Organisation.all().count() == 0


async def test_what_a_record_does_not_know_stays(database: Database) -> None:
    known = AddressRecord(AddressKind.VISIT, "Assen", "Brink", "1", "9401 AB", "Assen", "NL-DR")
    async with database.transaction():
        await upsert_organisation(make_record(addresses=(known,), phone="+31 592 12 34 56"), NOW)

        outcome = await upsert_organisation(
            make_record(addresses=(AddressRecord(AddressKind.VISIT, "ASSEN"),)), NOW
        )

    assert outcome.verb is Verb.SAME
    assert (await Address.get()).postcode == "9401 AB"
    assert (await Organisation.get()).phone == "+31 592 12 34 56"


async def test_an_entry_that_lost_its_code_is_found_by_its_reference(database: Database) -> None:
    async with database.transaction():
        await upsert_organisation(make_record(), NOW)
    await OrganisationIdentifier.all().delete()

    async with database.transaction():
        outcome = await upsert_organisation(make_record(), NOW)

    assert (outcome.verb, outcome.fields) == (Verb.CHANGED, ("identifiers",))
    assert await Organisation.all().count() == 1


@pytest.mark.parametrize(
    ("day", "is_found"),
    [("2017-12-31", False), ("2018-01-01", True), ("2023-07-31", True), ("2023-08-01", False)],
)
async def test_a_code_is_found_on_the_days_on_which_it_held(
    database: Database, day: str, is_found: bool
) -> None:
    organisation = await Organisation.create(slug="school", name="School")
    await OrganisationIdentifier.create(
        organisation=organisation,
        scheme=KVK,
        value="01234567",
        valid_from=dt.date(2018, 1, 1),
        valid_to=dt.date(2023, 7, 31),
    )

    found = await find_by_code(KVK, "01234567", dt.date.fromisoformat(day))

    assert (found == organisation) is is_found
