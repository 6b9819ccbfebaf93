"""One client in several event loops, threads and processes."""

import asyncio
import gc
import os
import subprocess
import sys
import threading
import traceback
import warnings

import pytest
from schakel_client import AsyncSchakel

from tests.client.conftest import REPOSITORY


async def slug_of(client: AsyncSchakel) -> str:
    return (await client.offers.get(slug="aanbod-00")).slug


def test_one_client_serves_two_loops_after_each_other(live: str) -> None:
    client = AsyncSchakel(live)

    first = asyncio.run(slug_of(client))
    second = asyncio.run(slug_of(client))

    assert first == second == "aanbod-00"


def test_client_that_is_not_closed_leaves_no_warning(live: str) -> None:
    async def read_without_closing() -> None:
        await slug_of(AsyncSchakel(live))

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        asyncio.run(read_without_closing(), debug=True)
        gc.collect()


def test_loops_that_end_without_care_do_not_break_the_client(live: str) -> None:
    script = (
        "import asyncio, sys; from schakel_client import AsyncSchakel\n"
        "client = AsyncSchakel(sys.argv[1])\n"
        "for _ in range(3):\n"
        "    loop = asyncio.new_event_loop()\n"
        "    print(loop.run_until_complete(client.offers.get(slug='aanbod-00')).slug)\n"
        "    loop.close()\n"
    )
    command = [sys.executable, "-c", script, live]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, cwd=REPOSITORY / "client", check=True
    )

    assert done.stdout.split() == ["aanbod-00"] * 3


def test_threads_share_a_client(live: str) -> None:
    client, slugs = AsyncSchakel(live), []

    async def read() -> None:
        slugs.extend(await asyncio.gather(*(slug_of(client) for _ in range(5))))

    threads = [threading.Thread(target=asyncio.run, args=(read(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert slugs == ["aanbod-00"] * 20


async def test_closed_client_opens_again(live: str) -> None:
    client = AsyncSchakel(live)

    for _ in range(2):
        async with client:
            assert await slug_of(client) == "aanbod-00"
    await client.aclose()


async def test_client_has_one_session_for_each_loop(live: str) -> None:
    async with AsyncSchakel(live) as client:
        sessions = client._transport._sessions
        await asyncio.gather(*(slug_of(client) for _ in range(10)))

        assert len(sessions._held) == 1
    assert sessions._held == {}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_client_survives_fork(live: str) -> None:
    client = AsyncSchakel(live)
    loop = asyncio.new_event_loop()
    try:
        assert loop.run_until_complete(slug_of(client)) == "aanbod-00"  # leaves a kept connection behind
        child = os.fork()
        if child == 0:
            _read_and_exit(client)

        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert loop.run_until_complete(slug_of(client)) == "aanbod-00"
        loop.run_until_complete(client.aclose())
    finally:
        loop.close()


def _read_and_exit(client: AsyncSchakel) -> None:
    """In the child: read in a loop of its own, and leave without what pytest does at an end."""
    try:
        asyncio.set_event_loop(None)
        is_right = asyncio.run(slug_of(client)) == "aanbod-00"
        gc.collect()
        os._exit(0 if is_right else 1)
    except BaseException:
        traceback.print_exc()
        os._exit(2)
