"""Documents: aliases, fragments, directives, several fields and operations, introspection, and errors."""

import pytest
import pytest_asyncio

from tests.contract.asking import Graph
from tests.factories import make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    async with shared.database.transaction():
        provider = await make_organisation(slug="firda", name="Firda")
        offer = await make_offer(slug="stage", title="Stage", provider=provider, places=2)
        await offer.themes.add(await make_theme(code="textiel"))
    return shared


async def test_several_roots_come_in_the_order_asked(world):
    answer = await world.answer(
        '{ z: __typename offers { totalCount } a: organisation(by: {slug: "firda"}) { name } '
        'none: theme(by: {slug: "x"}) { id } themes { nodes { code } } __typename }'
    )

    assert answer.body.decode().split(',"extensions"')[0] == (
        '{"data":{"z":"Query","offers":{"totalCount":1},"a":{"name":"Firda"},"none":null,'
        '"themes":{"nodes":[{"code":"textiel"}]},"__typename":"Query"}'
    )


async def test_typename_everywhere(world):
    data = await world.data(
        """{ __typename offers { __typename edges { __typename node { __typename hoursPerWeek { __typename }
          provider { __typename } themes { __typename } skills { __typename } } } pageInfo { __typename } }
          organisation(by: {slug: "firda"}) { __typename certificate { __typename conditions { __typename } } } }"""
    )

    assert data == {
        "__typename": "Query",
        "offers": {
            "__typename": "OfferConnection",
            "edges": [
                {
                    "__typename": "OfferEdge",
                    "node": {
                        "__typename": "Offer",
                        "hoursPerWeek": {"__typename": "HoursPerWeek"},
                        "provider": {"__typename": "Organisation"},
                        "themes": [{"__typename": "Theme"}],
                        "skills": [],
                    },
                }
            ],
            "pageInfo": {"__typename": "PageInfo"},
        },
        "organisation": {
            "__typename": "Organisation",
            "certificate": {"__typename": "Certificate", "conditions": []},
        },
    }


async def test_a_field_under_many_aliases_with_their_own_arguments(world):
    data = await world.data(
        """{ offers { nodes { a: slug b: slug slug t: themes { code } u: themes { x: code y: code } } }
          none: offers(where: {places: {gt: 5}}) { totalCount } some: offers(where: {places: {lt: 5}}) { totalCount } }"""
    )

    assert data == {
        "offers": {
            "nodes": [
                {
                    "a": "stage",
                    "b": "stage",
                    "slug": "stage",
                    "t": [{"code": "textiel"}],
                    "u": [{"x": "textiel", "y": "textiel"}],
                }
            ]
        },
        "none": {"totalCount": 0},
        "some": {"totalCount": 1},
    }


async def test_fragments_in_fragments_merge_with_fields(world):
    data = await world.data(
        """query { ...Roots offers { nodes { provider { id: slug } } } }
        fragment Roots on Query { offers { ...Page totalCount } ... { offers { nodes { ...Card } } } }
        fragment Page on OfferConnection { nodes { ...Card ...Card provider { ...Name } } }
        fragment Card on Offer { slug ... on Node { __typename } ... on Offer { ...Places } }
        fragment Places on Offer { places provider { name } }
        fragment Name on Organisation { name }"""
    )

    assert data == {
        "offers": {
            "nodes": [
                {
                    "slug": "stage",
                    "__typename": "Offer",
                    "places": 2,
                    "provider": {"name": "Firda", "id": "firda"},
                }
            ],
            "totalCount": 1,
        }
    }


DIRECTIVES = """query ($yes: Boolean = true, $no: Boolean!) {
  a: offers @include(if: $yes) { totalCount @skip(if: $no) nodes { slug @include(if: $no) title ...Place @skip(if: $no) } }
  b: offers @skip(if: $yes) { totalCount }
  ... @include(if: $no) { c: __typename }
  d: __typename @include(if: $yes) @skip(if: $no)
  e: __typename @include(if: true)
  f: __typename @skip(if: true)
}
fragment Place on Offer { places }"""


@pytest.mark.parametrize(
    ("yes", "no", "expected"),
    [
        (
            True,
            False,
            {"a": {"totalCount": 1, "nodes": [{"title": "Stage", "places": 2}]}, "d": "Query", "e": "Query"},
        ),
        (True, True, {"a": {"nodes": [{"slug": "stage", "title": "Stage"}]}, "c": "Query", "e": "Query"}),
        (False, False, {"b": {"totalCount": 1}, "e": "Query"}),
        (False, True, {"b": {"totalCount": 1}, "c": "Query", "e": "Query"}),
    ],
)
async def test_include_and_skip(world, yes, no, expected):
    assert await world.data(DIRECTIVES, yes=yes, no=no) == expected


async def test_everything_left_out_is_an_empty_object(world):
    data = await world.data(
        """query ($no: Boolean = false) {
          offers { nodes { slug @include(if: $no) provider { name @include(if: $no) } }
            pageInfo { hasNextPage @include(if: $no) } edges { cursor @include(if: $no) } }
          themes { totalCount @include(if: $no) }
        }"""
    )

    assert data == {
        "offers": {"nodes": [{"provider": {}}], "pageInfo": {}, "edges": [{}]},
        "themes": {},
    }
    assert await world.data("{ offers @skip(if: true) { totalCount } }") == {}


