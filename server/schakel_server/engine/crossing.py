"""The plan of a search over all types: a set for each type, each with a page of its own, merged when stitched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import FieldNode, SelectionSetNode

from schakel_server.access.conditions import EVERYTHING, NOTHING
from schakel_server.declare.catalogue import TypeDeclaration
from schakel_server.engine import plan as p
from schakel_server.engine.failures import failure
from schakel_server.engine.paging import order_terms, page_of
from schakel_server.engine.selection import Operation, collect

MARK = "search01"  # stands in a cursor of this order, as the signature of a type's order does in its cursors

Written = Callable[[TypeDeclaration, list[SelectionSetNode | None], p.Rows, p.Path], p.Outlet]


@dataclass(frozen=True)
class Parts:
    """What the compiler lends: making a set, adding a tally, writing an edge, writing a node."""

    new_rows: Callable[..., p.Rows]
    added: Callable[[p.Tally], p.Tally]
    edge: Written
    node: Written


class CrossSearch:
    """Compiles one root field `search`."""

    def __init__(self, operation: Operation, parts: Parts, path: p.Path) -> None:
        self.operation = operation
        self.parts = parts
        self.path = path
        self.template = p.SearchOf([], [], [])

    def root(self, key: str, nodes: list[FieldNode], given: Mapping[str, Any]) -> p.RootField:
        """The root field with its sets."""
        search = self.operation.searches.search_of(nodes[0], given["text"], self.path)
        assert search is not None
        types = self._types(given.get("types"))
        for declaration in types:
            self.template.rows.append(self._rows(declaration, given, search))
        if not types:  # the page is looked at all the same
            self.template.after = self._page(self.operation.catalogue.nodes()[0], given).after
        self._members([node.selection_set for node in nodes])
        return p.RootField(key, rows=self.template.rows, template=self.template)

    def _types(self, asked: Sequence[str] | None) -> list[TypeDeclaration]:
        found = [declaration for declaration in self.operation.catalogue.nodes() if declaration.searched()]
        return found if asked is None else [item for item in found if item.constant in asked]

    def _rows(self, declaration: TypeDeclaration, given: Mapping[str, Any], search: p.Search) -> p.Rows:
        return self.parts.new_rows(
            declaration,
            p.Root(),
            condition=EVERYTHING if search.levels else NOTHING,
            order=order_terms(declaration, None, is_searched=True),
            page=self._page(declaration, given),
            search=search,
            cursor_signature=MARK,
            is_read=False,
        )

    def _page(self, declaration: TypeDeclaration, given: Mapping[str, Any]) -> p.Page:
        terms = order_terms(declaration, None, is_searched=True)
        page = page_of(given, MARK, terms, self.path)
        if page.after is not None:
            page.after = _of_type(page.after, declaration.prefix)
        return page

    def _members(self, selections: list[SelectionSetNode | None]) -> None:
        parts, opening = self.template.parts, "{"
        for key, nodes in collect(self.operation, "SearchConnection", selections).items():
            parts.append(f'{opening}"{key}":')
            opening = ","
            inner, path = [node.selection_set for node in nodes], (*self.path, key)
            match nodes[0].name.value:
                case "__typename":
                    parts.append('"SearchConnection"')
                case "nodes":
                    self._listed(self.parts.node, inner, path)
                case "edges":
                    self._listed(self.parts.edge, inner, path)
                case "pageInfo":
                    self._page_info(inner)
                case "totalCount":
                    parts.append(p.Fact("totalCount"))
                    self._count()
                case "counts":
                    self._counts(inner)
        parts.append("}" if opening == "," else "{}")

    def _listed(self, written: Written, selections: list[SelectionSetNode | None], path: p.Path) -> None:
        self._read()
        number = 0
        for rows in self.template.rows:
            number = len(rows.outlets)
            rows.outlets.append(written(rows.type, selections, rows, path))
        self.template.parts += ["[", number, "]"]

    def _read(self) -> None:
        for rows in self.template.rows:
            rows.is_read = rows.has_cursor = True

    def _page_info(self, selections: list[SelectionSetNode | None]) -> None:
        opening, parts = "{", self.template.parts
        for key, nodes in collect(self.operation, "PageInfo", selections).items():
            name = nodes[0].name.value
            parts.append(f'{opening}"{key}":')
            opening = ","
            if name == "__typename":
                parts.append('"PageInfo"')
                continue
            parts.append(p.Fact(name))
            self._read()
            if name == "hasPreviousPage" and any(
                rows.page and rows.page.after for rows in self.template.rows
            ):
                for tally in self._tallies():
                    tally.other_side = True
        parts.append("}" if opening == "," else "{}")

    def _counts(self, selections: list[SelectionSetNode | None]) -> None:
        self._count()
        parts, between = self.template.parts, "["
        for place, rows in enumerate(self.template.rows):
            opening = f"{between}{{"
            between = ","
            for key, nodes in collect(self.operation, "SearchCount", selections).items():
                parts.append(f'{opening}"{key}":')
                opening = ","
                name = nodes[0].name.value
                words = {"__typename": '"SearchCount"', "type": f'"{rows.type.constant}"'}
                parts.append(p.CountOf(place) if name == "count" else words[name])
            parts.append("}" if opening == "," else f"{opening}}}")
        parts.append("]" if between == "," else "[]")

    def _count(self) -> None:
        for tally in self._tallies():
            tally.total = True

    def _tallies(self) -> list[p.Tally]:
        if not self.template.tallies:
            sets = self.operation.plan.sets
            for rows in self.template.rows:
                self.template.tallies.append(self.parts.added(p.Tally(len(sets), rows)))
        return self.template.tallies


def _of_type(cursor: p.CursorOperands, prefix: str) -> p.CursorOperands:
    """The place of a cursor among the rows of one type: ids are compared without what tells their type."""
    inner = cursor.id
    assert inner.check is not None
    check = inner.check

    def moved(text: str) -> str:
        kind, mark, rest = str(check(text)).partition("_")
        if not mark or not kind:
            raise failure("no_cursor", inner.path, given=text)
        return f"{prefix}_{rest}"

    return p.CursorOperands(cursor.keys, p.Operand(inner.source, "text", inner.path, moved))
