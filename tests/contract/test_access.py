"""Nobody in who doesn't belong: every type by every path, made from the catalogue so that none is forgotten.

For each node type there is one row that everybody may see and one for each reason to hide it. Whichever way
a list, a count, a page or a condition leads to the type, only the visible row may show. All rows point to
the visible one of each other type, and are linked with it, so that every relation leads to all of them.
"""

import datetime as dt
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from schakel_server.app import the_graph
from schakel_server.declare.catalogue import ComputedField, ManyField, ToOneField, TypeDeclaration
from schakel_server.declare.facets import FacetField, facets_of
from schakel_server.declare.values import PublicationStatus, Visibility
from schakel_server.domain.offers.values import ListingState
from tortoise import Tortoise

from tests.contract.asking import Graph
from tests.factories import make

pytestmark = pytest.mark.asyncio(loop_scope="module")

NOW = dt.datetime.now(dt.UTC)
HOUR = dt.timedelta(hours=1)
HIDDEN: dict[str, dict[str, Any]] = {
    "draft": {"status": PublicationStatus.DRAFT},
    "in-review": {"status": PublicationStatus.IN_REVIEW},
    "archived": {"status": PublicationStatus.ARCHIVED},
    "network": {"visibility": Visibility.NETWORK},
    "organisation": {"visibility": Visibility.ORGANISATION},
    "group": {"visibility": Visibility.GROUP},
    "private": {"visibility": Visibility.PRIVATE},
    "to-come": {"publish_at": NOW + HOUR},
    "over": {"unpublish_at": NOW - HOUR},
}
IS_HIDDEN = f"{{slug: {{oneOf: {json.dumps(list(HIDDEN))}}}}}"
CATALOGUE = the_graph()[0]
NODES = [declaration.name for declaration in CATALOGUE.nodes()]
RELATIONS = [
    (declaration.name, name) for declaration in CATALOGUE.types.values() for name in declaration.relations
]
NODES_TO_NODES = [
    (name, relation)
    for name, relation in RELATIONS
    if CATALOGUE.types[name].is_node
    and CATALOGUE.types[CATALOGUE.types[name].relations[relation].target].is_node
]
PART_TABLES = {
    declaration.table: declaration.name for declaration in CATALOGUE.types.values() if not declaration.is_node
}
TO_ONE = [
    pair for pair in NODES_TO_NODES if isinstance(CATALOGUE.types[pair[0]].relations[pair[1]], ToOneField)
]
TO_MANY = [pair for pair in NODES_TO_NODES if pair not in TO_ONE]


class World:
    """The rows by type: one that is shown, and one that is hidden for each reason."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.shown: dict[str, Any] = {}
        self.hidden: dict[str, list[Any]] = {}

    def known(self, name: str, *, required: bool) -> dict[str, Any]:
        """The relations to one of a type, all or the required ones, to the rows that are shown."""
        model = model_of(name)
        keys = {key: model._meta.fields_map[key] for key in model._meta.fk_fields}
        targets = {
            key: field.related_model.__name__ for key, field in keys.items() if not (required and field.null)
        }
        return {key: self.shown[target] for key, target in targets.items()}


def model_of(name: str) -> Any:
    return Tortoise.apps["schakel"][name]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> World:
    made = World(shared)
    async with shared.database.transaction() as connection:
        for name in NODES:
            known = made.known(name, required=True)
            made.shown[name] = await make(model_of(name), slug="shown", **known)
            made.hidden[name] = [
                await make(model_of(name), slug=slug, **known, **why) for slug, why in HIDDEN.items()
            ]
        for name in NODES:
            known = made.known(name, required=False)
            if known:
                keys = ", ".join(f"{key}_id = '{row.id}'" for key, row in known.items())
                await connection.execute_script(f"UPDATE {CATALOGUE.types[name].table} SET {keys}")
        for name, relation in TO_MANY:
            await link(connection, made, name, CATALOGUE.types[name].relations[relation])
    return made


async def link(connection: Any, world: World, name: str, relation: ManyField) -> None:
    """Link the visible row of the type with all rows of the relation's target."""
    for target in [*world.hidden[relation.target], world.shown[relation.target]]:
        if relation.link_table and relation.link_table not in PART_TABLES:
            await connection.execute_script(
                f"INSERT INTO {relation.link_table} ({relation.parent_column}, {relation.target_column}) "
                f"VALUES ('{world.shown[name].id}', '{target.id}') ON CONFLICT DO NOTHING"
            )


