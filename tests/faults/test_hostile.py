"""Requests made to cost much are refused quickly, in little memory, and tell nothing from inside."""

import gc
import json
import time
import tracemalloc
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlencode

import httpx
import pytest
import pytest_asyncio
from schakel_server.app import create_app
from schakel_server.domain import MODEL_MODULES
from schakel_server.settings import load_settings
from schakel_server.storage.migrate import migrate
from starlette.applications import Starlette

from tests.databases import sqlite_template
from tests.faults.hostile import ATTACKS, KIB, Attack

pytestmark = pytest.mark.asyncio(loop_scope="module")

BOUND_S = 0.1  # of processor time; PROMISES, hostile queries
TRIES = 4  # the quickest counts: a shared machine takes longer by chance, never shorter
MEMORY_BOUND = 16 * 2**20  # bytes at the most at one time, for a request of up to 256 KiB
LONGEST_ADDRESS = 60_000  # characters that the tests' client sends
INSIDE = ("traceback", "select ", ".py", "schakel_server", "sqlite", "asyncpg", "orjson", "recursion")

by_attack = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name.replace(" ", "-"))


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """A SQLite database without rows: what is refused never comes to a database."""

    async def prepare(url: str) -> None:
        await migrate(load_settings(database_url=url), MODEL_MODULES)

    with sqlite_template(prepare) as copy:
        yield copy()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def app(database_url: str) -> AsyncIterator[Starlette]:
    made = create_app(load_settings(database_url=database_url))
    async with made.router.lifespan_context(made):
        yield made


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://schakel.test") as made:
        await made.post("/graphql", json={"query": "{ offers { nodes { id } } }"})
        yield made


def query_of(attack: Attack) -> str:
    return urlencode({"query": attack.query, "variables": json.dumps(attack.variables)})


def sent(attack: Attack) -> bytes:
    return json.dumps({"query": attack.query, "variables": attack.variables}).encode()


async def post(client: httpx.AsyncClient, body: bytes, **headers: str) -> httpx.Response:
    return await client.post(
        "/graphql", content=body, headers={"content-type": "application/json", **headers}
    )


async def quickest(client: httpx.AsyncClient, body: bytes) -> float:
    """The processor time of a refusal, in seconds."""
    took = []
    for _ in range(TRIES):
        began = time.process_time()
        await post(client, body)
        took.append(time.process_time() - began)
        if took[-1] < BOUND_S:
            break
    return min(took)


def refusal(response: httpx.Response) -> dict[str, object]:
    """The first error of a refusal that is shaped as it should be."""
    assert not any(word in response.text.lower() for word in INSIDE)
    assert len(response.content) < 8 * KIB
    given = response.json()
    assert set(given) <= {"errors", "data"}
    assert given.get("data") is None
    assert all(error["message"] and error["extensions"]["code"] for error in given["errors"])
    return given["errors"][0]


@by_attack
async def test_an_attack_is_refused_with_its_limit_and_value(client, attack):
    error = refusal(await post(client, sent(attack)))

    assert error["extensions"]["code"] == attack.code
    if attack.limit is not None:
        assert error["extensions"]["limit"] == attack.limit
        assert error["extensions"]["value"] > attack.limit
        assert f"{attack.limit}" in error["message"]


@by_attack
async def test_an_attack_costs_less_than_a_tenth_of_a_second(client, attack):
    assert await quickest(client, sent(attack)) < BOUND_S


@by_attack
async def test_an_attack_is_answered_in_both_languages(client, attack):
    dutch, english = [
        refusal(await post(client, sent(attack), **{"accept-language": language}))
        for language in ("nl", "en")
    ]

    if "limit" in english["extensions"]:
        assert dutch["message"] != english["message"]
    assert dutch["extensions"] == english["extensions"]


@pytest.mark.parametrize(
    "attack",
    [attack for attack in ATTACKS if len(query_of(attack)) < LONGEST_ADDRESS],
    ids=lambda attack: attack.name.replace(" ", "-"),
)
async def test_an_attack_by_get_is_refused_alike(client, attack):
    by_get = await client.get(f"/graphql?{query_of(attack)}")

    assert refusal(by_get) == refusal(await post(client, sent(attack)))


async def test_an_address_that_is_too_long_is_refused(app):
    answered = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        answered.append(message)

    query = b"query=" + b"x" * 256 * KIB
    scope = {"type": "http", "method": "GET", "path": "/graphql", "query_string": query, "headers": []}
    await app({**scope, "client": ("192.0.2.7", 5000)}, receive, send)

    assert answered[0]["status"] == 413
    assert json.loads(answered[1]["body"])["errors"][0]["extensions"]["code"] == "TOO_COMPLEX"


@by_attack
async def test_an_attack_takes_little_memory(client, attack):
    body = sent(attack)
    gc.collect()
    tracemalloc.start()
    try:
        await post(client, body)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert most < MEMORY_BOUND


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"[" * 100_000 + b"]" * 100_000, 400),
        (b'{"query": "{ __typename }", "variables": {"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}", 400),
        (b'{"query": "{ __typename }", "variables": {"a": ' + b"9" * 5_000 + b"}}", 400),
        (b"x" * 255 * KIB, 400),
        (b" " * 257 * KIB, 413),
        (b"\xff" * 200 * KIB, 400),
    ],
    ids=["json", "json in variables", "digits", "junk", "too large", "no text"],
)
async def test_bodies_that_are_no_request_are_refused_quickly(client, body, status):
    response = await post(client, body)

    refusal(response)
    assert response.status_code == status
    assert await quickest(client, body) < BOUND_S


async def test_the_server_answers_as_before_after_all_of_them(client):
    for attack in ATTACKS:
        await post(client, sent(attack))

    response = await post(client, b'{"query": "{ offers { nodes { id } } }"}')

    assert response.json()["data"] == {"offers": {"nodes": []}}
