"""One statement per operation, whatever it asks, and never a caller's value in its text."""

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schakel_server.app import the_graph
from schakel_server.storage.ids import new_id

from tests.contract.asking import Graph
from tests.engine.conftest import statements_of
from tests.factories import make_activity, make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")

CATALOGUE = the_graph()[0]
FIVE_DEEP = """{
  organisations(first: 5) { totalCount nodes { name offers(first: 5) { totalCount pageInfo { hasNextPage } nodes {
    title themes { code activities(first: 2) { nodes { title coOrganisers { name resources(first: 2) { edges { cursor
      node { title programmes(last: 2) { totalCount nodes { name } } } } } } } } } } } } }
  offers { nodes { id } } node(id: "offer_01kasw3c9xe8v9m0r2q4t6y8za") { id }
}"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    async with shared.database.transaction():
        theme = await make_theme(code="textiel")
        provider = await make_organisation(slug="firda")
        for number in range(3):
            offer = await make_offer(title=f"Stage {number}", provider=provider)
            await offer.themes.add(theme)
        activity = await make_activity(organiser=provider)
        await activity.themes.add(theme)
        await activity.co_organisers.add(provider)
    return shared


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (FIVE_DEEP, 1),
        ("{ offers { totalCount } themes { totalCount } organisations { totalCount } }", 1),
        ('{ a: organisation(by: {slug: "firda"}) { id } b: organisation(by: {slug: "x"}) { id } }', 1),
        ('{ nodes(ids: ["theme_01kasw3c9xe8v9m0r2q4t6y8za", "org_01kasw3c9xe8v9m0r2q4t6y8za"]) { id } }', 1),
        ("{ __typename }", 0),
        ("{ __schema { queryType { name } } }", 0),
        ('{ __type(name: "Offer") { name } offers { totalCount } }', 1),
        ("{ nodes(ids: []) { id } }", 0),
        ("{ offers(first: 0) { totalCount } }", 0),
    ],
)
async def test_one_statement_per_operation(world, query, number):
    with statements_of(world) as sent:
        await world.answer(query)

    assert len(sent) == number


async def test_every_connection_of_every_type_is_part_of_the_one_statement(world):
    for declaration in CATALOGUE.nodes():
        relations = [
            f"{name} {{ totalCount nodes {{ __typename }} }}"
            for name, item in declaration.fields.items()
            if getattr(item, "is_connection", False)
        ]
        with statements_of(world) as sent:
            await world.data(f"{{ {declaration.many} {{ nodes {{ id {' '.join(relations)} }} }} }}")

        assert len(sent) == 1


async def test_the_same_statement_serves_all_values(world):
    asked = """query ($s: String, $n: [Int!], $w: OfferWhere) {
      offers(where: {title: {contains: $s}, places: {oneOf: $n}, NOT: $w}) { nodes { id } }
    }"""
    with statements_of(world) as sent:
        for text, numbers in (("a", [1]), ("b", []), ("", [1, 2, 3])):
            await world.data(asked, s=text, n=numbers, w={"slug": {"oneOf": [text]}})

    assert len({sql for sql, _ in sent}) == 1


MARKERS = st.text(
    "abcdefghijklmnopqrstuvwxyz0123456789'\"\\%_;$? \n\u00e9\U0001f600", min_size=8, max_size=30
).map(lambda text: f"\u00a7{text}")  # a sign that no statement has: a column's own name proves nothing


@given(marker=MARKERS, number=st.integers(100_000_000, 2_000_000_000), is_literal=st.booleans())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_value_of_a_caller_stands_in_a_statement(world, marker, number, is_literal):
    def quoted(text: str) -> str:
        escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}
        return '"' + "".join(escapes.get(c, c) for c in text) + '"'

    node_id, other_id = new_id("offer"), new_id("offer")
    values = {
        "text": ("String!", marker, quoted(marker)),
        "number": ("Int!", number, str(number)),
        "float": ("Float!", number / 8, str(number / 8)),
        "id": ("ID!", node_id, quoted(node_id)),
        "at": ("DateTime!", "2031-07-09T11:13:17Z", '"2031-07-09T11:13:17Z"'),
        "on": ("Date!", "2033-05-03", '"2033-05-03"'),
    }
    query = f"""{{
      offers(where: {{title: {{eq: $text, contains: $text, startsWith: $text, oneOf: [$text]}}, slug: {{eq: $text}},
          OR: [{{places: {{gt: $number, oneOf: [$number]}}}}, {{closesAt: {{gte: $at}}, startsOn: {{lt: $on}}}}],
          crebos: {{has: $text, hasAny: [$text], hasAll: [$text]}}, sdgs: {{has: $number}}, id: {{eq: $id}},
          provider: {{name: {{contains: $text}}}}, themes: {{some: {{code: {{oneOf: [$text]}}}}}}}}) {{
        totalCount facets(fields: [KIND, CREBOS, THEMES, PROVIDER, LOCATIONS_CITY]) {{ values {{ label count }} }}
        nodes {{ programmes(where: {{studyLoadValue: {{lt: $float}}}}) {{ totalCount }} }} }}
      node(id: $id) {{ id }} nodes(ids: [$id, {quoted(other_id)}]) {{ id }}
      theme(by: {{slug: $text}}) {{ id }}
      organisation(by: {{identifier: {{scheme: KVK, value: $text}}}}) {{ id }}
    }}"""
    variables = {}
    if is_literal:
        for name, (_, _, literal) in values.items():
            query = query.replace(f"${name}", literal)
    else:
        declared = ", ".join(f"${name}: {kind}" for name, (kind, _, _) in values.items())
        query, variables = f"query ({declared}) {query}", {k: value for k, (_, value, _) in values.items()}

    with statements_of(world) as sent:
        answer = await world.answer(query, variables)

    assert answer.status == 200, answer.body
    ((sql, _),) = sent
    for _, value, _ in values.values():
        assert str(value) not in sql
    assert other_id not in sql


async def test_a_cursor_never_stands_in_a_statement(world):
    asked = (
        "query ($c: String) { offers(after: $c, orderBy: [{field: TITLE}]) { edges { cursor node { id } } } }"
    )
    first, second, _ = (await world.data(asked))["offers"]["edges"]

    with statements_of(world) as sent:
        data = await world.data(asked, c=first["cursor"])

    assert data["offers"]["edges"][0] == second
    assert first["cursor"] not in sent[0][0]
    assert first["node"]["id"] not in sent[0][0]
