"""The command `schakel`: serve, migrate, import, demo data, explain, schema."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
import logging
import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from schakel_server.app import create_app, sdl, the_graph
from schakel_server.cli_explain import app as explain_app
from schakel_server.domain import MODEL_MODULES
from schakel_server.domain.organisations.models import Organisation
from schakel_server.engine.documents import Documents
from schakel_server.errors import SchakelError
from schakel_server.exchange.cli import app as import_app
from schakel_server.exchange.demo.cli import app as demo_app
from schakel_server.exchange.demo.load import load_demo
from schakel_server.graph.stored_file import read_documents, write_documents
from schakel_server.settings import Settings, SettingsError, load_settings
from schakel_server.storage import migrate as migrations
from schakel_server.storage.database import Database

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Schakel: the chain between the pearls.")
app.add_typer(import_app, name="import")
app.add_typer(demo_app, name="demo")
documents_app = typer.Typer(no_args_is_help=True, help="Stored documents: what callers ask for by its hash.")
app.add_typer(documents_app, name="documents")
app.add_typer(explain_app)

WELCOME = """
Schakel is at   {address}
GraphiQL is at  {address}/graphql

Try, for example:
  curl {address}/graphql -H 'Content-Type: application/json' \\
    -d '{{"query": "{{ offers(first: 3) {{ nodes {{ title provider {{ name }} }} }} }}"}}'

Stop with Ctrl+C.
"""
EMPTY = """The database is empty. To fill it, stop and run one of:
  schakel serve --demo           the demo data
  schakel import duo FILE…       schools, from DUO's address files"""

TOLD = {"Organisation": "organisations", "Offer": "offers", "Activity": "activities", "Resource": "resources"}

DatabaseOption = Annotated[
    str | None, typer.Option(help="sqlite:///file or postgresql://…; else SCHAKEL_DATABASE_URL.")
]


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; 127.0.0.1 unless set.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 8000 unless set.")] = None,
    database: DatabaseOption = None,
    demo: Annotated[bool, typer.Option("--demo", help="Load the demo data if it is not there yet.")] = False,
    reload: Annotated[bool, typer.Option("--reload", help="Start again when the code changes.")] = False,
) -> None:
    """Bring the database up to date and serve the graph."""
    settings = load_settings(**_given(host=host, port=port, database_url=database, demo=demo or None))
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    applied = asyncio.run(migrations.migrate(settings, MODEL_MODULES))
    if applied:
        typer.echo(f"Brought the database up to date: {', '.join(applied)}.")
    typer.echo(asyncio.run(_filled(settings)))
    if reload:
        _serve_again_and_again(settings)
        return
    application = create_app(settings)
    gc.collect()
    gc.freeze()  # the schema and the code stay; the collector need not walk them at every turn
    config = uvicorn.Config(
        application,
        settings.host,
        settings.port,
        log_level="warning",
        access_log=False,
        proxy_headers=False,  # graph/callers.py reads them, as the settings say
    )
    Server(config).run()


class Server(uvicorn.Server):
    """A server that says where it is once it is there."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            typer.echo(WELCOME.format(address=f"http://{self.config.host}:{self.config.port}"))


def _serve_again_and_again(settings: Settings) -> None:
    """Serve in a child that starts anew when the code changes; it reads its settings from the environment."""
    for name, value in settings.model_dump(include={"database_url", "demo"}).items():
        os.environ[f"SCHAKEL_{name.upper()}"] = str(value)
    typer.echo(WELCOME.format(address=f"http://{settings.host}:{settings.port}"))
    uvicorn.run(
        "schakel_server.app:app_from_environment",
        factory=True,
        reload=True,
        reload_dirs=[str(Path(__file__).parent)],
        host=settings.host,
        port=settings.port,
        log_level="warning",
        proxy_headers=False,
    )


async def _filled(settings: Settings) -> str:
    """Load the demo data where that is asked for, and say what is there."""
    database = await Database.open(settings, MODEL_MODULES)
    try:
        if settings.demo:
            async with database.transaction():
                counts = await load_demo(dt.datetime.now(dt.UTC).date())
            told = ", ".join(f"{counts[name]} {words}" for name, words in TOLD.items() if name in counts)
            return (
                f"Demo data loaded: {told}, and more." if counts else "The demo data is there; it was kept."
            )
        is_empty = not await Organisation.exists()
        return EMPTY if is_empty else "The database has organisations; the demo data was not asked for."
    finally:
        await database.close()


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


@documents_app.command("add")
def add_documents(
    files: Annotated[list[Path], typer.Argument(help="Files with a GraphQL document each.")],
) -> None:
    """Check documents against the schema and store them, so that they can be asked for by their SHA-256."""
    path, texts = load_settings().documents, {file: _text_of(file) for file in files}
    kept, faults = Documents(the_graph()[1]._schema), []
    for file, text in texts.items():
        faults += [f"{file}: {fault}" for fault in kept.faults(text)]
    if faults:
        raise SettingsError("nothing was stored:\n" + "\n".join(faults))
    for identifier in write_documents(path, read_documents(path), texts.values()):
        typer.echo(f"/graphql?documentId=sha256:{identifier}")


@documents_app.command("list")
def list_documents() -> None:
    """Print the stored documents: id, operations, and what no longer fits the schema."""
    kept = Documents(the_graph()[1]._schema)
    for identifier, text in read_documents(load_settings().documents).items():
        faults = kept.faults(text)
        told = f"does not fit the schema: {faults[0]}" if faults else ", ".join(kept.names(text))
        typer.echo(f"{identifier}  {told}")


def _text_of(file: Path) -> str:
    try:
        return file.read_bytes().decode()
    except OSError as error:
        raise SettingsError(f"{file}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{file} is not text in UTF-8") from None


def _given(**options: object) -> dict[str, object]:
    return {name: value for name, value in options.items() if value is not None}


def main() -> None:
    """Run the command line; what went wrong is said in one line, with exit code 1."""
    try:
        app()
    except (SettingsError, SchakelError) as problem:
        typer.echo(f"schakel: {problem}", err=True)
        sys.exit(1)
