"""`where`: every operator of every kind of column, with missing values, as literals and as variables.

Each line of the tables is asked four ways: as it is and turned by NOT, written out and as a variable. There
are four rows of each type: `a`, `b` and `c` have values, `d` has none.
"""

import datetime as dt
from typing import Any

import pytest
import pytest_asyncio
from schakel_server.domain.offers.values import LocationMode
from schakel_server.domain.organisations.values import EducationLevel, SizeClass

from tests.contract.asking import Graph
from tests.factories import make_activity, make_offer, make_organisation

pytestmark = pytest.mark.asyncio(loop_scope="module")

ALL = "abcd"
L = EducationLevel


class Word(str):
    """A value of an enum, which is written without quotes."""


def literal(value: Any) -> str:
    """A value as it is written in a document."""
    match value:
        case Word():
            return value
        case dict():
            return "{" + ", ".join(f"{k}: {literal(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(literal, value)) + "]"
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        case bool():
            return str(value).lower()
    return "null" if value is None else repr(value)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    async with shared.database.transaction():
        organisations = [
            await make_organisation(
                slug="a",
                name="Één café",
                short_name="Noorderpoort",
                legal_name="100%",
                sdgs=[8, 12],
                size_class=SizeClass.SOLO,
            ),
            await make_organisation(
                slug="b",
                name="een cafe",
                short_name="noorderpoort",
                legal_name="a_b\\c",
                sdgs=[12],
                size_class=SizeClass.MICRO,
            ),
            await make_organisation(
                slug="c",
                name="Café  één",
                short_name="Zuidpoort",
                legal_name="'; DROP",
                sdgs=[1],
                size_class=SizeClass.LARGE,
            ),
            await make_organisation(slug="d", name="Dorp"),
        ]
        days = [dt.date(2027, month, 1) for month in (1, 2, 3)]
        summaries = [{"nl": "Zand en klei", "en": "Sand"}, {"fy": "Sân", "de": "Straße"}, {"en": "zand"}]
        levels = [[L.MBO_3, L.MBO_4], [L.MBO_4], [L.BACHELOR]]
        modes = [LocationMode.ON_SITE, LocationMode.REMOTE, LocationMode.HYBRID]
        for i, slug in enumerate("abc"):
            await make_offer(
                slug=slug,
                provider=organisations[i],
                places=i + 1,
                starts_on=days[i],
                closes_at=dt.datetime.combine(days[i], dt.time(9, 30, i), dt.UTC),
                summary=summaries[i],
                levels=levels[i],
                crebos=[["25998"], ["25998", "10001"], ["1"]][i],
                location_mode=modes[i],
                is_demo=slug == "a",
            )
        await make_offer(slug="d", provider=organisations[3])
        for slug, latitude in zip(ALL, (52.5, 53.25, -1.5, None), strict=True):
            await make_activity(slug=slug, organiser=organisations[0], latitude=latitude)
    return shared


async def check(graph: Graph, root: str, kind: str, where: dict[str, Any], expected: str) -> None:
    """The rows that meet `where`, and under NOT all others, whichever way it is asked."""
    others = "".join(slug for slug in ALL if slug not in expected)
    for condition, slugs in ((where, expected), ({"NOT": where}, others)):
        asked = f"{root}(where: %s, orderBy: [{{field: CREATED_AT}}]) {{ nodes {{ slug }} totalCount }}"
        written = await graph.data("{" + asked % literal(condition) + "}")
        given = await graph.data(f"query($w: {kind}Where) {{" + asked % "$w" + "}", w=condition)

        assert "".join(node["slug"] for node in written[root]["nodes"]) == slugs
        assert written[root]["totalCount"] == len(slugs)
        assert given == written


RANGES = [
    ("places", 1, 2, 3),
    ("startsOn", "2027-01-01", "2027-02-01", "2027-03-01"),
    ("closesAt", "2027-01-01T09:30:00Z", "2027-02-01T09:30:01Z", "2027-03-01T09:30:02Z"),
]