@asynccontextmanager
async def for_now(world: World, name: str, rows: list[dict[str, Any]]) -> AsyncIterator[list[Any]]:
    """Rows that are there for the length of the block."""
    async with world.graph.database.transaction():
        made = [await make(model_of(name), **values) for values in rows]
    try:
        yield made
    finally:
        async with world.graph.database.transaction():
            for row in made:
                await row.delete()


@asynccontextmanager
async def led_across(world: World, name: str, relation: ManyField) -> AsyncIterator[None]:
    """The parts that a relation across them needs, for the length of the block."""
    part = PART_TABLES.get(relation.link_table or "")
    if part is None:
        yield
        return
    here, there = (
        str(column).removesuffix("_id") for column in (relation.parent_column, relation.target_column)
    )
    targets = [*world.hidden[relation.target], world.shown[relation.target]]
    async with for_now(world, part, [{here: world.shown[name], there: target} for target in targets]):
        yield


def shown_of(declaration: TypeDeclaration) -> str:
    return f'{declaration.one}(by: {{slug: "shown"}})'


@pytest.mark.parametrize("name", NODES)
async def test_a_list_shows_and_counts_visible_rows_only(world, name):
    many = CATALOGUE.types[name].many
    asked = f"""{{
      {many}(first: 1) {{
        nodes {{ slug }} edges {{ node {{ slug }} }} totalCount
        pageInfo {{ hasNextPage hasPreviousPage }}
      }}
      end: {many}(last: 1) {{ nodes {{ slug }} pageInfo {{ hasNextPage hasPreviousPage }} }}
      sought: {many}(where: {{NOT: {{slug: {{eq: "shown"}}}}}}) {{ nodes {{ slug }} totalCount }}
    }}"""

    data = await world.graph.data(asked)

    alone = {"hasNextPage": False, "hasPreviousPage": False}
    assert data == {
        many: {
            "nodes": [{"slug": "shown"}],
            "edges": [{"node": {"slug": "shown"}}],
            "totalCount": 1,
            "pageInfo": alone,
        },
        "end": {"nodes": [{"slug": "shown"}], "pageInfo": alone},
        "sought": {"nodes": [], "totalCount": 0},
    }


@pytest.mark.parametrize("name", NODES)
async def test_a_hidden_row_reads_like_a_missing_one(world, name):
    declaration = CATALOGUE.types[name]
    ids = [row.id for row in world.hidden[name]]
    ways = [f'{declaration.one}(by: {{id: "{row_id}"}}) {{ slug }}' for row_id in ids]
    ways += [f'{declaration.one}(by: {{slug: "{slug}"}}) {{ slug }}' for slug in HIDDEN]
    ways += [f'node(id: "{row_id}") {{ id }}' for row_id in ids]

    response = await world.graph.response(
        "query($ids: [ID!]!) { nodes(ids: $ids) { id }"
        + " ".join(f"w{i}: {w}" for i, w in enumerate(ways))
        + "}",
        ids=[*ids, world.shown[name].id],
    )

    assert "errors" not in response
    nodes = response["data"].pop("nodes")
    assert nodes == [*(None for _ in ids), {"id": world.shown[name].id}]
    assert set(response["data"].values()) == {None}


