"""`node`, `nodes` and the roots for one, with the ids that they take."""

import pytest
from schakel_server.domain.organisations.models import OrganisationIdentifier
from schakel_server.domain.organisations.values import IdentifierScheme
from schakel_server.storage.ids import new_id

from tests.factories import make, make_activity, make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")

OFFER_ID = "offer_01kasw3c9xe8v9m0r2q4t6y8za"
NO_IDS = ["", "x", "5", OFFER_ID.upper(), OFFER_ID + "\n", OFFER_ID[:-1], "_" + OFFER_ID, "offer_" + "8" * 26]


@pytest.mark.parametrize("given", NO_IDS)
@pytest.mark.parametrize(
    ("asked", "key", "prefix"),
    [
        ("query ($id: ID!) { node(id: $id) { id } }", "node", "org"),
        ("query ($id: ID!) { nodes(ids: [$id]) { id } }", "nodes", "org"),
        ("query ($id: ID!) { o: offer(by: {id: $id}) { id } }", "o", "offer"),
        ("query ($id: ID!) { offers(where: {id: {eq: $id}}) { totalCount } }", "offers", "offer"),
        ("query ($id: ID!) { offers(where: {NOT: {id: {oneOf: [$id]}}}) { totalCount } }", "offers", "offer"),
        (
            "query ($id: ID!) { themes(where: {offers: {none: {id: {eq: $id}}}}) { nodes { id } } }",
            "themes",
            "offer",
        ),
    ],
)
async def test_text_that_is_no_id_is_refused_wherever_an_id_is_asked(graph, asked, key, prefix, given):
    error = await graph.error(asked, id=given)

    assert error == {
        "message": f"{given!r} is no id; an id reads like {prefix}_01k….",
        "path": [key],
        "extensions": {"code": "INVALID_ID"},
    }


@pytest.mark.parametrize(
    "asked",
    [
        "{ organisation(by: {id: %s}) { id } }",
        "{ organisation: organisations(where: {id: {eq: %s}}) { totalCount } }",
        "{ organisation: organisations(where: {OR: [{}, {id: {oneOf: [%s]}}]}) { totalCount } }",
        "{ organisation: offers(where: {provider: {id: {eq: %s}}}) { nodes { id } } }",
    ],
)
async def test_an_id_of_another_type_is_refused_where_one_type_is_asked(graph, asked):
    error = await graph.error(asked % f'"{OFFER_ID}"')

    assert error == {
        "message": f"'{OFFER_ID}' is the id of another type; here an id starts with org_.",
        "path": ["organisation"],
        "extensions": {"code": "INVALID_ID"},
    }


async def test_a_long_text_that_is_no_id_is_not_repeated_in_full(graph):
    error = await graph.error("query ($id: ID!) { node(id: $id) { id } }", id="x" * 5000)

    assert error["message"] == f"'{'x' * 80}' is no id; an id reads like org_01k…."


async def test_node_gives_any_type_by_its_id(graph):
    async with graph.database.transaction():
        offer = await make_offer(title="Stage")

    data = await graph.data(
        """query ($id: ID!) {
          node(id: $id) { __typename id ... on Offer { title } ... on Theme { label } ...Provider }
        }
        fragment Provider on Offer { provider { id } }""",
        id=offer.id,
    )

    assert data == {
        "node": {
            "__typename": "Offer",
            "id": offer.id,
            "title": "Stage",
            "provider": {"id": offer.provider_id},
        }
    }


@pytest.mark.parametrize("prefix", ["offer", "org", "ident", "unknown"])
async def test_an_id_of_nothing_is_null(graph, prefix):
    node_id = new_id(prefix)

    data = await graph.data("query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", id=node_id)

    assert data == {"node": None, "nodes": [None]}


async def test_a_part_is_no_node(graph):
    async with graph.database.transaction():
        part = await make(OrganisationIdentifier)

    assert await graph.data(f'{{ node(id: "{part.id}") {{ id }} }}') == {"node": None}


async def test_nodes_keeps_the_order_asked_with_repeats_types_and_gaps(graph):
    async with graph.database.transaction():
        offer, theme = await make_offer(title="Stage"), await make_theme(code="textiel")
    ids = [theme.id, new_id("offer"), offer.id, theme.id, new_id("series"), offer.id]

    data = await graph.data(
        "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Theme { code } ... on Offer { title } } }",
        ids=ids,
    )

    textiel, stage = {"id": theme.id, "code": "textiel"}, {"id": offer.id, "title": "Stage"}
    assert data == {"nodes": [textiel, None, stage, textiel, None, stage]}


