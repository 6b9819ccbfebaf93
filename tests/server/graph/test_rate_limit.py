"""Addresses that ask too much are told when to come back, on every way in; others notice nothing."""

from collections.abc import AsyncIterator, Callable

import httpx
import pytest
import pytest_asyncio
from schakel_server.app import create_app
from schakel_server.settings import load_settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

RATE = 2_000
QUERY = {"query": "{ offers(first: 100) { nodes { id provider { id } } } }"}
COST = 200


@pytest_asyncio.fixture(loop_scope="module")
async def ask(new_database_url: Callable[[], str]) -> AsyncIterator[Callable[..., object]]:
    """Posts or gets from any address: `await ask("192.0.2.7")`."""
    app = create_app(load_settings(database_url=new_database_url(), nodes_per_minute=RATE))

    async def asked(address: str, body: object = QUERY, *, method: str = "POST", **headers: str):
        transport = httpx.ASGITransport(app, client=(address, 5000))
        async with httpx.AsyncClient(transport=transport, base_url="http://schakel.test") as client:
            if method == "GET":
                return await client.get("/graphql", params=body, headers=headers)
            return await client.post("/graphql", json=body, headers=headers)

    async with app.router.lifespan_context(app):
        yield asked


async def use_up(ask, address: str) -> list[int]:
    """What remains after each request, until the address is refused."""
    remaining = []
    for _ in range(100):
        response = await ask(address)
        if response.status_code != 200:
            return remaining
        remaining.append(response.json()["extensions"]["cost"]["remaining"])
    raise AssertionError("it never ended")


async def test_what_remains_is_told_and_then_the_address_is_refused(ask):
    remaining = await use_up(ask, "192.0.2.7")

    assert remaining[0] == RATE - COST
    assert remaining == sorted(remaining, reverse=True)
    assert RATE // COST <= len(remaining) <= RATE // COST + 1


@pytest.mark.parametrize("method", ["POST", "GET"])
@pytest.mark.parametrize(("language", "words"), [("nl", "probeer het over"), ("en", "try again in")])
async def test_the_refusal_says_when_to_come_back(ask, method, language, words):
    await use_up(ask, "192.0.2.7")

    response = await ask("192.0.2.7", method=method, **{"accept-language": language})

    assert response.status_code == 429
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "RATE_LIMITED"
    assert error["extensions"]["limit"] == RATE
    assert 1 <= error["extensions"]["retryAfter"] <= 60
    assert response.headers["retry-after"] == str(error["extensions"]["retryAfter"])
    assert words in error["message"]
    assert "data" not in response.json()


async def test_other_addresses_and_the_machine_itself_are_not_refused(ask):
    await use_up(ask, "192.0.2.7")

    assert (await ask("192.0.2.8")).status_code == 200
    assert (await ask("127.0.0.1")).json()["extensions"]["cost"]["remaining"] is None


async def test_behind_a_proxy_each_caller_counts_by_itself(ask):
    for _ in range(12):
        last = await ask("127.0.0.1", **{"x-forwarded-for": "192.0.2.7"})

    assert last.status_code == 429
    assert (await ask("127.0.0.1", **{"x-forwarded-for": "192.0.2.8"})).status_code == 200


async def test_a_header_that_anybody_may_write_opens_no_other_account(ask):
    await use_up(ask, "192.0.2.7")

    assert (await ask("192.0.2.7", **{"x-forwarded-for": "192.0.2.99"})).status_code == 429


@pytest.mark.parametrize("method", ["POST", "GET"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "{ nonsense",
        "{ nonsense }",
        "{ " + "__typename " * 40 + "}",
        "{ offers(first: 101) { totalCount } }",
        "{ __schema { queryType { name } } }",
    ],
)
async def test_what_is_refused_or_asks_for_the_schema_costs_too(ask, query, method):
    statuses = [(await ask("192.0.2.7", {"query": query}, method=method)).status_code for _ in range(4)]

    assert statuses[-1] == 429


async def test_scripts_may_read_when_to_come_back(ask):
    await use_up(ask, "192.0.2.7")

    response = await ask("192.0.2.7", origin="https://www.school.nl")

    assert response.status_code == 429
    assert response.headers["access-control-allow-origin"]
    assert "Retry-After" in response.headers["access-control-expose-headers"]
