"""That another process has written to the SQLite file, noticed by looking once a second."""

import asyncio

from schakel_server.storage.writes_sqlite import ImmediateClient
from schakel_server.storage.written import EVERYTHING, Listener

LOOK_EVERY_S = 1.0


class SqliteOthers:
    """Looks through the writer's own connection, to which only commits of others look new.

    While this process writes nobody else can, so a look that has to wait for that misses nothing.
    """

    def __init__(self, writer: ImmediateClient) -> None:
        self._writer = writer
        self._heard: Listener = lambda _: None
        self._version: tuple[object, int] | None = None

    async def open(self, heard: Listener) -> None:
        """From now on `heard` is called when another process has committed; which tables is not known."""
        self._heard = heard
        self._version = await self._writer.version()

    async def check(self) -> None:
        """Wait for the next look, and take it."""
        await asyncio.sleep(LOOK_EVERY_S)
        version = await self._writer.version()
        if version != self._version:
            self._version = version
            self._heard(EVERYTHING)

    async def close(self) -> None:
        """Nothing is held."""
