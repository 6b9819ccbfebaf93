"""kill -9 while writing: what was acknowledged is there, and a restart needs no repair."""

import asyncio
import os
import random
import sys
from pathlib import Path

import pytest
from schakel_server.settings import load_settings
from schakel_server.storage.migrate import migrate

from tests.server.storage.conftest import MIGRATIONS, MODELS, opened
from tests.server.storage.notes import Note

ROUNDS = 5
WRITING = """
import asyncio, sys
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database
from tests.server.storage.notes import Note, Shelf

async def write(database, turn, worker):
    for number in range(100_000):
        async with database.transaction():
            shelf = await Shelf.create(label="pair")
            await Note.create(text=f"{turn}/{worker}/{number}", shelf=shelf)
        print(f"{turn}/{worker}/{number}", flush=True)

async def main():
    database = await Database.open(load_settings(database_url=sys.argv[1]), ["tests.server.storage.notes"])
    await asyncio.gather(*(write(database, sys.argv[2], worker) for worker in range(4)))

asyncio.run(main())
"""


@pytest.fixture
def url(dialect: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if dialect == "sqlite":
        return f"sqlite:///{tmp_path}/killed.sqlite"
    return str(request.getfixturevalue("breakable").url)


async def write_until_killed(url: str, turn: int) -> list[str]:
    """The writes that a process acknowledged before it was killed, after some 20 to 150 of them."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        WRITING,
        url,
        str(turn),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert process.stdout is not None
    said = b""
    for _ in range(random.Random(turn).randint(20, 150)):
        said += await process.stdout.readline()
    process.kill()
    said += await process.stdout.read()
    await process.wait()
    whole_lines, _, _ = said.rpartition(b"\n")
    return whole_lines.decode().split()


async def test_no_acknowledged_write_is_lost(url: str) -> None:
    settings = load_settings(database_url=url, pool_min=1)
    await migrate(settings, MODELS, MIGRATIONS)
    acknowledged: list[str] = []

    for turn in range(ROUNDS):
        acknowledged += await write_until_killed(url, turn)

    async with opened(settings) as database:
        found = await Note.all().values_list("text", "shelf_id")
        row = await database.fetch_row("SELECT count(*) FROM shelf")
    texts = [text for text, _ in found]
    assert len(acknowledged) > ROUNDS * 20
    assert set(acknowledged) <= set(texts)
    assert len(texts) == len(set(texts))
    assert row is not None
    assert row[0] == len(found)
