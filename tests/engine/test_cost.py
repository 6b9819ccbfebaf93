"""The cost of an operation: what it could return at most, known before anything runs and told with the answer."""

from dataclasses import replace

import orjson
import pytest
from schakel_server.app import the_graph
from schakel_server.engine import limits
from schakel_server.engine.cost import WEIGHTS
from schakel_server.graph.service import GraphRequest, GraphService, Prepared

ID = "offer_01kasw3c9xe8v9m0r2q4t6y8za"
PARTS, TOTAL, FACET = WEIGHTS.parts, WEIGHTS.total, WEIGHTS.facet


class NoDatabase:
    """Stands where a database would be asked."""

    dialect = "postgresql"

    async def fetch_row(self, sql, args=()):
        raise AssertionError("a cost is known before anything runs")


@pytest.fixture(scope="module")
def service() -> GraphService:
    catalogue, schema = the_graph()
    return GraphService(schema, catalogue, NoDatabase())


def cost(service: GraphService, query: str, **variables: object) -> int:
    prepared = service.prepared(GraphRequest(query, variables, locale="EN"))
    assert isinstance(prepared, Prepared), prepared.body
    return prepared.bound.compiled.cost


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("{ __typename }", 0),
        ("{ offers { __typename } }", 0),
        ("{ offers { nodes { title } } }", 20),
        ("{ offers(last: 7) { edges { node { title } } } }", 7),
        ("{ offers(first: 7) { nodes { id } edges { cursor } } }", 14),
        ("{ offers(first: 7) { pageInfo { endCursor } } }", 7),
        ("{ offers { totalCount } }", TOTAL),
        ("{ offers { facets(fields: [KIND, MARKET]) { values { count } } } }", 2 * FACET),
        ("{ offers(first: 10) { totalCount nodes { provider { name } } } }", TOTAL + 10 + 10),
        ("{ offers(first: 10) { nodes { themes { code } } } }", 10 + 10 * PARTS),
        ("{ a: offers(first: 3) { nodes { id } } b: offers(first: 4) { nodes { id } } }", 7),
        ('{ offer(by: {slug: "x"}) { provider { offers(first: 5) { nodes { id } } } } }', 1 + 1 + 5),
        (f'{{ node(id: "{ID}") {{ id }} }}', 1),
        (f'{{ nodes(ids: ["{ID}", "{ID}"]) {{ id }} }}', 2),
        (
            "{ organisations(first: 3) { nodes { offers(first: 4) { totalCount nodes { id } } } } }",
            3 + 3 * TOTAL + 3 * 4,
        ),
        ("{ offers { nodes { title @skip(if: true) themes @include(if: false) { code } } } }", 20),
        ("{ offers(first: 2) { ...A ...A } } fragment A on OfferConnection { nodes { id } }", 2),
    ],
)
def test_page_sizes_multiply_along_the_nesting(service, query, expected):
    assert cost(service, query) == expected


def test_variables_decide_like_literals(service):
    query = "query ($n: Int, $with: Boolean!) { offers(first: $n) { nodes { themes @include(if: $with) { code } } } }"

    assert cost(service, query, n=10, **{"with": False}) == 10
    assert cost(service, query, n=10, **{"with": True}) == 10 + 10 * PARTS
    assert cost(service, query, n=90, **{"with": False}) == 90


def test_ids_in_a_variable_count_as_many_as_there_may_be(service):
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"

    assert cost(service, query, ids=[ID]) == limits.IDS.most


def test_the_budget_may_be_used_up_and_no_node_more(service):
    query = "{ organisations(first: %d) { nodes { offers(first: 100) { nodes { themes { code } } } } } }"
    each = 1 + 100 + 100 * PARTS
    most = limits.NODES.most // each

    assert cost(service, query % most) == most * each
    refused = service.prepared(GraphRequest(query % (most + 1), locale="EN"))
    assert orjson.loads(refused.body)["errors"][0]["extensions"] == {
        "code": "TOO_COMPLEX",
        "limit": limits.NODES.most,
        "value": (most + 1) * each,
    }


async def test_a_plan_keeps_its_cost(service, monkeypatch):
    query = "{ offers(first: 11) { nodes { id } } }"
    cost(service, query)
    monkeypatch.setattr("schakel_server.engine.engine.checked_cost", None)

    assert cost(service, query) == 11


async def test_what_the_schema_says_of_itself_is_worked_out_once(service, monkeypatch):
    request = GraphRequest("query ($t: String!) { __type(name: $t) { name } x: __typename }", {"t": "Offer"})
    first = await service.answer(request)
    other = await service.answer(replace(request, variables={"t": "Theme"}))

    monkeypatch.setattr("schakel_server.graph.service.execute_sync", None)
    again = await service.answer(request)

    assert orjson.loads(first.body)["data"] == {"__type": {"name": "Offer"}, "x": "Query"}
    assert orjson.loads(other.body)["data"] == {"__type": {"name": "Theme"}, "x": "Query"}
    assert again == first


def test_every_limit_says_where_it_comes_from():
    assert len(limits.LIMITS) > 15
    for name, limit in limits.LIMITS.items():
        assert limit.most > 0, name
        assert limit.unit, name
        assert limit.origin, name
        error = limit.exceeded(limit.most + 1, name="first")
        assert error.extensions["limit"] == limit.most
        assert error.extensions["value"] == limit.most + 1
        assert str(limit.most) in error.in_language("NL")
        assert str(limit.most) in error.message
        assert error.in_language("NL") != error.message
