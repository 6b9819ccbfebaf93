"""Arguments and variables of generated operations, made from the input types of the schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    get_named_type,
    is_leaf_type,
)
from hypothesis import strategies as st
from schakel_server.declare.catalogue import ColumnField, ManyField, TypeDeclaration

from tests.engine.reference.conditions import held_by
from tests.engine.reference.pools import Pools

Item = TypeVar("Item")
Made = tuple[str, Any]  # a value as a literal of a document, and as JSON
MAX_WHERE_DEPTH = 3
BAD_IDS = ["", "org", "org_x", "Org_01kasw3c9xe8v9m0r2q4t6y8za", "01kasw3c9xe8v9m0r2q4t6y8za"]


@cache
def _below(limit: int) -> st.SearchStrategy[int]:
    return st.integers(0, limit - 1)


@dataclass
class Dice:
    """Choices; all of them shrink to the first or to no."""

    draw: Callable[[st.SearchStrategy[int]], int]

    def below(self, limit: int) -> int:
        return self.draw(_below(limit)) if limit > 1 else 0

    def pick(self, items: Sequence[Item]) -> Item:
        return items[self.below(len(items))]

    def chance(self, percent: int) -> bool:
        return self.draw(_below(100)) >= 100 - percent


@dataclass
class Values:
    """Makes values of input types, as literals or as variables; `fault` says whether one mistake may be made."""

    dice: Dice
    pools: Pools
    may_err: bool
    definitions: list[str] = field(default_factory=list)
    variables: dict[str, Any] = field(default_factory=dict)
    is_plain: bool = False  # no variables below

    def fault(self) -> bool:
        """Whether to make the operation's one mistake here."""
        if self.may_err and self.dice.chance(25):
            self.may_err = False
            return True
        return False

    @contextmanager
    def plainly(self) -> Iterator[None]:
        """In this block values are literals all the way down, as a variable's own value has to be."""
        before, self.is_plain = self.is_plain, True
        try:
            yield
        finally:
            self.is_plain = before

    def given(
        self, kind: Any, make: Callable[[], Made], *, may_lack: bool = True, may_be_null: bool = True
    ) -> Made:
        """A value where one of this type belongs: as it is, or through a variable."""
        if self.is_plain or not self.dice.chance(30):
            return make()
        with self.plainly():
            literal, value = make()
        is_required = isinstance(kind, GraphQLNonNull)
        bare = str(kind.of_type if is_required else kind)
        ways = [(f"{bare}!", True), (f"{bare}! = {literal}", False)]
        if not is_required:
            ways += [(bare, True)]
        if not is_required and may_lack:
            ways += [(bare, False), (f"{bare} = {literal}", False), (f"{bare} = {literal}", True)]
        if not is_required and may_lack and may_be_null:
            ways += [(bare, None), (f"{bare} = {literal}", None)]
        definition, is_given = self.dice.pick(ways)
        name = self.declare(definition)
        if is_given is not False:
            self.variables[name] = value if is_given else None
        return f"${name}", value

    def declare(self, definition: str) -> str:
        """A new variable of this type (and default)."""
        name = f"v{len(self.definitions) + 1}"
        self.definitions.append(f"${name}: {definition}")
        return name

    def of(
        self, kind: Any, column: tuple[TypeDeclaration, ColumnField] | None = None, depth: int = 0
    ) -> Made:
        """A value of any input type, never null at the top."""
        bare = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if isinstance(bare, GraphQLList):
            size = self.dice.pick([1, 2, 0, 3])
            return _listed(
                [self.given(bare.of_type, lambda: self.of(bare.of_type, column, depth)) for _ in range(size)]
            )
        if isinstance(bare, GraphQLEnumType):
            name = self.dice.pick(sorted(bare.values))
            return name, name
        if isinstance(bare, GraphQLScalarType):
            return self._scalar(bare, column)
        assert isinstance(bare, GraphQLInputObjectType)
        return self._input(bare, column, depth)

    def _scalar(self, kind: GraphQLScalarType, column: tuple[TypeDeclaration, ColumnField] | None) -> Made:
        if kind.name == "Boolean":
            return literal(self.dice.chance(50))
        if kind.name == "ID" and self.fault():
            return literal(self.dice.pick([*BAD_IDS, self.dice.pick(self.pools.of_scalar("ID"))]))
        pool = self.pools.of_column(*column) if column else []
        return literal(self.dice.pick(pool or self.pools.of_scalar(kind.name)))

    def _input(
        self, kind: GraphQLInputObjectType, column: tuple[TypeDeclaration, ColumnField] | None, depth: int
    ) -> Made:
        if column is not None:
            return self._operators(kind, column)
        declaration = self._declaration(kind)
        if kind.is_one_of:
            return self._one_of(kind, declaration)
        names = [name for name, item in kind.fields.items() if isinstance(item.type, GraphQLNonNull)]
        optional = [name for name in kind.fields if name not in names]
        if depth >= MAX_WHERE_DEPTH:
            optional = [name for name in optional if _is_flat(kind.fields[name].type)]
        for _ in range(self.dice.pick([1, 2, 0]) if optional else 0):
            name = self.dice.pick(optional)
            names += [name] if name not in names else []
        return object_of([(name, self._field(kind, declaration, name, depth)) for name in names])

    def _field(
        self, kind: GraphQLInputObjectType, declaration: TypeDeclaration | None, name: str, depth: int
    ) -> Made:
        expected = kind.fields[name].type
        found = declaration.columns.get(name) if declaration else None
        column = (declaration, found) if declaration and found else None
        if not isinstance(expected, GraphQLNonNull) and self.dice.chance(4):
            return "null", None
        return self.given(expected, lambda: self.of(expected, column, depth + 1))

    def _operators(self, kind: GraphQLInputObjectType, column: tuple[TypeDeclaration, ColumnField]) -> Made:
        """Conditions on one column."""
        names = [self.dice.pick(list(kind.fields)) for _ in range(self.dice.pick([1, 2, 0]))]
        return object_of([(name, self._operator(kind, name, column)) for name in dict.fromkeys(names)])

    def _operator(
        self, kind: GraphQLInputObjectType, name: str, column: tuple[TypeDeclaration, ColumnField]
    ) -> Made:
        if self.fault():
            return "null", None
        expected = kind.fields[name].type

        def make() -> Made:
            return self._needle(column) if name in ("contains", "startsWith") else self.of(expected, column)

        return self.given(expected, make, may_be_null=False)

    def _needle(self, column: tuple[TypeDeclaration, ColumnField]) -> Made:
        """A piece of a text."""
        text = self.dice.pick(self.pools.of_column(*column) or [""])
        start = self.dice.pick([0, 0, self.dice.below(len(text) + 1)])
        piece = text[start : start + self.dice.pick([2, 1, 0, 5, 100])]
        return literal(self.dice.pick([piece, piece.upper()]))

    def _one_of(self, kind: GraphQLInputObjectType, declaration: TypeDeclaration | None) -> Made:
        name = self.dice.pick(list(kind.fields))
        expected: Any = GraphQLNonNull(kind.fields[name].type)
        assert declaration is not None
        if name in declaration.columns:
            column = (declaration, declaration.columns[name])
            return object_of([(name, self.given(expected, lambda: self.of(expected, column)))])
        part = self._part(declaration, name)
        row = self.dice.pick(self.pools.rows_of(part))
        inner = get_named_type(expected).fields
        values = [(key, _value_of(part, key, row, inner[key].type)) for key in inner]
        return object_of([(name, self.given(expected, lambda: object_of(values)))])

    def _part(self, declaration: TypeDeclaration, lookup: str) -> TypeDeclaration:
        relation = declaration.relations[declaration.lookups[lookup]]
        assert isinstance(relation, ManyField)
        return self.pools.tables.catalogue.types[relation.target]

    def _declaration(self, kind: GraphQLInputObjectType) -> TypeDeclaration | None:
        """The type that a `…Where` or `…By` is about."""
        name = kind.name.removesuffix("Where").removesuffix("By")
        return self.pools.tables.catalogue.types.get(name)


def _value_of(part: TypeDeclaration, key: str, row: Any, kind: Any) -> Made:
    value = held_by(row, part.columns[key])
    return (value, value) if isinstance(get_named_type(kind), GraphQLEnumType) else literal(value)


def _is_flat(kind: Any) -> bool:
    """Whether a filter only has operators, and leads to no other filter."""
    named = get_named_type(kind)
    return not isinstance(named, GraphQLInputObjectType) or all(
        is_leaf_type(get_named_type(item.type)) for item in named.fields.values()
    )


def literal(value: Any) -> Made:
    """A value of a scalar."""
    return json.dumps(value, ensure_ascii=False), value


def _listed(items: Sequence[Made]) -> Made:
    return f"[{', '.join(text for text, _ in items)}]", [value for _, value in items]


def object_of(members: Sequence[tuple[str, Made]]) -> Made:
    """An input object of these members."""
    text = ", ".join(f"{name}: {text}" for name, (text, _) in members)
    return f"{{{text}}}", {name: value for name, (_, value) in members}
