"""What all tests share: a migrated database of each kind, new for each test."""

from collections.abc import AsyncIterator, Callable, Iterator

import pytest
from schakel_server.domain import MODEL_MODULES
from schakel_server.settings import Settings, load_settings
from schakel_server.storage.database import Database
from schakel_server.storage.migrate import migrate

from tests.databases import Postgresql, postgresql_template, sqlite_template, start_postgresql

DIALECTS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgresql]:
    """The PostgreSQL server of this test session."""
    server = start_postgresql()
    yield server
    server.remove()


@pytest.fixture(scope="session", params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    """Each test that asks for this, or for a database, runs once on each kind."""
    return str(request.param)


@pytest.fixture(scope="session")
def new_database_url(dialect: str, request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """A maker of migrated databases without rows."""

    async def prepare(url: str) -> None:
        await migrate(load_settings(database_url=url), MODEL_MODULES)

    if dialect == "sqlite":
        with sqlite_template(prepare) as copy:
            yield copy
    else:
        with postgresql_template(request.getfixturevalue("postgresql"), prepare) as copy:
            yield copy


@pytest.fixture
def settings(new_database_url: Callable[[], str]) -> Settings:
    """Settings that name a migrated database without rows."""
    return load_settings(database_url=new_database_url(), pool_min=1, pool_max=5)


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    """An open, migrated database without rows, of each kind."""
    opened = await Database.open(settings, MODEL_MODULES)
    try:
        yield opened
    finally:
        await opened.close()
