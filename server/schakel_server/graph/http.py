"""GraphQL over HTTP (the GraphQL foundation's specification of that name): one address for POST and GET."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from schakel_server.graph.service import Answer, GraphRequest, GraphService, refused
from schakel_server.language import accepted_language
from schakel_server.storage.text import LANGUAGES, is_storable

MAX_BODY = 256 * 2**10  # bytes; DESIGN, "Ids, pages, limits"
RESPONSE_JSON = "application/graphql-response+json"
PLAIN_JSON = "application/json"
_LOCALES = tuple(language.lower() for language in LANGUAGES)
_ANY = ("*/*", "application/*")


class GraphQLEndpoint:
    """The ASGI app behind `/graphql`; `page` answers browsers that want to look at it."""

    def __init__(self, service: GraphService, page: Callable[[Request], Response]) -> None:
        self.service = service
        self.page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self.respond(Request(scope, receive))
        await response(scope, receive, send)

    async def respond(self, request: Request) -> Response:
        """The response to one HTTP request."""
        media_type = accepted_media_type(request.headers.get("accept"))
        if request.method in ("GET", "HEAD") and _wants_page(request):
            return self.page(request)
        if media_type is None:
            return _response(refused(406, f"Accept {RESPONSE_JSON} or {PLAIN_JSON}."), PLAIN_JSON)
        try:
            asked = await self._request(request)
        except Refusal as refusal:
            answer, headers = refusal.answer, refusal.headers
            return _response(answer, media_type, headers)
        return _response(await self.service.answer(asked), media_type)

    async def _request(self, request: Request) -> GraphRequest:
        if request.method == "POST":
            return request_of(await _json_body(request), _locale(request))
        if request.method in ("GET", "HEAD"):
            return request_of(_query_parameters(request), _locale(request), is_get=True)
        raise Refusal(405, "Use POST, or GET for queries.", {"Allow": "GET, POST"})


class Refusal(Exception):
    """The request is malformed; `answer` says how."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.answer = refused(status, message)
        self.headers = headers or {}


def accepted_media_type(header: str | None) -> str | None:
    """The media type to answer in, None where the caller takes neither."""
    if not header:
        return PLAIN_JSON
    wanted = [item.partition(";")[0].strip().lower() for item in header.split(",")]
    for name in wanted:
        if name in (RESPONSE_JSON, PLAIN_JSON):
            return name
    return PLAIN_JSON if any(name in _ANY for name in wanted) else None


def _wants_page(request: Request) -> bool:
    accept = request.headers.get("accept", "")
    return "text/html" in accept and "query" not in request.query_params


async def _json_body(request: Request) -> Any:
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != PLAIN_JSON:
        raise Refusal(415, f"Send the request as {PLAIN_JSON}, in the header Content-Type.")
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MAX_BODY:
                raise Refusal(413, f"The request is larger than {MAX_BODY} bytes.")
    except ClientDisconnect:
        raise Refusal(400, "The request ended half-way.") from None
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        raise Refusal(
            400, 'The body is no JSON; send e.g. {"query": "{ offers { nodes { title } } }"}.'
        ) from None


def _query_parameters(request: Request) -> dict[str, Any]:
    given: dict[str, Any] = dict(request.query_params)
    for name in ("variables", "extensions"):
        if given.get(name):
            try:
                given[name] = orjson.loads(given[name])
            except orjson.JSONDecodeError:
                raise Refusal(400, f"The parameter {name} is no JSON.") from None
        else:
            given.pop(name, None)
    return given


def request_of(given: Any, locale: str, *, is_get: bool = False) -> GraphRequest:
    """The GraphQL request in this JSON value or these query parameters.

    Raises Refusal where a part is missing or of the wrong kind.
    """
    if not isinstance(given, dict):
        raise Refusal(400, "The body must be a JSON object with a query; batches are not taken.")
    query, variables, name = given.get("query"), given.get("variables"), given.get("operationName")
    if not isinstance(query, str) or not query.strip():
        raise Refusal(400, "The request has no query; it must be the text of a GraphQL document.")
    if not is_storable(query):
        raise Refusal(400, "The query has NUL characters or lone surrogates; leave them out.")
    if variables is not None and not isinstance(variables, dict):
        raise Refusal(400, "The variables must be a JSON object.")
    if name is not None and not isinstance(name, str):
        raise Refusal(400, "The operationName must be text.")
    if not isinstance(given.get("extensions"), dict | None):
        raise Refusal(400, "The extensions must be a JSON object.")
    return GraphRequest(query, variables or {}, name or None, locale, may_write=not is_get)


def _locale(request: Request) -> str:
    return accepted_language(request.headers.get("accept-language", ""), _LOCALES).upper()


def _response(answer: Answer, media_type: str, headers: dict[str, str] | None = None) -> Response:
    """With plain JSON, what is wrong with a well-formed request is told with 200, as older clients expect."""
    is_document_error = answer.is_request_error and answer.status == 400
    is_plain = (
        media_type == PLAIN_JSON and is_document_error and not headers and b'"BAD_REQUEST"' not in answer.body
    )
    status = 200 if is_plain else answer.status
    extra = {"vary": "Accept, Accept-Language", "x-content-type-options": "nosniff", **(headers or {})}
    return Response(answer.body, status, extra, f"{media_type}; charset=utf-8")
