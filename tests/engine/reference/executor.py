"""The reference executor: graphql-core carries the operation out, field by field, with the obvious resolvers."""

from __future__ import annotations

import datetime as dt
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLScalarType,
    GraphQLSchema,
    OperationDefinitionNode,
    build_schema,
    execute_sync,
    parse,
)
from graphql.execution.values import get_variable_values
from schakel_server.access.viewer import ANONYMOUS
from schakel_server.declare.catalogue import (
    ColumnField,
    ComputedField,
    GroupField,
    ManyField,
    ToOneField,
    TypeDeclaration,
)
from schakel_server.declare.facets import FacetField, facets_of
from schakel_server.storage.ids import prefix_of
from tortoise.models import Model

from tests.engine.reference.checks import Checker, Fault, all_storable
from tests.engine.reference.conditions import Sight, shown
from tests.engine.reference.crossing import CrossPage, Hit, cross_page
from tests.engine.reference.facets import FacetValue, values_of, without
from tests.engine.reference.lists import Circle, Connection, Sorting, cut, day_of, order_of, own_order
from tests.engine.reference.searching import Library
from tests.engine.reference.tables import Tables

SCALAR_PARTS = ("parse_value", "parse_literal", "coerce_input_value", "coerce_input_literal")


@dataclass(frozen=True)
class Found:
    """A row as an object of the graph; `group` where it is one of the objects made of its columns."""

    declaration: TypeDeclaration
    row: Model
    group: GroupField | None = None


@dataclass(frozen=True)
class Edge:
    """One place in a page."""

    page: Connection
    row: Model


@dataclass(frozen=True)
class Asked:
    """One operation being carried out: what its caller sees, in which language, and on which day."""

    sight: Sight
    locale: str

    @property
    def today(self) -> int:
        return int(self.sight.now.replace(hour=0, minute=0, second=0).timestamp())


