"""The read engine: keeps plans, binds values, runs one statement, and gives JSON text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from cachetools import LRUCache
from graphql import FieldNode, GraphQLID, GraphQLList, GraphQLSchema, value_from_ast

from schakel_server.access.viewer import Viewer
from schakel_server.declare.catalogue import Catalogue
from schakel_server.engine.compile import Compiler
from schakel_server.engine.documents import META_FIELDS, PreparedOperation
from schakel_server.engine.plan import Operand, Plan, Template
from schakel_server.engine.postgresql import PostgresqlWriter
from schakel_server.engine.references import plain, resolve
from schakel_server.engine.selection import Operation, collect
from schakel_server.engine.sqlite import SqliteWriter
from schakel_server.engine.stitch import Stitcher, templates_of
from schakel_server.storage.columns import Moment
from schakel_server.storage.ids import prefix_of

PLAN_BYTES = 64 * 2**20  # of statements and plans kept, estimated at four times the statement's length


class Reads(Protocol):
    """What the engine needs of a database."""

    @property
    def dialect(self) -> str: ...

    async def fetch_row(self, sql: str, args: Sequence[Any] = ()) -> Sequence[Any] | None: ...


@dataclass(frozen=True)
class Request:
    """What a request brings besides its operation: who asks, in which language, and when."""

    viewer: Viewer
    locale: str = "NL"
    now: Moment | None = None


@dataclass
class CompiledPlan:
    """A plan with its statement and the operands in the order of the statement's placeholders."""

    plan: Plan
    sql: str
    operands: list[Operand]
    extra: list[Operand]
    operation: PreparedOperation
    templates: Mapping[int, Template]


class Engine:
    """Answers the root fields of queries; everything else of GraphQL is answered elsewhere."""

    def __init__(self, schema: GraphQLSchema, catalogue: Catalogue, database: Reads) -> None:
        self.schema = schema
        self.catalogue = catalogue
        self.database = database
        self.plans: LRUCache[Any, CompiledPlan] = LRUCache(
            PLAN_BYTES, getsizeof=lambda kept: 4 * len(kept.sql)
        )

    async def members(
        self, operation: PreparedOperation, values: Mapping[str, Any], request: Request
    ) -> dict[str, str]:
        """The JSON text of each root field by its key, without the meta fields.

        Raises GraphQLError for bad arguments, and what the database raises.
        """
        compiled = self.compiled(operation, values, request.viewer)
        now = request.now or Moment.of(dt.datetime.now(dt.UTC))
        midnight = now.replace(hour=0, minute=0, second=0)
        facts = {"@now": now, "@today": int(midnight.timestamp()), "@locale": request.locale}
        bound = self._bound(compiled, {**values, **facts})
        row: Sequence[Any] = ()
        if compiled.plan.sets:
            args = [self._stored(bound[id(operand)], operand) for operand in compiled.operands]
            row = await self.database.fetch_row(compiled.sql, args) or ()
        return Stitcher(compiled.plan, compiled.templates, row, bound).run()

    def compiled(
        self, operation: PreparedOperation, values: Mapping[str, Any], viewer: Viewer
    ) -> CompiledPlan:
        """The plan for variables of this shape, made now or kept."""
        references, shape = operation.references(values)
        prefixes = {id(node): self._prefixes(value, values) for node, value in operation.id_arguments}
        key = (id(operation), shape, tuple(prefixes.values()), viewer.kind)
        found = self.plans.get(key)
        if found is None or found.operation is not operation:
            found = self._compile(operation, references, prefixes, viewer)
            if 4 * len(found.sql) <= PLAN_BYTES:
                self.plans[key] = found
        return found

    def _prefixes(self, node: Any, values: Mapping[str, Any]) -> tuple[str, ...]:
        given = value_from_ast(node, GraphQLList(GraphQLID), dict(values)) or []
        given = plain(given if isinstance(given, list) else [given])
        return tuple(sorted({prefix_of(item) or "" for item in given}))

    def _compile(
        self,
        operation: PreparedOperation,
        references: dict[str, Any],
        prefixes: dict[int, tuple[str, ...]],
        viewer: Viewer,
    ) -> CompiledPlan:
        made = Operation(
            self.schema, self.catalogue, viewer, operation.node, operation.fragments, references, prefixes
        )
        fields = collect(made, "Query", [operation.node.selection_set])
        plan = Compiler(made).compile({k: v for k, v in fields.items() if not _is_meta(v)})
        writer = (PostgresqlWriter if self.database.dialect == "postgresql" else SqliteWriter)(
            self.catalogue, viewer
        )
        sql = writer.statement(plan)
        return CompiledPlan(plan, sql, writer.operands, plan.extra_operands(), operation, templates_of(plan))

    def _bound(self, compiled: CompiledPlan, values: Mapping[str, Any]) -> dict[int, Any]:
        bound = {}
        for operand in (*compiled.operands, *compiled.extra):
            value = resolve(operand.source, values)
            bound[id(operand)] = operand.check(value) if operand.check else value
        return bound

    def _stored(self, value: Any, operand: Operand) -> Any:
        if self.database.dialect == "postgresql":
            if operand.kind == "date":
                return [str(item) for item in value] if operand.is_list else str(value)
            return value
        if operand.is_list:
            return json.dumps([_sqlite_value(item) for item in value])
        return _sqlite_value(value)


def _is_meta(nodes: list[FieldNode]) -> bool:
    return nodes[0].name.value in META_FIELDS


def _sqlite_value(value: Any) -> Any:
    if isinstance(value, dt.date):
        return str(value)
    return int(value) if isinstance(value, bool) else value
