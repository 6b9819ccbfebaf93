"""The watch over one request: late, gone, stopped from elsewhere, or simply done."""

import asyncio

import pytest
from schakel_server.engine.failures import Failure
from schakel_server.graph.watch import TICK_S, CallerGone, Watch, Watches


class Connection:
    """A caller that hangs up when told to."""

    def __init__(self) -> None:
        self.gone = asyncio.Event()
        self.asked = 0

    async def receive(self):
        self.asked += 1
        await self.gone.wait()
        return {"type": "http.disconnect"}


async def watched(connection: Connection, deadline_s: float, *, read_after_s: float = 0.0) -> None:
    """Work that takes a minute."""
    with Watch(Watches(deadline_s), connection.receive) as watch:
        await asyncio.sleep(read_after_s)
        watch.body_is_read()
        await asyncio.sleep(60)


async def test_an_answer_in_time_passes_and_never_looks_at_the_connection():
    connection = Connection()

    with Watch(Watches(5.0), connection.receive) as watch:
        watch.body_is_read()
        await asyncio.sleep(0)

    await asyncio.sleep(4 * TICK_S)
    assert connection.asked == 0


async def test_work_is_stopped_at_the_deadline():
    with pytest.raises(Failure) as caught:
        await watched(Connection(), 0.1)

    assert caught.value.extensions == {"code": "TIMED_OUT", "limit": 0.1}
    assert asyncio.current_task().cancelling() == 0


async def test_a_body_that_never_comes_is_stopped_at_the_deadline_too():
    connection = Connection()

    with pytest.raises(Failure), Watch(Watches(0.1), connection.receive):
        await connection.receive()

    assert connection.asked == 1


@pytest.mark.parametrize("read_after_s", [0.0, 4 * TICK_S])
async def test_work_is_stopped_when_the_caller_has_gone(read_after_s):
    connection = Connection()
    asyncio.get_running_loop().call_later(read_after_s + 4 * TICK_S, connection.gone.set)

    with pytest.raises(CallerGone):
        await watched(connection, 30.0, read_after_s=read_after_s)

    assert asyncio.current_task().cancelling() == 0


async def test_a_server_that_stops_a_request_is_obeyed():
    task = asyncio.create_task(watched(Connection(), 30.0))
    await asyncio.sleep(4 * TICK_S)
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task


async def test_other_errors_pass_as_they_are():
    async def failing() -> None:
        with Watch(Watches(0.2), Connection().receive) as watch:
            watch.body_is_read()
            await asyncio.sleep(4 * TICK_S)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await failing()
