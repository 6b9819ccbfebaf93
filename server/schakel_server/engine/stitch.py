"""From the texts of a statement's answer to the JSON of the operation, without decoding what is in them.

Texts are bytes from the database to the socket: splitting and joining bytes copies memory, while text would
be decoded, looked at character by character whenever it is cut, and encoded again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from schakel_server.engine.computed import completed
from schakel_server.engine.facets import FacetList
from schakel_server.engine.failures import failure
from schakel_server.engine.highlighting import highlighting
from schakel_server.engine.merging import Merger
from schakel_server.engine.near import kilometres
from schakel_server.engine.paging import encode_cursor
from schakel_server.engine.plan import (
    ByIdList,
    Completion,
    ConnectionOf,
    Counts,
    CountsPlace,
    CursorSlot,
    DistanceSlot,
    Fact,
    HighlightSlot,
    ListOf,
    Operand,
    Outlet,
    PlaceFound,
    Plan,
    Root,
    RootField,
    Rows,
    ScoreSlot,
    SearchOf,
    Single,
    Slot,
    Tally,
    Template,
)
from schakel_server.engine.searching import scoring
from schakel_server.engine.sql import GAP
from schakel_server.engine.sql_facets import PART
from schakel_server.search.highlights import Marker

_GAP, _PART = GAP.encode(), PART.encode()


class Found(dict[bytes, bytes]):
    """The JSON of a set's rows by the key that gaps hold; `missing` gives what belongs in a gap without rows."""

    def __init__(self, texts: Mapping[bytes, bytes], missing: Callable[[bytes], bytes]) -> None:
        super().__init__(texts)
        self.missing = missing

    def __missing__(self, key: bytes) -> bytes:
        return self.missing(key)


class Answer:
    """What is known of one answer so far: the texts of its sets, and the JSON found in those that are done."""

    def __init__(self, texts: Sequence[bytes | None], sets: int, bound: Mapping[int, Any]) -> None:
        self.texts = texts
        self.bound = bound
        self.found: list[Found] = [_NOTHING] * sets
        self.tallies: dict[int, dict[bytes, tuple[bytes, ...]]] = {}
        self.counts: dict[int, dict[bytes, list[tuple[bytes, ...]]]] = {}


_NOTHING = Found({}, lambda _: b"null")
# What fills a kind of gap: the set of this number, a function of the key, or one that the answer has to make first.
Filler: TypeAlias = int | Found | Callable[[Answer], Found]
Step: TypeAlias = Callable[[Answer], None]


class Stitcher:
    """Puts the JSON of answers to one plan together, from the innermost sets outwards.

    Everything that only depends on the plan is settled when it is made.
    """

    def __init__(self, plan: Plan) -> None:
        templates = templates_of(plan)
        self.roots = plan.roots
        self.size = len(plan.sets)
        tallies: list[Step] = [_tally_step(item) for item in plan.sets if isinstance(item, Tally)]
        sets: list[Step] = [
            _rows_step(item, template)
            for item in reversed(plan.sets)
            if isinstance(item, Rows) and not isinstance(template := templates[item.index], SearchOf)
        ]
        self.mergers = {
            root.key: Merger(root.template, [_filling(rows) for rows in root.rows])
            for root in plan.roots
            if isinstance(root.template, SearchOf)
        }
        counts: list[Step] = [_counts_step(item) for item in plan.sets if isinstance(item, Counts)]
        self.steps = [*tallies, *counts, *sets]
        self.places = [item for item in plan.sets if isinstance(item, PlaceFound)]

    def run(self, texts: Sequence[bytes | None], bound: Mapping[int, Any]) -> dict[str, bytes]:
        """The JSON text of each root field by its key, in order; `bound` has the values of operands by identity.

        Raises INVALID_INPUT where a place that was asked about is not known.
        """
        for item in self.places:
            if texts[item.index] is None:
                raise failure("no_such_place", item.place.given.path, given=bound[id(item.place.given)])
        answer = Answer(texts, self.size, bound)
        for step in self.steps:
            step(answer)
        return {root.key: self._root(root, answer) for root in self.roots}

    def _root(self, root: RootField, answer: Answer) -> bytes:
        merger = self.mergers.get(root.key)
        return _root(root, answer) if merger is None else merger.made(answer.texts, answer.tallies, answer)


