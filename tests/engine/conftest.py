"""What the engine's tests share: both kinds of database, each with the demo, and the statements sent."""

import datetime as dt
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest
import pytest_asyncio
from schakel_server.domain import MODEL_MODULES
from schakel_server.exchange.demo.load import load_demo
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database
from schakel_server.storage.migrate import migrate

from tests.contract.asking import Graph
from tests.databases import Postgresql, postgresql_template, sqlite_template

TODAY = dt.date(2026, 11, 23)


async def prepare(url: str) -> None:
    """Make a database with the demo in it."""
    settings = load_settings(database_url=url)
    await migrate(settings, MODEL_MODULES)
    database = await Database.open(settings, MODEL_MODULES)
    try:
        async with database.transaction():
            await load_demo(TODAY)
    finally:
        await database.close()


@pytest.fixture(scope="session")
def demo_urls(postgresql: Postgresql) -> Iterator[dict[str, str]]:
    """The addresses of one database of each kind that hold the same demo; only read them."""
    with sqlite_template(prepare) as sqlite, postgresql_template(postgresql, prepare) as other:
        yield {"sqlite": sqlite(), "postgresql": other()}


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Graph]:
    """The graph over this database, for the length of the block."""
    settings = load_settings(database_url=url, pool_min=1, pool_max=3, deadline_s=30)
    database = await Database.open(settings, MODEL_MODULES)
    try:
        yield Graph(database)
    finally:
        await database.close()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def shared(new_database_url: Callable[[], str]) -> AsyncIterator[Graph]:
    """The graph over a database without rows, for all tests of a module."""
    async with opened(new_database_url()) as graph:
        yield graph


@contextmanager
def statements_of(graph: Graph) -> Iterator[list[tuple[str, Sequence[Any]]]]:
    """The statements with their arguments that are sent in the block."""
    sent: list[tuple[str, Sequence[Any]]] = []

    def listen(sql: str, args: Sequence[Any]) -> None:
        sent.append((sql, args))

    graph.database.on_statement.append(listen)
    try:
        yield sent
    finally:
        graph.database.on_statement.remove(listen)
