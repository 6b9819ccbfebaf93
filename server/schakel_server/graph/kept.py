"""Answers kept for everybody: found by what was sent, dropped when a table that they were read from changes.

Nothing here knows HTTP or the graph; what may be kept is for others to decide.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from schakel_server.storage.written import ANY_TABLE

LARGEST_PART = 8  # a body larger than this part of the bound is not kept
OVERHEAD = 1500  # bytes that a kept body takes besides its texts, measured
ASKED_MOST = 16  # spellings under which one body is found at once

Asked = tuple[bytes, ...]  # everything of a request that decides its answer, as it was sent
Header = tuple[bytes, bytes]


@dataclass(eq=False, slots=True)
class Form:
    """A body in one media type and encoding, ready to be sent."""

    kept: Kept
    tag: bytes
    head: list[Header]
    payload: bytes


@dataclass(eq=False, slots=True)
class Kept:
    """An answer with the tables that it was read from; on the cache's clock, `born` and good `until`.

    `payloads` are the body by encoding, `forms` by media type and encoding.
    """

    key: bytes
    body: bytes
    tables: frozenset[str]
    born: float
    until: float
    payloads: dict[str, bytes] = field(default_factory=dict)
    forms: dict[tuple[str, str], Form] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    size: int = 0


class AnswerCache:
    """Bodies by key, and their forms by what was asked, bounded by bytes; the one used longest ago goes first.

    It is shut, and holds nothing, until `reach(True)`: only who hears of every change may show what was read
    before it.
    """

    def __init__(self, max_bytes: int, max_age_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.max_bytes = max_bytes
        self.max_age_s = max_age_s
        self.clock = clock
        self.size = 0
        self._is_open = False
        self._bodies: OrderedDict[bytes, Kept] = OrderedDict()
        self._asked: dict[Asked, Form] = {}
        self._by_table: dict[str, set[Kept]] = {}
        self._changes = 0
        self._changed_at: dict[str, int] = {}
        self._all_changed_at = 0

    def __len__(self) -> int:
        return len(self._bodies)

    def mark(self) -> int:
        """The moment before a read; what was read is kept only if nothing of it changed since."""
        return self._changes

    def find(self, asked: Asked) -> Form | None:
        """The form that was last sent to who asked just this."""
        form = self._asked.get(asked)
        if form is None or not self._is_good(form.kept):
            return None
        self._bodies.move_to_end(form.kept.key)
        return form

    def body(self, key: bytes) -> Kept | None:
        """The body under this key."""
        kept = self._bodies.get(key)
        if kept is None or not self._is_good(kept):
            return None
        self._bodies.move_to_end(key)
        return kept

    def made(self, key: bytes, body: bytes, tables: frozenset[str], mark: int) -> Kept:
        """A body made of what was read after `mark`, kept if it may be; else it is for this caller alone."""
        now = self.clock()
        kept = Kept(key, body, tables, now, now + self.max_age_s, size=len(body) + OVERHEAD)
        if self._may_keep(kept, mark):
            self._drop(self._bodies.get(key))
            self._bodies[key] = kept
            for table in tables:
                self._by_table.setdefault(table, set()).add(kept)
            self._grow(kept.size)
        return kept

    def is_kept(self, kept: Kept) -> bool:
        """Whether later callers will be given this body."""
        return self._bodies.get(kept.key) is kept

    def add_payload(self, kept: Kept, encoding: str, payload: bytes) -> None:
        """Remember a body in this encoding, so that it is compressed once."""
        if encoding not in kept.payloads:
            kept.payloads[encoding] = payload
            if self.is_kept(kept) and payload is not kept.body:
                self._add(kept, len(payload))

    def add_asked(self, asked: Asked, form: Form) -> None:
        """From now on this form is found by what was asked."""
        kept = form.kept
        if not self.is_kept(kept) or asked in self._asked:
            return
        oldest = kept.asked.pop(0) if len(kept.asked) >= ASKED_MOST else ()
        self._asked.pop(oldest, None)
        kept.asked.append(asked)
        self._add(kept, sum(map(len, asked)) - sum(map(len, oldest)))
        if self.is_kept(kept):
            self._asked[asked] = form

    def changed(self, tables: Iterable[str]) -> None:
        """Drop what was read from these tables, or from any, and refuse what is being read from them now."""
        self._changes += 1
        told = set(tables)
        if ANY_TABLE in told:
            self._drop_all()
        for table in told | {ANY_TABLE}:
            self._changed_at[table] = self._changes
            for kept in tuple(self._by_table.get(table, ())):
                self._drop(kept)

    def reach(self, is_heard: bool) -> None:
        """Open while every change is heard of; while not, keep and give nothing."""
        self._is_open = is_heard and self.max_bytes > 0 and self.max_age_s > 0
        self._changes += 1
        self._drop_all()

    def _may_keep(self, kept: Kept, mark: int) -> bool:
        is_fresh = self._all_changed_at <= mark and all(
            self._changed_at.get(table, 0) <= mark for table in kept.tables
        )
        return self._is_open and is_fresh and kept.size <= self.max_bytes // LARGEST_PART

    def _is_good(self, kept: Kept) -> bool:
        if self.clock() < kept.until:
            return True
        self._drop(kept)
        return False

    def _add(self, kept: Kept, size: int) -> None:
        kept.size += size
        self._grow(size)

    def _grow(self, size: int) -> None:
        self.size += size
        while self.size > self.max_bytes:
            self._drop(next(iter(self._bodies.values())))

    def _drop(self, kept: Kept | None) -> None:
        if kept is None or self._bodies.get(kept.key) is not kept:
            return
        del self._bodies[kept.key]
        self.size -= kept.size
        for asked in kept.asked:
            self._asked.pop(asked, None)
        for table in kept.tables:
            self._by_table[table].discard(kept)

    def _drop_all(self) -> None:
        self._all_changed_at = self._changes
        self._bodies.clear()
        self._asked.clear()
        self._by_table.clear()
        self.size = 0
