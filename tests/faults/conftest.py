"""A PostgreSQL that a test may stop and restart, and a wire to it that can be cut."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.databases import Postgresql, start_postgresql


@pytest.fixture
def breakable(monkeypatch: pytest.MonkeyPatch) -> Iterator[Postgresql]:
    """A PostgreSQL of this test alone, with the durability of production."""
    monkeypatch.delenv("SCHAKEL_TEST_POSTGRESQL_URL", raising=False)
    server = start_postgresql(fsync="on", synchronous_commit="on", full_page_writes="on")
    yield server
    server.remove()


class Wire:
    """A TCP connection point that passes bytes on to a server, unless it is cut."""

    def __init__(self, target: str) -> None:
        self._target = urlsplit(target)
        self._open = asyncio.Event()
        self._open.set()
        self._server: asyncio.Server | None = None
        self._pumps: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """The server's address as seen through this wire."""
        assert self._server is not None
        port = self._server.sockets[0].getsockname()[1]
        return urlunsplit(self._target._replace(netloc=f"{self._target.username}@127.0.0.1:{port}"))

    async def start(self) -> None:
        """Listen on a free port."""
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", 0)

    async def stop(self) -> None:
        """Close everything."""
        assert self._server is not None
        self._server.close()
        for pump in self._pumps:
            pump.cancel()
        await asyncio.gather(*self._pumps, return_exceptions=True)

    def cut(self) -> None:
        """Swallow nothing and pass nothing on: as when a cable is pulled, nobody is told."""
        self._open.clear()

    def mend(self) -> None:
        """Pass on again, also what was held back."""
        self._open.set()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._pumps.add(task)
        await self._open.wait()
        to_reader, to_writer = await asyncio.open_connection(self._target.hostname, self._target.port)
        try:
            await asyncio.gather(self._pump(reader, to_writer), self._pump(to_reader, writer))
        except (asyncio.CancelledError, OSError):
            pass
        finally:
            for end in (writer, to_writer):
                end.close()
                with contextlib.suppress(OSError):
                    await end.wait_closed()
            self._pumps.discard(task)

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while chunk := await source.read(65536):
            await self._open.wait()
            sink.write(chunk)
            await sink.drain()
        sink.close()


@pytest.fixture
async def wire(breakable: Postgresql) -> AsyncIterator[Wire]:
    """A wire to the PostgreSQL of this test."""
    made = Wire(breakable.url)
    await made.start()
    yield made
    await made.stop()
