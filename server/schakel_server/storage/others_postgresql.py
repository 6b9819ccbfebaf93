"""What other processes say that they have written to a PostgreSQL database, heard on a connection of its own."""

import asyncio
from typing import Any

import asyncpg  # type: ignore[import-untyped]

from schakel_server.storage.writes_asyncpg import CHANNEL
from schakel_server.storage.written import EVERYTHING, Listener

CHECK_EVERY_S = 5.0  # a wire that is cut without a word is found within this and the deadline
PING = "?"  # takes the place of the tables in what a process says to itself alone


class PostgresqlOthers:
    """A LISTEN connection that makes sure, by talking to itself, that it still hears.

    The echo also finds a pooler between us and the server that drops notifications.
    """

    def __init__(self, dsn: str, origin: str, deadline_s: float) -> None:
        self._dsn = dsn
        self._origin = origin
        self._deadline_s = deadline_s
        self._heard: Listener = lambda _: None
        self._connection: Any = None
        self._echo = asyncio.Event()
        self._lost = asyncio.Event()

    async def open(self, heard: Listener) -> None:
        """From now on `heard` is called with the tables that another process has written to.

        Raises what the driver raises, or TimeoutError where nothing is heard.
        """
        self._heard = heard
        self._lost.clear()
        self._connection = await asyncpg.connect(
            self._dsn, timeout=self._deadline_s, server_settings={"application_name": "schakel news"}
        )
        self._connection.add_termination_listener(lambda _: self._lost.set())
        await self._connection.add_listener(CHANNEL, self._receive)
        await self._ping()

    async def check(self) -> None:
        """Wait a while, and return if everything said meanwhile was heard; raise where that is not sure."""
        try:
            await asyncio.wait_for(self._lost.wait(), CHECK_EVERY_S)
        except TimeoutError:
            await self._ping()
        else:
            raise ConnectionResetError("the connection for news was closed")

    async def close(self) -> None:
        """Hang up without waiting."""
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None

    async def _ping(self) -> None:
        self._echo.clear()
        async with asyncio.timeout(self._deadline_s):
            await self._connection.execute("SELECT pg_notify($1, $2)", CHANNEL, f"{self._origin} {PING}")
            await self._echo.wait()

    def _receive(self, _connection: object, _pid: int, _channel: str, payload: str) -> None:
        origin, _, said = payload.partition(" ")
        if said == PING:
            if origin == self._origin:
                self._echo.set()
        elif origin != self._origin:  # our own commits were told when they were made
            self._heard(frozenset(said.split()) or EVERYTHING)
