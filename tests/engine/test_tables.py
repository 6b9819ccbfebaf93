"""The tables that an answer depends on are all those that its statement reads, by the database's own account."""

import json
import re
import sqlite3
from typing import Any

import asyncpg
import pytest
from schakel_server.access.viewer import ANONYMOUS
from schakel_server.engine.engine import Request
from schakel_server.engine.tables import tables_of
from schakel_server.storage.written import EVERYTHING

from tests.contract.asking import Graph
from tests.engine.conftest import statements_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

NEAR = "{latitude: 52.9928, longitude: 6.5642, distanceKm: 25}"
QUERIES = {
    "plain": ("{ offers { nodes { title } } }", {"offer"}),
    "relation": (
        "{ offers { nodes { provider { name } themes { label } } } }",
        {"offer", "organisation", "offer_theme", "theme"},
    ),
    "condition": (
        '{ offers(where: {themes: {some: {code: {eq: "a"}}}}) { totalCount } }',
        {"offer", "offer_theme", "theme"},
    ),
    "negated": (
        '{ themes(where: {NOT: {offers: {some: {provider: {name: {eq: "a"}}}}}}) { totalCount } }',
        {"theme", "offer_theme", "offer", "organisation"},
    ),
    "lookup": ('{ organisation(by: {identifier: {scheme: KVK, value: "1"}}) { id } }', None),
    "near": (f"{{ organisations(near: {NEAR}) {{ edges {{ distanceKm }} }} }}", None),
    "near by place": (
        '{ offers(near: {place: "Assen", distanceKm: 25}) { edges { distanceKm } } }',
        None,
    ),
    "nearest": (
        f"{{ organisations(first: 3, near: {NEAR}, orderBy: [{{field: DISTANCE}}]) {{ nodes {{ name }} }} }}",
        None,
    ),
    "search": ('{ offers(search: "stage textiel") { totalCount edges { score node { title } } } }', None),
    "search of all": ('{ search(text: "textiel") { edges { node { __typename } } } }', None),
    "upcoming": ("{ activities(first: 3) { pageInfo { hasNextPage } nodes { organiser { name } } } }", None),
    "nodes": ('{ nodes(ids: ["org_01kasw3c9xe8v9m0r2q4t6y8za"]) { id } }', {"organisation"}),
    "across": (
        "{ organisations { nodes { children { nodes { offers(last: 3) {"
        " totalCount nodes { slots { __typename } } } } } } } }",
        None,
    ),
    "facets": ("{ offers { facets(fields: [KIND, THEMES, LEVELS]) { values { label count } } } }", None),
    "facets below": (
        "{ organisations { nodes { offers { facets(fields: [THEMES, KIND]) { field values { value } } } } } }",
        None,
    ),
    "nothing": ("{ __typename }", set()),
}


async def every_type(graph: Graph) -> list[str]:
    return [f"{{ {each.many} {{ totalCount nodes {{ id }} }} }}" for each in graph.catalogue.nodes()]


@pytest.mark.parametrize("name", QUERIES)
async def test_the_tables_of_an_answer(shared: Graph, name: str) -> None:
    query, wanted = QUERIES[name]
    operation = shared.service.documents.operation(query, None)
    compiled = shared.service.engine.compiled(operation, {}, Request(ANONYMOUS))

    read = await tables_read(shared, query)

    if read is not None:
        assert compiled.tables - EVERYTHING == read
    assert (compiled.tables >= EVERYTHING) is name.startswith("search")
    if wanted is not None:
        assert compiled.tables == wanted


async def test_the_table_of_every_type(shared: Graph) -> None:
    for query in await every_type(shared):
        with statements_of(shared) as sent:
            await shared.answer(query)
        ((sql, _),) = sent
        assert tables_of(sql) == await tables_read(shared, query)


async def tables_read(graph: Graph, query: str) -> set[str] | None:
    """The tables that the database says it reads for a query; None where it is not asked anything."""
    with statements_of(graph) as sent:
        await graph.answer(query)
    if not sent:
        return None
    sql, args = sent[-1]  # before it, a search may look for new words
    if graph.database.dialect == "sqlite":
        return _by_authorizer(graph, sql)
    return await _by_explain(graph, sql, args)


def _by_authorizer(graph: Graph, sql: str) -> set[str]:
    found: set[str] = set()

    def note(action: int, table: str | None, _column: Any, _database: Any, _trigger: Any) -> int:
        if action == sqlite3.SQLITE_READ and table:
            found.add(table)
        return sqlite3.SQLITE_OK

    connection = sqlite3.connect(graph.database._settings.sqlite_path)
    known = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    known = {name for name in known if "_terms_" not in name}  # what SQLite keeps behind a text index
    connection.set_authorizer(note)
    names = {int(number) for number in re.findall(r"\?(\d+)", sql)}
    connection.execute(f"EXPLAIN {sql}", [None] * max(names, default=0))
    connection.close()
    return found & known


async def _by_explain(graph: Graph, sql: str, args: Any) -> set[str]:
    connection = await asyncpg.connect(graph.database._settings.database_url)
    try:
        plan = json.loads(await connection.fetchval(f"EXPLAIN (FORMAT JSON) {sql}", *args))
    finally:
        await connection.close()
    return set(re.findall(r"'Relation Name': '(\w+)'", str(plan)))
