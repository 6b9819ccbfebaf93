"""`schakel explain`: what a document leads to, from its plan to the database's own."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from graphql import GraphQLError

from schakel_server.access.viewer import ANONYMOUS
from schakel_server.app import the_graph
from schakel_server.domain import MODEL_MODULES
from schakel_server.engine.documents import DocumentErrors, Documents, VariableErrors
from schakel_server.engine.engine import Bound, Engine, Request
from schakel_server.engine.explain import outline
from schakel_server.engine.sql_layout import laid_out, shown
from schakel_server.errors import Unavailable
from schakel_server.settings import Settings, load_settings
from schakel_server.storage.database import Database
from schakel_server.storage.database_plans import DatabasePlan, database_plan
from schakel_server.storage.text import LANGUAGES

DOCUMENT_AT_FAULT = 2  # exit code
DEADLINE_S = 60.0  # what is explained may well be what takes too long
VALUE_WIDTH = 100  # characters of a bound value that are shown

app = typer.Typer()


@dataclass(frozen=True)
class Asked:
    """What is to be explained, and in which language it reads."""

    document: str
    variables: Mapping[str, Any]
    operation: str | None
    locale: str
    is_measured: bool


class Faulty(Exception):
    """The document, its variables or its operation can't be answered; the message says why, a line each."""


def _locale(given: str) -> str:
    if given.lower() not in LANGUAGES:
        raise typer.BadParameter(f"{given} is none of {', '.join(LANGUAGES).upper()}")
    return given.upper()


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A GraphQL document.")],
    variables: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="Its variables as a JSON file.")
    ] = None,
    operation: Annotated[str | None, typer.Option(help="Which operation, if there are several.")] = None,
    database: Annotated[
        str | None, typer.Option(help="sqlite:///file or postgresql://…; else SCHAKEL_DATABASE_URL.")
    ] = None,
    locale: Annotated[
        str, typer.Option(parser=_locale, help="The language that the caller reads, e.g. EN.")
    ] = "NL",
    analyze: Annotated[
        bool, typer.Option("--analyze", help="Run it too: real times, rows and pages read.")
    ] = False,
) -> None:
    """Show what a document leads to: its plan, the one statement, and the database's own plan.

    Warns of every large table that the database reads whole. Exit code 2: the document is at fault.
    """
    settings = load_settings(
        deadline_s=DEADLINE_S, pool_min=1, pool_max=1, **({"database_url": database} if database else {})
    )
    try:
        given = json.loads(variables.read_text("utf-8")) if variables else {}
        asked = Asked(file.read_text("utf-8"), given, operation, locale, analyze)
        for line in asyncio.run(_explained(asked, settings)):
            typer.echo(line)
    except json.JSONDecodeError as problem:
        typer.echo(f"{variables}: {problem}", err=True)
        raise typer.Exit(DOCUMENT_AT_FAULT) from None
    except Faulty as problem:
        typer.echo(f"{file}: {problem}", err=True)
        raise typer.Exit(DOCUMENT_AT_FAULT) from None


async def _explained(asked: Asked, settings: Settings) -> list[str]:
    database = await Database.open(settings, MODEL_MODULES)
    try:
        if problems := await database.ready():
            raise Unavailable(" ".join(problems))
        bound, args = _bound(asked, database)
        lines = [_heading("Plan"), *outline(bound.compiled.plan, ANONYMOUS)]
        if not bound.compiled.plan.sets:
            return [*lines, "", "No statement: this is answered without the database."]
        sql = bound.compiled.sql
        lines += ["", _heading("Statement"), laid_out(sql), "", *_values(args, settings.dialect)]
        theirs = await database_plan(database, sql, args, is_measured=asked.is_measured)
        lines += ["", _heading(f"Plan of {settings.dialect}"), *map(shown, theirs.lines)]
        if asked.is_measured:
            lines += ["", await _measured(database, sql, args)]
        return lines + _warnings(theirs)
    finally:
        await database.close()


def _bound(asked: Asked, database: Database) -> tuple[Bound, list[Any]]:
    """The plan with its values, and the arguments that the engine would send with the statement now."""
    catalogue, schema = the_graph()
    core = schema._schema
    engine = Engine(core, catalogue, database)
    try:
        operation = Documents(core).operation(asked.document, asked.operation)
        if not operation.is_query:
            raise Faulty("only queries have a plan")
        values = operation.variables(core, asked.variables)
        bound = engine.bound(operation, values, Request(ANONYMOUS, asked.locale))
        return bound, bound.args_at(engine.clock.now())
    except (DocumentErrors, VariableErrors) as problems:
        raise Faulty("\n".join(map(_told, problems.errors))) from None
    except GraphQLError as problem:
        raise Faulty(_told(problem)) from None


def _told(problem: GraphQLError) -> str:
    at = problem.locations[0] if problem.locations else None
    place = f"line {at.line}, column {at.column}: " if at else ""
    path = f" (at {'.'.join(map(str, problem.path))})" if problem.path else ""
    return f"{place}{problem.message}{path}"


def _heading(text: str) -> str:
    return f"{text}\n{'─' * len(text)}"


def _values(args: Sequence[Any], dialect: str) -> Iterator[str]:
    """The values in the order of their placeholders; they are never in the statement's text."""
    sign = "$" if dialect == "postgresql" else "?"
    for number, value in enumerate(args, 1):
        text = shown(str(value)).replace("\n", " ")
        yield f"{sign}{number} = {text if len(text) <= VALUE_WIDTH else text[:VALUE_WIDTH] + '…'}"


async def _measured(database: Database, sql: str, args: Sequence[Any]) -> str:
    began = time.perf_counter()
    texts = await database.fetch_row(sql, args) or ()
    took_ms = 1000 * (time.perf_counter() - began)
    size = sum(len(text) for text in texts if text)
    return f"Answered within {took_ms:.1f} ms, {size:,} bytes in {len(texts)} texts, planning included."


def _warnings(plan: DatabasePlan) -> list[str]:
    if not plan.scanned:
        return ["", "No large table is read whole."]
    return [
        "",
        *(f"Warning: {table} is read whole, {count:,} rows." for table, count in plan.scanned.items()),
    ]
