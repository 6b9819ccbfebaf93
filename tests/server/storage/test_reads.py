import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from schakel_server.errors import Timeout, Unavailable
from schakel_server.settings import Settings
from schakel_server.storage.database import Database

from tests.server.storage.conftest import opened
from tests.server.storage.notes import Note

SLOW = {
    "postgresql": "SELECT pg_sleep(60)",
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
}
LONG_COUNT = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) SELECT max(i) FROM n"
)
TWO_TEXTS = {
    "postgresql": "SELECT $1::text, $2::text || $1::text",
    "sqlite": "SELECT ?1, ?2 || ?1",
}
INSERT = "INSERT INTO note (text) VALUES ('smuggled')"


@pytest.fixture
async def hasty(settings: Settings) -> AsyncIterator[Database]:
    """A database with one read connection and little patience."""
    async with opened(settings, deadline_s=0.3, read_connections=1, pool_max=1) as found:
        yield found


async def test_a_row_has_its_columns_in_order(database: Database) -> None:
    row = await database.fetch_row(TWO_TEXTS[database.dialect], ["a", "é"])

    assert row is not None
    assert tuple(row) == ("a", "éa")


async def test_no_row_is_none(database: Database) -> None:
    assert await database.fetch_row("SELECT 1 WHERE 1 = 0") is None


async def test_listeners_are_told_of_every_statement(database: Database) -> None:
    heard: list[tuple[str, Any]] = []
    database.on_statement.append(lambda sql, args: heard.append((sql, args)))

    await database.fetch_row("SELECT 1")
    await database.fetch_row("SELECT 2", [])

    assert heard == [("SELECT 1", ()), ("SELECT 2", [])]


async def test_reads_cannot_write(database: Database) -> None:
    returning = f"{INSERT} RETURNING text"

    with pytest.raises(Exception, match=r"read-only|not allow writing"):
        await database.fetch_row(returning)

    assert await Note.all().count() == 0


async def test_many_reads_at_once_share_the_connections(database: Database) -> None:
    sql = TWO_TEXTS[database.dialect]

    rows = await asyncio.gather(*(database.fetch_row(sql, [str(n), "x"]) for n in range(200)))

    assert [row[0] for row in rows if row] == [str(n) for n in range(200)]


async def test_deadline_ends_the_call(hasty: Database) -> None:
    began = time.monotonic()

    with pytest.raises(Timeout) as caught:
        await hasty.fetch_row(SLOW[hasty.dialect])

    assert caught.value.code == "TIMED_OUT"
    assert time.monotonic() - began < 2


async def test_deadline_stops_the_statement_itself(hasty: Database) -> None:
    """With one connection, the next call can only succeed when the first statement has ended."""
    with pytest.raises(Timeout):
        await hasty.fetch_row(SLOW[hasty.dialect])

    assert await hasty.fetch_row("SELECT 1") is not None
    assert await _running_statements(hasty) == 0


async def test_cancelled_caller_stops_the_statement_itself(settings: Settings) -> None:
    async with opened(settings, deadline_s=60.0) as database:
        calls = [asyncio.create_task(database.fetch_row(SLOW[database.dialect])) for _ in range(3)]
        await asyncio.sleep(0.2)

        for call in calls:
            call.cancel()
        ended = await asyncio.gather(*calls, return_exceptions=True)
        rows = await asyncio.wait_for(asyncio.gather(*(database.fetch_row("SELECT 1") for _ in range(10))), 5)

        assert [type(error) for error in ended] == [asyncio.CancelledError] * 3
        assert len(rows) == 10
        assert await _running_statements(database) == 0


async def test_waiter_cancelled_as_it_is_served_passes_the_connection_on(hasty: Database) -> None:
    connection = await hasty._reads._acquire()
    waiter = asyncio.create_task(hasty.fetch_row("SELECT 1"))
    await asyncio.sleep(0)

    hasty._reads._release(connection)
    waiter.cancel()
    await asyncio.gather(waiter, return_exceptions=True)

    assert await hasty.fetch_row("SELECT 1") is not None


async def test_cancelled_waiters_lose_no_connection(hasty: Database) -> None:
    for _ in range(20):
        waiting = [asyncio.create_task(hasty.fetch_row("SELECT 1")) for _ in range(8)]
        await asyncio.sleep(0)
        for task in waiting[::2]:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    assert await hasty.fetch_row("SELECT 1") is not None


async def test_statement_that_fails_leaves_the_connection_usable(hasty: Database) -> None:
    for _ in range(3):
        with pytest.raises(Exception, match="nowhere"):
            await hasty.fetch_row("SELECT * FROM nowhere")

    assert await hasty.fetch_row("SELECT 1") is not None


async def test_no_more_read_connections_than_set(settings: Settings) -> None:
    async with opened(settings, read_connections=3, pool_max=3) as database:
        await asyncio.gather(*(database.fetch_row("SELECT 1") for _ in range(50)))

        assert len(database._reads._all) == 3


async def test_reads_see_what_was_committed_before(database: Database) -> None:
    for number in range(20):
        async with database.transaction():
            await Note.create(text=f"note {number}")

        row = await database.fetch_row("SELECT count(*) FROM note")

        assert row is not None
        assert row[0] == number + 1


async def test_closing_waits_for_reads_under_way(settings: Settings) -> None:
    async with opened(settings) as database:
        short = "SELECT pg_sleep(0.3)" if database.dialect == "postgresql" else LONG_COUNT
        call = asyncio.create_task(database.fetch_row(short))
        await asyncio.sleep(0.05)

    assert await call is not None
    with pytest.raises(Unavailable):
        await database.fetch_row("SELECT 1")


async def _running_statements(database: Database) -> int:
    """How many of the slow statements PostgreSQL is still at; on SQLite its thread would be busy."""
    if database.dialect == "sqlite":
        return 0
    row = await database.fetch_row(
        "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(60)%' "
        "AND pid <> pg_backend_pid()"
    )
    assert row is not None
    return int(row[0])
