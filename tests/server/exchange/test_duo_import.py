"""Importing address files into real databases: what is made, refused and reported."""

import asyncio
from pathlib import Path

import pytest
from schakel_server.domain.organisations.models import Address, Organisation, OrganisationIdentifier
from schakel_server.domain.organisations.values import AddressKind, IdentifierScheme, OrganisationKind
from schakel_server.exchange.duo import BrokenFiles, Options, Result, import_files
from schakel_server.storage.database import Database

from tests.server.exchange.duo_files import HANZE, KRINGLOOP, WADCOLLEGE, ZUIDER, write_hbo, write_mbo
from tests.server.exchange.duo_runs import HBO, LATER, MBO, NOW, everything, make_hanze, run


async def test_new_schools_are_created_with_all_that_duo_knows(database: Database, tmp_path: Path) -> None:
    report = await run(database, write_mbo(tmp_path))

    assert list(report.lines()) == [
        "01.-adressen-mbo-instellingen.csv:2  created  99AA    Vakschool De Kringloop",
        "01.-adressen-mbo-instellingen.csv:3  created  99AB    Wadcollege Súdwest & Oëst",
        "2 created, 0 changed, 0 same, 0 refused, 0 skipped.",
    ]
    school = await Organisation.get(slug="vakschool-de-kringloop")
    assert (school.name, school.kinds, school.version) == ("Vakschool De Kringloop", [MBO], 1)
    assert (school.status.name, school.visibility.name, school.is_demo) == ("PUBLISHED", "PUBLIC", False)
    assert (school.external_reference, school.created_at, school.updated_at) == ("duo:99AA", NOW, NOW)
    assert (school.phone, school.website) == ("+31 50 123 45 67", "https://www.kringloop.example")
    visit = await Address.get(organisation=school, kind=AddressKind.VISIT)
    assert (visit.street, visit.house_number, visit.postcode) == ("Reparatielaan", "12 a", "9712 AB")
    assert (visit.city, visit.municipality, visit.province, visit.country) == (
        "Groningen", "Groningen", "NL-GR", "NL",
    )  # fmt: skip
    postal = await Address.get(organisation=school, kind=AddressKind.POSTAL)
    assert (postal.street, postal.house_number, postal.postcode) == ("Postbus", "1080", "9700 AB")
    identifier = await OrganisationIdentifier.get(organisation=school)
    assert (identifier.scheme, identifier.value) == (IdentifierScheme.INSTITUTION_CODE, "99AA")
    other = await Organisation.get(slug="wadcollege-sudwest-oest")
    assert (other.phone, other.website) == ("+31 515 12 34 56", "https://wadcollege.example")
    assert (await Address.get(organisation=other)).city == "IJlst"


async def test_a_second_run_changes_nothing(database: Database, tmp_path: Path) -> None:
    paths = (write_mbo(tmp_path), write_hbo(tmp_path))
    await run(database, *paths)
    before = await everything()

    report = await run(database, *paths, now=LATER)

    assert report.totals == {"created": 0, "changed": 0, "same": 4, "refused": 0, "skipped": 0}
    assert await everything() == before


async def test_higher_education_is_told_apart_by_its_sort(database: Database, tmp_path: Path) -> None:
    await run(database, write_hbo(tmp_path))

    assert (await Organisation.get(slug="hanzehogeschool-groningen")).kinds == [HBO]
    assert (await Organisation.get(slug="zuider-universiteit")).kinds == [OrganisationKind.UNIVERSITY]


async def test_changes_at_duo_are_taken_over_and_counted_once(database: Database, tmp_path: Path) -> None:
    await run(database, write_mbo(tmp_path))
    moved = {**KRINGLOOP, "STRAATNAAM": "Hergebruikweg", "TELEFOONNUMMER": "0507654321"}

    report = await run(database, write_mbo(tmp_path, moved, WADCOLLEGE), now=LATER)

    assert list(report.lines()) == [
        "01.-adressen-mbo-instellingen.csv:2  changed  99AA    Vakschool De Kringloop"
        "  (phone, addresses.VISIT.street)",
        "01.-adressen-mbo-instellingen.csv:3  same     99AB    Wadcollege Súdwest & Oëst",
        "0 created, 1 changed, 1 same, 0 refused, 0 skipped.",
    ]
    school = await Organisation.get(slug="vakschool-de-kringloop")
    assert (school.version, school.created_at, school.updated_at) == (2, NOW, LATER)
    assert (await Address.get(organisation=school, kind=AddressKind.VISIT)).street == "Hergebruikweg"
    other = await Organisation.get(slug="wadcollege-sudwest-oest")
    assert (other.version, other.updated_at) == (1, NOW)


