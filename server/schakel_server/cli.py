"""The command `schakel`: serve, migrate, import, demo data, schema."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from schakel_server.app import create_app, sdl
from schakel_server.domain import MODEL_MODULES
from schakel_server.errors import SchakelError
from schakel_server.exchange.cli import app as import_app
from schakel_server.exchange.demo.cli import app as demo_app
from schakel_server.settings import Settings, SettingsError, load_settings
from schakel_server.storage import migrate as migrations

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Schakel: the chain between the pearls.")
app.add_typer(import_app, name="import")
app.add_typer(demo_app, name="demo")

DatabaseOption = Annotated[
    str | None, typer.Option(help="sqlite:///file or postgresql://…; else SCHAKEL_DATABASE_URL.")
]


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    database: DatabaseOption = None,
    demo: Annotated[bool, typer.Option("--demo", help="Load the demo data if it is not there yet.")] = False,
    reload: Annotated[bool, typer.Option("--reload", help="Start again when the code changes.")] = False,
) -> None:
    """Bring the database up to date and serve the graph."""
    settings = load_settings(**_given(host=host, port=port, database_url=database, demo=demo or None))
    applied = asyncio.run(migrations.migrate(settings, MODEL_MODULES))
    if applied:
        typer.echo(f"Brought the database up to date: {', '.join(applied)}.")
    asyncio.run(_prepare(settings))
    if reload:
        uvicorn.run(
            "schakel_server.app:app_from_environment",
            factory=True,
            reload=True,
            host=settings.host,
            port=settings.port,
        )
    else:
        uvicorn.run(create_app(settings), host=settings.host, port=settings.port, log_level="warning")


@app.command()
def migrate(database: DatabaseOption = None) -> None:
    """Bring the database up to date."""
    settings = load_settings(**_given(database_url=database))
    applied = asyncio.run(migrations.migrate(settings, MODEL_MODULES))
    typer.echo(f"Applied: {', '.join(applied)}." if applied else "The database is up to date.")


@app.command("make-migration")
def make_migration(name: Annotated[str, typer.Argument(help="What changes, e.g. add_offer_photo.")]) -> None:
    """Write the migration that the declarations ask for."""
    path = asyncio.run(migrations.make_migration(name, MODEL_MODULES))
    typer.echo(f"Wrote {path}." if path else "The declarations and the migrations agree; nothing to write.")


@app.command()
def schema(
    out: Annotated[Path | None, typer.Option(help="File to write to; else it is printed.")] = None,
) -> None:
    """Print the schema of the graph, or write it to a file."""
    if out:
        out.write_text(sdl(), encoding="utf-8")
    else:
        typer.echo(sdl(), nl=False)


def _given(**options: object) -> dict[str, object]:
    return {name: value for name, value in options.items() if value is not None}


async def _prepare(settings: Settings) -> None:
    pass


def main() -> None:
    """Run the command line; what went wrong is said in one line, with exit code 1."""
    try:
        app()
    except (SettingsError, SchakelError) as problem:
        typer.echo(f"schakel: {problem}", err=True)
        sys.exit(1)
