import asyncio
import time
from typing import Any

import pytest
from schakel_server.errors import Timeout
from schakel_server.settings import Settings, load_settings
from schakel_server.storage.database import Database

from tests.server.storage.conftest import MODELS
from tests.server.storage.notes import Note

SLOW = {
    "postgresql": "SELECT pg_sleep(60)",
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
}
TWO_TEXTS = {
    "postgresql": "SELECT $1::text, $2::text || $1::text",
    "sqlite": "SELECT ?1, ?2 || ?1",
}
INSERT = "INSERT INTO note (text) VALUES ('smuggled')"


@pytest.fixture
async def hasty(settings: Settings) -> Any:
    opened = await Database.open(settings.model_copy(update={"deadline_s": 0.3, "read_connections": 1, "pool_max": 1}), MODELS)
    yield opened
    await opened.close()


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