@pytest.mark.parametrize(("name", "low", "middle", "high"), RANGES, ids=[row[0] for row in RANGES])
async def test_ranges_compare_and_leave_out_what_is_missing(world, name, low, middle, high):
    table = [
        ({"eq": middle}, "b"),
        ({"oneOf": [low, high]}, "ac"),
        ({"oneOf": []}, ""),
        ({"gt": middle}, "c"),
        ({"gte": middle}, "bc"),
        ({"lt": middle}, "a"),
        ({"lte": middle}, "ab"),
        ({"gt": low, "lt": high}, "b"),
        ({"isNull": True}, "d"),
        ({"isNull": False}, "abc"),
        ({"isNull": True, "gt": low}, ""),
        ({}, "abcd"),
    ]
    for filters, expected in table:
        await check(world, "offers", "Offer", {name: filters}, expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"eq": 53.25}, "b"),
        ({"oneOf": [52.5, -1.5]}, "ac"),
        ({"oneOf": []}, ""),
        ({"gt": 52.5}, "b"),
        ({"gte": 52.5}, "ab"),
        ({"lt": 52.5}, "c"),
        ({"lte": 52}, "c"),
        ({"isNull": True}, "d"),
        ({"isNull": False}, "abc"),
    ],
)
async def test_floats_compare_and_leave_out_what_is_missing(world, filters, expected):
    await check(world, "activities", "Activity", {"locationLatitude": filters}, expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"eq": "2027-02-01T10:30:01+01:00"}, "b"),
        ({"eq": "2027-02-01T09:30:01.999Z"}, "b"),
        ({"gt": "2027-02-01T09:30:01.999Z"}, "c"),
        ({"lte": "2027-01-31T23:59:59-10:00"}, "ab"),
    ],
)
async def test_moments_are_compared_in_whole_seconds_of_utc(world, filters, expected):
    await check(world, "offers", "Offer", {"closesAt": filters}, expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"eq": Word("MICRO")}, "b"),
        ({"oneOf": [Word("SOLO"), Word("LARGE")]}, "ac"),
        ({"oneOf": []}, ""),
        ({"notOneOf": [Word("SOLO")]}, "bc"),
        ({"notOneOf": []}, "abc"),
        ({"isNull": True}, "d"),
        ({"isNull": False}, "abc"),
        ({"eq": Word("SOLO"), "notOneOf": [Word("SOLO")]}, ""),
    ],
)
async def test_enums(world, filters, expected):
    await check(world, "organisations", "Organisation", {"sizeClass": filters}, expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"eq": True}, "a"),
        ({"eq": False}, "bcd"),
        ({"isNull": True}, ""),
        ({"isNull": False}, "abcd"),
    ],
)
async def test_booleans(world, filters, expected):
    await check(world, "offers", "Offer", {"isDemo": filters}, expected)


