"""A page of results, as `list` gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

__all__ = ["Page", "PageInfo"]

T = TypeVar("T")


class PageInfo(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """Where a page lies in the whole."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None = None
    end_cursor: str | None = None


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """One page of nodes in their order; it iterates over them, and `len` counts them.

    `total` is how many there are on all pages together, None unless it was asked for.
    """

    nodes: tuple[T, ...]
    page_info: PageInfo
    total: int | None = msgspec.field(default=None, name="totalCount")

    def __iter__(self) -> Iterator[T]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one: `list(after=page.end_cursor)`."""
        return self.page_info.has_next_page

    @property
    def has_previous(self) -> bool:
        """Whether there is a page before this one: `list(last=…, before=page.start_cursor)`."""
        return self.page_info.has_previous_page

    @property
    def start_cursor(self) -> str | None:
        """The cursor of the first node, None on an empty page."""
        return self.page_info.start_cursor

    @property
    def end_cursor(self) -> str | None:
        """The cursor of the last node, None on an empty page."""
        return self.page_info.end_cursor
