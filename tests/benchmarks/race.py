"""One question, several contenders, rounds in alternating order."""

import statistics
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.benchmarks.load import Sample, run_load
from tests.benchmarks.servers import serving

WARM_UP_S = 2.0


@dataclass(frozen=True)
class Effort:
    """How long to measure."""

    rounds: int = 5
    seconds: float = 6.0
    connections: int = 8


@dataclass(frozen=True)
class Entry:
    """A contender in one race: which server, on which database, at which path, asked with what.

    Without a body it is asked with GET.
    """

    name: str
    contender: str
    database_url: str
    path: str
    body: bytes | None


@dataclass
class Result:
    """All rounds of one entry."""

    name: str
    samples: list[Sample] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return statistics.median(sample.per_second for sample in self.samples)

    @property
    def spread(self) -> tuple[float, float]:
        """Requests a second in the slowest and the quickest round."""
        found = [sample.per_second for sample in self.samples]
        return min(found), max(found)

    def latency_ms(self, percent: int) -> float:
        return statistics.median(sample.percentile_ms(percent) for sample in self.samples)

    def ratio_to(self, other: "Result") -> float:
        """The median of how many times quicker this was than the other in the same round."""
        pairs = zip(self.samples, other.samples, strict=True)
        return statistics.median(mine.per_second / theirs.per_second for mine, theirs in pairs)


def race(entries: Sequence[Entry], effort: Effort) -> list[Result]:
    """Start all servers, warm them up, and ask each in turn, every round the other way round."""
    results = [Result(entry.name) for entry in entries]
    with ExitStack() as running:
        urls = [
            running.enter_context(serving(entry.contender, entry.database_url)) + entry.path
            for entry in entries
        ]
        for entry, url in zip(entries, urls, strict=True):
            run_load(url, entry.body, min(WARM_UP_S, effort.seconds), effort.connections)
        turns = list(zip(entries, urls, results, strict=True))
        for number in range(effort.rounds):
            for entry, url, result in turns if number % 2 == 0 else reversed(turns):
                sample = run_load(url, entry.body, effort.seconds, effort.connections)
                result.samples.append(sample)
    return results
