"""The only place where parts are put together: settings in, a Starlette app out."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import strawberry
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from schakel_server.declare.catalogue import Catalogue, assemble, models_of
from schakel_server.domain import MODEL_MODULES
from schakel_server.graph.door import Door
from schakel_server.graph.http import GraphQLEndpoint
from schakel_server.graph.schema import build_schema
from schakel_server.graph.service import GraphService
from schakel_server.settings import Settings, load_settings
from schakel_server.storage.database import Database
from schakel_server.web import graphiql_response, routes

GRAPH_PATH = "/graphql"


@cache
def the_graph() -> tuple[Catalogue, strawberry.Schema]:
    """The catalogue of all rooms and the schema made of it; the same for every app of this process."""
    catalogue = assemble(models_of([importlib.import_module(name) for name in MODEL_MODULES]))
    return catalogue, build_schema(catalogue)


def sdl() -> str:
    """The text of `schema.graphql`."""
    return the_graph()[1].as_str() + "\n"


class Graph:
    """The endpoint as a route; the service behind it is there once the database is open."""

    endpoint: GraphQLEndpoint | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        assert self.endpoint is not None, "the app was not started"
        await self.endpoint(scope, receive, send)


class Application(Starlette):
    """Starlette with a short way in: its layers and routes cost a third of what a known question costs.

    What comes from a browser's script (it names its origin) goes the long way, where CORS is answered.
    """

    def __init__(self, graph: Graph, **options: Any) -> None:
        super().__init__(**options)
        self.graph = graph

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _is_plain_question(scope):
            await self.graph(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def _is_plain_question(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["path"] != GRAPH_PATH or scope["method"] != "POST":
        return False
    return all(name != b"origin" for name, _ in scope["headers"])


def create_app(settings: Settings) -> Starlette:
    """The app for these settings; it opens the database when it starts and closes it when it stops."""
    catalogue, schema = the_graph()
    graph = Graph()

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        database = await Database.open(settings, MODEL_MODULES)
        app.state.database = database
        door = Door(settings)
        graph.endpoint = GraphQLEndpoint(GraphService(schema, catalogue, database), page, door)
        try:
            yield
        finally:
            await door.close()
            await database.close()

    async def ready() -> list[str]:
        problems: list[str] = await app.state.database.ready()
        return problems

    def page(request: Request) -> Response:
        return graphiql_response(request)

    cors = Middleware(
        CORSMiddleware,
        allow_origins=settings.cors_origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type", "Authorization", "Accept-Language"],
        expose_headers=["Retry-After"],
        max_age=3600,
    )
    listed = [Route(GRAPH_PATH, graph), *routes(ready=ready, sdl=sdl)]
    app = Application(graph, routes=listed, middleware=[cors], lifespan=lifespan)
    return app


def app_from_environment() -> Starlette:
    """The app for the settings of the environment; what `schakel serve --reload` starts anew."""
    return create_app(load_settings())
