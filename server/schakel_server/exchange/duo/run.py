"""One run of the import: all files read and checked first, then all rows in one transaction."""

import asyncio
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.exceptions import IntegrityError

from schakel_server.domain.organisations.errors import CodeHeldTwice
from schakel_server.domain.organisations.operations import upsert_organisation
from schakel_server.errors import Conflict, InvalidInput
from schakel_server.exchange.duo.columns import Kind
from schakel_server.exchange.duo.mapping import Mapped, RowFault, code_of, map_row, province_of
from schakel_server.exchange.duo.reading import Row, read_file
from schakel_server.exchange.duo.report import Report, Result, RowReport
from schakel_server.exchange.duo.source import BrokenFile, BrokenFiles
from schakel_server.storage.database import Database

DRY_RUN = "this was a dry run"
ADVISORY_LOCK = 0x5C4A_4B32  # the import's own; held until the transaction ends
AT_ONCE = "Somebody else added the same organisations at the same moment; nothing was imported. Try again."
STRICT = "a row was refused, and --strict was given"

Progress = Callable[[int, int], None]  # rows done, rows in all


@dataclass(frozen=True)
class Options:
    """What was asked for; `provinces` are codes such as NL-GR, none means all."""

    provinces: frozenset[str] = frozenset()
    kind: Kind | None = None
    is_dry_run: bool = False
    is_strict: bool = False


class _TakenBack(Exception):
    """Ends the transaction without writing."""


async def import_files(
    database: Database,
    paths: Sequence[Path],
    options: Options,
    now: dt.datetime,
    progress: Progress = lambda done, total: None,
) -> Report:
    """Take over what these files say, and report what became of each row.

    Raises:
        BrokenFiles: a file cannot be used; nothing was written.
        Unavailable, Conflict, Timeout: the database did not do it; nothing was written.
    """
    plan = _plan(await asyncio.to_thread(_read_all, paths, options.kind), options.provinces)
    reports = dict(plan.refused)
    why_not = DRY_RUN if options.is_dry_run else ""
    try:
        async with database.transaction() as connection:
            await _wait_for_other_runs(connection)
            reports |= await _write_all(plan, now, progress)
            if options.is_strict and any(r.result is Result.REFUSED for r in reports.values()):
                why_not = STRICT
            if why_not:
                raise _TakenBack
    except _TakenBack:
        pass
    except IntegrityError:
        raise Conflict(AT_ONCE) from None
    return Report(tuple(reports[number] for number in sorted(reports)), plan.skipped, not why_not, why_not)


async def _wait_for_other_runs(connection: TransactionalDBClient) -> None:
    """Runs go one after the other, or two could each add the same school; SQLite has one writer anyway."""
    if connection.capabilities.dialect != "sqlite":
        await connection.execute_query(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")


@dataclass
class _Plan:
    """What is to be written, by the number of the row in the run, and what is known before writing."""

    rows: dict[int, tuple[Row, Mapped]] = field(default_factory=dict)
    refused: dict[int, RowReport] = field(default_factory=dict)
    skipped: int = 0


def _read_all(paths: Sequence[Path], kind: Kind | None) -> list[Row]:
    """The rows of all files; every file is read before the first fault is told."""
    rows: list[Row] = []
    faults: list[BrokenFile] = []
    for path in paths:
        try:
            rows += read_file(path, kind)
        except BrokenFile as fault:
            faults.append(fault)
    if faults:
        raise BrokenFiles(faults)
    return rows


def _plan(rows: Sequence[Row], provinces: frozenset[str]) -> _Plan:
    plan = _Plan()
    firsts: dict[str, tuple[Row, Mapped]] = {}
    for number, row in enumerate(rows):
        if provinces and province_of(row) not in {None, *provinces}:
            plan.skipped += 1
            continue
        try:
            mapped = map_row(row)
            if provinces and mapped.province is None:
                raise RowFault("PROVINCIE is empty, so it is not known whether the row was asked for.")
            mapped = _once(row, mapped, firsts)
        except InvalidInput as fault:
            plan.refused[number] = _refusal(row, fault.message)
        else:
            plan.rows[number] = (row, mapped)
    return plan


def _once(row: Row, mapped: Mapped, firsts: dict[str, tuple[Row, Mapped]]) -> Mapped:
    """What is written for this row, given the rows before it with the same code."""
    code = mapped.record.code
    first, before = firsts.setdefault(code, (row, mapped))
    if first is row:
        return mapped
    if set(mapped.record.kinds) <= set(before.record.kinds):
        same = "the same" if before.record == mapped.record else "something else"
        where = f"line {first.line} of {first.file}"
        raise RowFault(f"{code} is on {where} already, with {same} in it. That one was used; remove one.")
    kinds = (*before.record.kinds, *mapped.record.kinds)
    firsts[code] = (first, replace(before, record=replace(before.record, kinds=kinds)))
    return replace(mapped, record=replace(before.record, kinds=mapped.record.kinds))


async def _write_all(plan: _Plan, now: dt.datetime, progress: Progress) -> dict[int, RowReport]:
    """The reports by the number of the row; institutions go before the locations that belong to them."""
    reports = {}
    for number in sorted(plan.rows, key=lambda number: len(plan.rows[number][1].record.code)):
        reports[number] = await _write(*plan.rows[number], now)
        progress(len(reports), len(plan.rows))
    return reports


async def _write(row: Row, mapped: Mapped, now: dt.datetime) -> RowReport:
    record = mapped.record
    try:
        outcome = await upsert_organisation(record, now)
    except CodeHeldTwice as conflict:
        return _refusal(row, conflict.message)
    notes = (*mapped.notes, *(f"name kept, DUO has {record.name!r}" for _ in outcome.kept))
    result = Result[outcome.verb.name]
    return RowReport(row.file, row.line, record.code, outcome.name, result, outcome.fields, notes=notes)


def _refusal(row: Row, reason: str) -> RowReport:
    name = row.cells.get("name", "")
    return RowReport(row.file, row.line, code_of(row)[:12], name[:80], Result.REFUSED, reason=reason)
