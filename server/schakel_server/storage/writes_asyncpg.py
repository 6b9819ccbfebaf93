"""Tortoise's asyncpg client with a pool that sends nothing of its own when a connection comes back."""

import contextlib
from typing import Any

import asyncpg  # type: ignore[import-untyped]
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionContext
from tortoise.exceptions import TransactionManagementError

from schakel_server.storage import tsvector
from schakel_server.storage.far_dates import take_far_dates
from schakel_server.storage.transactions import ROLLED_BACK, GuardedTransaction, OpenTransaction
from schakel_server.storage.written import ANY_TABLE, Commits, WritesInTransactions

CHANNEL = "schakel_changes"  # where processes tell each other which tables a commit wrote to
MAX_PAYLOAD = 7900  # bytes; PostgreSQL's own limit is 8,000


class QuietConnection(asyncpg.Connection):  # type: ignore[misc]
    """Returns to the pool without a reset query: nothing here changes a session."""

    def get_reset_query(self) -> str:
        return ""


async def _teach(connection: Any) -> None:
    """Types that asyncpg doesn't know, or not as far as they reach."""
    await tsvector.teach(connection)
    await take_far_dates(connection)


class PooledClient(WritesInTransactions, AsyncpgDBClient):
    """The pool for writing, and for what models read."""

    _pool: Any

    def __init__(
        self,
        dsn: str,
        pool_min: int,
        pool_max: int,
        statement_timeout_s: float | None = None,
        acquire_timeout_s: float | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.commits = Commits()
        self.acquire_timeout_s = acquire_timeout_s
        self._options = {
            "dsn": dsn,
            "min_size": pool_min,
            "max_size": pool_max,
            "command_timeout": statement_timeout_s,
            "timeout": acquire_timeout_s or 60,
            "connection_class": QuietConnection,
            "init": _teach,
            "server_settings": {"application_name": "schakel", "timezone": "UTC", "jit": "off"},
        }

    async def create_connection(self, with_db: bool) -> None:
        """Open the pool; `with_db` is of no use here, the address names the database."""
        self._pool = await asyncpg.create_pool(**self._options)
        await self._post_connect()

    def _in_transaction(self) -> TransactionContext:
        return GuardedTransaction(PooledTransaction(self))


class PooledTransaction(OpenTransaction, TransactionWrapper):
    """A transaction on one connection of the pool."""

    _parent: PooledClient

    def __init__(self, client: PooledClient) -> None:
        super().__init__(client)
        self.commits, self.written = client.commits, set()
        self.acquire_timeout_s = client.acquire_timeout_s

    async def take(self) -> None:
        if self._parent._pool is None:
            await self._parent.create_connection(with_db=True)
        self._connection = await self._parent._pool.acquire()

    async def begin_taken(self) -> None:
        try:
            await self._connection.execute("BEGIN")
        except BaseException:
            await self._give_back(is_clean=False)
            raise

    async def end(self, commit: bool) -> None:
        async with self._lock:
            self.is_over = True
            is_clean = False
            try:
                if commit and self.written:
                    await self._announce()
                status = await self._connection.execute("COMMIT" if commit else "ROLLBACK")
                is_clean = True
            finally:
                if commit:  # also when it failed: the server may have committed all the same
                    self.commits.tell(self.written)
                await self._give_back(is_clean)
        if commit and status != "COMMIT":
            # PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement had failed.
            raise TransactionManagementError(ROLLED_BACK)

    async def _announce(self) -> None:
        """Tell other processes; the server passes it on when, and only if, the transaction commits."""
        told = f"{self.commits.origin} {' '.join(sorted(self.written))}"
        if len(told) > MAX_PAYLOAD:
            told = f"{self.commits.origin} {ANY_TABLE}"
        with contextlib.suppress(asyncpg.InFailedSQLTransactionError):  # COMMIT will say so
            await self._connection.execute("SELECT pg_notify($1, $2)", CHANNEL, told)

    async def _give_back(self, is_clean: bool) -> None:
        if not is_clean and not self._connection.is_closed():
            self._connection.terminate()
        await self._parent._pool.release(self._connection)


client_class = PooledClient
