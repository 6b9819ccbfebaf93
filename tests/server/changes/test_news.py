"""Who hears of a commit: listeners in this process at once, other processes soon, and nobody of what was undone."""

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiosqlite
import asyncpg
import pytest
from schakel_server.changes.news import News
from schakel_server.domain.offers.models import Offer, OfferSlot
from schakel_server.domain.organisations.models import Organisation
from schakel_server.storage import others_sqlite
from schakel_server.storage.database import Database
from schakel_server.storage.written import EVERYTHING

from tests.factories import make, make_offer, make_organisation, make_theme

SOON_S = 10.0
OTHER_PROCESS = """
import asyncio, sys
from schakel_server.domain import MODEL_MODULES
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database
from tests.factories import make_theme

async def main():
    database = await Database.open(load_settings(database_url=sys.argv[1]), MODEL_MODULES)
    async with database.transaction():
        await make_theme()
    await database.close()

asyncio.run(main())
"""


class Heard:
    """What listeners were told."""

    def __init__(self) -> None:
        self.tables: list[frozenset[str]] = []
        self.is_heard: list[bool] = []
        self.something = asyncio.Event()

    def change(self, tables: frozenset[str]) -> None:
        self.tables.append(tables)
        self.something.set()

    def reach(self, is_heard: bool) -> None:
        self.is_heard.append(is_heard)
        self.something.set()

    async def until(self, holds: Any) -> None:
        async with asyncio.timeout(SOON_S):
            while not holds():
                self.something.clear()
                await self.something.wait()


@asynccontextmanager
async def listening(database: Database) -> AsyncIterator[Heard]:
    """News of this database, from the moment that other processes are heard too."""
    news, heard = News(database), Heard()
    news.on_change.append(heard.change)
    news.on_reach.append(heard.reach)
    news.start()
    try:
        await heard.until(lambda: heard.is_heard)
        assert heard.is_heard == [True]
        heard.tables.clear()
        yield heard
    finally:
        await news.stop()


async def run_other_process(url: str) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", OTHER_PROCESS, url, env=environment)
    assert await process.wait() == 0


async def test_a_commit_is_told_before_the_transaction_returns(database):
    async with listening(database) as heard:
        async with database.transaction():
            await make_theme()
            assert heard.tables == []

        assert heard.tables == [frozenset({"theme"})]


async def test_links_count_as_tables_of_their_own(database):
    async with database.transaction():
        offer, theme = await make_offer(), await make_theme()
    async with listening(database) as heard:
        async with database.transaction():
            await offer.themes.add(theme)

        assert heard.tables == [frozenset({"offer_theme"})]


async def test_what_goes_with_a_deleted_row_is_told_too(database):
    async with database.transaction():
        slot = await make(OfferSlot)
        await slot.offer.themes.add(await make_theme())
    async with listening(database) as heard:
        async with database.transaction():
            await Offer.filter(id=slot.offer_id).delete()

        (told,) = heard.tables
        assert await OfferSlot.all().count() == 0
        assert told >= {"offer", "offer_slot", "offer_theme"}
        assert not told & {"theme", "organisation"}


async def test_what_is_rolled_back_is_not_told(database):
    async with listening(database) as heard:
        with contextlib.suppress(ZeroDivisionError):
            async with database.transaction():
                await make_theme()
                raise ZeroDivisionError

        assert heard.tables == []


async def test_a_write_outside_a_transaction_is_told(database):
    async with listening(database) as heard:
        organisation = await make_organisation()
        organisation.name = "Firda"
        await organisation.save()
        await Organisation.filter(id=organisation.id).update(name="Noorderpoort")
        await Organisation.all().count()

        assert heard.tables == [frozenset({"organisation"})] * 3


async def test_a_cancelled_caller_whose_commit_went_through_is_told(database):
    async with listening(database) as heard:

        async def write() -> None:
            async with database.transaction():
                await make_theme()
                asyncio.get_running_loop().call_soon(task.cancel)

        task = asyncio.create_task(write())
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await heard.until(lambda: heard.tables)

        assert heard.tables == [frozenset({"theme"})]


async def test_a_statement_that_does_not_say_what_it_writes_counts_for_all(database):
    async with listening(database) as heard:
        async with database.transaction() as connection:
            await connection.execute_script("CREATE TABLE extra (id int); DELETE FROM theme")

        (told,) = heard.tables
        assert told >= EVERYTHING | {"theme"}


async def test_another_process_is_heard(database, settings):
    async with listening(database) as heard:
        await run_other_process(settings.database_url)
        await heard.until(lambda: heard.tables)

        wanted = EVERYTHING if settings.dialect == "sqlite" else frozenset({"theme"})
        assert heard.tables == [wanted]


async def test_our_own_commits_are_told_once(database, settings, monkeypatch):
    monkeypatch.setattr(others_sqlite, "LOOK_EVERY_S", 0.05)
    async with listening(database) as heard:
        async with database.transaction():
            await make_theme()
        async with database.transaction():
            await make_organisation()
        if settings.dialect == "sqlite":
            async with aiosqlite.connect(settings.sqlite_path) as other:
                await other.execute("UPDATE theme SET version = version + 1")
                await other.commit()
        else:
            other = await asyncpg.connect(settings.database_url)
            await other.execute("SELECT pg_notify('schakel_changes', 'another *')")
            await other.close()
        await heard.until(lambda: EVERYTHING in heard.tables)

        assert heard.tables == [frozenset({"theme"}), frozenset({"organisation"}), EVERYTHING]


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_a_lost_connection_is_said_and_mended(database, settings):
    async with listening(database) as heard:
        other = await asyncpg.connect(settings.database_url)
        await other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'schakel news' AND datname = current_database()"
        )
        await other.close()
        await heard.until(lambda: len(heard.is_heard) == 3)

        assert heard.is_heard == [True, False, True]
        assert heard.tables == [EVERYTHING]


async def test_a_listener_that_fails_keeps_nobody_from_committing(database, caplog):
    def broken(_: frozenset[str]) -> None:
        raise ZeroDivisionError

    database.commits.listeners.append(broken)
    async with listening(database) as heard:
        async with database.transaction():
            await make_theme()

        assert heard.tables == [frozenset({"theme"})]
    assert "a listener to commits failed" in caplog.text
