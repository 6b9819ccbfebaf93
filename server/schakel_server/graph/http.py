"""GraphQL over HTTP (the GraphQL foundation's specification of that name): one address for POST and GET.

Requests are read and answered on ASGI itself: a request object, its headers and a response object would cost
more than all else that Python does for a known question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from schakel_server.engine.failures import Failure
from schakel_server.engine.kept import Kept
from schakel_server.engine.limits import BODY
from schakel_server.graph.caching import VARY, Caching, Shared
from schakel_server.graph.callers import Headers
from schakel_server.graph.door import Door
from schakel_server.graph.encodings import PLAIN, SMALL, accepted_encoding, encoded
from schakel_server.graph.rate import REFUSED, Account
from schakel_server.graph.service import (
    Answer,
    GraphRequest,
    GraphService,
    Prepared,
    refused,
    request_error,
)
from schakel_server.graph.stored import StoredDocuments, is_registering
from schakel_server.graph.watch import CallerGone, Watch
from schakel_server.language import accepted_language
from schakel_server.storage.text import LANGUAGES, is_storable

RESPONSE_JSON = "application/graphql-response+json"
PLAIN_JSON = "application/json"
KEPT_BYTES = 24 * 2**20  # of requests kept ready to run
BYTES_PER_LETTER = 8  # that a request holds for each letter of its body, as measured, besides its plan
KEPT_BODY = 16 * 2**10  # bytes of a body; a longer one is hardly asked twice
STATUSES = {"body_too_large": 413, "rate_limited": 429, "timed_out": 504, "only_stored": 403}
_LOCALES = tuple(language.lower() for language in LANGUAGES)
_ASKING = frozenset({"query", "documentId", "extensions"})  # parameters that a document can come by
_ANY = ("*/*", "application/*")


class GraphQLEndpoint:
    """The ASGI app behind `/graphql`; `page` answers browsers that want to look at it.

    Requests that came before are kept ready to run, by their body and language.
    """

    def __init__(
        self,
        service: GraphService,
        page: Callable[[Request], Response],
        door: Door,
        *,
        caching: Caching,
        stored: StoredDocuments,
    ) -> None:
        self.service = service
        self.page = page
        self.door = door
        self.caching = caching
        self.stored = stored
        self.ready: Kept[tuple[str, bytes], Prepared] = Kept(KEPT_BYTES, lambda ready: ready.size)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if kept := self.caching.find(scope):
            await kept(scope, receive, send)
            return
        headers: Headers = dict(scope["headers"])
        if scope["method"] in ("GET", "HEAD") and _wants_page(headers, scope["query_string"]):
            await self.page(Request(scope, receive))(scope, receive, send)
            return
        media_type = accepted_media_type(headers.get(b"accept", b""))
        more: dict[str, str] = {}
        answer: Answer | Shared
        try:
            if media_type is None:
                raise Refusal(406, f"Accept {RESPONSE_JSON} or {PLAIN_JSON}.")
            answer = await self._bounded(scope, headers, receive)
        except Refusal as refusal:
            answer, more = refusal.answer, refusal.headers
        except Failure as problem:
            answer, more = _stopped(problem, _locale(headers.get(b"accept-language", b"")))
        except CallerGone:
            return
        if isinstance(answer, Shared):
            await answer(scope, receive, send)
            return
        answer, coding = await _compressed(answer, headers)
        await _send(send, answer, media_type or PLAIN_JSON, {**more, **coding})

    async def _bounded(self, scope: Scope, headers: Headers, receive: Receive) -> Answer | Shared:
        """The answer, within what its address may ask and within the deadline.

        Raises a Failure with RATE_LIMITED or TIMED_OUT, and CallerGone where nobody waits any more.
        """
        account = self.door.account_of(scope, headers)
        if account.left <= 0:
            await self.door.renew(account)
        try:
            with self.door.watch(receive) as watch:
                return await self._answer(scope, headers, watch, account)
        except (Refusal, Failure):
            account.charge(REFUSED)
            raise

    async def _answer(
        self, scope: Scope, headers: Headers, watch: Watch, account: Account
    ) -> Answer | Shared:
        locale = _locale(headers.get(b"accept-language", b""))
        if scope["method"] == "POST":
            body = await _json_body(headers, watch.receive)
            watch.body_is_read()
            return await self._posted(body, locale, account)
        if scope["method"] in ("GET", "HEAD"):
            watch.body_is_read()
            BODY.check(len(scope["query_string"]))
            given = self.stored.resolved(_query_parameters(scope["query_string"]))
            asked = request_of(given, locale, is_get=True)
            media_type = accepted_media_type(headers.get(b"accept", b"")) or PLAIN_JSON
            ask = partial(self.service.answer, account=account)
            return await self.caching.answer(scope, asked, media_type, ask)
        raise Refusal(405, "Use POST, or GET for queries.", {"Allow": "GET, POST"})

    async def _posted(self, body: bytes, locale: str, account: Account) -> Answer:
        key = (locale, body)
        ready = self.ready.find(key)
        if ready is None:
            given = _decoded(body)
            prepared = self.service.prepared(request_of(self.stored.resolved(given), locale))
            if isinstance(prepared, Answer):
                account.charge(REFUSED)
                return prepared
            ready = prepared
            ready.size += BYTES_PER_LETTER * len(body)
            if len(body) <= KEPT_BODY and not is_registering(given):
                self.ready.keep(key, ready)
        return await self.service.run(ready, account)


class Refusal(Exception):
    """The request is malformed; `answer` says how."""

    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.answer = refused(status, message)
        self.headers = headers or {}


def _stopped(problem: Failure, locale: str) -> tuple[Answer, dict[str, str]]:
    """The answer to a request that was not carried out to its end, and the headers with it."""
    after = (problem.extensions or {}).get("retryAfter")
    status = STATUSES.get(problem.key, 400)
    return request_error([problem], locale=locale, status=status), {
        "Retry-After": str(after)
    } if after else {}


@lru_cache(256)
def accepted_media_type(header: bytes) -> str | None:
    """The media type to answer in, None where the caller takes neither."""
    if not header:
        return PLAIN_JSON
    wanted = [item.partition(";")[0].strip().lower() for item in header.decode("latin-1").split(",")]
    for name in wanted:
        if name in (RESPONSE_JSON, PLAIN_JSON):
            return name
    return PLAIN_JSON if any(name in _ANY for name in wanted) else None


def _wants_page(headers: Headers, query: bytes) -> bool:
    if b"text/html" not in headers.get(b"accept", b""):
        return False
    return not _ASKING.intersection(dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True)))


@lru_cache(256)
def _is_json(content_type: bytes) -> bool:
    return content_type.partition(b";")[0].strip().lower() == PLAIN_JSON.encode()


async def _json_body(headers: Headers, receive: Receive) -> bytes:
    if not _is_json(headers.get(b"content-type", b"")):
        raise Refusal(415, f"Send the request as {PLAIN_JSON}, in the header Content-Type.")
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body") and message["type"] != "http.disconnect" and len(body) <= BODY.most:
        return body
    collected = bytearray(body)
    while message["type"] != "http.disconnect":
        BODY.check(len(collected))
        if not message.get("more_body"):
            return bytes(collected)
        message = await receive()
        collected += message.get("body", b"")
    raise Refusal(400, "The request ended half-way.")


def _decoded(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        raise Refusal(
            400, 'The body is no JSON; send e.g. {"query": "{ offers { nodes { title } } }"}.'
        ) from None


def _query_parameters(query: bytes) -> dict[str, Any]:
    given: dict[str, Any] = dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True))
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


@lru_cache(256)
def _locale(header: bytes) -> str:
    return accepted_language(header.decode("latin-1"), _LOCALES).upper()


async def _compressed(answer: Answer, headers: Headers) -> tuple[Answer, dict[str, str]]:
    """The answer as the caller takes it, where that is worth the time and what is in it is public."""
    if len(answer.body) <= SMALL or answer.is_request_error or b"authorization" in headers:
        return answer, {}
    encoding = accepted_encoding(headers.get(b"accept-encoding", b""))
    if encoding == PLAIN:
        return answer, {}
    body = await encoded(answer.body, encoding)
    return replace(answer, body=body), {"content-encoding": encoding}


async def _send(send: Send, answer: Answer, media_type: str, more: Mapping[str, str]) -> None:
    """With plain JSON, what is wrong with a well-formed request is told with 200, as older clients expect."""
    is_document_error = answer.is_request_error and answer.status == 400
    is_plain = (
        media_type == PLAIN_JSON and is_document_error and not more and b'"BAD_REQUEST"' not in answer.body
    )
    headers = [
        *_usual_headers(media_type),
        (b"content-length", str(len(answer.body)).encode()),
        *((name.lower().encode(), value.encode()) for name, value in more.items()),
    ]
    status = 200 if is_plain else answer.status
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})


@lru_cache(4)
def _usual_headers(media_type: str) -> tuple[tuple[bytes, bytes], ...]:
    return (
        (b"content-type", f"{media_type}; charset=utf-8".encode()),
        (b"vary", VARY),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
    )
