"""Read connections to PostgreSQL."""

from collections.abc import Sequence
from typing import Any

import asyncpg  # type: ignore[import-untyped]

from schakel_server.storage.far_dates import take_far_dates
from schakel_server.storage.reads import Reads, Row

STATEMENTS_KEPT = 500  # prepared statements per connection
BELT_S = 1.0  # the server's own limit comes this much after the deadline


class PostgresqlReads(Reads[asyncpg.Connection]):
    """Held asyncpg connections whose sessions cannot write and speak UTC."""

    def __init__(self, dsn: str, size: int, deadline_s: float) -> None:
        super().__init__(size, deadline_s)
        self._dsn = dsn

    async def open(self, at_least: int) -> None:
        """Open `at_least` connections now, so that the first calls need not."""
        opened = []
        try:
            for _ in range(at_least):
                opened.append(await self._acquire())
        finally:
            for connection in opened:
                self._release(connection)

    async def _connect(self) -> asyncpg.Connection:
        connection = await asyncpg.connect(
            self._dsn,
            timeout=self._deadline_s,
            statement_cache_size=STATEMENTS_KEPT,
            max_cached_statement_lifetime=0,
            max_cacheable_statement_size=0,
            server_settings={
                "application_name": "schakel reads",
                "timezone": "UTC",
                "jit": "off",
                # Rows are in memory or on a disk without arms. The default, for disks with arms, reads all rows
                # where an index finds a tenth of them, and looking at terms row by row is what costs most.
                "random_page_cost": "1.1",
                # A statement fetched with a row limit never gets its workers: do not plan for them.
                "max_parallel_workers_per_gather": "0",
                "default_transaction_read_only": "on",
                "statement_timeout": str(int((self._deadline_s + BELT_S) * 1000)),
            },
        )
        await take_far_dates(connection)
        return connection

    async def _query(self, connection: asyncpg.Connection, sql: str, args: Sequence[Any]) -> Row | None:
        row: Row | None = await connection.fetchrow(sql, *args)
        return row

    async def _query_all(
        self, connection: asyncpg.Connection, sql: str, args: Sequence[Any]
    ) -> Sequence[Row]:
        rows: Sequence[Row] = await connection.fetch(sql, *args)
        return rows

    def _is_open(self, connection: asyncpg.Connection) -> bool:
        return not connection.is_closed()

    async def _settle(self, connection: asyncpg.Connection) -> None:
        # asyncpg has asked the server to cancel; the next statement waits for that to be done.
        await connection.execute("SELECT 1", timeout=self._deadline_s)

    async def _shut(self, connection: asyncpg.Connection) -> None:
        await connection.close(timeout=self._deadline_s)

    def _abandon(self, connection: asyncpg.Connection) -> None:
        connection.terminate()
