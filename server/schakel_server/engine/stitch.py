"""From the texts of a statement's answer to the JSON of the operation, without decoding what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    Piece,
    Plan,
    Rows,
    Single,
    Slot,
    Tally,
    Template,
)
from schakel_server.engine.sql import GAP, PART


class Found(dict[str, str]):
    """The JSON of a set's rows by the key that gaps hold; `missing` gives what belongs in a gap without rows."""

    def __init__(self, texts: Mapping[str, str], missing: Callable[[str], str]) -> None:
        super().__init__(texts)
        self.missing = missing

    def __missing__(self, key: str) -> str:
        return self.missing(key)


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
        self.found: dict[int, Found] = {}
        self.tallies: dict[int, dict[str, list[str]]] = {}

    def run(self) -> dict[str, str]:
        """The JSON text of each root field by its key, in order."""
        for item in self.plan.sets:
            if isinstance(item, Tally):
                rows = _rows(self.texts[item.index], 1 + item.total + item.other_side)
                self.tallies[item.index] = {key: rest for key, *rest in rows}
        for item in reversed(self.plan.sets):
            if isinstance(item, Rows):
                self.found[item.index] = self._found(item, self.templates[item.index])
        return {root.key: root.literal or self._root(root.template, root.rows) for root in self.plan.roots}

    def _root(self, template: Template, rows: list[Rows]) -> str:
        if not isinstance(template, ByIdList):
            return self.found[rows[0].index][""]
        ids: list[str] = self.bound[id(template.ids)]
        by_type = [self.found[r.index] for r in rows]
        texts = [next((found[key] for found in by_type if key in found), "null") for key in ids]
        return texts[0] if template.is_single else f"[{','.join(texts)}]"

    def _found(self, rows: Rows, template: Template) -> Found:
        text = self.texts[rows.index]
        gaps = [
            gap
            for outlet in rows.outlets
            for piece in outlet.pieces
            if (gap := self._gap(piece, rows)) is not None
        ]
        if text and gaps:
            text = _filled(text, gaps)
        lines = _rows(text, 1 + len(rows.outlets) + rows.has_cursor)
        match template:
            case Single() | ByIdList():
                return Found({key: text for key, text in lines}, lambda _: "null")  # noqa: C416
            case ListOf():
                return _lists(lines)
            case ConnectionOf():
                return self._connection(template, lines)

    def _gap(self, piece: Piece, rows: Rows) -> Found | None:
        """What fills the gap of a piece, None where it leaves none."""
        match piece:
            case Slot():
                return self.found[piece.rows.index]
            case CursorSlot():
                return Found({}, lambda keys: f'"{encode_cursor(rows.cursor_signature, keys)}"')
            case DistanceSlot():
                return Found({}, kilometres)
        return None

    def _connection(self, template: ConnectionOf, lines: Iterable[tuple[str, ...]]) -> Found:
        pages: dict[str, list[tuple[str, ...]]] = {}
        for line in lines:
            if line[0] in pages:
                pages[line[0]].append(line)
            else:
                pages[line[0]] = [line]
        texts = {key: self._page(template, key, rows) for key, rows in pages.items()}
        return Found(texts, lambda key: self._page(template, key, []))

    def _page(self, template: ConnectionOf, key: str, rows: list[tuple[str, ...]]) -> str:
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
                texts.append(",".join([row[part + 1] for row in rows]))
            else:
                texts.append(self._fact(part, template, key, has_more, rows))
        return "".join(texts)

    def _fact(
        self, fact: Fact, template: ConnectionOf, key: str, has_more: bool, rows: list[tuple[str, ...]]
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


def _filled(text: str, gaps: list[Found]) -> str:
    """The text of a set with its gaps filled: every row has the same ones, so each kind is filled at one go."""
    parts = text.split(GAP)
    step = 2 * len(gaps)
    for i, found in enumerate(gaps):
        parts[2 * i + 1 :: step] = map(found.__getitem__, parts[2 * i + 1 :: step])
    return "".join(parts)


def _rows(text: str | None, parts: int) -> Iterable[tuple[str, ...]]:
    """The rows of a set: every one has as many parts."""
    flat = text.split(PART) if text else []
    return zip(*(flat[i::parts] for i in range(parts)), strict=True)


def _lists(lines: Iterable[tuple[str, ...]]) -> Found:
    found: dict[str, list[str]] = {}
    for key, text in lines:
        if key in found:
            found[key].append(text)
        else:
            found[key] = [text]
    return Found({key: f"[{','.join(texts)}]" for key, texts in found.items()}, lambda _: "[]")


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
