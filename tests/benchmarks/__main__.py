"""`python -m tests.benchmarks`: speed against peers, and what growth costs."""

import argparse
import asyncio
import os
import tempfile
from pathlib import Path

import asyncpg
import orjson

from tests.benchmarks.answers import busiest_provider, compare
from tests.benchmarks.data import TODAY, postgresql_database, sqlite_database, start_server
from tests.benchmarks.finding import finding
from tests.benchmarks.growth import growth
from tests.benchmarks.questions import Question, deep, embed, filtered
from tests.benchmarks.race import Effort, Entry, race
from tests.benchmarks.report import Report
from tests.databases import Postgresql

ORGANISATIONS = 2_000
OFFERS = 100_000
SIZES = (10_000, 100_000, 1_000_000)
PARTS = ("embed", "deep", "sqlite", "growth", "finding")
QUICK = Effort(rounds=1, seconds=2.0)
JSON_FILE = Path(__file__).parents[2] / "var" / "benchmarks.json"


def main() -> None:
    options = _options()
    offers, effort = (SIZES[0], QUICK) if options.quick else (OFFERS, Effort(options.rounds, options.seconds))
    server = start_server()
    try:
        report = Report(_command(options), asyncio.run(_version(server)))
        if "embed" in options.parts or "deep" in options.parts:
            _against_peers(report, server, offers, effort, options.parts)
        if "sqlite" in options.parts:
            _on_sqlite(report, offers, effort)
        if "growth" in options.parts:
            _growth(report, server, SIZES[:1] if options.quick else SIZES, effort)
        if "finding" in options.parts:
            report.finding = finding()
    finally:
        server.remove()
    _write(report, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help="which parts; all when none is named")
    parser.add_argument("--quick", action="store_true", help="10,000 offers and one short round")
    parser.add_argument("--rounds", type=int, default=Effort.rounds, help="rounds of each race")
    parser.add_argument("--seconds", type=float, default=Effort.seconds, help="length of one turn")
    parser.add_argument("--json", type=Path, default=JSON_FILE, help="where the figures go for machines")
    parser.add_argument(
        "--markdown", type=Path, help="put the tables into this file, below its line of dashes"
    )
    options = parser.parse_args()
    if unknown := set(options.parts).difference(PARTS):
        parser.error(f"there is no part {min(unknown)}; choose from {', '.join(PARTS)}")
    options.parts = options.parts or list(PARTS)
    return options


def _command(options: argparse.Namespace) -> str:
    """What was asked for, without where the figures were written to."""
    words = ["python -m tests.benchmarks", *(options.parts if options.parts != list(PARTS) else [])]
    words += (
        ["--quick"] if options.quick else [f"--rounds {options.rounds}", f"--seconds {options.seconds:g}"]
    )
    return " ".join(words)


async def _version(server: Postgresql) -> str:
    connection = await asyncpg.connect(server.url)
    try:
        return f"PostgreSQL {(await connection.fetchval('SHOW server_version')).split()[0]}"
    finally:
        await connection.close()


def _against_peers(report: Report, server: Postgresql, offers: int, effort: Effort, parts: list[str]) -> None:
    url = postgresql_database(server, ORGANISATIONS, offers)
    slug = asyncio.run(busiest_provider(url))
    if "embed" in parts:
        title = f"Embed query: 20 offers with provider and themes, of {offers:,}"
        _race(report, title, url, embed(), "/EMBED_SETS", effort)
    if "deep" in parts:
        title = f"Deep query: organisation → offers → themes → activities → organiser, of {offers:,} offers"
        _race(report, title, url, deep(slug), f"/DEEP_WALKS/{slug}", effort)


def _race(report: Report, title: str, url: str, question: Question, floor_path: str, effort: Effort) -> None:
    size = compare(question, url, "floor", floor_path, ["resolvers"])
    entries = [
        Entry("Schakel", "schakel", url, "/graphql", question.body),
        Entry("resolvers, Tortoise, data loaders", "resolvers", url, "/graphql", question.body),
        Entry("floor: own statement, text unread", "floor", url, floor_path, question.body),
        Entry(f"constant of {size:,} bytes", "constant", url, f"/{size}", question.body),
    ]
    _run(report, title, entries, effort)


def _on_sqlite(report: Report, offers: int, effort: Effort) -> None:
    with tempfile.TemporaryDirectory(prefix="schakel-benchmarks-") as folder:
        kept = os.environ.get("SCHAKEL_BENCHMARK_FOLDER", folder)
        url = sqlite_database(Path(kept), ORGANISATIONS, offers)
        question = embed()
        size = compare(question, url, "floor-sqlite", "/EMBED", [])
        entries = [
            Entry("Schakel", "schakel", url, "/graphql", question.body),
            Entry("floor: own statement, no thread", "floor-sqlite", url, "/EMBED", question.body),
            Entry(f"constant of {size:,} bytes", "constant", url, f"/{size}", question.body),
        ]
        _run(report, f"Embed query on SQLite, of {offers:,} offers", entries, effort)


def _run(report: Report, title: str, entries: list[Entry], effort: Effort) -> None:
    print(f"{title} …", flush=True)
    report.races[title] = race(entries, effort)
    report.loads.append(os.getloadavg()[0])


def _growth(report: Report, server: Postgresql, sizes: tuple[int, ...], effort: Effort) -> None:
    databases = {size: postgresql_database(server, ORGANISATIONS, size) for size in sizes}
    questions = {
        size: [embed(), filtered(f"{TODAY}T00:00:00Z"), deep(asyncio.run(busiest_provider(url)))]
        for size, url in databases.items()
    }
    print("Growth …", flush=True)
    report.growth = growth(databases, questions, effort)


def _write(report: Report, options: argparse.Namespace) -> None:
    text = report.markdown()
    print(f"\n{text}")
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_bytes(
        orjson.dumps(report.json(), option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS)
    )
    if options.markdown:
        head = options.markdown.read_text(encoding="utf-8").split("\n---\n")[0].rstrip()
        options.markdown.write_text(f"{head}\n\n---\n\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
