"""The only place where parts are put together: settings in, a Starlette app out."""

from __future__ import annotations

import importlib
from collections.abc import AsyncIterator, Callable
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

from schakel_server.changes.news import News
from schakel_server.declare.catalogue import Catalogue, assemble, models_of
from schakel_server.domain import MODEL_MODULES
from schakel_server.graph.caching import EXPOSED, Caching, Policy, Shared
from schakel_server.graph.door import Door
from schakel_server.graph.http import GraphQLEndpoint
from schakel_server.graph.kept import AnswerCache
from schakel_server.graph.schema import build_schema
from schakel_server.graph.service import GraphService
from schakel_server.graph.stored import StoredDocuments
from schakel_server.graph.stored_file import read_documents
from schakel_server.settings import Settings, SettingsError, load_settings
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

    def kept(self, scope: Scope) -> Shared | None:
        """The answer that is kept for just this question; None as well where CORS has something to say on it."""
        if self.endpoint is None or not (caching := self.endpoint.caching).policy.is_for_all:
            return None
        return caching.find(scope)


class Application(Starlette):
    """Starlette with a short way in: its layers and routes cost a third of what a known question costs.

    What comes from a browser's script (it names its origin) goes the long way, where CORS is answered, but for
    answers that are kept, which say themselves that every site may read them.
    """

    def __init__(self, graph: Graph, **options: Any) -> None:
        super().__init__(**options)
        self.graph = graph

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_to_graph = scope["type"] == "http" and scope["path"] == GRAPH_PATH
        if is_to_graph and (kept := self.graph.kept(scope)):
            await kept(scope, receive, send)
        elif is_to_graph and _is_plain_question(scope):
            await self.graph(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def _is_plain_question(scope: Scope) -> bool:
    return scope["method"] == "POST" and all(name != b"origin" for name, _ in scope["headers"])


def create_app(settings: Settings) -> Starlette:
    """The app for these settings; it opens the database when it starts and closes it when it stops."""
    catalogue, schema = the_graph()
    graph, stored = Graph(), stored_of(settings)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        database = await Database.open(settings, MODEL_MODULES)
        app.state.database = database
        endpoint = endpoint_of(settings, GraphService(schema, catalogue, database), graphiql_response, stored)
        news, cache = News(database), endpoint.caching.cache
        news.on_change.append(cache.changed)
        news.on_reach.append(cache.reach)
        news.start()
        app.state.cache, graph.endpoint = cache, endpoint
        try:
            yield
        finally:
            await news.stop()
            await endpoint.door.close()
            await database.close()

    async def ready() -> list[str]:
        problems: list[str] = await app.state.database.ready()
        return problems

    cors = Middleware(
        CORSMiddleware,
        allow_origins=settings.cors_origins,
        allow_methods=["GET", "POST"],
        allow_headers=["Content-Type", "Authorization", "Accept-Language", "If-None-Match"],
        expose_headers=EXPOSED,
        max_age=3600,
    )
    listed = [Route(GRAPH_PATH, graph), *routes(ready=ready, sdl=sdl)]
    app = Application(graph, routes=listed, middleware=[cors], lifespan=lifespan)
    return app


def endpoint_of(
    settings: Settings,
    service: GraphService,
    page: Callable[[Request], Response],
    stored: StoredDocuments,
) -> GraphQLEndpoint:
    """The endpoint with its rates, and with its cache empty and shut."""
    cache = AnswerCache(settings.cache_bytes, settings.cache_max_age_s)
    caching = Caching(cache, Policy(settings.cache_max_age_s, "*" in settings.cors_origins))
    return GraphQLEndpoint(service, page, Door(settings), caching=caching, stored=stored)


def stored_of(settings: Settings) -> StoredDocuments:
    """The stored documents of an installation; raises SettingsError where only those are taken and there are none."""
    documents = read_documents(settings.documents)
    if settings.documents_only and not documents:
        raise SettingsError(
            f"SCHAKEL_DOCUMENTS_ONLY is set, but {settings.documents} has no documents; "
            "add some with schakel documents add FILE"
        )
    return StoredDocuments(documents, is_closed=settings.documents_only)


def app_from_environment() -> Starlette:
    """The app for the settings of the environment; what `schakel serve --reload` starts anew."""
    return create_app(load_settings())
