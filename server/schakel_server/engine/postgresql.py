"""The PostgreSQL dialect (15 or newer)."""

from __future__ import annotations

from collections.abc import Sequence

from schakel_server.access.conditions import Test
from schakel_server.declare.catalogue import ColumnField, TypeDeclaration
from schakel_server.engine.plan import Many, Operand, OrderTerm, Rows
from schakel_server.engine.references import NOW, TODAY, Reference
from schakel_server.engine.sql import SqlWriter
from schakel_server.engine.sql_facets import PART
from schakel_server.engine.sql_nearby import is_nearby

TYPES = {
    "text": "text",
    "int": "int",
    "bigint": "bigint",
    "float": "float8",
    "bool": "bool",
    "instant": "timestamptz",
    "terms": "tsquery",
    "date": "text",  # asyncpg sends 9999-12-31 as infinity
}
FACTS_OF_THE_MOMENT = {
    NOW: "now()",
    TODAY: "extract(epoch FROM date_trunc('day', now(), 'UTC'))::bigint",
}
_MOMENT = 'YYYY-MM-DD"T"HH24:MI:SS"Z"'  # the session's time zone is UTC


class PostgresqlWriter(SqlWriter):
    """Sets are joined to their parents by `= ANY(ARRAY(…))`, pages of a relation by LATERAL."""

    def source(self, rows: Rows, alias: str, columns: list[str]) -> str:
        if rows.page is None:
            return self.unpaged(rows, alias, columns)
        if is_nearby(rows):
            return self.nearby(rows, alias, columns)
        if not isinstance(rows.source, Many):
            return self.paged(rows, alias, ["'' AS pk", *columns], None)
        parents = f"(SELECT DISTINCT c_id AS k FROM s{rows.source.parent.index}) p"
        inner = self.paged(rows, alias, columns, "p.k")
        return f"SELECT p.k AS pk, x.* FROM {parents} CROSS JOIN LATERAL ({inner}) x"

    def aggregate(self, text: str, tables: str, order: str) -> str:
        order_by = f" ORDER BY {order}" if order else ""
        return f"SELECT convert_to(string_agg({text}, '{PART}'{order_by}), 'UTF8') FROM {tables}"

    def first_language(self, name: str, languages: Sequence[str], missing: str) -> str:
        texts = [f"{name}->'{language}'" for language in languages]
        return f"coalesce({', '.join(texts)}, '{missing}')::text"

    def is_sorted_last(self, rows: Rows) -> bool:
        """A page that is read forward comes out of its LIMIT in order, and a common table keeps it."""
        return bool(rows.order) and (rows.page is None or rows.page.backward or is_nearby(rows))

    def language_text(self, name: str, language: str) -> str:
        return f"({name}->>'{language}')"

    def json_text(self, column: ColumnField, name: str) -> str:
        match column.kind:
            case "text" | "id":
                return f"to_json({name})::text"
            case "instant":
                return f"('\"' || to_char({name}, '{_MOMENT}') || '\"')"
            case "date":
                return f"('\"' || {name}::text || '\"')"
            case "float":
                return f"trim_scale(round({name}::numeric, {column.places}))::text"
        return f"{name}::text"

    def key_json(self, term: OrderTerm, key: str) -> str:
        match term.kind:
            case "instant":
                return f"('\"' || to_char({key}, '{_MOMENT}') || '\"')"
            case "int" | "bigint" | "bool" | "float":
                return f"({key})::text"
            case "date":
                return f"('\"' || ({key})::text || '\"')"
        return f"to_json({key})::text"

    def text_of(self, expression: str) -> str:
        return f"({expression})::text"

    def epoch(self, name: str) -> str:
        return f"extract(epoch FROM {name})::bigint"

    def moment_of(self, seconds: str) -> str:
        return f"to_timestamp({seconds})"

    def within(self, name: str, select: str) -> str:
        return f"{name} = ANY(ARRAY({select}))"

    def bind(self, operand: Operand) -> str:
        """The facts of the moment are the database's own, which it can plan with; all else is a parameter.

        With the moment as a parameter a general plan is estimated dearer than one for the values at hand,
        so that PostgreSQL plans anew at each call.
        """
        source = operand.source
        fact = FACTS_OF_THE_MOMENT.get(source) if isinstance(source, Reference) else None
        return fact or super().bind(operand)

    def equal_or_among(self, operator: str, value: str) -> str:
        return f"= ANY({value})" if operator == "oneOf" else f"= {value}"

    def contains(self, name: str, value: str) -> str:
        return f"strpos({name}, {value}) > 0"

    def list_test(self, test: Test, name: str, value: str) -> str:
        whole = test.kind == "ints"
        match test.operator:
            case "isEmpty":
                return f"jsonb_array_length({name}) = 0"
            case "has":
                return f"{name} @> to_jsonb({value})" if whole else f"{name} ? {value}"
            case "hasAll":
                return f"{name} @> to_jsonb({value})" if whole else f"{name} ?& {value}"
        if whole:
            return f"EXISTS (SELECT 1 FROM jsonb_array_elements({name}) e(v) WHERE e.v::int = ANY({value}))"
        return f"{name} ?| {value}"

    def elements(self, name: str, column: ColumnField) -> tuple[str, str]:
        value = "e.v::int" if column.kind == "ints" else 'e.v COLLATE "C"'
        return f"jsonb_array_elements_text({name}) e(v)", value

    def matches(self, declaration: TypeDeclaration, alias: str, formula: Operand) -> str:
        return f"{alias}.search_terms @@ {self.bind(formula)}"

    def placeholder(self, position: int, operand: Operand) -> str:
        array = "[]" if operand.is_list else ""
        cast = f"::date{array}" if operand.kind == "date" else ""
        return f"${position}::{TYPES[operand.kind]}{array}{cast}"

    def materialised(self, is_shared: bool) -> str:
        return "MATERIALIZED" if is_shared else ""
