"""The read engine: keeps plans, binds values, runs one statement, and gives JSON text."""

from __future__ import annotations

import datetime as dt
import json
import time
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from graphql import FieldNode, GraphQLID, GraphQLList, GraphQLSchema, value_from_ast

from schakel_server.access.viewer import Viewer
from schakel_server.declare.catalogue import Catalogue
from schakel_server.engine.compile import Compiler
from schakel_server.engine.cost import checked_cost
from schakel_server.engine.documents import META_FIELDS, PreparedOperation
from schakel_server.engine.kept import Kept
from schakel_server.engine.plan import Operand, Plan
from schakel_server.engine.postgresql import PostgresqlWriter
from schakel_server.engine.references import FACTS, NOW, plain, resolve
from schakel_server.engine.searching import Searches, searched
from schakel_server.engine.selection import Operation, collect
from schakel_server.engine.sqlite import SqliteWriter
from schakel_server.engine.stitch import Stitcher
from schakel_server.engine.tables import tables_of
from schakel_server.search.formulas import written
from schakel_server.search.searcher import Searcher
from schakel_server.search.vocabulary import Words
from schakel_server.storage.columns import Moment
from schakel_server.storage.ids import prefix_of

PLAN_BYTES = 24 * 2**20  # of statements and plans kept
PLAN_PER_LETTER = 8  # bytes that a plan holds for each letter of its statement, as measured: 5 to 8


class Reads(Protocol):
    """What the engine needs of a database."""

    @property
    def dialect(self) -> str: ...

    async def fetch_row(self, sql: str, args: Sequence[Any] = ()) -> Sequence[Any] | None: ...


@dataclass(frozen=True)
class Request:
    """What a request brings besides its operation: who asks, and in which language."""

    viewer: Viewer
    locale: str = "NL"


@dataclass
class CompiledPlan:
    """A plan with its statement and the operands in the order of the statement's placeholders."""

    plan: Plan
    sql: str
    operands: list[Operand]
    extra: list[Operand]
    operation: weakref.ref[PreparedOperation]  # a plan outlives its document, and must not keep it
    stitcher: Stitcher
    cost: int

    @property
    def size(self) -> int:
        """What it holds in memory, in bytes, estimated."""
        return PLAN_PER_LETTER * len(self.sql)

    @cached_property
    def tables(self) -> frozenset[str]:
        """The tables that an answer of this plan depends on."""
        return tables_of(self.sql)


class Bound:
    """A compiled plan with the values of its operands, which lacks only the facts of the moment: ready to run.

    `values` are those of the operands by identity, as they were checked; `args` those of the statement. What is
    searched for was made with `words`, the vocabulary of then, and is made anew when that has changed.
    """

    def __init__(
        self,
        compiled: CompiledPlan,
        values: Mapping[str, Any],
        texts: tuple[str, ...],
        dialect: str,
        words: Words,
    ) -> None:
        self.compiled = compiled
        self.given = values
        self.texts = texts
        self.words = words
        self.values: dict[int, Any] = {}
        self.args: list[Any] = [None] * len(compiled.operands)
        self.facts: list[tuple[int, Operand]] = []
        for position, operand in enumerate((*compiled.operands, *compiled.extra)):
            if operand.source in FACTS:
                self.facts.append((position, operand))
                continue
            value = resolve(operand.source, values)
            self.values[id(operand)] = value = operand.check(value) if operand.check else value
            if position < len(self.args):
                self.args[position] = _stored(value, operand, dialect)

    def args_at(self, now: Moment) -> list[Any]:
        """The arguments of the statement, at this moment."""
        args = self.args.copy()
        for position, operand in self.facts:
            args[position] = now if operand.source == NOW else _midnight(now)
        return args


class Engine:
    """Answers the root fields of queries; everything else of GraphQL is answered elsewhere."""

    def __init__(self, schema: GraphQLSchema, catalogue: Catalogue, database: Reads) -> None:
        self.schema = schema
        self.catalogue = catalogue
        self.database = database
        self.clock = Clock()
        self.searcher = Searcher(database)
        self.plans: Kept[Any, CompiledPlan] = Kept(PLAN_BYTES, lambda plan: plan.size)

    def bound(self, operation: PreparedOperation, values: Mapping[str, Any], request: Request) -> Bound:
        """The plan of an operation with these variables; raises GraphQLError for bad arguments."""
        compiled = self.compiled(operation, values, request)
        texts = tuple(searched(operation.search_texts, values).values())
        return Bound(compiled, values, texts, self.database.dialect, self.searcher.vocabulary.words)

    async def members(self, bound: Bound, now: Moment | None = None) -> dict[str, bytes]:
        """The JSON text of each root field by its key, without the meta fields; raises what the database raises."""
        compiled = bound.compiled
        if bound.texts:
            words = await self.searcher.prepare(bound.texts)
            if words is not bound.words:
                bound = Bound(compiled, bound.given, bound.texts, self.database.dialect, words)
        texts: Sequence[bytes | None] = ()
        if compiled.plan.sets:
            args = bound.args_at(now or self.clock.now())
            texts = await self.database.fetch_row(compiled.sql, args) or ()
        return compiled.stitcher.run(texts, bound.values)

    def compiled(
        self, operation: PreparedOperation, values: Mapping[str, Any], request: Request
    ) -> CompiledPlan:
        """The plan for variables of this shape, made now or kept."""
        references, shape = operation.references(values)
        prefixes = {id(node): self._prefixes(value, values) for node, value in operation.id_arguments}
        searches = Searches(searched(operation.search_texts, values), self.searcher.question)
        shape = (shape, tuple(prefixes.values()), searches.shape())
        key = (id(operation), shape, request.viewer.kind, request.locale)
        found = self.plans.find(key)
        if found is None or found.operation() is not operation:
            found = self._compile(operation, references, prefixes, searches, request)
            self.plans.keep(key, found)
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
        searches: Searches,
        request: Request,
    ) -> CompiledPlan:
        made = Operation(
            self.schema,
            self.catalogue,
            request.viewer,
            operation.node,
            operation.fragments,
            references,
            prefixes,
            request.locale.lower(),
            searches,
        )
        fields = collect(made, "Query", [operation.node.selection_set])
        plan = Compiler(made).compile({k: v for k, v in fields.items() if not _is_meta(v)})
        writer = (PostgresqlWriter if self.database.dialect == "postgresql" else SqliteWriter)(
            self.catalogue, request.viewer
        )
        cost = checked_cost(plan)
        sql = writer.statement(plan)
        extra, keeper = plan.extra_operands(), weakref.ref(operation)
        return CompiledPlan(plan, sql, writer.operands, extra, keeper, Stitcher(plan), cost)


class Clock:
    """The present moment: one object a second, since every request asks for it."""

    def __init__(self) -> None:
        self._second = 0
        self._moment = Moment.of(dt.datetime.fromtimestamp(0, dt.UTC))

    def now(self) -> Moment:
        """This second."""
        second = int(time.time())
        if self._second != second:
            self._second, self._moment = second, Moment.of(dt.datetime.fromtimestamp(second, dt.UTC))
        return self._moment


def _midnight(now: Moment) -> int:
    return int(now.replace(hour=0, minute=0, second=0).timestamp())


def _stored(value: Any, operand: Operand, dialect: str) -> Any:
    if operand.kind == "terms":
        return written(value, dialect)
    if dialect == "postgresql":
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
