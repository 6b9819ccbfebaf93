"""What was measured, as a table, as JSON and as a section of docs/benchmarks.md."""

import datetime as dt
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.benchmarks.data import GIB, memory_bytes
from tests.benchmarks.growth import Growth
from tests.benchmarks.race import Result

HEADINGS = ("contender", "requests/s", "slowest–quickest round", "p50 ms", "p99 ms", "Schakel is")


@dataclass
class Report:
    """The figures of one run, races by title with Schakel first."""

    command: str
    database: str
    races: dict[str, list[Result]] = field(default_factory=dict)
    growth: Growth = field(default_factory=dict)
    finding: str = ""
    loads: list[float] = field(default_factory=lambda: [os.getloadavg()[0]])
    on: dt.date = field(default_factory=lambda: dt.datetime.now(dt.UTC).date())

    def markdown(self) -> str:
        """A section with the command, the machine's size and all tables."""
        parts = [f"Measured on {self.on} with `{self.command}`: {self.machine()}."]
        for title, results in self.races.items():
            parts.append(f"### {title}\n\n{_table(HEADINGS, _race_rows(results))}")
        if self.growth:
            parts.append(f"### Growth: p50 of Schakel over one connection, in ms\n\n{self._growth_table()}")
        if self.finding:
            parts.append(
                f"### Search: how much of what comes first is wanted, and how much is found\n\n{self.finding}"
            )
        return "\n\n".join(parts) + "\n"

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
        races = {
            title: {
                result.name: {
                    "requests_per_s": [round(sample.per_second, 1) for sample in result.samples],
                    "p50_ms": [round(sample.percentile_ms(50), 3) for sample in result.samples],
                    "p99_ms": [round(sample.percentile_ms(99), 3) for sample in result.samples],
                    "schakel_ratio": round(results[0].ratio_to(result), 3),
                }
                for result in results
            }
            for title, results in self.races.items()
        }
        return {
            "on": str(self.on),
            "command": self.command,
            "machine": self.machine(),
            "races": races,
            "growth_p50_ms": self.growth,
        }

    def _growth_table(self) -> str:
        sizes = sorted({size for by_size in self.growth.values() for size in by_size})
        headings = ("question", *(f"{size:,} offers" for size in sizes), "most to least")
        rows = [
            (
                name,
                *(f"{by_size[size]:.2f}" for size in sizes),
                f"{by_size[sizes[-1]] / by_size[sizes[0]]:.2f}×",
            )
            for name, by_size in self.growth.items()
        ]
        return _table(headings, rows)


def _race_rows(results: Sequence[Result]) -> list[tuple[str, ...]]:
    rows = []
    for result in results:
        low, high = result.spread
        ratio = "" if result is results[0] else f"{results[0].ratio_to(result):.2f}×"
        latency = f"{result.latency_ms(50):.1f}", f"{result.latency_ms(99):.1f}"
        rows.append((result.name, f"{result.per_second:,.0f}", f"{low:,.0f}–{high:,.0f}", *latency, ratio))
    return rows


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