@pytest.mark.parametrize("name", NODES)
async def test_a_cursor_made_beside_a_hidden_row_tells_nothing_of_it(world, name):
    many = CATALOGUE.types[name].many
    data = await world.graph.data(f"{{ {many} {{ pageInfo {{ endCursor }} }} }}")
    cursor = data[many]["pageInfo"]["endCursor"]

    for page in (f'first: 5, after: "{cursor}"', f'last: 5, before: "{cursor}"'):
        data = await world.graph.data(
            f"{{ {many}({page}) {{ nodes {{ slug }} totalCount pageInfo {{ startCursor endCursor }} }} }}"
        )

        nothing = {"startCursor": None, "endCursor": None}
        assert data == {many: {"nodes": [], "totalCount": 1, "pageInfo": nothing}}


@pytest.mark.parametrize(("name", "relation_name"), TO_MANY)
async def test_a_relation_shows_counts_and_pages_visible_rows_only(world, name, relation_name):
    declaration = CATALOGUE.types[name]
    relation = declaration.relations[relation_name]
    page = "(first: 1) { nodes { slug } totalCount pageInfo { hasNextPage hasPreviousPage } }"
    inner = page if relation.is_connection else " { slug }"

    async with led_across(world, name, relation):
        data = await world.graph.data(f"{{ {shown_of(declaration)} {{ found: {relation_name}{inner} }} }}")

    expected: Any = [{"slug": "shown"}]
    if relation.is_connection:
        alone = {"hasNextPage": False, "hasPreviousPage": False}
        expected = {"nodes": expected, "totalCount": 1, "pageInfo": alone}
    assert data[declaration.one]["found"] == expected


@pytest.mark.parametrize(("name", "relation_name"), TO_MANY)
async def test_a_condition_on_related_rows_looks_at_visible_ones_only(world, name, relation_name):
    declaration = CATALOGUE.types[name]
    asked = f"{declaration.many}(where: {{{relation_name}: %s}}) {{ totalCount }}"
    conditions = {
        "visible": '{some: {slug: {eq: "shown"}}}',
        "hidden": f"{{some: {IS_HIDDEN}}}",
        "not_hidden": f"{{none: {IS_HIDDEN}}}",
        "other_than_visible": '{some: {NOT: {slug: {eq: "shown"}}}}',
    }

    async with led_across(world, name, declaration.relations[relation_name]):
        data = await world.graph.data(
            "{" + " ".join(f"{k}: {asked % v}" for k, v in conditions.items()) + "}"
        )

    counts = {key: connection["totalCount"] for key, connection in data.items()}
    assert counts == {"visible": 1, "hidden": 0, "not_hidden": 1, "other_than_visible": 0}


@pytest.mark.parametrize(("name", "relation_name"), TO_ONE)
async def test_a_hidden_row_at_the_end_of_a_relation_reads_like_none(world, name, relation_name):
    declaration = CATALOGUE.types[name]
    relation = declaration.relations[relation_name]
    known = world.known(name, required=True)
    key = relation.column.removesuffix("_id")
    rows = [{**known, key: row, "slug": f"to-{row.slug}"} for row in world.hidden[relation.target]]
    is_its_holder = '{slug: {startsWith: "to-"}'
    conditions = {
        "all": f"{is_its_holder}}}",
        "related": f"{is_its_holder}, {relation_name}: {{}}}}",
        "not_related": f"{is_its_holder}, NOT: {{{relation_name}: {{}}}}}}",
        "by_slug": f"{{{relation_name}: {IS_HIDDEN}}}",
    }
    counts = " ".join(f"{k}: {declaration.many}(where: {v}) {{ totalCount }}" for k, v in conditions.items())

    async with for_now(world, name, rows):
        data = await world.graph.data(
            f"{{ {counts} found: {declaration.many}(where: {conditions['all']}) "
            f"{{ nodes {{ {relation_name} {{ id }} }} }} }}"
        )

    found = data.pop("found")["nodes"]
    assert found == [{relation_name: None}] * len(HIDDEN)
    totals = {key: connection["totalCount"] for key, connection in data.items()}
    assert totals == {"all": len(HIDDEN), "related": 0, "not_related": len(HIDDEN), "by_slug": 0}


