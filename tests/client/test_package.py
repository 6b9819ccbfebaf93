"""The package as users get it: its names, its weight, its types, and that it stands alone."""

import importlib
import json
import re
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest
import schakel_client
from schakel_client import errors

from tests.client.conftest import REPOSITORY

IMPORT_LIMIT_S = 0.2
TOOLS = {"pip", "setuptools"}
AIOHTTP_NEEDS = {
    *("aiohappyeyeballs", "aiosignal", "attrs", "frozenlist"),
    *("idna", "multidict", "propcache", "typing-extensions", "yarl"),
}
PUBLIC_NAMES = [
    "Activity",
    "AsyncSchakel",
    "Conflict",
    "ConnectionFailed",
    "DeadlineExceeded",
    "ErrorDetail",
    "GraphError",
    "InvalidInput",
    "NotFound",
    "Offer",
    "Organisation",
    "OrganisationRef",
    "Page",
    "PageInfo",
    "PermissionDenied",
    "RateLimited",
    "SchakelError",
    "ServerError",
    "ThemeRef",
    "UnexpectedAnswer",
    "__version__",
]


def run(*arguments: str, cwd: Path = REPOSITORY, timeout: float = 120) -> str:
    done = subprocess.run(arguments, capture_output=True, text=True, cwd=cwd, timeout=timeout, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_public_names() -> None:
    assert schakel_client.__all__ == PUBLIC_NAMES
    assert all(hasattr(schakel_client, name) for name in PUBLIC_NAMES)


@pytest.mark.parametrize("name", ["types", "enums", "inputs", "errors", "page", "collections", "client"])
def test_public_modules_have_what_they_list(name: str) -> None:
    module = importlib.import_module(f"schakel_client.{name}")

    assert [public for public in module.__all__ if not hasattr(module, public)] == []


def test_every_error_stands_in_the_drawn_tree() -> None:
    drawn = re.findall(r"(?:[├└]── |^)(\w+)", errors.__doc__, re.MULTILINE)
    defined = [
        n
        for n in dir(errors)
        if isinstance(getattr(errors, n), type) and issubclass(getattr(errors, n), Exception)
    ]

    assert [name for name in defined if name not in drawn and name != "SchakelError"] == []
    assert "SchakelError" in errors.__doc__


def test_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((REPOSITORY / "client/pyproject.toml").read_text())["project"]

    assert schakel_client.__version__ == project["version"]
    assert [re.match(r"[a-z]+", need)[0] for need in project["dependencies"]] == ["aiohttp", "msgspec"]


def test_import_is_quick_and_leaves_aiohttp_for_later() -> None:
    script = (
        "import json, sys, time; began = time.perf_counter(); import schakel_client; "
        "print(json.dumps([time.perf_counter() - began, 'aiohttp' in sys.modules]))"
    )
    measured = [json.loads(run(sys.executable, "-c", script, cwd=REPOSITORY / "client")) for _ in range(3)]

    assert min(seconds for seconds, _ in measured) <= IMPORT_LIMIT_S
    assert [has_aiohttp for _, has_aiohttp in measured] == [False] * 3


def test_generated_modules_are_as_the_schema_has_them() -> None:
    run(sys.executable, "client/tools/generate.py", "--check")


def test_types_help_and_refuse(tmp_path: Path) -> None:
    script = """
        import datetime as dt
        from schakel_client import AsyncSchakel, Offer, Page
        from schakel_client.enums import OfferKind
        from schakel_client.inputs import OfferWhere

        async def right(client: AsyncSchakel) -> None:
            where: OfferWhere = {"kind": {"one_of": ["PROJECT", OfferKind.JURY]}, "NOT": {"id": {"eq": "a"}}}
            page = await client.offers.list(where=where, order_by=[{"field": "TITLE"}])
            reveal_type(page)
            async for activity in client.activities.iterate(where={"starts_at": {"gte": dt.datetime.now(dt.UTC)}}):
                reveal_type(activity.starts_at)
            reveal_type(await client.organisations.find(slug="a"))
            reveal_type(await client.execute("{ a }", type=Page[Offer]))

        async def wrong(client: AsyncSchakel) -> None:
            await client.offers.list(where={"kindd": {"eq": "PROJECT"}})
            await client.offers.list(where={"kind": {"eq": "PROJCT"}})
            await client.offers.list(order_by=[{"direction": "ASC"}])
    """
    (tmp_path / "script.py").write_text(textwrap.dedent(script))
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "script.py"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=180,
        env={"MYPYPATH": str(REPOSITORY / "client")},
        check=False,
    )

    revealed = re.findall(r'Revealed type is "(.*)"', done.stdout)
    assert [name.replace("schakel_client.", "").replace("_generated.types.", "") for name in revealed] == [
        "page.Page[Offer]",
        "datetime.datetime",
        "Organisation | None",
        "page.Page[Offer]",
    ]
    wrong_lines = [int(line) for line in re.findall(r"script\.py:(\d+): error", done.stdout)]
    assert sorted(set(wrong_lines)) == [17, 18, 19], done.stdout


def test_client_stands_alone_in_an_empty_environment(tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", str(tmp_path / "venv"))
    python = str(tmp_path / "venv/bin/python")
    run(python, "-m", "pip", "install", "--quiet", "--no-cache-dir", str(REPOSITORY / "client"), timeout=300)

    listed = json.loads(run(python, "-m", "pip", "list", "--format", "json"))
    installed = {package["name"].lower().replace("_", "-") for package in listed}
    run(
        python,
        "-c",
        "from schakel_client import AsyncSchakel; AsyncSchakel('http://a.example')",
        cwd=tmp_path,
    )

    assert installed - TOOLS - AIOHTTP_NEEDS == {"aiohttp", "msgspec", "schakel-client"}
    files = run(python, "-m", "pip", "show", "--files", "schakel-client")
    assert "schakel_client/py.typed" in files
    assert "tools/" not in files
