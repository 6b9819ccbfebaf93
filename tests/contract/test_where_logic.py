"""`where`: AND, OR, NOT, nulls, variables, and conditions on related rows."""

import pytest
import pytest_asyncio

from tests.contract.asking import Graph
from tests.factories import make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    """Offers `a` (2 places, textiel), `b` (3 places, textiel and bouw) and `c` (no places, no theme)."""
    async with shared.database.transaction():
        textiel, bouw = await make_theme(code="textiel"), await make_theme(code="bouw", broader=None)
        group = await make_organisation(slug="group", name="Groep")
        branch = await make_organisation(slug="branch", name="Vestiging", parent=group)
        for slug, places, themes, provider in (
            ("a", 2, [textiel], branch),
            ("b", 3, [textiel, bouw], group),
            ("c", None, [], group),
        ):
            offer = await make_offer(slug=slug, places=places, provider=provider)
            for theme in themes:
                await offer.themes.add(theme)
    return shared


async def slugs(graph: Graph, where: str) -> str:
    return "".join(await graph.values(asked(where)))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{}", "abc"),
        ("null", "abc"),
        ("{AND: []}", "abc"),
        ("{OR: []}", ""),
        ("{NOT: {}}", ""),
        ("{NOT: {AND: []}}", ""),
        ("{NOT: {OR: []}}", "abc"),
        ("{AND: null, OR: null, NOT: null}", "abc"),
        ("{AND: [{}]}", "abc"),
        ("{OR: [{}]}", "abc"),
        ("{OR: [{}, {places: {eq: 2}}]}", "abc"),
        ("{AND: [{OR: []}, {}]}", ""),
        ("{id: null}", "abc"),
        ("{id: {}}", "abc"),
        ('{places: null, slug: {eq: "a"}}', "a"),
        ("{provider: null, themes: null}", "abc"),
        ("{themes: {}}", "abc"),
        ("{themes: {some: null, none: null}}", "abc"),
        ("{id: {oneOf: []}}", ""),
        ("{NOT: {id: {oneOf: []}}}", "abc"),
        ('{AND: {slug: {eq: "a"}}}', "a"),
        ('{slug: {oneOf: "b"}}', "b"),
        ('{places: {gt: 1}, slug: {eq: "b"}}', "b"),
        ("{places: {gt: 1, lt: 3}}", "a"),
        ('{OR: [{places: {eq: 2}}, {places: {eq: 3}}], NOT: {slug: {eq: "a"}}}', "b"),
        ('{AND: [{places: {gte: 2}}, {OR: [{slug: {eq: "a"}}, {slug: {eq: "c"}}]}]}', "a"),
        ('{slug: {eq: "a"}, OR: [{slug: {eq: "b"}}, {slug: {eq: "c"}}]}', ""),
    ],
)
async def test_what_conditions_mean_together(world, where, expected):
    assert await slugs(world, where) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{places: {eq: 2}}", "a"),
        ("{NOT: {places: {eq: 2}}}", "bc"),
        ("{NOT: {NOT: {places: {eq: 2}}}}", "a"),
        ('{NOT: {places: {gt: 2}, slug: {oneOf: ["a", "b", "c"]}}}', "ac"),
        ("{NOT: {OR: [{places: {eq: 2}}, {places: {lt: 0}}]}}", "bc"),
        ("{OR: [{places: {eq: 2}}, {NOT: {places: {eq: 2}}}]}", "abc"),
        ("{NOT: {places: {isNull: true}}}", "ab"),
        ('{NOT: {provider: {parent: {name: {eq: "Groep"}}}}}', "bc"),
        ("{NOT: {themes: {none: {}}}}", "ab"),
        ("{provider: {NOT: {parent: {}}}}", "bc"),
    ],
)
async def test_not_turns_a_comparison_with_a_missing_value(world, where, expected):
    assert await slugs(world, where) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{provider: {}}", "abc"),
        ('{provider: {slug: {eq: "group"}}}', "bc"),
        ("{provider: {parent: {}}}", "a"),
        ('{provider: {parent: {slug: {eq: "group"}}}}', "a"),
        ('{provider: {children: {some: {slug: {eq: "branch"}}}}}', "bc"),
        ("{provider: {children: {none: {}}}}", "a"),
        ("{themes: {some: {}}}", "ab"),
        ("{themes: {none: {}}}", "c"),
        ('{themes: {some: {code: {eq: "bouw"}}}}', "b"),
        ('{themes: {none: {code: {eq: "bouw"}}}}', "ac"),
        ('{themes: {some: {code: {eq: "textiel"}}, none: {code: {eq: "bouw"}}}}', "a"),
        ('{AND: [{themes: {some: {code: {eq: "textiel"}}}}, {themes: {some: {code: {eq: "bouw"}}}}]}', "b"),
        ('{themes: {some: {AND: [{code: {eq: "textiel"}}, {code: {eq: "bouw"}}]}}}', ""),
        ('{themes: {some: {offers: {some: {slug: {eq: "b"}}}}}}', "ab"),
        ('{themes: {some: {NOT: {code: {eq: "textiel"}}}}}', "b"),
        ("{slots: {none: {}}, listings: {none: {}}}", "abc"),
    ],
)
async def test_related_rows(world, where, expected):
    assert await slugs(world, where) == expected


