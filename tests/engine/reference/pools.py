"""Values to ask with: those that stand in the rows, so that questions find something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from schakel_server.declare.catalogue import ColumnField, TypeDeclaration
from tortoise.models import Model

from tests.engine.reference.conditions import held_by
from tests.engine.reference.tables import Tables

LONGEST = 80  # characters of a text that is asked for
SCALARS = {"id": "ID", "int": "Int", "ints": "Int", "float": "Float", "bool": "Boolean"}


@dataclass
class Pools:
    """The values of each column, and of each scalar."""

    tables: Tables
    _kept: dict[Any, list[Any]] = field(default_factory=dict)

    def of_column(self, declaration: TypeDeclaration, column: ColumnField) -> list[Any]:
        """The different values of a column as JSON has them, short ones first."""
        key = (declaration.name, column.flat_name)
        if key not in self._kept:
            rows = self.tables.all(declaration)
            self._kept[key] = _sorted(v for row in rows for v in _leaves(row, column))
        return self._kept[key]

    def of_scalar(self, name: str) -> list[Any]:
        """The different values of a scalar, wherever they stand."""
        if name not in self._kept:
            self._kept[name] = _sorted(
                value
                for declaration in self.tables.catalogue.types.values()
                for column in declaration.columns.values()
                if column.enum is None and column.scalar == name
                for value in self.of_column(declaration, column)
            )
        return self._kept[name]

    def rows_of(self, declaration: TypeDeclaration) -> list[Model]:
        return list(self.tables.all(declaration))


def _leaves(row: Model, column: ColumnField) -> Iterable[Any]:
    value = held_by(row, column)
    if column.kind in ("instant", "date") and value is not None:
        value = str(value)
    values = (
        list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [value]
    )
    return [v for v in values if v is not None and not (isinstance(v, str) and len(v) > LONGEST)]


def _sorted(values: Iterable[Any]) -> list[Any]:
    return sorted(set(values), key=lambda value: (len(str(value)), str(value)))
