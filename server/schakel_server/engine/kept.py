"""What is dear to make and asked for again: kept while there is room, the least used dropped first, and counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cachetools import LRUCache

Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True)
class Use:
    """How a store did since the process began; `held` and `bound` are estimated bytes."""

    hits: int
    misses: int
    entries: int
    held: int
    bound: int

    @property
    def hit_rate(self) -> float:
        """The part of all look-ups that found something; 1 before the first."""
        asked = self.hits + self.misses
        return self.hits / asked if asked else 1.0


class Kept(Generic[Key, Value]):
    """A store of at most `bound` bytes, as `size_of` estimates them; what is larger by itself is not kept."""

    def __init__(self, bound: int, size_of: Callable[[Value], int]) -> None:
        self._values: LRUCache[Key, Value] = LRUCache(bound, getsizeof=size_of)
        self._size_of = size_of
        self._hits = 0
        self._misses = 0

    def find(self, key: Key) -> Value | None:
        """What is kept under this key."""
        try:
            value = self._values[key]
        except KeyError:
            self._misses += 1
            return None
        self._hits += 1
        return value

    def keep(self, key: Key, value: Value) -> None:
        """Keep it, dropping what was not asked for longest where room is needed."""
        if self._size_of(value) <= self._values.maxsize:
            self._values[key] = value

    @property
    def use(self) -> Use:
        """The counts so far."""
        values = self._values
        return Use(self._hits, self._misses, len(values), int(values.currsize), int(values.maxsize))
