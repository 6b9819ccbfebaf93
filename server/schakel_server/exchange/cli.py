"""`schakel import …`: what can be brought in from files."""

import asyncio
import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from schakel_server.domain import MODEL_MODULES
from schakel_server.domain.organisations.codes import CHECKS
from schakel_server.errors import SchakelError, Unavailable
from schakel_server.exchange.duo import Kind, Options, Report, Result, import_files
from schakel_server.settings import Settings, SettingsError, load_settings
from schakel_server.storage.database import Database

ROWS_REFUSED = 1  # exit code: the rest was done
NOTHING_DONE = 2  # exit code: a file, a setting or the database is at fault
COLOURS = {Result.CREATED: "green", Result.CHANGED: "yellow", Result.SAME: "dim", Result.REFUSED: "red"}

app = typer.Typer(help="Bring in data from files.", no_args_is_help=True)


class Form(StrEnum):
    """How the report is printed."""

    TABLE = "table"
    JSON = "json"


@app.callback()
def _group() -> None:
    """Bring in data from files."""


def _province(value: str) -> str:
    found = CHECKS["province"].find(value)
    if found is None:
        raise typer.BadParameter(CHECKS["province"].message(value))
    return found


@app.command()
def duo(
    files: Annotated[list[Path], typer.Argument(help="Address files of DUO, for mbo or higher education.")],
    province: Annotated[
        list[str] | None, typer.Option(parser=_province, help="Only this province, e.g. NL-GR or Groningen.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="What the files are, if they do not show it.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report, and write nothing.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Write nothing when a row is refused.")] = False,
    form: Annotated[Form, typer.Option("--format", help="How to print the report.")] = Form.TABLE,
    database: Annotated[
        str | None, typer.Option(help="sqlite:///file or postgresql://…; else SCHAKEL_DATABASE_URL.")
    ] = None,
) -> None:
    """Take over institutions from the address files that DUO publishes.

    Running it twice changes nothing the second time. Exit code 1: rows were refused, the rest was
    done (with --strict: nothing was); 2: nothing was done.
    """
    options = Options(frozenset(province or ()), kind, is_dry_run=dry_run, is_strict=strict)
    try:
        settings = load_settings(**({"database_url": database} if database else {}))
        report = asyncio.run(_import(files, options, settings))
    except (SchakelError, SettingsError) as error:
        Console(stderr=True, soft_wrap=True).print(str(error), style="red", markup=False, highlight=False)
        raise typer.Exit(NOTHING_DONE) from None
    _print(report, form)
    if report.count(Result.REFUSED):
        raise typer.Exit(ROWS_REFUSED)


async def _import(files: list[Path], options: Options, settings: Settings) -> Report:
    database = await Database.open(settings, MODEL_MODULES)
    try:
        if problems := await database.ready():
            raise Unavailable(" ".join(problems))
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        console = Console(stderr=True)
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
            task = bar.add_task("Rows", total=None)
            return await import_files(
                database,
                files,
                options,
                dt.datetime.now(dt.UTC),
                lambda done, total: bar.update(task, completed=done, total=total),
            )
    finally:
        await database.close()


def _print(report: Report, form: Form) -> None:
    if form is Form.JSON:
        typer.echo(orjson.dumps(report.as_json(), option=orjson.OPT_INDENT_2))
        return
    console = Console(soft_wrap=True, highlight=False)
    styles = [COLOURS[row.result] for row in report.rows] + ["bold"]
    for line, style in zip(report.lines(), styles, strict=True):
        console.print(line, style=style, markup=False, emoji=False)
