"""What the contract's tests share: the graph over a database without rows."""

from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio
from schakel_server.domain import MODEL_MODULES
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database

from tests.contract.asking import Graph


@pytest.fixture
def graph(database: Database) -> Graph:
    return Graph(database)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def shared(new_database_url: Callable[[], str]) -> AsyncIterator[Graph]:
    """The graph over one database for all tests of a module; the module fills it once and only reads then."""
    settings = load_settings(database_url=new_database_url(), pool_min=1, pool_max=5)
    database = await Database.open(settings, MODEL_MODULES)
    try:
        yield Graph(database)
    finally:
        await database.close()