async def test_two_schools_of_one_name_get_slugs_of_their_own(database: Database, tmp_path: Path) -> None:
    symbols = {**KRINGLOOP, "INSTELLINGSCODE": "99AD", "INSTELLINGSNAAM": "¿?"}
    paths = write_mbo(tmp_path, KRINGLOOP, {**KRINGLOOP, "INSTELLINGSCODE": "99AC"}, symbols)

    await run(database, paths)

    slugs = await Organisation.all().order_by("slug").values_list("slug", flat=True)
    assert slugs == ["99ad", "vakschool-de-kringloop", "vakschool-de-kringloop-99ac"]


async def test_locations_become_branches_of_their_institution(database: Database, tmp_path: Path) -> None:
    branch = {**KRINGLOOP, "INSTELLINGSCODE": "99AA01", "INSTELLINGSNAAM": "De Kringloop, Delfzijl"}
    orphan = {**KRINGLOOP, "INSTELLINGSCODE": "98ZZ01", "INSTELLINGSNAAM": "Losse locatie"}

    report = await run(database, write_mbo(tmp_path, branch, orphan, KRINGLOOP))

    assert [row.code for row in report.rows] == ["99AA01", "98ZZ01", "99AA"]
    school = await Organisation.get(slug="vakschool-de-kringloop")
    assert (await Organisation.get(external_reference="duo:99AA01")).parent_id == school.pk
    assert (await Organisation.get(external_reference="duo:98ZZ01")).parent_id is None
    again = await run(database, write_mbo(tmp_path, branch, orphan, KRINGLOOP))
    assert [row.result for row in again.rows] == [Result.SAME] * 3


async def test_an_institution_in_both_files_is_of_both_kinds(database: Database, tmp_path: Path) -> None:
    both = {**HANZE, "INSTELLINGSCODE": "99AA", "STRAATNAAM": "Elders"}
    paths = (write_mbo(tmp_path, KRINGLOOP), write_hbo(tmp_path, both))

    first, second = await run(database, *paths), await run(database, *paths)

    assert [(row.result, row.fields) for row in first.rows] == [
        (Result.CREATED, ()),
        (Result.CHANGED, ("kinds",)),
    ]
    assert [row.result for row in second.rows] == [Result.SAME, Result.SAME]
    assert (await Organisation.get()).kinds == [MBO, HBO]


async def test_a_doubled_row_is_refused_and_the_first_one_used(database: Database, tmp_path: Path) -> None:
    other = {**KRINGLOOP, "STRAATNAAM": "Elders"}

    report = await run(database, write_mbo(tmp_path, KRINGLOOP, KRINGLOOP, other))

    where = "99AA is on line 2 of 01.-adressen-mbo-instellingen.csv already, with"
    assert [row.reason for row in report.rows] == [
        "",
        f"{where} the same in it. That one was used; remove one.",
        f"{where} something else in it. That one was used; remove one.",
    ]
    assert (await Address.get(kind="VISIT")).street == "Reparatielaan"


async def test_a_row_doubled_in_the_file_of_the_other_kind_is_refused(
    database: Database, tmp_path: Path
) -> None:
    both = {**HANZE, "INSTELLINGSCODE": "99AA"}

    report = await run(database, write_mbo(tmp_path, KRINGLOOP), write_hbo(tmp_path, both, both))

    assert [row.result for row in report.rows] == [Result.CREATED, Result.CHANGED, Result.REFUSED]


async def test_bad_rows_are_refused_and_the_others_done(database: Database, tmp_path: Path) -> None:
    bad = [
        {**KRINGLOOP, "INSTELLINGSCODE": "99A"},
        {**KRINGLOOP, "POSTCODE": "0000 XX"},
        {**KRINGLOOP, "PROVINCIE": "Wonderland"},
        {**KRINGLOOP, "INSTELLINGSNAAM": " "},
        {**KRINGLOOP, "INSTELLINGSNAAM": "\x1b[2JSchool"},
        {**KRINGLOOP, "PLAATSNAAM": "A" * 201},
    ]

    report = await run(database, write_mbo(tmp_path, *bad, WADCOLLEGE))

    assert [(row.line, row.reason.split(";")[0]) for row in report.rows if row.reason] == [
        (2, "Institution code '99A' is not right"),
        (3, "Postcode '0000 XX' is not right"),
        (4, "Province 'Wonderland' is not right"),
        (5, "INSTELLINGSNAAM is empty."),
        (6, "INSTELLINGSNAAM '\\x1b[2JSchool' has invisible characters"),
        (7, "PLAATSNAAM is 201 characters long"),
    ]
    assert report.totals == {"created": 1, "changed": 0, "same": 0, "refused": 6, "skipped": 0}
    assert "\x1b" not in "".join(report.lines())
    assert await Organisation.all().values_list("external_reference", flat=True) == ["duo:99AB"]


