"""Search shows, counts and marks visible rows only, on every path, and its help with spelling knows no hidden word."""

import json

import pytest
from schakel_server.declare.catalogue import ManyField

from tests.contract.test_access import (
    CATALOGUE,
    HIDDEN,
    NODES,
    TO_MANY,
    for_now,
    led_across,
    link,
    shown_of,
    world,
)

__all__ = ["world"]
pytestmark = pytest.mark.asyncio(loop_scope="module")

SOUGHT = "vindbaarwoord"  # in the row that is shown and in all that are hidden
SECRET = "geheimwoord"  # in hidden rows only
SEARCHED = [name for name in NODES if CATALOGUE.types[name].searched()]
FOUND = """{ totalCount nodes { slug } edges { cursor score highlights { field parts { text } } node { slug } }
  pageInfo { hasNextPage hasPreviousPage endCursor } }"""


def column_of(name: str) -> str:
    """A searched column that holds plain text, in whichever languages."""
    return next(
        c.column for c in CATALOGUE.types[name].searched() if c.kind in ("text", "local") and not c.enum
    )


def rows_of(world, name):
    """A visible row, and a hidden one for each reason."""
    known, column = world.known(name, required=True), column_of(name)
    shown = {**known, "slug": "sought", column: SOUGHT}
    hidden = [
        {**known, "slug": f"unseen-{slug}", column: f"{SOUGHT} {SECRET} {SECRET}{n}", **why}
        for n, (slug, why) in enumerate(HIDDEN.items())
    ]
    return [shown, *hidden]


@pytest.mark.parametrize("name", SEARCHED)
async def test_a_search_shows_counts_and_pages_visible_rows_only(world, name):
    many = CATALOGUE.types[name].many

    async with for_now(world, name, rows_of(world, name)):
        data = await world.graph.data(
            f'{{ sought: {many}(search: "{SOUGHT}") {FOUND} secret: {many}(search: "{SECRET}") {FOUND}'
            f' end: {many}(last: 1, search: "{SOUGHT}") {FOUND} }}'
        )
        after = data["sought"]["pageInfo"]["endCursor"]
        further = await world.graph.data(
            f'{{ next: {many}(search: "{SOUGHT}", after: "{after}") {FOUND}'
            f' before: {many}(search: "{SOUGHT}", last: 5, before: "{after}") {FOUND} }}'
        )

    for found in (data["sought"], data["end"]):
        assert found["totalCount"] == 1
        assert found["nodes"] == [{"slug": "sought"}]
        assert [edge["node"]["slug"] for edge in found["edges"]] == ["sought"]
        assert (found["pageInfo"]["hasNextPage"], found["pageInfo"]["hasPreviousPage"]) == (False, False)
    assert (data["secret"]["totalCount"], data["secret"]["edges"]) == (0, [])
    assert SECRET not in json.dumps(data)
    assert [found["nodes"] for found in further.values()] == [[], []]


@pytest.mark.parametrize("name", SEARCHED)
async def test_the_search_over_all_types_shows_and_counts_visible_rows_only(world, name):
    async with for_now(world, name, rows_of(world, name)):
        data = await world.graph.data(
            f'{{ search(text: "{SOUGHT}") {{ totalCount counts {{ type count }} pageInfo {{ hasNextPage }}'
            f" nodes {{ __typename }} edges {{ highlights {{ parts {{ text }} }} }} }}"
            f' secret: search(text: "{SECRET}") {{ totalCount counts {{ count }} nodes {{ __typename }} }} }}'
        )

    counts = {row["type"]: row["count"] for row in data["search"]["counts"] if row["count"]}
    assert counts == {CATALOGUE.types[name].constant: 1}
    assert data["search"]["totalCount"] == 1
    assert data["search"]["nodes"] == [{"__typename": name}]
    assert data["search"]["pageInfo"] == {"hasNextPage": False}
    assert data["secret"]["totalCount"] == sum(row["count"] for row in data["secret"]["counts"]) == 0
    assert SECRET not in json.dumps(data)


CONNECTIONS = [
    (name, relation_name)
    for name, relation_name in TO_MANY
    if CATALOGUE.types[name].relations[relation_name].is_connection
    and CATALOGUE.types[CATALOGUE.types[name].relations[relation_name].target].searched()
]


@pytest.mark.parametrize(("name", "relation_name"), CONNECTIONS)
async def test_a_search_within_a_relation_shows_and_counts_visible_rows_only(world, name, relation_name):
    declaration = CATALOGUE.types[name]
    relation = declaration.relations[relation_name]
    assert isinstance(relation, ManyField)
    async with world.graph.database.transaction() as connection:
        for row in (world.shown[relation.target], *world.hidden[relation.target]):
            await type(row).filter(id=row.id).update(search_terms=f"a{SOUGHT}")
        await link(connection, world, name, relation)

    async with led_across(world, name, relation):
        data = await world.graph.data(
            f'{{ {shown_of(declaration)} {{ found: {relation_name}(search: "{SOUGHT}") {FOUND} }} }}'
        )

    found = data[declaration.one]["found"]
    assert (found["totalCount"], found["nodes"]) == (1, [{"slug": "shown"}])


@pytest.mark.parametrize("name", SEARCHED)
async def test_words_of_hidden_rows_are_not_noted_for_spelling(world, name):
    async with for_now(world, name, rows_of(world, name)):
        noted = [
            await world.graph.database.fetch_row(
                f"SELECT count(*) FROM search_word WHERE word LIKE '{word}%'"
            )
            for word in (SOUGHT, SECRET)
        ]
        misspelt = await world.graph.data(f'{{ search(text: "{SECRET[:-1]}x") {{ totalCount }} }}')

    assert [row[0] > 0 for row in noted] == [True, False]
    assert misspelt == {"search": {"totalCount": 0}}
