"""Putting together a search over all types: the pages of all sets in one order, cut to one page."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

from schakel_server.engine.paging import encode_cursor
from schakel_server.engine.plan import CountOf, Fact, Rows, SearchOf
from schakel_server.engine.sql_facets import PART

AnswerT = TypeVar("AnswerT")
Filling: TypeAlias = Callable[[bytes, AnswerT], bytes]
Rank: TypeAlias = tuple[int, tuple[int, ...]]
Hit: TypeAlias = tuple[
    Rank, int, tuple[bytes, ...]
]  # its rank, which set it is of, its objects and its cursor
Tallies: TypeAlias = Mapping[int, Mapping[bytes, tuple[bytes, ...]]]
_PART = PART.encode()


class Merger(Generic[AnswerT]):
    """Makes the JSON of one search; `fillings` fill the objects of each set's rows."""

    def __init__(self, template: SearchOf, fillings: Sequence[Sequence[Filling[AnswerT]]]) -> None:
        self.rows = template.rows
        self.tallies = [tally.index for tally in template.tallies]
        self.parts = [part.encode() if isinstance(part, str) else part for part in template.parts]
        self.fillings = fillings
        page = self.rows[0].page if self.rows else None
        self.size = page.size if page else 0

    def made(self, texts: Sequence[bytes | None], tallies: Tallies, answer: AnswerT) -> bytes:
        """The JSON of the search, of the texts of its sets and their tallies."""
        sets = [_hits(texts[rows.index], rows, place) for place, rows in enumerate(self.rows)]
        found = [hit for hit, _ in zip(heapq.merge(*sets), range(self.size + 1), strict=False)]
        counted = [tallies[index][b""] for index in self.tallies]
        made = []
        for part in self.parts:
            if isinstance(part, bytes):
                made.append(part)
            elif isinstance(part, int):
                page = found[: self.size]
                made.append(
                    b",".join([self.fillings[place][part](row[part], answer) for _, place, row in page])
                )
            elif isinstance(part, CountOf):
                made.append(counted[part.place][0])
            else:
                made.append(self._fact(part, found, counted))
        return b"".join(made)

    def _fact(self, fact: Fact, found: Sequence[Hit], counted: Sequence[tuple[bytes, ...]]) -> bytes:
        match fact.name:
            case "totalCount":
                return str(sum(int(tally[0]) for tally in counted)).encode()
            case "hasNextPage":
                return b"true" if len(found) > self.size else b"false"
            case "hasPreviousPage":
                return b"true" if any(tally[-1] == b"true" for tally in counted) else b"false"
        page = found[: self.size]
        if not page:
            return b"null"
        _, _, row = page[0] if fact.name == "startCursor" else page[-1]
        return b'"%b"' % encode_cursor(self.rows[0].cursor_signature, row[-1])


def _hits(text: bytes | None, rows: Rows, place: int) -> Iterator[Hit]:
    """The rows of one set, in their order."""
    flat, parts = text.split(_PART) if text else [], 1 + len(rows.outlets) + rows.has_cursor
    for start in range(0, len(flat), parts):
        row = tuple(flat[start + 1 : start + parts])
        yield _rank(row[-1]), place, row


def _rank(cursor: bytes) -> Rank:
    """Most points first, then the newest, whatever its type: an id without its prefix counts time."""
    points, _, identity = cursor.partition(b",")
    return -int(points), tuple(-letter for letter in identity.partition(b"_")[2])
