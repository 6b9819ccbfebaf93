"""What is measured must be the same question: answers are compared before anything is timed."""

from collections.abc import Iterator
from typing import Any

import asyncpg
import orjson

from tests.benchmarks.contenders.floor_statements import VISIBLE_NOW
from tests.benchmarks.questions import Question
from tests.benchmarks.servers import post, serving


class DifferentAnswers(Exception):
    """Two contenders did not answer alike."""


def compare(question: Question, database_url: str, floor: str, floor_path: str, peers: list[str]) -> int:
    """The size of Schakel's answer in bytes, once all peers gave the same and the floor has all of it.

    Raises:
        DifferentAnswers: a peer's JSON is another, or a text of the answer is not in that of the floor.
    """
    with serving("schakel", database_url) as url:
        body = post(f"{url}/graphql", question.body)
    ours = orjson.loads(body)
    if "errors" in ours:
        raise DifferentAnswers(f"{question.name}: schakel answers {ours['errors']}")
    for peer in peers:
        with serving(peer, database_url) as url:
            theirs = orjson.loads(post(f"{url}/graphql", question.body))
        if theirs != ours:
            raise DifferentAnswers(f"{question.name}: {peer} answers another JSON than schakel")
    with serving(floor, database_url) as url:
        text = post(url + floor_path, b"").decode()
    for leaf in _texts(ours):
        if leaf not in text:
            raise DifferentAnswers(f"{question.name}: the floor's answer lacks {leaf!r}")
    return len(body)


def _texts(value: Any, key: str = "") -> Iterator[str]:
    """Every text in the answer as JSON has it, but for cursors and moments, which have forms of their own."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key)
    elif isinstance(value, str) and not key.endswith(("Cursor", "At")):
        yield orjson.dumps(value).decode()[1:-1]


async def busiest_provider(database_url: str) -> str:
    """The slug of the organisation with the most offers that can be seen."""
    connection = await asyncpg.connect(database_url)
    try:
        slug = await connection.fetchval(
            f"SELECT p.slug FROM organisation p JOIN offer o ON o.provider_id = p.id"
            f" WHERE {VISIBLE_NOW.format('p')} AND {VISIBLE_NOW.format('o')}"
            " GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1"
        )
    finally:
        await connection.close()
    return str(slug)
