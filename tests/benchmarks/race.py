"""One question, several contenders, rounds in alternating order."""

import statistics
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.benchmarks.cpu import DatabaseClock, process_cpu_s
from tests.benchmarks.load import Sample, run_load
from tests.benchmarks.servers import Server, running

WARM_UP_S = 3.0


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
    contender: str = ""
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

    @property
    def server_us(self) -> float:
        """Processor time of the server for each request, in microseconds."""
        return statistics.median(1e6 * s.server_s / len(s.latencies_s) for s in self.samples)

    @property
    def database_us(self) -> float:
        """Processor time of the database for each request, in microseconds; 0 within the server's process."""
        return statistics.median(1e6 * s.database_s / len(s.latencies_s) for s in self.samples)

    def ratio_to(self, other: "Result") -> float:
        """The median of how many times quicker this was than the other in the same round."""
        pairs = zip(self.samples, other.samples, strict=True)
        return statistics.median(mine.per_second / theirs.per_second for mine, theirs in pairs)


def race(entries: Sequence[Entry], effort: Effort) -> list[Result]:
    """Start all servers, warm them up, and ask each in turn, every round the other way round."""
    results = [Result(entry.name, entry.contender) for entry in entries]
    with ExitStack() as started:
        servers = [started.enter_context(running(entry.contender, entry.database_url)) for entry in entries]
        for entry, server in zip(entries, servers, strict=True):
            run_load(server.url + entry.path, entry.body, min(WARM_UP_S, effort.seconds), effort.connections)
        turns = list(zip(entries, servers, results, strict=True))
        for number in range(effort.rounds):
            for entry, server, result in turns if number % 2 == 0 else reversed(turns):
                result.samples.append(_turn(entry, server, effort))
    return results


def _turn(entry: Entry, server: Server, effort: Effort) -> Sample:
    clock, before = DatabaseClock(entry.database_url), process_cpu_s(server.pid)
    clock.start()
    sample = run_load(server.url + entry.path, entry.body, effort.seconds, effort.connections)
    sample.server_s, sample.database_s = process_cpu_s(server.pid) - before, clock.elapsed_s()
    return sample
