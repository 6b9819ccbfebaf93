"""The schema: Strawberry types made from the catalogue, one for each declaration."""

from __future__ import annotations

from typing import Any

import strawberry

from schakel_server.declare.catalogue import (
    AnyField,
    Catalogue,
    ColumnField,
    ComputedField,
    GroupField,
    ManyField,
    ToOneField,
    TypeDeclaration,
)
from schakel_server.declare.facets import facets_of
from schakel_server.engine.limits import IDS
from schakel_server.graph.facets import FacetFactory
from schakel_server.graph.factory import Argument, Output, list_of
from schakel_server.graph.filters import COMPARISONS, operators_of
from schakel_server.graph.scalars import BY_NAME, CONFIG
from schakel_server.graph.searching import SEARCH_MANUAL, SearchTypes

PAGE_ARGUMENTS = (
    (
        "first",
        int,
        "How many from the start, 1 to 100; 20 when neither first nor last is given. Example: `10`.",
    ),
    ("after", str, "Only what comes after this cursor. Example: the `endCursor` of the page before."),
    ("last", int, "How many from the end, 1 to 100; not together with first. Example: `10`."),
    ("before", str, "Only what comes before this cursor. Example: the `startCursor` of the page after."),
)


NEAR_EXAMPLE = "Example: `{latitude: 52.9928, longitude: 6.5642, distanceKm: 25}`."


