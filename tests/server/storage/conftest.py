"""Databases that hold the two tables of notes.py, and nothing of the platform."""

from collections.abc import AsyncIterator, Callable, Iterator

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


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    """An open database with the test tables."""
    opened = await Database.open(settings, MODELS)
    yield opened
    await opened.close()