PARTS = [
    (name, relation)
    for name, relation in RELATIONS
    if not CATALOGUE.types[CATALOGUE.types[name].relations[relation].target].is_node
]


def owners_of(relation: ManyField) -> list[str]:
    """The nodes that the parts belong to, besides the one where this relation starts."""
    part = model_of(relation.target)
    return [
        key
        for key in part._meta.fk_fields
        if part._meta.fields_map[key].graph.part and f"{key}_id" != relation.parent_column
    ]


@pytest.mark.parametrize(("name", "relation_name"), PARTS)
async def test_a_part_is_seen_with_its_node_only(world, name, relation_name):
    declaration = CATALOGUE.types[name]
    relation = declaration.relations[relation_name]
    known = world.known(relation.target, required=True)
    more = {"state": ListingState.APPROVED} if relation.target == "OfferListing" else {}
    rows = [{**known, **more}]
    for owner in owners_of(relation):
        target = model_of(relation.target)._meta.fields_map[owner].related_model.__name__
        rows += [{**known, **more, owner: row} for row in world.hidden[target]]
    place = relation_name
    if relation_name not in declaration.fields:
        place = next(group for group in declaration.fields if relation_name.startswith(group))
        place = f"{place} {{ found: {relation_name.removeprefix(place).lower()}"
    else:
        place = f"found: {relation_name}"
    inner = "{ nodes { __typename } totalCount }" if relation.is_connection else "{ __typename }"
    closing = "}" if "{" in place else ""

    async with for_now(world, relation.target, rows):
        data = await world.graph.data(
            f"{{ {shown_of(declaration)} {{ {place} {inner} {closing} }} "
            f"some: {declaration.many}(where: {{{relation_name}: {{some: {{}}}}}}) {{ totalCount }} }}"
        )

    found = data[declaration.one]
    found = found["found"] if "found" in found else next(iter(found.values()))["found"]
    seen = [{"__typename": relation.target}]
    assert found == ({"nodes": seen, "totalCount": 1} if relation.is_connection else seen)
    assert data["some"]["totalCount"] == 1


LISTINGS = [
    (name, relation)
    for name, relation in PARTS
    if CATALOGUE.types[name].relations[relation].target == "OfferListing"
]


@pytest.mark.parametrize(("name", "relation_name"), LISTINGS)
@pytest.mark.parametrize("state", [state for state in ListingState if state is not ListingState.APPROVED])
async def test_a_listing_that_is_not_approved_is_not_seen(world, name, relation_name, state):
    declaration = CATALOGUE.types[name]
    is_connection = declaration.relations[relation_name].is_connection
    inner = "{ nodes { state } totalCount }" if is_connection else "{ state }"
    known = world.known("OfferListing", required=True)

    async with for_now(world, "OfferListing", [{**known, "state": state}]):
        data = await world.graph.data(
            f"{{ {shown_of(declaration)} {{ found: {relation_name} {inner} }} "
            f"some: {declaration.many}(where: {{{relation_name}: {{some: {{}}}}}}) {{ totalCount }} }}"
        )

    assert data == {
        declaration.one: {"found": {"nodes": [], "totalCount": 0} if is_connection else []},
        "some": {"totalCount": 0},
    }


FACETS = [(name, facet) for name in NODES for facet in facets_of(CATALOGUE, CATALOGUE.types[name])]
RELATIONS_WITH_FACETS = [
    (name, relation)
    for name, relation in TO_MANY
    if CATALOGUE.types[name].relations[relation].is_connection
    and facets_of(CATALOGUE, CATALOGUE.types[CATALOGUE.types[name].relations[relation].target])
]


