"""The words for fields: one call declares a column and all that the graph says about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, TypedDict, Unpack

from tortoise.fields.base import OnDelete
from tortoise.fields.relational import ForeignKeyFieldInstance, ManyToManyFieldInstance

from schakel_server.declare.values import Locale, Scalar
from schakel_server.storage import columns

APP = "schakel"


class Weight(StrEnum):
    """How much a match in a searched field counts."""

    A = "A"  # what it is called
    B = "B"  # summaries, other names, kinds
    C = "C"  # long text and what else is said of it


@dataclass(frozen=True)
class Group:
    """An object in the graph that is made of several columns of one row, e.g. `hoursPerWeek {min max}`."""

    name: str
    type_name: str
    description: str


@dataclass(frozen=True)
class Inverse:
    """The name under which the other side of a relation appears on the earlier type."""

    name: str
    description: str


@dataclass(frozen=True)
class Graph:
    """What the graph says of a column beyond its type."""

    description: str
    example: str
    scalar: str = "String"
    enum: type[Enum] | None = None
    where: bool = True
    order: bool = False
    facet: bool = False
    group: Group | None = None
    name: str = ""
    search: Weight | None = None


@dataclass(frozen=True)
class Relation:
    """What the graph says of a relation; `plural` is how the inverse side (or a link) is listed.

    `facet` is the column of the target by which a value is named where rows are counted by this relation.
    """

    target: str
    description: str
    inverse: Inverse | None = None
    plural: str = "connection"
    order: tuple[str, ...] = ()
    part: bool = False
    across: Inverse | None = None
    facet: str = ""


class Options(TypedDict, total=False):
    """What any column can be given: storage (`null unique index default`), filters, search, its place in a group."""

    null: bool
    unique: bool
    index: bool
    default: Any
    where: bool
    order: bool
    facet: bool
    group: Group
    name: str
    search: Weight


_STORAGE = {"null": "null", "unique": "unique", "index": "db_index", "default": "default"}


def _storage(options: Options) -> dict[str, Any]:
    return {to: options[name] for name, to in _STORAGE.items() if name in options}  # type: ignore[literal-required]


def _declared(column: columns.Column, description: str, example: str, options: Options, **more: Any) -> Any:
    graph = {name: value for name, value in options.items() if name not in _STORAGE}
    column.graph = Graph(description, example, **graph, **more)  # type: ignore[arg-type]
    return column


def text(description: str, example: str, scalar: Scalar = Scalar.STRING, **options: Unpack[Options]) -> Any:
    """Text in one language, or in none: names, codes, addresses."""
    return _declared(columns.Text(**_storage(options)), description, example, options, scalar=scalar.value)


def local_text(description: str, example: str, **options: Unpack[Options]) -> Any:
    """Text in up to four languages; the graph gives the one that the viewer reads."""
    return _declared(columns.LocalText(**_storage(options)), description, example, options)


def choice(enum: type[Enum], description: str, example: str, **options: Unpack[Options]) -> Any:
    """One value of an enum."""
    return _declared(columns.Choice(enum, **_storage(options)), description, example, options, enum=enum)


def choices(enum: type[Enum], description: str, example: str, **options: Unpack[Options]) -> Any:
    """Several values of an enum, in the order given."""
    return _declared(columns.TextList(enum, **_storage(options)), description, example, options, enum=enum)


def texts(description: str, example: str, scalar: Scalar = Scalar.STRING, **options: Unpack[Options]) -> Any:
    """Several short texts, such as codes, in the order given."""
    return _declared(
        columns.TextList(**_storage(options)), description, example, options, scalar=scalar.value
    )


def languages(description: str, example: str, **options: Unpack[Options]) -> Any:
    """The languages that the row's localised columns have; kept in step by itself."""
    return _declared(columns.Languages(), description, example, options, enum=Locale)


def numbers(description: str, example: str, **options: Unpack[Options]) -> Any:
    """Several whole numbers, in the order given."""
    return _declared(columns.IntList(**_storage(options)), description, example, options, scalar="Int")


def number(description: str, example: str, **options: Unpack[Options]) -> Any:
    """A whole number; money is in cents."""
    return _declared(columns.Whole(**_storage(options)), description, example, options, scalar="Int")


def decimal(description: str, example: str, places: int = 4, **options: Unpack[Options]) -> Any:
    """A number with a fraction, rounded to `places` where it leaves the graph."""
    return _declared(columns.Real(places, **_storage(options)), description, example, options, scalar="Float")


def flag(description: str, example: str, **options: Unpack[Options]) -> Any:
    """True or false."""
    return _declared(columns.Flag(**_storage(options)), description, example, options, scalar="Boolean")


def moment(description: str, example: str, **options: Unpack[Options]) -> Any:
    """A moment in UTC, whole seconds."""
    return _declared(columns.Instant(**_storage(options)), description, example, options, scalar="DateTime")


def date(description: str, example: str, **options: Unpack[Options]) -> Any:
    """A calendar date."""
    return _declared(columns.Day(**_storage(options)), description, example, options, scalar="Date")


def to_one(
    target: str,
    description: str,
    inverse: Inverse | None = None,
    *,
    null: bool = False,
    order: Sequence[str] = (),
    across: Inverse | None = None,
    facet: str = "",
) -> Any:
    """A relation to one node of an earlier (or the same) type; `inverse` is a connection on that type.

    On a part, `across` names a connection from that type to the nodes that the parts belong to. `facet` makes it
    a facet, whose values are named by this column of the target.
    """
    foreign_key: Any = ForeignKeyFieldInstance(
        f"{APP}.{target}",
        related_name=False,
        null=null,
        on_delete=OnDelete.RESTRICT,
        db_index=True,
    )
    foreign_key.graph = Relation(target, description, inverse, order=tuple(order), across=across, facet=facet)
    return foreign_key


def part_of(target: str, inverse: Inverse, *, order: Sequence[str]) -> Any:
    """The node that a part belongs to; the parts are a plain list on it, in this order."""
    foreign_key: Any = ForeignKeyFieldInstance(
        f"{APP}.{target}",
        related_name=False,
        on_delete=OnDelete.CASCADE,
        db_index=True,
    )
    foreign_key.graph = Relation(target, "", inverse, "list", tuple(order), part=True)
    return foreign_key


def to_many(
    target: str,
    through: str,
    description: str,
    inverse: Inverse | None = None,
    *,
    order: Sequence[str] = (),
    plural: str = "list",
    facet: str = "",
) -> Any:
    """A relation to several nodes, kept in the link table `through`; a plain list unless it can grow.

    `facet` makes it a facet, whose values are named by this column of the target.
    """
    link: Any = ManyToManyFieldInstance(
        f"{APP}.{target}",
        through=through,
        related_name=f"{through}_rows",
        on_delete=OnDelete.CASCADE,
    )
    link.graph = Relation(target, description, inverse, plural, tuple(order), facet=facet)
    return link
