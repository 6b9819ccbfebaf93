"""Documents, plans and requests are kept within their bounds, whatever callers send, and counted."""

import gc
import weakref

import pytest
from schakel_server import app
from schakel_server.engine import documents, engine
from schakel_server.engine.kept import Kept, Use
from schakel_server.graph import http
from schakel_server.graph.http import GraphQLEndpoint
from schakel_server.graph.rate import UNCOUNTED
from schakel_server.graph.service import READY_BYTES
from schakel_server.graph.stored import StoredDocuments
from schakel_server.settings import load_settings
from starlette.responses import Response

from tests.contract.asking import Graph

pytestmark = pytest.mark.asyncio(loop_scope="module")

SHAPES = """query ($where: OfferWhere, $first: Int) {
  offers(where: $where, first: $first) { totalCount nodes { title provider { name } } }
}"""
COLUMNS = ("kind", "market", "direction", "state", "locationMode", "contractType")


def shape(number: int) -> dict[str, object]:
    """Variables whose shape no other number has."""
    asked = [{name: {"isNull": False}} for i, name in enumerate(COLUMNS) if number >> i & 1]
    return {"where": {"AND": asked}, "first": 1 + number // 2 ** len(COLUMNS)}


def endpoint_of(graph: Graph) -> GraphQLEndpoint:
    return app.endpoint_of(load_settings(), graph.service, lambda _: Response(), StoredDocuments())


async def test_a_store_counts_and_drops_what_was_not_asked_for_longest():
    store: Kept[str, bytes] = Kept(10, len)
    store.keep("a", b"1234")
    store.keep("b", b"1234")
    assert store.find("a") == b"1234"

    store.keep("c", b"1234")
    store.keep("too large", b"12345678901")

    assert [store.find(key) for key in ("a", "b", "c", "too large")] == [b"1234", None, b"1234", None]
    assert store.use == Use(hits=3, misses=2, entries=2, held=8, bound=10)
    assert store.use.hit_rate == 0.6


async def test_a_store_that_was_never_asked_has_missed_nothing():
    assert Kept[str, bytes](10, len).use.hit_rate == 1.0


async def test_a_known_shape_finds_its_plan_and_a_new_one_does_not(shared: Graph):
    for number in (1, 1, 2, 1):
        await shared.data(SHAPES, **shape(number))

    assert shared.service.engine.plans.use.hits == 2
    assert shared.service.engine.plans.use.misses == 2
    assert (shared.service.documents.kept.use.hits, shared.service.documents.kept.use.misses) == (3, 1)


async def test_varied_shapes_stay_within_the_bound(shared: Graph, monkeypatch):
    monkeypatch.setattr(engine, "PLAN_BYTES", 200_000)
    graph = Graph(shared.database)

    for number in range(60):
        graph.service.prepared(http.request_of({"query": SHAPES, "variables": shape(number)}, "NL"))

    use = graph.service.engine.plans.use
    assert use.misses == 60
    assert 5 < use.entries < 60
    assert 150_000 < use.held <= use.bound == 200_000


async def test_varied_documents_stay_within_the_bound(shared: Graph, monkeypatch):
    monkeypatch.setattr(documents, "CACHE_BYTES", 100_000)
    graph = Graph(shared.database)

    for number in range(40):
        await graph.data(f"{{ a{number}: offers {{ nodes {{ title }} }} }}")

    use = graph.service.documents.kept.use
    assert use.misses == 40
    assert 10 < use.entries < 40
    assert use.held <= use.bound == 100_000


async def test_a_document_that_was_dropped_is_held_by_no_plan_and_no_request(shared: Graph, monkeypatch):
    monkeypatch.setattr(documents, "CACHE_BYTES", 5_000)
    graph = Graph(shared.database)
    endpoint = endpoint_of(graph)
    await endpoint._posted(b'{"query": "{ offers { nodes { title } } }"}', "NL", UNCOUNTED)
    text = "{ offers { nodes { title } } }"
    held = weakref.ref(graph.service.documents.operation(text, None))
    assert held() is not None

    await graph.data("{ other: offers { nodes { title } } }")
    gc.collect()

    assert held() is None
    assert endpoint.ready.use.entries == 1
    assert graph.service.engine.plans.use.entries == 2


async def test_a_request_kept_ready_is_counted_with_its_plan(shared: Graph):
    endpoint = endpoint_of(shared)
    body = b'{"query": "{ offers { nodes { title } } }"}'

    first = await endpoint._posted(body, "NL", UNCOUNTED)
    again = await endpoint._posted(body, "NL", UNCOUNTED)
    other_language = await endpoint._posted(body, "EN", UNCOUNTED)

    assert first == again == other_language
    assert (endpoint.ready.use.hits, endpoint.ready.use.misses) == (1, 2)
    assert endpoint.ready.use.held > 2 * (READY_BYTES + 1_000)  # a statement has hundreds of letters
