"""What the contract's tests share: the graph over a database without rows."""

from collections.abc import AsyncIterator, Callable

import pytest_asyncio
from schakel_server.declare.catalogue import Catalogue, ManyField, ToOneField
from schakel_server.domain import MODEL_MODULES
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database

from tests.contract.asking import Graph


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def shared(new_database_url: Callable[[], str]) -> AsyncIterator[Graph]:
    """The graph over one database for all tests of a module; the module fills it once and only reads then."""
    settings = load_settings(database_url=new_database_url(), pool_min=1, pool_max=5)
    database = await Database.open(settings, MODEL_MODULES)
    try:
        yield Graph(database)
    finally:
        await database.close()


@pytest_asyncio.fixture(loop_scope="module")
async def graph(shared: Graph) -> AsyncIterator[Graph]:
    """The graph over a database that is empty before and after the test."""
    yield shared
    async with shared.database.transaction() as connection:
        await connection.execute_script(";".join(_emptying(shared.catalogue)))


def _emptying(catalogue: Catalogue) -> list[str]:
    """The statements that delete all rows: links, then what refers to others before what it refers to."""
    statements = []
    for declaration in reversed(catalogue.types.values()):
        for relation in declaration.relations.values():
            if isinstance(relation, ManyField) and relation.link_table:
                statements.insert(0, f"DELETE FROM {relation.link_table}")
            elif isinstance(relation, ToOneField) and relation.target == declaration.name:
                statements.append(f"UPDATE {declaration.table} SET {relation.column} = NULL")
        statements.append(f"DELETE FROM {declaration.table}")
    return list(dict.fromkeys(statements))