def _root(root: RootField, answer: Answer) -> bytes:
    template = root.template
    if root.literal:
        return root.literal.encode()
    if not isinstance(template, ByIdList):
        return answer.found[root.rows[0].index][b""]
    by_type = [answer.found[rows.index] for rows in root.rows]
    keys = [key.encode() for key in answer.bound[id(template.ids)]]
    texts = [next((found[key] for found in by_type if key in found), b"null") for key in keys]
    return texts[0] if template.is_single else b"[%b]" % b",".join(texts)


def _tally_step(tally: Tally) -> Step:
    parts = 1 + tally.total + tally.other_side

    def step(answer: Answer) -> None:
        lines = _lines(answer.texts[tally.index], parts)
        answer.tallies[tally.index] = {line[0]: line[1:] for line in lines}

    return step


def _counts_step(counts: Counts) -> Step:
    def step(answer: Answer) -> None:
        found = answer.counts[counts.index] = {}
        for line in _lines(answer.texts[counts.index], counts.parts):
            found.setdefault(line[0], []).append(line[1:])

    return step


def _rows_step(rows: Rows, template: Template) -> Step:
    """Cuts a set's text into rows once their gaps are filled, and finds the JSON for each key."""
    gaps = Gaps(rows.outlets, rows)
    parts = 1 + len(rows.outlets) + rows.has_cursor
    together: Callable[[Iterable[tuple[bytes, ...]], Answer], Found]
    match template:
        case Single() | ByIdList():
            together = _singles
        case ListOf():
            together = _lists
        case ConnectionOf() if isinstance(rows.source, Root):
            return _page_step(rows, template)
        case ConnectionOf():
            together = Connection(template).pages

    def step(answer: Answer) -> None:
        text = answer.texts[rows.index]
        if text:
            text = gaps.filled(text, answer)
        answer.found[rows.index] = together(_lines(text, parts), answer)

    return step


def _page_step(rows: Rows, template: ConnectionOf) -> Step:
    """The same for a page that belongs to no parent: cut first, so that only the rows of the page are filled."""
    page = Connection(template)
    parts = 1 + len(rows.outlets) + rows.has_cursor
    gaps = [Gaps([outlet], rows) for outlet in rows.outlets]

    def step(answer: Answer) -> None:
        text = answer.texts[rows.index]
        flat = text.split(_PART) if text else []
        count = len(flat) // parts
        kept = page.kept(count)
        lists = [b",".join(flat[i + 1 :: parts][kept]) for i in range(len(rows.outlets))]
        lists = [wanted.filled(text, answer) for text, wanted in zip(lists, gaps, strict=True)]
        cursors = flat[parts - 1 :: parts][kept] if rows.has_cursor else []
        made = page.made(b"", lists, (cursors[0], cursors[-1]) if cursors else None, count, answer)
        answer.found[rows.index] = Found({b"": made}, lambda _: made)

    return step


def _filling(rows: Rows) -> list[Callable[[bytes, Answer], bytes]]:
    """What fills the gaps of one row's object, for each object that is made of it."""
    return [Gaps([outlet], rows).filled for outlet in rows.outlets]


def _marking(slot: HighlightSlot, marks: Operand) -> Callable[[Answer], Found]:
    """Marks what was searched for; known by the answer only."""
    return lambda answer: Found({}, highlighting(slot, Marker(answer.bound[id(marks)])))


def _fillers(outlet: Outlet, rows: Rows) -> list[Filler]:
    """What fills the gaps of each row's object, in the order in which they stand."""
    found: list[Filler] = []
    for piece in outlet.pieces:
        match piece:
            case Slot():
                found.append(piece.rows.index)
            case CursorSlot():
                found.append(Found({}, lambda keys: b'"%b"' % encode_cursor(rows.cursor_signature, keys)))
            case DistanceSlot():
                found.append(Found({}, kilometres))
            case ScoreSlot():
                found.append(Found({}, scoring(rows.search)))
            case HighlightSlot() if rows.search is not None:
                found.append(_marking(piece, rows.search.marks))
    return found


class Gaps:
    """What the gaps of rows are filled with: every row has the same ones, so each kind is filled at one go."""

    def __init__(self, outlets: Sequence[Outlet], rows: Rows) -> None:
        self.fillers = [filler for outlet in outlets for filler in _fillers(outlet, rows)]
        self.completions: list[Completion] = [done for outlet in outlets for done in outlet.completions]

    def filled(self, text: bytes, answer: Answer) -> bytes:
        """The text of rows with its gaps filled, and then with its computed fields made."""
        if not text:
            return text
        if self.fillers:
            parts = text.split(_GAP)
            step = 2 * len(self.fillers)
            for i, filler in enumerate(self.fillers):
                if isinstance(filler, int):
                    found = answer.found[filler]
                else:
                    found = filler if isinstance(filler, Found) else filler(answer)
                parts[2 * i + 1 :: step] = map(found.__getitem__, parts[2 * i + 1 :: step])
            text = b"".join(parts)
        return completed(text, self.completions) if self.completions else text


