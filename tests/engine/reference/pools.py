"""Values to ask with: those that stand in the rows, so that questions find something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from schakel_server.access.viewer import ANONYMOUS
from schakel_server.declare.catalogue import ColumnField, TypeDeclaration
from schakel_server.search.text import words
from tortoise.models import Model

from tests.engine.reference.conditions import Sight, held_by
from tests.engine.reference.places import centre_of
from tests.engine.reference.tables import Tables

LONGEST = 80  # characters of a text that is asked for
SCALARS = {"id": "ID", "int": "Int", "ints": "Int", "float": "Float", "bool": "Boolean"}


@dataclass
class Pools:
    """The values of each column, and of each scalar."""

    tables: Tables
    now: dt.datetime
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

    def words(self) -> list[str]:
        """The different words of the columns that are searched, long enough to be looked for with a slip."""
        if "words" not in self._kept:
            self._kept["words"] = _sorted(
                word.folded
                for declaration in self.tables.catalogue.nodes()
                for column in declaration.searched()
                if column.enum is None
                for text in self.of_column(declaration, column)
                for word in words(str(text))
                if len(word.folded) > 2
            )
        return self._kept["words"]

    def positions(self) -> list[tuple[float, float]]:
        """The different positions that there are."""
        if "positions" not in self._kept:
            found = {(row.latitude, row.longitude) for row in self._spots()}
            self._kept["positions"] = sorted(place for place in found if None not in place)
        return self._kept["positions"]

    def places(self) -> list[str]:
        """The towns and postcodes where something is seen by everybody."""
        if "places" not in self._kept:
            sight = Sight(self.tables, ANONYMOUS, self.now)
            names = {name for row in self._spots() for name in (row.city, row.postcode) if name}
            self._kept["places"] = _sorted(name for name in names if centre_of(sight, name))
        return self._kept["places"]

    def _spots(self) -> list[Any]:
        types = self.tables.catalogue.types
        return [row for name in ("Address", "OfferLocation", "Activity") for row in self.rows_of(types[name])]

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
