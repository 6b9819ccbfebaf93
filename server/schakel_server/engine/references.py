"""Variables without their values: a plan is made for the shape of the variables and kept for all values.

Leaves become references; what decides the plan itself (which fields are there, null or not, Booleans,
languages, directions and fields of an order, facets) stays and becomes part of the key under which the plan
is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import (
    FieldNode,
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    Undefined,
    VariableNode,
    value_from_ast,
)

from schakel_server.engine.failures import failure
from schakel_server.storage.text import is_storable, normalise


@dataclass(frozen=True)
class Reference:
    """A place in the variables, e.g. `("where", "kind", "eq")`, or a fact of the request such as `("@now",)`."""

    path: tuple[str | int, ...]


NOW = Reference(("@now",))
TODAY = Reference(("@today",))
FACTS = (NOW, TODAY)  # known only when a plan runs


STRUCTURAL = ("OrderDirection", "Locale", "NodeType")  # enums that decide a plan


def _is_structural(kind: GraphQLInputType) -> bool:
    if isinstance(kind, GraphQLEnumType):
        return kind.name.endswith(("OrderField", "Facet")) or kind.name in STRUCTURAL
    return isinstance(kind, GraphQLScalarType) and kind.name == "Boolean"


def refer(value: Any, kind: GraphQLInputType, path: tuple[str | int, ...]) -> tuple[Any, Any]:
    """The value with its leaves replaced by references, and the shape that the plan depends on."""
    if isinstance(kind, GraphQLNonNull):
        return refer(value, kind.of_type, path)
    if value is None:
        return None, None
    if isinstance(kind, GraphQLInputObjectType):
        pairs = {k: refer(v, kind.fields[k].type, (*path, k)) for k, v in value.items()}
        return {k: v for k, (v, _) in pairs.items()}, tuple((k, shape) for k, (_, shape) in pairs.items())
    if isinstance(kind, GraphQLList):
        inner = kind.of_type.of_type if isinstance(kind.of_type, GraphQLNonNull) else kind.of_type
        if isinstance(inner, GraphQLInputObjectType) or _is_structural(inner):
            items = [refer(v, inner, (*path, i)) for i, v in enumerate(value)]
            return [v for v, _ in items], tuple(shape for _, shape in items)
        return Reference(path), "*"
    if _is_structural(kind):
        return value, value
    return Reference(path), "*"


def resolve(source: Any, values: Mapping[str, Any]) -> Any:
    """The value that a reference (or a list with references in it) stands for in this request."""
    if isinstance(source, Reference):
        value: Any = values
        for step in source.path:
            value = value[step]
        return value
    if isinstance(source, list):
        return [resolve(item, values) for item in source]
    return source


def plain(value: Any) -> Any:
    """Enum members as their names and text in NFC, all the way down; raises for text that can't be stored."""
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, str):
        if not is_storable(value):
            raise failure("no_text")
        return normalise(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value


def arguments_of(
    definitions: Mapping[str, GraphQLArgument], node: FieldNode, variables: Mapping[str, Any]
) -> dict[str, Any]:
    """The arguments given to a field, by name; what is absent or an absent variable is left out."""
    given: dict[str, Any] = {}
    for argument in node.arguments or ():
        name = argument.name.value
        if isinstance(argument.value, VariableNode) and argument.value.name.value not in variables:
            continue
        value = value_from_ast(argument.value, definitions[name].type, dict(variables))
        if value is Undefined:
            raise failure("no_value", name=name)
        given[name] = plain(value)
    return given
