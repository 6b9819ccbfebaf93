"""Importing schools that are in the graph already: what is taken over, and what is left alone."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from schakel_server.domain.organisations.models import Address, Organisation, OrganisationIdentifier
from schakel_server.domain.organisations.values import OrganisationKind
from schakel_server.exchange.duo import Result
from schakel_server.storage.database import Database

from tests.server.exchange.duo_files import HANZE, KRINGLOOP, ZUIDER, write_hbo, write_mbo
from tests.server.exchange.duo_runs import LATER, MBO, NOW, make_hanze, run


async def test_an_existing_organisation_is_updated_and_keeps_its_name(
    database: Database, tmp_path: Path
) -> None:
    hanze = await make_hanze(website="https://hanze.nl", phone="050 555 55 55", summary={"nl": "Hogeschool"})
    await Address.create(organisation=hanze, kind="VISIT", city="Groningen", latitude=53.24, longitude=6.53)

    report = await run(database, write_hbo(tmp_path, HANZE), now=LATER)

    assert list(report.lines()) == [
        "01.-instellingen-hbo-en-wo.csv:2  changed  25BE    Hanze  (addresses.VISIT.street, "
        "addresses.VISIT.house_number, addresses.VISIT.postcode, addresses.VISIT.municipality, "
        "addresses.VISIT.province; name kept, DUO has 'Hanzehogeschool Groningen')",
        "0 created, 1 changed, 0 same, 0 refused, 0 skipped.",
    ]
    after = await Organisation.get(id=hanze.pk)
    assert await Organisation.all().count() == 1
    assert (after.name, after.slug, after.external_reference) == ("Hanze", "hanze", None)
    assert (after.website, after.phone) == ("https://hanze.nl", "050 555 55 55")
    assert (after.summary, after.version, after.updated_at) == ({"nl": "Hogeschool"}, 2, LATER)
    address = await Address.get(organisation=hanze)
    assert (address.street, address.latitude, address.longitude) == ("Zernikeplein", 53.24, 6.53)
    again = await run(database, write_hbo(tmp_path, HANZE), now=LATER)
    assert [row.result for row in again.rows] == [Result.SAME]


async def test_a_position_is_dropped_when_the_address_under_it_changes(
    database: Database, tmp_path: Path
) -> None:
    hanze = await make_hanze()
    here = {"street": "Oude Weg", "city": "Groningen", "latitude": 53.2, "longitude": 6.5}
    await Address.create(organisation=hanze, kind="VISIT", **here)

    await run(database, write_hbo(tmp_path, HANZE))

    address = await Address.get(organisation=hanze)
    assert (address.street, address.latitude, address.longitude) == ("Zernikeplein", None, None)


async def test_other_addresses_of_an_organisation_stay(database: Database, tmp_path: Path) -> None:
    hanze = await make_hanze()
    for kind, city in (("VISIT", "Assen"), ("VISIT", "Leeuwarden"), ("TEACHING", "Groningen")):
        await Address.create(organisation=hanze, kind=kind, city=city)

    report = await run(database, write_hbo(tmp_path, HANZE))

    assert "addresses.VISIT" in report.rows[0].fields
    found = await Address.filter(organisation=hanze).order_by("kind", "city").values_list("kind", "city")
    assert [(kind.name if hasattr(kind, "name") else kind, city) for kind, city in found] == [
        ("TEACHING", "Groningen"),
        ("VISIT", "Assen"),
        ("VISIT", "Groningen"),
        ("VISIT", "Leeuwarden"),
    ]


async def test_the_name_follows_duo_until_somebody_edits_it(database: Database, tmp_path: Path) -> None:
    await run(database, write_mbo(tmp_path, KRINGLOOP))
    renamed = write_mbo(tmp_path, {**KRINGLOOP, "INSTELLINGSNAAM": "Kringloopcollege"})

    first = await run(database, renamed)
    await Organisation.filter(slug="vakschool-de-kringloop").update(name="Onze School")
    second = await run(database, renamed)

    assert (first.rows[0].result, first.rows[0].fields) == (Result.CHANGED, ("name",))
    assert (second.rows[0].result, second.rows[0].name) == (Result.SAME, "Onze School")
    assert second.rows[0].notes == ("name kept, DUO has 'Kringloopcollege'",)


async def test_the_name_of_a_checked_entry_is_kept(database: Database, tmp_path: Path) -> None:
    await run(database, write_mbo(tmp_path, KRINGLOOP))
    await Organisation.filter(slug="vakschool-de-kringloop").update(verified_at=NOW)

    report = await run(database, write_mbo(tmp_path, {**KRINGLOOP, "INSTELLINGSNAAM": "Anders"}))

    assert (report.rows[0].result, report.rows[0].name) == (Result.SAME, "Vakschool De Kringloop")


@pytest.mark.parametrize(
    "facts",
    [
        {"name": "vakschool de  kringloop"},
        {"name": "De Kringloop", "website": "http://kringloop.example/"},
    ],
)
async def test_a_school_without_a_code_is_recognised(
    database: Database, tmp_path: Path, facts: dict[str, Any]
) -> None:
    known = await Organisation.create(slug="kringloop", kinds=[MBO], **facts)

    report = await run(database, write_mbo(tmp_path, KRINGLOOP))

    assert report.rows[0].result is Result.CHANGED
    assert "identifiers" in report.rows[0].fields
    assert await Organisation.all().count() == 1
    assert (await OrganisationIdentifier.get(organisation=known)).value == "99AA"
    assert (await Organisation.get(id=known.pk)).name == facts["name"]
    assert (await run(database, write_mbo(tmp_path, KRINGLOOP))).rows[0].result is Result.SAME


@pytest.mark.parametrize(
    "facts",
    [
        {"kinds": [OrganisationKind.COMPANY]},
        {"kinds": [MBO], "is_demo": True},
        {"kinds": [MBO], "closed_on": dt.date(2024, 1, 1)},
    ],
)
async def test_another_organisation_of_the_same_name_is_not_taken_for_it(
    database: Database, tmp_path: Path, facts: dict[str, Any]
) -> None:
    await Organisation.create(slug="vakschool-de-kringloop", name="Vakschool De Kringloop", **facts)

    report = await run(database, write_mbo(tmp_path, KRINGLOOP))

    assert report.rows[0].result is Result.CREATED
    slugs = await Organisation.all().order_by("slug").values_list("slug", flat=True)
    assert slugs == ["vakschool-de-kringloop", "vakschool-de-kringloop-99aa"]


async def test_a_branch_finds_its_institution_in_the_graph(database: Database, tmp_path: Path) -> None:
    hanze = await make_hanze()
    branch = {**HANZE, "INSTELLINGSCODE": "25BE01", "INSTELLINGSNAAM": "Hanze Assen"}

    await run(database, write_hbo(tmp_path, branch))

    assert (await Organisation.get(slug="hanze-assen")).parent_id == hanze.pk


async def test_a_code_held_by_two_organisations_is_refused(database: Database, tmp_path: Path) -> None:
    one, two = await make_hanze(), await make_hanze(slug="hanze-2")

    report = await run(database, write_hbo(tmp_path, HANZE, ZUIDER))

    assert [row.result for row in report.rows] == [Result.REFUSED, Result.CREATED]
    assert report.rows[0].reason == (
        f"25BE belongs to 2 organisations ({one.pk}, {two.pk}); "
        "end the code at all but one of them (valid_to), then try again."
    )


async def test_a_code_that_ended_does_not_count(database: Database, tmp_path: Path) -> None:
    old = await make_hanze(name="Voorganger", slug="voorganger")
    await OrganisationIdentifier.filter(organisation=old).update(valid_to=dt.date(2020, 1, 1))

    report = await run(database, write_hbo(tmp_path, HANZE))

    assert report.rows[0].result is Result.CREATED
    assert (await Organisation.get(id=old.pk)).version == 1


async def test_of_several_addresses_the_one_in_the_same_town_is_brought_up_to_date(
    database: Database, tmp_path: Path
) -> None:
    hanze = await make_hanze()
    for city in ("Assen", "groningen"):
        await Address.create(organisation=hanze, kind="VISIT", city=city)

    await run(database, write_hbo(tmp_path, HANZE))

    found = await Address.filter(organisation=hanze).order_by("city").values_list("city", "street")
    assert found == [("Assen", None), ("groningen", "Zernikeplein")]


async def test_of_two_that_could_be_meant_none_is_taken(database: Database, tmp_path: Path) -> None:
    for number in range(2):
        await Organisation.create(slug=f"school-{number}", name="Vakschool De Kringloop", kinds=[MBO])

    report = await run(database, write_mbo(tmp_path, KRINGLOOP))

    assert report.rows[0].result is Result.CREATED
    assert await Organisation.all().count() == 3


async def test_a_branch_gets_its_institution_once_that_is_known(database: Database, tmp_path: Path) -> None:
    branch = {**KRINGLOOP, "INSTELLINGSCODE": "99AA01", "INSTELLINGSNAAM": "De Kringloop, Delfzijl"}
    await run(database, write_mbo(tmp_path, branch))

    report = await run(database, write_mbo(tmp_path, branch, KRINGLOOP))

    assert [(row.result, row.fields) for row in report.rows] == [
        (Result.CHANGED, ("parent",)),
        (Result.CREATED, ()),
    ]
    school = await Organisation.get(external_reference="duo:99AA")
    assert (await Organisation.get(external_reference="duo:99AA01")).parent_id == school.pk
