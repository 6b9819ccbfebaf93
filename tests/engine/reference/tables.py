"""The rows that the reference executor answers from: each table read once by one plain Tortoise query."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from schakel_server.declare.catalogue import Catalogue, ManyField, ToOneField, TypeDeclaration
from tortoise import Tortoise
from tortoise.models import Model

Pairs = dict[str, list[str]]


@dataclass
class Tables:
    """All rows by type and id, and the pairs of each link table."""

    catalogue: Catalogue
    rows: dict[str, dict[str, Model]]
    links: dict[str, list[dict[str, str]]]
    written_at: dt.datetime
    _indexes: dict[Any, Any] = field(default_factory=dict)

    @classmethod
    async def load(cls, catalogue: Catalogue, written_at: dt.datetime) -> Tables:
        """Every row of the open database; `written_at` is when they were."""
        rows = {
            name: {str(row.pk): row for row in await Tortoise.apps["schakel"][name].all()}
            for name in catalogue.types
        }
        links = {table: await _pairs(table) for table in _link_tables(catalogue)}
        return cls(catalogue, rows, links, written_at)

    def all(self, declaration: TypeDeclaration) -> Iterable[Model]:
        """The rows of a type, in no order."""
        return self.rows[declaration.name].values()

    def related(self, relation: ToOneField | ManyField, row: Model) -> list[Model]:
        """The rows that a relation leads to, whoever may see them."""
        target = self.rows[relation.target]
        if isinstance(relation, ToOneField):
            identity = getattr(row, relation.column)
            return [target[identity]] if identity is not None else []
        return [target[identity] for identity in self._ids(relation).get(row.pk, ())]

    def _ids(self, relation: ManyField) -> Pairs:
        """The ids of a relation's rows by the id of their parent."""
        key = (relation.link_table or relation.target, relation.parent_column)
        if key not in self._indexes:
            found: Pairs = defaultdict(list)
            if relation.link_table is None:
                for row in self.rows[relation.target].values():
                    found[getattr(row, relation.parent_column)].append(row.pk)
            else:
                for pair in self.links[relation.link_table]:
                    found[pair[relation.parent_column]].append(pair[str(relation.target_column)])
            self._indexes[key] = dict(found)
        return self._indexes[key]  # type: ignore[no-any-return]


def _link_tables(catalogue: Catalogue) -> set[str]:
    return {
        relation.link_table
        for declaration in catalogue.types.values()
        for relation in declaration.relations.values()
        if isinstance(relation, ManyField) and relation.link_table
    }


async def _pairs(table: str) -> list[dict[str, str]]:
    (model, *_) = Tortoise.apps["schakel"].values()
    found = await model._meta.db.execute_query_dict(f"SELECT * FROM {table}")
    return [{name: value for name, value in pair.items() if name.endswith("_id")} for pair in found]
