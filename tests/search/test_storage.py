"""What is kept for search: filled when upgraded, whichever way a row is written, and not lost by maintenance."""

import asyncio
import importlib

import pytest
from schakel_server.app import the_graph
from schakel_server.declare.searched import terms_of_row
from schakel_server.domain import MODEL_MODULES
from schakel_server.domain.offers.models import Offer
from schakel_server.domain.offers.values import OfferKind
from schakel_server.settings import Settings
from schakel_server.storage.database import Database
from schakel_server.storage.migrate import migrate, on_disk
from schakel_server.storage.search_tables import WORDS
from schakel_server.storage.tsvector import decode, encode
from tortoise import Tortoise

from tests.contract.asking import Graph
from tests.engine.conftest import opened, prepare
from tests.factories import make_offer
from tests.search.asking import found
from tests.search.judging import outcomes

NAME = "0008_search"
TABLES = [item.table for item in the_graph()[0].nodes() if item.searched()]


def undoing(dialect: str) -> list[str]:
    """The statements that bring a database back to the version before search."""
    if dialect == "postgresql":
        drops = [f"DROP FUNCTION note_{WORDS}s CASCADE"]
    else:
        triggers = ("search_new", "search_changed", "words_changed", "search_gone")
        drops = [f"DROP TRIGGER {table}_{name}" for table in TABLES for name in triggers]
        drops += [f"DROP TABLE {table}_{name}" for table in TABLES for name in ("terms", "number")]
    drops += [f"DROP TABLE {WORDS}", *(f"ALTER TABLE {table} DROP COLUMN search_terms" for table in TABLES)]
    drops.append("DROP INDEX IF EXISTS offer_by_crebos")
    return [*drops, f"DELETE FROM tortoise_migrations WHERE name >= '{NAME}'"]


async def test_an_upgrade_makes_what_is_there_findable(settings: Settings, demo_urls) -> None:
    async with opened(demo_urls[settings.dialect]) as graph:
        expected = [(outcome.query.text, outcome.found) for outcome in await outcomes(graph)]
    await prepare(settings.database_url)
    database = await Database.open(settings, MODEL_MODULES)
    async with database.transaction() as connection:
        for statement in undoing(settings.dialect):
            await connection.execute_query(statement)
    await database.close()

    applied = await migrate(settings, MODEL_MODULES)

    assert applied == [name for name in on_disk() if name >= NAME]
    async with opened(settings.database_url) as graph:
        assert [(outcome.query.text, outcome.found) for outcome in await outcomes(graph)] == expected


def test_the_migration_knows_the_columns_that_are_declared():
    migration = importlib.import_module(f"schakel_server.storage.migrations.{NAME}")

    declared = {
        item.table: {(c.column, c.search) for c in item.searched()}
        for item in the_graph()[0].nodes()
        if item.searched()
    }
    assert {
        table: {(name, letter) for name, letter, _ in columns}
        for table, columns in migration.SEARCHED.values()
    } == declared


async def test_rows_written_in_bulk_have_the_terms_that_a_model_would_give(demo_urls):
    async with opened(demo_urls["sqlite"]):
        for name in ("Offer", "Organisation", "Theme", "Course"):
            for row in await Tortoise.apps["schakel"][name].all():
                assert row.search_terms == terms_of_row(row)


async def test_vacuum_and_deletes_leave_rows_findable(database: Database) -> None:
    graph = Graph(database)
    async with database.transaction():
        offers = [await make_offer(kind=OfferKind.JURY, title=f"Textiel {n}") for n in range(6)]
    async with database.transaction():
        for offer in offers[:3]:
            await offer.delete()
    if database.dialect == "sqlite":
        async with Offer._meta.db.acquire_connection() as connection:
            await connection.execute("VACUUM")
    async with database.transaction():
        offers[4].title = {"nl": "Waterstof"}
        await offers[4].save()

    assert await found(graph, "offers", "textiel") == ["Textiel 5", "Textiel 3"]
    assert await found(graph, "offers", "waterstof") == ["Waterstof"]


async def test_every_searched_table_has_what_search_needs(database: Database) -> None:
    if database.dialect == "sqlite":
        sql = "SELECT group_concat(name, ' ') FROM sqlite_master WHERE type = 'trigger'"
        kinds = ("search_new", "search_changed", "words_changed", "search_gone")
    else:
        sql = "SELECT string_agg(tgname, ' ') FROM pg_trigger WHERE NOT tgisinternal"
        kinds = ("words_of_new", "words_of_changed")

    row = await database.fetch_row(sql)

    assert row is not None
    names = row[0].decode() if isinstance(row[0], bytes) else row[0]
    assert set(names.split()) >= {f"{table}_{kind}" for table in TABLES for kind in kinds}


async def test_writers_that_note_the_same_words_do_not_wait_for_each_other(database: Database) -> None:
    ready = [asyncio.Event(), asyncio.Event()]

    async def write(own: int, words: tuple[str, str]) -> None:
        async with database.transaction():
            await make_offer(kind=OfferKind.JURY, title=words[0])
            ready[own].set()
            if database.dialect == "postgresql":  # on SQLite there is one writer at a time
                await ready[1 - own].wait()
            await make_offer(kind=OfferKind.JURY, title=words[1])

    async with asyncio.timeout(20):
        await asyncio.gather(write(0, ("alfawoord", "betawoord")), write(1, ("betawoord", "alfawoord")))

    row = await database.fetch_row(
        f"SELECT count(DISTINCT word) FROM {WORDS} WHERE word IN ('alfawoord', 'betawoord')"
    )
    assert row is not None
    assert row[0] == 2


@pytest.mark.parametrize("terms", ["", "afiets", "a25998 bfiets cwerkplaats", "cq43aq"])
def test_terms_go_to_a_tsvector_and_back(terms):
    assert sorted(decode(encode(terms)).split()) == sorted(terms.split())
