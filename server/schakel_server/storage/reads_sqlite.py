"""Read connections to SQLite: each a thread of its own on a file opened for reading only."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite

from schakel_server.storage.reads import Reads, Row
from schakel_server.storage.sqlite import connect

STATEMENTS_KEPT = 500  # prepared statements per connection
INTERRUPT_EVERY_S = 0.02
PRAGMAS: dict[str, str | int] = {
    "query_only": "ON",
    "mmap_size": 268_435_456,  # bytes: pages are read without copying
    "cache_size": -16_384,  # KiB, for each connection
    "temp_store": "MEMORY",
}


class SqliteReads(Reads[aiosqlite.Connection]):
    """Connections that are opened when first needed; the writer has made the file by then."""

    def __init__(self, path: Path, size: int, deadline_s: float) -> None:
        super().__init__(size, deadline_s)
        self._uri = f"file:{quote(str(path.absolute()))}?mode=ro"

    async def _connect(self) -> aiosqlite.Connection:
        options: dict[str, Any] = {
            "uri": True,
            "timeout": self._deadline_s,
            "cached_statements": STATEMENTS_KEPT,
        }
        return await connect(self._uri, PRAGMAS, **options)

    async def _query(self, connection: aiosqlite.Connection, sql: str, args: Sequence[Any]) -> Row | None:
        for row in await connection.execute_fetchall(sql, args):
            return row
        return None

    async def _query_all(
        self, connection: aiosqlite.Connection, sql: str, args: Sequence[Any]
    ) -> Sequence[Row]:
        return list(await connection.execute_fetchall(sql, args))

    def _is_open(self, connection: aiosqlite.Connection) -> bool:
        return True

    async def _settle(self, connection: aiosqlite.Connection) -> None:
        # An interrupt before the thread has begun the statement is lost: repeat it until the
        # thread comes to what was queued behind the statement.
        behind = asyncio.ensure_future(connection.set_progress_handler(lambda: 0, 0))  # does nothing
        while not behind.done():
            await connection.interrupt()
            await asyncio.wait({behind}, timeout=INTERRUPT_EVERY_S)
        await behind

    async def _shut(self, connection: aiosqlite.Connection) -> None:
        await connection.close()

    def _abandon(self, connection: aiosqlite.Connection) -> None:
        connection._conn.interrupt()
        connection.stop()
