"""What is measured must be the same question: answers are compared before anything is timed."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

import asyncpg
import orjson

from tests.benchmarks.contenders.floor_statements import VISIBLE_NOW
from tests.benchmarks.questions import Question
from tests.benchmarks.servers import post, serving


class DifferentAnswers(Exception):
    """Two contenders did not answer alike."""


def compare(question: Question, database_url: str, floor: str, floor_path: str, peers: Sequence[str]) -> int:
    """The size of Schakel's answer in bytes, once all peers gave the same and the floor has all of it.

    Raises:
        DifferentAnswers: a peer answers other texts, or in another order, or the floor lacks one.
    """
    body = _answer("schakel", database_url, "/graphql", question.body)
    ours = orjson.loads(body)
    if "errors" in ours:
        raise DifferentAnswers(f"{question.name}: schakel answers {ours['errors']}")
    ours = {"data": ours["data"]}  # what it tells of the cost besides, the others don't have
    if "resolvers" in peers:
        theirs = orjson.loads(_answer("resolvers", database_url, "/graphql", question.body))
        if theirs != ours:
            raise DifferentAnswers(f"{question.name}: resolvers answer another JSON than schakel")
    if "postgraphile" in peers:  # it has names, cursors and moments of its own
        answer = _answer("postgraphile", database_url, "/graphql", question.body_for_postgraphile)
        _same_texts(question.name, ours, orjson.loads(answer))
    text = _answer(floor, database_url, floor_path, b"").decode()
    for leaf in _texts(ours):
        if leaf not in text:
            raise DifferentAnswers(f"{question.name}: the floor's answer lacks {leaf!r}")
    return len(body)


def _answer(contender: str, database_url: str, path: str, body: bytes) -> bytes:
    with serving(contender, database_url) as url:
        return post(url + path, body)


def _same_texts(name: str, ours: Any, theirs: Any) -> None:
    pairs = zip_longest(_texts(ours), _texts(theirs))
    for mine, other in pairs:
        if mine != other:
            raise DifferentAnswers(f"{name}: postgraphile answers {other!r} where schakel answers {mine!r}")


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
