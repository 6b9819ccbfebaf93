"""What a caller did wrong: every field that an operation asks for is looked at, whether or not a row leads to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLIncludeDirective,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLSkipDirective,
    GraphQLUnionType,
    InlineFragmentNode,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
    is_leaf_type,
)
from graphql.execution.values import get_argument_values, get_directive_values
from schakel_server.declare.catalogue import Catalogue, ManyField, TypeDeclaration
from schakel_server.search.questions import concepts_of
from schakel_server.storage.ids import prefix_of
from schakel_server.storage.text import is_storable

from tests.engine.reference.conditions import Sight
from tests.engine.reference.crossing import row_at
from tests.engine.reference.lists import BadCursor, Circle, order_of, own_order, row_of
from tests.engine.reference.tables import Tables

BOUNDS = {"latitude": (-85, 85), "longitude": (-180, 180), "distanceKm": (0, 500)}
MAX_PAGE = MAX_IDS = 100
MAX_TEXT, MAX_CONCEPTS = 200, 10


@dataclass(frozen=True)
class Fault:
    """A code and the place in the answer that it is about."""

    code: str
    path: tuple[str, ...] = ()


@dataclass
class Checker:
    """Looks for faults in the arguments of one operation."""

    schema: GraphQLSchema
    sight: Sight
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Any
    searched: Sequence[str] | None = None  # the types of the search over all types that is looked at

    @property
    def tables(self) -> Tables:
        return self.sight.tables

    @property
    def catalogue(self) -> Catalogue:
        return self.tables.catalogue

    def faults(
        self, kind: GraphQLObjectType, selections: SelectionSetNode, path: tuple[str, ...] = ()
    ) -> Iterator[Fault]:
        """Every fault below this selection."""
        for node in self._fields(kind, selections, path):
            if isinstance(node, Fault):
                yield node
            elif not node.name.value.startswith("__"):
                yield from self._field(kind, node, path)

    def _fields(
        self, kind: GraphQLObjectType, selections: SelectionSetNode, path: tuple[str, ...]
    ) -> Iterator[FieldNode | Fault]:
        for node in selections.selections:
            try:
                is_asked = self._is_asked(node)
            except GraphQLError:
                yield Fault("INVALID_INPUT")
                continue
            if not is_asked:
                continue
            if isinstance(node, FieldNode):
                yield node
                continue
            assert isinstance(node, FragmentSpreadNode | InlineFragmentNode)
            fragment = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
            if fragment.type_condition is None or self._is_a(kind, fragment.type_condition.name.value):
                yield from self._fields(kind, fragment.selection_set, path)

    def _is_searched(self, name: str) -> bool:
        declaration = self._type(name)
        is_asked = self.searched is None or declaration.constant in self.searched
        return is_asked and bool(declaration.searched())

    def _is_a(self, kind: GraphQLObjectType, name: str) -> bool:
        other = self.schema.type_map[name]
        return other is kind or (is_abstract_type(other) and self.schema.is_sub_type(other, kind))

    def _is_asked(self, node: Any) -> bool:
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not (skip and skip["if"]) and (include is None or bool(include["if"]))

    def _field(self, kind: GraphQLObjectType, node: FieldNode, above: tuple[str, ...]) -> Iterator[Fault]:
        path = (*above, node.alias.value if node.alias else node.name.value)
        definition = kind.fields[node.name.value]
        try:
            given = get_argument_values(definition, node, self.variables)
        except GraphQLError:
            yield Fault("INVALID_INPUT", path)
            return
        if not all_storable(given):
            yield Fault("INVALID_INPUT", path)
            return
        inner = get_named_type(definition.type)
        yield from (Fault(code, path) for code in self._codes(kind.name, node.name.value, inner, given))
        if is_leaf_type(inner) or node.selection_set is None:
            return
        for target in self._targets(inner, given):
            yield from self.faults(target, node.selection_set, path)

    def _targets(self, kind: Any, given: Mapping[str, Any]) -> list[GraphQLObjectType]:
        """The types that a field can give: those that the ids asked for are of, or that were searched."""
        if "text" in given:
            self.searched = given.get("types")
        if isinstance(kind, GraphQLUnionType):
            return [item for item in kind.types if self._is_searched(item.name)]
        if kind.name in ("SearchEdge", "SearchCount"):
            return [kind] if any(self._is_searched(item.name) for item in self.catalogue.nodes()) else []
        if not isinstance(kind, GraphQLInterfaceType):
            return [kind]
        asked = {prefix_of(item) or "" for item in given.get("ids", [given.get("id", "")])}
        known = self.catalogue.by_prefix()
        names = [known[prefix].name for prefix in asked if prefix in known]
        return [self.schema.type_map[name] for name in names]  # type: ignore[misc]

    def _codes(self, kind: str, name: str, inner: Any, given: Mapping[str, Any]) -> Iterator[str]:
        if name in ("node", "nodes") and isinstance(inner, GraphQLInterfaceType):
            ids = given.get("ids", [given.get("id", "")])
            if len(ids) > MAX_IDS:
                yield "INVALID_INPUT"
            if any(prefix_of(item) is None for item in ids):
                yield "INVALID_ID"
        elif "by" in given:
            yield from _id_codes([given["by"]["id"]] if "id" in given["by"] else [], self._type(inner.name))
        elif name == "facets":
            yield from page_codes(given)
        elif inner.name == "SearchConnection":
            yield from self._search_codes(given)
        elif inner.name.endswith("Connection"):
            yield from self._connection_codes(kind, name, inner.name.removesuffix("Connection"), given)

    def _type(self, name: str) -> TypeDeclaration:
        return self.catalogue.types[name]

    def _connection_codes(
        self, kind: str, name: str, target_name: str, given: Mapping[str, Any]
    ) -> Iterator[str]:
        target = self._type(target_name)
        near, text = given.get("near"), given.get("search")
        yield from page_codes(given)
        yield from where_codes(self.catalogue, target, given.get("where"))
        yield from near_codes(self.sight, near)
        yield from search_codes(text)
        asked = {term["field"] for term in given.get("orderBy") or ()}
        if (near is None and "DISTANCE" in asked) or (text is None and "RELEVANCE" in asked):
            yield "INVALID_INPUT"
            return
        own = own_order(self._relation(kind, name))
        order = order_of(target, given.get("orderBy"), own, is_searched=text is not None)
        for side in ("after", "before"):
            if given.get(side) is not None:
                try:
                    row_of(order, given[side], self.tables.rows[target.name])
                except BadCursor:
                    yield "INVALID_CURSOR"

    def _search_codes(self, given: Mapping[str, Any]) -> Iterator[str]:
        """What is wrong with a search over all types."""
        yield from page_codes(given)
        yield from search_codes(given["text"])
        if given.get("after") is not None:
            try:
                row_at(self.tables, given["after"])
            except BadCursor:
                yield "INVALID_CURSOR"

    def _relation(self, kind: str, name: str) -> ManyField | None:
        relation = self._type(kind).fields.get(name) if kind in self.catalogue.types else None
        return relation if isinstance(relation, ManyField) else None


def page_codes(given: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with `first` and `last`."""
    sizes = [given[name] for name in ("first", "last") if given.get(name) is not None]
    if len(sizes) == 2 or any(not 1 <= size <= MAX_PAGE for size in sizes):
        yield "INVALID_INPUT"