def _lines(text: bytes | None, parts: int) -> Iterable[tuple[bytes, ...]]:
    """The rows of a set: every one has as many parts, the first of which is its key."""
    flat = text.split(_PART) if text else []
    return zip(*(flat[i::parts] for i in range(parts)), strict=True)


def _singles(lines: Iterable[tuple[bytes, ...]], _: Answer) -> Found:
    return Found(dict(lines), lambda _: b"null")  # type: ignore[arg-type]


def _lists(lines: Iterable[tuple[bytes, ...]], _: Answer) -> Found:
    lists: dict[bytes, list[bytes]] = {}
    for key, text in lines:
        if key in lists:
            lists[key].append(text)
        else:
            lists[key] = [text]
    return Found({key: b"[%b]" % b",".join(texts) for key, texts in lists.items()}, lambda _: b"[]")


class Connection:
    """Makes pages of one connection."""

    def __init__(self, template: ConnectionOf) -> None:
        page = template.rows.page
        assert page is not None
        self.size, self.backward = page.size, page.backward
        self.signature = template.rows.cursor_signature
        self.has_cursor = template.rows.has_cursor
        self.outlets = len(template.rows.outlets)
        self.tally = template.tally
        self.parts = [_settled(part) for part in template.parts]

    def kept(self, count: int) -> slice:
        """Which of so many rows are the page; one more was asked for, to know whether more follows."""
        if count <= self.size:
            return slice(None)
        return slice(-self.size, None) if self.backward else slice(self.size)

    def pages(self, lines: Iterable[tuple[bytes, ...]], answer: Answer) -> Found:
        """A page for each parent's key, an empty one for any other."""
        groups: dict[bytes, list[tuple[bytes, ...]]] = {}
        for line in lines:
            if line[0] in groups:
                groups[line[0]].append(line)
            else:
                groups[line[0]] = [line]
        texts = {key: self._page(key, rows, answer) for key, rows in groups.items()}
        return Found(texts, lambda key: self._page(key, [], answer))

    def _page(self, key: bytes, rows: list[tuple[bytes, ...]], answer: Answer) -> bytes:
        kept = rows[self.kept(len(rows))]
        lists = [b",".join([row[i + 1] for row in kept]) for i in range(self.outlets)]
        ends = (kept[0][-1], kept[-1][-1]) if kept and self.has_cursor else None
        return self.made(key, lists, ends, len(rows), answer)

    def made(
        self,
        key: bytes,
        lists: Sequence[bytes],
        ends: tuple[bytes, bytes] | None,
        count: int,
        answer: Answer,
    ) -> bytes:
        """The JSON of one page: its lists, the cursors' keys at its ends, and how many rows were found."""
        texts = []
        for part in self.parts:
            if isinstance(part, bytes):
                texts.append(part)
            elif isinstance(part, int):
                texts.append(lists[part])
            elif isinstance(part, FacetList):
                texts.append(part.made(answer.counts[part.index].get(key, ())))
            else:
                texts.append(self._fact(part, key, ends, count > self.size, answer))
        return b"".join(texts)

    def _fact(
        self, fact: Fact, key: bytes, ends: tuple[bytes, bytes] | None, has_more: bool, answer: Answer
    ) -> bytes:
        if fact.name in ("startCursor", "endCursor"):
            keys = ends[fact.name == "endCursor"] if ends else None
            return b"null" if keys is None else b'"%b"' % encode_cursor(self.signature, keys)
        if fact.name == ("hasPreviousPage" if self.backward else "hasNextPage"):
            return b"true" if has_more else b"false"
        tally = self.tally
        counted = answer.tallies[tally.index].get(key) if tally else None
        if fact.name == "totalCount":
            return counted[0] if counted else b"0"
        return counted[-1] if counted and tally and tally.other_side else b"false"


def _settled(part: str | int | Fact | CountsPlace) -> bytes | int | Fact | FacetList:
    if isinstance(part, str):
        return part.encode()
    return FacetList(part) if isinstance(part, CountsPlace) else part


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
