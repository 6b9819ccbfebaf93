"""As much made-up data as one likes: skewed as real data is, and the same for the same seed and day."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

from tortoise.backends.base.client import BaseDBAsyncClient

from schakel_server.domain.activities.models import Activity
from schakel_server.domain.education.models import Course, Programme
from schakel_server.domain.knowledge.models import Resource
from schakel_server.domain.offers.models import Offer
from schakel_server.domain.organisations.models import Organisation
from schakel_server.exchange.demo.identity import numbered_id
from schakel_server.exchange.demo.load import load_demo
from schakel_server.exchange.demo.making import Maker
from schakel_server.exchange.demo.making_others import make_activities, make_resources, make_schooling
from schakel_server.exchange.demo.rows import Counts, Rows, analyse

Progress: TypeAlias = Callable[[str, int, int], None]

BATCH = 1000  # nodes whose rows are in memory at once, with their parts and links some 8,000 rows
OFFERS_PER_ACTIVITY = 50
OFFERS_PER_RESOURCE = 40


async def generate(organisations: int, offers: int, seed: int, progress: Progress, today: dt.date) -> Counts:
    """The number of rows added, by type: the demo data where it lacks, and made-up data of this size.

    Call it within a transaction. What a seed gives is made once: a second time adds nothing. Offers
    come with activities, resources, programmes and courses in proportion. `progress` is called with
    the name of a type, how many of it are there, and how many there will be.

    Raises:
        ValueError: offers are wanted without organisations.
    """
    if offers and not organisations:
        raise ValueError("offers need organisations that make them; ask for one at least")
    counts = Counter(await load_demo(today))
    if await Organisation.exists(id=numbered_id(Organisation.prefix, seed, 0)):
        return dict(counts)
    maker = Maker(seed, today)
    await maker.learn()
    steps: tuple[tuple[Any, int, Iterator[None]], ...] = (
        (Organisation, organisations, maker.make_organisations(organisations)),
        (Programme, 0, make_schooling(maker, Programme)),
        (Course, 0, make_schooling(maker, Course)),
        (Offer, offers, maker.make_offers(offers)),
        (Activity, offers // OFFERS_PER_ACTIVITY, make_activities(maker, offers // OFFERS_PER_ACTIVITY)),
        (Resource, offers // OFFERS_PER_RESOURCE, make_resources(maker, offers // OFFERS_PER_RESOURCE)),
    )
    client = Offer._meta.db
    for model, total, made in steps:
        report = partial(_report, progress, model.__name__, total)
        await _write_in_batches(maker.rows, client, made, report)
    await analyse(client)
    return dict(counts + maker.rows.counts)


def _report(progress: Progress, name: str, total: int, done: int) -> None:
    progress(name, done, max(total, done))


async def _write_in_batches(
    rows: Rows, client: BaseDBAsyncClient, made: Iterator[None], report: Callable[[int], None]
) -> None:
    """Make all, in a thread of its own, while the database writes the batch before."""
    done = 0
    writing: asyncio.Task[None] | None = None
    try:
        while count := await asyncio.to_thread(_advance, made):
            batch = rows.take()
            if writing is not None:
                await writing
            writing = asyncio.create_task(batch.write(client))
            done += count
            report(done)
    finally:
        if writing is not None:
            await writing


def _advance(made: Iterator[None]) -> int:
    """Let at most one batch be made; the number of nodes, 0 when all were made."""
    return sum(1 for _ in islice(made, BATCH))
