"""The query page: GraphiQL as built into this package, or a page that says how to get it."""

import json
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from schakel_server.web.language import page_language
from schakel_server.web.pages import render
from schakel_server.web.security import GRAPHIQL_POLICY, page_response
from schakel_server.web.statics import base_path

ASSETS_PATH = "/static/graphiql"
ASSETS_FOLDER = Path(__file__).parent / "assets" / "graphiql"
ENTRY = "src/main.jsx"  # as the manifest of the build calls it
STYLES = "style.css"


def graphiql_response(request: Request) -> Response:
    """The answer to a browser that asks for the GraphQL address itself.

    503 with an explanation in the visitor's language when this installation was made without the page.
    """
    language = page_language(request)
    built = built_files(ASSETS_FOLDER)
    if built is None:
        return page_response(render(request, f"no_graphiql_{language}.html", language=language), status=503)
    assets = base_path(request) + ASSETS_PATH
    script, styles = built
    html = render(request, "graphiql.html", script=f"{assets}/{script}", styles=f"{assets}/{styles}")
    return page_response(html, policy=GRAPHIQL_POLICY)


@cache
def built_files(folder: Path) -> tuple[str, str] | None:
    """The names of the page's script and styles; None where the page was not built."""
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
    except FileNotFoundError:
        return None
    return manifest[ENTRY]["file"], manifest[STYLES]["file"]


def is_built() -> bool:
    """Whether this installation has the query page."""
    return built_files(ASSETS_FOLDER) is not None