def near_codes(sight: Sight, near: Mapping[str, Any] | None) -> Iterator[str]:
    """What is wrong with a circle: not one centre, off the map, or around what is not known."""
    if near is None:
        return
    given = {name: value for name, value in near.items() if value is not None}
    if any(not least <= given[k] <= most for k, (least, most) in BOUNDS.items() if k in given):
        yield "INVALID_INPUT"
    has_centre = given.keys() - {"distanceKm"} in ({"place"}, {"latitude", "longitude"})
    if not has_centre or Circle.of(sight, near) is None:
        yield "INVALID_INPUT"


def search_codes(text: str | None) -> Iterator[str]:
    """What is wrong with a text that is searched for."""
    if text is None:
        return
    text = unicodedata.normalize("NFC", text)
    if len(text) > MAX_TEXT or len(concepts_of(text)) > MAX_CONCEPTS:
        yield "INVALID_INPUT"


def where_codes(
    catalogue: Catalogue, declaration: TypeDeclaration, where: Mapping[str, Any] | None
) -> Iterator[str]:
    """What is wrong with a `where`: null where a value belongs, and what is no id of the type."""
    for name, value in (where or {}).items():
        if value is None:
            continue
        if name in ("AND", "OR", "NOT"):
            for item in value if isinstance(value, list) else [value]:
                yield from where_codes(catalogue, declaration, item)
        elif name in declaration.columns:
            yield from ("INVALID_INPUT" for given in value.values() if given is None)
            if name == "id":
                ids = [i for given in value.values() for i in (given if isinstance(given, list) else [given])]
                yield from _id_codes([item for item in ids if item is not None], declaration)
        else:
            relation = declaration.relations[name]
            inner = value.values() if isinstance(relation, ManyField) else [value]
            for item in inner:
                yield from where_codes(catalogue, catalogue.types[relation.target], item)


def _id_codes(ids: Sequence[str], declaration: TypeDeclaration) -> Iterator[str]:
    yield from ("INVALID_ID" for item in ids if prefix_of(item) != declaration.prefix)


def all_storable(value: Any) -> bool:
    """Whether all text in a value can be stored."""
    if isinstance(value, str):
        return is_storable(value)
    if isinstance(value, dict):
        return all(all_storable(item) for item in value.values())
    return all(all_storable(item) for item in value) if isinstance(value, list) else True
