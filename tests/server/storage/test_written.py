"""Which tables a statement writes to, as far as its words say; a doubtful one counts for all."""

import pytest
from schakel_server.storage.written import EVERYTHING, Commits, is_reading

NOTHING: frozenset[str] = frozenset()
OFFER = frozenset({"offer"})


@pytest.mark.parametrize(
    ("statement", "tables"),
    [
        ('INSERT INTO "offer" ("id") VALUES ($1)', OFFER),
        ("insert into offer values (1)", OFFER),
        ("  \n INSERT OR IGNORE INTO offer VALUES (?)", OFFER),
        ("REPLACE INTO offer VALUES (?)", OFFER),
        ('UPDATE "offer" SET a = (SELECT b FROM theme)', OFFER),
        ("UPDATE OR REPLACE offer SET a = 1", OFFER),
        ('UPDATE public."offer" SET a = 1', OFFER),
        ('INSERT INTO "public"."offer" VALUES (1)', OFFER),
        ('DELETE FROM "theme" WHERE id = $1', frozenset({"theme", "offer_theme"})),
        ('DELETE FROM "offer"', OFFER),
        ("SELECT 1", NOTHING),
        ("SELECT * FROM offer FOR UPDATE", NOTHING),
        ("PRAGMA foreign_key_check", NOTHING),
        ("WITH a AS (SELECT 1) SELECT * FROM a", NOTHING),
        ("WITH a AS (DELETE FROM offer RETURNING id) SELECT * FROM a", EVERYTHING),
        ("TRUNCATE offer", EVERYTHING),
        ("CREATE TABLE a (b int)", EVERYTHING),
        ("ALTER TABLE offer ADD COLUMN a int", EVERYTHING),
        ("MERGE INTO offer USING theme ON true WHEN MATCHED THEN DELETE", EVERYTHING),
        ("/* a remark */ DELETE FROM offer", EVERYTHING),
        ("COPY offer FROM stdin", EVERYTHING),
        ("", EVERYTHING),
    ],
)
def test_the_tables_that_a_statement_writes_to(statement, tables):
    commits = Commits()
    commits.cascades = {"theme": frozenset({"offer_theme"})}

    assert commits.tables(statement) == tables
    assert is_reading(statement) is (tables == NOTHING)


async def test_what_follows_a_deletion_is_read_from_the_models(database):
    assert database.commits.cascades == {"shelf": frozenset({"note"})}


def test_nothing_is_told_where_nothing_was_written():
    told: list[frozenset[str]] = []
    commits = Commits()
    commits.listeners.append(told.append)

    commits.tell(set())
    commits.tell({"offer"})

    assert told == [OFFER]
