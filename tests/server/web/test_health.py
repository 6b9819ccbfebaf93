"""Alive and ready, as load balancers ask it."""

import asyncio

from schakel_server.web import health


async def test_alive_whatever_the_readiness(make_client):
    async def broken() -> list[str]:
        return ["The database does not answer."]

    client = await make_client(ready=broken)

    response = await client.get("/healthz")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert response.headers["cache-control"] == "no-store"


async def test_ready_when_nothing_is_wrong(client):
    response = await client.get("/readyz")

    assert (response.status_code, response.json()) == (200, {"status": "ready"})
    assert response.headers["cache-control"] == "no-store"


async def test_not_ready_names_every_problem(make_client):
    async def two_problems() -> list[str]:
        return ["The database does not answer.", "Two migrations are not applied."]

    client = await make_client(ready=two_problems)

    response = await client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {
        "status": "not ready",
        "problems": ["The database does not answer.", "Two migrations are not applied."],
    }


async def test_check_that_fails_is_a_problem_and_tells_nothing_from_inside(make_client):
    async def failing() -> list[str]:
        raise RuntimeError("password=secret")

    client = await make_client(ready=failing)

    response = await client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["problems"] == ["The check itself failed; see the server's log."]


async def test_check_that_hangs_is_a_problem(make_client, monkeypatch):
    async def hanging() -> list[str]:
        await asyncio.sleep(60)
        return []

    monkeypatch.setattr(health, "READY_TIMEOUT_S", 0.05)
    client = await make_client(ready=hanging)

    response = await client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["problems"] == ["The check took longer than 0.05 s."]
