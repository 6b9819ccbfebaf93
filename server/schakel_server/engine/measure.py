"""How much a document asks, counted before it is validated: what validation itself would take too long over.

Each fragment is measured once and its figures are added wherever it is spread, so that the work is in
proportion to the document's length while the figures are those of the document written out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import Any

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from schakel_server.engine import limits

INTROSPECTION_LISTS = frozenset(
    {"types", "fields", "args", "inputFields", "interfaces", "possibleTypes", "enumValues", "directives"}
)  # of `__Schema` and `__Type` (GraphQL, section Introspection)
META_FIELDS = ("__schema", "__type")
FREE_LEVEL = "ofType"  # wraps a type and never branches; tools ask it nine times in each other


@dataclass
class Measure:
    """The figures of a selection with its fragments written out.

    `keys` counts the answers' keys at its top, `lists` the lists of the schema that may be asked in it.
    """

    fields: int = 0
    aliases: int = 0
    directives: int = 0
    depth: int = 0
    keys: Counter[str] = field(default_factory=Counter)
    lists: Counter[str] = field(default_factory=Counter)
    is_meta: bool = False


class CyclicFragments(Exception):
    """A fragment spreads itself; validation says which."""


def check_size(document: DocumentNode) -> None:
    """Raise TOO_COMPLEX where the document goes beyond a limit; what it asks for is not looked at.

    Raises CyclicFragments where written out the document would have no end.
    """
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    limits.OPERATIONS.check(len(operations))
    limits.FRAGMENTS.check(len(fragments))
    measured: dict[str, Measure] = {}
    for name in _inside_out(fragments):
        if name in fragments:
            measured[name] = _measure(fragments[name].selection_set, measured)
            limits.FIELDS.check(measured[name].fields)
    for operation in operations:
        limits.VARIABLES.check(len(operation.variable_definitions or ()))
        _check_operation(operation, _measure(operation.selection_set, measured))


def _inside_out(fragments: Mapping[str, FragmentDefinitionNode]) -> Iterable[str]:
    """The names of fragments, each after those that it spreads."""
    spreads = {name: _spreads(definition.selection_set) for name, definition in fragments.items()}
    try:
        return list(TopologicalSorter(spreads).static_order())
    except CycleError:
        raise CyclicFragments from None


def _spreads(selection_set: SelectionSetNode) -> set[str]:
    found, waiting = set(), [selection_set]
    while waiting:
        for item in waiting.pop().selections:
            if isinstance(item, FragmentSpreadNode):
                found.add(item.name.value)
            elif inner := getattr(item, "selection_set", None):
                waiting.append(inner)
    return found


def _check_operation(operation: OperationDefinitionNode, found: Measure) -> None:
    limits.ROOTS.check(found.keys.total())
    limits.DEPTH.check(found.depth)
    limits.ALIASES.check(found.aliases)
    limits.DIRECTIVES.check(found.directives + len(operation.directives or ()))
    limits.FIELDS.check(found.fields)
    if found.is_meta and found.lists:
        name, times = found.lists.most_common(1)[0]
        if times > limits.INTROSPECTION.most:
            raise limits.INTROSPECTION.exceeded(times, name=name)


def _measure(selection_set: SelectionSetNode, fragments: Mapping[str, Measure]) -> Measure:
    """The figures of one selection; raises where one key is asked too often or a value is nested too deep."""
    found = Measure()
    waiting: list[tuple[SelectionSetNode, int, Counter[str]]] = [(selection_set, 1, found.keys)]
    while waiting:
        selections, depth, keys = waiting.pop()
        for item in selections.selections:
            found.directives += len(item.directives or ())
            _check_values(chain(*(directive.arguments or () for directive in item.directives or ())))
            if isinstance(item, FieldNode):
                inner_depth = _add_field(found, item, depth, keys)
                if item.selection_set:
                    waiting.append((item.selection_set, inner_depth, Counter()))
            elif isinstance(item, FragmentSpreadNode):
                _add_fragment(found, fragments.get(item.name.value, Measure()), depth, keys)
            else:
                waiting.append((item.selection_set, depth, keys))  # type: ignore[attr-defined]
        if keys:
            limits.REPEATS.check(max(keys.values()))
    return found


def _add_field(found: Measure, item: FieldNode, depth: int, keys: Counter[str]) -> int:
    """Count a field; the depth of what it selects."""
    name = item.name.value
    found.fields += 1
    found.aliases += item.alias is not None
    found.is_meta = found.is_meta or name in META_FIELDS
    if name in INTROSPECTION_LISTS:
        found.lists[name] += 1
    keys[item.alias.value if item.alias else name] += 1
    _check_values(item.arguments or ())
    if name == FREE_LEVEL:
        return depth
    found.depth = max(found.depth, depth)
    return depth + 1


def _add_fragment(found: Measure, part: Measure, depth: int, keys: Counter[str]) -> None:
    found.fields += part.fields
    found.aliases += part.aliases
    found.directives += part.directives
    found.depth = max(found.depth, depth - 1 + part.depth)
    found.is_meta = found.is_meta or part.is_meta
    found.lists.update(part.lists)
    keys.update(part.keys)


def _check_values(arguments: Iterable[ArgumentNode]) -> None:
    waiting: list[tuple[Any, int]] = [(argument.value, 0) for argument in arguments]
    while waiting:
        value, depth = waiting.pop()
        if isinstance(value, ListValueNode):
            inner = list(value.values)
        elif isinstance(value, ObjectValueNode):
            inner = [member.value for member in value.fields]
        else:
            continue
        limits.VALUE_DEPTH.check(depth + 1)
        waiting += [(member, depth + 1) for member in inner]


def check_values(variables: Mapping[str, Any]) -> None:
    """Raise TOO_COMPLEX where the variables hold more values than can be checked in short time."""
    count = 0
    waiting: list[Any] = [variables]
    while waiting:
        value = waiting.pop()
        members = value.values() if isinstance(value, dict) else value
        count += len(value)
        if count > limits.VALUES.most:
            raise limits.VALUES.exceeded(count)
        waiting += [member for member in members if isinstance(member, dict | list)]
