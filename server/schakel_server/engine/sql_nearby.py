"""Pages of what lies within a circle, found from the positions: quick however many rows the circle holds.

A page in the order of distance needs only a ring around the centre that holds enough rows. Its reach is found by
trial, from a few metres on: doubled while there is too little in it, halved back when there is far too much. Other
orders start from the positions where the circle holds few. Where a filter leaves next to nothing of what is near,
and where the circle holds much, the rows are looked through as they would be without a circle. Which of these it is
shows only while the statement runs, so that all of them stand in it and one finds its rows.

Common tables, with the number of the set: `b` the lines of the map, `w` the trials, `g` how far to look,
`p` the ids found from the positions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from schakel_server.engine.near import KM_PER_DEGREE, SLACK
from schakel_server.engine.plan import Root, Rows
from schakel_server.engine.sql_circle import centre_of, square

if TYPE_CHECKING:
    from schakel_server.engine.sql import SqlWriter

FIRST_KM = 0.001  # of the first trial: closer than two doors of a street
TRIALS = 40  # at most; the twentieth doubling is the whole of the largest circle, the rest is for going back
ENOUGH = (
    50  # positions per row of the page that a ring may hold: a filter that keeps one in fifty still fills it
)
FEW = (
    200  # positions per row of the page up to which it is quicker to sort them all than to walk another order
)
LINES = 400  # of the map per degree of latitude, as they are indexed: each is 278 metres high
MOST_LINES = 200 * LINES  # there are
SPECK = 1e-7  # degrees, a centimetre: no circle is so small that it has no box
DEGREES = KM_PER_DEGREE * (1 - SLACK)  # kilometres, so that a box holds its circle whatever is rounded


class Ring(NamedTuple):
    """Positions around a centre: whose they are, the square of how far, what to select from, and which."""

    owner: str
    away: str
    tables: str
    tests: str


def is_nearby(rows: Rows) -> bool:
    """Whether a set is a page out of a circle that belongs to no other row."""
    return rows.near is not None and rows.page is not None and isinstance(rows.source, Root)


class Nearby:
    """Writes one such page, and the count of what the circle holds."""

    def __init__(self, writer: SqlWriter, rows: Rows) -> None:
        assert rows.page is not None
        self.writer = writer
        self.rows = rows
        self.size = rows.page.size + 1
        self.by_distance = rows.order[0].measure == "distance"
        self.outward = rows.order[0].descending is rows.page.backward
        self.z = centre_of(rows)
        self.b, self.w, self.g, self.p = (f"{name}{rows.index}" for name in "bwgp")

    def tables(self) -> Iterator[str]:
        """The common tables in order, after that of the centre."""
        yield self._lines()
        if not self.by_distance:
            yield self._whole_circle_if_few()
        elif self.outward:
            yield self._trials()
            yield self._reach_that_sufficed()
        else:
            yield self._inner_bound()
        yield self._page()

    def ids(self) -> str:
        """The ids of the page: from the positions, else from a look through the rows."""
        rows, writer = self.rows, self.writer
        alias = writer.new_alias()
        gate = f"(SELECT reach FROM {self.g}) IS NULL"
        if self.by_distance and not self.outward:
            gate = (
                f"(SELECT least FROM {self.g}) IS NOT NULL AND (SELECT count(*) FROM {self.p}) < {self.size}"
            )
        if self.by_distance:
            circle = writer.within_circle(rows, alias, " LIMIT 1 OFFSET 0")
            tests = [gate, writer.conditions_anywhere(rows, alias), circle]
        else:
            tests = [gate, writer.conditions(rows, alias)]
        looked = writer.page_of(rows, alias, [f"{alias}.id"], (f"{rows.type.table} {alias}", tests))
        return f"SELECT id FROM {self.p} UNION ALL SELECT id FROM ({looked}) x"

    # Where to look

    def _lines(self) -> str:
        """The lines of the map, from south to north, that the circle touches and that have positions."""
        spots, other = self.writer.all_spots(self.rows), self.writer.all_spots(self.rows)
        north = f"{self.z}.farthest / {DEGREES}"
        low, high = (f"(SELECT {line(f'({self.z}.latitude {sign} {north})')} FROM {self.z})" for sign in "-+")
        first, last = line(f"{spots.alias}.latitude"), line(f"{other.alias}.latitude")
        return (
            f"{self.b}(line, last) AS ("
            f"SELECT (SELECT min({first}) FROM {spots.tables} WHERE {first} >= {low} AND {spots.seen}), "
            f"(SELECT max({last}) FROM {other.tables} WHERE {last} <= {high} AND {other.seen}) "
            f"UNION ALL SELECT line + 1, last FROM {self.b} WHERE line < last)"
        )

    def _ring(self, far: str, least: str = "nearest") -> Ring:
        """The positions from `least` to `far` kilometres; both may name columns of the centre."""
        spots, q = self.writer.all_spots(self.rows), self.writer.new_alias()
        away = square(q, spots.alias)
        tests = [
            f"{line(f'{spots.alias}.latitude')} = {q}.line",
            f"{spots.alias}.longitude BETWEEN {q}.longitude - {q}.aside AND {q}.longitude + {q}.aside",
            f"{away} BETWEEN {q}.least AND {q}.most",
            spots.seen,
        ]
        tables = f"({self._chords(far, least)}) {q} CROSS JOIN {spots.tables}"
        return Ring(spots.owner, away, tables, " AND ".join(test for test in tests if test != "true"))

    def _chords(self, far: str, least: str) -> str:
        """For each line of the map that a circle touches: the centre, and how far aside of it the circle goes there.

        Each step's LIMIT keeps PostgreSQL from working its numbers out again wherever they are used. `part` is the
        square of the share of the circle's radius that the line is away at least; the chord is made from it without
        a root, by one step of Newton's method, which errs to the wide side.
        """
        chord = "((1 - part / 2) / 2 + (1 - part) / (2 - part))"
        off = f"(abs({self.b}.line - middle) - 1)"
        steps = (
            f"*, {far} AS asked, {least} AS inner_km",
            "*, CASE WHEN asked < radius THEN asked ELSE radius END AS far",
            f"*, far / {DEGREES} + {SPECK} AS north",
            f"*, north * {LINES} AS height, latitude * {LINES} AS middle, "
            "north / (cosine - abs(sine) * north / 2) AS east",
        )
        table = self.z
        for columns in steps:
            table = f"(SELECT {columns} FROM {table} LIMIT 1) {self.writer.new_alias()}"
        parts = (
            f"SELECT *, CASE WHEN {off} > 0 THEN {off} * {off} / (height * height) ELSE CAST(0 AS float8) END AS part "
            f"FROM {table} CROSS JOIN {self.b} WHERE abs({self.b}.line - middle) <= height + 1 LIMIT {MOST_LINES}"
        )
        return (
            "SELECT latitude, longitude, cosine, sine, line, inner_km * inner_km AS least, far * far AS most, "
            f"east * {chord} AS aside FROM ({parts}) h WHERE part <= 1 LIMIT {MOST_LINES}"
        )

    def _counted(self, far: str, limit: int, least: str = "nearest") -> str:
        """How many positions there are up to there, at most `limit`."""
        ring = self._ring(far, least)
        return f"(SELECT count(*) FROM (SELECT 1 FROM {ring.tables} WHERE {ring.tests} LIMIT {limit}) x)"

    # How far to look

    def _trials(self) -> str:
        """Each trial with what it found: rows that are asked for, and positions seen, both up to what matters."""
        w, enough = self.w, ENOUGH * self.size
        reach = (
            f"CASE WHEN {w}.seen >= {enough} THEN ({w}.low + {w}.reach) / 2"
            f" WHEN {w}.high > 0 THEN ({w}.reach + {w}.high) / 2 ELSE {w}.reach * 2 END"
        )
        nought, none = "CAST(0 AS float8)", "CAST(0 AS bigint)"
        far = f"nearest + {reach}"
        return (
            f"{w}(trial, low, reach, high, found, seen) AS ("
            f"SELECT 0, {nought}, CAST({FIRST_KM / 2} AS float8), {nought}, {none}, {none} "
            f"UNION ALL SELECT {w}.trial + 1, CASE WHEN {w}.seen >= {enough} THEN {w}.low ELSE {w}.reach END, "
            f"{reach}, CASE WHEN {w}.seen >= {enough} THEN {w}.reach ELSE {w}.high END, "
            f"{self._matches(far, enough)}, {self._counted(far, enough)} FROM {w} WHERE {self._is_open(enough)})"
        )

    def _is_open(self, enough: int) -> str:
        """Whether another trial can tell more: not when all is seen, nor when the filter leaves too little."""
        w = self.w
        is_all = f"(SELECT nearest + {w}.reach >= farthest FROM {self.z})"
        is_rare = f"({w}.high > 0 AND {w}.seen >= {enough // 4})"
        settled = f"{w}.found >= {self.size} OR {is_all} OR {is_rare}"
        return f"{w}.trial < {TRIALS} AND ({w}.seen >= {enough} OR NOT ({settled}))"

    def _matches(self, far: str, enough: int) -> str:
        """How many rows up to there are asked for and on the page's side of its cursors, at most those of a page."""
        ring, alias = self._ring(far), self.writer.new_alias()
        some = f"SELECT {ring.owner} AS id FROM {ring.tables} WHERE {ring.tests} LIMIT {enough}"
        tables, tests = self._among(f"SELECT DISTINCT id FROM ({some}) y", alias)
        where = " AND ".join([*tests, *self.writer.cursor_tests(self.rows, alias)])
        return f"(SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {where} LIMIT {self.size}) x)"

    def _among(self, ids: str, alias: str) -> tuple[str, list[str]]:
        tables = f"({ids}) c CROSS JOIN {self.rows.type.table} {alias}"
        return tables, [f"{alias}.id = c.id", self.writer.conditions_anywhere(self.rows, alias)]

    def _reach_that_sufficed(self) -> str:
        """The shortest reach that sufficed, or that of all there is; NULL where neither was found."""
        is_all = f"seen < {ENOUGH * self.size} AND (SELECT nearest + reach >= farthest FROM {self.z})"
        return (
            f"{self.g} AS MATERIALIZED (SELECT coalesce(min(CASE WHEN found >= {self.size} THEN reach END), "
            f"max(CASE WHEN {is_all} THEN reach END)) AS reach FROM {self.w})"
        )

    def _inner_bound(self) -> str:
        """From the edge inwards: the square beyond which there are positions enough; NULL for all there are."""
        ring = self._ring("farthest")
        beyond = (
            f"SELECT {ring.away} AS least FROM {ring.tables} WHERE {ring.tests} "
            f"ORDER BY least DESC LIMIT 1 OFFSET {ENOUGH * self.size}"
        )
        return f"{self.g} AS MATERIALIZED (SELECT ({beyond}) AS least)"

    def _whole_circle_if_few(self) -> str:
        limit = ENOUGH * self.size
        counted = self._counted("radius", limit)
        return f"{self.g} AS MATERIALIZED (SELECT CASE WHEN {counted} < {limit} THEN radius END AS reach FROM {self.z})"

    # The page

    def _page(self) -> str:
        """The ids of the page as far as they are found from the positions."""
        writer, rows, alias = self.writer, self.rows, self.writer.new_alias()
        if self.by_distance and not self.outward:
            ring, bound = self._ring("farthest"), f"coalesce((SELECT least FROM {self.g}), 0)"
            inner = f"{ring.tests} AND {ring.away} >= {bound}"
            more = [
                f"{writer.distance(rows, alias)} >= {bound}"
            ]  # what has another position nearer comes later
        else:
            reach = f"(SELECT reach FROM {self.g})"
            ring, more = (
                self._ring(
                    f"CASE WHEN nearest + {reach} < farthest THEN nearest + {reach} ELSE farthest END"
                ),
                [],
            )
            inner = f"{ring.tests} AND {reach} IS NOT NULL"
        tables, tests = self._among(
            f"SELECT DISTINCT {ring.owner} AS id FROM {ring.tables} WHERE {inner}", alias
        )
        page = writer.page_of(rows, alias, [f"{alias}.id"], (tables, [*tests, *more]))
        return f"{self.p} AS MATERIALIZED ({page})"

    # What is counted

    def total(self, looked: str) -> str:
        """How many rows the circle holds: from the positions where those are few, else as `looked` says."""
        limit = ENOUGH * self.size
        ring, alias = self._ring("radius", "0"), self.writer.new_alias()
        tables, tests = self._among(
            f"SELECT DISTINCT {ring.owner} AS id FROM {ring.tables} WHERE {ring.tests}", alias
        )
        few = f"(SELECT count(*) FROM {tables} WHERE {' AND '.join(tests)})"
        return f"CASE WHEN {self._counted('radius', limit, '0')} < {limit} THEN {few} ELSE {looked} END"

    def other_side(self, looked: str) -> str:
        """Whether a row stands on the far side of the page's cursor: some position there tells, or a look at all."""
        if not self.by_distance:
            return looked
        ring = self._ring(f"nearest * {1 + 4 * SLACK}", "0")
        if not self.outward:
            ring = self._ring("radius", f"farthest * {1 - 4 * SLACK}")
        alias = self.writer.new_alias()
        some = f"SELECT {ring.owner} AS id FROM {ring.tables} WHERE {ring.tests} LIMIT {ENOUGH * self.size}"
        tables, tests = self._among(f"SELECT DISTINCT id FROM ({some}) y", alias)
        beyond = [*tests, self.writer.other_side_test(self.rows, alias)]
        return f"(EXISTS (SELECT 1 FROM {tables} WHERE {' AND '.join(beyond)}) OR {looked})"


def line(latitude: str) -> str:
    """The line of the map that a latitude lies on, to the next whole number on either side; as it is indexed."""
    return f"CAST({latitude} * {LINES} AS int)"
