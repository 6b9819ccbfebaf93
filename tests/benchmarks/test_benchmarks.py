"""The arithmetic of the benchmarks: ratios, bars, and what could not be measured."""

from itertools import islice

import orjson
import pytest

from tests.benchmarks.bars import Bar, Measured, bars
from tests.benchmarks.growth import OVER_THE_DEADLINE_MS, Growth
from tests.benchmarks.hostile import DOCUMENTS, Refused
from tests.benchmarks.load import Sample
from tests.benchmarks.memory import Reading, _mixed
from tests.benchmarks.race import Result


def result(contender: str, *per_second: int, latency_s: float = 0.001) -> Result:
    return Result(contender, contender, [Sample(1.0, [latency_s] * count) for count in per_second])


def bar_of(measured: Measured, promise: str) -> Bar:
    (found,) = [bar for bar in bars(measured) if bar.promise.startswith(promise)]
    return found


def test_a_ratio_is_of_the_same_round_and_the_median_of_all():
    ours, theirs = result("schakel", 100, 200, 900), result("floor", 100, 100, 100)

    assert ours.ratio_to(theirs) == 2.0


@pytest.mark.parametrize(("ours", "is_met"), [(250, True), (249, False)])
def test_a_bar_is_met_from_its_figure_on(ours, is_met):
    measured = Measured({"embed": [result("schakel", ours), result("postgraphile", 100)]})

    assert bar_of(measured, "embed against PostGraphile 5").is_met is is_met


def test_a_tail_must_be_lower():
    slow, quick = result("schakel", 10, latency_s=0.002), result("postgraphile", 10, latency_s=0.001)

    assert bar_of(Measured({"embed": [slow, quick]}), "its p99").is_met is False


def test_what_was_not_measured_is_neither_met_nor_not():
    assert {bar.is_met for bar in bars(Measured())} == {None}


def test_growth_past_the_deadline_is_not_met():
    growth = Growth({"radius": {10: 1.0, 100: OVER_THE_DEADLINE_MS}, "embed": {10: 1.0, 100: 1.5}})

    assert bar_of(Measured(growth=growth), "growth of radius").is_met is False
    assert bar_of(Measured(growth=growth), "growth of embed").is_met is True


def test_a_question_that_was_left_out_says_why():
    bar = bar_of(Measured(growth=Growth(left_out={"search": "this version …"})), "growth of search")

    assert (bar.figure, bar.is_met) == ("this version …", None)


def test_the_slowest_hostile_document_counts():
    refused = [Refused("a", 200, "X", 20, 1), Refused("b", 200, "X", 120, 1)]

    bar = bar_of(Measured(hostile=refused), "the slowest")

    assert (bar.figure, bar.is_met) == ("120 ms (b)", False)


@pytest.mark.parametrize(
    ("readings", "verdicts"), [((90, 100, 104), [True, True]), ((90, 190, 210), [False, False])]
)
def test_memory_must_be_low_and_flat(readings, verdicts):
    memory = [Reading(number, mib) for number, mib in enumerate(readings)]

    found = [
        bar.is_met
        for bar in bars(Measured(memory=memory))
        if "memory" in bar.promise or "half-way" in bar.promise
    ]

    assert found == verdicts


def test_hostile_documents_are_never_the_same_text():
    for make in DOCUMENTS.values():
        assert make(1) != make(2)


def test_mixed_requests_are_half_known_ones_and_else_new():
    bodies = list(islice(_mixed([b'{"query": "known"}']), 100))

    assert bodies.count(b'{"query": "known"}') == 50
    assert len(set(bodies)) == 51
    assert all("query" in orjson.loads(body) for body in bodies)
