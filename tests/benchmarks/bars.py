"""The bars of speed that Schakel promises, each with the figure of this run, and whether it is met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tests.benchmarks.growth import Growth
from tests.benchmarks.hostile import Refused
from tests.benchmarks.memory import Reading, growth_after_half
from tests.benchmarks.race import Result

MEMORY_MIB = 200
FLAT = 1.05  # a server that holds at most so much more at the end than half-way is flat
REFUSED_MS = 100.0
GROWS = {
    "embed": 1.5,
    "filter": 1.5,
    "rare filter": 1.5,
    "radius": 1.5,
    "nearest": 1.5,
    "search": 3.0,
    "facets": 3.0,
}


@dataclass(frozen=True)
class Bar:
    """One promise: `figure` and whether it `is_met` are None where this run did not measure it."""

    promise: str
    wanted: str
    figure: str | None = None
    is_met: bool | None = None

    def row(self) -> tuple[str, str, str, str]:
        """As a row of the table of bars."""
        verdict = {True: "met", False: "**not met**", None: "not measured"}[self.is_met]
        return self.promise, self.wanted, self.figure or "", verdict


@dataclass
class Measured:
    """Everything that bars are about; races by the name of their question, results by their contender."""

    races: Mapping[str, Sequence[Result]] = field(default_factory=dict)
    growth: Growth = field(default_factory=Growth)
    hostile: Sequence[Refused] = ()
    memory: Sequence[Reading] = ()


def bars(measured: Measured) -> list[Bar]:
    """All bars, in the order of the promises."""
    return [
        _ratio(measured, "embed", "postgraphile", 2.5, "embed against PostGraphile 5"),
        _tail(measured),
        _ratio(measured, "embed", "resolvers", 12, "embed against resolvers and data loaders"),
        _ratio(measured, "embed", "floor", 0.75, "embed against the floor"),
        _ratio(measured, "deep", "postgraphile", 2, "deep against PostGraphile 5"),
        _ratio(measured, "cached", "constant", 0.8, "a cached GET against constant bytes"),
        *_growths(measured.growth),
        *_hostile(measured.hostile),
        *_memory(list(measured.memory)),
    ]


def _found(measured: Measured, race: str, contender: str) -> tuple[Result, Result] | None:
    results = {result.contender: result for result in measured.races.get(race, ())}
    if "schakel" in results and contender in results:
        return results["schakel"], results[contender]
    return None


def _ratio(measured: Measured, race: str, contender: str, least: float, promise: str) -> Bar:
    bar = Bar(promise, f"≥ {least:g}×")
    if not (pair := _found(measured, race, contender)):
        return bar
    ratio = pair[0].ratio_to(pair[1])
    return Bar(bar.promise, bar.wanted, f"{ratio:.2f}×", ratio >= least)


def _tail(measured: Measured) -> Bar:
    bar = Bar("its p99 against PostGraphile 5", "lower")
    if not (pair := _found(measured, "embed", "postgraphile")):
        return bar
    ours, theirs = pair[0].latency_ms(99), pair[1].latency_ms(99)
    return Bar(bar.promise, bar.wanted, f"{ours:.1f} ms, theirs {theirs:.1f} ms", ours < theirs)


def _growths(growth: Growth) -> Iterator[Bar]:
    for name, most in GROWS.items():
        ratio = growth.ratio(name)
        promise, wanted = f"growth of {name}, most offers to least", f"≤ {most:g}×"
        if ratio is None:
            yield Bar(promise, wanted, growth.left_out.get(name))
        else:
            yield Bar(promise, wanted, f"{ratio:.2f}×", ratio <= most)


def _hostile(refused: Sequence[Refused]) -> Iterator[Bar]:
    bar = Bar("the slowest of all hostile documents", f"< {REFUSED_MS:g} ms")
    if not refused:
        yield bar
        return
    worst = max(refused, key=lambda item: item.slowest_ms)
    figure = f"{worst.slowest_ms:.0f} ms ({worst.name})"
    yield Bar(bar.promise, bar.wanted, figure, worst.slowest_ms < REFUSED_MS)


def _memory(readings: list[Reading]) -> Iterator[Bar]:
    promise = "memory of a server after mixed requests"
    if not readings:
        yield Bar(promise, f"< {MEMORY_MIB} MiB, and flat")
        return
    most, grown = max(reading.mib for reading in readings), growth_after_half(readings)
    yield Bar(
        f"{promise}, {readings[-1].requests:,}", f"< {MEMORY_MIB} MiB", f"{most:.0f} MiB", most < MEMORY_MIB
    )
    yield Bar("the same at the end against half-way", f"≤ {FLAT:g}×", f"{grown:.2f}×", grown <= FLAT)
