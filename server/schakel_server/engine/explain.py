"""A plan in words, for people who want to know what an operation leads to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from schakel_server.access.conditions import (
    All,
    Always,
    Condition,
    Literal,
    Negation,
    Now,
    OneOf,
    Related,
    Test,
)
from schakel_server.access.viewer import Viewer
from schakel_server.engine.plan import (
    ByIds,
    Counts,
    Many,
    Near,
    One,
    Operand,
    OrderTerm,
    Page,
    Place,
    PlaceFound,
    Plan,
    Position,
    Root,
    RootField,
    Rows,
    Slot,
    Tally,
    Value,
)
from schakel_server.engine.references import Reference

STEP = "  "
SIGNS = {"eq": "=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}


def outline(plan: Plan, viewer: Viewer) -> list[str]:
    """The plan as a tree, a line each: every set under the set that it hangs on."""
    lines: list[str] = []
    for root in plan.roots:
        lines += _root(root, plan, viewer)
    return lines


def _root(root: RootField, plan: Plan, viewer: Viewer) -> Iterator[str]:
    if root.literal:
        yield f"{root.key}: {root.literal}"
    elif not root.rows:
        yield f"{root.key}: nothing to look for"
    for rows in root.rows:
        yield from _set(root.key, rows, plan, viewer)


def _set(name: str, rows: Rows, plan: Plan, viewer: Viewer) -> Iterator[str]:
    yield f"{name}: {_head(rows)}"
    yield from (f"{STEP}{label:<7} {text}" for label, text in _facts(rows, viewer) if text)
    for item in plan.sets:
        if not isinstance(item, Rows) and item.rows is rows:
            yield f"{STEP}{'counts':<7} {_beside(item)} (text {item.index})"
    for item in plan.sets:
        if isinstance(item, Rows) and isinstance(item.source, One | Many) and item.source.parent is rows:
            yield from (STEP + line for line in _set(_name(item.source), item, plan, viewer))


def _name(source: One | Many) -> str:
    return source.relation.name if isinstance(source, Many) else source.column


def _head(rows: Rows) -> str:
    match rows.source:
        case Root():
            how = "a page" if rows.page else "one row"
        case ByIds(ids):
            how = f"those with id {_value(ids)}"
        case One():
            how = "to one"
        case Many(_, relation):
            way = f" through {relation.link_table}" if relation.link_table else ""
            how = ("a page for each" if rows.page else "a list for each") + way
    return f"{rows.type.name}, {how} (set s{rows.index})"


def _facts(rows: Rows, viewer: Viewer) -> Iterator[tuple[str, str]]:
    yield "seen", _without_brackets(words(rows.type.rule(viewer)))
    yield "with", " and ".join(f"a {name} that is seen" for name in rows.type.belongs_to)
    yield "where", _without_brackets(words(rows.condition))
    yield "near", _near(rows.near) if rows.near else ""
    yield "search", f"the words of {_value(rows.search.match)}" if rows.search else ""
    yield "order", ", ".join(_term(term) for term in rows.order)
    yield "page", _page(rows.page) if rows.page else ""
    yield "reads", ", ".join(_columns(rows)) if rows.is_read else "nothing"


def _columns(rows: Rows) -> dict[str, None]:
    """The columns that the JSON of a row is made of, each once."""
    pieces = [piece for outlet in rows.outlets for piece in outlet.pieces]
    return dict.fromkeys(
        piece.column.column if isinstance(piece, Value) else piece.column
        for piece in pieces
        if isinstance(piece, Value | Slot)
    )


def _term(term: OrderTerm) -> str:
    name = f"{term.column.column} ({term.measure})" if term.measure else term.column.column
    return f"{name} {'descending' if term.descending else 'ascending'}"


def _page(page: Page) -> str:
    cursors = [name for name, cursor in (("after", page.after), ("before", page.before)) if cursor]
    ends = f", {' and '.join(cursors)} a cursor" if cursors else ""
    return f"{'last' if page.backward else 'first'} {page.size}{ends}"


def _beside(item: Tally | Counts | PlaceFound) -> str:
    """What is counted besides the rows."""
    match item:
        case Tally():
            return _tally(item)
        case Counts():
            return f"{item.facet.name}, the first {item.size}, where {words(item.condition) or 'true'}"
        case PlaceFound():
            return "whether the place is known"


def _tally(tally: Tally) -> str:
    parts = [(tally.total, "all rows"), (tally.other_side, "whether rows stand before the page")]
    return " and ".join(text for is_asked, text in parts if is_asked)


def _near(near: Near) -> str:
    match near.centre:
        case Position(latitude, longitude):
            centre = f"{_value(latitude)}, {_value(longitude)}"
        case Place(given):
            centre = _value(given)
    return f"within {_value(near.radius_km)} km of {centre}"


# Conditions


def words(condition: Condition) -> str:
    """A condition as one line; empty where every row meets it."""
    match condition:
        case Always(holds):
            return "" if holds else "never"
        case All(parts):
            return _joined(parts, " and ", "")
        case OneOf(parts):
            return _joined(parts, " or ", "never")
        case Negation(part):
            return f"not {words(part) or 'everything'}"
        case Related(relation, inner):
            return f"some {relation}" + (f" with {met}" if (met := words(inner)) else "")
        case Test():
            return _test(condition)


def _joined(parts: Sequence[Condition], between: str, without: str) -> str:
    met = [text for text in map(words, parts) if text]
    if len(met) < len(parts) and between == " or ":
        return ""  # one of them holds for every row
    return f"({between.join(met)})" if len(met) > 1 else (met[0] if met else without)


def _without_brackets(text: str) -> str:
    """Without the brackets around the whole."""
    is_whole = text.startswith("(") and _closing(text) == len(text) - 1
    return text[1:-1] if is_whole else text


def _closing(text: str) -> int:
    depth = 0
    for i, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return i
    return -1


def _test(test: Test) -> str:
    if test.operator == "isNull":
        return f"{test.column} is missing"
    if test.operator == "isEmpty":
        return f"{test.column} is empty"
    return f"{test.column} {SIGNS.get(test.operator, test.operator)} {_value(test.value)}"


def _value(value: Any) -> str:
    """Where a value comes from, e.g. `$where.kind.eq`, or what stands in the document."""
    match value:
        case Now():
            return "now"
        case Literal(word):
            return word
        case Operand(source=source):
            return _value(source)
        case Reference(path):
            first = str(path[0])
            return first[1:] if first.startswith("@") else "$" + ".".join(map(str, path))
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case str() | int() | float():
            return json.dumps(value, ensure_ascii=False)
    return str(value)
