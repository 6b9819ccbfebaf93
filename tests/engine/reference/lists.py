"""Orders, circles on the map, and pages cut out of a list that is put in order as a whole."""

from __future__ import annotations

import base64
import datetime as dt
import functools
import json
import math
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schakel_server.declare.catalogue import ColumnField, ManyField, TypeDeclaration
from schakel_server.storage.text import fold_all
from tortoise.models import Model

from tests.engine.reference.conditions import Sight, held_by
from tests.engine.reference.places import centre_of
from tests.engine.reference.searching import Search

KM_PER_DEGREE = 111.195  # decision 7: the earth as flat around the centre
GREATEST = {  # what a missing value counts as, decision 4
    "text": chr(sys.maxunicode),
    "local": chr(sys.maxunicode),
    "enum": chr(sys.maxunicode),
    "int": 2**31 - 1,
    "float": sys.float_info.max,
    "date": dt.date.max,
    "instant": dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC),
}


@dataclass(frozen=True)
class Term:
    """One step of an order; `word` is its name in a cursor's mark."""

    word: str
    column: ColumnField
    is_descending: bool = False


@functools.cache
def _folded(*texts: Any) -> str | None:
    """The folded form of a text, or of its languages; very long ones take a while, and are asked for often."""
    return fold_all(texts[0] if isinstance(texts[0], str) else dict(texts))


class BadCursor(Exception):
    """No cursor of this order."""


@dataclass(frozen=True)
class Order:
    """An order of the rows of a type, as asked for or as declared; the id breaks ties."""

    declaration: TypeDeclaration
    terms: tuple[Term, ...]

    @property
    def mark(self) -> str:
        """What a cursor of this order begins with."""
        words = ",".join(term.word + "-" * term.is_descending for term in self.terms)
        return f"{zlib.crc32(f'{self.declaration.name}:{words}'.encode()):08x}"

    @property
    def counts_from_today(self) -> bool:
        return any(term.word == "UPCOMING" for term in self.terms)


def order_of(
    declaration: TypeDeclaration,
    asked: Sequence[Mapping[str, Any]] | None,
    own: Sequence[str] = (),
    *,
    is_searched: bool = False,
) -> Order:
    """The order asked for, else how well rows fit what is searched for, the relation's own, or the type's."""
    if not asked and is_searched:
        asked = [{"field": "RELEVANCE"}]
    if asked:
        terms: dict[str, Term] = {}
        for item in asked:
            name = item["field"]
            column = declaration.orders().get(name) or declaration.column("id")
            is_descending = item.get("direction") == "DESC"
            if name == "RELEVANCE":  # counts down from the best
                is_descending = not is_descending
            terms.setdefault(name, Term(name, column, is_descending))
        return Order(declaration, tuple(terms.values()))
    return Order(declaration, tuple(_declared(declaration, w) for w in own or declaration.default_order))


def _declared(declaration: TypeDeclaration, word: str) -> Term:
    if word.startswith("upcoming:"):
        return Term("UPCOMING", declaration.column(word.removeprefix("upcoming:")))
    column = declaration.column(word.removeprefix("-"))
    return Term(column.order_name, column, word.startswith("-"))


@dataclass(frozen=True)
class Circle:
    """A circle on the map."""

    latitude: float
    longitude: float
    distance_km: float

    @classmethod
    def of(cls, sight: Sight, near: Mapping[str, Any]) -> Circle | None:
        """The circle that `near` asks for, None around a place that is not known."""
        centre = (near.get("latitude"), near.get("longitude"))
        if near.get("place") is not None:
            found = centre_of(sight, near["place"])
            if found is None:
                return None
            centre = found
        return cls(*centre, near["distanceKm"])

    def square_to(self, latitude: float, longitude: float) -> float:
        """The square of the distance in kilometres from the centre, by the arithmetic of decision 7."""
        angle = math.radians(self.latitude)
        north = latitude - self.latitude
        shrink = math.cos(angle) - math.sin(angle) * math.radians(1) * north / 2
        east = (longitude - self.longitude) * shrink
        return 12364.328025 * (north * north + east * east)

    def square_of(self, sight: Sight, declaration: TypeDeclaration, row: Model) -> float | None:
        """That of the nearest position of a row, None without one."""
        places = [row]
        if declaration.position != ".":
            places = sight.related(declaration.relations[declaration.position], row)
        positions: Any = [(place.latitude, place.longitude) for place in places]  # type: ignore[attr-defined]
        return min((self.square_to(*p) for p in positions if None not in p), default=None)

    def has(self, sight: Sight, declaration: TypeDeclaration, row: Model) -> bool:
        square = self.square_of(sight, declaration, row)
        return square is not None and square <= self.distance_km * self.distance_km


