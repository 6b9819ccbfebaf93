"""What of a row is searched: the columns that say so in their declaration, and the terms made of them."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Any

from schakel_server.search.text import terms_of


@lru_cache(256)
def searched(meta: Any) -> tuple[tuple[str, str], ...]:
    """The searched columns of a model by their names, with the class in which each weighs."""
    weights = (
        (name, getattr(getattr(item, "graph", None), "search", None))
        for name, item in meta.fields_map.items()
    )
    return tuple((name, weight.value) for name, weight in weights if weight)


def terms_of_row(row: Any) -> str:
    """The terms under which a row is found."""
    return terms_of((letter, _words(getattr(row, name, None))) for name, letter in searched(row._meta))


def _words(value: Any) -> Any:
    """What a column says in words: of an enum, its name."""
    if isinstance(value, list):
        return [_words(item) for item in value]
    return value.name if isinstance(value, Enum) else value
