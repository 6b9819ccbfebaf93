"""The root field `search`: all types in one order, with counts by type, paged and highlighted."""

import pytest
from schakel_server.domain.activities.models import Activity, WorkingGroup
from schakel_server.domain.knowledge.models import Resource
from schakel_server.domain.offers.values import OfferKind

from tests.contract.asking import Graph
from tests.factories import make, make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")

PAGE = """query ($first: Int, $after: String, $types: [NodeType!]) {
  search(text: "textiel", first: $first, after: $after, types: $types) {
    totalCount counts { type count } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor score node { __typename ... on Node { id } } }
    nodes { kind: __typename ... on Offer { title(locale: NL) } ... on SearchResult { ... on Theme { code } } }
  } }"""


async def fill(graph: Graph) -> None:
    async with graph.database.transaction():
        await make_theme(code="mode", label="Mode en textiel")
        await make_offer(kind=OfferKind.JURY, title="Textiel sorteren")
        await make(Resource, title="Rapport over kleding")
        await make_offer(kind=OfferKind.JURY, title="Over iets", summary="Met textiel")
        await make(WorkingGroup, name="Werkgroep Textiel")
        await make(Activity, title="Iets anders")
        await make_organisation(name="Textielatelier")


async def test_all_types_stand_in_one_order_with_counts_of_each(graph):
    await fill(graph)

    found = (await graph.data(PAGE))["search"]

    pairs = [(edge["node"]["__typename"], edge["score"]) for edge in found["edges"]]
    assert pairs == [
        ("WorkingGroup", 1.0),
        ("Offer", 1.0),
        ("Theme", 1.0),
        ("Resource", 0.8),
        ("Organisation", 0.6),
        ("Offer", 0.6),
    ]
    counts = {row["type"]: row["count"] for row in found["counts"] if row["count"]}
    assert counts == {"THEME": 1, "OFFER": 2, "RESOURCE": 1, "WORKING_GROUP": 1, "ORGANISATION": 1}
    assert found["totalCount"] == 6
    assert found["nodes"][1] == {"kind": "Offer", "title": "Textiel sorteren"}
    assert found["nodes"][2] == {"kind": "Theme", "code": "mode"}


@pytest.mark.parametrize("size", [1, 2, 5])
async def test_pages_fit_together(graph, size):
    await fill(graph)
    whole = [edge["node"]["id"] for edge in (await graph.data(PAGE))["search"]["edges"]]

    seen, after = [], None
    while True:
        page = (await graph.data(PAGE, first=size, after=after))["search"]
        assert page["pageInfo"]["hasPreviousPage"] is bool(seen)
        assert page["totalCount"] == len(whole)
        assert page["pageInfo"]["endCursor"] == page["edges"][-1]["cursor"]
        seen += [edge["node"]["id"] for edge in page["edges"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    assert seen == whole


@pytest.mark.parametrize(
    ("types", "names"),
    [
        (["OFFER"], ["Offer", "Offer"]),
        (["RESOURCE", "THEME"], ["Theme", "Resource"]),
        (["MEMBERSHIP"], []),
        ([], []),
        (["ACTIVITY"], []),
    ],
)
async def test_only_the_types_asked_for_are_searched(graph, types, names):
    await fill(graph)

    found = (await graph.data(PAGE, types=types))["search"]

    assert [edge["node"]["__typename"] for edge in found["edges"]] == names
    assert found["totalCount"] == len(names)
    assert [row["type"] for row in found["counts"]] == [
        t for t in ("THEME", "OFFER", "ACTIVITY", "RESOURCE") if t in types
    ]


async def test_nothing_to_look_for_finds_nothing(graph):
    await fill(graph)

    data = await graph.data(
        '{ search(text: "de?") { totalCount nodes { __typename } pageInfo { endCursor } } }'
    )

    assert data == {"search": {"totalCount": 0, "nodes": [], "pageInfo": {"endCursor": None}}}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ('text: "x", first: 0', "INVALID_INPUT"),
        ('text: "x", first: 101', "INVALID_INPUT"),
        ('text: "x", after: "x"', "INVALID_CURSOR"),
        (f'text: "{"x" * 201}"', "INVALID_INPUT"),
    ],
)
async def test_bad_arguments_are_refused_with_their_place(graph, arguments, code):
    error = await graph.error(f"{{ found: search({arguments}) {{ nodes {{ __typename }} }} }}")

    assert error["extensions"]["code"] == code
    assert error["path"] == ["found"]


async def test_relations_of_what_is_found_come_along(graph):
    async with graph.database.transaction():
        await make_offer(kind=OfferKind.JURY, title="Textiel", provider=await make_organisation(name="Firda"))

    data = await graph.data(
        '{ search(text: "textiel") { nodes { ... on Offer { provider { name } themes { code } } } } }'
    )

    assert data == {"search": {"nodes": [{"provider": {"name": "Firda"}, "themes": []}]}}