@dataclass(frozen=True)
class Sorting:
    """An order at work: with what one viewer sees, the day, the circle and the search that it needs."""

    order: Order
    sight: Sight
    today: int
    circle: Circle | None = None
    search: Search | None = None

    def has(self, row: Model) -> bool:
        """Whether a row is to be seen, within the circle, and fits what is searched for."""
        declaration = self.order.declaration
        return (
            self.sight.sees(declaration, row)
            and (self.circle is None or self.circle.has(self.sight, declaration, row))
            and (self.search is None or self.search.points(declaration, row) is not None)
        )

    def keys(self, row: Model) -> list[Any]:
        return [*(self._key(term, row) for term in self.order.terms), row.pk]

    def _key(self, term: Term, row: Model) -> Any:
        if term.word == "DISTANCE":
            assert self.circle is not None
            return self.circle.square_of(self.sight, self.order.declaration, row)
        if term.word == "RELEVANCE":
            assert self.search is not None
            return self.search.points(self.order.declaration, row)
        value = held_by(row, term.column)
        if term.word == "UPCOMING":
            seconds = int(value.timestamp())
            return (0, seconds) if seconds >= self.today else (1, -seconds)
        if value is None:
            return GREATEST[term.column.kind]
        return (
            _folded(*value.items() if isinstance(value, dict) else (value,)) if term.column.is_text else value
        )

    def compare(self, one: Sequence[Any], other: Sequence[Any]) -> int:
        """Below zero where the keys of one row come before those of the other."""
        ways = [term.is_descending for term in self.order.terms]
        for mine, theirs, is_descending in zip(one, other, [*ways, ways[-1]], strict=True):
            if mine != theirs:
                return -1 if (mine < theirs) is not is_descending else 1
        return 0

    def put_in_order(self, rows: Sequence[Model]) -> list[Model]:
        keyed = [(self.keys(row), row) for row in rows]
        keyed.sort(key=functools.cmp_to_key(lambda one, other: self.compare(one[0], other[0])))
        return [row for _, row in keyed]

    def cursor(self, row: Model) -> str:
        day = [self.today] if self.order.counts_from_today else []
        return base64.urlsafe_b64encode(json.dumps([self.order.mark, *day, row.pk]).encode()).decode()


def opened(cursor: str) -> list[Any]:
    """What a cursor holds: the mark of its order, keys, the id of its row."""
    try:
        items = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True))
    except ValueError:
        raise BadCursor from None
    if not isinstance(items, list) or len(items) < 2:
        raise BadCursor
    return items


def row_of(order: Order, cursor: str, rows: Mapping[str, Model]) -> Model:
    """The row that a cursor stands at, whether or not it is still to be seen; raises BadCursor."""
    mark, *_, identity = opened(cursor)
    if mark != order.mark or identity not in rows:
        raise BadCursor
    return rows[identity]


def day_of(order: Order, cursor: str | None, today: int) -> int:
    """The day that a list counts from: the one that its cursor was made on."""
    return int(opened(cursor)[-2]) if cursor and order.counts_from_today else today


@dataclass(frozen=True)
class Connection:
    """One page of a list, and what the graph says of it."""

    sorting: Sorting
    rows: list[Model]
    total: int
    has_next: bool
    has_previous: bool
    kept: Callable[[Mapping[str, Any]], list[Model]]  # all rows that another `where` leaves
    where: Mapping[str, Any]


def cut(
    sorting: Sorting,
    kept: Callable[[Mapping[str, Any]], list[Model]],
    arguments: Mapping[str, Any],
    all_rows: Mapping[str, Model],
) -> Connection:
    """The page that `first after last before` ask for, of the rows that `where` leaves."""
    where = arguments.get("where") or {}
    found = sorting.put_in_order(kept(where))
    keys = [sorting.keys(row) for row in found]
    start, end = 0, len(found)
    before_start = after_end = False
    if (after := arguments.get("after")) is not None:
        mark = sorting.keys(row_of(sorting.order, after, all_rows))
        start = sum(sorting.compare(its, mark) <= 0 for its in keys)
        before_start = start > 0
    if (before := arguments.get("before")) is not None:
        mark = sorting.keys(row_of(sorting.order, before, all_rows))
        end = sum(sorting.compare(its, mark) < 0 for its in keys)
        after_end = end < len(found)
    page = found[start:end]
    if (last := arguments.get("last")) is not None:
        return Connection(sorting, page[-last:], len(found), after_end, len(page) > last, kept, where)
    first = 20 if (given := arguments.get("first")) is None else given
    return Connection(sorting, page[:first], len(found), len(page) > first, before_start, kept, where)


def own_order(relation: ManyField | None) -> tuple[str, ...]:
    return relation.order if relation else ()
