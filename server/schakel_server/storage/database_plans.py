"""How the database itself means to carry out a statement, and which large tables it would read whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schakel_server.storage.database import Database

LARGE_TABLE = 1_000  # rows; below that, reading a table whole is no worse than going by an index
SCANNED_POSTGRESQL = re.compile(r"Seq Scan on (\w+)")
SCANNED_SQLITE = re.compile(r"^SCAN (\w+)$")  # by an index it says so behind the name
ALIASED = re.compile(r"\b(?:FROM|JOIN) (\w+) (t\d+)\b")


@dataclass(frozen=True)
class DatabasePlan:
    """The database's plan, a line each, and the number of rows of each large table that it reads whole."""

    lines: list[str]
    scanned: dict[str, int]


async def database_plan(
    database: Database, sql: str, args: Sequence[Any], *, is_measured: bool = False
) -> DatabasePlan:
    """The plan for these values; `is_measured` runs the statement too (on PostgreSQL, for real figures)."""
    if database.dialect == "postgresql":
        return await _postgresql(database, sql, args, is_measured)
    return await _sqlite(database, sql, args)


async def _postgresql(database: Database, sql: str, args: Sequence[Any], is_measured: bool) -> DatabasePlan:
    options = "ANALYZE, BUFFERS" if is_measured else "COSTS"
    lines = [str(row[0]) for row in await database.fetch_all(f"EXPLAIN ({options}) {sql}", args)]
    tables = sorted({name for line in lines for name in SCANNED_POSTGRESQL.findall(line)})
    counts = await database.fetch_all(
        "SELECT relname, reltuples::bigint FROM pg_class WHERE relname = ANY($1) AND relkind = 'r'"
        " AND pg_table_is_visible(oid)",
        [tables],
    )
    return DatabasePlan(lines, _large({str(name): int(count) for name, count in counts}))


async def _sqlite(database: Database, sql: str, args: Sequence[Any]) -> DatabasePlan:
    rows = await database.fetch_all(f"EXPLAIN QUERY PLAN {sql}", args)
    depths: dict[int, int] = {0: -1}
    lines = []
    for number, parent, _, detail in rows:
        depths[number] = depths.get(parent, -1) + 1
        lines.append("  " * depths[number] + detail)
    tables = {
        row[0] for row in await database.fetch_all("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    aliases = {alias: table for table, alias in ALIASED.findall(sql) if table in tables}
    scanned = {
        aliases[name]
        for line in lines
        for name in SCANNED_SQLITE.findall(line.strip())
        if name in aliases  # not a common table of the statement itself
    }
    counts = {table: await _count(database, table) for table in sorted(scanned)}
    return DatabasePlan(lines, _large(counts))


async def _count(database: Database, table: str) -> int:
    ((count,),) = await database.fetch_all(f"SELECT count(*) FROM {table}")  # noqa: S608 - a name of ours
    return int(count)


def _large(counts: dict[str, int]) -> dict[str, int]:
    return {table: count for table, count in counts.items() if count > LARGE_TABLE}
