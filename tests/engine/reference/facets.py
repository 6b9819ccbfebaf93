"""Facets by brute force: every row that is left is looked at, and counted once for each value that it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schakel_server.declare.catalogue import ToOneField
from schakel_server.declare.facets import FacetField
from schakel_server.declare.values import word_for
from tortoise.models import Model

from tests.engine.reference.conditions import Sight, held_by, shown


def without(where: Mapping[str, Any], own: Sequence[str]) -> dict[str, Any]:
    """A `where` less a facet's own conditions, at the top and in AND."""
    kept: dict[str, Any] = {}
    for name, value in where.items():
        if name == "AND" and value:
            kept[name] = [without(item, own) for item in value]
        elif name != own[0] or not value:
            kept[name] = value
        elif left := without(value, own[1:]) if len(own) > 1 else {}:
            kept[name] = left
    return kept


@dataclass(frozen=True)
class FacetValue:
    """One value, with how often it was met; `row` is the node that it is the id of."""

    facet: FacetField
    value: Any
    count: int
    row: Model | None

    def label(self, locale: str) -> str:
        """What the value is called in a language."""
        if self.facet.label is not None:
            assert self.row is not None
            return str(shown(self.row, self.facet.label, locale))
        if self.facet.column.enum is not None:
            return word_for(self.facet.column.enum[self.value], locale)
        return str(self.value)


def values_of(facet: FacetField, rows: Sequence[Model], sight: Sight, first: int) -> list[FacetValue]:
    """The values that these rows have, most first, then by value."""
    met: Counter[Any] = Counter()
    nodes: dict[Any, Model] = {}
    for row in rows:
        held = _held(facet, row, sight)
        met.update(held.keys())
        nodes |= held
    ranked = sorted(met.items(), key=lambda item: (-item[1], item[0]))
    return [FacetValue(facet, value, count, nodes[value]) for value, count in ranked[:first]]


def _held(facet: FacetField, row: Model, sight: Sight) -> dict[Any, Model]:
    """The different values of one row, and the row of each."""
    if facet.relation is None:
        value = held_by(row, facet.column)
        return dict.fromkeys(value if isinstance(value, list) else [] if value is None else [value], row)
    others = sight.related(facet.relation, row)
    if facet.label is not None or isinstance(facet.relation, ToOneField):
        return {other.pk: other for other in others}
    return {value: other for other in others if (value := held_by(other, facet.column)) is not None}
