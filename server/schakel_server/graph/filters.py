"""The operators that `where` offers for each kind of column."""

from __future__ import annotations

from dataclasses import dataclass

from schakel_server.declare.catalogue import ColumnField


@dataclass(frozen=True)
class Comparison:
    """An operator: how its operand is given and its manual.

    The operand is `one` value, `many` values, a `piece` of text (of an address too), or a `flag`.
    """

    operand: str
    description: str


COMPARISONS = {
    "eq": Comparison("one", "Exactly this; null is refused, use isNull. Example: `{eq: …}`."),
    "oneOf": Comparison("many", "One of these; nothing when empty. Example: `{oneOf: [ … ]}`."),
    "notOneOf": Comparison(
        "many", "None of these; a missing value is not kept. Example: `{notOneOf: [ … ]}`."
    ),
    "gt": Comparison("one", "More or later than this. Example: `{gt: …}`."),
    "gte": Comparison("one", "This, more or later. Example: `{gte: …}`."),
    "lt": Comparison("one", "Less or earlier than this. Example: `{lt: …}`."),
    "lte": Comparison("one", "This, less or earlier. Example: `{lte: …}`."),
    "contains": Comparison(
        "piece",
        'Has this in it, in any language, whatever the case or accents. Example: `{contains: "hout"}`.',
    ),
    "startsWith": Comparison(
        "piece",
        'Starts with this, in any language, whatever the case or accents. Example: `{startsWith: "noor"}`.',
    ),
    "has": Comparison("one", "Has this among its values. Example: `{has: …}`."),
    "hasAny": Comparison(
        "many", "Has at least one of these; nothing when empty. Example: `{hasAny: [ … ]}`."
    ),
    "hasAll": Comparison("many", "Has all of these; everything when empty. Example: `{hasAll: [ … ]}`."),
    "isEmpty": Comparison("flag", "Whether there are no values. Example: `{isEmpty: true}`."),
    "isNull": Comparison("flag", "Whether the value is missing. Example: `{isNull: false}`."),
}
_RANGE = ("eq", "oneOf", "gt", "gte", "lt", "lte", "isNull")
_OPERATORS = {
    "id": ("eq", "oneOf"),
    "text": ("eq", "oneOf", "contains", "startsWith", "isNull"),
    "local": ("eq", "oneOf", "contains", "startsWith", "isNull"),
    "enum": ("eq", "oneOf", "notOneOf", "isNull"),
    "bool": ("eq", "isNull"),
    "texts": ("has", "hasAny", "hasAll", "isEmpty"),
    "ints": ("has", "hasAny", "hasAll", "isEmpty"),
    "int": _RANGE,
    "float": _RANGE,
    "instant": _RANGE,
    "date": _RANGE,
}


def operators_of(column: ColumnField) -> tuple[str, ...]:
    """The operators for this column, in the order in which the schema shows them."""
    return _OPERATORS[column.kind]
