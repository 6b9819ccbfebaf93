"""The judged list as a floor: how much of what is found first is wanted, and how much of what is wanted is found."""

import pytest

from tests.engine.conftest import opened
from tests.search.judging import judged, means, outcomes

PRECISION_FLOOR = 0.90  # mean precision at five; 0.92 when the list was made
RECALL_FLOOR = 0.92  # mean recall; 0.95 when the list was made


def test_the_list_is_long_enough_and_asks_nothing_twice():
    asked = [(query.many, query.text) for query in judged()]

    assert len(asked) >= 60
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
async def test_search_finds_what_was_judged_to_be_wanted(demo_urls, dialect):
    async with opened(demo_urls[dialect]) as graph:
        found = await outcomes(graph)

    precision, recall = means(found)
    assert precision >= PRECISION_FLOOR
    assert recall >= RECALL_FLOOR


async def test_both_databases_find_the_same_in_the_same_order(demo_urls):
    answers = {}
    for dialect, url in demo_urls.items():
        async with opened(url) as graph:
            answers[dialect] = {(o.query.many, o.query.text): o.found for o in await outcomes(graph)}

    assert answers["sqlite"] == answers["postgresql"]
