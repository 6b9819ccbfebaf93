"""Ends the work of a request whose time is over or whose caller has gone; its statement is cancelled with it."""

from __future__ import annotations

import asyncio
from types import TracebackType

from starlette.types import Receive

from schakel_server.engine.failures import failure

TICK_S = (
    0.04  # a request is looked at when it has seen two ticks, after 40 to 80 ms; nearly none lasts that long
)


class CallerGone(Exception):
    """Nobody waits for the answer."""


class Watches:
    """The requests under way. One timer serves them all: one for each would cost as much as half a request."""

    def __init__(self, deadline_s: float) -> None:
        self.deadline_s = deadline_s
        self.ticks = 0
        self.open: set[Watch] = set()
        self.is_ticking = False

    def tick_on(self) -> None:
        """Look at what is under way from now on, as long as anything is."""
        self.is_ticking = True
        asyncio.get_running_loop().call_later(TICK_S, self._tick)

    def _tick(self) -> None:
        self.ticks += 1
        for watch in [item for item in self.open if self.ticks - item.began_at >= 2]:
            self.open.discard(watch)
            watch.look()
        self.is_ticking = False
        if self.open:
            self.tick_on()


class Watch:
    """Around the work of one request in its task: `with Watch(watches, receive) as watch: …`.

    Raises a Failure with TIMED_OUT when the deadline has passed, CallerGone when the connection is closed.
    What comes from `receive` is the caller's own until `body_is_read`.
    """

    is_read = _is_looking = _is_gone = _is_late = False  # set on few
    _gone: asyncio.Task[None] | None = None

    def __init__(self, watches: Watches, receive: Receive) -> None:
        self._watches = watches
        self.receive = receive
        self._task = asyncio.current_task()
        self.began_at = watches.ticks

    def __enter__(self) -> Watch:
        self._watches.open.add(self)
        if not self._watches.is_ticking:
            self._watches.tick_on()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_looking:
            self._end(kind, error)
        else:
            self._watches.open.discard(self)

    def body_is_read(self) -> None:
        """From now on the caller sends nothing but the end of the connection."""
        self.is_read = True
        if self._is_looking:
            self._gone = asyncio.create_task(self._until_gone())

    def look(self) -> None:
        """The answer takes a while: see that it ends in time, and whether anybody waits for it."""
        assert self._task is not None, "a request runs in a task"
        self._is_looking = True
        self._cancelled_before = self._task.cancelling()
        left_s = max(self._watches.deadline_s - 2 * TICK_S, 0)
        self._timer = asyncio.get_running_loop().call_later(left_s, self._stop_late)
        if self.is_read:
            self._gone = asyncio.create_task(self._until_gone())

    async def _until_gone(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass
        self._is_gone = True
        self._stop()

    def _stop_late(self) -> None:
        self._is_late = True
        self._stop()

    def _stop(self) -> None:
        assert self._task is not None
        self._task.cancel()

    def _end(self, kind: type[BaseException] | None, error: BaseException | None) -> None:
        """Leave the request's task as it was, and say why its work was stopped."""
        assert self._task is not None
        self._timer.cancel()
        if self._gone:
            self._gone.cancel()
        if not (self._is_late or self._is_gone) or self._task.uncancel() > self._cancelled_before:
            return  # somebody else stops this task, such as the server that shuts down
        if kind is asyncio.CancelledError:
            gone = CallerGone() if self._is_gone else failure("timed_out", limit=self._watches.deadline_s)
            raise gone from error