async def test_the_same_question_is_answered_for_ids_of_other_types(graph):
    async with graph.database.transaction():
        rows = [await make_theme(), await make_offer(), await make_activity()]
    asked = "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { __typename } nodes(ids: $ids) { __typename } }"

    for row in rows:
        data = await graph.data(asked, id=row.id, ids=[row.id])

        kind = {"__typename": type(row).__name__}
        assert data == {"node": kind, "nodes": [kind]}


async def test_nodes_takes_a_hundred_ids_and_no_more(graph):
    async with graph.database.transaction():
        theme = await make_theme()
    asked = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"

    assert (await graph.data(asked, ids=[theme.id] * 100)) == {"nodes": [{"id": theme.id}] * 100}
    error = await graph.error(asked, ids=[theme.id] * 101)
    assert error == {
        "message": "Ask for at most 100 ids at once; these are 101.",
        "path": ["nodes"],
        "extensions": {"code": "INVALID_INPUT", "limit": 100, "value": 101},
    }
    assert await graph.data(asked, ids=[]) == {"nodes": []}


async def test_one_by_id_slug_and_identifier(graph):
    async with graph.database.transaction():
        organisation = await make_organisation(slug="noorderpoort", name="Noorderpoort")
        await make(
            OrganisationIdentifier,
            organisation=organisation,
            scheme=IdentifierScheme.INSTITUTION_CODE,
            value="25BE",
        )
        await make_organisation(slug="other")
    found = {"name": "Noorderpoort"}
    asked = "query ($by: OrganisationBy!) { organisation(by: $by) { name } }"
    ways = [
        ({"id": organisation.id}, found),
        ({"slug": "noorderpoort"}, found),
        ({"identifier": {"scheme": "INSTITUTION_CODE", "value": "25BE"}}, found),
        ({"id": new_id("org")}, None),
        ({"slug": "Noorderpoort"}, None),
        ({"identifier": {"scheme": "INSTITUTION_CODE", "value": "25be"}}, None),
        ({"identifier": {"scheme": "KVK", "value": "25BE"}}, None),
    ]

    for by, expected in ways:
        assert await graph.data(asked, by=by) == {"organisation": expected}, by
    literal = '{ organisation(by: {identifier: {scheme: INSTITUTION_CODE, value: "25BE"}}) { name } }'
    assert await graph.data(literal) == {"organisation": found}


@pytest.mark.parametrize(
    ("by", "variables", "code"),
    [
        ("{}", {}, "VALIDATION_FAILED"),
        ('{slug: "a", id: "b"}', {}, "VALIDATION_FAILED"),
        ("{slug: null}", {}, "VALIDATION_FAILED"),
        ("null", {}, "VALIDATION_FAILED"),
        ("$by", {"by": {}}, "INVALID_INPUT"),
        ("$by", {"by": {"slug": "a", "id": "b"}}, "INVALID_INPUT"),
        ("$by", {"by": {"slug": None}}, "INVALID_INPUT"),
        ("$by", {"by": {"slug": "a", "id": None}}, "INVALID_INPUT"),
        ("$by", {"by": None}, "INVALID_INPUT"),
        ("$by", {}, "INVALID_INPUT"),
        ("$by", {"by": {"unknown": "a"}}, "INVALID_INPUT"),
        ("$by", {"by": {"identifier": {"scheme": "KVK"}}}, "INVALID_INPUT"),
    ],
)
async def test_one_asks_for_exactly_one_way(graph, by, variables, code):
    head = "query ($by: OrganisationBy!) " if by == "$by" else ""

    response = await graph.response(f"{head}{{ organisation(by: {by}) {{ id }} }}", **variables)

    assert "data" not in response
    assert {error["extensions"]["code"] for error in response["errors"]} == {code}


@pytest.mark.parametrize("variables", [{}, {"slug": None}])
async def test_a_way_without_a_value_is_refused(graph, variables):
    error = await graph.error(
        "query ($slug: String) { o: organisation(by: {slug: $slug}) { id } }", **variables
    )

    assert error == {
        "message": "by has no usable value; give each variable in it a value that isn't null.",
        "path": ["o"],
        "extensions": {"code": "INVALID_INPUT"},
    }


async def test_a_condition_with_null_where_none_can_be_is_refused(graph):
    asked = 'query ($id: ID = "x") { offers(where: {id: {oneOf: [$id]}}) { totalCount } }'

    error = await graph.error(asked, id=None)

    assert error["extensions"] == {"code": "INVALID_INPUT"}
