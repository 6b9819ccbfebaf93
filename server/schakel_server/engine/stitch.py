"""From the texts of a statement's answer to the JSON of the operation, without decoding what is in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from schakel_server.engine.near import kilometres
from schakel_server.engine.paging import encode_cursor
from schakel_server.engine.plan import (
    ByIdList,
    ConnectionOf,
    CursorSlot,
    DistanceSlot,
    Fact,
    ListOf,
    Outlet,
    Plan,
    Rows,
    Single,
    Slot,
    Tally,
    Template,
)
from schakel_server.engine.sql import GAP, PART, ROW

Lookup = Callable[[str], str]


class Stitcher:
    """Puts the JSON of one answer together, from the innermost sets outwards."""

    def __init__(
        self,
        plan: Plan,
        templates: Mapping[int, Template],
        texts: Sequence[str | None],
        bound: Mapping[int, Any],
    ) -> None:
        self.plan = plan
        self.templates = templates
        self.texts = texts
        self.bound = bound
        self.lookups: dict[int, Lookup] = {}
        self.tallies: dict[int, dict[str, list[str]]] = {}

    def run(self) -> dict[str, str]:
        """The JSON text of each root field by its key, in order."""
        for item in self.plan.sets:
            if isinstance(item, Tally):
                text = self.texts[item.index]
                lines = text.split(ROW) if text else []
                self.tallies[item.index] = {key: rest for key, *rest in (line.split(PART) for line in lines)}
        for item in reversed(self.plan.sets):
            if isinstance(item, Rows):
                self.lookups[item.index] = self._lookup(item, self.templates[item.index])
        return {root.key: root.literal or self._root(root.template, root.rows) for root in self.plan.roots}

    def _root(self, template: Template, rows: list[Rows]) -> str:
        if not isinstance(template, ByIdList):
            return self.lookups[rows[0].index]("")
        found = [
            next((t for t in (self.lookups[r.index](key) for r in rows) if t != "null"), "null")
            for key in self._ids(template)
        ]
        return found[0] if template.is_single else f"[{','.join(found)}]"

    def _ids(self, template: ByIdList) -> list[str]:
        ids: list[str] = self.bound[id(template.ids)]
        return ids

    def _lookup(self, rows: Rows, template: Template) -> Lookup:
        text = self.texts[rows.index]
        lines = text.split(ROW) if text else []
        gaps = [self._gaps(outlet) for outlet in rows.outlets]
        match template:
            case Single() | ByIdList():
                return self._single(lines, gaps[0])
            case ListOf():
                return self._list(lines, gaps[0])
            case ConnectionOf():
                return self._connection(template, lines, gaps)

    def _gaps(self, outlet: Outlet) -> list[Lookup | None]:
        """A lookup for each gap of an outlet; None stands for the row's own cursor."""
        found: list[Lookup | None] = []
        for piece in outlet.pieces:
            if isinstance(piece, Slot):
                found.append(self.lookups[piece.rows.index])
            elif isinstance(piece, CursorSlot):
                found.append(None)
            elif isinstance(piece, DistanceSlot):
                found.append(kilometres)
        return found

    def _single(self, lines: list[str], gaps: list[Lookup | None]) -> Lookup:
        found = {}
        for line in lines:
            key, text = line.split(PART)
            found[key] = _filled(text, gaps) if gaps else text
        return lambda key: found.get(key, "null")

    def _list(self, lines: list[str], gaps: list[Lookup | None]) -> Lookup:
        found: dict[str, list[str]] = {}
        for line in lines:
            key, text = line.split(PART)
            found.setdefault(key, []).append(_filled(text, gaps) if gaps else text)
        joined = {key: f"[{','.join(texts)}]" for key, texts in found.items()}
        return lambda key: joined.get(key, "[]")

    def _connection(
        self, template: ConnectionOf, lines: list[str], gaps: list[list[Lookup | None]]
    ) -> Lookup:
        pages: dict[str, list[list[str]]] = {}
        for line in lines:
            key, *parts = line.split(PART)
            pages.setdefault(key, []).append(parts)
        found = {key: self._page(template, key, rows, gaps) for key, rows in pages.items()}
        return lambda key: found.get(key) or self._page(template, key, [], gaps)

    def _page(
        self, template: ConnectionOf, key: str, rows: list[list[str]], gaps: list[list[Lookup | None]]
    ) -> str:
        page = template.rows.page
        assert page is not None
        has_more = len(rows) > page.size
        if has_more:
            rows = rows[-page.size :] if page.backward else rows[: page.size]
        texts = []
        for part in template.parts:
            if isinstance(part, str):
                texts.append(part)
            elif isinstance(part, int):
                filled, order = gaps[part], template.rows.cursor_signature
                made = (
                    [_filled(row[part], filled, row[-1], order) for row in rows]
                    if filled
                    else [row[part] for row in rows]
                )
                texts.append(",".join(made))
            else:
                texts.append(self._fact(part, template, key, has_more, rows))
        return "".join(texts)

    def _fact(
        self, fact: Fact, template: ConnectionOf, key: str, has_more: bool, rows: list[list[str]]
    ) -> str:
        page, tally = template.rows.page, template.tally
        assert page is not None
        if fact.name in ("startCursor", "endCursor"):
            end = 0 if fact.name == "startCursor" else -1
            return f'"{encode_cursor(template.rows.cursor_signature, rows[end][-1])}"' if rows else "null"
        if fact.name == ("hasPreviousPage" if page.backward else "hasNextPage"):
            return "true" if has_more else "false"
        counted = self.tallies[tally.index].get(key) if tally else None
        if fact.name == "totalCount":
            return counted[0] if counted else "0"
        return counted[-1] if counted and tally and tally.other_side else "false"


def _filled(text: str, gaps: list[Lookup | None], cursor: str = "", order: str = "") -> str:
    """A row's text with its gaps filled; a gap without a lookup is for the row's own cursor."""
    parts = text.split(GAP)
    for i, lookup in enumerate(gaps):
        parts[2 * i + 1] = lookup(parts[2 * i + 1]) if lookup else f'"{encode_cursor(order, cursor)}"'
    return "".join(parts)


def templates_of(plan: Plan) -> dict[int, Template]:
    """The template of each set: its root field's, or that of the gap that it fills."""
    found: dict[int, Template] = {}
    for root in plan.roots:
        for rows in root.rows:
            found[rows.index] = root.template
    for item in plan.sets:
        if isinstance(item, Rows):
            for outlet in item.outlets:
                for piece in outlet.pieces:
                    if isinstance(piece, Slot):
                        found[piece.rows.index] = piece.template
    return found
