"""SQLite and PostgreSQL give the same answers over the same rows, the demo."""

import json
from pathlib import Path
from typing import Any

import pytest
from schakel_server.app import the_graph
from schakel_server.declare.catalogue import (
    ColumnField,
    ComputedField,
    GroupField,
    ManyField,
    ToOneField,
    TypeDeclaration,
)
from schakel_server.declare.facets import facets_of

from tests.engine.conftest import opened

QUERIES = sorted((Path(__file__).parents[2] / "examples" / "queries").glob("*.graphql"))
CATALOGUE = the_graph()[0]


def everything_of(declaration: TypeDeclaration, depth: int) -> str:
    """All fields of a type, and of what it leads to, so many steps far."""

    def field(name: str, item: Any) -> str:
        match item:
            case ColumnField() | ComputedField():
                return name
            case GroupField():
                return f"{name} {{ {' '.join(field(k, v) for k, v in item.fields.items())} }}".replace(
                    "{  }", ""
                )
            case ToOneField() | ManyField() if depth == 0:
                return f"{name} {{ __typename }}"
            case ManyField() if item.is_connection:
                inner = everything_of(CATALOGUE.types[item.target], depth - 1)
                return f"{name}(first: 3) {{ totalCount nodes {{ {inner} }} }}"
        return f"{name} {{ {everything_of(CATALOGUE.types[item.target], depth - 1)} }}"

    return " ".join(field(name, item) for name, item in declaration.fields.items())


def orders_of(declaration: TypeDeclaration) -> list[str]:
    return [
        f"{{ {declaration.many}(first: 100, orderBy: [{{field: {name}, direction: {way}}}]) "
        f"{{ totalCount nodes {{ id }} pageInfo {{ hasNextPage }} }} }}"
        for name in declaration.orders()
        for way in ("ASC", "DESC")
    ]


def facets_asked(declaration: TypeDeclaration) -> str:
    """All facets of a type, empty where it has none."""
    names = ", ".join(facets_of(CATALOGUE, declaration))
    return (
        f"facets(fields: [{names}], first: 100) {{ field values {{ value label count }} }}" if names else ""
    )


def counts_of(declaration: TypeDeclaration) -> str:
    """All facets of a type and of the connections that it leads to."""
    inner = [
        f"{name} {{ {asked} }}"
        for name, item in declaration.fields.items()
        if isinstance(item, ManyField)
        and item.is_connection
        and (asked := facets_asked(CATALOGUE.types[item.target]))
    ]
    return f"{{ {declaration.many}(first: 15) {{ {facets_asked(declaration)} nodes {{ id {' '.join(inner)} }} }} }}"


def questions() -> dict[str, tuple[str, dict[str, Any]]]:
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for path in QUERIES:
        beside = path.with_suffix(".variables.json")
        variables = json.loads(beside.read_text("utf-8")) if beside.is_file() else {}
        found[path.stem] = (path.read_text("utf-8"), variables)
    for declaration in CATALOGUE.nodes():
        for depth, size in ((0, 100), (1, 5)):
            fields = everything_of(declaration, depth)
            found[f"{declaration.many}-{depth}"] = (
                f"{{ {declaration.many}(first: {size}) {{ totalCount nodes {{ {fields} }} }} }}",
                {},
            )
        found[f"{declaration.many}-counts"] = (counts_of(declaration), {})
        for i, query in enumerate(orders_of(declaration)):
            found[f"{declaration.many}-order-{i}"] = (query, {})
    return found


async def answers(url: str) -> dict[str, Any]:
    async with opened(url) as graph:
        return {
            name: await graph.response(query, locale="NL", **variables)
            for name, (query, variables) in questions().items()
        }


async def test_both_databases_give_the_same_answers(demo_urls):
    ours, theirs = await answers(demo_urls["sqlite"]), await answers(demo_urls["postgresql"])

    assert {name: answer["errors"] for name, answer in ours.items() if "errors" in answer} == {}
    assert [name for name in ours if ours[name] != theirs[name]] == []


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
async def test_the_examples_find_something(demo_urls, dialect):
    async with opened(demo_urls[dialect]) as graph:
        for path in QUERIES:
            query, variables = questions()[path.stem]
            for found in (await graph.data(query, **variables)).values():
                assert found
                assert found.get("nodes") != [], path.stem
                assert found.get("edges") != [], path.stem