class Reference:
    """Answers read operations over rows in memory; `answer` gives the data or the faults."""

    def __init__(self, sdl: str, scalars: Mapping[str, Any], tables: Tables, now: dt.datetime) -> None:
        self.schema = _schema(sdl, scalars)
        self.tables = tables
        self.library = Library(tables, tables.written_at)
        self.now = now

    def answer(
        self, query: str | DocumentNode, variables: Mapping[str, Any], locale: str = "NL"
    ) -> dict[str, Any] | set[Fault]:
        """The data of the only operation, else what is wrong with it."""
        document = parse(query) if isinstance(query, str) else query
        given = _normal(variables)
        sight = Sight(self.tables, ANONYMOUS, self.now)
        faults = self._faults(document, given, sight)
        if faults:
            return faults
        asked = Asked(sight, locale)
        result = execute_sync(
            self.schema,
            document,
            context_value=asked,
            variable_values=given,
            field_resolver=self._resolve,
            type_resolver=lambda found, *_: found.declaration.name,
        )
        if result.errors:
            raise result.errors[0]
        return result.data or {}

    def _faults(self, document: DocumentNode, given: dict[str, Any], sight: Sight) -> set[Fault]:
        (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
        fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
        variables = get_variable_values(self.schema, operation.variable_definitions or (), given)
        if isinstance(variables, list) or not all_storable(variables.coerced):
            return {Fault("INVALID_INPUT")}
        query = self.schema.query_type
        assert isinstance(query, GraphQLObjectType)
        checker = Checker(self.schema, sight, fragments, variables)
        return set(checker.faults(query, operation.selection_set))

    # Resolvers

    def _resolve(self, source: Any, info: GraphQLResolveInfo, **given: Any) -> Any:
        given, name, asked = _normal(given), info.field_name, info.context
        match source:
            case None:
                return self._root(asked, name, given)
            case Found():
                return self._of_row(asked, source, name, given)
            case Connection():
                return self._of_page(source, name, given)
            case FacetValue() if name == "label":
                return source.label(given.get("locale") or asked.locale)
            case FacetValue():
                return str(source.value) if name == "value" else source.count
            case Edge():
                return self._of_edge(asked, source, name, given)
            case CrossPage():
                return _of_cross_page(source, name)
            case Hit():
                return _of_hit(source, name, given.get("locale") or asked.locale)
        return source[name]

    def _root(self, asked: Asked, name: str, given: dict[str, Any]) -> Any:
        if name == "node":
            return self._by_id(asked, given["id"])
        if name == "nodes":
            return [self._by_id(asked, identity) for identity in given["ids"]]
        if name == "search":
            return cross_page(asked.sight, self.library.search(given["text"]), given)
        for declaration in self.tables.catalogue.nodes():
            if name == declaration.one:
                return self._by(asked, declaration, given["by"])
            if name == declaration.many:
                return self._connection(asked, declaration, list(self.tables.all(declaration)), given)
        raise KeyError(name)

    def _by_id(self, asked: Asked, identity: str) -> Found | None:
        declaration = self.tables.catalogue.by_prefix().get(prefix_of(identity) or "")
        row = self.tables.rows[declaration.name].get(identity) if declaration else None
        return Found(declaration, row) if declaration and row and asked.sight.sees(declaration, row) else None

    def _by(self, asked: Asked, declaration: TypeDeclaration, by: dict[str, Any]) -> Found | None:
        ((name, value),) = by.items()
        if name in declaration.lookups:
            where = {declaration.lookups[name]: {"some": {k: {"eq": v} for k, v in value.items()}}}
        else:
            where = {name: {"eq": value}}
        found = [
            row
            for row in self.tables.all(declaration)
            if asked.sight.sees(declaration, row) and asked.sight.matches(declaration, where, row)
        ]
        return Found(declaration, max(found, key=lambda row: str(row.pk))) if found else None

    def _of_row(self, asked: Asked, found: Found, name: str, given: dict[str, Any]) -> Any:
        types = self.tables.catalogue.types
        item = (found.group or found.declaration).fields[name]
        match item:
            case ColumnField():
                return shown(found.row, item, given.get("locale") or asked.locale)
            case GroupField():
                return Found(found.declaration, found.row, item)
            case ComputedField():
                asked = Asked(asked.sight, given.get("locale") or asked.locale)
                return item.make(self._needed(asked, found, item.needs), asked.locale.lower())
            case ToOneField():
                rows = asked.sight.related(item, found.row)
                return Found(types[item.target], rows[0]) if rows else None
            case ManyField():
                target, rows = types[item.target], self.tables.related(item, found.row)
                if item.is_connection:
                    return self._connection(asked, target, rows, given, item)
                sorting = Sorting(order_of(target, None, item.order), asked.sight, asked.today)
                seen = [row for row in rows if asked.sight.sees(target, row)]
                return [Found(target, row) for row in sorting.put_in_order(seen)]

    def _needed(self, asked: Asked, found: Found, needs: str) -> dict[str, Any]:
        """What a field that is computed needs of its row, as a caller who asks for it would get it."""
        result = execute_sync(
            self.schema,
            parse(f'{{ node(id: "") {{ ... on {found.declaration.name} {{ {needs} }} }} }}'),
            context_value=asked,
            field_resolver=lambda source, info, **given: (
                found if source is None else self._resolve(source, info, **given)
            ),
            type_resolver=lambda found, *_: found.declaration.name,
        )
        if result.errors:
            raise result.errors[0]
        return dict((result.data or {})["node"])

    def _connection(
        self,
        asked: Asked,
        declaration: TypeDeclaration,
        rows: list[Model],
        given: dict[str, Any],
        relation: ManyField | None = None,
    ) -> Connection:
        near, text, sight = given.get("near"), given.get("search"), asked.sight
        own = own_order(relation)
        order = order_of(declaration, given.get("orderBy"), own, is_searched=text is not None)
        today = day_of(order, given.get("after") or given.get("before"), asked.today)
        circle = Circle.of(sight, near) if near is not None else None
        search = self.library.search(text) if text is not None else None
        sorting = Sorting(order, sight, today, circle, search)

        def kept(where: Mapping[str, Any]) -> list[Model]:
            return [row for row in rows if sorting.has(row) and sight.matches(declaration, where, row)]

        return cut(sorting, kept, given, self.tables.rows[declaration.name])

    def _of_page(self, page: Connection, name: str, given: dict[str, Any]) -> Any:
        declaration, rows = page.sorting.order.declaration, page.rows
        match name:
            case "nodes":
                return [Found(declaration, row) for row in rows]
            case "edges":
                return [Edge(page, row) for row in rows]
            case "totalCount":
                return page.total
            case "pageInfo":
                return {
                    "hasNextPage": page.has_next,
                    "hasPreviousPage": page.has_previous,
                    "startCursor": page.sorting.cursor(rows[0]) if rows else None,
                    "endCursor": page.sorting.cursor(rows[-1]) if rows else None,
                }
            case "facets":
                first = 20 if given.get("first") is None else given["first"]
                declared = facets_of(self.tables.catalogue, declaration)
                return [_facet(page, declared[field], first) for field in given["fields"]]
        raise KeyError(name)

    def _of_edge(self, asked: Asked, edge: Edge, name: str, given: dict[str, Any]) -> Any:
        sorting = edge.page.sorting
        declaration = sorting.order.declaration
        match name:
            case "cursor":
                return sorting.cursor(edge.row)
            case "node":
                return Found(declaration, edge.row)
            case "score":
                return sorting.search and sorting.search.score(declaration, edge.row)
            case "highlights":
                locale = given.get("locale") or asked.locale
                return sorting.search.highlights(declaration, edge.row, locale) if sorting.search else []
            case "distanceKm":
                if sorting.circle is None:
                    return None
                square = sorting.circle.square_of(sorting.sight, declaration, edge.row)
                return None if square is None else round(math.sqrt(square), 1)
        raise KeyError(name)


def _of_cross_page(page: CrossPage, name: str) -> Any:
    hits = page.hits
    match name:
        case "nodes":
            return [Found(hit.declaration, hit.row) for hit in hits]
        case "edges":
            return hits
        case "totalCount":
            return sum(page.counts.values())
        case "counts":
            return [{"type": kind, "count": count} for kind, count in page.counts.items()]
        case "pageInfo":
            return {
                "hasNextPage": page.has_next,
                "hasPreviousPage": page.has_previous,
                "startCursor": hits[0].cursor if hits else None,
                "endCursor": hits[-1].cursor if hits else None,
            }
    raise KeyError(name)


def _of_hit(hit: Hit, name: str, locale: str) -> Any:
    match name:
        case "cursor":
            return hit.cursor
        case "node":
            return Found(hit.declaration, hit.row)
        case "score":
            return hit.search.score(hit.declaration, hit.row)
        case "highlights":
            return hit.search.highlights(hit.declaration, hit.row, locale)
    raise KeyError(name)


def _facet(page: Connection, facet: FacetField, first: int) -> dict[str, Any]:
    rows = page.kept(without(page.where, facet.own))
    return {"field": facet.name, "values": values_of(facet, rows, page.sorting.sight, first)}


def _normal(value: Any) -> Any:
    """Text in NFC, all the way down."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {k: _normal(v) for k, v in value.items()}
    return [_normal(item) for item in value] if isinstance(value, list) else value


def _schema(sdl: str, scalars: Mapping[str, Any]) -> GraphQLSchema:
    """The schema of this text; its scalars read input as those given do."""
    schema = build_schema(sdl)
    for name, kind in schema.type_map.items():
        if isinstance(kind, GraphQLScalarType) and name in scalars:
            for part in SCALAR_PARTS:
                setattr(kind, part, getattr(scalars[name], part))
    return schema
