"""How good search is: the judged list asked of the demo, with what it does worst."""

import asyncio
import tempfile
from pathlib import Path

from tests.engine.conftest import opened, prepare
from tests.search.judging import FIRST, Outcome, means, outcomes

SHOWN = 10  # queries with the lowest figures that are named


def finding() -> str:
    """A table of the figures over all queries, and of the queries that are answered worst."""
    found = asyncio.run(_outcomes())
    precision, recall = means(found)
    worst = sorted(found, key=lambda outcome: outcome.precision + outcome.recall)[:SHOWN]
    rows = [
        f"| all {len(found)} | {precision:.2f} | {recall:.2f} |",
        *(f"| {o.query.many}: {o.query.text} | {o.precision:.2f} | {o.recall:.2f} |" for o in worst),
    ]
    return "\n".join((f"| query | precision at {FIRST} | recall |", "| --- | ---: | ---: |", *rows))


async def _outcomes() -> list[Outcome]:
    with tempfile.TemporaryDirectory(prefix="schakel-finding-") as folder:
        url = f"sqlite:///{Path(folder) / 'demo.sqlite'}"
        await prepare(url)
        async with opened(url) as graph:
            return await outcomes(graph)