VARIABLES = {
    "$where": "OfferWhere",
    "$one": 'OfferWhere = {slug: {eq: "a"}}',
    "$n": "Int",
    "$many": "[Int!]",
    "$flag": "Boolean",
}


def asked(where: str) -> str:
    """The question under this condition; the variables that stand in it are declared."""
    declared = ", ".join(f"{name}: {kind}" for name, kind in VARIABLES.items() if name in where)
    head = f"query ({declared}) " if declared else ""
    return f"{head}{{ offers(where: {where}, orderBy: [{{field: CREATED_AT}}]) {{ nodes {{ slug }} }} }}"


@pytest.mark.parametrize(
    ("where", "variables", "expected"),
    [
        ("$where", {}, "abc"),
        ("$where", {"where": None}, "abc"),
        ("$where", {"where": {}}, "abc"),
        ("$where", {"where": {"places": {"eq": 2}}}, "a"),
        ("$where", {"where": {"places": None, "AND": None}}, "abc"),
        ("$where", {"where": {"OR": []}}, ""),
        ("$where", {"where": {"OR": [{}]}}, "abc"),
        ("$where", {"where": {"AND": {"slug": {"eq": "b"}}}}, "b"),
        ("$one", {}, "a"),
        ("$one", {"one": None}, "abc"),
        ("$one", {"one": {"slug": {"eq": "b"}}}, "b"),
        ("{NOT: $one}", {}, "bc"),
        ("{places: {eq: $n}}", {}, "abc"),
        ("{places: {eq: $n}}", {"n": 3}, "b"),
        ("{places: {gt: 1, lt: $n}}", {}, "ab"),
        ("{places: {gt: 1, lt: $n}}", {"n": 3}, "a"),
        ("{places: {oneOf: $many}}", {}, "abc"),
        ("{places: {oneOf: $many}}", {"many": []}, ""),
        ("{places: {oneOf: $many}}", {"many": [3, 2]}, "ab"),
        ("{places: {oneOf: $many}}", {"many": 3}, "b"),
        ("{places: {isNull: $flag}}", {}, "abc"),
        ("{places: {isNull: $flag}}", {"flag": True}, "c"),
        ("{places: {isNull: $flag}}", {"flag": False}, "ab"),
        ('{OR: [{places: {eq: $n}}, {slug: {eq: "c"}}]}', {}, "abc"),
        ('{OR: [{places: {eq: $n}}, {slug: {eq: "c"}}]}', {"n": 2}, "ac"),
    ],
)
async def test_variables_absent_null_or_given(world, where, variables, expected):
    assert "".join(await world.values(asked(where), **variables)) == expected


@pytest.mark.parametrize(
    ("where", "variables", "name"),
    [
        ("{places: {eq: null}}", {}, "places.eq"),
        ("{places: {eq: $n}}", {"n": None}, "places.eq"),
        ("{places: {oneOf: $many}}", {"many": None}, "places.oneOf"),
        ("{places: {isNull: $flag}}", {"flag": None}, "places.isNull"),
        ("$where", {"where": {"title": {"contains": None}}}, "title.contains"),
        ("$where", {"where": {"OR": [{"themes": {"some": {"code": {"eq": None}}}}]}}, "code.eq"),
        ("{hoursPerWeekMin: {lt: null}}", {}, "hoursPerWeekMin.lt"),
        ("{levels: {hasAny: null}}", {}, "levels.hasAny"),
    ],
)
async def test_null_as_an_operand_is_refused(world, where, variables, name):
    error = await world.error(asked(where), **variables)

    assert error == {
        "message": f"{name} can't be null; use isNull.",
        "path": ["offers"],
        "extensions": {"code": "INVALID_INPUT"},
    }


@pytest.mark.parametrize(
    "where",
    [
        {"places": {"eq": "two"}},
        {"places": {"eq": 2**31}},
        {"places": {"eq": 1.5}},
        {"places": {"oneOf": [None]}},
        {"AND": [None]},
        {"unknown": {}},
        {"places": {"contains": "2"}},
        {"kind": {"eq": "NO_KIND"}},
        {"kind": {"eq": "internship_bol"}},
        {"themes": {"every": {}}},
        [],
        "x",
        5,
    ],
)
async def test_what_does_not_fit_the_input_is_refused(world, where):
    response = await world.response(asked("$where"), where=where)

    assert "data" not in response
    assert {error["extensions"]["code"] for error in response["errors"]} == {"INVALID_INPUT"}


async def test_one_document_with_variables_of_many_shapes(world):
    shapes = [
        ({"slug": {"eq": "a"}}, "a"),
        ({"slug": {"eq": "b"}}, "b"),
        ({"slug": {"oneOf": ["a", "c"]}}, "ac"),
        ({"slug": {"eq": "a"}, "places": {"eq": 2}}, "a"),
        ({"places": {"eq": 2}, "slug": {"eq": "b"}}, ""),
        ({"OR": [{"slug": {"eq": "a"}}, {"slug": {"eq": "b"}}]}, "ab"),
        ({"OR": [{"slug": {"eq": "a"}}]}, "a"),
        ({"places": {"isNull": False}}, "ab"),
        ({"places": {"isNull": True}}, "c"),
        ({}, "abc"),
    ]

    for _ in range(2):
        for where, expected in shapes:
            assert "".join(await world.values(asked("$where"), where=where)) == expected