class SchemaBuilder(FacetFactory):
    """Builds every GraphQL type once; types that refer to each other do so through empty classes filled later."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.node = self._interface()
        self.page_info = self._page_info()
        self.search_types = SearchTypes(self, catalogue)

    def build(self) -> strawberry.Schema:
        for declaration in self.catalogue.types.values():
            self._object(declaration)
        for declaration in self.catalogue.nodes():
            self._by(declaration)
        query = self.fill_object(
            "Query", "Where every question starts. Example: `{ offers { nodes { title } } }`.", self._roots()
        )
        types = [self.shells[declaration.name] for declaration in self.catalogue.nodes()]
        schema = strawberry.Schema(query=query, types=types, config=CONFIG)
        for declaration in self.catalogue.nodes():  # graphql-core checks what Strawberry only declares
            schema._schema.type_map[f"{declaration.name}By"].is_one_of = True  # type: ignore[attr-defined]
        return schema

    def _interface(self) -> Any:
        outputs = {
            "id": Output(
                strawberry.ID,
                "Typed id, unique in the whole graph. Example: `org_01kasw3c9xe8v9m0r2q4t6y8za`.",
            )
        }
        return self.fill_object(
            "Node",
            'Anything that stands alone in the graph. Example: `node(id: "org_…") { id }`.',
            outputs,
            True,
        )

    def _page_info(self) -> Any:
        outputs = {
            "hasNextPage": Output(bool, "Whether more follows this page. Example: `true`."),
            "hasPreviousPage": Output(bool, "Whether anything stands before this page. Example: `false`."),
            "startCursor": Output(
                str | None, "Cursor of the first edge, null on an empty page. Example: `WyJk…`."
            ),
            "endCursor": Output(
                str | None, "Cursor of the last edge, null on an empty page. Example: `WyJk…`."
            ),
        }
        return self.fill_object(
            "PageInfo",
            "Where a page stands in the whole list. Example: `pageInfo { hasNextPage endCursor }`.",
            outputs,
        )

    # Object types

    def _object(self, declaration: TypeDeclaration) -> None:
        self.shell(declaration.name, self.node if declaration.is_node else object)
        outputs = {name: self._output(item) for name, item in declaration.fields.items()}
        self.fill_object(declaration.name, declaration.description, outputs)

    def _output(self, item: AnyField) -> Output:
        match item:
            case ColumnField():
                return self._column(item)
            case GroupField():
                outputs = {name: self._output(inner) for name, inner in item.fields.items()}
                if item.type_name not in self.filled:
                    self.filled.add(item.type_name)
                    self.fill_object(item.type_name, item.description, outputs)
                return Output(self.shells[item.type_name], item.description)
            case ToOneField():
                return Output(self._target(item.target) | None, item.description)
            case ManyField():
                return self._many(item)
            case ComputedField():
                return Output(BY_NAME[item.scalar], item.description, {"locale": self.locale()})

    def _column(self, item: ColumnField) -> Output:
        scalar = self.enum(item.enum) if item.enum else BY_NAME[item.scalar]
        annotation = list_of(scalar) if item.is_list else scalar
        arguments = {}
        if item.kind == "local":
            arguments["locale"] = self.locale()
        return Output(annotation | None if item.nullable else annotation, item.description, arguments)

    def _target(self, name: str) -> type:
        return self.shell(name, self.node if self.catalogue.types[name].is_node else object)

    def _many(self, item: ManyField) -> Output:
        if not item.is_connection:
            return Output(list_of(self._target(item.target)), item.description)
        return self._connection_output(self.catalogue.types[item.target], item.description)

    # Connections

    def _connection_output(self, target: TypeDeclaration, description: str) -> Output:
        arguments = {name: Argument(kind, text) for name, kind, text in PAGE_ARGUMENTS}
        arguments["where"] = Argument(
            self._where(target), f'Only what meets this. Example: `{{id: {{oneOf: ["{target.prefix}_…"]}}}}`.'
        )
        if target.position:
            arguments["near"] = Argument(self._near(), f"Only what is within this circle. {NEAR_EXAMPLE}")
        if target.searched():
            arguments["search"] = Argument(str, SEARCH_MANUAL)
        orders = self._orders(target)
        if orders is not None:
            arguments["orderBy"] = Argument(
                list_of(orders),
                "In which order; the id breaks ties. Example: `[{field: CREATED_AT, direction: DESC}]`.",
            )
        return Output(self._connection(target), description, arguments)

    def _connection(self, target: TypeDeclaration) -> type:
        name = f"{target.name}Connection"
        if name in self.filled:
            return self.shells[name]
        self.filled.add(name)
        shell, node, plural = self.shell(name), self._target(target.name), target.many or target.name
        places = {
            "cursor": Output(str, "Where this edge stands; holds for this order only. Example: `WyJk…`."),
            "node": Output(node, "What stands there. Example: `node { id }`."),
        }
        if target.position:
            nearest = "Kilometres from the centre of `near`, null without it. Example: `12.4`."
            places["distanceKm"] = Output(float | None, nearest)
        if target.searched():
            fits = "How well it fits what is searched for, 0 to 1; null without `search`. Example: `0.85`."
            places["score"] = Output(float | None, fits)
            places["highlights"] = self.search_types.highlights()
        edge = self.fill_object(
            f"{target.name}Edge",
            f"One place in a list of {plural}. Example: `edges {{ cursor node {{ id }} }}`.",
            places,
        )
        outputs = {
            "edges": Output(
                list_of(edge), "The page with a cursor for each place. Example: `edges { cursor }`."
            ),
            "nodes": Output(list_of(node), "The page without cursors. Example: `nodes { id }`."),
            "pageInfo": Output(self.page_info, "Where the page stands. Example: `pageInfo { endCursor }`."),
            "totalCount": Output(
                int, "How many there are in all; counted only when asked for. Example: `120`."
            ),
        }
        if facets := facets_of(self.catalogue, target):
            outputs["facets"] = self.facets(target, facets)
        self.fill_object(
            name,
            f"A page of {plural}. Example: `{{ nodes {{ id }} pageInfo {{ hasNextPage }} totalCount }}`.",
            outputs,
        )
        return shell

    def _near(self) -> Any:
        inputs = {
            "latitude": Argument(
                float,
                "WGS84 latitude of the centre, in degrees; together with longitude. Example: `52.9928`.",
            ),
            "longitude": Argument(
                float,
                "WGS84 longitude of the centre, in degrees; together with latitude. Example: `6.5642`.",
            ),
            "place": Argument(
                str,
                "The centre by name, instead of a position: a town, or a postcode with or without its letters. "
                "It is the mean position of what can be seen there. Example: `Groningen`, `9747 AS` or `9747`.",
            ),
            "distanceKm": Argument(float, "Radius in kilometres, at most 500. Example: `25`.", True),
        }
        return self.fill_input(
            "Near", f"A circle on the map, around a position or a place. {NEAR_EXAMPLE}", inputs
        )

    def _orders(self, target: TypeDeclaration) -> Any:
        values = {
            name: f"By {column.flat_name}, e.g. `{{field: {name}}}`"
            for name, column in target.orders().items()
        }
        if target.position:
            values["DISTANCE"] = "By distance, only together with near, e.g. `{field: DISTANCE}`"
        if target.searched():
            values["RELEVANCE"] = (
                "By how well it fits, best first, only together with search, e.g. `{field: RELEVANCE}`"
            )
        if not values:
            return None
        fields = self.made_enum(
            f"{target.name}OrderField",
            f"What {target.many or target.name} can be ordered by. Example: `{next(iter(values))}`.",
            values,
        )
        direction = self.made_enum(
            "OrderDirection",
            "Which way. A missing value counts as the greatest. Example: `DESC`.",
            {"ASC": "Smallest first, e.g. A to Z", "DESC": "Greatest first, e.g. newest first"},
        )
        return self.fill_input(
            f"{target.name}Order",
            f"One step of an order. Example: `{{field: {next(iter(values))}, direction: ASC}}`.",
            {
                "field": Argument(fields, f"What to order by. Example: `{next(iter(values))}`.", True),
                "direction": Argument(direction, "Which way; ASC when not given. Example: `DESC`."),
            },
        )

    # Filters

    def _where(self, target: TypeDeclaration) -> Any:
        name = f"{target.name}Where"
        if name in self.filled:
            return self.shells[name]
        shell = self.shell(name)
        inputs = {
            "AND": Argument(list_of(shell), "All of these hold; true when empty. Example: `[{}, {}]`."),
            "OR": Argument(
                list_of(shell), "At least one of these holds; false when empty. Example: `[{}, {}]`."
            ),
            "NOT": Argument(shell, "This does not hold. Example: `{}`."),
        }
        self.filled.add(name)
        for column in target.filters():
            inputs[column.flat_name] = Argument(self._filter(column), f"{column.description}")
        for relation_name, relation in target.relations.items():
            inputs[relation_name] = self._relation_filter(relation_name, relation)
        self.filled.discard(name)
        return self.fill_input(
            name,
            f"Which {target.many or target.name} to keep; fields side by side mean AND. Example: `{{AND: []}}`.",
            inputs,
        )

    def _relation_filter(self, name: str, relation: ToOneField | ManyField) -> Argument:
        target = self.catalogue.types[relation.target]
        where = self._where(target)
        if isinstance(relation, ToOneField):
            return Argument(where, f"The related {target.name} meets this. Example: `{{{name}: {{}}}}`.")
        many = self.fill_input(
            f"{target.name}ManyFilter",
            f"Which related rows of {target.name} there must be. Example: `{{some: {{}}}}`.",
            {
                "some": Argument(where, "At least one meets this. Example: `{}`."),
                "none": Argument(where, "None meets this. Example: `{}`."),
            },
        )
        return Argument(
            many, f"{relation.description.split(' Example:')[0]} Example: `{{{name}: {{some: {{}}}}}}`."
        )

    def _filter(self, column: ColumnField) -> Any:
        scalar = self.enum(column.enum) if column.enum else BY_NAME[column.scalar]
        name = (
            column.enum.__name__
            if column.enum
            else {"ID": "Id", "String": "Text"}.get(column.scalar, column.scalar)
        )
        name += "ListFilter" if column.is_list else "Filter"
        inputs = {}
        for operator in operators_of(column):
            comparison = COMPARISONS[operator]
            annotation = {"one": scalar, "many": list_of(scalar), "piece": str, "flag": bool}[
                comparison.operand
            ]
            inputs[operator] = Argument(annotation, comparison.description)
        return self.fill_input(
            name,
            f"Conditions on one field; several mean AND. Example: `{{{next(iter(inputs))}: …}}`.",
            inputs,
        )

    # Roots

    def _by(self, declaration: TypeDeclaration) -> None:
        inputs = {
            "id": Argument(
                strawberry.ID, f"Its id. Example: `{declaration.prefix}_01kasw3c9xe8v9m0r2q4t6y8za`."
            ),
            "slug": Argument(str, "Its readable name. Example: `noorderpoort`."),
        }
        for name, relation in declaration.lookups.items():
            inputs[name] = self._lookup(declaration, name, relation)
        self.fill_input(
            f"{declaration.name}By",
            f'How to find one {declaration.one}; give exactly one field. Example: `{{slug: "noorderpoort"}}`.',
            inputs,
            True,
        )

    def _lookup(self, declaration: TypeDeclaration, name: str, relation: str) -> Argument:
        """A part that tells one node from all others, e.g. an identifier: its required columns."""
        part = self.catalogue.types[declaration.relations[relation].target]
        inputs = {
            column.name: Argument(
                self.enum(column.enum) if column.enum else BY_NAME[column.scalar], column.description, True
            )
            for column in part.columns.values()
            if not column.nullable
        }
        description = (
            f'One of its {relation}. Example: `{{identifier: {{scheme: INSTITUTION_CODE, value: "25BE"}}}}`.'
        )
        return Argument(
            self.fill_input(f"{declaration.name}{name.capitalize()}By", description, inputs), description
        )

    def _roots(self) -> dict[str, Output]:
        identity = 'Example: `node(id: "org_…") { id }`.'
        roots = {
            "node": Output(
                self.node | None,
                f"Any node by its id, null when there is none to be seen. {identity}",
                {"id": Argument(strawberry.ID, "The id. Example: `org_01kasw3c9xe8v9m0r2q4t6y8za`.", True)},
            ),
            "nodes": Output(
                list_of(self.node | None),
                f"Nodes by their ids, at most {IDS.most}, in the order asked, null where there is none. "
                "Example: `nodes(ids: []) { id }`.",
                {
                    "ids": Argument(
                        list[strawberry.ID], 'The ids. Example: `["org_01kasw3c9xe8v9m0r2q4t6y8za"]`.', True
                    )
                },
            ),
        }
        for declaration in self.catalogue.nodes():
            words = declaration.description.split(" Example:")[0]
            roots[declaration.one] = Output(
                self.shells[declaration.name] | None,
                f'One {declaration.one}: {words} Example: `{declaration.one}(by: {{slug: "…"}}) {{ id }}`.',
                {
                    "by": Argument(
                        self.shell(f"{declaration.name}By"),
                        'Which one. Example: `{slug: "noorderpoort"}`.',
                        True,
                    )
                },
            )
            roots[declaration.many] = self._connection_output(
                declaration,
                f"A page of {declaration.many}. Example: `{declaration.many}(first: 5) {{ nodes {{ id }} }}`.",
            )
        roots["search"] = self.search_types.root(self.page_info)
        return roots


def build_schema(catalogue: Catalogue) -> strawberry.Schema:
    """The whole schema of these declarations."""
    return SchemaBuilder(catalogue).build()
