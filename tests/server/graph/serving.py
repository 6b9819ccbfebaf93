"""An app that has started, in process, and how much it asks its database."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import httpx
from schakel_server.app import create_app
from schakel_server.settings import Settings
from starlette.applications import Starlette


@asynccontextmanager
async def started(settings: Settings) -> AsyncIterator[Starlette]:
    """An app whose cache is open, for the length of the block."""
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        await until_open(app, bool(settings.cache_bytes and settings.cache_max_age_s))
        yield app


async def until_open(app: Starlette, is_open: bool) -> None:
    """Wait until the cache is open, or shut."""
    async with asyncio.timeout(30):
        while app.state.cache._is_open is not is_open:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)


def client_of(app: Starlette) -> httpx.AsyncClient:
    """A client that says nothing of itself but what a test gives."""
    transport = httpx.ASGITransport(app)
    client = httpx.AsyncClient(transport=transport, base_url="http://schakel.test")
    client.headers.clear()
    return client


@contextmanager
def statements_of(app: Starlette) -> Iterator[list[str]]:
    """The statements that are sent in the block."""
    sent: list[str] = []

    def listen(sql: str, _: Sequence[Any]) -> None:
        sent.append(sql)

    app.state.database.on_statement.append(listen)
    try:
        yield sent
    finally:
        app.state.database.on_statement.remove(listen)
