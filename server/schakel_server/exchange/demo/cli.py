"""The command `schakel demo`: load the demo data, or as much made-up data as one likes."""

import asyncio
import datetime as dt
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from schakel_server.domain import MODEL_MODULES
from schakel_server.exchange.demo.generate import generate
from schakel_server.exchange.demo.load import load_demo
from schakel_server.exchange.demo.places import DUTCH_TIME
from schakel_server.exchange.demo.rows import Counts
from schakel_server.settings import Settings, load_settings
from schakel_server.storage.database import Database
from schakel_server.storage.migrate import migrate

app = typer.Typer(no_args_is_help=True, help="Demo data: real schools, made-up companies around them.")


@app.callback()
def demo() -> None:
    """Demo data: real schools, made-up companies around them."""


@app.command()
def load(
    organisations: Annotated[int, typer.Option(min=0, help="Made-up organisations besides.")] = 0,
    offers: Annotated[int, typer.Option(min=0, help="Made-up offers besides.")] = 0,
    seed: Annotated[int, typer.Option(min=0, help="The same number gives the same data.")] = 1,
    database: Annotated[
        str | None, typer.Option(help="sqlite:///file or postgresql://…; else SCHAKEL_DATABASE_URL.")
    ] = None,
) -> None:
    """Load the demo data if it is not there yet; with numbers, made-up data of that size besides."""
    if offers and not organisations:
        raise typer.BadParameter("offers need organisations; add for example --organisations 100")
    settings = load_settings(**({"database_url": database} if database else {}))
    console = Console(stderr=True)
    counts = asyncio.run(_load(settings, organisations, offers, seed, console))
    if counts:
        told = ", ".join(f"{count:,} {name}" for name, count in counts.items())
        typer.echo(f"Added: {told}.")
    else:
        typer.echo("It is all there already; nothing was added.")


async def _load(settings: Settings, organisations: int, offers: int, seed: int, console: Console) -> Counts:
    await migrate(settings, MODEL_MODULES)
    today = dt.datetime.now(DUTCH_TIME).date()
    database = await Database.open(settings, MODEL_MODULES)
    try:
        async with database.transaction():
            if not organisations:
                return await load_demo(today)
            with _bar(console) as progress:
                return await generate(organisations, offers, seed, Steps(progress), today)
    finally:
        await database.close()


class Steps:
    """One line of the progress bar for each type."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._lines: dict[str, TaskID] = {}

    def __call__(self, name: str, done: int, total: int) -> None:
        if name not in self._lines:
            self._lines[name] = self._progress.add_task(name, total=total)
        self._progress.update(self._lines[name], completed=done, total=total)


def _bar(console: Console) -> Progress:
    columns = (TextColumn("{task.description:<14}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console)
