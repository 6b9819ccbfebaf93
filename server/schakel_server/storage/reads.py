"""Held read connections: a stack of idle ones, a queue of waiters, one deadline for each call."""

import asyncio
import contextlib
import logging
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Generic, TypeVar

from schakel_server.errors import Timeout, Unavailable
from schakel_server.storage.failures import CANNOT_BE_REACHED, TIMED_OUT, translate

Connection = TypeVar("Connection")
Result = TypeVar("Result")
Row = Sequence[Any]

log = logging.getLogger(__name__)


class Reads(ABC, Generic[Connection]):
    """Up to `size` read-only connections; the one used last is used next, as it is the warmest.

    Nothing is sent to the database but the statements themselves: no ping, no reset. A connection
    found closed is replaced, so that the calls after an outage work by themselves.
    """

    def __init__(self, size: int, deadline_s: float) -> None:
        self._size = size
        self._deadline_s = deadline_s
        self._idle: list[Connection] = []
        self._all: set[Connection] = set()
        self._connecting = 0
        self._waiters: deque[asyncio.Future[Connection | None]] = deque()
        self._settling: set[asyncio.Task[None]] = set()
        self._is_closed = False
        self._all_back = asyncio.Event()

    async def fetch_row(self, sql: str, args: Sequence[Any]) -> Row | None:
        """The first row of one SELECT, None when there is none.

        When the deadline passes or the caller is cancelled, the statement itself is stopped.

        Raises:
            Timeout: the deadline passed, waiting for a connection included.
            Unavailable: the database cannot be reached; the next call tries afresh.
        """
        return await self._answered(self._query, sql, args)

    async def fetch_all(self, sql: str, args: Sequence[Any]) -> Sequence[Row]:
        """All rows of one statement: for tools that look at the database, and for what is kept of it.

        Raises as `fetch_row` does.
        """
        return await self._answered(self._query_all, sql, args)

    async def _answered(
        self,
        query: Callable[[Connection, str, Sequence[Any]], Awaitable[Result]],
        sql: str,
        args: Sequence[Any],
    ) -> Result:
        try:
            async with asyncio.timeout(self._deadline_s):
                idle = self._idle
                connection = idle.pop() if idle else await self._acquire()
                if not self._is_open(connection):
                    connection = await self._replace(connection)
                try:
                    found = await query(connection, sql, args)
                except asyncio.CancelledError:
                    self._in_background(self._settle_and_release(connection))
                    raise
                except BaseException:
                    self._release(connection)
                    raise
                self._release(connection)
                return found
        except TimeoutError as error:
            raise Timeout(TIMED_OUT) from error
        except Exception as error:
            known = translate(error)
            if known is None or known is error:
                raise
            raise known from error

    async def close(self) -> None:
        """Close all connections; those in use are given one deadline to come back."""
        self._is_closed = True
        while self._waiters:
            self._wake(None)
        if len(self._idle) < len(self._all):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._all_back.wait(), self._deadline_s)
        for task in self._settling:
            task.cancel()
        for connection in self._all.difference(self._idle):
            self._abandon(connection)
        for connection in self._idle:
            await self._shut(connection)
        self._idle.clear()
        self._all.clear()

    async def _acquire(self) -> Connection:
        while not self._is_closed:
            if self._idle:
                return self._idle.pop()
            if len(self._all) + self._connecting < self._size:
                return await self._add_connection()
            waiter: asyncio.Future[Connection | None] = asyncio.get_running_loop().create_future()
            self._waiters.append(waiter)
            try:
                connection = await waiter
            except asyncio.CancelledError:
                self._pass_on(waiter)
                raise
            if connection is not None:
                return connection
        raise Unavailable(CANNOT_BE_REACHED)

    async def _add_connection(self) -> Connection:
        self._connecting += 1
        try:
            connection = await self._connect()
        except BaseException:
            self._connecting -= 1
            self._wake(None)
            raise
        self._connecting -= 1
        self._all.add(connection)
        return connection

    async def _replace(self, connection: Connection) -> Connection:
        while not self._is_open(connection):
            self._all.discard(connection)
            connection = await self._acquire()
        return connection

    def _release(self, connection: Connection) -> None:
        if not self._is_open(connection):
            self._all.discard(connection)
            self._wake(None)
        elif not self._waiters or not self._wake(connection):
            self._idle.append(connection)
        if self._is_closed and len(self._idle) == len(self._all):
            self._all_back.set()

    def _wake(self, connection: Connection | None) -> bool:
        """Hand `connection`, or with None the chance to open one, to who waits longest."""
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return True
        return False

    def _pass_on(self, waiter: "asyncio.Future[Connection | None]") -> None:
        if waiter.cancelled() or not waiter.done():
            return
        connection = waiter.result()
        if connection is None:
            self._wake(None)
        else:
            self._release(connection)

    async def _settle_and_release(self, connection: Connection) -> None:
        try:
            await self._settle(connection)
        except Exception as error:
            log.warning("a read connection was given up: %s", error)
            self._all.discard(connection)
            self._abandon(connection)
            self._wake(None)
        else:
            self._release(connection)

    def _in_background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._settling.add(task)
        task.add_done_callback(self._settling.discard)

    @abstractmethod
    async def _connect(self) -> Connection: ...

    @abstractmethod
    async def _query(self, connection: Connection, sql: str, args: Sequence[Any]) -> Row | None: ...

    @abstractmethod
    async def _query_all(self, connection: Connection, sql: str, args: Sequence[Any]) -> Sequence[Row]: ...

    @abstractmethod
    def _is_open(self, connection: Connection) -> bool: ...

    @abstractmethod
    async def _settle(self, connection: Connection) -> None:
        """Return when the statement that was broken off has ended; raise when that fails."""

    @abstractmethod
    async def _shut(self, connection: Connection) -> None:
        """Close a connection that is at rest."""

    @abstractmethod
    def _abandon(self, connection: Connection) -> None:
        """Close a connection that is not, without waiting for it."""
