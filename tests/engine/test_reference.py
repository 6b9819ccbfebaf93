"""The engine on both databases answers as the reference executor does, whatever is asked."""

import os
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schakel_server.declare.catalogue import ColumnField, GroupField
from schakel_server.declare.values import Locale

from tests.databases import Postgresql, postgresql_template, sqlite_template
from tests.engine.reference.operations import Operation, operations
from tests.engine.reference.pools import Pools
from tests.engine.reference.tables import Tables
from tests.engine.reference.world import NOW
from tests.engine.reference.worlds import CATALOGUE, SCHEMA, Worlds, opened_worlds, prepare

pytestmark = pytest.mark.asyncio(loop_scope="module")

CASES = int(os.environ.get("SCHAKEL_FUZZ_CASES", "0"))  # 0: a fixed set of cases, the same each time
FIXED_CASES = 2000
LOCALES = [locale.name for locale in Locale]
ALIASES = 30  # DESIGN, "Ids, pages, limits"
COMMON = "textl"  # with its slip, what many rows have
SEARCHES = 3  # over all types in one operation: each is a set of rows for every type
WAYS = ("after: $c%d, first: 2", "after: $c%d, last: 2", "before: $c%d, first: 2", "before: $c%d, last: 2")


@pytest.fixture(scope="module")
def filled(postgresql: Postgresql) -> Iterator[tuple[str, str, Tables]]:
    """The addresses of one database of each kind with the same rows, and these rows."""
    read: list[Tables] = []

    async def fill(url: str) -> None:
        read.append(await prepare(url))

    with sqlite_template(fill) as sqlite, postgresql_template(postgresql, fill) as other:
        assert contents(read[0]) == contents(read[1])
        yield sqlite(), other(), read[0]


def contents(tables: Tables) -> Any:
    """All that the tables hold, to compare."""
    rows = {
        (name, identity): {
            column: in_no_order(column, getattr(row, column)) for column in row._meta.db_fields
        }
        for name, found in tables.rows.items()
        for identity, row in found.items()
    }
    links = {table: sorted(sorted(pair.items()) for pair in pairs) for table, pairs in tables.links.items()}
    return rows, links


def in_no_order(column: str, value: Any) -> Any:
    """The value of a column; terms stand in no order that counts."""
    return sorted(value.split()) if column == "search_terms" and value else value


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def worlds(filled: tuple[str, str, Tables]) -> AsyncIterator[Worlds]:
    async with opened_worlds(*filled) as found:
        yield found
        assert found.too_complex <= found.asked / 20, "too few questions were answered to say much"


@pytest.fixture(scope="module")
def asked(filled: tuple[str, str, Tables]) -> st.SearchStrategy[Operation]:
    return operations(SCHEMA._schema, Pools(filled[2], NOW))


async def variables_of(worlds: Worlds, operation: Operation) -> dict[str, Any]:
    """The variables of an operation, with cursors out of earlier answers."""
    found = dict(operation.variables)
    for wanted in operation.cursors:
        cursors = await worlds.cursors(wanted.query)
        found[wanted.name] = cursors[wanted.place % len(cursors)] if cursors else None
    return found


def orders() -> list[tuple[str, str]]:
    """Each list of the graph with its own order, and with each that can be asked for, this way and that by turns."""
    found = []
    for declaration in CATALOGUE.nodes():
        found.append((declaration.many, ""))
        for i, name in enumerate(declaration.orders()):
            way = ("ASC", "DESC")[i % 2]
            found.append((declaration.many, f", orderBy: [{{field: {name}, direction: {way}}}]"))
    return found


async def walk(worlds: Worlds, many: str, given: str, ways: Sequence[str] = WAYS) -> int:
    """Asks all three for the pages at each cursor of a list; how many there are."""
    cursors = await worlds.cursors(f"{{ {many}(first: 100{given}) {{ edges {{ cursor }} }} }}")
    lists = [f"a{i}x{n}: {many}({way % i}{given})" for i in range(len(cursors)) for n, way in enumerate(ways)]
    asked = "nodes { ... on Node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"

    size = SEARCHES if many == "search" else ALIASES
    for start in range(0, len(lists), size):
        some = lists[start : start + size]
        used = range(start // len(ways), min((start + size - 1) // len(ways) + 1, len(cursors)))
        definitions = ", ".join(f"$c{i}: String" for i in used)
        query = f"query ({definitions}) {{ {' '.join(f'{one} {{ {asked} }}' for one in some)} }}"

        assert await worlds.check(query, {f"c{i}": cursors[i] for i in used}) is not None
    return len(cursors)


@pytest.mark.parametrize(("many", "order"), orders())
async def test_from_every_cursor_both_ways(worlds, many, order):
    assert await walk(worlds, many, order) > 10


@pytest.mark.parametrize(
    "order", ["", ", orderBy: [{field: RELEVANCE, direction: DESC}, {field: CREATED_AT}]"]
)
@pytest.mark.parametrize(
    "many", [declaration.many for declaration in CATALOGUE.nodes() if declaration.searched()]
)
async def test_from_every_cursor_of_a_search(worlds, many, order):
    assert await walk(worlds, many, f', search: "{COMMON}"{order}') > 1


@pytest.mark.parametrize(
    "many", [declaration.many for declaration in CATALOGUE.nodes() if declaration.position]
)
async def test_from_every_cursor_around_a_place(worlds, many):
    near = ', near: {place: "groningen", distanceKm: 500}, orderBy: [{field: DISTANCE}]'

    assert await walk(worlds, many, near) > 2


async def test_from_every_cursor_of_a_search_over_all_types(worlds):
    assert await walk(worlds, "search", f', text: "{COMMON}"', WAYS[:1]) > 20


async def test_words_are_noted_of_what_everybody_may_see(worlds):
    expected = worlds.reference.library.words

    for service in worlds.services.values():
        searcher = service.engine.searcher
        await searcher.prepare(["onbekendwoord"])
        assert searcher.vocabulary.words.all == expected.all


async def test_all_fields_of_the_widest_type_at_once_with_aliases(worlds):
    widest = max(CATALOGUE.nodes(), key=lambda declaration: len(declaration.columns))
    columns = [name for name, item in widest.fields.items() if isinstance(item, ColumnField)]
    localised = [name for name in columns if widest.columns[name].kind == "local"]
    again = [f"a{i}: {localised[i % len(localised)]}(locale: {LOCALES[i % 4]})" for i in range(ALIASES)]
    groups = [
        f"{name} {{ {' '.join(item.fields)} }}"
        for name, item in widest.fields.items()
        if isinstance(item, GroupField)
    ]
    asked = " ".join([*columns, *groups, *again])

    for locale in LOCALES:
        await worlds.check(f"{{ {widest.many}(first: 100) {{ nodes {{ {asked} }} }} }}", {}, locale)


@given(data=st.data())
@settings(
    max_examples=CASES or FIXED_CASES,
    derandomize=not CASES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)
async def test_engine_and_reference_answer_alike(worlds, asked, data):
    operation = data.draw(asked)
    variables = await variables_of(worlds, operation)

    await worlds.check(operation.query, variables, operation.locale)
