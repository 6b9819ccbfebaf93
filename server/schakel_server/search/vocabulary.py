"""The words that everybody may see in the graph, from which help with spelling and compounds comes."""

from __future__ import annotations

import asyncio
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from schakel_server.search.text import stems
from schakel_server.storage.search_tables import WORDS

RELOAD_AFTER_S = 1.0  # between two looks for new words
SHORTEST_SLIP = 5  # letters of a word from which one typing error is forgiven
SHORTEST_TWO_SLIPS = 9  # letters from which two are
_SQL = {
    "postgresql": f"""SELECT n, CASE WHEN n <> $1::bigint THEN (SELECT string_agg(word, ' ') FROM {WORDS}) END
        FROM (SELECT count(*) AS n FROM {WORDS}) counted""",  # noqa: S608
    "sqlite": f"""SELECT n, CASE WHEN n <> ?1 THEN (SELECT group_concat(word, ' ') FROM {WORDS}) END
        FROM (SELECT count(*) AS n FROM {WORDS}) counted""",  # noqa: S608
}


class Reads(Protocol):
    """What the vocabulary needs of a database."""

    @property
    def dialect(self) -> str: ...

    async def fetch_row(self, sql: str, args: Sequence[Any] = ()) -> Sequence[Any] | None: ...


class Words:
    """A set of words that can be asked what is like a word, begins with it, or ends in it."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.all = frozenset(words)
        self._forwards = sorted(self.all)
        self._backwards = sorted(word[::-1] for word in self.all)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._forwards:
            if word.isalpha():
                self._by_length[len(word)].append(word)

    def knows(self, word: str) -> bool:
        """Whether the word stands in a text, in any form."""
        return word in self.all or any(stem in self.all for stem in stems(word))

    def begins(self, start: str) -> bool:
        """Whether some word begins so."""
        place = bisect_left(self._forwards, start)
        return place < len(self._forwards) and self._forwards[place].startswith(start)

    def ending_in(self, end: str) -> list[str]:
        """The longer words that end so, shortest first."""
        turned = end[::-1]
        place, found = bisect_left(self._backwards, turned), []
        while place < len(self._backwards) and self._backwards[place].startswith(turned):
            found.append(self._backwards[place][::-1])
            place += 1
        return sorted((word for word in found if word != end), key=lambda word: (len(word), word))

    def like(self, word: str, most: int) -> list[str]:
        """The words that this one may be a typing error for, nearest first; none for short words and codes."""
        slips = (len(word) >= SHORTEST_SLIP) + (len(word) >= SHORTEST_TWO_SLIPS)
        if not slips or not word.isalpha():
            return []
        lengths = range(len(word) - slips, len(word) + slips + 1)
        near = [other for length in lengths for other in self._by_length.get(length, ())]
        found = extract(word, near, scorer=OSA.distance, score_cutoff=slips, limit=None)
        return [other for other, _, _ in sorted(found, key=lambda hit: (hit[1], hit[0]))][:most]


class Vocabulary:
    """The words of this process, read from the database and looked up again when one is unknown."""

    def __init__(self, database: Reads) -> None:
        self.database = database
        self.words = Words()
        self._count = -1
        self._looked_at = float("-inf")
        self._turn = asyncio.Lock()

    def forget(self) -> None:
        """Look again at the next chance, however short ago the last look was."""
        self._count, self._looked_at = -1, float("-inf")

    async def refresh(self) -> None:
        """Look whether there are new words, unless that was done a moment ago."""
        async with self._turn:
            if time.monotonic() - self._looked_at < RELOAD_AFTER_S:
                return
            row = await self.database.fetch_row(_SQL[self.database.dialect], [self._count])
            self._looked_at = time.monotonic()
            count, text = row or (0, None)
            if count != self._count:
                self.words, self._count = Words((text or "").split()), count
