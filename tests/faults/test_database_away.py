"""The database goes and comes back: clear errors within the deadline, and work again by itself."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from schakel_server.errors import SchakelError, Timeout, Unavailable
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database
from schakel_server.storage.migrate import migrate

from tests.databases import Postgresql
from tests.faults.conftest import Wire
from tests.server.storage.conftest import MIGRATIONS, MODELS, opened
from tests.server.storage.notes import Note

DEADLINE_S = 1.0


@asynccontextmanager
async def migrated(url: str) -> AsyncIterator[Database]:
    """An open database that gives up soon."""
    settings = load_settings(database_url=url, pool_min=2, pool_max=4, deadline_s=DEADLINE_S)
    await migrate(settings, MODELS, MIGRATIONS)
    async with opened(settings) as found:
        yield found


@pytest.fixture
async def database(breakable: Postgresql) -> AsyncIterator[Database]:
    async with migrated(breakable.url) as found:
        yield found


@pytest.fixture
async def wired(wire: Wire) -> AsyncIterator[Database]:
    async with migrated(wire.url) as found:
        yield found
        wire.mend()


async def write(database: Database, text: str) -> None:
    async with database.transaction():
        await Note.create(text=text)


async def write_much(database: Database) -> None:
    async with database.transaction():
        for number in range(2000):
            await Note.create(text=f"{number} " + "x" * 150)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["restarted", "crashed"])
async def test_postgresql_restarted_under_the_pools(
    database: Database, breakable: Postgresql, how: signal.Signals
) -> None:
    await asyncio.gather(*(database.fetch_row("SELECT 1") for _ in range(20)))
    await write(database, "before")

    breakable.stop(how)
    with pytest.raises(Unavailable):
        await database.fetch_row("SELECT 1")
    with pytest.raises(Unavailable):
        await write(database, "meanwhile")
    assert await database.ready() == ["The database cannot be reached."]
    breakable.start()

    rows = await asyncio.gather(*(database.fetch_row("SELECT text FROM note") for _ in range(20)))
    assert [tuple(row) for row in rows if row] == [("before",)] * 20
    await write(database, "after")


async def test_statement_under_way_when_postgresql_stops(database: Database, breakable: Postgresql) -> None:
    calls = [asyncio.create_task(database.fetch_row("SELECT pg_sleep(0.9)")) for _ in range(8)]
    await asyncio.sleep(0.2)

    await asyncio.to_thread(breakable.stop)
    errors = await asyncio.gather(*calls, return_exceptions=True)
    breakable.start()

    assert [type(error) for error in errors] == [Unavailable] * 8
    assert await database.fetch_row("SELECT 1") is not None


async def test_wire_cut_ends_calls_at_the_deadline(wired: Database, wire: Wire) -> None:
    await asyncio.gather(*(wired.fetch_row("SELECT 1") for _ in range(8)))
    wire.cut()
    began = time.monotonic()

    calls = [wired.fetch_row("SELECT 1") for _ in range(8)]
    writes = [write(wired, f"{number}") for number in range(4)]
    async with asyncio.timeout(10):
        errors = await asyncio.gather(*calls, *writes, return_exceptions=True)

    assert {type(error) for error in errors} <= {Timeout, Unavailable}
    assert time.monotonic() - began < 3 * DEADLINE_S


async def test_wire_mended_works_again_by_itself(wired: Database, wire: Wire) -> None:
    wire.cut()
    calls = [wired.fetch_row("SELECT 1") for _ in range(8)]
    async with asyncio.timeout(10):
        await asyncio.gather(*calls, write(wired, "lost or kept"), return_exceptions=True)

    wire.mend()

    await eventually(lambda: wired.fetch_row("SELECT 1"))
    await eventually(lambda: write(wired, "afterwards"))
    await asyncio.gather(*(wired.fetch_row("SELECT 1") for _ in range(20)))


async def test_no_space_left_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async with migrated(f"sqlite:///{tmp_path}/full.sqlite") as database:
        async with database.transaction() as connection:
            await connection.execute_query("PRAGMA max_page_count = 12")

        with pytest.raises(Unavailable, match="no space left"):
            await write_much(database)

        assert await Note.all().count() == 0
        await write(database, "small")


async def test_database_away_at_the_start_is_named() -> None:
    settings = load_settings(database_url="postgresql://nobody@127.0.0.1:1/none", deadline_s=DEADLINE_S)

    with pytest.raises(Unavailable, match="SCHAKEL_DATABASE_URL"):
        await Database.open(settings, MODELS)


async def eventually(work: Callable[[], Awaitable[object]], within_s: float = 10.0) -> None:
    give_up_at = time.monotonic() + within_s
    while True:
        try:
            await work()
            return
        except SchakelError:
            if time.monotonic() > give_up_at:
                raise
            await asyncio.sleep(0.1)
