"""The floor: one prepared statement written by hand, through asyncpg out of a bare route, its text unread."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.benchmarks.contenders import floor_statements
from tests.benchmarks.contenders.schakel import POOL


def floor(database_url: str) -> Starlette:
    """`/EMBED_SETS` and so on answer with what the statement of that name gives; `?` has its arguments."""
    idle: list[asyncpg.Connection] = []

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        settings = {
            "timezone": "UTC",
            "jit": "off",
            "max_parallel_workers_per_gather": "0",
            "plan_cache_mode": "force_generic_plan",  # its statements are good for any value
        }
        idle.extend([await asyncpg.connect(database_url, server_settings=settings) for _ in range(POOL)])
        yield
        for connection in idle:
            await connection.close()

    async def answer(request: Request) -> Response:
        await request.body()
        statement = getattr(floor_statements, request.path_params["statement"])
        args: list[Any] = [dt.datetime.now(dt.UTC)]
        if "$2" in statement:
            args.append(request.path_params["slug"])
            args.append(args[0].replace(hour=0, minute=0, second=0, microsecond=0))
        connection = idle.pop()  # there are more than there are callers, and nothing else to reset
        try:
            row = await connection.fetchrow(statement, *args)
        finally:
            idle.append(connection)
        return Response("".join(text or "" for text in row), media_type="application/json")

    routes = [
        Route("/{statement}", answer, methods=["POST"]),
        Route("/{statement}/{slug}", answer, methods=["POST"]),
    ]
    return Starlette(routes=routes, lifespan=lifespan)
