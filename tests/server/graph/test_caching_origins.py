"""Caching where only listed sites may read: what one of them asked for must not be given to another as its own."""

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from schakel_server.graph.caching import Policy
from schakel_server.settings import load_settings

from tests.server.graph.serving import client_of, started

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def client(new_database_url) -> AsyncIterator[httpx.AsyncClient]:
    settings = load_settings(
        database_url=new_database_url(), pool_min=1, pool_max=3, cors_origins="https://a.nl,https://b.nl"
    )
    async with started(settings) as app, client_of(app) as made:
        yield made


async def test_each_site_gets_its_own_leave(client):
    seen = set()
    for origin in ("https://a.nl", "https://b.nl", "https://elsewhere.nl", None, "https://a.nl"):
        headers = {"origin": origin} if origin else {}
        response = await client.get("/graphql", params={"query": "{ __typename }"}, headers=headers)

        wanted = [origin] if origin in ("https://a.nl", "https://b.nl") else []
        assert response.headers.get_list("access-control-allow-origin") == wanted
        assert "origin" in response.headers["vary"].lower()
        seen.add(response.headers["etag"])
    assert len(seen) == 1


async def test_what_caches_outside_are_told():
    assert Policy(0).cache_control == b"public, no-cache"
    assert Policy(30).cache_control == b"public, max-age=30, stale-while-revalidate=30"
    names = [name for name, _ in Policy(30, is_for_all=False).head(b"tag")]
    assert b"access-control-allow-origin" not in names
