"""The questions whose cost is followed as the data grows; what this version can't answer yet is left out and said."""

import asyncio
from dataclasses import dataclass

import asyncpg

from tests.benchmarks.answers import busiest_provider
from tests.benchmarks.contenders.floor_statements import VISIBLE_NOW
from tests.benchmarks.data import TODAY
from tests.benchmarks.questions import Question, deep, embed, filtered

MATCHES = 5_000  # rows that facets count over, the same number however many offers there are
GRONINGEN = {"latitude": 53.2194, "longitude": 6.5665, "distanceKm": 25}

CARD = "nodes { id title closesAt provider { name } } pageInfo { hasNextPage endCursor }"
SEARCH_DOCUMENT = f"query Search($text: String!) {{ offers(first: 20, search: $text) {{ {CARD} }} }}"
FACETS_DOCUMENT = """
query Facets($since: DateTime!) {
  offers(first: 1, where: {createdAt: {gte: $since}}) {
    facets(fields: [KIND, LEVELS]) { field values { value count } }
  }
}
"""
RADIUS_DOCUMENT = f"query Radius($near: Near!) {{ offers(first: 20, near: $near) {{ {CARD} }} }}"
NEAREST_DOCUMENT = f"""
query Nearest($near: Near!) {{
  offers(first: 20, near: $near, orderBy: [{{field: DISTANCE}}]) {{ {CARD} edges {{ distanceKm }} }}
}}
"""
RARE_DOCUMENT = f"""
query Rare($crebo: String!) {{ offers(first: 20, where: {{crebos: {{has: $crebo}}}}) {{ {CARD} }} }}
"""
NO_CREBO = "99999"  # of no qualification: nothing matches, so that walking an order never ends early
COUNT_DOCUMENT = """
query Count { offers(first: 1, where: {kind: {eq: INTERNSHIP_BOL}}) { totalCount nodes { id } } }
"""


@dataclass(frozen=True)
class Facts:
    """What the questions need to know of a database."""

    busiest: str
    since: str
    name: str


def growth_questions(database_url: str) -> list[Question]:
    """All of them for this database."""
    facts = asyncio.run(_facts(database_url))
    return [
        embed(),
        filtered(f"{TODAY}T00:00:00Z"),
        Question("rare filter", RARE_DOCUMENT, {"crebo": NO_CREBO}),
        Question("search", SEARCH_DOCUMENT, {"text": facts.name}),
        Question("facets", FACETS_DOCUMENT, {"since": facts.since}),
        Question("radius", RADIUS_DOCUMENT, {"near": GRONINGEN}),
        Question("nearest", NEAREST_DOCUMENT, {"near": GRONINGEN}),
        deep(facts.busiest),
        Question("totalCount", COUNT_DOCUMENT),
    ]


async def _facts(database_url: str) -> Facts:
    """The busiest provider with a name to search for, and since when MATCHES offers were made."""
    busiest = await busiest_provider(database_url)
    connection = await asyncpg.connect(database_url)
    try:
        name = await connection.fetchval("SELECT name FROM organisation WHERE slug = $1", busiest)
        since = await connection.fetchval(
            f"SELECT min(created_at) FROM (SELECT created_at FROM offer o WHERE {VISIBLE_NOW.format('o')}"
            f" ORDER BY created_at DESC LIMIT {MATCHES}) newest"
        )
    finally:
        await connection.close()
    return Facts(busiest, f"{since:%Y-%m-%dT%H:%M:%SZ}", str(name))
