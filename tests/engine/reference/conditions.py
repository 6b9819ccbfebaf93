"""Who sees a row, and which rows a `where` keeps: decided for one row at a time, in plain Python."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Any

from schakel_server.access.conditions import (
    All,
    Always,
    Condition,
    Literal,
    Negation,
    Now,
    OneOf,
    Related,
    Test,
)
from schakel_server.access.viewer import Viewer
from schakel_server.declare.catalogue import ColumnField, ManyField, TypeDeclaration
from schakel_server.storage.text import LANGUAGES, fold, fold_needle
from tortoise.models import Model

from tests.engine.reference.tables import Tables

_folded = functools.cache(fold)  # very long texts take a while, and are looked at often
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda held, given: held == given,
    "oneOf": lambda held, given: held in given,
    "notOneOf": lambda held, given: held not in given,
    "gt": lambda held, given: held > given,
    "gte": lambda held, given: held >= given,
    "lt": lambda held, given: held < given,
    "lte": lambda held, given: held <= given,
}
OF_LISTS: dict[str, Callable[[list[Any], Any], bool]] = {
    "has": lambda held, given: given in held,
    "hasAny": lambda held, given: any(item in held for item in given),
    "hasAll": lambda held, given: all(item in held for item in given),
    "isEmpty": lambda held, given: (held == []) is given,
}
OF_TEXT: dict[str, Callable[[str, str], bool]] = {
    "contains": lambda held, given: fold_needle(given) in _folded(held),
    "startsWith": lambda held, given: _folded(held).startswith(fold_needle(given)),
}


def plain(value: Any) -> Any:
    """What a column holds, with the names of enum members."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.name if isinstance(value, Enum) else value


def held_by(row: Model, column: ColumnField) -> Any:
    """The value of a column, None where it is missing; text in no language at all is missing too."""
    value = plain(getattr(row, column.column))
    return value if column.kind != "local" else value or None


def shown(row: Model, column: ColumnField, locale: str) -> Any:
    """A column as the graph gives it; text in the language asked for, else Dutch, English, any."""
    value = held_by(row, column)
    match column.kind:
        case "local":
            texts = value or {}
            found = next((texts[k] for k in (locale.lower(), *LANGUAGES) if k in texts), None)
            return found if found is not None or column.nullable else ""
        case "instant" | "date":
            return None if value is None else str(value)
        case "float" if value is not None:
            step = Decimal(1).scaleb(-column.places)
            return float(Decimal(repr(value)).quantize(step, ROUND_HALF_UP))
    return value


@dataclass
class Sight:
    """What one viewer sees at one moment."""

    tables: Tables
    viewer: Viewer
    now: dt.datetime
    _seen: dict[str, bool] = field(default_factory=dict)

    def sees(self, declaration: TypeDeclaration, row: Model) -> bool:
        """The rule of the type holds, and of a part all nodes that it belongs to are seen."""
        if row.pk not in self._seen:
            owners = [declaration.relations[name] for name in declaration.belongs_to]
            self._seen[row.pk] = self._holds(declaration.rule(self.viewer), declaration, row) and all(
                self.related(owner, row) for owner in owners
            )
        return self._seen[row.pk]

    def related(self, relation: Any, row: Model) -> list[Model]:
        """The rows of a relation that are seen."""
        target = self.tables.catalogue.types[relation.target]
        return [other for other in self.tables.related(relation, row) if self.sees(target, other)]

    def matches(self, declaration: TypeDeclaration, where: Mapping[str, Any] | None, row: Model) -> bool:
        """Whether a row meets a `where`."""
        return all(
            self._member(declaration, name, value, row)
            for name, value in (where or {}).items()
            if value is not None
        )

    def _member(self, declaration: TypeDeclaration, name: str, value: Any, row: Model) -> bool:
        if name == "AND":
            return all(self.matches(declaration, item, row) for item in value)
        if name == "OR":
            return any(self.matches(declaration, item, row) for item in value)
        if name == "NOT":
            return not self.matches(declaration, value, row)
        if name in declaration.columns:
            column = declaration.columns[name]
            held = held_by(row, column)
            if held is None and not column.nullable:
                held = {}  # text in no language, that reads as empty
            return all(_test(held, operator, given) for operator, given in value.items())
        relation = declaration.relations[name]
        if not isinstance(relation, ManyField):
            return self._some(relation, value, row)
        return all(
            self._some(relation, where, row) is (quantifier == "some")
            for quantifier, where in value.items()
            if where is not None
        )

    def _some(self, relation: Any, where: Mapping[str, Any], row: Model) -> bool:
        target = self.tables.catalogue.types[relation.target]
        return any(self.matches(target, where, other) for other in self.related(relation, row))

    def _holds(self, condition: Condition, declaration: TypeDeclaration, row: Model) -> bool:
        match condition:
            case Always(holds):
                return holds
            case All(parts):
                return all(self._holds(part, declaration, row) for part in parts)
            case OneOf(parts):
                return any(self._holds(part, declaration, row) for part in parts)
            case Negation(part):
                return not self._holds(part, declaration, row)
            case Related(name, inner):
                relation = declaration.relations[name]
                target = self.tables.catalogue.types[relation.target]
                return any(self._holds(inner, target, other) for other in self.related(relation, row))
            case Test(column, _, operator, value):
                given = {Now: lambda: self.now, Literal: lambda: value.word}[type(value)]()  # type: ignore[attr-defined]
                return _test(plain(getattr(row, column)), operator, operator == "isNull" or given)


def _test(held: Any, operator: str, given: Any) -> bool:
    """One operator on one value; false where the value is missing, but for `isNull`."""
    if operator == "isNull":
        return (held is None) is given
    if held is None:
        return False
    if operator in OF_LISTS:
        return OF_LISTS[operator](held, given)
    texts = list(held.values()) if isinstance(held, dict) else [held]
    test = OF_TEXT.get(operator) or COMPARE[operator]
    return any(test(text, given) for text in texts)
