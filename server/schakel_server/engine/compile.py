"""From a validated operation to a plan: every field that is asked for finds its rows, columns and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from graphql import (
    FieldNode,
    GraphQLArgument,
    GraphQLObjectType,
    SelectionSetNode,
)

from schakel_server.access.conditions import All, Condition, Related, Test, comparisons
from schakel_server.declare.catalogue import (
    AnyField,
    ColumnField,
    ComputedField,
    GroupField,
    ManyField,
    ToOneField,
    TypeDeclaration,
)
from schakel_server.declare.facets import facets_of
from schakel_server.engine import limits
from schakel_server.engine import plan as p
from schakel_server.engine.computed import needed_selection
from schakel_server.engine.crossing import MARK, CrossSearch, Parts
from schakel_server.engine.facets import FacetPieces, values_asked, without
from schakel_server.engine.failures import Failure, failure
from schakel_server.engine.highlighting import slot_of
from schakel_server.engine.near import near_of
from schakel_server.engine.paging import declared_terms, order_terms, page_of, signature, today_of
from schakel_server.engine.references import arguments_of
from schakel_server.engine.selection import Operation, collect
from schakel_server.engine.where import Scope, check_ids, condition_of
from schakel_server.storage.ids import prefix_of

SEARCH_EDGE = "SearchEdge"

SetT = TypeVar("SetT", p.Rows, p.Tally, p.Counts)


@dataclass(frozen=True)
class Place:
    """Where a field's JSON goes: into an object made of these rows, at this path of the answer."""

    outlet: p.Outlet
    rows: p.Rows
    path: p.Path
    needed_in: str = ""  # the language, where a computed field needs it and nobody asked for it

    def below(self, key: str) -> Place:
        """The place of a member."""
        return Place(self.outlet, self.rows, (*self.path, key), self.needed_in)


