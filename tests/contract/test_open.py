"""What the contract promises and the graph does not do yet. Each line turns red once it does: drop the mark then."""

import pytest
from graphql import GraphQLObjectType
from schakel_server.app import the_graph

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCHEMA = the_graph()[1]._schema


def field_of(type_name: str, name: str) -> object:
    kind = SCHEMA.type_map.get(type_name)
    return kind.fields.get(name) if isinstance(kind, GraphQLObjectType) else None


@pytest.mark.parametrize(
    ("type_name", "name", "argument"),
    [
        ("Query", "search", ""),
        ("Query", "offers", "search"),
        ("Query", "offers", "asOf"),
        ("OfferConnection", "facets", ""),
        ("OfferEdge", "score", ""),
        ("OfferEdge", "highlights", ""),
        ("Mutation", "publishOffer", ""),
        ("Subscription", "changed", ""),
    ],
)
@pytest.mark.xfail(strict=True, reason="promised by the contract, not built yet")
async def test_the_schema_has_what_the_contract_promises(type_name, name, argument):
    found = field_of(type_name, name)

    assert found is not None
    assert not argument or argument in found.args  # type: ignore[attr-defined]


def nested(where: dict[str, object], name: str, times: int) -> dict[str, object]:
    for _ in range(times):
        where = {name: where}
    return where


@pytest.mark.parametrize(("name", "times"), [("NOT", 120), ("parent", 12)])
@pytest.mark.xfail(
    strict=True,
    reason="how deep a where may be is to be decided: SQLite's parser gives up, PostgreSQL plans past the deadline",
)
async def test_a_condition_nested_too_deep_is_too_complex(graph, name, times):
    where = nested({"slug": {"eq": "x"}}, name, times)

    code = await graph.code(
        "query ($w: OrganisationWhere) { organisations(where: $w) { totalCount } }", w=where
    )

    assert code == "TOO_COMPLEX"


@pytest.mark.xfail(strict=True, reason="limits of depth and tokens are not TOO_COMPLEX yet")
async def test_a_document_beyond_its_limits_is_too_complex(graph):
    deep = '{ organisation(by: {slug: "x"}) ' + "{ parent " * 150 + "{ id }" + " }" * 151

    assert await graph.code(deep) == "TOO_COMPLEX"
    assert await graph.code("{" + "a: __typename " * 1000 + "}") == "TOO_COMPLEX"
