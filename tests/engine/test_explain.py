"""A plan in words, a statement laid out, and the example queries: one statement each, no large table read whole."""

import datetime as dt
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from schakel_server.access import conditions as c
from schakel_server.access.conditions import (
    EVERYTHING,
    NOTHING,
    All,
    Negation,
    OneOf,
    Related,
    equals,
    missing,
)
from schakel_server.access.viewer import ANONYMOUS
from schakel_server.domain import MODEL_MODULES
from schakel_server.domain.offers.models import Offer
from schakel_server.engine.engine import Request
from schakel_server.engine.explain import outline, words
from schakel_server.engine.plan import Operand
from schakel_server.engine.references import NOW, Reference
from schakel_server.engine.sql_layout import laid_out
from schakel_server.exchange.demo.generate import generate
from schakel_server.settings import load_settings
from schakel_server.storage.database import Database
from schakel_server.storage.database_plans import LARGE_TABLE, database_plan
from schakel_server.storage.migrate import migrate

from tests.contract.asking import Graph
from tests.databases import Postgresql, postgresql_template, sqlite_template
from tests.engine.conftest import opened, statements_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

QUERIES = sorted((Path(__file__).parents[2] / "examples" / "queries").glob("*.graphql"))
TODAY = dt.date(2026, 11, 24)
ORGANISATIONS, OFFERS = 1_100, 1_200  # more than LARGE_TABLE each
WIDE = ("facets(", "near:", "search(")  # ask for much of what this little data has, which is best read whole
COPIES = 9  # of every offer besides, so that an index is worth its while; copying is quicker than generating


async def _generate(url: str) -> None:
    settings = load_settings(database_url=url, deadline_s=120)
    await migrate(settings, MODEL_MODULES)
    database = await Database.open(settings, MODEL_MODULES)
    try:
        async with database.transaction() as connection:
            await generate(ORGANISATIONS, OFFERS, 1, lambda *_: None, TODAY)
            for statement in _copies():
                await connection.execute_script(statement)
            await connection.execute_script("ANALYZE")
    finally:
        await database.close()


def _copies() -> Iterator[str]:
    columns = sorted(Offer._meta.fields_db_projection.values())
    numbers = " UNION ALL ".join(f"SELECT {n} AS n" for n in range(COPIES))
    taken = ", ".join(f"{name} || '-' || n" if name in ("id", "slug") else name for name in columns)
    times = f"CROSS JOIN ({numbers}) numbers"
    yield f"INSERT INTO offer ({', '.join(columns)}) SELECT {taken} FROM offer {times}"
    links = f"SELECT offer_id || '-' || n, theme_id FROM offer_theme {times}"
    yield f"INSERT INTO offer_theme (offer_id, theme_id) {links}"


@pytest.fixture(scope="module")
def large_urls(postgresql: Postgresql) -> Iterator[dict[str, str]]:
    with sqlite_template(_generate) as sqlite, postgresql_template(postgresql, _generate) as other:
        yield {"sqlite": sqlite(), "postgresql": other()}


@pytest_asyncio.fixture(loop_scope="module", scope="module", params=["sqlite", "postgresql"])
async def large(large_urls: dict[str, str], request: pytest.FixtureRequest) -> AsyncIterator[Graph]:
    """The graph over a database with a few thousand rows, and statistics about them."""
    async with opened(large_urls[request.param]) as graph:
        yield graph


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
async def test_an_example_is_one_statement_and_reads_no_large_table_whole(large, path):
    beside = path.with_suffix(".variables.json")
    values = json.loads(beside.read_text("utf-8")) if beside.is_file() else {}

    text = path.read_text("utf-8").replace("totalCount\n", "\n")  # counting reads all that matches, by nature

    await large.data(text, **values)  # a first search reads which words there are
    with statements_of(large) as sent:
        await large.data(text, **values)

    ((sql, args),) = sent
    found = await database_plan(large.database, sql, args)
    assert found.lines
    if not any(word in text for word in WIDE):
        assert found.scanned == {}


async def test_a_large_table_that_is_read_whole_is_told_with_its_rows(large):
    ((count,),) = await large.database.fetch_all("SELECT count(*) FROM offer")

    found = await database_plan(large.database, "SELECT count(t1.summary_folded) FROM offer t1", [])

    assert list(found.scanned) == ["offer"]
    assert abs(found.scanned["offer"] - count) < count / 10  # PostgreSQL tells what ANALYZE estimated


