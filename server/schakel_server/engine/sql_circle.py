"""Circles on the map as SQL: their centre, what lies within them, and how far from the centre it is.

The centre of each set with a circle is a common table of one row, `z` with the set's number.
"""

from __future__ import annotations

from dataclasses import dataclass

from schakel_server.declare.catalogue import ManyField, TypeDeclaration
from schakel_server.engine.near import KM_PER_DEGREE, SLACK, bound_of
from schakel_server.engine.plan import Near, Place, Position, Rows
from schakel_server.engine.sql_conditions import ConditionWriter

RADIANS = 0.017453292519943295  # per degree
PARTS_PER_DEGREE = 1_000_000  # coordinates have six decimals; whole numbers have the same sum on any database
SERIES_TERMS = 12  # of cosine and sine: beyond the last digit of a double up to 90 degrees


@dataclass(frozen=True)
class Spots:
    """The rows that have the positions of a type: what to select from, the id of whose position it is, and
    what the viewer may see of them."""

    tables: str
    owner: str
    seen: str
    alias: str


class CircleWriter(ConditionWriter):
    """Writes centres, circles and distances."""

    def conditions(self, rows: Rows, alias: str) -> str:
        """What the viewer may see of the type, what the caller asked for, and the circle on the map."""
        found = super().conditions(rows, alias)
        if rows.near is None:
            return found
        circle = self.within_circle(rows, alias)
        return circle if found == "true" else f"{found} AND {circle}"

    def conditions_anywhere(self, rows: Rows, alias: str) -> str:
        """The same without the circle."""
        return super().conditions(rows, alias)

    def within_circle(self, rows: Rows, alias: str, fence: str = "") -> str:
        """Some position lies within the circle; `fence` keeps the planner from making it a join."""
        z = centre_of(rows)
        spots = self.spots(rows, alias)
        tests = [spots.seen, f"{square(z, spots.alias)} <= {z}.radius * {z}.radius"]
        tests = [test for test in tests if test != "true"]
        return f"EXISTS (SELECT 1 FROM {z}{spots.tables} WHERE {' AND '.join(tests)}{fence})"

    def distance(self, rows: Rows, alias: str) -> str:
        """The square of the distance of the nearest position, NULL without one."""
        z = centre_of(rows)
        spots = self.spots(rows, alias)
        where = "" if spots.seen == "true" else f" WHERE {spots.seen}"
        return f"(SELECT min({square(z, spots.alias)}) FROM {z}{spots.tables}{where})"

    def spots(self, rows: Rows, alias: str) -> Spots:
        """The positions of one row; `tables` stand after another table, and are none for columns of its own."""
        if rows.type.position == ".":
            return Spots("", f"{alias}.id", "true", alias)
        found = self.all_spots(rows)
        seen = f"{found.owner} = {alias}.id" + (f" AND {found.seen}" if found.seen != "true" else "")
        return Spots(f" CROSS JOIN {found.tables}", found.owner, seen, found.alias)

    def all_spots(self, rows: Rows) -> Spots:
        """The positions of all rows of a type."""
        other = self.new_alias()
        if rows.type.position == ".":
            return Spots(
                f"{rows.type.table} {other}", f"{other}.id", self._seen(rows.type, other, None), other
            )
        relation = rows.type.relations[rows.type.position]
        assert isinstance(relation, ManyField)
        target = self.catalogue.types[relation.target]
        owner, tables = self.joined(relation, target.table, other)
        return Spots(tables, owner, self._seen(target, other, relation), other)

    # The centre

    def centre(self, rows: Rows) -> str:
        """The common table of the centre; it has no row where the place is not known.

        `nearest` and `farthest` bound the distances that the page can have.
        """
        near = rows.near
        assert near is not None
        radius = self.bind(near.radius_km)
        nearest, farthest = self._bounds(rows, near)
        bounds = f"{radius} AS radius, {nearest} AS nearest, {farthest} AS farthest"
        found = self._given(near.centre) if isinstance(near.centre, Position) else self._known(near.centre)
        return f"{centre_of(rows)} AS MATERIALIZED (SELECT c.*, {bounds} FROM ({found}) c)"

    def _bounds(self, rows: Rows, near: Near) -> tuple[str, str]:
        radius = self.bind(near.radius_km)
        page, term = rows.page, rows.order[0]
        if page is None or term.measure != "distance":
            return "CAST(0 AS float8)", radius
        inner, outer = (page.before, page.after) if term.descending else (page.after, page.before)
        nearest = self.bind(bound_of(inner, 1 - SLACK)) if inner else "CAST(0 AS float8)"
        if outer is None:
            return nearest, radius
        farthest = self.bind(bound_of(outer, 1 + SLACK))
        return nearest, f"CASE WHEN {farthest} < {radius} THEN {farthest} ELSE {radius} END"

    def _given(self, centre: Position) -> str:
        latitude, longitude = self.bind(centre.latitude), self.bind(centre.longitude)
        return (
            f"SELECT {latitude} AS latitude, {longitude} AS longitude, "
            f"{self.bind(centre.cosine)} AS cosine, {self.bind(centre.sine)} AS sine"
        )

    def _known(self, place: Place) -> str:
        """The mean of the positions at a place, of the first type in order that has some there."""
        types = [declaration for declaration in self.catalogue.nodes() if declaration.position]
        means = " UNION ALL ".join(self._mean(declaration, place) for declaration in types)
        angle = f"SELECT *, latitude * {RADIANS} AS x FROM (SELECT * FROM ({means}) m LIMIT 1) n"
        cosine, sine = _series("(x * x)", 1), f"(x * {_series('(x * x)', 2)})"
        return f"SELECT latitude, longitude, {cosine} AS cosine, {sine} * {RADIANS} AS sine FROM ({angle}) a"

    def _mean(self, declaration: TypeDeclaration, place: Place) -> str:
        home = declaration
        if declaration.position != ".":
            home = self.catalogue.types[declaration.relations[declaration.position].target]
        alias = self.new_alias()
        town, least, most = (self.bind(operand) for operand in (place.town, place.least, place.most))
        tests = [
            f"({alias}.city_folded = {town} OR {alias}.postcode_folded BETWEEN {least} AND {most})",
            f"{alias}.latitude IS NOT NULL AND {alias}.longitude IS NOT NULL",
            self._seen(home, alias, None),
        ]
        columns = ", ".join(f"{_mean_of(f'{alias}.{name}')} AS {name}" for name in ("latitude", "longitude"))
        return f"SELECT {columns} FROM {home.table} {alias} WHERE {' AND '.join(tests)} HAVING count(*) > 0"


def centre_of(rows: Rows) -> str:
    """The name of the common table with the centre of a set's circle."""
    return f"z{rows.index}"


def square(z: str, alias: str) -> str:
    """The square of the kilometres between the centre and a position."""
    north = f"({alias}.latitude - {z}.latitude)"
    shrink = f"({z}.cosine - {z}.sine * {north} / 2)"
    east = f"(({alias}.longitude - {z}.longitude) * {shrink})"
    return f"({KM_PER_DEGREE * KM_PER_DEGREE:.6f} * ({north} * {north} + {east} * {east}))"


def _mean_of(name: str) -> str:
    total = f"CAST(sum(CAST(round({name} * {PARTS_PER_DEGREE}) AS bigint)) AS bigint)"
    return f"CAST({total} / count(*) AS float8) / {PARTS_PER_DEGREE}"


def _series(y: str, first: int) -> str:
    """1 - y/(n(n+1)) + …: the cosine of a root from 1, the sine over its angle from 2, where y is the square."""
    text = "1"
    for n in range(first + 2 * (SERIES_TERMS - 1), first - 1, -2):
        text = f"(1 - {y} / {n * (n + 1)} * {text})"
    return text
