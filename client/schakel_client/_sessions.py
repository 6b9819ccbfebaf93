"""An aiohttp session for each event loop, as sessions belong to one loop and one process."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Callable

from aiohttp import ClientSession


class LoopSessions:
    """Sessions made by `make`, one for each event loop that asks.

    A session ends with `close`, else together with its loop: it is held by an asynchronous generator,
    and `asyncio.run` closes those before it closes the loop.
    """

    def __init__(self, make: Callable[[], ClientSession]) -> None:
        self._make = make
        self._process_id = os.getpid()
        self._held: dict[asyncio.AbstractEventLoop, tuple[ClientSession, AsyncGenerator[None]]] = {}
        self._inherited: list[object] = []

    async def get(self) -> ClientSession:
        """The session of the running loop."""
        self._notice_fork()
        loop = asyncio.get_running_loop()
        held = self._held.get(loop)
        if held is not None and not held[0].closed:
            return held[0]
        for other in [other for other in self._held if other.is_closed()]:
            del self._held[other]
        session = self._make()
        holder = _hold(session)
        self._held[loop] = (session, holder)
        await anext(holder)
        return session

    async def close(self) -> None:
        """Close the session of the running loop; those of other loops end with theirs."""
        self._notice_fork()
        held = self._held.pop(asyncio.get_running_loop(), None)
        if held is not None:
            await held[1].aclose()

    def _notice_fork(self) -> None:
        if self._process_id != os.getpid():
            # Connections made before the fork are the parent's: neither use them nor let them be closed.
            self._inherited.append(self._held)
            self._held = {}
            self._process_id = os.getpid()


async def _hold(session: ClientSession) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        await session.close()
