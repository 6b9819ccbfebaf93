"""Orders, pages and cursors. A cursor holds the keys of its row in the order it was made for."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from schakel_server.declare.catalogue import TypeDeclaration, constant
from schakel_server.engine import limits
from schakel_server.engine.failures import Failure, failure
from schakel_server.engine.plan import CursorOperands, Operand, OrderTerm, Page, Path
from schakel_server.engine.references import TODAY
from schakel_server.storage.columns import Moment
from schakel_server.storage.text import is_storable

DEFAULT_PAGE = 20
DISTANCE = "DISTANCE"  # an order where `near` is given
RELEVANCE = "RELEVANCE"  # an order where `search` is given

_PARSERS: dict[str, Callable[[Any], Any]] = {
    "instant": Moment.parse,
    "date": dt.date.fromisoformat,
    "int": lambda value: _whole_key(value, 32),
    "bigint": lambda value: _whole_key(value, 64),
    "float": lambda value: float(value) if isinstance(value, int | float) else _no_key(),
    "bool": lambda value: value if isinstance(value, bool) else _no_key(),
}


def _no_key() -> Any:
    raise ValueError("not a key of this order")


def _whole_key(value: Any, bits: int) -> int:
    fits = type(value) is int and -(2 ** (bits - 1)) <= value < 2 ** (bits - 1)
    return int(value) if fits else _no_key()


def _text_key(value: Any) -> str:
    return value if isinstance(value, str) and is_storable(value) else _no_key()


def order_terms(
    declaration: TypeDeclaration,
    asked: list[Mapping[str, Any]] | None,
    own: Sequence[str] = (),
    *,
    is_searched: bool = False,
) -> tuple[OrderTerm, ...]:
    """The order asked for, else by relevance, that of the relation, or the type's; a repeated term adds nothing."""
    if not asked and is_searched:
        return (_asked_term(declaration, {"field": RELEVANCE}),)
    if not asked:
        return declared_terms(declaration, own or declaration.default_order)
    first_of_key: dict[str, OrderTerm] = {}
    for item in asked:
        term = _asked_term(declaration, item)
        first_of_key.setdefault(term.key, term)
    return tuple(first_of_key.values())


def declared_terms(declaration: TypeDeclaration, words: Sequence[str]) -> tuple[OrderTerm, ...]:
    """An order as it is declared: columns, with `-` for descending and `upcoming:` for what comes first."""
    return tuple(_declared_term(declaration, word) for word in words)


def _asked_term(declaration: TypeDeclaration, item: Mapping[str, Any]) -> OrderTerm:
    if item["field"] == DISTANCE:
        return OrderTerm(DISTANCE, declaration.column("id"), item.get("direction") == "DESC", "distance")
    if item["field"] == RELEVANCE:  # the first is the best, so most points come first
        return OrderTerm(RELEVANCE, declaration.column("id"), item.get("direction") != "DESC", "relevance")
    column = declaration.orders()[item["field"]]
    return OrderTerm(item["field"], column, item.get("direction") == "DESC")


def _declared_term(declaration: TypeDeclaration, word: str) -> OrderTerm:
    if word.startswith("upcoming:"):
        return OrderTerm("UPCOMING", declaration.column(word.removeprefix("upcoming:")), False, "upcoming")
    column = declaration.column(word.removeprefix("-"))
    return OrderTerm(constant(column.flat_name), column, word.startswith("-"))


def signature(declaration: TypeDeclaration, terms: tuple[OrderTerm, ...]) -> str:
    """A short name of the order, so that a cursor is refused under another one."""
    words = ",".join(f"{term.key}{'-' if term.descending else ''}" for term in terms)
    return f"{zlib.crc32(f'{declaration.name}:{words}'.encode()):08x}"


def encode_cursor(order: str, keys: bytes) -> bytes:
    """The cursor of a row whose keys are this JSON text (without brackets)."""
    return base64.urlsafe_b64encode(b'["%b",%b]' % (order.encode(), keys)).rstrip(b"=")


def _decode(text: str, order: str, length: int) -> list[Any]:
    padded = text + "=" * (-len(text) % 4)
    try:
        items = json.loads(base64.b64decode(padded.encode(), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error, UnicodeError, RecursionError):
        items = None
    if not isinstance(items, list) or len(items) < 2:
        raise ValueError("not a cursor")
    if items[0] != order:
        raise failure("other_order")
    if len(items) != length:
        raise ValueError("not a cursor of this order")
    return items


def cursor_operands(source: Any, order: str, terms: tuple[OrderTerm, ...], path: Path) -> CursorOperands:
    """Operands for each key of a cursor that is given when the plan runs."""
    with_today = any(term.measure == "upcoming" for term in terms)
    length = len(terms) + 2 + with_today

    def item(position: int, parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def check(text: str) -> Any:
            try:
                return parse(_decode(text, order, length)[position])
            except Failure as problem:
                raise failure(problem.key, path, **problem.values) from None
            except (ValueError, TypeError, OverflowError):
                raise failure("no_cursor", path, given=text) from None

        return check

    keys = [
        Operand(source, _key_kind(term), path, item(i + 1, _PARSERS.get(_key_kind(term), _text_key)))
        for i, term in enumerate(terms)
    ]
    today = Operand(source, "bigint", path, item(len(terms) + 1, _PARSERS["bigint"])) if with_today else None
    return CursorOperands(keys, Operand(source, "text", path, item(-1, _text_key)), today)


def _key_kind(term: OrderTerm) -> str:
    return {"local": "text", "enum": "text", "id": "text"}.get(term.kind, term.kind)


def page_of(arguments: Mapping[str, Any], order: str, terms: tuple[OrderTerm, ...], path: Path) -> Page:
    """The page that `first after last before` ask for."""
    first, last = arguments.get("first"), arguments.get("last")
    if first is not None and last is not None:
        raise failure("both_ends", path)
    name = "last" if last is not None else "first"
    asked = last if last is not None else first if first is not None else DEFAULT_PAGE
    if not 1 <= asked <= limits.PAGE.most:
        raise limits.PAGE.exceeded(asked, path, name=name)
    cursors = {
        side: cursor_operands(arguments[side], order, terms, path)
        for side in ("after", "before")
        if arguments.get(side) is not None
    }
    return Page(asked, last is not None, cursors.get("after"), cursors.get("before"))


def today_of(page: Page, terms: tuple[OrderTerm, ...]) -> Operand | None:
    """The day from which `upcoming` counts: that of the cursor, so that pages fit together, else today."""
    if not any(term.measure == "upcoming" for term in terms):
        return None
    cursor = page.after or page.before
    return cursor.today if cursor and cursor.today else Operand(TODAY, "bigint")
