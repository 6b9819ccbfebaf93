"""Which fields an operation asks of a type, fragments and directives applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
)

from schakel_server.access.viewer import Viewer
from schakel_server.declare.catalogue import (
    Catalogue,
)
from schakel_server.engine import plan as p
from schakel_server.engine.failures import failure
from schakel_server.engine.searching import Searches


@dataclass
class Operation:
    """One operation of a document with its fragments, and the variables as references."""

    schema: GraphQLSchema
    catalogue: Catalogue
    viewer: Viewer
    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]
    id_prefixes: Mapping[int, tuple[str, ...]]
    language: str = "nl"
    searches: Searches = field(default_factory=Searches)
    plan: p.Plan = field(default_factory=p.Plan)


def collect(
    operation: Operation, type_name: str, selections: Iterable[SelectionSetNode | None]
) -> dict[str, list[FieldNode]]:
    """The fields asked of a type, by the key they are answered under, fragments and directives applied."""
    found: dict[str, list[FieldNode]] = {}
    spread: set[str] = set()
    for selection_set in selections:
        for item in _fields(operation, type_name, selection_set, spread):
            found.setdefault(item.alias.value if item.alias else item.name.value, []).append(item)
    return found


def _fields(
    operation: Operation, type_name: str, selection_set: SelectionSetNode | None, spread: set[str]
) -> Iterator[FieldNode]:
    for item in selection_set.selections if selection_set else ():
        if not _is_included(item.directives, operation.variables):
            continue
        if isinstance(item, FieldNode):
            yield item
            continue
        fragment: InlineFragmentNode | FragmentDefinitionNode
        if isinstance(item, FragmentSpreadNode):
            if item.name.value in spread:
                continue
            spread.add(item.name.value)
            fragment = operation.fragments[item.name.value]
        else:
            assert isinstance(item, InlineFragmentNode)
            fragment = item
        condition = fragment.type_condition
        if condition is None or _applies(operation, type_name, condition.name.value):
            yield from _fields(operation, type_name, fragment.selection_set, spread)


def _applies(operation: Operation, type_name: str, condition: str) -> bool:
    if type_name == condition:
        return True
    types = operation.schema.type_map
    wider = types[condition]
    return is_abstract_type(wider) and operation.schema.is_sub_type(wider, types[type_name])


def _is_included(directives: Iterable[Any] | None, variables: Mapping[str, Any]) -> bool:
    for directive in directives or ():
        if directive.name.value in ("include", "skip"):
            value = directive.arguments[0].value
            given = variables[value.name.value] if isinstance(value, VariableNode) else value.value
            if given is None:
                raise failure("no_value", name=f"@{directive.name.value}(if:)")
            if bool(given) is not (directive.name.value == "include"):
                return False
    return True
