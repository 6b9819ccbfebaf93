"""What a server holds after many mixed requests: known ones, new values, new shapes, new documents, wrong ones."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import orjson
import uvloop

from tests.benchmarks.cpu import resident_bytes
from tests.benchmarks.load import Asker
from tests.benchmarks.questions import Question
from tests.benchmarks.servers import running

REQUESTS = 100_000
STEPS = 10  # readings on the way
CONNECTIONS = 8
MIB = 2**20
FILTERS = ("kind", "market", "direction", "state", "locationMode", "contractType")


@dataclass(frozen=True)
class Reading:
    """The memory of the server after so many requests."""

    requests: int
    mib: float


def memory(database_url: str, known: list[Question], requests: int = REQUESTS) -> list[Reading]:
    """Readings before the first request and at each tenth of them."""
    bodies = _mixed([question.body for question in known])
    with running("schakel", database_url) as server:
        readings = [Reading(0, resident_bytes(server.pid) / MIB)]
        for step in range(1, STEPS + 1):
            uvloop.run(_ask(server.url, bodies, requests // STEPS))
            readings.append(Reading(step * requests // STEPS, resident_bytes(server.pid) / MIB))
    return readings


def growth_after_half(readings: list[Reading]) -> float:
    """How much more the server holds at the end than half-way."""
    return readings[-1].mib / readings[len(readings) // 2].mib


async def _ask(url: str, bodies: Iterator[bytes], count: int) -> None:
    loop, parts = asyncio.get_running_loop(), urlsplit(f"{url}/graphql")
    waiting = [loop.create_future() for _ in range(CONNECTIONS)]
    for i, done in enumerate(waiting):
        share = count // CONNECTIONS + (i < count % CONNECTIONS)
        await loop.create_connection(
            lambda done=done, share=share: Asker(url, bodies, share, done), parts.hostname, parts.port
        )
    await asyncio.gather(*waiting)


def _mixed(known: list[bytes]) -> Iterator[bytes]:
    """Requests without end: of ten, five known, two new values, and one each of a new shape, document and fault."""
    number = 0
    while True:
        number += 1
        kind = number % 10
        if kind < 5:
            yield known[number // 10 % len(known)]
        elif kind < 7:
            yield _values(number)
        elif kind == 7:
            yield _shape(number)
        elif kind == 8:
            yield _document(number)
        else:
            yield _fault(number)


def _values(number: int) -> bytes:
    document = "query ($slug: String!) { organisation(by: {slug: $slug}) { name website } }"
    return orjson.dumps({"query": document, "variables": {"slug": f"firda-{number}"}})


def _shape(number: int) -> bytes:
    document = (
        "query ($where: OfferWhere, $n: Int) { offers(where: $where, first: $n) { nodes { title kind } } }"
    )
    chosen = [{name: {"isNull": False}} for i, name in enumerate(FILTERS) if number >> i & 1]
    return orjson.dumps(
        {"query": document, "variables": {"where": {"AND": chosen}, "n": 1 + number // 64 % 100}}
    )


def _document(number: int) -> bytes:
    return orjson.dumps(
        {"query": f"{{ a{number}: offers(first: 5) {{ nodes {{ title provider {{ name }} }} }} }}"}
    )


def _fault(number: int) -> bytes:
    faults = (
        f"{{ offers {{ nodes {{ no{number} }} }} }}",
        f"{{ offers(first: {number + 1_000}) {{ totalCount }} }}",
        f'{{ offer(by: {{id: "offer_{number}"}}) {{ id }} }}',
        f"{{ offers {{ nodes {{ title }} }} # {number}",
    )
    return orjson.dumps({"query": faults[number // 10 % len(faults)]})
