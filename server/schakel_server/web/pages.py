"""Plain pages in Dutch and English, and the text of the schema."""

import hashlib
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from schakel_server.web.language import page_language
from schakel_server.web.security import EVERY_ANSWER, page_response
from schakel_server.web.statics import base_path, content_version

STATIC_PATH = "/static"
STATIC_FOLDER = Path(__file__).parent / "static"
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


async def landing(request: Request) -> Response:
    """What this is and where to go, in the visitor's language."""
    language = page_language(request)
    return page_response(render(request, f"landing_{language}.html", language=language))


def render(request: Request, template: str, **values: str) -> str:
    """The template with `values`, `base` (where the app is mounted) and `static('name')`."""
    base = base_path(request)

    def static(name: str) -> str:
        return f"{base}{STATIC_PATH}/{name}?v={content_version(STATIC_FOLDER / name)}"

    return TEMPLATES.get_template(template).render(base=base, static=static, **values)


def schema_text(sdl: Callable[[], str]) -> Callable[[Request], Awaitable[Response]]:
    """The schema as text that a browser shows and tools read; unchanged texts answer 304."""

    @cache
    def text_and_tag() -> tuple[str, str]:
        text = sdl()
        return text, f'"{hashlib.sha256(text.encode()).hexdigest()[:16]}"'

    async def answer(request: Request) -> Response:
        text, tag = text_and_tag()
        headers = {**EVERY_ANSWER, "Cache-Control": "no-cache", "ETag": tag}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return PlainTextResponse(text, headers=headers)

    return answer
