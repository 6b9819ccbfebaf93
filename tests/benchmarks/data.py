"""The databases that are measured: migrated, filled by the project's own generator, made once per server."""

import asyncio
import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
from schakel_server.domain import MODEL_MODULES
from schakel_server.exchange.demo.generate import generate
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database
from schakel_server.storage.migrate import migrate

from tests.databases import Postgresql, start_postgresql

TODAY = dt.date(2026, 11, 24)  # from which the generator counts; answers don't change from day to day
SEED = 1
GIB = 2**30
# A quarter of the memory for PostgreSQL is what its manual advises; the rest is for quick loading.
SERVER_OPTIONS = {
    "max_wal_size": "8GB",
    "maintenance_work_mem": "512MB",
    "random_page_cost": "1.1",
    "autovacuum": "off",  # no work of its own while it is measured; it is vacuumed after loading
}


def memory_bytes() -> int:
    """The memory of this machine."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def start_server() -> Postgresql:
    """The PostgreSQL server to measure on."""
    megabytes = max(128, min(memory_bytes() // 4, 4 * GIB) // 2**20)
    return start_postgresql(shared_buffers=f"{megabytes}MB", **SERVER_OPTIONS)


def postgresql_database(server: Postgresql, organisations: int, offers: int) -> str:
    """The address of a filled database; one that this server has already is used again."""
    name = f"schakel_bench_{organisations}_{offers}"
    url = server.url_of(name)
    asyncio.run(_fill_postgresql(server.url, url, name, organisations, offers))
    asyncio.run(migrate(load_settings(database_url=url), MODEL_MODULES))
    return url


def sqlite_database(folder: Path, organisations: int, offers: int) -> str:
    """The same as a file in this folder."""
    path = folder / f"schakel_bench_{organisations}_{offers}.sqlite"
    url = f"sqlite:///{path}"
    if not path.exists():
        asyncio.run(_fill(url, organisations, offers))
    asyncio.run(migrate(load_settings(database_url=url), MODEL_MODULES))
    return url


async def _fill_postgresql(server_url: str, url: str, name: str, organisations: int, offers: int) -> None:
    connection = await asyncpg.connect(server_url)
    try:
        if await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            return
        making = f"{name}_making"
        await connection.execute(f"DROP DATABASE IF EXISTS {making}")
        await connection.execute(f"CREATE DATABASE {making}")
        making_url = urlunsplit(urlsplit(url)._replace(path=f"/{making}"))
        await _fill(making_url, organisations, offers)
        await _settle(making_url)
        await connection.execute(f"ALTER DATABASE {making} RENAME TO {name}")
    finally:
        await connection.close()


async def _fill(url: str, organisations: int, offers: int) -> None:
    settings = load_settings(database_url=url, deadline_s=600)
    await migrate(settings, MODEL_MODULES)
    database = await Database.open(settings, MODEL_MODULES)
    try:
        async with database.transaction():
            await generate(organisations, offers, SEED, _printer(), TODAY)
    finally:
        await database.close()


async def _settle(url: str) -> None:
    """Leave nothing for the server to do while it is measured."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute("VACUUM (ANALYZE)", timeout=900)
        await connection.execute("CHECKPOINT", timeout=900)
    finally:
        await connection.close()


def _printer() -> Callable[[str, int, int], None]:
    said: dict[str, int] = {}

    def progress(name: str, done: int, total: int) -> None:
        tenth = 10 * done // max(total, 1)
        if said.get(name) != tenth:
            said[name] = tenth
            print(f"  {name}: {done:,} of {total:,}", flush=True)

    return progress
