"""Which addresses this room answers."""

from collections.abc import Callable

from starlette.routing import BaseRoute, Mount, Route

from schakel_server.web.graphiql import ASSETS_FOLDER, ASSETS_PATH
from schakel_server.web.health import Ready, healthz, readyz
from schakel_server.web.pages import STATIC_FOLDER, STATIC_PATH, landing, schema_text
from schakel_server.web.statics import NamedByContent


def routes(*, ready: Ready, sdl: Callable[[], str]) -> list[BaseRoute]:
    """The routes of this room, to be put at the root of the app.

    `ready` answers with what keeps the server from working, one sentence each, nothing from inside: they are
    shown to anybody. `sdl` gives the text of the schema; it is asked once, at the first request for it.
    """
    return [
        Route("/", landing, name="landing"),
        Route("/schema.graphql", schema_text(sdl), name="schema"),
        Route("/healthz", healthz, name="healthz"),
        Route("/readyz", readyz(ready), name="readyz"),
        Mount(ASSETS_PATH, NamedByContent(ASSETS_FOLDER), name="graphiql-assets"),
        Mount(STATIC_PATH, NamedByContent(STATIC_FOLDER), name="static"),
    ]
