"""Ends the work of a request whose time is over or whose caller has gone; its statement is cancelled with it."""

from __future__ import annotations

import asyncio
from types import TracebackType

from starlette.types import Receive

from schakel_server.engine.failures import failure

LOOK_AFTER_S = 0.05  # nearly every answer is there by then, so nearly every request pays for one timer only


class CallerGone(Exception):
    """Nobody waits for the answer."""


class Watch:
    """Around the work of one request in its task: `with Watch(receive, deadline_s) as watch: …`.

    Raises a Failure with TIMED_OUT when the deadline has passed, CallerGone when the connection is closed.
    What comes from `receive` is the caller's own until `body_is_read`.
    """

    _is_read = _is_gone = _is_late = _is_looking = False  # set on the few that are looked at
    _gone: asyncio.Task[None] | None = None

    def __init__(self, receive: Receive, deadline_s: float) -> None:
        self._receive = receive
        self._deadline_s = deadline_s

    def __enter__(self) -> Watch:
        task = asyncio.current_task()
        assert task is not None, "a request runs in a task"
        self._task, self._cancelled_before = task, task.cancelling()
        self._loop = loop = task.get_loop()
        self._timer = loop.call_later(min(LOOK_AFTER_S, self._deadline_s), self._look)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        if self._gone:
            self._gone.cancel()
        if not (self._is_late or self._is_gone) or self._task.uncancel() > self._cancelled_before:
            return  # somebody else stops this task, such as the server that shuts down
        if kind is asyncio.CancelledError:
            raise self._reason() from error

    def body_is_read(self) -> None:
        """From now on the caller sends nothing but the end of the connection."""
        self._is_read = True
        if self._is_looking:
            self._wait_for_the_end()

    def _look(self) -> None:
        """The answer takes a while: see that it ends in time, and whether anybody waits for it."""
        self._is_looking = True
        self._timer = self._loop.call_later(max(self._deadline_s - LOOK_AFTER_S, 0), self._end_late)
        if self._is_read:
            self._wait_for_the_end()

    def _wait_for_the_end(self) -> None:
        self._gone = self._loop.create_task(self._until_gone())

    async def _until_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self._is_gone = True
        self._task.cancel()

    def _end_late(self) -> None:
        self._is_late = True
        self._task.cancel()

    def _reason(self) -> Exception:
        return CallerGone() if self._is_gone else failure("timed_out", limit=self._deadline_s)
