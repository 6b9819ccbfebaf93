"""`python -m tests.benchmarks`: speed against peers, what growth costs, and every bar met or not."""

import argparse
import asyncio
from pathlib import Path

import asyncpg
import orjson

from tests.benchmarks.data import start_server
from tests.benchmarks.memory import REQUESTS
from tests.benchmarks.parts import PARTS, Run
from tests.benchmarks.race import Effort
from tests.benchmarks.report import Report
from tests.databases import Postgresql

ORGANISATIONS = 2_000
OFFERS = 100_000
SIZES = (10_000, 100_000, 1_000_000)
QUICK = Effort(rounds=1, seconds=1.0)
QUICK_ORGANISATIONS = 100
QUICK_SIZES = (1_000, 2_000)
QUICK_REQUESTS = 2_000
JSON_FILE = Path(__file__).parents[2] / "var" / "benchmarks.json"


def main() -> None:
    options = _options()
    server = start_server()
    try:
        run = _run(options, server)
        for name in options.parts:
            PARTS[name](run)
    finally:
        server.remove()
    _write(run.report, options)


def _run(options: argparse.Namespace, server: Postgresql) -> Run:
    report = Report(_command(options), asyncio.run(_version(server)))
    if options.quick:
        return Run(report, server, QUICK_ORGANISATIONS, QUICK_SIZES[-1], QUICK_SIZES, QUICK, QUICK_REQUESTS)
    effort = Effort(options.rounds, options.seconds)
    return Run(report, server, ORGANISATIONS, options.offers, tuple(options.sizes), effort, REQUESTS)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"which of {', '.join(PARTS)}; all without")
    parser.add_argument("--quick", action="store_true", help="little data and one short round: does it work?")
    parser.add_argument("--rounds", type=int, default=Effort.rounds, help="rounds of each race")
    parser.add_argument("--seconds", type=float, default=Effort.seconds, help="length of one turn")
    parser.add_argument("--offers", type=int, default=OFFERS, help="how many offers the races are on")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of offers for growth")
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
    if options.quick:
        return " ".join([*words, "--quick"])
    words += [f"--rounds {options.rounds}", f"--seconds {options.seconds:g}"]
    if options.offers != OFFERS:
        words.append(f"--offers {options.offers}")
    if tuple(options.sizes) != SIZES:
        words.append(f"--sizes {' '.join(map(str, options.sizes))}")
    return " ".join(words)


async def _version(server: Postgresql) -> str:
    connection = await asyncpg.connect(server.url)
    try:
        return f"PostgreSQL {(await connection.fetchval('SHOW server_version')).split()[0]}"
    finally:
        await connection.close()


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
