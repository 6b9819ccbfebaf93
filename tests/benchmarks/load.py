"""The load: keep-alive connections that each ask again as soon as they are answered."""

import asyncio
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import uvloop

END_OF_HEAD = b"\r\n\r\n"
LENGTH = b"content-length:"


@dataclass
class Sample:
    """What one run of one contender showed; `server_s` and `database_s` are processor time."""

    seconds: float
    latencies_s: list[float] = field(default_factory=list)
    server_s: float = 0.0
    database_s: float = 0.0

    @property
    def per_second(self) -> float:
        return len(self.latencies_s) / self.seconds

    def percentile_ms(self, percent: int) -> float:
        """The latency that this part of the requests stayed within."""
        if len(self.latencies_s) < 2:
            return 1000 * self.latencies_s[0]
        return 1000 * statistics.quantiles(self.latencies_s, n=100, method="inclusive")[percent - 1]


class _Connection(asyncio.Protocol):
    """One keep-alive connection; a subclass says what is asked next, and `complete` is called for each answer."""

    def __init__(self, done: "asyncio.Future[Any]") -> None:
        self._done = done
        self._received = bytearray()
        self._length = 0  # of the whole response, 0 until its head is there

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self.begin()

    def begin(self) -> None:
        """Ask for the first time."""
        raise NotImplementedError

    def complete(self, status: int) -> None:
        """An answer is there."""
        raise NotImplementedError

    def ask(self, request: bytes) -> None:
        self._received.clear()
        self._length = 0
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        if not self._length:
            self._read_head()
        if self._length and len(self._received) >= self._length:
            self.complete(int(self._received[9:12]))

    def _read_head(self) -> None:
        end = self._received.find(END_OF_HEAD)
        if end < 0:
            return
        head = bytes(self._received[:end]).lower()
        start = head.index(LENGTH) + len(LENGTH)
        self._length = end + len(END_OF_HEAD) + int(head[start:].split(b"\r\n", 1)[0])

    def connection_lost(self, error: Exception | None) -> None:
        self.finish(error or RuntimeError("the server closed the connection"))

    def finish(self, outcome: Any) -> None:
        """Give the outcome, or raise it where it is an error, and hang up."""
        if self._done.done():
            return
        if isinstance(outcome, Exception):
            self._done.set_exception(outcome)
        else:
            self._done.set_result(outcome)
        self._transport.close()


class Caller(_Connection):
    """Asks the same until `stop_at`, on the clock of `time.perf_counter`; its outcome is the latencies."""

    def __init__(self, request: bytes, stop_at: float, done: "asyncio.Future[list[float]]") -> None:
        super().__init__(done)
        self._request = request
        self._stop_at = stop_at
        self._latencies: list[float] = []

    def begin(self) -> None:
        self._asked_at = time.perf_counter()
        self.ask(self._request)

    def complete(self, status: int) -> None:
        if status != 200:
            self.finish(RuntimeError(f"answered {status}: {bytes(self._received[-500:])!r}"))
            return
        now = time.perf_counter()
        self._latencies.append(now - self._asked_at)
        if now < self._stop_at:
            self.begin()
        else:
            self.finish(self._latencies)


class Asker(_Connection):
    """Asks `count` of the bodies one after the other, whatever the answers are; its outcome is their statuses."""

    def __init__(
        self, url: str, bodies: Iterator[bytes], count: int, done: "asyncio.Future[Counter[int]]"
    ) -> None:
        super().__init__(done)
        self._url = f"{url}/graphql"
        self._bodies = bodies
        self._left = count
        self._statuses: Counter[int] = Counter()

    def begin(self) -> None:
        if self._left == 0:
            self.finish(self._statuses)
            return
        self._left -= 1
        self.ask(http_request(self._url, next(self._bodies)))

    def complete(self, status: int) -> None:
        self._statuses[status] += 1
        self.begin()


def http_request(url: str, body: bytes | None) -> bytes:
    """The bytes of one POST, or of one GET where there is no body."""
    parts = urlsplit(url)
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    common = f"{target} HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: application/json\r\n"
    if body is None:
        return f"GET {common}\r\n".encode()
    head = f"POST {common}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def run_load(url: str, body: bytes | None, seconds: float, connections: int) -> Sample:
    """Ask for this long from all connections at once."""
    return uvloop.run(_run(url, http_request(url, body), seconds, connections))


async def _run(url: str, request: bytes, seconds: float, connections: int) -> Sample:
    loop, parts = asyncio.get_running_loop(), urlsplit(url)
    began = time.perf_counter()
    done = [loop.create_future() for _ in range(connections)]
    for future in done:
        await loop.create_connection(
            lambda future=future: Caller(request, began + seconds, future), parts.hostname, parts.port
        )
    latencies = await asyncio.gather(*done)
    return Sample(time.perf_counter() - began, [item for each in latencies for item in each])
