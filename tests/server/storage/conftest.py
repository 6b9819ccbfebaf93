"""Databases that hold the two tables of notes.py, and nothing of the platform."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from schakel_server.settings import Settings, load_settings
from schakel_server.storage.database import Database
from schakel_server.storage.migrate import migrate

from tests.databases import postgresql_template, sqlite_template

MODELS = ("tests.server.storage.notes",)
MIGRATIONS = "tests.server.storage.note_migrations"


@pytest.fixture(scope="session")
def new_database_url(dialect: str, request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """A maker of databases with the test tables."""

    async def prepare(url: str) -> None:
        await migrate(load_settings(database_url=url), MODELS, MIGRATIONS)

    if dialect == "sqlite":
        with sqlite_template(prepare) as copy:
            yield copy
    else:
        with postgresql_template(request.getfixturevalue("postgresql"), prepare) as copy:
            yield copy


@asynccontextmanager
async def opened(settings: Settings, **changes: Any) -> AsyncIterator[Database]:
    """A database with the test tables, open for the length of the block, with some settings changed."""
    database = await Database.open(settings.model_copy(update=changes), MODELS)
    try:
        yield database
    finally:
        await database.close()


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    """An open database with the test tables."""
    async with opened(settings) as found:
        yield found
