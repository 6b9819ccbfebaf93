"""Reading one kind of node: by key, by page, or all pages one after the other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from schakel_client._answers import Many, One
from schakel_client._wire import wire_value
from schakel_client.errors import NotFound
from schakel_client.page import Page

if TYPE_CHECKING:
    from schakel_client._generated.inputs import (
        Near,
        OrganisationIdentifierBy,
        OrganisationOrder,
        OrganisationWhere,
    )
    from schakel_client._generated.types import Organisation

__all__ = ["Collection", "Organisations"]

MAX_PAGE_SIZE = 100  # the platform's limit of `first` and `last`

Result = TypeVar("Result")
Node = TypeVar("Node")
Where = TypeVar("Where", bound=Mapping[str, object])
Order = TypeVar("Order", bound=Mapping[str, object])


class Reader(Protocol):
    """Sends a document that only reads, and decodes its data."""

    def __call__(
        self, document: str, variables: dict[str, object], type_: type[Result], timeout_s: float | None
    ) -> Awaitable[Result]: ...


@dataclass(frozen=True)
class Queries(Generic[Node]):
    """The documents of one kind of node, and what their answers become."""

    name: str
    one: str
    many: str
    one_type: type[One[Node]]
    many_type: type[Many[Node]]


class Collection(Generic[Node, Where, Order]):
    """All nodes of one kind that this caller may see."""

    def __init__(self, reader: Reader, queries: Queries[Node]) -> None:
        self._read = reader
        self._queries = queries

    async def get(
        self, *, id: str | None = None, slug: str | None = None, timeout_s: float | None = None
    ) -> Node:
        """The node with this id or slug; give exactly one.

        Raises:
            NotFound: there is none, or none that this caller may see.
        """
        return await self._get({"id": id, "slug": slug}, timeout_s)

    async def find(
        self, *, id: str | None = None, slug: str | None = None, timeout_s: float | None = None
    ) -> Node | None:
        """The node with this id or slug, None when there is none; give exactly one."""
        return await self._find({"id": id, "slug": slug}, timeout_s)

    async def list(  # noqa: PLR0913 - the arguments of a connection
        self,
        *,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
        where: Where | None = None,
        near: Near | None = None,
        search: str | None = None,
        order_by: Sequence[Order] | None = None,
        with_total: bool = False,
        timeout_s: float | None = None,
    ) -> Page[Node]:
        """One page, from the start (`first`, `after`) or from the end (`last`, `before`).

        A page has 1 to 100 nodes, 20 when neither `first` nor `last` is given. `near` keeps what lies
        within a circle, around a position or a place; `search` what has these words, the most relevant
        first. `with_total` also counts how many there are in all.
        """
        variables = {
            "first": first,
            "after": after,
            "last": last,
            "before": before,
            "where": wire_value(where, is_renamed=True),
            "near": wire_value(near, is_renamed=True),
            "search": search,
            "orderBy": wire_value(order_by, is_renamed=True),
            "withTotal": with_total or None,
        }
        given = {name: value for name, value in variables.items() if value is not None}
        return (await self._read(self._queries.many, given, self._queries.many_type, timeout_s)).page

    async def iterate(
        self,
        *,
        where: Where | None = None,
        near: Near | None = None,
        search: str | None = None,
        order_by: Sequence[Order] | None = None,
        limit: int | None = None,
        page_size: int = MAX_PAGE_SIZE,
        timeout_s: float | None = None,
    ) -> AsyncIterator[Node]:
        """All nodes, at most `limit`, asked for a page at a time; `timeout_s` is for each page."""
        if not 1 <= page_size <= MAX_PAGE_SIZE:
            raise ValueError(f"page_size must be from 1 to {MAX_PAGE_SIZE}; it is {page_size}")
        cursor: str | None = None
        left = limit
        while left is None or left > 0:
            first = page_size if left is None else min(page_size, left)
            page = await self.list(
                first=first,
                after=cursor,
                where=where,
                near=near,
                search=search,
                order_by=order_by,
                timeout_s=timeout_s,
            )
            for node in page:
                yield node
            if not page.has_next or page.end_cursor in (None, cursor):
                return
            cursor = page.end_cursor
            left = None if left is None else left - len(page)

    async def _find(self, keys: Mapping[str, object], timeout_s: float | None) -> Node | None:
        given = {name: wire_value(key, is_renamed=True) for name, key in keys.items() if key is not None}
        if len(given) != 1:
            raise TypeError(f"give exactly one of {', '.join(keys)}; given: {', '.join(given) or 'none'}")
        try:
            answer = await self._read(self._queries.one, {"by": given}, self._queries.one_type, timeout_s)
        except NotFound:
            return None
        return answer.node

    async def _get(self, keys: Mapping[str, object], timeout_s: float | None) -> Node:
        found = await self._find(keys, timeout_s)
        if found is None:
            by = ", ".join(f"{name} {key!r}" for name, key in keys.items() if key is not None)
            message = f"There is no {self._queries.name} with {by}, or none that this caller may see."
            raise NotFound(message, code="NOT_FOUND", path=("node",))
        return found


if TYPE_CHECKING:
    _OrganisationCollection = Collection[Organisation, OrganisationWhere, OrganisationOrder]
else:
    _OrganisationCollection = Collection


class Organisations(_OrganisationCollection):
    """The organisations, which can also be found by a code of a register."""

    async def get(
        self,
        *,
        id: str | None = None,
        slug: str | None = None,
        identifier: OrganisationIdentifierBy | None = None,
        timeout_s: float | None = None,
    ) -> Organisation:
        """The organisation with this id, slug or code; give exactly one.

        A code is written as `{"scheme": "INSTITUTION_CODE", "value": "25BE"}`.

        Raises:
            NotFound: there is none, or none that this caller may see.
        """
        return await self._get({"id": id, "slug": slug, "identifier": identifier}, timeout_s)

    async def find(
        self,
        *,
        id: str | None = None,
        slug: str | None = None,
        identifier: OrganisationIdentifierBy | None = None,
        timeout_s: float | None = None,
    ) -> Organisation | None:
        """The organisation with this id, slug or code, None when there is none; give exactly one."""
        return await self._find({"id": id, "slug": slug, "identifier": identifier}, timeout_s)
