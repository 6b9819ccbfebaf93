"""What HTTP alone costs: bytes of the size of an answer out of a bare route."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def constant(_: str) -> Starlette:
    """`/12345` answers with that many bytes."""
    texts: dict[int, bytes] = {}

    async def answer(request: Request) -> Response:
        await request.body()
        return await got(request)

    async def got(request: Request) -> Response:
        size = request.path_params["size"]
        text = texts.setdefault(size, b"x" * size)
        return Response(text, media_type="application/json")

    routes = [
        Route("/{size:int}", answer, methods=["POST"]),
        Route("/{size:int}", got, methods=["GET"]),
    ]
    return Starlette(routes=routes)
