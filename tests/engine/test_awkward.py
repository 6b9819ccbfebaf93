"""Awkward text, wide objects, deep nesting, many branches: the answer is right and whole."""

import pytest
import pytest_asyncio
from schakel_server.app import the_graph
from schakel_server.declare.catalogue import ColumnField
from schakel_server.domain.offers.models import OfferSkill
from schakel_server.engine.limits import ALIASES
from tortoise import Tortoise

from tests.contract.asking import Graph
from tests.factories import make, make_offer, make_organisation, make_theme

pytestmark = pytest.mark.asyncio(loop_scope="module")

CATALOGUE = the_graph()[0]
TEXTS = {
    "quotes": "\"double\" 'single' `back` ''two''",
    "emoji": "🛠️ 👩‍🔧 \U0001f1f3\U0001f1f1",
    "controls": "".join(chr(i) for i in range(1, 32)),
    "engine's own separators": "a\x01b\x02c\x03d\x01\x01\x02\x02\x03\x03",
    "more controls": "\x7f\x80\x9f\u200b\u200e\u202e\ufeff",
    "backslashes": "\\ \\\\ \\n \\u0041 \\x01 C:\\new",
    "line separators": "\u2028\u2029\x85",
    "json": '{"nl": null, "a": [1, "}"]}',
    "sql": "'); DROP TABLE offer; -- $1 ?1 :a %s {x}",
    "nothing": "",
    "space": " ",
    "null": "null",
    "long": "lang 🛠\n" * 20_000,
    "edges of unicode": "\ud7ff\ue000\uffff\U0010ffff",
    "rtl": "שלום مرحبا",
}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    return shared


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
async def test_text_comes_back_as_it_went_in_wherever_it_stands(world, text):
    async with world.database.transaction():
        provider = await make_organisation(name=text, legal_name=text, csr_vision={"nl": text or "x"})
        offer = await make_offer(
            title={"nl": text or "x"}, crebos=[text, "25998", text], provider=provider, pay_currency=text
        )
        skill = await make(OfferSkill, offer=offer, name={"en": text or "x"})

    data = await world.data(
        """query ($id: ID!, $t: String!, $l: String!) {
          offer(by: {id: $id}) {
            title crebos skills { name } compensation { currency }
            provider { name legalName csrVision offers { edges { cursor node { title } } } }
          }
          found: offers(where: {id: {eq: $id}, title: {eq: $l}, crebos: {hasAll: [$t]}, provider: {name: {oneOf: [$t]}}}) {
            totalCount
          }
          organisations(where: {offers: {some: {id: {eq: $id}}}}) { edges { cursor node { name } } }
        }""",
        id=offer.id,
        t=text,
        l=text or "x",
    )

    local = text or "x"
    edges = data["offer"]["provider"]["offers"].pop("edges")
    assert [edge["node"] for edge in edges] == [{"title": local}]
    assert data["offer"] == {
        "title": local,
        "crebos": [text, "25998", text],
        "skills": [{"name": local}],
        "compensation": {"currency": text},
        "provider": {"name": text, "legalName": text, "csrVision": local, "offers": {}},
    }
    assert data["found"] == {"totalCount": 1}
    (edge,) = data["organisations"]["edges"]
    assert edge["node"] == {"name": text}
    page = await world.data(
        "query ($c: String) { organisations(before: $c, first: 1) { nodes { id } } }", c=edge["cursor"]
    )
    assert len(page["organisations"]["nodes"]) <= 1
    async with world.database.transaction():
        for row in (skill, offer, provider):
            await row.delete()


@pytest.mark.parametrize("name", ["Offer", "Organisation", "Activity"])
async def test_every_field_with_as_many_aliases_as_are_allowed(world, name):
    declaration = CATALOGUE.types[name]
    columns = [field for field in declaration.fields if isinstance(declaration.fields[field], ColumnField)]
    asked = [(f"a{i}", columns[i % len(columns)]) for i in range(ALIASES.most)]
    asked += [(name, name) for name in columns]
    async with world.database.transaction():
        await make(Tortoise.apps["schakel"][name], slug=f"wide-{name}")

    fields = " ".join(key if key == column else f"{key}:{column}" for key, column in asked)
    data = await world.data(f'{{ {declaration.one}(by: {{slug: "wide-{name}"}}) {{ {fields} }} }}')

    row = data[declaration.one]
    assert list(row) == [key for key, _ in asked]
    assert all(row[key] == row[column] for key, column in asked)
    assert row["slug"] == f"wide-{name}"


async def test_ten_levels_around_the_graph(world):
    async with world.database.transaction():
        offer = await make_offer(slug="round", title="Rond")
        theme = await make_theme(code="rond")
        await offer.themes.add(theme)
        await (await offer.provider).themes.add(theme)
    query = "{ title }"
    for _ in range(3):
        page = f"offers(first: 2) {{ totalCount pageInfo {{ hasNextPage }} nodes {query} }}"
        query = f"{{ provider {{ themes {{ code {page} }} }} }}"

    data = await world.data(f'{{ offer(by: {{slug: "round"}}) {query} }}')

    node = data["offer"]
    for _ in range(3):
        (theme,) = node["provider"]["themes"]
        assert (theme["code"], theme["offers"]["totalCount"]) == ("rond", 1)
        (node,) = theme["offers"]["nodes"]
    assert node == {"title": "Rond"}


async def test_a_chain_of_twelve_relations_to_one(world):
    async with world.database.transaction():
        top = None
        for number in range(13):
            top = await make_organisation(slug=f"chain-{number}", parent=top)
    query = "{ slug }"
    for _ in range(12):
        query = f"{{ slug parent {query} }}"

    data = await world.data(f'{{ organisation(by: {{slug: "chain-12"}}) {query} }}')

    node = data["organisation"]
    for number in range(12, 0, -1):
        assert node["slug"] == f"chain-{number}"
        node = node["parent"]
    assert node == {"slug": "chain-0"}


async def test_as_many_branches_as_are_allowed(world):
    literal = ", ".join("{places: {eq: 987}}" for _ in range(200))
    branches = [{"places": {"eq": 987}, "title": {"contains": "niets"}} for _ in range(200)]

    data = await world.data(
        f"query ($w: [OfferWhere!]) {{ a: offers(where: {{OR: [{literal}]}}) {{ totalCount }} "
        "b: offers(where: {OR: $w}) { totalCount } c: offers(where: {AND: $w}) { totalCount } }",
        w=branches,
    )

    assert data == {key: {"totalCount": 0} for key in "abc"}


async def test_a_list_of_thousands_of_values(world):
    data = await world.data(
        "query ($n: [Int!], $t: [String!]) { offers(where: {places: {oneOf: $n}, slug: {oneOf: $t}}) { totalCount } }",
        n=list(range(4_900)),
        t=[f"slug {i} '\"" for i in range(4_900)],
    )

    assert data == {"offers": {"totalCount": 0}}
