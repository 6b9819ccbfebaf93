"""The parts of a run, each a function that measures something and puts it into the report."""

import asyncio
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.answers import busiest_provider, compare
from tests.benchmarks.data import postgresql_database, sqlite_database
from tests.benchmarks.finding import finding
from tests.benchmarks.growth import growth
from tests.benchmarks.hostile import hostile
from tests.benchmarks.memory import memory
from tests.benchmarks.plans import plans
from tests.benchmarks.questions import Question, deep, embed
from tests.benchmarks.questions_of_growth import growth_questions
from tests.benchmarks.race import Effort, Entry, race
from tests.benchmarks.report import Race, Report
from tests.databases import Postgresql


@dataclass
class Run:
    """What all parts share: the server, how much data, how long, and where the figures go."""

    report: Report
    server: Postgresql
    organisations: int
    offers: int
    sizes: tuple[int, ...]
    effort: Effort
    memory_requests: int

    @property
    def url(self) -> str:
        """The database that the races are on; made when it is first asked for."""
        return postgresql_database(self.server, self.organisations, self.offers)

    def race(self, name: str, title: str, entries: list[Entry]) -> None:
        """Let them race and keep the results under this name."""
        print(f"{title} …", flush=True)
        self.report.races[name] = Race(title, race(entries, self.effort))
        self.report.loads.append(os.getloadavg()[0])


def _embed(run: Run) -> None:
    title = f"Embed query: 20 offers with provider and themes, of {run.offers:,}"
    _against_peers(run, title, embed(), "/EMBED_SETS")


def _deep(run: Run) -> None:
    slug = asyncio.run(busiest_provider(run.url))
    title = f"Deep query: organisation → offers → themes → activities → organiser, of {run.offers:,} offers"
    _against_peers(run, title, deep(slug), f"/DEEP_WALKS/{slug}")


def _against_peers(run: Run, title: str, question: Question, floor_path: str) -> None:
    url = run.url
    size = compare(question, url, "floor", floor_path, ["resolvers", "postgraphile"])
    entries = [
        Entry("Schakel", "schakel", url, "/graphql", question.body),
        Entry("PostGraphile 5", "postgraphile", url, "/graphql", question.body_for_postgraphile),
        Entry("resolvers, Tortoise, data loaders", "resolvers", url, "/graphql", question.body),
        Entry("floor: own statement, text unread", "floor", url, floor_path, question.body),
        Entry(f"constant of {size:,} bytes", "constant", url, f"/{size}", question.body),
    ]
    run.race(question.name, title, entries)


def _cached(run: Run) -> None:
    """A public GET again and again; the servers warm up first, so all but the first answer are kept ones."""
    question, url = embed(), run.url
    size = compare(question, url, "floor", "/EMBED_SETS", [])
    entries = [
        Entry("Schakel, kept", "schakel", url, question.target, None),
        Entry(f"constant of {size:,} bytes", "constant", url, f"/{size}", None),
    ]
    run.race("cached", "Cached: the embed query by GET, kept for everybody", entries)


def _sqlite(run: Run) -> None:
    with tempfile.TemporaryDirectory(prefix="schakel-benchmarks-") as folder:
        kept = os.environ.get("SCHAKEL_BENCHMARK_FOLDER", folder)
        url = sqlite_database(Path(kept), run.organisations, run.offers)
        question = embed()
        size = compare(question, url, "floor-sqlite", "/EMBED", [])
        entries = [
            Entry("Schakel", "schakel", url, "/graphql", question.body),
            Entry("floor: own statement, no thread", "floor-sqlite", url, "/EMBED", question.body),
            Entry(f"constant of {size:,} bytes", "constant", url, f"/{size}", question.body),
        ]
        run.race("sqlite", f"Embed query on SQLite, of {run.offers:,} offers", entries)


def _growth(run: Run) -> None:
    databases = {size: postgresql_database(run.server, run.organisations, size) for size in run.sizes}
    questions = {size: growth_questions(url) for size, url in databases.items()}
    print("Growth …", flush=True)
    run.report.growth = growth(databases, questions, run.effort)


def _plans(run: Run) -> None:
    url = run.url
    print("Plans …", flush=True)
    run.report.plans = plans(url)


def _hostile(run: Run) -> None:
    url = run.url
    print("Hostile documents …", flush=True)
    run.report.hostile = hostile(url)


def _memory(run: Run) -> None:
    url = run.url
    print(f"Memory after {run.memory_requests:,} requests …", flush=True)
    known = [embed(), deep(asyncio.run(busiest_provider(url)))]
    run.report.memory = memory(url, known, run.memory_requests)


def _finding(run: Run) -> None:
    print("Finding …", flush=True)
    run.report.finding = finding()


PARTS: dict[str, Callable[[Run], None]] = {
    "embed": _embed,
    "deep": _deep,
    "cached": _cached,
    "sqlite": _sqlite,
    "plans": _plans,
    "hostile": _hostile,
    "memory": _memory,
    "finding": _finding,
    "growth": _growth,
}