async def test_an_unknown_sort_of_higher_education_is_refused(database: Database, tmp_path: Path) -> None:
    report = await run(database, write_hbo(tmp_path, {**HANZE, "SOORT HO": "mbo"}))

    assert report.rows[0].reason == "SOORT HO 'mbo' is not known; expected: hbo or wo."


async def test_a_wrong_phone_or_site_is_left_out_with_a_note(database: Database, tmp_path: Path) -> None:
    row = {**KRINGLOOP, "TELEFOONNUMMER": "onbekend", "INTERNETADRES": "n.v.t."}

    report = await run(database, write_mbo(tmp_path, row))

    school = await Organisation.get()
    assert (report.rows[0].result, school.phone, school.website) == (Result.CREATED, None, None)
    assert [note.split(":")[0] for note in report.rows[0].notes] == [
        "TELEFOONNUMMER left out",
        "INTERNETADRES left out",
    ]


async def test_cells_like_formulas_are_plain_text(database: Database, tmp_path: Path) -> None:
    name = "=HYPERLINK(\"https://evil.example\";'x')"

    await run(database, write_mbo(tmp_path, {**KRINGLOOP, "INSTELLINGSNAAM": name, "STRAATNAAM": "+1+1"}))

    assert (await Organisation.get()).name == name
    assert (await Address.get(kind="VISIT")).street == "+1+1"


async def test_a_dry_run_reports_the_same_and_writes_nothing(database: Database, tmp_path: Path) -> None:
    await make_hanze()
    before, path = await everything(), write_hbo(tmp_path)

    dry = await run(database, path, is_dry_run=True)

    assert await everything() == before
    assert list(dry.lines())[-1] == (
        "1 created, 1 changed, 0 same, 0 refused, 0 skipped. Nothing was written: this was a dry run."
    )
    assert dry.rows == (await run(database, path)).rows


async def test_strict_refuses_all_for_one_bad_row(database: Database, tmp_path: Path) -> None:
    path = write_mbo(tmp_path, KRINGLOOP, {**WADCOLLEGE, "POSTCODE": "?"})

    report = await run(database, path, is_strict=True)

    assert await Organisation.all().count() == 0
    assert not report.is_written
    assert list(report.lines())[-1] == (
        "1 created, 0 changed, 0 same, 1 refused, 0 skipped. "
        "Nothing was written: a row was refused, and --strict was given."
    )
    assert (await run(database, write_mbo(tmp_path), is_strict=True)).is_written


async def test_only_the_provinces_asked_for_are_imported(database: Database, tmp_path: Path) -> None:
    unknown = {**KRINGLOOP, "INSTELLINGSCODE": "99AC", "PROVINCIE": ""}
    elsewhere = {**ZUIDER, "POSTCODE": "wrong, but not asked for"}
    paths = (write_mbo(tmp_path, KRINGLOOP, WADCOLLEGE, unknown), write_hbo(tmp_path, HANZE, elsewhere))

    report = await run(database, *paths, provinces=frozenset({"NL-FR", "NL-DR"}))

    assert [(row.code, row.result) for row in report.rows] == [
        ("99AB", Result.CREATED),
        ("99AC", Result.REFUSED),
    ]
    assert report.skipped == 3


async def test_one_broken_file_keeps_the_whole_run_from_writing(database: Database, tmp_path: Path) -> None:
    good, empty, gone = write_mbo(tmp_path), tmp_path / "hbo.csv", tmp_path / "gone.csv"
    empty.write_bytes(b"")

    with pytest.raises(BrokenFiles) as caught:
        await run(database, good, empty, gone)

    assert caught.value.message == (
        "hbo.csv is empty. Nothing was imported; download it again.\n"
        "gone.csv cannot be read (no such file or directory). "
        "Nothing was imported; check its name and whether you may read it."
    )
    assert await Organisation.all().count() == 0


async def test_a_failure_half_way_takes_everything_back(database: Database, tmp_path: Path) -> None:
    def fail_at_the_second(done: int, total: int) -> None:
        assert total == 2
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await import_files(database, [write_mbo(tmp_path)], Options(), NOW, fail_at_the_second)

    assert await Organisation.all().count() == 0
    assert (await run(database, write_mbo(tmp_path))).count(Result.CREATED) == 2


async def test_two_runs_at_once_double_nothing(database: Database, tmp_path: Path) -> None:
    path = write_mbo(tmp_path)

    results = await asyncio.gather(run(database, path), run(database, path))

    assert sorted(report.totals["created"] for report in results) == [0, 2]
    assert sorted(report.totals["same"] for report in results) == [0, 2]
    assert await Organisation.all().count() == 2
