"""Contenders as they would run: each a server in a process of its own, one process each."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.contenders import postgraphile

ROOT = Path(__file__).parents[2]
START_TIMEOUT_S = 180.0  # a busy machine can take a minute to import what a server needs


# Contenders that are no ASGI app: how to start each, by port and the address of its database.
COMMANDS: dict[str, Callable[[int, str], list[str]]] = {"postgraphile": postgraphile.command}


@dataclass(frozen=True)
class Server:
    """A contender that runs: its address without a path, and its process."""

    url: str
    pid: int


@contextmanager
def running(contender: str, database_url: str) -> Iterator[Server]:
    """A contender as a process of its own; stopped at the end."""
    port = _free_port()
    if contender in COMMANDS:
        command = COMMANDS[contender](port, database_url)
    else:
        command = [sys.executable, "-m", "tests.benchmarks.serve", contender, str(port), database_url]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **postgraphile.ENVIRONMENT})
    try:
        _wait_until_open(process, port)
        yield Server(f"http://127.0.0.1:{port}", process.pid)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def serving(contender: str, database_url: str) -> Iterator[str]:
    """The address of a contender, without a path; stopped at the end."""
    with running(contender, database_url) as server:
        yield server.url


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_open(process: "subprocess.Popen[bytes]", port: int) -> None:
    give_up_at = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < give_up_at:
        if process.poll() is not None:
            raise RuntimeError("the server ended as soon as it started")
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the server did not start within {START_TIMEOUT_S:.0f} s")


def post(url: str, body: bytes) -> bytes:
    """The body of the answer to one request."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    request = urllib.request.Request(url, body, headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return bytes(answer.read())
