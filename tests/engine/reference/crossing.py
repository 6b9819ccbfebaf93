"""The search over all types: everything that can be found is put in one order, of which a page is cut."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from schakel_server.declare.catalogue import TypeDeclaration
from schakel_server.storage.ids import prefix_of
from tortoise.models import Model

from tests.engine.reference.conditions import Sight
from tests.engine.reference.lists import BadCursor, opened
from tests.engine.reference.searching import Search
from tests.engine.reference.tables import Tables

MARK = "search01"  # begins every cursor of this order


@dataclass(frozen=True)
class Hit:
    """Something that was found."""

    search: Search
    declaration: TypeDeclaration
    row: Model

    @property
    def rank(self) -> tuple[int, str]:
        """What comes first is greatest: most points, then the newest, as ids count time behind their type."""
        return self.search.points(self.declaration, self.row) or 0, self.row.pk.partition("_")[2]

    @property
    def cursor(self) -> str:
        text = json.dumps([MARK, self.rank[0], self.row.pk])
        return base64.urlsafe_b64encode(text.encode()).decode()


@dataclass(frozen=True)
class CrossPage:
    """One page of all that was found, and how many there are of each type."""

    hits: list[Hit]
    counts: dict[str, int]
    has_next: bool
    has_previous: bool


def row_at(tables: Tables, cursor: str) -> tuple[TypeDeclaration, Model]:
    """The row that a cursor stands at; raises BadCursor."""
    mark, *_, identity = opened(cursor)
    declaration = tables.catalogue.by_prefix().get(prefix_of(identity) or "")
    if mark != MARK or declaration is None or identity not in tables.rows[declaration.name]:
        raise BadCursor
    return declaration, tables.rows[declaration.name][identity]


def cross_page(sight: Sight, search: Search, given: Mapping[str, Any]) -> CrossPage:
    """The page that `types`, `first` and `after` ask for."""
    asked = given.get("types")
    found: list[Hit] = []
    counts: dict[str, int] = {}
    for declaration in sight.tables.catalogue.nodes():
        if declaration.searched() and (asked is None or declaration.constant in asked):
            hits = [
                Hit(search, declaration, row)
                for row in sight.tables.all(declaration)
                if not search.is_empty
                and sight.sees(declaration, row)
                and search.points(declaration, row) is not None
            ]
            counts[declaration.constant] = len(hits)
            found += hits
    found.sort(key=lambda hit: hit.rank, reverse=True)
    start = 0
    if given.get("after") is not None:
        mark = Hit(search, *row_at(sight.tables, given["after"]))
        start = sum(hit.rank >= mark.rank for hit in found)
    size = 20 if given.get("first") is None else given["first"]
    page = found[start : start + size]
    return CrossPage(page, counts, len(found) > start + size, start > 0)
