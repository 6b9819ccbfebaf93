"""A real server with demo data, and a browser that cannot reach anything else."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

START_TIMEOUT_S = 60.0  # the first start fills the demo database
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REPORT_POLICY_VIOLATIONS = """
document.addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


@pytest.fixture(scope="session")
def skip_unless_ci() -> Callable[[str], None]:
    """Skips here; fails in CI, where everything is to be had."""

    def skip(reason: str) -> None:
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)

    return skip


@dataclass
class Trouble:
    """What a page complained of, and what it asked of others than our server."""

    server: str
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("request", self._request)
        context.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        context.on("console", lambda message: self._console(message.type, message.text))
        context.on("weberror", lambda error: self.complaints.append(f"uncaught: {error.error}"))

    def _request(self, request) -> None:
        if not request.url.startswith((self.server, "data:", "blob:")):
            self.outside.append(request.url)

    def _console(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with demo data on a SQLite file of its own."""
    folder = tmp_path_factory.mktemp("server")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    settings = {"SCHAKEL_DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite'}", "SCHAKEL_PORT": str(port)}
    with running(folder, settings) as server:
        wait_until_ready(server, address, folder / "log.txt")
        yield address


@contextmanager
def running(folder: Path, settings: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    command = [str(Path(sys.executable).with_name("schakel")), "serve", "--demo"]
    with (folder / "log.txt").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **settings}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            yield server
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def wait_until_ready(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"The server did not get ready:\n{log.read_text()[-3000:]}", pytrace=False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def browser(skip_unless_ci: Callable[[str], None]) -> AsyncIterator[Browser]:
    """Chromium of this machine, for which no host but the loopback address has a name."""
    executable = next(filter(None, map(shutil.which, BROWSER_NAMES)), None)
    if executable is None:
        skip_unless_ci(f"No browser on PATH: install one of {', '.join(BROWSER_NAMES)}.")
    arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        await browser.close()


@pytest.fixture
def trouble(live_server: str) -> Trouble:
    return Trouble(live_server)


@pytest.fixture
async def page(browser: Browser, trouble: Trouble) -> AsyncIterator[Page]:
    """A wide window whose troubles are written down in `trouble`."""
    context = await browser.new_context(viewport={"width": 1400, "height": 900}, locale="en")
    await context.add_init_script(REPORT_POLICY_VIOLATIONS)
    trouble.watch(context)
    yield await context.new_page()
    await context.close()