class Compiler:
    """Makes the plan of one operation; each method answers one kind of field."""

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.catalogue = operation.catalogue
        self.plan = operation.plan
        self.comparisons = 0

    def compile(self, root_fields: Mapping[str, list[FieldNode]]) -> p.Plan:
        """The plan for these root fields, in their order."""
        query = self.operation.schema.query_type
        assert query is not None
        singles = {declaration.one: declaration for declaration in self.catalogue.nodes()}
        lists = {declaration.many: declaration for declaration in self.catalogue.nodes()}
        for key, nodes in root_fields.items():
            name, path = nodes[0].name.value, (key,)
            if name == "__typename":
                self.plan.roots.append(p.RootField(key, f'"{query.name}"'))
                continue
            given = self._given(query.fields[name].args, nodes[0], path)
            if name == "node":
                self._nodes(key, nodes, [given["id"]], path, is_single=True)
            elif name == "nodes":
                self._nodes(key, nodes, given["ids"], path)
            elif name == "search":
                lent = Parts(self._rows, self._added, self._edge, self._object)
                self.plan.roots.append(CrossSearch(self.operation, lent, path).root(key, nodes, given))
            elif name in singles:
                self._by(key, nodes, singles[name], given["by"], path)
            else:
                rows, template = self._connection(lists[name], p.Root(), nodes, given, path)
                self.plan.roots.append(p.RootField(key, rows=[rows], template=template))
        return self.plan

    def _given(
        self, definitions: Mapping[str, GraphQLArgument], node: FieldNode, path: p.Path
    ) -> dict[str, Any]:
        """The arguments of a field; what is wrong with them is told with the field's place."""
        try:
            return arguments_of(definitions, node, self.operation.variables)
        except Failure as problem:
            raise failure(problem.key, path, **problem.values) from None

    # Sets of rows

    def _rows(self, declaration: TypeDeclaration, source: Any, **more: Any) -> p.Rows:
        return self._added(p.Rows(len(self.plan.sets), declaration, source, **more))

    def _added(self, item: SetT) -> SetT:
        limits.SETS.check(len(self.plan.sets) + 1)
        self.plan.sets.append(item)
        return item

    def _nodes(
        self, key: str, nodes: list[FieldNode], ids: Any, path: p.Path, *, is_single: bool = False
    ) -> None:
        operand = p.Operand(ids, "text", path, lambda given: _check_any_ids(given, path), is_list=True)
        root = p.RootField(key, template=p.ByIdList(operand, is_single))
        by_prefix = self.catalogue.by_prefix()
        for prefix in self.operation.id_prefixes[id(nodes[0])]:
            if prefix in by_prefix:
                rows = self._rows(by_prefix[prefix], p.ByIds(operand))
                rows.outlets.append(
                    self._object(by_prefix[prefix], [n.selection_set for n in nodes], rows, path)
                )
                root.rows.append(rows)
        self.plan.roots.append(root)

    def _by(
        self,
        key: str,
        nodes: list[FieldNode],
        declaration: TypeDeclaration,
        by: Mapping[str, Any],
        path: p.Path,
    ) -> None:
        ((name, value),) = by.items()
        if name in declaration.lookups:
            relation = declaration.lookups[name]
            part = self.catalogue.types[declaration.relations[relation].target]
            tests = [
                Test(part.columns[k].column, part.columns[k].kind, "eq", p.Operand(v, "text", path))
                for k, v in value.items()
            ]
            condition: Any = Related(relation, All(tuple(tests)))
        elif name == "id":
            operand = p.Operand(value, "text", path, lambda given: check_ids(given, declaration, path))
            condition = Test("id", "id", "eq", operand)
        else:
            condition = Test(name, "text", "eq", p.Operand(value, "text", path))
        rows = self._rows(declaration, p.Root(), condition=condition)
        rows.outlets.append(self._object(declaration, [n.selection_set for n in nodes], rows, path))
        self.plan.roots.append(p.RootField(key, rows=[rows], template=p.Single()))

    # Objects

    def _object(
        self,
        declaration: TypeDeclaration,
        selections: list[SelectionSetNode | None],
        rows: p.Rows,
        path: p.Path,
        *,
        needed_in: str = "",
    ) -> p.Outlet:
        outlet = p.Outlet()
        place = Place(outlet, rows, path, needed_in)
        self._members(place, declaration.name, declaration.fields, selections)
        return outlet

    def _members(
        self,
        place: Place,
        type_name: str,
        fields: Mapping[str, AnyField],
        selections: list[SelectionSetNode | None],
    ) -> None:
        opening, pieces = "{", place.outlet.pieces
        for key, nodes in collect(self.operation, type_name, selections).items():
            pieces.append(f'{opening}"{key}":')
            opening = ","
            name = nodes[0].name.value
            if name == "__typename":
                pieces.append(f'"{type_name}"')
            else:
                self._member(place.below(key), type_name, fields[name], nodes)
        pieces.append("}" if opening == "," else "{}")

    def _member(self, place: Place, type_name: str, item: AnyField, nodes: list[FieldNode]) -> None:
        selections, pieces = [node.selection_set for node in nodes], place.outlet.pieces
        match item:
            case ColumnField():
                pieces.append(p.Value(item, self._language(item, type_name, nodes[0], place)))
            case GroupField():
                self._members(place, item.type_name, item.fields, selections)
            case ToOneField():
                target = self.catalogue.types[item.target]
                child = self._rows(target, p.One(place.rows, item.column))
                child.outlets.append(
                    self._object(target, selections, child, place.path, needed_in=place.needed_in)
                )
                pieces.append(p.Slot(item.column, child, p.Single()))
            case ManyField():
                pieces.append(self._many(type_name, item, nodes, place))
            case ComputedField():
                self._computed(type_name, item, nodes[0], place)

    def _computed(self, type_name: str, item: ComputedField, node: FieldNode, place: Place) -> None:
        language = self._asked_language(self._type(type_name).fields[item.name].args, node, place.path)
        place.outlet.completions.append(p.Completion(item.make, language))
        place.outlet.pieces.append(p.NEEDED)
        fields = self.catalogue.types[type_name].fields
        needed = Place(place.outlet, place.rows, place.path, language)
        self._members(needed, type_name, fields, [needed_selection(item.needs)])
        place.outlet.pieces.append(p.NEEDED)

    def _language(self, item: ColumnField, type_name: str, node: FieldNode, place: Place) -> str:
        if item.kind != "local":
            return ""
        if place.needed_in:
            return place.needed_in
        return self._asked_language(self._type(type_name).fields[item.name].args, node, place.path)

    def _asked_language(
        self, definitions: Mapping[str, GraphQLArgument], node: FieldNode, path: p.Path
    ) -> str:
        asked: str | None = self._given(definitions, node, path).get("locale")
        return asked.lower() if asked else self.operation.language

    def _type(self, name: str) -> GraphQLObjectType:
        found = self.operation.schema.type_map[name]
        assert isinstance(found, GraphQLObjectType)
        return found

    def _many(self, type_name: str, item: ManyField, nodes: list[FieldNode], place: Place) -> p.Slot:
        target = self.catalogue.types[item.target]
        source = p.Many(place.rows, item)
        if item.is_connection:
            definition = self._type(type_name).fields[item.name]
            given = self._given(definition.args, nodes[0], place.path)
            rows, template = self._connection(target, source, nodes, given, place.path)
            return p.Slot("id", rows, template)
        rows = self._rows(target, source, order=declared_terms(target, item.order))
        selections = [node.selection_set for node in nodes]
        rows.outlets.append(self._object(target, selections, rows, place.path, needed_in=place.needed_in))
        return p.Slot("id", rows, p.ListOf())

    # Connections

    def _connection(
        self,
        target: TypeDeclaration,
        source: p.Root | p.Many,
        nodes: list[FieldNode],
        given: Mapping[str, Any],
        path: p.Path,
    ) -> tuple[p.Rows, p.ConnectionOf]:
        own_order = source.relation.order if isinstance(source, p.Many) else ()
        search = self.operation.searches.search_of(nodes[0], given.get("search"), path)
        terms = order_terms(target, given.get("orderBy"), own_order, is_searched=search is not None)
        mark = signature(target, terms)
        page = page_of(given, mark, terms, path)
        near = near_of(given.get("near"), path)
        if near is None and any(term.measure == "distance" for term in terms):
            raise failure("no_near", path)
        if search is None and any(term.measure == "relevance" for term in terms):
            raise failure("no_search", path)
        rows = self._rows(
            target,
            source,
            condition=self._condition(target, given.get("where"), path),
            order=terms,
            page=page,
            today=today_of(page, terms),
            near=near,
            search=search,
            cursor_signature=mark,
            is_read=False,
        )
        if near is not None and isinstance(near.centre, p.Place):
            self.plan.sets.append(p.PlaceFound(len(self.plan.sets), rows, near.centre))
        template = p.ConnectionOf(rows, [])
        where = given.get("where") or {}
        self._connection_members(template, [n.selection_set for n in nodes], where, path)
        return rows, template

    def _condition(self, target: TypeDeclaration, where: Mapping[str, Any] | None, path: p.Path) -> Condition:
        """The condition of a `where`; raises TOO_COMPLEX where all conditions together compare too much."""
        condition = condition_of(target, where, Scope(self.catalogue, path))
        self.comparisons += comparisons(condition)
        limits.CONDITIONS.check(self.comparisons, path)
        return condition

    def _connection_members(
        self,
        template: p.ConnectionOf,
        selections: list[SelectionSetNode | None],
        where: Mapping[str, Any],
        path: p.Path,
    ) -> None:
        target = template.rows.type
        type_name, opening = f"{target.name}Connection", "{"
        for key, nodes in collect(self.operation, type_name, selections).items():
            template.parts.append(f'{opening}"{key}":')
            opening = ","
            inner = [node.selection_set for node in nodes]
            match nodes[0].name.value:
                case "__typename":
                    template.parts.append(f'"{type_name}"')
                case "nodes":
                    self._listed(template, self._object(target, inner, template.rows, (*path, key)))
                case "edges":
                    self._listed(template, self._edge(target, inner, template.rows, (*path, key)))
                case "pageInfo":
                    self._page_info(template, inner)
                case "totalCount":
                    self._tally(template).total = True
                    template.parts.append(p.Fact("totalCount"))
                case "facets":
                    self._facets(template, nodes, where, (*path, key))
        template.parts.append("}" if opening == "," else "{}")

    def _listed(self, template: p.ConnectionOf, outlet: p.Outlet) -> None:
        template.rows.is_read = True
        template.rows.outlets.append(outlet)
        template.parts += ["[", len(template.rows.outlets) - 1, "]"]

    def _edge(
        self, target: TypeDeclaration, selections: list[SelectionSetNode | None], rows: p.Rows, path: p.Path
    ) -> p.Outlet:
        is_cross = rows.cursor_signature == MARK
        type_name = SEARCH_EDGE if is_cross else f"{target.name}Edge"
        outlet, opening = p.Outlet(), "{"
        for key, nodes in collect(self.operation, type_name, selections).items():
            outlet.pieces.append(f'{opening}"{key}":')
            opening = ","
            match nodes[0].name.value:
                case "__typename":
                    outlet.pieces.append(f'"{type_name}"')
                case "cursor":
                    outlet.pieces.append(p.CursorSlot())
                case "distanceKm":
                    outlet.pieces.append(p.DistanceSlot() if rows.near else "null")
                case "score":
                    outlet.pieces.append(p.ScoreSlot() if rows.search and rows.search.levels else "null")
                case "highlights":
                    outlet.pieces.append(self._highlights(target, type_name, nodes, rows, (*path, key)))
                case "node":
                    inner = [node.selection_set for node in nodes]
                    place = Place(outlet, rows, (*path, key))
                    self._members(place, target.name, target.fields, inner)
        outlet.pieces.append("}" if opening == "," else "{}")
        return outlet

    def _highlights(
        self, target: TypeDeclaration, type_name: str, nodes: list[FieldNode], rows: p.Rows, path: p.Path
    ) -> p.HighlightSlot | str:
        language = self._asked_language(self._type(type_name).fields["highlights"].args, nodes[0], path)
        slot = slot_of(self.operation, target, nodes, language)
        return slot if rows.search is not None and rows.search.levels else "[]"

    def _page_info(self, template: p.ConnectionOf, selections: list[SelectionSetNode | None]) -> None:
        opening, page = "{", template.rows.page
        assert page is not None
        for key, nodes in collect(self.operation, "PageInfo", selections).items():
            name = nodes[0].name.value
            template.parts.append(f'{opening}"{key}":')
            opening = ","
            if name == "__typename":
                template.parts.append('"PageInfo"')
                continue
            template.parts.append(p.Fact(name))
            template.rows.is_read = True
            if name.endswith("Cursor"):
                template.rows.has_cursor = True
            elif name == ("hasNextPage" if page.backward else "hasPreviousPage") and _other_side(page):
                self._tally(template).other_side = True
        template.parts.append("}" if opening == "," else "{}")

    def _facets(
        self, template: p.ConnectionOf, nodes: list[FieldNode], where: Mapping[str, Any], path: p.Path
    ) -> None:
        target = template.rows.type
        given = self._given(self._type(f"{target.name}Connection").fields["facets"].args, nodes[0], path)
        size, declared = values_asked(given, path), facets_of(self.catalogue, target)

        def counts_of(name: str) -> p.Counts:
            facet = declared[name]
            left = without(where, facet.own)
            condition = template.rows.condition
            if left != where:
                condition = self._condition(target, left, path)
            return self._added(p.Counts(len(self.plan.sets), template.rows, facet, condition, size))

        pieces = FacetPieces(self.operation, self._label_language, path)
        template.parts += pieces.parts(nodes, given["fields"], counts_of)

    def _label_language(self, node: FieldNode, path: p.Path) -> str:
        return self._asked_language(self._type("FacetValue").fields["label"].args, node, path)

    def _tally(self, template: p.ConnectionOf) -> p.Tally:
        if template.tally is None:
            template.tally = self._added(p.Tally(len(self.plan.sets), template.rows))
        return template.tally


def _other_side(page: p.Page) -> p.CursorOperands | None:
    return page.before if page.backward else page.after


def _check_any_ids(given: list[str], path: p.Path) -> list[str]:
    limits.IDS.check(len(given), path)
    for item in given:
        if prefix_of(item) is None:
            raise failure("no_id", path, given=item, prefix="org")
    return given
