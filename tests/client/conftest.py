"""The client against the real server, and against platforms that misbehave."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from aiohttp import web
from schakel_client import AsyncSchakel

REPOSITORY = Path(__file__).parents[2]
START_TIMEOUT_S = 60.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[str]]


@pytest.fixture(scope="session")
def live(new_database_url: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real server with the rows of `serve.py`, on a database of each kind."""
    port = free_port()
    command = [sys.executable, "-m", "tests.client.serve", new_database_url(), str(port)]
    paths = os.pathsep.join(str(REPOSITORY / name) for name in ("", "server", "client"))
    log = tmp_path_factory.mktemp("live") / "log.txt"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": paths}, stdout=output, stderr=output
        )
    try:
        _wait_until_ready(server, port, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture
async def client(live: str) -> AsyncIterator[AsyncSchakel]:
    async with AsyncSchakel(live) as client:
        yield client


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Starts a platform whose `/graphql` is answered by the handler, and gives its address."""
    async with AsyncExitStack() as stack:

        async def start(handler: Handler) -> str:
            app = web.Application()
            app.router.add_post("/graphql", handler)
            runner = web.AppRunner(app, shutdown_timeout=0.1)
            await runner.setup()
            stack.push_async_callback(runner.cleanup)
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            return f"http://127.0.0.1:{runner.addresses[0][1]}"

        yield start


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"The server did not get ready:\n{log.read_text()[-3000:]}", pytrace=False)
