"""Facets as SQL: counts of a connection's rows by value, for each parent apart, the greatest first."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from schakel_server.access.viewer import Viewer
from schakel_server.declare.catalogue import Catalogue, ColumnField, ManyField, ToOneField
from schakel_server.declare.facets import FacetField
from schakel_server.engine.plan import Counts, Many, Plan
from schakel_server.engine.sql_circle import CircleWriter

PART = "\x02"  # between the parts of a row; JSON always escapes it


class FacetWriter(CircleWriter):
    """Writes the counts of facets; a dialect fills in what differs.

    Rows are grouped before anything is joined to the groups: lists by the whole list, nodes by their id. What
    is taken apart, or looked up to be seen, are then a few groups and not every row.
    """

    def __init__(self, catalogue: Catalogue, viewer: Viewer) -> None:
        super().__init__(catalogue, viewer)
        self.base_of: dict[Counts, str] = {}

    def bases(self, plan: Plan) -> dict[Counts, list[str]]:
        """Common tables of the rows that several facets count, under the first of them: searched once for all.

        Where all rows are counted there is none: each facet is counted from an index of its own.
        """
        shared: dict[tuple[int, int], list[Counts]] = {}
        for item in plan.sets:
            if isinstance(item, Counts) and item.rows.is_narrowed:
                shared.setdefault((item.rows.index, id(item.condition)), []).append(item)
        bases = {}
        for group in shared.values():
            if len(group) > 1:
                first, name = group[0], f"m{group[0].index}"
                bases[first] = [f"{name} AS {self.materialised(True)} ({self._base(group)})"]
                self.base_of |= dict.fromkeys(group, name)
        return bases

    def _base(self, group: Sequence[Counts]) -> str:
        alias = self.new_alias()
        key, tables, tests = self._searched(group[0], alias)
        names = {name for counts in group if (name := _column_of(counts.facet))}
        columns = ", ".join([f"{alias}.id", *(f"{alias}.{name}" for name in sorted(names))])
        return f"SELECT {key} AS k, {columns} FROM {tables} WHERE {_all(tests)}"

    def counts(self, counts: Counts) -> str:
        """A SELECT of one text: for each parent and value the key, value, count and labels."""
        facet, other = counts.facet, self.new_alias()
        found, label = self._found(counts), ""
        tables = f"({found}) g"
        if facet.label is not None and facet.relation is not None:
            target = self.catalogue.types[facet.relation.target]
            seen = self._seen(target, other, facet.relation)
            tables += f" JOIN {target.table} {other} ON {other}.id = g.v AND {seen}"
            label = f", {other}.{facet.label.column} AS label"
        rank = "row_number() OVER (PARTITION BY g.k ORDER BY g.n DESC, g.v) AS r"
        ranked = f"SELECT g.k, g.v, g.n{label}, {rank} FROM {tables}"
        kept = f"(SELECT * FROM ({ranked}) f WHERE f.r <= {counts.size}) f"
        return self.aggregate(f" || '{PART}' || ".join(self._cells(counts)), kept, "f.n DESC, f.v")

    def _cells(self, counts: Counts) -> list[str]:
        column, label = counts.facet.column, counts.facet.label
        is_word = column.enum is not None or column.kind in ("ints", "int")
        value = "('\"' || f.v || '\"')" if is_word else self.json_text(replace(column, kind="text"), "f.v")
        cells = ["f.k", value, self.text_of("f.n")]
        if label is not None:
            missing = "null" if label.nullable else '""'
            for language in counts.labels:
                is_local = label.kind == "local"
                cells.append(
                    self.localised("f.label", language, missing)
                    if is_local
                    else self.json_text(label, "f.label")
                )
        return cells

    def _found(self, counts: Counts) -> str:
        """A SELECT of `k v n`: the key of the parent, the value, and how many rows have it."""
        facet, alias = counts.facet, self.new_alias()
        key, tables, tests = self._searched(counts, alias)
        relation, name = facet.relation, facet.column.column
        if relation is None:
            found = _grouped(key, tables, [*tests, f"{alias}.{name} IS NOT NULL"], f"{alias}.{name}")
            return self._apart(found, facet.column) if facet.column.is_list else found
        if isinstance(relation, ToOneField):
            value = f"{alias}.{relation.column}"
            return _grouped(key, tables, [*tests, f"{value} IS NOT NULL"], value)
        if relation.link_table is not None:
            link = self.new_alias()
            tables += f" JOIN {relation.link_table} {link} ON {link}.{relation.parent_column} = {alias}.id"
            return _grouped(key, tables, tests, f"{link}.{relation.target_column}")
        return self._by_part(relation, facet.column, alias, (key, tables, tests))

    def _searched(self, counts: Counts, alias: str) -> tuple[str, str, list[str]]:
        """The key of the parent, the tables and the conditions of the rows that are counted."""
        if base := self.base_of.get(counts):
            return f"{alias}.k", f"{base} {alias}", []
        rows = replace(counts.rows, condition=counts.condition)
        if not isinstance(rows.source, Many):
            return "''", f"{rows.type.table} {alias}", [self.conditions(rows, alias)]
        key, tables = self.joined(rows.source.relation, rows.type.table, alias)
        within = self.within(key, f"SELECT c_id FROM s{rows.source.parent.index}")
        return key, tables, [within, self.conditions(rows, alias)]

    def _by_part(
        self, relation: ManyField, column: ColumnField, alias: str, counted: tuple[str, str, list[str]]
    ) -> str:
        """Rows by a column of their parts: a row counts once for each value, however many parts have it."""
        key, tables, tests = counted
        target, part = self.catalogue.types[relation.target], self.new_alias()
        value = f"{part}.{column.column}"
        tables += f" JOIN {target.table} {part} ON {part}.{relation.parent_column} = {alias}.id"
        tests = [*tests, self._seen(target, part, relation), f"{value} IS NOT NULL"]
        pairs = f"SELECT DISTINCT {key} AS k, {alias}.id, {value} AS v FROM {tables} WHERE {_all(tests)}"
        return f"SELECT d.k, d.v, count(*) AS n FROM ({pairs}) d GROUP BY d.k, d.v"

    def _apart(self, found: str, column: ColumnField) -> str:
        """Counts of whole lists taken apart into counts of what is in them; what a list repeats counts once."""
        tables, value = self.elements("g.v", column)
        pairs = f"SELECT DISTINCT g.k, g.v AS whole, {value} AS v, g.n FROM ({found}) g CROSS JOIN {tables}"
        return f"SELECT d.k, d.v, sum(d.n) AS n FROM ({pairs}) d GROUP BY d.k, d.v"

    @abstractmethod
    def materialised(self, is_shared: bool) -> str:
        """The word after AS of a common table that others read (or don't)."""

    @abstractmethod
    def elements(self, name: str, column: ColumnField) -> tuple[str, str]:
        """A table of the elements of a list, and the expression of an element."""

    @abstractmethod
    def aggregate(self, text: str, tables: str, order: str) -> str:
        """A SELECT of all rows' texts as UTF-8 bytes, parted by PART, in this order."""

    @abstractmethod
    def json_text(self, column: ColumnField, name: str) -> str:
        """The JSON text of a plain column, NULL where it is missing."""

    @abstractmethod
    def localised(self, name: str, language: str, missing: str) -> str:
        """The JSON text in the language asked for, else by the fallback chain, else `missing`."""

    @abstractmethod
    def text_of(self, expression: str) -> str:
        """A number as text."""


def _column_of(facet: FacetField) -> str:
    """The column of the row itself that a facet counts by, empty where it looks at other tables."""
    if facet.relation is None:
        return facet.column.column
    return facet.relation.column if isinstance(facet.relation, ToOneField) else ""


def _grouped(key: str, tables: str, tests: Sequence[str], value: str) -> str:
    by = value if key == "''" else f"{key}, {value}"
    return f"SELECT {key} AS k, {value} AS v, count(*) AS n FROM {tables} WHERE {_all(tests)} GROUP BY {by}"


def _all(tests: Sequence[str]) -> str:
    return " AND ".join(test for test in tests if test != "true") or "true"
