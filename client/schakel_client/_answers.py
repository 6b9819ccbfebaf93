"""From the bytes of an HTTP response to a typed result, or to the error that it tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar, cast

import msgspec

from schakel_client.errors import (
    ErrorDetail,
    GraphError,
    RateLimited,
    ServerError,
    UnexpectedAnswer,
    error_class,
)
from schakel_client.page import Page

T = TypeVar("T")

MAX_ECHO = 200  # characters of a foreign answer that a message repeats
CODES_BY_STATUS = {401: "UNAUTHENTICATED", 403: "FORBIDDEN", 429: "RATE_LIMITED"}


class One(msgspec.Struct, Generic[T], frozen=True):
    """The data of a document that asks for one node."""

    node: T | None


class Many(msgspec.Struct, Generic[T], frozen=True):
    """The data of a document that asks for a page."""

    page: Page[T]


@dataclass(frozen=True)
class Response:
    """An HTTP response, read whole."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)  # names in lower case


class _Envelope(msgspec.Struct):
    data: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    errors: tuple[ErrorDetail, ...] | None = None


_envelopes = msgspec.json.Decoder(_Envelope)
_data_of_errors = msgspec.json.Decoder(dict[str, object] | None)


@cache
def _decoder(type_: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(type_)


def read(response: Response, type_: type[T]) -> T:
    """The data of the response as this type.

    Raises:
        GraphError: the response has errors, or is no GraphQL response.
        UnexpectedAnswer: the data does not fit the type.
    """
    try:
        envelope = _envelopes.decode(response.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise _foreign(response) from None
    if envelope.errors:
        raise _graph_error(response, envelope.errors, envelope.data)
    if isinstance(envelope.data, msgspec.UnsetType):
        raise _foreign(response)
    decoder = _decoder(cast(Any, type_))
    try:
        result: T = decoder.decode(envelope.data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        name = getattr(type_, "__name__", str(type_))
        raise UnexpectedAnswer(f"The answer does not fit {name}: {error}") from error
    return result


def _graph_error(
    response: Response, errors: tuple[ErrorDetail, ...], raw: msgspec.Raw | msgspec.UnsetType
) -> GraphError:
    first = errors[0]
    code = first.code or _code_of(response.status)
    try:
        data = None if isinstance(raw, msgspec.UnsetType) else _data_of_errors.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        data = None
    error = error_class(code)(
        first.message or "The platform gave no reason.",
        code=code,
        path=first.path or (),
        errors=errors,
        data=data,
        status=response.status,
    )
    if isinstance(error, RateLimited):
        error.retry_after_s = _retry_after_s(response, first)
    return error


def _code_of(status: int) -> str:
    return CODES_BY_STATUS.get(status, "INTERNAL" if status >= 500 else "")


def _retry_after_s(response: Response, detail: ErrorDetail | None = None) -> float | None:
    given = ((detail and detail.extensions) or {}).get("retryAfter", response.headers.get("retry-after"))
    try:
        return max(0.0, float(given))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None  # a date, which clocks that differ make useless, or nothing


def _foreign(response: Response) -> GraphError:
    """The error for an answer that is no GraphQL: of a proxy, a portal, or another program."""
    kind = response.headers.get("content-type", "no content type").partition(";")[0]
    if 300 <= response.status < 400 and (target := response.headers.get("location")):
        message = f"The platform has moved to {target}; give that address to the client."
        return ServerError(message, code="INTERNAL", status=response.status)
    start = " ".join(
        re.sub(r"<[^>]*>", " ", response.body[: 10 * MAX_ECHO].decode("utf-8", "replace")).split()
    )
    message = (
        f"The answer is no GraphQL but {kind} with HTTP status {response.status}; "
        f"is this the address of the platform? It begins: {start[:MAX_ECHO]}"
    )
    if response.status == 429:
        limited = RateLimited(message, code="RATE_LIMITED", status=429)
        limited.retry_after_s = _retry_after_s(response)
        return limited
    return ServerError(message, code="INTERNAL", status=response.status)
