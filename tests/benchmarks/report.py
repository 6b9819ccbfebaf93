"""What was measured, as tables, as JSON and as a section of docs/benchmarks.md."""

import datetime as dt
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.benchmarks.bars import Bar, Measured, bars
from tests.benchmarks.data import GIB, memory_bytes
from tests.benchmarks.growth import Growth
from tests.benchmarks.hostile import Refused
from tests.benchmarks.memory import Reading
from tests.benchmarks.plans import Known
from tests.benchmarks.race import Result
from tests.benchmarks.tables import table

RACE_HEADINGS = (
    "contender",
    "requests/s",
    "slowest–quickest round",
    "p50 ms",
    "p99 ms",
    "server CPU µs",
    "database CPU µs",
    "Schakel is",
)


@dataclass
class Race:
    """One question, and how its contenders did, Schakel first."""

    title: str
    results: list[Result]


@dataclass
class Report:
    """The figures of one run; races by the name of their question."""

    command: str
    database: str
    races: dict[str, Race] = field(default_factory=dict)
    growth: Growth = field(default_factory=Growth)
    plans: list[Known] = field(default_factory=list)
    hostile: list[Refused] = field(default_factory=list)
    memory: list[Reading] = field(default_factory=list)
    finding: str = ""
    loads: list[float] = field(default_factory=lambda: [os.getloadavg()[0]])
    on: dt.date = field(default_factory=lambda: dt.datetime.now(dt.UTC).date())

    def markdown(self) -> str:
        """A section with the command, the machine's size and all tables, the bars last."""
        parts = [f"Measured on {self.on} with `{self.command}`: {self.machine()}."]
        parts += [f"### {title}\n\n{text}" for title, text in self._sections()]
        return "\n\n".join(parts) + "\n"

    def _sections(self) -> Iterator[tuple[str, str]]:
        for race in self.races.values():
            yield race.title, table(RACE_HEADINGS, _race_rows(race.results))
        if self.growth.medians_ms:
            yield "Growth: p50 of Schakel over one connection, in ms", _growth_table(self.growth)
        if self.plans:
            yield "What Python does for an embed query, without HTTP and database", _plans_table(self.plans)
        if self.hostile:
            yield "Hostile documents", _hostile_table(self.hostile)
        if self.memory:
            yield "Memory of one server process", _memory_table(self.memory)
        if self.finding:
            yield "Search: how much of what comes first is wanted, and how much is found", self.finding
        rows = [bar.row() for bar in self.bars()]
        yield "Bars", table(("promise", "bar", "figure", "met"), rows)

    def bars(self) -> list[Bar]:
        """Each promise with the figure of this run."""
        races = {name: race.results for name, race in self.races.items()}
        return bars(Measured(races, self.growth, self.hostile, self.memory))

    def machine(self) -> str:
        """Size and software, without names."""
        memory = round(memory_bytes() / GIB)
        load = f"{min(self.loads):.1f}–{max(self.loads):.1f}"
        python = platform.python_version()
        return (
            f"{os.cpu_count()} cores shared by database, server and load, {memory} GiB, {self.database}, "
            f"Python {python}; one-minute load average between races {load}"
        )

    def json(self) -> dict[str, Any]:
        """Everything, for a machine to read."""
        return {
            "on": str(self.on),
            "command": self.command,
            "machine": self.machine(),
            "races": {race.title: _race_json(race.results) for race in self.races.values()},
            "growth_p50_ms": self.growth.medians_ms,
            "plans": [asdict(item) for item in self.plans],
            "hostile": [asdict(item) for item in self.hostile],
            "memory": [asdict(item) for item in self.memory],
            "bars": [asdict(bar) for bar in self.bars()],
        }


def _race_rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    rows = []
    for result in results:
        low, high = result.spread
        ratio = "" if result is results[0] else f"{results[0].ratio_to(result):.2f}×"
        latency = f"{result.latency_ms(50):.1f}", f"{result.latency_ms(99):.1f}"
        cpu = f"{result.server_us:,.0f}", f"{result.database_us:,.0f}" if result.database_us else ""
        rows.append(
            (result.name, f"{result.per_second:,.0f}", f"{low:,.0f}–{high:,.0f}", *latency, *cpu, ratio)
        )
    return rows


def _race_json(results: Sequence[Result]) -> dict[str, Any]:
    return {
        result.name: {
            "requests_per_s": [round(sample.per_second, 1) for sample in result.samples],
            "p50_ms": [round(sample.percentile_ms(50), 3) for sample in result.samples],
            "p99_ms": [round(sample.percentile_ms(99), 3) for sample in result.samples],
            "server_cpu_us": round(result.server_us, 1),
            "database_cpu_us": round(result.database_us, 1),
            "schakel_ratio": round(results[0].ratio_to(result), 3),
        }
        for result in results
    }


def _growth_table(growth: Growth) -> str:
    sizes = sorted({size for by_size in growth.medians_ms.values() for size in by_size})
    headings = ("question", *(f"{size:,} offers" for size in sizes), "most to least")
    rows = []
    for name, by_size in growth.medians_ms.items():
        ratio = growth.ratio(name)
        rows.append((name, *map(_milliseconds, by_size.values()), f"{ratio:.2f}×" if ratio else ""))
    rows += [(name, why, *[""] * len(sizes)) for name, why in growth.left_out.items()]
    return table(headings, rows)


def _milliseconds(value: float) -> str:
    return "over the deadline" if value == float("inf") else f"{value:.2f}"


def _plans_table(known: Sequence[Known]) -> str:
    headings = ("the request is", "CPU µs", "requests kept: hits", "documents: hits", "plans: hits")
    rows = [
        (item.name, f"{item.us:,.0f}", *(f"{use.hit_rate:.0%}" for use in item.stores.values()))
        for item in known
    ]
    return table(headings, rows)


def _hostile_table(refused: Sequence[Refused]) -> str:
    rows = [
        (item.name, f"{item.status} {item.code}", f"{item.slowest_ms:.0f}", f"{item.cpu_ms:.0f}")
        for item in refused
    ]
    return table(("document", "answer", "slowest of five, ms", "server CPU ms"), rows)


def _memory_table(readings: Sequence[Reading]) -> str:
    headings = ("after requests", *(f"{reading.requests:,}" for reading in readings))
    return table(headings, [("MiB", *(f"{reading.mib:.0f}" for reading in readings))])
