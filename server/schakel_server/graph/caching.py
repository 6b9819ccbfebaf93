"""HTTP caching of what everybody may see: forms of kept answers, their headers, and 304.

A hit is one look-up by what was sent, before anything is parsed. Only answers that the service gives the tables
of come here, which are those of anonymous viewers to safe requests without errors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import orjson
from starlette.types import Receive, Scope, Send

from schakel_server.graph.encodings import PLAIN, SMALL, accepted_encoding, encoded
from schakel_server.graph.kept import AnswerCache, Asked, Form, Header, Kept
from schakel_server.graph.service import Answer, GraphRequest

MEDIA_MARKS = {"application/json": "j", "application/graphql-response+json": "r"}
VARY = b"Accept, Accept-Encoding, Accept-Language, Authorization"
EXPOSED = ("Age", "ETag", "Retry-After")  # headers that scripts of other sites may read

Ask = Callable[[GraphRequest], Awaitable[Answer]]


@dataclass(frozen=True)
class Policy:
    """What caches outside are told; `is_for_all` where scripts of every site may read.

    What is kept outside is given to others than who asked, so what holds for all sites is said to everybody.
    """

    max_age_s: int
    is_for_all: bool = True

    @property
    def cache_control(self) -> bytes:
        """No `s-maxage`: with it, shared caches may not show anything stale while they ask again."""
        if self.max_age_s == 0:
            return b"public, no-cache"
        return b"public, max-age=%d, stale-while-revalidate=%d" % (self.max_age_s, self.max_age_s)

    def head(self, tag: bytes) -> list[Header]:
        """The headers that stand on a full answer and on 304 alike."""
        head = [
            (b"etag", tag),
            (b"cache-control", self.cache_control),
            (b"vary", VARY if self.is_for_all else VARY + b", Origin"),
            (b"x-content-type-options", b"nosniff"),
        ]
        if self.is_for_all:
            head.append((b"access-control-allow-origin", b"*"))
            head.append((b"access-control-expose-headers", ", ".join(EXPOSED).encode()))
        return head


@dataclass(frozen=True, slots=True)
class Asking:
    """What a GET or HEAD says that decides its answer (`asked`), and how that is sent."""

    asked: Asked
    if_none_match: bytes
    is_head: bool

    @property
    def encoding(self) -> str:
        """The encoding that the caller takes best."""
        return accepted_encoding(self.asked[3])


def asking_of(scope: Scope) -> Asking | None:
    """What is asked, None where the answer may not come from, or go to, what is kept for everybody.

    That is so for whoever says who they are, and where a header comes twice: then it would not be sure which
    of the two the answer was made for.
    """
    if scope["method"] not in ("GET", "HEAD"):
        return None
    listed = scope["headers"]
    headers: Mapping[bytes, bytes] = dict(listed)
    if len(headers) != len(listed) or b"authorization" in headers:
        return None
    asked = (
        scope["query_string"],
        headers.get(b"accept", b""),
        headers.get(b"accept-language", b""),
        headers.get(b"accept-encoding", b""),
    )
    return Asking(asked, headers.get(b"if-none-match", b""), scope["method"] == "HEAD")


def key_of(request: GraphRequest) -> bytes:
    """The key of an answer: document, operation, variables in any order of their members, and language."""
    parts = [request.query, request.operation_name, request.variables, request.locale]
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).digest()


class Caching:
    """Gives answers the form in which they are kept and sent."""

    def __init__(self, cache: AnswerCache, policy: Policy) -> None:
        self.cache = cache
        self.policy = policy

    def find(self, scope: Scope) -> Shared | None:
        """The answer to what was asked in just this way before."""
        asking = asking_of(scope)
        form = self.cache.find(asking.asked) if asking else None
        return Shared(self, form, asking) if form and asking else None

    async def answer(self, scope: Scope, request: GraphRequest, media_type: str, ask: Ask) -> Answer | Shared:
        """The answer to a safe request: one that is kept, or a new one, which is kept where it may be."""
        asking = asking_of(scope)
        if asking is None:
            return await ask(request)
        key = key_of(request)
        kept = self.cache.body(key)
        if kept is None:
            mark = self.cache.mark()
            answer = await ask(request)
            if answer.tables is None:
                return answer
            kept = self.cache.made(key, answer.body, answer.tables, mark)
        form = await self._form_of(kept, media_type, asking.encoding)
        self.cache.add_asked(asking.asked, form)
        return Shared(self, form, asking)

    async def _form_of(self, kept: Kept, media_type: str, accepted: str) -> Form:
        encoding = accepted if len(kept.body) > SMALL else PLAIN
        form = kept.forms.get((media_type, encoding))
        if form is None:
            payload = kept.payloads.get(encoding)
            if payload is None:
                payload = await encoded(kept.body, encoding, is_kept=self.cache.is_kept(kept))
                self.cache.add_payload(kept, encoding, payload)
            form = kept.forms[media_type, encoding] = self._form(kept, media_type, encoding, payload)
        return form

    def _form(self, kept: Kept, media_type: str, encoding: str, payload: bytes) -> Form:
        marks = "-".join(filter(None, (MEDIA_MARKS[media_type], encoding)))
        tag = f'"{hashlib.blake2b(kept.body, digest_size=16).hexdigest()}-{marks}"'.encode()
        head = [
            (b"content-type", f"{media_type}; charset=utf-8".encode()),
            (b"content-length", str(len(payload)).encode()),
            *self.policy.head(tag),
        ]
        if encoding:
            head.append((b"content-encoding", encoding.encode()))
        return Form(kept, tag, head, payload)


@dataclass(frozen=True, slots=True)
class Shared:
    """A form on its way to one caller, as an ASGI app."""

    caching: Caching
    form: Form
    asking: Asking

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        form = self.form
        age = int(self.caching.cache.clock() - form.kept.born)
        aged = [(b"age", b"%d" % age)] if age > 0 else []
        if self.asking.if_none_match and is_matched(self.asking.if_none_match, form.tag):
            head = [*self.caching.policy.head(form.tag), *aged]
            await send({"type": "http.response.start", "status": 304, "headers": head})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": 200, "headers": [*form.head, *aged]})
        await send({"type": "http.response.body", "body": b"" if self.asking.is_head else form.payload})


def is_matched(if_none_match: bytes, tag: bytes) -> bool:
    """Whether a caller has this representation already (RFC 9110, 13.1.2: the comparison is weak)."""
    if if_none_match.strip() == b"*":
        return True
    return any(item.strip().removeprefix(b"W/") == tag for item in if_none_match.split(b","))
