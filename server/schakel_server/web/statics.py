"""Files that a browser may keep for ever, because another content comes under another address."""

import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from schakel_server.web.security import EVERY_ANSWER

FOR_EVER = "public, max-age=31536000, immutable"  # a year, the longest that RFC 9111 caches honour


class NamedByContent(StaticFiles):
    """A folder whose files are asked for by an address that changes with their content."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(EVERY_ANSWER)
        if response.status_code in (200, 304):
            response.headers["Cache-Control"] = FOR_EVER
        return response

    async def check_config(self) -> None:
        """A missing folder is no fault of the set-up: its files are simply not there."""


@cache
def content_version(file: Path) -> str:
    """Eight hex digits that change with the content; read once per process."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]


def base_path(connection: HTTPConnection) -> str:
    """Where the app is mounted, without a slash at the end; empty at the root of the host.

    For endpoints that are routes of the app itself; below a `Mount` the answer would include its path.
    """
    path: str = connection.scope.get("root_path", "")
    return path.rstrip("/")