def all_facets(declaration: TypeDeclaration) -> str:
    names = ", ".join(facets_of(CATALOGUE, declaration))
    return f"{{ facets(fields: [{names}], first: 100) {{ field values {{ value label count }} }} }}"


async def is_of_the_shown_row(world: World, name: str, counted: list[dict[str, Any]]) -> None:
    """Each facet counts the one row that is shown, under the related row that is shown, and nothing besides."""
    for facet, found in zip(facets_of(CATALOGUE, CATALOGUE.types[name]).values(), counted, strict=True):
        assert found["field"] == facet.name
        if facet.label is not None:
            related = world.shown[facet.relation.target]
            label = getattr(related, facet.label.column)
            label = label["nl"] if isinstance(label, dict) else label
            assert found["values"] == [{"value": related.id, "label": label, "count": 1}]
        elif facet.relation is None and not facet.column.is_list and not facet.column.nullable:
            assert [value["count"] for value in found["values"]] == [1]
        else:
            assert found["values"] == []


@pytest.mark.parametrize("name", sorted({name for name, _ in FACETS}))
async def test_a_facet_counts_visible_rows_only(world, name):
    many = CATALOGUE.types[name].many

    data = await world.graph.data(f"{{ {many} {all_facets(CATALOGUE.types[name])} }}")

    await is_of_the_shown_row(world, name, data[many]["facets"])


@pytest.mark.parametrize(("name", "relation_name"), RELATIONS_WITH_FACETS)
async def test_a_facet_of_a_relation_counts_visible_rows_only(world, name, relation_name):
    declaration = CATALOGUE.types[name]
    relation = declaration.relations[relation_name]
    asked = f"{shown_of(declaration)} {{ {relation_name} {all_facets(CATALOGUE.types[relation.target])} }}"

    async with led_across(world, name, relation):
        data = await world.graph.data(f"{{ {asked} }}")

    await is_of_the_shown_row(world, relation.target, data[declaration.one][relation_name]["facets"])


def facet_of(name: str, facet_name: str) -> FacetField:
    return facets_of(CATALOGUE, CATALOGUE.types[name])[facet_name]


@pytest.mark.parametrize(
    ("name", "facet_name"),
    [(name, facet) for name, facet in FACETS if isinstance(facet_of(name, facet).relation, ToOneField)],
)
async def test_a_facet_never_names_a_hidden_row(world, name, facet_name):
    relation, many = facet_of(name, facet_name).relation, CATALOGUE.types[name].many
    key = relation.column.removesuffix("_id")
    known = world.known(name, required=True)
    rows = [{**known, key: row, "slug": f"to-{row.slug}"} for row in world.hidden[relation.target]]
    sought = '{slug: {startsWith: "to-"}}'

    async with for_now(world, name, rows):
        data = await world.graph.data(
            f"{{ {many}(where: {sought}) {{ totalCount facets(fields: [{facet_name}]) {{ values {{ value }} }} }} }}"
        )

    assert data == {many: {"totalCount": len(HIDDEN), "facets": [{"values": []}]}}


@pytest.mark.parametrize(
    ("name", "facet_name"),
    [
        (name, facet)
        for name, facet in FACETS
        if facet_of(name, facet).relation and facet_of(name, facet).label is None
    ],
)
async def test_a_facet_of_parts_counts_those_of_visible_rows_once(world, name, facet_name):
    facet, many = facet_of(name, facet_name), CATALOGUE.types[name].many
    owner, column = facet.relation.parent_column.removesuffix("_id"), facet.column.column
    owners = [*world.hidden[name], world.shown[name], world.shown[name]]
    rows = [{owner: row, column: "Meppel" if row.slug == "shown" else row.slug} for row in owners]

    async with for_now(world, facet.relation.target, rows):
        data = await world.graph.data(
            f"{{ {many} {{ facets(fields: [{facet_name}]) {{ values {{ value count }} }} }} }}"
        )

    assert data == {many: {"facets": [{"values": [{"value": "Meppel", "count": 1}]}]}}