async def test_introspection_alone(world):
    data = await world.data('{ __schema { queryType { name } } t: __type(name: "Offer") { name kind } }')

    assert data == {"__schema": {"queryType": {"name": "Query"}}, "t": {"name": "Offer", "kind": "OBJECT"}}


async def test_introspection_beside_data_in_the_order_asked(world):
    answer = await world.answer(
        """query ($at: DateTime, $name: String!, $no: Boolean = false, $by: OrganisationBy!) {
          t: __type(name: $name) { name } offers(where: {createdAt: {gt: $at}}) { totalCount }
          __schema @skip(if: $no) { queryType { name } } __typename ...More
        }
        fragment More on Query { x: __type(name: "Nothing") { name } organisation(by: $by) { name } }""",
        {"at": "2020-01-01T00:00:00Z", "name": "Theme", "by": {"slug": "firda"}},
    )

    assert answer.body.decode().split(',"extensions"')[0] == (
        '{"data":{"t":{"name":"Theme"},"offers":{"totalCount":1},"__schema":{"queryType":{"name":"Query"}},'
        '"__typename":"Query","x":null,"organisation":{"name":"Firda"}}'
    )


async def test_one_of_inputs_say_so(world):
    data = await world.data('{ __type(name: "OrganisationBy") { isOneOf } }')

    assert data == {"__type": {"isOneOf": True}}


SEVERAL = "query A { a: __typename } query B($slug: String!) { theme(by: {slug: $slug}) { id } } "


async def test_the_operation_is_chosen_by_name(world):
    assert await world.data(SEVERAL, name="A") == {"a": "Query"}
    assert await world.data(SEVERAL, name="B", slug="x") == {"theme": None}
    assert await world.data("query Only { __typename }") == {"__typename": "Query"}
    assert await world.data("query Only { __typename }", name="Only") == {"__typename": "Query"}


@pytest.mark.parametrize(
    ("query", "name", "locale", "message"),
    [
        (SEVERAL, None, "EN", "The document has several operations; say which by operationName: 'A', 'B'."),
        (SEVERAL, "C", "EN", "The document has no operation 'C'; it has 'A', 'B'."),
        (SEVERAL, "C", "NL", "Het document heeft geen operatie 'C'; wel 'A', 'B'."),
        (
            SEVERAL,
            None,
            "FY",
            "Het document heeft meer dan één operatie; zeg met operationName welke: 'A', 'B'.",
        ),
    ],
)
async def test_an_operation_that_is_not_clear_is_refused(world, query, name, locale, message):
    response = await world.response(query, name=name, locale=locale)

    assert response == {"errors": [{"message": message, "extensions": {"code": "BAD_REQUEST"}}]}


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "PARSE_FAILED"),
        ("", "PARSE_FAILED"),
        ("{ offers { nodes { title } } } }", "PARSE_FAILED"),
        ("{ offers(first: 1) }", "VALIDATION_FAILED"),
        ("{ nothing }", "VALIDATION_FAILED"),
        ("{ offers { nodes { ...Missing } } }", "VALIDATION_FAILED"),
        ("fragment F on Offer { id }", "VALIDATION_FAILED"),
        ("mutation { a }", "VALIDATION_FAILED"),
        ("type Query { a: Int }", "VALIDATION_FAILED"),
        ("query ($a: Nothing) { __typename }", "VALIDATION_FAILED"),
        ("query ($a: Int) { __typename }", "VALIDATION_FAILED"),
        ("query ($a: Int!) { offers(first: $a) { totalCount } }", "INVALID_INPUT"),
        ('{ node(id: "x") { id } }', "INVALID_ID"),
        ('{ offers(after: "x") { totalCount } }', "INVALID_CURSOR"),
        ("{ offers(first: 0) { totalCount } }", "INVALID_INPUT"),
    ],
)
async def test_every_error_has_its_code_and_nothing_from_inside(world, query, code):
    answer = await world.answer(query)

    response = await world.response(query)
    assert {error["extensions"]["code"] for error in response["errors"]} == {code}
    assert all(set(error) <= {"message", "locations", "path", "extensions"} for error in response["errors"])
    text = answer.body.decode().lower()
    assert not any(
        word in text for word in ("traceback", "select ", "sqlite", "asyncpg", ".py", "schakel_server")
    )


@pytest.mark.parametrize(
    ("locale", "message"),
    [
        ("NL", "'x' is geen id; een id ziet eruit als offer_01k…."),
        ("FY", "'x' is geen id; een id ziet eruit als offer_01k…."),
        ("EN", "'x' is no id; an id reads like offer_01k…."),
        ("DE", "'x' is no id; an id reads like offer_01k…."),
    ],
)
async def test_messages_come_in_the_language_of_the_request(world, locale, message):
    error = await world.error('{ mine: offer(by: {id: "x"}) { id } }', locale=locale)

    assert error == {"message": message, "path": ["mine"], "extensions": {"code": "INVALID_ID"}}


async def test_all_faults_of_variables_are_told_at_once(world):
    response = await world.response(
        "query ($a: Int!, $b: DateTime) { offers(first: $a, where: {closesAt: {gt: $b}}) { totalCount } }",
        a="x",
        b="y",
    )

    assert len(response["errors"]) == 2
