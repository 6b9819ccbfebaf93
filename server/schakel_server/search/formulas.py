"""What is looked for, as a formula of terms, and how each database writes it.

A formula is a list of clauses that must all hold, each a list of ways of which one must hold, each a list of terms
that must all be there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

ANY_CLASS = "ABC"
NOTHING = '""'  # what FTS5 never finds anything by


@dataclass(frozen=True)
class Term:
    """A term in one of these classes; `is_prefix` where a longer term that begins so will do."""

    text: str
    is_prefix: bool = False
    classes: str = ANY_CLASS


Way: TypeAlias = tuple[Term, ...]
Clause: TypeAlias = tuple[Way, ...]
Formula: TypeAlias = tuple[Clause, ...]


def written(formula: Formula, dialect: str) -> str | None:
    """The formula for `@@` of PostgreSQL, or for MATCH of SQLite; what can't be found for no clauses."""
    if not formula:
        return None if dialect == "postgresql" else NOTHING
    either, both, term = (" | ", " & ", _lexeme) if dialect == "postgresql" else (" OR ", " AND ", _phrases)
    clauses = (either.join(f"({both.join(map(term, way))})" for way in clause) for clause in formula)
    return both.join(f"({clause})" for clause in clauses)


def _lexeme(term: Term) -> str:
    """Without a class where any will do: an index knows no classes, so that each row would be looked at."""
    marks = ("*" if term.is_prefix else "") + ("" if term.classes == ANY_CLASS else term.classes)
    return f"'{term.text}':{marks}" if marks else f"'{term.text}'"


def _phrases(term: Term) -> str:
    star = "*" if term.is_prefix else ""
    return "(" + " OR ".join(f'"{letter}{term.text}"{star}' for letter in term.classes.lower()) + ")"


def longest(ways: Iterable[Way], most: int) -> Clause:
    """The first so many different ways."""
    return tuple(dict.fromkeys(ways))[:most]
