"""Write the client's generated modules from schema.graphql; with --check, only say whether they are up to date."""

import argparse
import subprocess
import sys
from pathlib import Path

from graphql import GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema, build_schema
from input import enums_module, inputs_module
from output import documents_module, types_module
from python_names import snake

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "client" / "schakel_client" / "_generated"
HEADER = '"""{title}\n\nGenerated from schema.graphql by client/tools/generate.py; changes made by hand are lost.\n"""\n'
LONG_LINES = "# ruff: noqa: E501\n"
FUTURE = "from __future__ import annotations\n\n"
FIXED = ["--select", "I001,RUF022", "--config", "lint.isort.known-first-party=['schakel_client']"]


def modules(schema: GraphQLSchema) -> dict[str, str]:
    """The generated modules by file name, formatted."""
    check_names(schema)
    types, output_enums = types_module(schema)
    inputs, input_enums = inputs_module(schema)
    texts = {
        "__init__.py": ("What follows from the schema.", ""),
        "documents.py": ("The documents that the client's own methods send.", documents_module(schema)),
        "enums.py": ("The enums of the graph.", enums_module(schema, output_enums | input_enums)),
        "inputs.py": ("What `where` and `order_by` can hold.", inputs),
        "types.py": ("What the client's own methods give.", types),
    }
    heads = {"documents.py": LONG_LINES, "inputs.py": FUTURE, "types.py": FUTURE}
    return {
        name: formatted(f"{HEADER.format(title=title)}{heads.get(name, '')}\n{text}", name)
        for name, (title, text) in texts.items()
    }


def check_names(schema: GraphQLSchema) -> None:
    """Raise ValueError if a name would not come back from snake case as it was."""
    for type_ in schema.type_map.values():
        if type_.name.startswith("__") or not isinstance(type_, GraphQLInputObjectType | GraphQLObjectType):
            continue
        for name in type_.fields:
            head, *rest = snake(name).rstrip("_").split("_")
            if head + "".join(part.capitalize() for part in rest) != name:
                raise ValueError(f"{type_.name}.{name} can't be written in snake case")


def formatted(text: str, name: str) -> str:
    """The text as ruff wants it."""
    path = str(FOLDER / name)
    for arguments in (["check", "--fix-only", *FIXED], ["format"]):
        command = [sys.executable, "-m", "ruff", *arguments, "--quiet", "--stdin-filename", path, "-"]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True, cwd=REPOSITORY)
        text = done.stdout
    return text


def outdated(wanted: dict[str, str]) -> list[str]:
    """The files that differ from what is wanted, or should not be there."""
    present = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.py")}
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--check", action="store_true", help="write nothing; exit with 1 on a difference")
    is_check = arguments.parse_args().check
    schema = build_schema((REPOSITORY / "schema.graphql").read_text("utf-8"))
    wanted = modules(schema)
    differing = outdated(wanted)
    if is_check:
        if differing:
            print(
                f"Not as schema.graphql has it: {', '.join(differing)}. Run: make generate", file=sys.stderr
            )
        return 1 if differing else 0
    FOLDER.mkdir(exist_ok=True)
    for name in differing:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], "utf-8")
        else:
            (FOLDER / name).unlink()
    print(f"{len(differing)} of {len(wanted)} files changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
