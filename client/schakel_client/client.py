"""The client: where the platform is, who asks, and the collections that can be read."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload
from urllib.parse import urlsplit

from schakel_client._answers import Many, One, read
from schakel_client._generated import documents
from schakel_client._generated.types import Activity, Offer, Organisation
from schakel_client._wire import request_body, wire_value
from schakel_client.collections import Collection, Organisations, Queries

if TYPE_CHECKING:
    from schakel_client._generated.inputs import ActivityOrder, ActivityWhere, OfferOrder, OfferWhere

__all__ = ["AsyncSchakel"]

DEFAULT_TIMEOUT_S = 10.0
ENDPOINT = "/graphql"

T = TypeVar("T")

ORGANISATIONS = Queries(
    "organisation", documents.ORGANISATION, documents.ORGANISATIONS, One[Organisation], Many[Organisation]
)
OFFERS = Queries("offer", documents.OFFER, documents.OFFERS, One[Offer], Many[Offer])
ACTIVITIES = Queries("activity", documents.ACTIVITY, documents.ACTIVITIES, One[Activity], Many[Activity])


class AsyncSchakel:
    """A client of one platform, for any number of tasks, event loops and threads.

    `url` is the platform's address, such as `https://schakel.example.org`. `token` goes along as a
    bearer token. `timeout_s` is the deadline of every call: connecting, sending and reading
    together. `language` is the language of texts and messages; without it the platform chooses.

    Use it as `async with AsyncSchakel(url) as client`, or call `aclose` at the end; connections that
    are still open when `asyncio.run` ends are closed with it.
    """

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        timeout_s: float = DEFAULT_TIMEOUT_S,
        language: Literal["nl", "en"] | None = None,
    ) -> None:
        # Here, as aiohttp takes most of the time of an import, and not every import makes a client.
        from schakel_client._transport import Transport

        endpoint = endpoint_of(url)
        self.timeout_s = _checked_timeout(timeout_s)
        self._transport = Transport(endpoint, token=_checked_token(token), language=language)
        self.organisations = Organisations(self._read, ORGANISATIONS)
        self.offers: Collection[Offer, OfferWhere, OfferOrder] = Collection(self._read, OFFERS)
        self.activities: Collection[Activity, ActivityWhere, ActivityOrder] = Collection(
            self._read, ACTIVITIES
        )

    @property
    def endpoint(self) -> str:
        """The address that requests go to."""
        return self._transport.endpoint

    @overload
    async def execute(
        self,
        document: str,
        variables: Mapping[str, object] | None = None,
        *,
        operation_name: str | None = None,
        type: None = None,
        timeout_s: float | None = None,
    ) -> dict[str, Any]: ...

    @overload
    async def execute(
        self,
        document: str,
        variables: Mapping[str, object] | None = None,
        *,
        operation_name: str | None = None,
        type: type[T],
        timeout_s: float | None = None,
    ) -> T: ...

    async def execute(
        self,
        document: str,
        variables: Mapping[str, object] | None = None,
        *,
        operation_name: str | None = None,
        type: type[T] | None = None,
        timeout_s: float | None = None,
    ) -> T | dict[str, Any]:
        """The data of a GraphQL document of your own, as a dict or as `type`.

        Names in `variables` are those of the schema (`startsAt`); datetimes, dates and enums may be
        values. `type` is a `msgspec.Struct`, dataclass or TypedDict of the whole of `data`.

        Raises:
            GraphError: the platform answered with errors; what it could give is in `data`.
            UnexpectedAnswer: the data does not fit `type`.
            ConnectionFailed, DeadlineExceeded: there was no answer.
        """
        sent = {name: wire_value(value) for name, value in (variables or {}).items()}
        body = request_body(document, sent, operation_name)
        response = await self._transport.post(body, timeout_s=self._deadline(timeout_s), is_read=False)
        return read(response, dict[str, Any]) if type is None else read(response, type)

    async def _read(
        self, document: str, variables: dict[str, object], type_: type[T], timeout_s: float | None
    ) -> T:
        body = request_body(document, variables, None)
        response = await self._transport.post(body, timeout_s=self._deadline(timeout_s), is_read=True)
        return read(response, type_)

    def _deadline(self, timeout_s: float | None) -> float:
        return self.timeout_s if timeout_s is None else _checked_timeout(timeout_s)

    async def aclose(self) -> None:
        """Close the connections of this event loop; a later call opens new ones."""
        await self._transport.aclose()

    async def __aenter__(self) -> AsyncSchakel:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"AsyncSchakel({self.endpoint.removesuffix(ENDPOINT)!r}, timeout_s={self.timeout_s:g})"


def endpoint_of(url: str) -> str:
    """The GraphQL address of the platform at this address.

    Raises:
        ValueError: it is no http address, or has parts that it can't have.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{url!r} is no address of a platform; write e.g. https://schakel.example.org")
    if parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError("the address of the platform can't have a user, a question mark or a #; use token=")
    path = parts.path.rstrip("/").removesuffix(ENDPOINT)
    return f"{parts.scheme}://{parts.netloc}{path}{ENDPOINT}"


def _checked_timeout(timeout_s: float) -> float:
    if not 0 < timeout_s < float("inf"):
        raise ValueError(f"timeout_s must be more than 0 seconds; it is {timeout_s}")
    return timeout_s


def _checked_token(token: str | None) -> str | None:
    if token is not None and not (token.isascii() and token.isprintable() and token and " " not in token):
        raise ValueError("the token has characters that no token has; is there a line break at its end?")
    return token
