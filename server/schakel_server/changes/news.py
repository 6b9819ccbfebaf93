"""News of what was written, by this process or another, for whoever keeps something that was read before."""

import asyncio
import logging
from collections.abc import Callable
from typing import Protocol

from schakel_server.storage.written import EVERYTHING, Commits, Listener, Tables

RETRY_S = 1.0  # between attempts to hear other processes again

log = logging.getLogger(__name__)


class Others(Protocol):
    """What other processes write; `check` raises when it may have missed something."""

    async def open(self, heard: Listener) -> None: ...

    async def check(self) -> None: ...

    async def close(self) -> None: ...


class Source(Protocol):
    """What news is made of: a database."""

    @property
    def commits(self) -> Commits: ...

    def others(self) -> Others: ...


class News:
    """Tells `on_change` which tables were written to, and `on_reach` whether all writers are heard.

    While other processes are not heard, what was read before may be old without anybody saying so.
    Each time they are heard again, everything counts as changed.
    """

    def __init__(self, source: Source) -> None:
        self.on_change: list[Listener] = []
        self.on_reach: list[Callable[[bool], None]] = []
        self._source = source
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to listen, in a task of its own."""
        self._source.commits.listeners.append(self._changed)
        self._task = asyncio.get_running_loop().create_task(self._listen())

    async def stop(self) -> None:
        """Listen no more."""
        if self._task is None:
            return
        self._source.commits.listeners.remove(self._changed)
        self._task.cancel()
        await asyncio.wait({self._task})
        self._task = None

    async def _listen(self) -> None:
        others = self._source.others()
        while True:
            try:
                await self._hear(others)
            except Exception as error:
                # Whatever it is, nobody may be shown what is old: say so, and try again.
                log.warning("other processes are not heard for now: %s: %s", type(error).__name__, error)
            finally:
                self._reach(False)
                await others.close()
            await asyncio.sleep(RETRY_S)

    async def _hear(self, others: Others) -> None:
        await others.open(self._changed)
        self._changed(EVERYTHING)
        self._reach(True)
        while True:
            await others.check()

    def _changed(self, tables: Tables) -> None:
        for listener in self.on_change:
            listener(tables)

    def _reach(self, is_heard: bool) -> None:
        for listener in self.on_reach:
            listener(is_heard)
