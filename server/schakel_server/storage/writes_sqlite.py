"""Tortoise's SQLite client with one writer that takes its lock when a transaction begins."""

import sqlite3
from typing import Any, cast

import aiosqlite
from tortoise.backends.base.client import ConnectionWrapper, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionWrapper, translate_exceptions
from tortoise.exceptions import OperationalError, TransactionManagementError

from schakel_server.storage.sqlite import connect
from schakel_server.storage.transactions import (
    ROLLED_BACK,
    GuardedTransaction,
    OpenTransaction,
    StatementTurn,
)
from schakel_server.storage.written import Commits, WritesInTransactions


class ImmediateClient(WritesInTransactions, SqliteClient):
    """The writer of this process. Other processes wait for it, and it for them, by the busy timeout."""

    _connection: aiosqlite.Connection | None

    def __init__(self, file_path: str, acquire_timeout_s: float | None = None, **kwargs: Any) -> None:
        super().__init__(file_path, **kwargs)
        self.commits = Commits()
        self.acquire_timeout_s = acquire_timeout_s

    async def create_connection(self, with_db: bool) -> None:
        """Open the writer's connection unless it is open; `with_db` is of no use here."""
        if self._connection is None:
            connection = await connect(self.filename, self.pragmas)
            connection.row_factory = cast(type, sqlite3.Row)
            self._connection = connection
            await self._post_connect()

    def acquire_connection(self) -> "ConnectionWrapper[Any]":
        """The writer's connection, one statement at a time."""
        return StatementTurn(self._lock, self)

    def _in_transaction(self) -> TransactionContext:
        return GuardedTransaction(ImmediateTransaction(self))

    async def version(self) -> tuple[object, int]:
        """What stays the same until another process commits, or this process opens the file anew."""
        async with self.acquire_connection() as connection:
            ((number,),) = await connection.execute_fetchall("PRAGMA data_version")
            return connection, number


class ImmediateTransaction(OpenTransaction, SqliteTransactionWrapper):
    """A transaction that is a writer from its first statement: BEGIN IMMEDIATE."""

    _connection: aiosqlite.Connection
    _parent: ImmediateClient

    def __init__(self, client: ImmediateClient) -> None:
        super().__init__(client)
        self.commits, self.written = client.commits, set()
        self.acquire_timeout_s = client.acquire_timeout_s

    async def take(self) -> None:
        await self._parent._lock.acquire()

    async def begin_taken(self) -> None:
        try:
            await self._parent.create_connection(with_db=True)
            self._connection = cast(aiosqlite.Connection, self._parent._connection)
            await self._connection.execute("BEGIN IMMEDIATE")
        except BaseException as error:
            self._parent._lock.release()
            if isinstance(error, sqlite3.OperationalError):
                raise OperationalError(error) from error
            raise

    async def end(self, commit: bool) -> None:
        async with self._lock:
            self.is_over = True
            try:
                if commit:
                    await self._commit_open()
            finally:
                if commit:
                    self.commits.tell(self.written)
                await self._give_back()

    def check_usable(self) -> None:
        super().check_usable()
        if not self._connection.in_transaction:
            raise TransactionManagementError(ROLLED_BACK)

    @translate_exceptions
    async def execute_script(self, query: str) -> None:
        """Run several statements inside the transaction; sqlite3's own way would commit first."""
        for statement in _statements(query):
            await self.execute_query(statement)

    async def _commit_open(self) -> None:
        if not self._connection.in_transaction:
            raise TransactionManagementError(ROLLED_BACK)
        try:
            await self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error

    async def _give_back(self) -> None:
        try:
            if self._connection.in_transaction:
                await self._connection.execute("ROLLBACK")
        except BaseException:
            await self._parent.close()
            raise
        finally:
            self._parent._lock.release()


def _statements(script: str) -> list[str]:
    found, current = [], ""
    for part in script.split(";"):
        current += part
        if current.strip() and sqlite3.complete_statement(current + ";"):
            found.append(current.strip())
            current = ""
        else:
            current += ";"
    return found


client_class = ImmediateClient
