"""The plan of an operation: which rows of which tables, in which order, and how their JSON is put together.

A plan says nothing of SQL or of a database; both dialects, and what checks them, start from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from schakel_server.access.conditions import EVERYTHING, All, Condition, Negation, OneOf, Related, Test
from schakel_server.declare.catalogue import ColumnField, ManyField, TypeDeclaration
from schakel_server.declare.computed import Make
from schakel_server.declare.facets import FacetField

Path: TypeAlias = tuple[str | int, ...]
NEEDED = "\x03"  # around what a computed field needs; JSON always escapes it


@dataclass(frozen=True, eq=False)
class Operand:
    """A value that is bound when the plan runs: where it comes from and how it is checked and converted."""

    source: Any
    kind: str
    path: Path = ()
    check: Callable[[Any], Any] | None = None
    is_list: bool = False


@dataclass(frozen=True)
class OrderTerm:
    """One step of an order: a column, or a measure.

    `upcoming` counts seconds from today, past ones last; `distance` is the square of the kilometres; `relevance`
    is the points of a search.
    """

    key: str
    column: ColumnField
    descending: bool
    measure: str = ""

    @property
    def kind(self) -> str:
        """The kind of value that the key is."""
        return {"upcoming": "bigint", "distance": "float", "relevance": "int"}.get(
            self.measure
        ) or self.column.kind


@dataclass(frozen=True, eq=False)
class Position:
    """A centre that is given; `cosine` and `sine` are of its latitude (the sine per degree)."""

    latitude: Operand
    longitude: Operand
    cosine: Operand
    sine: Operand


@dataclass(frozen=True, eq=False)
class Place:
    """A centre that the data set knows: a town by its folded name, or postcodes from least to most.

    `given` is what the caller wrote.
    """

    given: Operand
    town: Operand
    least: Operand
    most: Operand


@dataclass(frozen=True, eq=False)
class Near:
    """A circle on the map."""

    centre: Position | Place
    radius_km: Operand


@dataclass(frozen=True, eq=False)
class Search:
    """What is looked for: a formula that rows have to meet, and of each concept those of its levels of points."""

    text: Any
    match: Operand
    levels: tuple[tuple[Operand, ...], ...]
    marks: Operand


@dataclass
class Page:
    """The part of a list that is asked for: `size` rows after and before cursors, from the front or the back."""

    size: int
    backward: bool = False
    after: CursorOperands | None = None
    before: CursorOperands | None = None


@dataclass
class CursorOperands:
    """The keys that a cursor holds, in the order of the terms, and the id."""

    keys: list[Operand]
    id: Operand
    today: Operand | None = None


@dataclass(frozen=True)
class Root:
    """Rows asked for by themselves."""


@dataclass(frozen=True)
class ByIds:
    """Rows with these ids, keyed by id."""

    ids: Operand


@dataclass(frozen=True)
class One:
    """The row that a column of the parent rows points to, keyed by its id."""

    parent: Rows
    column: str


@dataclass(frozen=True)
class Many:
    """The rows of a relation of the parent rows, keyed by the parent's id."""

    parent: Rows
    relation: ManyField


@dataclass(frozen=True)
class Value:
    """A column as JSON; `language` is that of localised text, else the next in the fallback chain."""

    column: ColumnField
    language: str = ""


@dataclass(frozen=True)
class Slot:
    """A gap in a row's JSON: `column` of the row is the key under which `rows` has what belongs there."""

    column: str
    rows: Rows
    template: Template


@dataclass(frozen=True)
class CursorSlot:
    """A gap for the row's own cursor."""


@dataclass(frozen=True)
class DistanceSlot:
    """A gap for the row's distance to the centre of the circle."""


@dataclass(frozen=True)
class ScoreSlot:
    """A gap for how well the row fits what is searched for."""


@dataclass(frozen=True)
class HighlightSlot:
    """A gap for the row's highlights, made of these columns' text; `shape` says which members are asked for."""

    columns: tuple[ColumnField, ...]
    language: str
    shape: tuple[tuple[str, Any], ...]


Piece: TypeAlias = str | Value | Slot | CursorSlot | DistanceSlot | ScoreSlot | HighlightSlot


@dataclass(frozen=True, eq=False)
class Completion:
    """How a computed field is made, and in which language."""

    make: Make
    language: str


@dataclass
class Outlet:
    """One JSON object made for each row, such as `nodes { … }` or `edges { … }`.

    What a computed field needs stands in it between two `NEEDED`, a completion for each, in order.
    """

    pieces: list[Piece] = field(default_factory=list)
    completions: list[Completion] = field(default_factory=list)


