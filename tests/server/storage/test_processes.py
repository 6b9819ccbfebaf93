"""Several processes on one SQLite file, and two that migrate at once."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiosqlite
import asyncpg
import pytest
from schakel_server.settings import Settings, load_settings
from schakel_server.storage.migrate import ADVISORY_LOCK, migrate

from tests.databases import Postgresql
from tests.server.storage.conftest import MIGRATIONS, MODELS, opened
from tests.server.storage.notes import Shelf

COUNTING = """
import asyncio, sys
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database
from tests.server.storage.notes import Shelf

async def main():
    database = await Database.open(load_settings(database_url=sys.argv[1]), ["tests.server.storage.notes"])
    print("open", flush=True)
    sys.stdin.readline()
    for _ in range(60):
        async with database.transaction():
            shelf = await Shelf.get(label="shared")
            await asyncio.sleep(0)
            shelf.count += 1
            await shelf.save()
    await database.close()

asyncio.run(main())
"""
MIGRATING = """
import asyncio, sys
from schakel_server.settings import load_settings
from schakel_server.storage.migrate import migrate

settings = load_settings(database_url=sys.argv[1])
print("open", flush=True)
sys.stdin.readline()
print(asyncio.run(migrate(settings, ["tests.server.storage.notes"], "tests.server.storage.note_migrations")))
"""


async def run_together(program: str, url: str, count: int) -> list[str]:
    """What `count` processes say that begin at the same moment; each must end well."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            program,
            url,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment,
        )
        for _ in range(count)
    ]
    for process in processes:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"open\n"
    answers = await asyncio.gather(*(process.communicate(b"\n") for process in processes))
    assert [
        (process.returncode, error.decode()) for process, (_, error) in zip(processes, answers, strict=True)
    ] == [(0, "")] * count
    return [out.decode().strip() for out, _ in answers]


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_three_processes_read_then_write(settings: Settings) -> None:
    async with opened(settings):
        shelf = await Shelf.create(label="shared")

        await run_together(COUNTING, settings.database_url, 3)

        assert (await Shelf.get(id=shelf.id)).count == 180


@pytest.fixture
def empty_url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.sqlite"
        return
    server: Postgresql = request.getfixturevalue("postgresql")
    with server.empty_database() as url:
        yield url


async def test_two_processes_migrate_at_once(empty_url: str) -> None:
    said = await run_together(MIGRATING, empty_url, 3)

    assert sorted(said) == ["['0001_initial']", "[]", "[]"]
    assert await migrate(load_settings(database_url=empty_url), MODELS, MIGRATIONS) == []


async def test_migrating_waits_for_who_migrates_already(empty_url: str) -> None:
    settings = load_settings(database_url=empty_url)
    async with someone_migrating(settings):
        task = asyncio.create_task(migrate(settings, MODELS, MIGRATIONS))
        await asyncio.sleep(0.5)
        is_waiting = not task.done()

    assert await task == ["0001_initial"]
    assert is_waiting


@asynccontextmanager
async def someone_migrating(settings: Settings) -> AsyncIterator[None]:
    """The lock that a migration holds, held by hand."""
    if settings.dialect == "sqlite":
        async with aiosqlite.connect(settings.sqlite_path, isolation_level=None) as connection:
            await connection.executescript("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE")
            yield
            await connection.rollback()
        return
    held = await asyncpg.connect(settings.database_url)
    async with held.transaction():
        await held.execute(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
        yield
    await held.close()