@pytest.mark.parametrize(
    ("name", "one", "other", "unknown"),
    [
        ("levels", Word("MBO_4"), Word("MBO_3"), Word("VMBO")),
        ("crebos", "25998", "10001", "99999"),
        ("sdgs", 12, 8, 17),
    ],
)
async def test_lists(world, name, one, other, unknown):
    root, kind = ("organisations", "Organisation") if name == "sdgs" else ("offers", "Offer")
    only = {"levels": "a", "crebos": "b", "sdgs": "a"}[name]
    table = [
        ({"has": one}, "ab"),
        ({"has": unknown}, ""),
        ({"hasAny": [other, unknown]}, only),
        ({"hasAny": [one, unknown]}, "ab"),
        ({"hasAny": []}, ""),
        ({"hasAll": [one, other]}, only),
        ({"hasAll": [one, unknown]}, ""),
        ({"hasAll": []}, "abcd"),
        ({"isEmpty": True}, "d"),
        ({"isEmpty": False}, "abc"),
        ({"has": one, "isEmpty": True}, ""),
    ]
    for filters, expected in table:
        await check(world, root, kind, {name: filters}, expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"eq": "Noorderpoort"}, "a"),
        ({"eq": "NOORDERPOORT"}, ""),
        ({"eq": "Noorderpoort "}, ""),
        ({"oneOf": ["Noorderpoort", "Zuidpoort", "x"]}, "ac"),
        ({"oneOf": []}, ""),
        ({"contains": "NOORDER"}, "ab"),
        ({"contains": "poort"}, "abc"),
        ({"contains": ""}, "abc"),
        ({"startsWith": "zuid"}, "c"),
        ({"startsWith": "poort"}, ""),
        ({"startsWith": ""}, "abc"),
        ({"isNull": True}, "d"),
        ({"isNull": False}, "abc"),
    ],
)
async def test_text(world, filters, expected):
    await check(world, "organisations", "Organisation", {"shortName": filters}, expected)


@pytest.mark.parametrize(
    ("needle", "expected"),
    [
        ("%", "a"),
        ("_", "b"),
        ("\\", "b"),
        ("'", "c"),
        ("'; drop", "c"),
        ("100_", ""),
        ("a_b\\c", "b"),
        ("a%c", ""),
    ],
)
async def test_signs_that_mean_something_in_sql_stand_for_themselves(world, needle, expected):
    await check(world, "organisations", "Organisation", {"legalName": {"contains": needle}}, expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"contains": "EEN"}, "abc"),
        ({"contains": "één café"}, "ab"),
        ({"contains": "e\u0301e\u0301n"}, "abc"),
        ({"contains": "cafe een"}, "c"),
        ({"contains": "cafe  een"}, "c"),
        ({"startsWith": "ÉÉN"}, "ab"),
        ({"eq": "Één café"}, "a"),
        ({"eq": "E\u0301e\u0301n cafe\u0301"}, "a"),
        ({"eq": "een café"}, ""),
    ],
)
async def test_accents_and_case_are_ignored_but_not_by_eq(world, filters, expected):
    await check(world, "organisations", "Organisation", {"name": filters}, expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"contains": "zand"}, "ac"),
        ({"contains": "SAN"}, "ab"),
        ({"contains": "strasse"}, "b"),
        ({"contains": "klei sand"}, ""),
        ({"startsWith": "sa"}, "ab"),
        ({"startsWith": "klei"}, ""),
        ({"eq": "Straße"}, "b"),
        ({"eq": "zand"}, "c"),
        ({"oneOf": ["Sand", "zand"]}, "ac"),
        ({"oneOf": []}, ""),
        ({"isNull": True}, "d"),
        ({"isNull": False}, "abc"),
    ],
)
async def test_text_is_looked_for_in_every_language(world, filters, expected):
    await check(world, "offers", "Offer", {"summary": filters}, expected)


async def test_ids(world):
    nodes = (await world.data("{ offers(orderBy: [{field: CREATED_AT}]) { nodes { id } } }"))["offers"][
        "nodes"
    ]
    first, second, *_ = (node["id"] for node in nodes)

    await check(world, "offers", "Offer", {"id": {"eq": second}}, "b")
    await check(world, "offers", "Offer", {"id": {"oneOf": [second, first, first]}}, "ab")
    await check(world, "offers", "Offer", {"id": {"oneOf": []}}, "")


@pytest.mark.parametrize("number", [1, 2, 8, 9, 17, 200])
async def test_many_branches_of_or_and_and(world, number):
    branches = [{"places": {"eq": i % 3 + 1}} for i in range(number)]

    await check(world, "offers", "Offer", {"OR": branches}, "abc"[: min(number, 3)])
    await check(world, "offers", "Offer", {"AND": branches}, "a" if number == 1 else "")
