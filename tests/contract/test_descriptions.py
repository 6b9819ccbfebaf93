"""The schema as a manual: every part of it is described with an example, and `schema.graphql` shows it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    specified_scalar_types,
)
from schakel_server.app import sdl, the_graph

ROOT = Path(__file__).parents[2]


def parts(kind: GraphQLNamedType) -> Iterator[tuple[str, str | None]]:
    """The type and everything in it, with their descriptions."""
    yield kind.name, kind.description
    if isinstance(kind, GraphQLEnumType):
        for name, value in kind.values.items():
            yield f"{kind.name}.{name}", value.description
    if isinstance(kind, GraphQLInputObjectType | GraphQLObjectType | GraphQLInterfaceType):
        for name, item in kind.fields.items():
            yield f"{kind.name}.{name}", item.description
            for argument_name, argument in getattr(item, "args", {}).items():
                yield f"{kind.name}.{name}({argument_name})", argument.description


TYPES = [
    kind
    for name, kind in the_graph()[1]._schema.type_map.items()
    if not name.startswith("__") and name not in specified_scalar_types
]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_everything_is_described_with_an_example(kind):
    without = [place for place, text in parts(kind) if not text or not ("Example:" in text or "e.g." in text)]

    assert without == []


def test_the_schema_in_the_repository_is_the_one_that_is_served():
    assert (ROOT / "schema.graphql").read_text("utf-8") == sdl(), "write it anew with: make schema"
