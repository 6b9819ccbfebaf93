"""Conditions over the rows of one type: what access rules and `where` are made of, before any SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Literal:
    """A word of the declarations, e.g. `PUBLISHED`: one that a rule names, or a document an enum's value by.

    The database can plan with it. What comes in variables, and all text, is bound instead.
    """

    word: str


@dataclass(frozen=True)
class Now:
    """The moment of the request."""


@dataclass(frozen=True)
class Always:
    """True or false for every row."""

    holds: bool


@dataclass(frozen=True)
class All:
    """Every part holds; true without parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class OneOf:
    """At least one part holds; false without parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Negation:
    """The part does not hold. Two-valued: a comparison with a missing value is false, and this turns it."""

    part: Condition


@dataclass(frozen=True)
class Test:
    """One operator on one column, e.g. `eq`, `gte`, `contains`, `hasAny`; false where the column is missing."""

    column: str
    kind: str
    operator: str
    value: object


@dataclass(frozen=True)
class Related:
    """Some row of a relation that the viewer may see meets the condition."""

    relation: str
    condition: Condition


Condition: TypeAlias = Always | All | OneOf | Negation | Test | Related
EVERYTHING = Always(True)
NOTHING = Always(False)


def missing(column: str) -> Test:
    """The column has no value."""
    return Test(column, "any", "isNull", Literal("true"))


def equals(column: str, word: str) -> Test:
    """The column holds this word."""
    return Test(column, "enum", "eq", Literal(word))


def comparisons(condition: Condition) -> int:
    """How many tests of a column a condition is made of."""
    match condition:
        case All(parts) | OneOf(parts):
            return sum(comparisons(part) for part in parts)
        case Negation(part) | Related(_, part):
            return comparisons(part)
    return 1
