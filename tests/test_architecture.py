"""The arrows between rooms, the order of the domains, and the sizes that code keeps to."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from schakel_server.domain import ROOMS

ROOT = Path(__file__).parents[1]
SERVER = ROOT / "server" / "schakel_server"
CLIENT = ROOT / "client" / "schakel_client"

EVERYWHERE = {"errors", "settings", "language"}  # modules at the top that any room may use
LOWER: dict[str, set[str]] = {  # what each room may import, besides itself and EVERYWHERE
    "storage": set(),
    "access": {"storage"},
    "search": {"storage"},
    "changes": {"storage"},
    "declare": {"access", "search", "storage"},  # a table keeps the terms under which its rows are found
    "engine": {"declare", "access", "search", "storage"},
    "domain": {"declare", "access", "changes", "search", "storage"},
    "graph": {"engine", "declare", "access", "storage"},
    "exchange": {"domain", "declare", "access", "changes", "search", "storage"},
    "work": {"domain", "declare", "access", "changes", "search", "storage"},
    "web": set(),
    "errors": set(),
    "settings": set(),
    "language": set(),
}
PUT_TOGETHER = {
    "app",
    "cli",
    "cli_explain",
    "__main__",
}  # may import everything; nothing else may import them

MAX_LINES_OF_FILE = 600
MAX_LINES_OF_FUNCTION = 60
MAX_POSITIONAL = 5
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "common", "misc", "manager", "managers"}
GENERATED = ("/migrations/", "/_generated/")


def sources(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*.py") if not any(part in path.as_posix() for part in GENERATED)
    )


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports."""
    package = path.relative_to(path.parents[len(path.relative_to(ROOT).parts) - 2]).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: -node.level]) if node.level else ""
            module = ".".join(part for part in (base, node.module) if part)
            yield from (f"{module}.{alias.name}" for alias in node.names)


def room_of(module: str) -> str:
    """The room of `schakel_server.engine.sql`: `engine`; empty for the package itself."""
    return module.partition(".")[2].partition(".")[0]


SERVER_FILES = sources(SERVER)
ALL_FILES = [*SERVER_FILES, *sources(CLIENT)]
by_name = pytest.mark.parametrize("path", SERVER_FILES, ids=name_of)


@by_name
def test_arrows_go_one_way(path):
    parts = path.relative_to(SERVER).with_suffix("").parts
    room = parts[0]
    if room in PUT_TOGETHER or room == "__init__":
        return

    own = [name for name in imports(path) if name.startswith("schakel_server.")]

    assert room in LOWER, f"{room} has no place among the rooms; give it one in LOWER"
    allowed = LOWER[room] | EVERYWHERE | {room}
    assert [name for name in own if room_of(name) not in allowed] == []


def test_every_room_that_is_named_may_only_import_named_ones():
    assert set().union(*LOWER.values()) <= set(LOWER)


DOMAIN_FILES = [path for path in SERVER_FILES if path.is_relative_to(SERVER / "domain")]


@pytest.mark.parametrize("path", DOMAIN_FILES, ids=name_of)
def test_a_domain_imports_earlier_domains_only(path):
    parts = path.relative_to(SERVER / "domain").with_suffix("").parts
    if len(parts) == 1:
        return
    assert parts[0] in ROOMS
    earlier = ROOMS[: ROOMS.index(parts[0]) + 1]

    found = [name.split(".") for name in imports(path) if name.startswith("schakel_server.domain.")]

    assert [".".join(words) for words in found if words[2] not in earlier] == []


@pytest.mark.parametrize("path", DOMAIN_FILES, ids=name_of)
def test_a_domain_never_touches_another_domains_tables(path):
    parts = path.relative_to(SERVER / "domain").with_suffix("").parts

    found = [name.split(".") for name in imports(path) if name.startswith("schakel_server.domain.")]

    tables = [words for words in found if len(words) > 3 and words[3] == "models" and words[2] != parts[0]]
    assert [".".join(words) for words in tables] == []


def test_every_domain_is_in_the_declared_order():
    folders = {path.parent.name for path in (SERVER / "domain").glob("*/__init__.py")}

    assert folders == set(ROOMS)


def test_the_client_never_imports_the_server():
    found = [
        (name_of(path), name)
        for path in sources(CLIENT)
        for name in imports(path)
        if name.split(".")[0] == "schakel_server"
    ]

    assert found == []


def test_the_server_never_imports_the_client():
    found = [
        (name_of(path), name)
        for path in SERVER_FILES
        for name in imports(path)
        if name.split(".")[0] == "schakel_client"
    ]

    assert found == []


@pytest.mark.parametrize("path", ALL_FILES, ids=name_of)
def test_files_and_functions_stay_small(path):
    text = path.read_text("utf-8")
    functions = [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    assert len(text.splitlines()) <= MAX_LINES_OF_FILE
    long = {f.name: lines for f in functions if (lines := _lines(f)) > MAX_LINES_OF_FUNCTION}
    assert long == {}
    many = {f.name: count for f in functions if (count := _positional(f)) > MAX_POSITIONAL}
    assert many == {}


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _positional(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    if any("command" in ast.unparse(decorator) for decorator in function.decorator_list):
        return 0  # what a command of the command line takes is given by name there
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return len([name for name in names if name not in ("self", "cls", "mcs")])


def test_no_folder_or_module_has_a_name_that_says_nothing():
    places = [*ALL_FILES, *sources(ROOT / "tests")]
    words = {
        (name_of(path), word) for path in places for word in path.relative_to(ROOT).with_suffix("").parts
    }

    assert [pair for pair in sorted(words) if pair[1] in NAMES_THAT_SAY_NOTHING] == []
