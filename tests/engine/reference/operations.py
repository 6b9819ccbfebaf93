"""Operations over the whole schema for hypothesis to choose from; what there is to ask comes from the schema."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLNonNull,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
)
from hypothesis import strategies as st
from schakel_server.declare.values import Locale

from tests.engine.reference.finding import Finding
from tests.engine.reference.pools import Pools
from tests.engine.reference.values import Dice, Made, Values

MAX_DEPTH = 5  # of objects
MAX_FIELDS = 36
MAX_ALIASES = 12  # of new fields; fragments that are spread again have theirs again, and 30 are allowed
BAD_CURSORS = ["", "x", "WyJk", "bm9uZQ", "é", "W10", "WyIwMDAwMDAwMCIsIm9mZmVyXzAxIl0"]
BAD_CURSORS += [
    "WyJzZWFyY2gwMSIsMTAwLCJ4Il0",
    "WyJzZWFyY2gwMSIsIm9mZmVyXzAxIl0",
]  # of a search, but for its id or points
PAGING = ("first", "last", "after", "before")
APART = (*PAGING, "orderBy", "near", "search", "text")
MEASURES = {"DISTANCE": "near", "RELEVANCE": "search"}  # orders, and the argument that each needs


@dataclass(frozen=True)
class CursorWanted:
    """A variable to be given one of the cursors in the answer to a query."""

    name: str
    query: str
    place: int


@dataclass(frozen=True)
class Operation:
    """A document with its variables, those but for cursors that an earlier answer has to give."""

    query: str
    variables: dict[str, Any]
    cursors: tuple[CursorWanted, ...]
    locale: str


@dataclass
class Scope:
    """The keys of one object of the answer: under each its field with arguments, and the keys below it."""

    keys: dict[str, tuple[str, str, Scope]] = field(default_factory=dict)


@dataclass
class Maker:
    """Makes one operation."""

    dice: Dice
    schema: GraphQLSchema
    values: Values
    fields_left: int = MAX_FIELDS
    aliases: int = 0
    fragments: dict[str, list[str]] = field(default_factory=dict)  # names by type
    texts: list[str] = field(default_factory=list)
    cursors: list[CursorWanted] = field(default_factory=list)

    def operation(self) -> Operation:
        """The whole document."""
        query = self.schema.query_type
        assert query is not None
        selection = self.selection(query, Scope(), 0)
        definitions = f"({', '.join(self.values.definitions)})" if self.values.definitions else ""
        locale = self.dice.pick(list(Locale)).name
        text = " ".join([f"query{definitions} {selection}", *self.texts])
        return Operation(text, self.values.variables, tuple(self.cursors), locale)

    # Selections

    def selection(self, kind: Any, scope: Scope, depth: int, *, is_apart: bool = False) -> str:
        """What to ask of an object; `is_apart` where its keys may meet others that aren't known here."""
        size = self.dice.pick([2, 1, 3, 5]) if depth else self.dice.pick([1, 1, 2, 3])
        items = [self._item(kind, scope, depth, is_apart) for _ in range(size)]
        return f"{{ {' '.join(items)} }}"

    def _item(self, kind: Any, scope: Scope, depth: int, is_apart: bool) -> str:
        way = self.dice.below(20)
        if depth < MAX_DEPTH and self.fields_left > 0 and self.aliases < MAX_ALIASES:
            if is_abstract_type(kind) and way > 4:
                target = self.dice.pick(sorted(self.schema.get_possible_types(kind), key=str))
                return f"... on {target.name}{self._directive()} {self.selection(target, Scope(), depth + 1, is_apart=True)}"
            if way == 19:
                return self._spread(kind, depth)
            if way >= 17:
                return self._inline(kind, scope, depth, is_apart)
        return self._field(kind, scope, depth, is_apart)

    def _inline(self, kind: Any, scope: Scope, depth: int, is_apart: bool) -> str:
        """A fragment in place: on the type, on its interface, or on nothing."""
        ways = [f" on {kind.name}", "", *(f" on {name}" for name in self._faces(kind))]
        on = self.dice.pick(ways)
        narrowed = self.schema.type_map[on.removeprefix(" on ")] if on else kind
        inner = self.selection(narrowed, scope, depth + 1, is_apart=is_apart)
        return f"...{on}{self._directive()} {inner}"

    def _faces(self, kind: Any) -> list[str]:
        """The interfaces and unions that an object of this type may be of besides."""
        own = set(self.schema.get_possible_types(kind)) if is_abstract_type(kind) else {kind}
        others = (found for found in self.schema.type_map.values() if is_abstract_type(found))
        return [o.name for o in others if o is not kind and own & set(self.schema.get_possible_types(o))]

    def _spread(self, kind: Any, depth: int) -> str:
        """A named fragment: one that is there, or a new one."""
        target = self.schema.type_map[self.dice.pick([kind.name, *self._faces(kind)])]
        known = self.fragments.setdefault(target.name, [])
        if not known or (self.aliases < MAX_ALIASES and self.dice.chance(50)):
            inner = self.selection(target, Scope(), depth + 1, is_apart=True)
            name = f"F{len(self.texts) + 1}"
            self.texts.append(f"fragment {name} on {target.name} {inner}")
            known.append(name)
            return f"...{name}{self._directive()}"
        return f"...{self.dice.pick(known)}{self._directive()}"

    def _directive(self) -> str:
        if not self.dice.chance(12):
            return ""
        name = self.dice.pick(["include", "skip"])
        if self.values.fault():
            return f" @{name}(if: ${self._variable('Boolean = true', None)})"
        condition, _ = self.values.given(
            GraphQLNonNull(self.schema.type_map["Boolean"]),
            lambda: self.values.of(self.schema.type_map["Boolean"]),
        )
        return f" @{name}(if: {condition})"

    # Fields

    def _field(self, kind: Any, scope: Scope, depth: int, is_apart: bool) -> str:
        self.fields_left -= 1
        known = getattr(kind, "fields", {})  # a union has none
        fields = {name: item for name, item in known.items() if not name.startswith("__")}
        if depth and (depth >= MAX_DEPTH or self.fields_left <= 0):
            fields = {name: item for name, item in fields.items() if is_leaf_type(get_named_type(item.type))}
        if not fields or self.dice.chance(4):
            return "__typename"
        if is_apart and self.aliases >= MAX_ALIASES:
            return "__typename"
        if scope.keys and not is_apart and self.dice.chance(10):
            return self._again(kind, scope, depth)
        name = self._chosen(fields)
        return self._new(kind, scope, depth, is_apart, name)

    def _chosen(self, fields: dict[str, GraphQLField]) -> str:
        """A field, of those that lead on more often than there are."""
        leading = [name for name, item in fields.items() if not is_leaf_type(get_named_type(item.type))]
        return self.dice.pick(leading if leading and self.dice.chance(55) else list(fields))

    def _new(self, kind: Any, scope: Scope, depth: int, is_apart: bool, name: str) -> str:
        item = kind.fields[name]
        arguments = self._arguments(kind, name, item, depth)
        key, text = name, f"{name}{arguments}"
        if is_apart or name in scope.keys or (self.aliases < MAX_ALIASES and self.dice.chance(10)):
            self.aliases += 1
            key = f"a{self.aliases}"
            text = f"{key}: {text}"
        below = Scope()
        scope.keys[key] = (name, text, below)
        return text + self._directive() + self._below(item, below, depth)

    def _again(self, kind: Any, scope: Scope, depth: int) -> str:
        """A field that was asked for already, to be merged with that."""
        name, text, below = self.dice.pick(list(scope.keys.values()))
        return (
            text + self._directive() + self._below(kind.fields[name], below, depth)
            if name in kind.fields
            else "__typename"
        )

    def _below(self, item: GraphQLField, scope: Scope, depth: int) -> str:
        named = get_named_type(item.type)
        return "" if is_leaf_type(named) else f" {self.selection(named, scope, depth + 1)}"

    # Arguments

    def _arguments(self, kind: Any, name: str, item: GraphQLField, depth: int) -> str:
        if get_named_type(item.type).name.endswith("Connection"):
            found = self._page_arguments(kind, name, item, depth)
        else:
            found = [
                (key, self._argument(argument.type))
                for key, argument in item.args.items()
                if key not in PAGING and (isinstance(argument.type, GraphQLNonNull) or self.dice.chance(40))
            ]
            found += self._size(item, depth) if "first" in item.args else []
        return f"({', '.join(f'{key}: {text}' for key, text in found)})" if found else ""

    def _argument(self, kind: Any) -> str:
        if str(kind) == "[ID!]!" and self.values.fault():
            ids = self.values.pools.of_scalar("ID")
            return f"${self._variable('[ID!]!', [self.dice.pick(ids)] * 101)}"
        return self.values.given(kind, lambda: self.values.of(kind))[0]

    def _variable(self, kind: str, value: Any) -> str:
        name = self.values.declare(kind)
        self.values.variables[name] = value
        return name

    def _page_arguments(self, kind: Any, name: str, item: GraphQLField, depth: int) -> list[tuple[str, str]]:
        found = [
            (key, self._argument(argument.type))
            for key, argument in item.args.items()
            if key not in APART and self.dice.chance(35)
        ]
        side = self.dice.pick([one for one in ("after", "before") if one in item.args])
        is_paged = self.dice.chance(30)
        # What a cursor depends on is asked once more to get one, by itself and thus without variables.
        with self.values.plainly() if is_paged else nullcontext():
            shared = self._order(item)
        found += shared
        found += self._size(item, depth)
        if is_paged:
            found += self._cursor(kind, name, side, shared)
        return found

    def _order(self, item: GraphQLField) -> list[tuple[str, str]]:
        """What is searched for, the circle, and the order, which may depend on them."""
        found: dict[str, str] = {}
        for key, make in (("near", self._near), ("search", self._text), ("text", self._text)):
            if key not in item.args:
                continue
            argument = item.args[key].type
            if isinstance(argument, GraphQLNonNull) or self.dice.chance(25):
                found[key] = self.values.given(argument, partial(make, argument), may_lack=False)[0]
            elif self.dice.chance(2):
                found[key] = "null"
        if "orderBy" in item.args and self.dice.chance(40):
            found["orderBy"] = self._terms(item, {name for name, text in found.items() if text != "null"})
        return list(found.items())

    def _terms(self, item: GraphQLField, given: set[str]) -> str:
        with self.values.plainly():
            terms = [
                self.values.of(item.args["orderBy"].type.of_type) for _ in range(self.dice.pick([1, 2, 3, 0]))
            ]
        kept = [
            text
            for text, value in terms
            if MEASURES.get(value["field"]) in (None, *given) or self.values.fault()
        ]
        return f"[{', '.join(kept)}]"

    def _near(self, kind: Any) -> Made:
        return Finding(self.values).near(kind)

    def _text(self, _: Any) -> Made:
        return Finding(self.values).text()

    def _size(self, item: GraphQLField, depth: int) -> list[tuple[str, str]]:
        if self.values.fault():
            bad = [[("first", 0)], [("first", 101)], [("last", -1)], [("first", 1), ("last", 1)]]
            known = [sizes for sizes in bad if all(side in item.args for side, _ in sizes)]
            return [(side, str(size)) for side, size in self.dice.pick(known)]
        if not depth and self.dice.chance(20):
            return [("first", "null")] if self.dice.chance(30) else []
        side = self.dice.pick([side for side in ("first", "last") if side in item.args])
        sizes = [2, 1, 3, 5] if depth else [3, 1, 2, 7, 20, 100]

        def make() -> Made:
            size = self.dice.pick(sizes)
            return str(size), size

        return [(side, self.values.given(item.args[side].type, make, may_lack=not depth)[0])]

    def _cursor(
        self, kind: Any, name: str, side: str, shared: list[tuple[str, str]]
    ) -> list[tuple[str, str]]:
        if self.values.fault():
            return [(side, f"${self._variable('String', self.dice.pick(BAD_CURSORS))}")]
        arguments = ", ".join(["first: 100", *(f"{key}: {text}" for key, text in shared)])
        asked = f"{name}({arguments}) {{ edges {{ cursor }} }}"
        if kind is not self.schema.query_type:
            declaration = self.values.pools.tables.catalogue.types.get(kind.name)
            if declaration is None or not declaration.is_node:
                return []
            asked = f"{declaration.many}(first: 100) {{ nodes {{ {asked} }} }}"
        wanted = CursorWanted(self.values.declare("String"), f"{{ {asked} }}", self.dice.below(50))
        self.cursors.append(wanted)
        return [(side, f"${wanted.name}")]


def operations(schema: GraphQLSchema, pools: Pools) -> st.SearchStrategy[Operation]:
    """Any operation over this schema; about one in twelve has a mistake in it."""

    @st.composite
    def made(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Operation:
        dice = Dice(draw)
        return Maker(dice, schema, Values(dice, pools, may_err=dice.chance(8))).operation()

    return made()
