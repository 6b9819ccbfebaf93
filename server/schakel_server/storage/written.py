"""Which tables a transaction writes to, read from its statements, and who is told when it commits."""

import logging
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.fields.base import OnDelete
from tortoise.models import Model

Tables = frozenset[str]
Listener = Callable[[Tables], None]

ANY_TABLE = "*"  # stands for every table, where a statement does not say which
EVERYTHING: Tables = frozenset({ANY_TABLE})

_WRITE = re.compile(
    r'\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|(DELETE)\s+FROM)\s+(?:"?\w+"?\.)?"?(\w+)"?',
    re.IGNORECASE,
)
_READ = re.compile(r"\s*(?:SELECT|PRAGMA|EXPLAIN|SHOW|SET|SAVEPOINT|RELEASE|ROLLBACK)\b", re.IGNORECASE)
_WORD_OF_WRITING = re.compile(r"\b(?:INSERT|UPDATE|DELETE|MERGE|REPLACE)\b", re.IGNORECASE)

log = logging.getLogger(__name__)


class Commits:
    """What one client tells of its commits; `origin` is how this process knows its own news again."""

    def __init__(self) -> None:
        self.origin = uuid.uuid4().hex
        self.listeners: list[Listener] = []
        self.cascades: Mapping[str, Tables] = {}

    def tables(self, statement: str) -> Tables:
        """The tables whose rows this statement may change, those that follow a deletion included."""
        if written := _WRITE.match(statement):
            table = written[2]
            return self.cascades.get(table, frozenset()) | {table} if written[1] else frozenset({table})
        return frozenset() if is_reading(statement) else EVERYTHING

    def tell(self, tables: Iterable[str]) -> None:
        """Tell every listener; one that fails doesn't keep the others, or the commit, from going on."""
        told = frozenset(tables)
        if not told:
            return
        for listener in self.listeners:
            try:
                listener(told)
            except Exception:
                log.exception("a listener to commits failed")


def is_reading(statement: str) -> bool:
    """Whether a statement changes no row, as far as its words say; a doubtful one counts as writing."""
    if _READ.match(statement):
        return True
    return statement.lstrip()[:4].upper() == "WITH" and not _WORD_OF_WRITING.search(statement)


class WritesInTransactions(BaseDBAsyncClient):
    """A client whose writes outside a transaction get one of their own, so that each commit is told."""

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        """Run one INSERT."""
        async with self._in_transaction() as client:
            return await client.execute_insert(query, values)

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """Run `query` for each row of `values`, all or none."""
        async with self._in_transaction() as client:
            await client.execute_many(query, values)

    async def execute_query(self, query: str, values: list[Any] | None = None) -> Any:
        """Run one statement: how many rows it changed or found, and those that it gives."""
        if is_reading(query):
            return await super().execute_query(query, values)
        async with self._in_transaction() as client:
            return await client.execute_query(query, values)

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Run one statement and give its rows."""
        if is_reading(query):
            return await super().execute_query_dict(query, values)
        async with self._in_transaction() as client:
            return await client.execute_query_dict(query, values)

    async def execute_script(self, query: str) -> None:
        """Run several statements, all or none."""
        async with self._in_transaction() as client:
            await client.execute_script(query)


def cascades_of(models: Iterable[type[Model]]) -> dict[str, Tables]:
    """For each table, those whose rows go or change when rows of it are deleted."""
    followers: dict[str, set[str]] = {}
    deleted: dict[str, set[str]] = {}
    for model in models:
        table = model._meta.db_table
        for name in model._meta.fk_fields | model._meta.o2o_fields:
            relation: Any = model._meta.fields_map[name]
            target = relation.related_model._meta.db_table
            followers.setdefault(target, set()).add(table)
            if relation.on_delete == OnDelete.CASCADE:
                deleted.setdefault(target, set()).add(table)
        for name in model._meta.m2m_fields:
            link: Any = model._meta.fields_map[name]
            for end in (table, link.related_model._meta.db_table):
                followers.setdefault(end, set()).add(link.through)
    return {table: _follow(table, followers, deleted) for table in followers}


def _follow(table: str, followers: Mapping[str, set[str]], deleted: Mapping[str, set[str]]) -> Tables:
    """All followers of a table and of those whose rows go with it."""
    gone, waiting = {table}, [table]
    while waiting:
        new = deleted.get(waiting.pop(), set()) - gone
        gone |= new
        waiting += new
    return frozenset().union(*(followers.get(each, set()) for each in gone)) - {table}
