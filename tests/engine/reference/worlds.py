"""The same rows in three hands: the engine on SQLite, the engine on PostgreSQL, and the reference executor."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from graphql import parse, print_ast
from schakel_server.app import sdl, the_graph
from schakel_server.domain import MODEL_MODULES
from schakel_server.engine.engine import Clock
from schakel_server.graph.service import GraphRequest, GraphService
from schakel_server.settings import load_settings
from schakel_server.storage.columns import Moment
from schakel_server.storage.database import Database
from schakel_server.storage.migrate import migrate
from schakel_server.storage.reads import Reads
from schakel_server.storage.reads_postgresql import PostgresqlReads
from schakel_server.storage.reads_sqlite import SqliteReads

from tests.engine.reference.checks import Fault
from tests.engine.reference.executor import Reference
from tests.engine.reference.lists import BadCursor, opened
from tests.engine.reference.tables import Tables
from tests.engine.reference.world import NOW, fill

DEADLINE_S = 30.0
CATALOGUE, SCHEMA = the_graph()


class ThatDay(Clock):
    """The moment in which the rows were thought up."""

    def now(self) -> Moment:
        return NOW


@dataclass(frozen=True)
class Door:
    """What the engine needs of a database: both kinds open at once, which the models can't be.

    On PostgreSQL a statement asks the database for the time; here that day is put in the place of the question.
    """

    dialect: str
    reads: Reads[Any]

    async def fetch_row(self, sql: str, args: Sequence[Any] = ()) -> Sequence[Any] | None:
        return await self.reads.fetch_row(sql.replace("now()", f"timestamptz '{NOW}'"), args)


async def prepare(url: str) -> Tables:
    """Fill a new database, and read all of it back the plain way."""
    settings = load_settings(database_url=url)
    await migrate(settings, MODEL_MODULES)
    database = await Database.open(settings, MODEL_MODULES)
    try:
        async with database.transaction():
            written_at = dt.datetime.now(dt.UTC)
            await fill(CATALOGUE.types)
        return await Tables.load(CATALOGUE, written_at)
    finally:
        await database.close()


@dataclass
class Worlds:
    """Asks all three, and says where they differ."""

    services: dict[str, GraphService]
    reference: Reference
    asked: int = 0
    too_complex: int = 0
    _cursors: dict[str, list[str]] = field(default_factory=dict)

    async def check(self, query: str, variables: Mapping[str, Any], locale: str = "NL") -> Any:
        """What all three answer; raises AssertionError where they don't answer alike."""
        expected = self.reference.answer(query, variables, locale)
        self.asked += 1
        for name, service in self.services.items():
            answer = await service.answer(GraphRequest(query, dict(variables), locale=locale))
            found = json.loads(answer.body, parse_int=float)
            if _codes(found) == {"TOO_COMPLEX"}:  # what an operation may cost has tests of its own
                self.too_complex += 1
                return None
            difference = _difference(found, expected)
            if difference is not None:
                told = _told(f"{name}: {difference}", query, variables, locale)
                print(
                    told
                )  # hypothesis can't always replay what failed; the last that is printed is the smallest
                raise AssertionError(told)
        return expected

    async def cursors(self, query: str) -> list[str]:
        """All cursors in the answer to a query, in their order."""
        if query not in self._cursors:
            answer = await self.services["sqlite"].answer(GraphRequest(query))
            found: list[str] = []
            _collect(json.loads(answer.body)["data"], found)
            self._cursors[query] = found
        return self._cursors[query]


@asynccontextmanager
async def opened_worlds(sqlite_url: str, postgresql_url: str, tables: Tables) -> AsyncIterator[Worlds]:
    """All three over the rows of these databases, for the length of the block."""
    path = load_settings(database_url=sqlite_url).sqlite_path
    doors = [
        Door("sqlite", SqliteReads(path, 1, DEADLINE_S)),
        Door("postgresql", PostgresqlReads(postgresql_url, 1, DEADLINE_S)),
    ]
    services = {door.dialect: GraphService(SCHEMA, CATALOGUE, door) for door in doors}
    documents = services["sqlite"].documents  # parsed and validated once for both
    for service in services.values():
        service.documents = documents
        service.engine.clock = ThatDay()
    try:
        yield Worlds(services, Reference(sdl(), SCHEMA._schema.type_map, tables, NOW))
    finally:
        for door in doors:
            await door.reads.close()


def _codes(answer: Any) -> set[str]:
    return {error["extensions"]["code"] for error in answer.get("errors", ())}


def _difference(answer: Any, expected: dict[str, Any] | set[Fault]) -> str | None:
    if isinstance(expected, set):
        faults = [
            Fault(error["extensions"]["code"], tuple(map(str, error.get("path") or ())))
            for error in answer.get("errors", ())
        ]
        if not faults or not set(faults) <= expected:
            return f"gave {faults or 'data'} where the reference found {sorted(map(str, expected))}"
        return None
    if "errors" in answer:
        return f"failed with {answer['errors']} where the reference gave data"
    return _first_difference(answer["data"], expected, "data")


def _first_difference(ours: Any, theirs: Any, place: str) -> str | None:
    """The first place where two JSON values differ, numbers compared as doubles and cursors by what they mark."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if list(ours) != list(theirs):
            return f"at {place}: keys {list(ours)} where the reference has {list(theirs)}"
        pairs = [(ours[key], theirs[key], f"{place}.{key}") for key in ours]
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        pairs = [(a, b, f"{place}[{i}]") for i, (a, b) in enumerate(zip(ours, theirs, strict=True))]
    elif _is_same(ours, theirs):
        return None
    else:
        return f"at {place}: {ours!r:.400} where the reference has {theirs!r:.400}"
    return next((found for pair in pairs if (found := _first_difference(*pair))), None)


def _is_same(ours: Any, theirs: Any) -> bool:
    if ours == theirs:
        return isinstance(ours, bool) is isinstance(theirs, bool)
    mark = _marked(ours)
    return mark is not None and mark == _marked(theirs)


def _marked(value: Any) -> tuple[str, str] | None:
    """The order and the row that a cursor stands for, None for anything else."""
    try:
        items = opened(value) if isinstance(value, str) else []
    except BadCursor:
        return None
    return (items[0], items[-1]) if items else None


def _collect(value: Any, found: list[str]) -> None:
    if isinstance(value, dict):
        for item in value.values():
            _collect(item, found)
    elif isinstance(value, list):
        for item in value:
            _collect(item, found)
    elif isinstance(value, str):
        found.append(value)


def _told(difference: str, query: str, variables: Mapping[str, Any], locale: str) -> str:
    values = json.dumps(variables, ensure_ascii=False, indent=1)
    return f"{difference}\nin {locale}:\n{print_ast(parse(query))}\nvariables: {values}"