async def test_a_small_table_may_be_read_whole(large):
    ((count,),) = await large.database.fetch_all("SELECT count(*) FROM theme")
    assert 0 < count < LARGE_TABLE

    found = await database_plan(large.database, "SELECT count(t1.label_folded) FROM theme t1", [])

    assert found.scanned == {}


async def test_a_plan_that_is_measured_has_real_times(large):
    found = await database_plan(large.database, "SELECT count(*) FROM theme t1", [], is_measured=True)

    assert ("actual time" in "\n".join(found.lines)) is (large.database.dialect == "postgresql")


# The plan in words

KIND, AT = c.Test("kind", "enum", "eq", Operand(Reference(("kind",)), "text")), Operand(NOW, "instant")


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (EVERYTHING, ""),
        (NOTHING, "never"),
        (KIND, "kind = $kind"),
        (All((KIND, missing("ends_on"))), "(kind = $kind and ends_on is missing)"),
        (All((KIND, EVERYTHING)), "kind = $kind"),
        (OneOf((KIND, EVERYTHING)), ""),
        (OneOf((KIND, NOTHING)), "(kind = $kind or never)"),
        (OneOf(()), "never"),
        (Negation(KIND), "not kind = $kind"),
        (Negation(EVERYTHING), "not everything"),
        (Related("themes", EVERYTHING), "some themes"),
        (Related("themes", KIND), "some themes with kind = $kind"),
        (equals("status", "PUBLISHED"), "status = PUBLISHED"),
        (c.Test("closes_at", "instant", "gte", AT), "closes_at >= now"),
        (
            c.Test("crebos", "texts", "hasAny", Operand(["25", Reference(("w", 0))], "text")),
            'crebos hasAny ["25", $w.0]',
        ),
        (c.Test("crebos", "texts", "isEmpty", True), "crebos is empty"),
    ],
)
async def test_a_condition_reads_as_a_line(condition, expected):
    assert words(condition) == expected


async def test_a_plan_reads_as_a_tree(large):
    text = """query ($after: String, $kind: OfferKind!) {
      offers(first: 5, after: $after, where: {kind: {eq: $kind}}) {
        totalCount
        nodes { title provider { name } themes { code } }
      }
      __typename
    }"""
    values = {"kind": "PROJECT", "after": None}
    operation = large.service.documents.operation(text, None)

    lines = outline(large.service.engine.compiled(operation, values, Request(ANONYMOUS)).plan, ANONYMOUS)

    assert [line for line in lines if "seen" not in line] == [
        "offers: Offer, a page (set s0)",
        "  where   kind = $kind",
        "  order   created_at descending",
        "  page    first 5",
        "  reads   title, provider_id, id",
        "  counts  all rows (text 1)",
        "  provider_id: Organisation, to one (set s2)",
        "    reads   name",
        "  themes: Theme, a list for each through offer_theme (set s3)",
        "    order   code ascending",
        "    reads   code",
        '__typename: "Query"',
    ]


# The statement laid out


async def test_a_statement_is_laid_out_by_clause_and_depth():
    sql = (
        "WITH s0 AS MATERIALIZED (SELECT a.id AS c FROM offer a WHERE a.n BETWEEN 1 AND 2 AND (a.x = 1 AND a.y = 'AND (') "
        "ORDER BY a.id LIMIT 3), s1 AS (SELECT 1) SELECT (SELECT string_agg(c, '\x02' ORDER BY c) FROM s0), NULL"
    )

    assert laid_out(sql).splitlines() == [
        "WITH s0 AS MATERIALIZED (",
        "    SELECT a.id AS c",
        "    FROM offer a",
        "    WHERE a.n BETWEEN 1 AND 2",
        "        AND (a.x = 1 AND a.y = 'AND (')",
        "    ORDER BY a.id",
        "    LIMIT 3",
        "),",
        "s1 AS (",
        "    SELECT 1",
        ")",
        "SELECT (",
        "    SELECT string_agg(c, '\\x02' ORDER BY c)",
        "    FROM s0",
        "),",
        "NULL",
    ]


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
async def test_laying_out_changes_white_space_only(large, path):
    beside = path.with_suffix(".variables.json")
    values = json.loads(beside.read_text("utf-8")) if beside.is_file() else {}
    with statements_of(large) as sent:
        await large.data(path.read_text("utf-8"), **values)

    sql = sent[0][0]

    escaped = "".join(x if x.isprintable() else x.encode("unicode_escape").decode() for x in sql)
    assert "".join(laid_out(sql).split()) == "".join(escaped.split())