@dataclass(eq=False)
class Rows:
    """A set of rows of one type: one part of the statement, one text in its answer.

    `has_cursor` where the page tells its ends, so that each row has to bring its cursor besides.
    """

    index: int
    type: TypeDeclaration
    source: Root | ByIds | One | Many
    condition: Condition = EVERYTHING
    order: tuple[OrderTerm, ...] = ()
    page: Page | None = None
    outlets: list[Outlet] = field(default_factory=list)
    has_cursor: bool = False
    today: Operand | None = None
    near: Near | None = None
    search: Search | None = None
    cursor_signature: str = ""
    is_read: bool = True

    @property
    def is_narrowed(self) -> bool:
        """Whether the caller wants less than all rows of the type that may be seen."""
        is_all = self.condition in (EVERYTHING, All(()))
        is_searched = self.near is not None or self.search is not None
        return not is_all or is_searched or isinstance(self.source, Many)


@dataclass(eq=False)
class Tally:
    """What is counted besides the rows of a page: the total, and whether anything stands on its other side."""

    index: int
    rows: Rows
    total: bool = False
    other_side: bool = False


@dataclass(eq=False)
class Counts:
    """How many of a connection's rows there are for each value of a facet, its own conditions left out.

    A line of its answer holds the value, the count, and, where values are nodes, a label in each of these languages.
    """

    VALUE: ClassVar[int] = 0
    COUNT: ClassVar[int] = 1
    LABELS: ClassVar[int] = 2

    index: int
    rows: Rows
    facet: FacetField
    condition: Condition
    size: int
    labels: list[str] = field(default_factory=list)

    @property
    def parts(self) -> int:
        """Of how many parts a line is, the key of its parent among them."""
        return 3 + (len(self.labels) if self.facet.label else 0)


@dataclass(eq=False)
class PlaceFound:
    """Whether the place around which rows are asked for is known."""

    index: int
    rows: Rows
    place: Place


# How the texts of a set become JSON


@dataclass(frozen=True)
class Single:
    """One object or null."""


@dataclass(frozen=True)
class ListOf:
    """A plain list."""


@dataclass(frozen=True)
class ByIdList:
    """One object or null for each id asked, in that order; `is_single` where one id is asked."""

    ids: Operand
    is_single: bool = False


@dataclass(eq=False)
class ConnectionOf:
    """A connection: `parts` are literal JSON, the number of an outlet to list, or the name of a fact."""

    rows: Rows
    parts: list[str | int | Fact | CountsPlace]
    tally: Tally | None = None


@dataclass(frozen=True)
class Fact:
    """A fact of a page: hasNextPage, hasPreviousPage, startCursor, endCursor, totalCount."""

    name: str


@dataclass(frozen=True, eq=False)
class CountsPlace:
    """Where the values of a facet are listed: `pieces` are literal JSON or the number of a line's part."""

    counts: Counts
    pieces: list[str | int]


@dataclass(frozen=True)
class CountOf:
    """How many rows a search over all types finds in one of its sets."""

    place: int


@dataclass(eq=False)
class SearchOf:
    """A search over all types: the sets of its types, and `parts` as those of a connection.

    `after` is the cursor of a search that has no sets to look at it.
    """

    rows: list[Rows]
    parts: list[str | int | Fact | CountOf]
    tallies: list[Tally]
    after: CursorOperands | None = None


Template: TypeAlias = Single | ListOf | ByIdList | ConnectionOf | SearchOf


@dataclass
class RootField:
    """A field at the root: literal JSON, or a template over a set of rows."""

    key: str
    literal: str = ""
    rows: list[Rows] = field(default_factory=list)
    template: Template = Single()


def operands_in(condition: Condition) -> Iterator[Operand]:
    """The operands of a condition: a facet leaves some out, but what is wrong with them is told all the same."""
    match condition:
        case All(parts) | OneOf(parts):
            for part in parts:
                yield from operands_in(part)
        case Negation(part) | Related(_, part):
            yield from operands_in(part)
        case Test(value=Operand() as operand):
            yield operand


@dataclass
class Plan:
    """Everything that one operation asks for."""

    roots: list[RootField] = field(default_factory=list)
    sets: list[Rows | Tally | Counts | PlaceFound] = field(default_factory=list)

    def extra_operands(self) -> list[Operand]:
        """Operands that are looked at besides the statement's: ids, cursors of no page, places."""
        asked = [root.template.ids for root in self.roots if isinstance(root.template, ByIdList)]
        for root in self.roots:
            if isinstance(root.template, SearchOf) and root.template.after is not None:
                asked += [*root.template.after.keys, root.template.after.id]
        asked += [item.search.marks for item in self.sets if isinstance(item, Rows) and item.search]
        for item in self.sets:
            if isinstance(item, Counts):
                asked += operands_in(item.rows.condition)
            if isinstance(item, Rows) and item.page and not item.is_read:
                for cursor in (item.page.after, item.page.before):
                    asked += [*cursor.keys, cursor.id] if cursor else []
            elif isinstance(item, PlaceFound):
                asked.append(item.place.given)
        return asked
