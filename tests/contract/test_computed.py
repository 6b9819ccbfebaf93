"""Computed fields: made by Python from fields of the row, in the one statement of the operation."""

import json

import pytest
import pytest_asyncio
from graphql import GraphQLError, parse, validate
from schakel_server.app import the_graph
from schakel_server.declare.catalogue import ComputedField
from schakel_server.declare.values import PublicationStatus
from schakel_server.domain.offers.models import OfferLocation, OfferSkill
from schakel_server.domain.offers.values import CompensationKind, Direction, OfferKind
from schakel_server.graph.scalars import JSON, SCALARS

from tests.contract.asking import Graph
from tests.engine.conftest import statements_of
from tests.factories import make, make_activity, make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")

CATALOGUE, SCHEMA = the_graph()
COMPUTED = [
    (declaration.name, item)
    for declaration in CATALOGUE.types.values()
    for item in declaration.fields.values()
    if isinstance(item, ComputedField)
]
AWKWARD = "'\"\\ \u0001\u0002\u0003 \n\u2028 </script> \U0001f600"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    async with shared.database.transaction():
        firda = await make_organisation(slug="firda", name="Firda")
        hidden = await make_organisation(slug="hidden", name="Verborgen", status=PublicationStatus.DRAFT)
        theme = await make_theme(code="hout", label={"nl": "Hout", "en": "Wood"})
        unseen = await make_theme(code="unseen", label="Ongezien", status=PublicationStatus.ARCHIVED)
        first = await make_offer(
            slug="first",
            title={"nl": "Stage", "en": "Internship"},
            provider=firda,
            kind=OfferKind.INTERNSHIP_BOL,
            direction=Direction.SUPPLY,
            pay_kind=CompensationKind.ALLOWANCE,
            pay_min=45050,
            pay_period="P1M",
        )
        await make(OfferLocation, offer=first, city="Sneek")
        await make(OfferLocation, offer=first, city="Drachten")
        await make(OfferSkill, offer=first, name={"nl": "Zagen", "en": "Sawing"})
        second = await make_offer(slug="second", title=AWKWARD, provider=hidden, kind=OfferKind.EQUIPMENT)
        await second.themes.add(theme, unseen)
        await make_activity(slug="act", title="Les", organiser=firda)
    return shared


def linked(data: dict) -> list[dict]:
    return [node["jsonLd"] for node in data["offers"]["nodes"]]


async def test_it_is_made_for_each_row_in_the_language_asked_for(world):
    data = await world.data(
        """{ offers(orderBy: [{field: CREATED_AT}]) {
          nodes { nl: jsonLd(locale: NL) slug en: jsonLd(locale: EN) }
          edges { cursor node { jsonLd } } } }""",
        locale="EN",
    )

    first, second = data["offers"]["nodes"]
    assert (first["slug"], first["nl"]["title"], first["en"]["title"]) == ("first", "Stage", "Internship")
    assert (first["nl"]["skills"], first["en"]["skills"]) == ("Zagen", "Sawing")
    assert [item["address"]["addressLocality"] for item in first["nl"]["jobLocation"]] == [
        "Drachten",
        "Sneek",
    ]
    assert (second["slug"], second["nl"]["name"]) == ("second", AWKWARD)
    edges = [edge["node"]["jsonLd"] for edge in data["offers"]["edges"]]
    assert edges == [first["en"], second["en"]]


async def test_it_does_not_name_what_the_viewer_may_not_see(world):
    data = await world.data('{ offers(where: {slug: {eq: "second"}}) { nodes { provider { id } jsonLd } } }')

    (node,) = data["offers"]["nodes"]
    assert node["provider"] is None
    assert "seller" not in node["jsonLd"]
    assert node["jsonLd"]["itemOffered"]["category"] == "Wood"
    assert "Verborgen" not in json.dumps(node)
    assert "Ongezien" not in json.dumps(node)


async def test_it_stands_beside_everything_else_in_one_statement(world):
    with statements_of(world) as sent:
        data = await world.data(
            """query ($l: Locale) { organisation(by: {slug: "firda"}) { jsonLd
              offers { totalCount nodes { jsonLd(locale: $l) provider { name jsonLd } } } activities { nodes { jsonLd } } }
              nodes(ids: []) { ... on Offer { jsonLd } } }""",
            l="EN",
        )

    assert len(sent) == 1
    found = data["organisation"]
    (offer,) = found["offers"]["nodes"]
    assert (found["jsonLd"]["name"], offer["provider"]["jsonLd"]["name"]) == ("Firda", "Firda")
    assert offer["jsonLd"]["title"] == "Internship"
    assert found["activities"]["nodes"][0]["jsonLd"]["name"] == "Les"


async def test_it_is_found_through_fragments_and_as_a_node_too(world):
    ids = await world.data('{ offer(by: {slug: "first"}) { id } }')

    data = await world.data(
        "query ($id: ID!) { node(id: $id) { ...f } } fragment f on Node { ... on Offer { ld: jsonLd } }",
        id=ids["offer"]["id"],
    )

    assert data["node"]["ld"]["@type"] == "JobPosting"


async def test_it_costs_nothing_where_it_is_not_selected(world):
    asked = "query ($it: Boolean!) { offers { nodes { slug jsonLd @include(if: $it) } } }"
    with statements_of(world) as sent:
        await world.data(asked, it=False)
        await world.data("{ offers { nodes { slug } } }")

    assert sent[0][0] == sent[1][0]


async def test_it_is_neither_a_condition_nor_an_order(world):
    for argument in ("where: {jsonLd: {}}", "orderBy: [{field: JSON_LD}]"):
        error = await world.response(f"{{ offers({argument}) {{ totalCount }} }}")

        assert error["errors"][0]["extensions"]["code"] == "VALIDATION_FAILED"


async def test_what_it_needs_does_not_count_as_depth(world):
    deepest = "jsonLd"
    for _ in range(4):
        deepest = f"provider {{ offers(first: 1) {{ nodes {{ {deepest} }} }} }}"

    response = await world.response(f"{{ offers(first: 1) {{ nodes {{ {deepest} }} }} }}")

    assert "errors" not in response


@pytest.mark.parametrize(("name", "item"), COMPUTED)
async def test_what_it_needs_are_fields_of_its_type(name, item):
    document = parse(f'{{ node(id: "x") {{ ... on {name} {{ {item.needs} }} }} }}')

    assert [problem.message for problem in validate(SCHEMA._schema, document)] == []


async def test_json_is_never_taken_as_input():
    with pytest.raises(GraphQLError, match="never taken"):
        SCALARS[JSON].parse_value({})
