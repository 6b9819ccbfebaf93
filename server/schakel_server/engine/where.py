"""From a `where` argument to a condition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from schakel_server.access.conditions import (
    All,
    Always,
    Condition,
    Literal,
    Negation,
    OneOf,
    Related,
    Test,
)
from schakel_server.declare.catalogue import Catalogue, ColumnField, ManyField, TypeDeclaration
from schakel_server.engine import limits
from schakel_server.engine.failures import failure
from schakel_server.engine.plan import Operand, Path
from schakel_server.storage.ids import prefix_of
from schakel_server.storage.text import SEPARATOR, fold_needle

LISTS = ("oneOf", "notOneOf", "hasAny", "hasAll")
FLAGS = ("isNull", "isEmpty")
_NEEDLES: dict[str, str] = {"contains": "", "startsWith": SEPARATOR}


@dataclass(frozen=True)
class Scope:
    """Where in an operation a condition stands, and how deep it is by now."""

    catalogue: Catalogue
    path: Path
    depth: int = 1

    def below(self) -> Scope:
        """One level deeper; raises TOO_COMPLEX beyond the limit."""
        limits.CONDITION_DEPTH.check(self.depth + 1, self.path)
        return Scope(self.catalogue, self.path, self.depth + 1)


def condition_of(declaration: TypeDeclaration, where: Mapping[str, Any] | None, scope: Scope) -> Condition:
    """The condition that a `where` stands for; `{}` and null hold for every row."""
    parts: list[Condition] = []
    for name, value in (where or {}).items():
        if value is None:
            continue
        if name in ("AND", "OR"):
            inner = tuple(condition_of(declaration, item, scope.below()) for item in value)
            parts.append(All(inner) if name == "AND" else OneOf(inner))
        elif name == "NOT":
            parts.append(Negation(condition_of(declaration, value, scope.below())))
        elif name in declaration.columns:
            column = declaration.columns[name]
            parts.extend(
                _test(declaration, column, operator, given, scope.path) for operator, given in value.items()
            )
        else:
            parts.append(_related(declaration, name, value, scope))
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _related(declaration: TypeDeclaration, name: str, value: Mapping[str, Any], scope: Scope) -> Condition:
    relation = declaration.relations[name]
    target = scope.catalogue.types[relation.target]
    if not isinstance(relation, ManyField):
        return Related(name, condition_of(target, value, scope.below()))
    parts: list[Condition] = []
    for quantifier, where in value.items():
        if where is not None:
            related = Related(name, condition_of(target, where, scope.below()))
            parts.append(related if quantifier == "some" else Negation(related))
    return All(tuple(parts))


def _test(
    declaration: TypeDeclaration, column: ColumnField, operator: str, given: Any, path: Path
) -> Condition:
    if given is None:
        raise failure("null_operand", path, name=f"{column.flat_name}.{operator}")
    if operator in FLAGS:
        test: Condition = Test(column.column, column.kind, operator, None)
        if operator == "isNull" and not column.nullable:
            test = Always(False)
        return test if given else Negation(test)
    kind = {"id": "text", "local": "text", "enum": "text", "texts": "text", "ints": "int"}.get(
        column.kind, column.kind
    )
    if column.enum and isinstance(given, str) and given in column.enum.__members__:
        return Test(column.column, column.kind, operator, Literal(given))
    operand = Operand(given, kind, path, _check(declaration, column, operator, path), operator in LISTS)
    return Test(column.column, column.kind, operator, operand)


def _check(
    declaration: TypeDeclaration, column: ColumnField, operator: str, path: Path
) -> Callable[[Any], Any] | None:
    if operator in _NEEDLES:
        return lambda text: _NEEDLES[operator] + fold_needle(text)
    if column.kind == "id":
        return lambda given: check_ids(given, declaration, path)
    return None


def check_ids(given: Any, declaration: TypeDeclaration, path: Path) -> Any:
    """The id or ids, all of this type; raises INVALID_ID."""
    for item in given if isinstance(given, list) else [given]:
        prefix = prefix_of(item)
        if prefix is None:
            raise failure("no_id", path, given=item, prefix=declaration.prefix)
        if prefix != declaration.prefix:
            raise failure("other_id", path, given=item, prefix=declaration.prefix)
    return given
