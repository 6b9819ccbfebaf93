"""The SQLite dialect (3.40 or newer)."""

from __future__ import annotations

from collections.abc import Sequence

from schakel_server.access.conditions import Test
from schakel_server.declare.catalogue import ColumnField, TypeDeclaration
from schakel_server.engine.plan import Many, Operand, OrderTerm, Rows
from schakel_server.engine.sql import SqlWriter
from schakel_server.engine.sql_facets import PART
from schakel_server.engine.sql_nearby import is_nearby


class SqliteWriter(SqlWriter):
    """Sets are joined to their parents by `IN (SELECT …)`, pages by the ids of a correlated SELECT."""

    def source(self, rows: Rows, alias: str, columns: list[str]) -> str:
        if rows.page is None:
            return self.unpaged(rows, alias, columns)
        if is_nearby(rows):
            return self.nearby(rows, alias, columns)
        inner, table = self.new_alias(), rows.type.table
        listed = ", ".join(columns)
        if not isinstance(rows.source, Many):
            ids = self.paged(rows, inner, [f"{inner}.id"], None)
            return f"SELECT '' AS pk, {listed} FROM {table} {alias} WHERE {alias}.id IN ({ids})"
        parents = f"(SELECT DISTINCT c_id AS k FROM s{rows.source.parent.index}) p"
        ids = self.paged(rows, inner, [f"{inner}.id"], "p.k")
        return (
            f"SELECT p.k AS pk, {listed} FROM {parents} CROSS JOIN {table} {alias} ON {alias}.id IN ({ids})"
        )

    def aggregate(self, text: str, tables: str, order: str) -> str:
        if not order:
            return f"SELECT CAST(group_concat({text}, '{PART}') AS BLOB) FROM {tables}"
        ordered = f"SELECT {text} AS x FROM {tables} ORDER BY {order}"
        return f"SELECT CAST(group_concat(x, '{PART}') AS BLOB) FROM ({ordered})"

    def first_language(self, name: str, languages: Sequence[str], missing: str) -> str:
        texts = [f"{name} -> '{language}'" for language in languages]
        return f"coalesce({', '.join(texts)}, '{missing}')"

    def language_text(self, name: str, language: str) -> str:
        return f"({name} ->> '{language}')"

    def json_text(self, column: ColumnField, name: str) -> str:
        match column.kind:
            case "text" | "id":
                return f"json_quote({name})"
            case "instant" | "date":
                return f"('\"' || {name} || '\"')"
            case "float":
                return f"round({name}, {column.places})"
            case "bool":
                return f"CASE {name} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"
        return name

    def key_json(self, term: OrderTerm, key: str) -> str:
        match term.kind:
            case "instant" | "date":
                return f"('\"' || {key} || '\"')"
            case "int" | "bigint":
                return f"({key})"
            case "bool":
                return f"CASE {key} WHEN 1 THEN 'true' ELSE 'false' END"
            case "float":
                return f"printf('%!.19g', {key})"
        return f"json_quote({key})"

    def text_of(self, expression: str) -> str:
        return f"({expression})"

    def epoch(self, name: str) -> str:
        return f"CAST(strftime('%s', {name}) AS INTEGER)"

    def moment_of(self, seconds: str) -> str:
        return f"strftime('%Y-%m-%dT%H:%M:%SZ', {seconds}, 'unixepoch')"

    def within(self, name: str, select: str) -> str:
        return f"{name} IN ({select})"

    def equal_or_among(self, operator: str, value: str) -> str:
        return f"IN (SELECT value FROM json_each({value}))" if operator == "oneOf" else f"= {value}"

    def contains(self, name: str, value: str) -> str:
        return f"instr({name}, {value}) > 0"

    def list_test(self, test: Test, name: str, value: str) -> str:
        match test.operator:
            case "isEmpty":
                return f"json_array_length({name}) = 0"
            case "has":
                return f"{value} IN (SELECT value FROM json_each({name}))"
            case "hasAny":
                wanted = f"SELECT value FROM json_each({value})"
                return f"EXISTS (SELECT 1 FROM json_each({name}) e WHERE e.value IN ({wanted}))"
        held = f"SELECT value FROM json_each({name})"
        return f"NOT EXISTS (SELECT 1 FROM json_each({value}) w WHERE w.value NOT IN ({held}))"

    def elements(self, name: str, column: ColumnField) -> tuple[str, str]:
        return f"json_each({name}) e", "e.value"

    def matches(self, declaration: TypeDeclaration, alias: str, formula: Operand) -> str:
        table = declaration.table
        found = f"SELECT rowid FROM {table}_terms WHERE {table}_terms MATCH {self.bind(formula)}"
        return f"{alias}.id IN (SELECT id FROM {table}_number WHERE number IN ({found}))"

    def placeholder(self, position: int, operand: Operand) -> str:
        return f"?{position}"

    def materialised(self, is_shared: bool) -> str:
        return "MATERIALIZED" if is_shared else ""
