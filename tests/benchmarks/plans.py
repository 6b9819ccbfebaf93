"""What Python does for a request, by how well it is known: processor time with the database's answer at hand."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson
from schakel_server.app import endpoint_of, the_graph
from schakel_server.engine.kept import Use
from schakel_server.graph.http import GraphQLEndpoint
from schakel_server.graph.rate import UNCOUNTED
from schakel_server.graph.service import GraphService
from schakel_server.graph.stored import StoredDocuments
from schakel_server.settings import load_settings
from starlette.responses import Response

from tests.benchmarks.questions import EMBED_DOCUMENT

KNOWN = 3_000  # requests; the others cost a hundred times as much
OTHERS = 120
FILTERS = ("kind", "market", "direction", "state", "locationMode", "contractType", "places")
MARK = "first: 20"


class AtHand:
    """Answers every statement at once: with what the real database answered to the first one."""

    dialect = "postgresql"

    def __init__(self, texts: Sequence[Any]) -> None:
        self.texts = texts

    async def fetch_row(self, sql: str, args: Sequence[Any] = ()) -> Sequence[Any]:
        return self.texts


class FirstAnswer:
    """Keeps the texts that the database gives."""

    dialect = "postgresql"

    def __init__(self, connection: asyncpg.Connection) -> None:
        self.connection = connection
        self.texts: Sequence[Any] = ()

    async def fetch_row(self, sql: str, args: Sequence[Any] = ()) -> Sequence[Any]:
        self.texts = tuple(await self.connection.fetchrow(sql, *args))
        return self.texts


@dataclass(frozen=True)
class Known:
    """Microseconds of processor time for each request of one kind, and what the stores say afterwards."""

    name: str
    us: float
    stores: dict[str, Use]


def plans(database_url: str) -> list[Known]:
    """From what costs least to what costs most."""
    return asyncio.run(_plans(database_url))


async def _plans(database_url: str) -> list[Known]:
    texts = await _texts(database_url)
    kinds = {
        "the same body again": (_same(), KNOWN),
        "a known document, new values": (_values(), KNOWN),
        "a known document, a new shape": (_shapes(), OTHERS),
        "a new document": (_documents(), OTHERS),
    }
    return [await _measured(name, texts, bodies, count) for name, (bodies, count) in kinds.items()]


async def _texts(database_url: str) -> Sequence[Any]:
    connection = await asyncpg.connect(database_url, server_settings={"timezone": "UTC"})
    try:
        database = FirstAnswer(connection)
        await _endpoint(database)._posted(next(_same()), "NL", UNCOUNTED)
        return database.texts
    finally:
        await connection.close()


def _endpoint(database: Any) -> GraphQLEndpoint:
    catalogue, schema = the_graph()
    service, settings = GraphService(schema, catalogue, database), load_settings(nodes_per_minute=0)
    return endpoint_of(settings, service, lambda _: Response(), StoredDocuments())


async def _measured(name: str, texts: Sequence[Any], bodies: Iterator[bytes], count: int) -> Known:
    endpoint = _endpoint(AtHand(texts))
    for _ in range(3):
        await endpoint._posted(next(bodies), "NL", UNCOUNTED)
    asked = [next(bodies) for _ in range(count)]
    began = time.process_time()
    for body in asked:
        await endpoint._posted(body, "NL", UNCOUNTED)
    us = 1e6 * (time.process_time() - began) / count
    stores = {
        "requests": endpoint.ready.use,
        "documents": endpoint.service.documents.kept.use,
        "plans": endpoint.service.engine.plans.use,
    }
    return Known(name, us, stores)


def _body(document: str, **variables: Any) -> bytes:
    return orjson.dumps({"query": document, "variables": variables})


def _same() -> Iterator[bytes]:
    while True:
        yield _body(EMBED_DOCUMENT)


def _values() -> Iterator[bytes]:
    document = EMBED_DOCUMENT.replace("query Embed", "query Embed($kind: OfferKind!)").replace(
        MARK, f"{MARK}, where: {{kind: {{eq: $kind}}, title: {{contains: $text}}}}"
    )
    document = document.replace("$kind: OfferKind!", "$kind: OfferKind!, $text: String!")
    number = 0
    while True:
        number += 1
        yield _body(document, kind="PROJECT", text=f"fiets {number}")


def _shapes() -> Iterator[bytes]:
    document = EMBED_DOCUMENT.replace("query Embed", "query Embed($where: OfferWhere)").replace(
        MARK, f"{MARK}, where: $where"
    )
    number = 0
    while True:
        number += 1
        chosen = [{name: {"isNull": False}} for i, name in enumerate(FILTERS) if number >> i & 1]
        yield _body(document, where={"AND": chosen})


def _documents() -> Iterator[bytes]:
    number = 0
    while True:
        number += 1
        yield _body(EMBED_DOCUMENT.replace("offers(", f"a{number}: offers("))
