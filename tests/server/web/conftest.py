"""The web room alone, in a tiny app of its own per test."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import httpx
import pytest
from schakel_server.web import graphiql_response, routes
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

MakeClient = Callable[..., Awaitable[httpx.AsyncClient]]


async def nothing_wrong() -> list[str]:
    return []


async def graphql_for_browsers(request: Request) -> Response:
    return graphiql_response(request)


@pytest.fixture
async def make_client() -> AsyncIterator[MakeClient]:
    """A client on an app with this room's routes; `prefix` mounts that app under a path."""
    async with AsyncExitStack() as stack:

        async def make(
            *,
            ready: Callable[[], Awaitable[list[str]]] = nothing_wrong,
            sdl: Callable[[], str] = lambda: "type Query { a: Int }",
            prefix: str = "",
        ) -> httpx.AsyncClient:
            app = Starlette(routes=[*routes(ready=ready, sdl=sdl), Route("/graphql", graphql_for_browsers)])
            if prefix:
                app = Starlette(routes=[Mount(prefix, app)])
            client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://schakel.test")
            return await stack.enter_async_context(client)

        yield make


@pytest.fixture
async def client(make_client: MakeClient) -> httpx.AsyncClient:
    return await make_client()
