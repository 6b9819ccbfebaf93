"""Transactions that survive cancellation at any moment, for both of Tortoise's clients.

Tortoise's own keep their connection, or their lock, for ever when the task is cancelled while they
begin. Here every step after the connection was taken runs in a task of its own, which goes on when
the caller is cancelled and gives the connection back in the end, whatever happens.
"""

import asyncio
import itertools
import logging
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from types import TracebackType
from typing import Any

from tortoise.backends.base.client import (
    BaseDBAsyncClient,
    ConnectionWrapper,
    TransactionalDBClient,
    TransactionContext,
)
from tortoise.connection import get_connections
from tortoise.exceptions import TransactionManagementError

from schakel_server.storage.written import Commits

GRACE_S = 1.0  # how long a cancelled caller waits for the step under way, before it goes on unseen

OTHER_TASK = (
    "A transaction belongs to the task that began it. Tasks made inside it (asyncio.gather, create_task, "
    "wait_for) may use models, but not begin a nested transaction: await them one after the other."
)
ENDED = (
    "This task was made inside a transaction that has ended since. "
    "Wait for the tasks of a transaction before leaving it."
)
ROLLED_BACK = "The database has rolled this transaction back; nothing more can be done in it."

log = logging.getLogger(__name__)
_unfinished: set[asyncio.Task[None]] = set()
_numbers = itertools.count(1)


class OpenTransaction(TransactionalDBClient, ABC):
    """The client that models use inside a transaction; made anew for each."""

    owner: "asyncio.Task[Any] | None" = None
    is_over: bool = False
    acquire_timeout_s: float | None = None
    commits: Commits
    written: set[str]
    _lock: asyncio.Lock

    @abstractmethod
    async def take(self) -> None:
        """Wait for the connection; may be cancelled."""

    @abstractmethod
    async def begin_taken(self) -> None:
        """Begin on the connection that was taken; give it back when that fails."""

    @abstractmethod
    async def end(self, commit: bool) -> None:
        """Commit or roll back, and give the connection back whatever happens."""

    def check_usable(self) -> None:
        """Raise TransactionManagementError when no statement may run in this transaction any more."""
        if self.is_over:
            raise TransactionManagementError(ENDED)

    def acquire_connection(self) -> "ConnectionWrapper[Any]":
        """The connection of this transaction, one statement at a time."""
        return StatementTurn(self._lock, self)

    def note(self, statement: str) -> None:
        """Remember which tables a statement writes to. What a savepoint undoes stays noted: better too many."""
        self.written |= self.commits.tables(statement)

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        """Run one INSERT."""
        self.note(query)
        return await super().execute_insert(query, values)

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Run `query` for each row of `values`."""
        self.note(query)
        await super().execute_many(query, values)

    async def execute_query(self, query: str, values: list[Any] | None = None) -> Any:
        """Run one statement: how many rows it changed or found, and those that it gives."""
        self.note(query)
        return await super().execute_query(query, values)

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Run one statement and give its rows."""
        self.note(query)
        return await super().execute_query_dict(query, values)

    async def execute_script(self, query: str) -> None:
        """Run several statements."""
        for statement in query.split(";"):
            if statement.strip():
                self.note(statement)
        await super().execute_script(query)

    def _in_transaction(self) -> TransactionContext:
        return Savepoint(self)


class StatementTurn(ConnectionWrapper[Any]):
    """One statement's turn on a shared connection; the turn is given back also when taking it fails."""

    async def __aenter__(self) -> Any:
        await self._lock.acquire()
        try:
            if isinstance(self.client, OpenTransaction):
                self.client.check_usable()
            self.connection = self.client._connection
            await self.ensure_connection()
        except BaseException:
            self._lock.release()
            raise
        return self.connection


class GuardedTransaction(TransactionContext):
    """An outermost transaction."""

    def __init__(self, client: OpenTransaction) -> None:
        self.client: OpenTransaction = client

    async def __aenter__(self) -> TransactionalDBClient:
        async with asyncio.timeout(self.client.acquire_timeout_s):
            await self.client.take()
        beginning = _start(self.client.begin_taken())
        try:
            await asyncio.shield(beginning)
        except asyncio.CancelledError:
            await asyncio.wait({_start(self._undo(beginning))}, timeout=GRACE_S)
            raise
        self.client.owner = asyncio.current_task()
        self._token = get_connections().set(self.client.connection_name, self.client)
        return self.client

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        get_connections().reset(self._token)
        ending = _start(self.client.end(commit=exc_type is None))
        try:
            await asyncio.shield(ending)
        except asyncio.CancelledError:
            await asyncio.wait({ending}, timeout=GRACE_S)
            raise
        except Exception:
            if exc_type is None:
                raise
            log.warning("a transaction could not be rolled back; its connection is closed", exc_info=True)

    async def _undo(self, beginning: "asyncio.Task[None]") -> None:
        await asyncio.wait({beginning})
        if not beginning.cancelled() and beginning.exception() is None:
            await self.client.end(commit=False)


class Savepoint(TransactionContext):
    """A transaction inside another one of the same task: a savepoint on its connection."""

    def __init__(self, client: OpenTransaction) -> None:
        self.client: OpenTransaction = client
        self._name = f"schakel_{next(_numbers)}"

    async def __aenter__(self) -> TransactionalDBClient:
        if self.client.owner is not asyncio.current_task():
            raise TransactionManagementError(OTHER_TASK)
        await self._run(f"SAVEPOINT {self._name}")
        return self.client

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if exc_type is None:
            await self._run(f"RELEASE SAVEPOINT {self._name}")
            return
        try:
            await self._run(f"ROLLBACK TO SAVEPOINT {self._name}")
            await self._run(f"RELEASE SAVEPOINT {self._name}")
        except Exception:
            # The connection, and with it the whole transaction, is gone: the first error tells why.
            log.warning("a savepoint could not be rolled back", exc_info=True)

    async def _run(self, statement: str) -> None:
        step = _start(self._execute(statement))
        try:
            await asyncio.shield(step)
        except asyncio.CancelledError:
            await asyncio.wait({step}, timeout=GRACE_S)
            raise

    async def _execute(self, statement: str) -> None:
        async with self.client.acquire_connection() as connection:
            await connection.execute(statement)


def current_client(connection_name: str) -> BaseDBAsyncClient:
    """The client that this task's models use: the open transaction's, or the ordinary one."""
    return get_connections().get(connection_name)


def _start(step: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
    task = asyncio.get_running_loop().create_task(step)
    _unfinished.add(task)
    task.add_done_callback(_finished)
    return task


def _finished(task: "asyncio.Task[None]") -> None:
    _unfinished.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        log.debug("a step of a transaction failed", exc_info=error)
