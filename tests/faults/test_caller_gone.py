"""A caller that hangs up, and an answer that takes too long: the statement in the database is stopped as well."""

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import asyncpg
import pytest
import uvicorn
from schakel_server.app import create_app
from schakel_server.domain import MODEL_MODULES
from schakel_server.settings import Settings, load_settings
from schakel_server.storage.database import Database

from tests.factories import make_theme

QUESTION = b'{"query": "{ themes { totalCount nodes { id } } }"}'
QUICK = b'{"query": "{ offers { totalCount } }"}'
SLOW_VIEW = {  # themes that take half a minute to read
    "postgresql": "SELECT k.* FROM theme_kept k, (SELECT pg_sleep(30)) AS nap",
    "sqlite": "SELECT k.* FROM theme_kept k WHERE (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
    " FROM n WHERE i < 300000000) SELECT max(i) FROM n) > 0",
}


async def slow_down(settings: Settings) -> None:
    """Put a slow view in the place of the table of themes, with one row."""
    database = await Database.open(settings, MODEL_MODULES)
    async with database.transaction() as connection:
        await make_theme(code="traag")
        await connection.execute_script(
            f"ALTER TABLE theme RENAME TO theme_kept; CREATE VIEW theme AS {SLOW_VIEW[settings.dialect]};"
        )
    await database.close()


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[int]:
    """The app behind a real socket; its port."""
    config = uvicorn.Config(create_app(settings), log_level="warning", proxy_headers=False)
    server, listening = uvicorn.Server(config), socket.create_server(("127.0.0.1", 0))
    task = asyncio.create_task(server.serve([listening]))
    try:
        yield listening.getsockname()[1]
    finally:
        server.should_exit = True
        await task
        listening.close()


@pytest.fixture
def settings(new_database_url: Callable[[], str]) -> Settings:
    return load_settings(
        database_url=new_database_url(), pool_min=1, pool_max=1, read_connections=1, deadline_s=20
    )


async def ask(port: int, body: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    writer.write(f"{head}Connection: close\r\n\r\n".encode() + body)
    await writer.drain()
    return reader, writer


async def answer(port: int, body: bytes) -> tuple[int, dict[str, object]]:
    """Status and body of an answer."""
    reader, writer = await ask(port, body)
    head, _, content = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    return int(head.split()[1]), json.loads(content)


async def running(settings: Settings) -> int:
    """How many statements read themes in PostgreSQL now."""
    connection = await asyncpg.connect(settings.database_url)
    try:
        return int(
            await connection.fetchval(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND state = 'active' AND pid <> pg_backend_pid() AND query LIKE '%theme%'"
            )
        )
    finally:
        await connection.close()


async def test_the_statement_is_stopped_when_its_caller_hangs_up(settings):
    await slow_down(settings)
    async with serving(settings) as port:
        _, writer = await ask(port, QUESTION)
        await asyncio.sleep(0.5)
        if settings.dialect == "postgresql":
            assert await running(settings) == 1

        writer.close()
        began = time.monotonic()
        status, told = await answer(port, QUICK)

        assert (status, told["data"]) == (200, {"offers": {"totalCount": 0}})
        assert time.monotonic() - began < 8, "the only connection was still at work for nobody"
        if settings.dialect == "postgresql":
            assert await running(settings) == 0


async def test_the_statement_is_stopped_at_the_deadline(settings):
    await slow_down(settings)
    async with serving(settings.model_copy(update={"deadline_s": 1.0})) as port:
        began = time.monotonic()
        status, told = await answer(port, QUESTION)

        assert status == 504
        assert [error["extensions"]["code"] for error in told["errors"]] == ["TIMED_OUT"]
        assert 1.0 <= time.monotonic() - began < 5
        assert (await answer(port, QUICK))[0] == 200
        if settings.dialect == "postgresql":
            assert await running(settings) == 0


async def test_waiting_for_a_connection_is_within_the_deadline(settings):
    await slow_down(settings)
    async with serving(settings.model_copy(update={"deadline_s": 1.0})) as port:
        began = time.monotonic()
        answers = await asyncio.gather(*(answer(port, QUESTION) for _ in range(4)))

        assert {status for status, _ in answers} == {504}
        assert time.monotonic() - began < 5


async def test_a_body_that_stops_half_way_is_not_waited_for_longer_than_the_deadline(settings):
    async with serving(settings.model_copy(update={"deadline_s": 0.5})) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b'Content-Length: 100\r\n\r\n{"query": "'
        )

        async with asyncio.timeout(10):
            head = await reader.readuntil(b"\r\n\r\n")

        assert b" 504 " in head
        writer.close()
