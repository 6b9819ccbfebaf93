"""Facets: what the rows of a type can be counted by, read from the declarations of its fields and relations."""

from __future__ import annotations

from dataclasses import dataclass

from schakel_server.declare.catalogue import (
    Catalogue,
    ColumnField,
    ManyField,
    ToOneField,
    TypeDeclaration,
    constant,
)

KINDS = ("text", "enum", "int")  # of columns whose values can be counted
LISTS = ("texts", "ints")  # of columns of the row itself; each value in a list is counted


@dataclass(frozen=True)
class FacetField:
    """A facet by its name in the graph, e.g. `KIND`, `LOCATIONS_CITY`, `THEMES`.

    The values counted are those of `column`: of the row itself, or of the rows that `relation` leads to. `own`
    is where the facet's own conditions stand in a `where`. `label` names a value that is a node's id.
    """

    name: str
    column: ColumnField
    own: tuple[str, ...]
    relation: ToOneField | ManyField | None = None
    label: ColumnField | None = None


def facets_of(catalogue: Catalogue, declaration: TypeDeclaration) -> dict[str, FacetField]:
    """The facets of a type by name: its own columns, then its relations, then the columns of its parts."""
    found = [_by_column(column) for column in declaration.columns.values() if column.facet]
    for name, relation in declaration.relations.items():
        target = catalogue.types[relation.target]
        if relation.facet:
            found.append(_by_node(name, relation, target))
        elif isinstance(relation, ManyField) and not target.is_node and not relation.is_connection:
            found += [_by_part(name, relation, column) for column in target.columns.values() if column.facet]
    by_name = {facet.name: facet for facet in found}
    if len(by_name) < len(found):
        raise TypeError(f"{declaration.name} has two facets of the same name")
    return by_name


def _by_column(column: ColumnField) -> FacetField:
    return FacetField(constant(column.flat_name), _countable(column, KINDS + LISTS), (column.flat_name,))


def _by_node(name: str, relation: ToOneField | ManyField, target: TypeDeclaration) -> FacetField:
    own = (name, "some") if isinstance(relation, ManyField) else (name,)
    label = target.columns[relation.facet]
    return FacetField(constant(name), target.columns["id"], own, relation, label)


def _by_part(name: str, relation: ManyField, column: ColumnField) -> FacetField:
    own = (name, "some", column.flat_name)
    return FacetField(
        f"{constant(name)}_{constant(column.flat_name)}", _countable(column, KINDS), own, relation
    )


def _countable(column: ColumnField, kinds: tuple[str, ...]) -> ColumnField:
    if column.kind not in kinds or not column.where:
        raise TypeError(
            f"{column.flat_name} can't be a facet: where must know it, as one of {', '.join(kinds)}"
        )
    return column