PLACED = [declaration.name for declaration in CATALOGUE.nodes() if declaration.position]


@asynccontextmanager
async def placed(world: World, name: str) -> AsyncIterator[None]:
    """All rows of a type at one position: the hidden ones also in a town and at a postcode of their own."""
    declaration = CATALOGUE.types[name]
    at = {"latitude": 53.0, "longitude": 6.5}
    shown, hidden = {**at, "city": "Getoond"}, {**at, "city": "Verborgen", "postcode": "9999 XX"}
    if declaration.position != ".":
        relation = declaration.relations[declaration.position]
        owner = relation.parent_column.removesuffix("_id")
        rows = [{owner: row, **hidden} for row in world.hidden[name]]
        async with for_now(world, relation.target, [*rows, {owner: world.shown[name], **shown}]):
            yield
        return
    known = world.known(name, required=True)
    rows = [{**known, **hidden, **why} for why in HIDDEN.values()]
    async with for_now(world, name, [*rows, {**known, **shown}]):
        yield


@pytest.mark.parametrize("name", PLACED)
async def test_a_hidden_row_has_no_place_on_the_map(world, name):
    many = CATALOGUE.types[name].many
    circle = "near: {latitude: 53.0, longitude: 6.5, distanceKm: 1}"
    asked = "{ edges { distanceKm node { id } } totalCount pageInfo { hasNextPage } }"
    ways = [circle, circle.replace("1}", "500}")] + [f"{circle}, orderBy: [{{field: DISTANCE}}]"] * 2
    ways[3] = ways[3].replace("DISTANCE}", "DISTANCE, direction: DESC}")

    async with placed(world, name):
        lists = " ".join(f"w{i}: {many}(first: 1, {way}) {asked}" for i, way in enumerate(ways))
        data = await world.graph.data(f"{{ {lists} }}")
        codes = [
            await world.graph.code(
                f'{{ {many}(near: {{place: "{place}", distanceKm: 5}}) {{ totalCount }} }}'
            )
            for place in ("Verborgen", "9999 XX", "9999")
        ]

    for connection in data.values():
        (edge,) = connection["edges"]
        assert edge["node"]["id"] not in {row.id for row in world.hidden[name]}
        assert edge["distanceKm"] == 0.0
        assert (connection["totalCount"], connection["pageInfo"]["hasNextPage"]) == (1, False)
    assert codes == ["INVALID_INPUT"] * 3


COMPUTED = [
    (declaration.name, name)
    for declaration in CATALOGUE.nodes()
    for name, item in declaration.fields.items()
    if isinstance(item, ComputedField)
]


def words_of(row: Any) -> set[str]:
    """What a row could be known by: its id and whatever it is called."""
    called = (getattr(row, name, None) for name in ("name", "title", "label"))
    return {row.id, *(text["nl"] if isinstance(text, dict) else text for text in called if text)}


@pytest.mark.parametrize(("name", "field"), COMPUTED)
async def test_a_computed_field_is_not_made_from_hidden_rows(world, name, field):
    declaration = CATALOGUE.types[name]
    known = world.known(name, required=True)
    to_one = [item for item in declaration.relations.values() if isinstance(item, ToOneField)]
    rows = [
        {**known, item.column.removesuffix("_id"): row, "slug": f"{item.column}-{row.slug}"}
        for item in to_one
        for row in world.hidden[item.target]
    ]

    async with for_now(world, name, rows):
        data = await world.graph.data(f"{{ {declaration.many}(first: 100) {{ nodes {{ slug {field} }} }} }}")

    assert len(data[declaration.many]["nodes"]) == 1 + len(rows)
    text = json.dumps(data, ensure_ascii=False)
    for hidden in world.hidden.values():
        for row in hidden:
            assert not any(f'"{word}"' in text for word in words_of(row))
    assert f'"{world.shown[name].id}"' in text
