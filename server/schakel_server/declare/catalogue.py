"""The catalogue: every type of the graph with its fields, read once from the declarations of the rooms.

The schema, the read engine and the tests all look here; nothing lists the fields of a type a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, cast

from tortoise.fields.relational import ForeignKeyFieldInstance, ManyToManyFieldInstance

from schakel_server.access.conditions import Condition
from schakel_server.access.viewer import Viewer
from schakel_server.declare.computed import Computed, Make
from schakel_server.declare.fields import Graph, Relation
from schakel_server.declare.nodes import Node, Part
from schakel_server.storage import columns


def camel(name: str) -> str:
    """`starts_at` becomes `startsAt`."""
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def constant(name: str) -> str:
    """`hoursPerWeekMin` becomes `HOURS_PER_WEEK_MIN`."""
    return "".join("_" + c if c.isupper() else c for c in name).upper()


@dataclass(frozen=True)
class ColumnField:
    """A field that is one column. `flat_name` is its name in `where`; `order_name` in `orderBy`."""

    name: str
    column: str
    kind: str
    scalar: str
    enum: type[Enum] | None
    nullable: bool
    description: str
    where: bool
    order: bool
    facet: bool
    places: int
    flat_name: str
    search: str = ""  # the class in which it weighs when searched, empty where it is not

    @property
    def is_list(self) -> bool:
        return self.kind in ("texts", "ints")

    @property
    def is_text(self) -> bool:
        return self.kind in ("text", "local")

    @property
    def order_name(self) -> str:
        return constant(self.flat_name)


@dataclass
class GroupField:
    """A field that is an object made of columns (and lists of parts) of the same node."""

    name: str
    type_name: str
    description: str
    fields: dict[str, AnyField] = field(default_factory=dict)


@dataclass(frozen=True)
class ToOneField:
    """A relation to one node: `column` of this row holds its id; `facet` as for `ManyField`."""

    name: str
    target: str
    column: str
    description: str
    facet: str = ""


@dataclass(frozen=True)
class ManyField:
    """A relation to several rows, a plain list or a connection.

    Without `link_table` the target's `parent_column` holds this node's id; with it, the link table's
    `parent_column` does, and its `target_column` holds the target's id. Where rows can be counted by what they
    are related to, `facet` is the column of the target that names it.
    """

    name: str
    target: str
    is_connection: bool
    parent_column: str
    link_table: str | None
    target_column: str | None
    order: tuple[str, ...]
    description: str
    facet: str = ""


@dataclass(frozen=True)
class ComputedField:
    """A field that Python makes from what `needs` selects of the same type."""

    name: str
    scalar: str
    description: str
    needs: str
    make: Make


AnyField = ColumnField | GroupField | ToOneField | ManyField | ComputedField


@dataclass
class TypeDeclaration:
    """A type of the graph: its table, its fields by name, and the rule that says who sees a row."""

    name: str
    table: str
    description: str
    rule: Callable[[Viewer], Condition]
    is_node: bool
    prefix: str
    one: str = ""
    many: str = ""
    default_order: tuple[str, ...] = ()
    lookups: dict[str, str] = field(default_factory=dict)
    position: str = ""
    belongs_to: list[str] = field(default_factory=list)  # of a part: the relations to its nodes
    fields: dict[str, AnyField] = field(default_factory=dict)
    columns: dict[str, ColumnField] = field(default_factory=dict)

    @property
    def relations(self) -> dict[str, ToOneField | ManyField]:
        """Relations by their name in `where`; those inside a group carry the group's name in front."""
        found: dict[str, ToOneField | ManyField] = {}
        for name, item in self.fields.items():
            if isinstance(item, ToOneField | ManyField):
                found[name] = item
            elif isinstance(item, GroupField):
                inner = {name + k[0].upper() + k[1:]: v for k, v in item.fields.items()}
                found |= {k: v for k, v in inner.items() if isinstance(v, ToOneField | ManyField)}
        return found

    @property
    def constant(self) -> str:
        """Its value in NodeType: `ACTIVITY_SERIES`."""
        return constant(self.one)

    def filters(self) -> list[ColumnField]:
        return [column for column in self.columns.values() if column.where]

    def searched(self) -> list[ColumnField]:
        """The columns that are searched; without any, the type can't be."""
        return [column for column in self.columns.values() if column.search]

    def column(self, name: str) -> ColumnField:
        """The declaration of a column of the table."""
        if name == "id":
            return ColumnField("id", "id", "id", "ID", None, False, "", True, False, False, 0, "id")
        return next(item for item in self.columns.values() if item.column == name)

    def orders(self) -> dict[str, ColumnField]:
        return {column.order_name: column for column in self.columns.values() if column.order}


@dataclass
class Catalogue:
    """All types by name, in the order in which the rooms stand."""

    types: dict[str, TypeDeclaration]

    def nodes(self) -> list[TypeDeclaration]:
        return [declaration for declaration in self.types.values() if declaration.is_node]

    def by_prefix(self) -> dict[str, TypeDeclaration]:
        return {declaration.prefix: declaration for declaration in self.nodes()}


def assemble(models: Iterable[type]) -> Catalogue:
    """The catalogue of these models; relations appear on both of their ends."""
    tables = [model for model in models if issubclass(model, Node | Part) and model.prefix]
    catalogue = Catalogue({model.__name__: _declaration(model) for model in tables})
    for model in tables:
        _add_columns(catalogue.types[model.__name__], model)
    for model in tables:
        for name, item in model._meta.fields_map.items():
            if isinstance(relation := getattr(item, "graph", None), Relation):
                _add_relation(catalogue, catalogue.types[model.__name__], name, item, relation)
    for model in tables:
        _add_computed(catalogue.types[model.__name__], model)
    return catalogue


def _declaration(model: Any) -> TypeDeclaration:
    is_node = issubclass(model, Node)
    base = TypeDeclaration(
        model.__name__,
        model._meta.db_table,
        " ".join((model.__doc__ or "").split()),
        model.rule,
        is_node,
        model.prefix,
    )
    base.default_order = ("-id",)
    if is_node:
        base.one, base.many, base.default_order = model.one, model.many, model.default_order
        base.lookups, base.position = dict(model.lookups), model.position
    return base


def _add_columns(declaration: TypeDeclaration, model: Any) -> None:
    if declaration.is_node:
        identity = ColumnField(
            "id",
            "id",
            "id",
            "ID",
            None,
            False,
            f"Id of the node. Example: `{declaration.prefix}_01kasw3c9xe8v9m0r2q4t6y8za`.",
            True,
            False,
            False,
            0,
            "id",
        )
        declaration.fields["id"] = declaration.columns["id"] = identity
    for name, item in model._meta.fields_map.items():
        if isinstance(item, columns.Column) and item.graph is not None:
            _add_column(declaration, name, item, item.graph)


def _add_column(declaration: TypeDeclaration, column: str, item: columns.Column, graph: Graph) -> None:
    name = graph.name or camel(column)
    flat = graph.group.name + name[0].upper() + name[1:] if graph.group else name
    built = ColumnField(
        name,
        column,
        item.kind,
        graph.scalar,
        graph.enum,
        item.null,
        f"{graph.description} Example: `{graph.example}`.",
        graph.where,
        graph.order,
        graph.facet,
        getattr(item, "places", 0),
        flat,
        graph.search.value if graph.search else "",
    )
    declaration.columns[flat] = built
    home = declaration.fields
    if graph.group:
        group = GroupField(graph.group.name, graph.group.type_name, graph.group.description)
        home = cast(GroupField, home.setdefault(graph.group.name, group)).fields
    home[name] = built


def _add_computed(declaration: TypeDeclaration, model: type) -> None:
    for column, item in vars(model).items():
        if isinstance(item, Computed):
            name = camel(column)
            description = f"{item.description} Example: `{item.example}`."
            declaration.fields[name] = ComputedField(name, item.scalar, description, item.needs, item.make)


def _add_relation(
    catalogue: Catalogue, owner: TypeDeclaration, name: str, item: Any, relation: Relation
) -> None:
    if isinstance(item, ManyToManyFieldInstance):
        _add_link(catalogue, owner, name, item, relation)
    elif isinstance(item, ForeignKeyFieldInstance):
        column = f"{name}_id"
        description = relation.description or f"The {name.replace('_', ' ')} that this belongs to."
        owner.fields[camel(name)] = ToOneField(
            camel(name), relation.target, column, _with_example(description, camel(name)), relation.facet
        )
        if relation.part:
            owner.belongs_to.append(camel(name))
        _add_inverse(catalogue, owner.name, relation, column)
        if relation.across:
            _add_across(catalogue, owner, relation, column)


def _add_across(catalogue: Catalogue, part: TypeDeclaration, relation: Relation, column: str) -> None:
    """A connection through a part: from the other node that it names to the node that it belongs to."""
    (home,) = (
        item for item in part.fields.values() if isinstance(item, ToOneField) and item.column != column
    )
    mirrored = Relation(relation.target, "", relation.across)
    _add_inverse(catalogue, home.target, mirrored, column, link=part.table, target_column=home.column)


def _add_link(catalogue: Catalogue, owner: TypeDeclaration, name: str, item: Any, relation: Relation) -> None:
    is_connection = relation.plural == "connection"
    own_key = f"{owner.table}_id" if item.forward_key != f"{owner.table}_id" else f"{owner.table}_rel_id"
    owner.fields[camel(name)] = ManyField(
        camel(name),
        relation.target,
        is_connection,
        own_key,
        item.through,
        item.forward_key,
        relation.order,
        _with_example(relation.description, camel(name), is_connection),
        relation.facet,
    )
    if relation.inverse:
        mirrored = Relation(relation.target, "", relation.inverse, "connection")
        _add_inverse(
            catalogue, owner.name, mirrored, item.forward_key, link=item.through, target_column=own_key
        )


def _add_inverse(
    catalogue: Catalogue,
    source: str,
    relation: Relation,
    parent_column: str,
    *,
    link: str | None = None,
    target_column: str | None = None,
) -> None:
    if relation.inverse is None:
        return
    path = relation.inverse.name.split(".")
    home = catalogue.types[relation.target].fields
    if len(path) == 2:
        home = cast(GroupField, home[path[0]]).fields
    is_connection = relation.plural == "connection"
    home[path[-1]] = ManyField(
        path[-1],
        source,
        is_connection,
        parent_column,
        link,
        target_column,
        relation.order,
        _with_example(relation.inverse.description, path[-1], is_connection),
    )


def _with_example(description: str, name: str, is_connection: bool = False) -> str:
    if "Example:" in description:
        return description
    return (
        f"{description} Example: `{name}(first: 5) {{ nodes {{ id }} }}`."
        if is_connection
        else (f"{description} Example: `{name} {{ __typename }}`.")
    )


def models_of(modules: Sequence[Any]) -> list[type]:
    """The tables that these modules declare, in the order in which they stand."""
    found: dict[str, type] = {}
    for module in modules:
        for item in vars(module).values():
            if (
                isinstance(item, type)
                and issubclass(item, Node | Part)
                and item.__module__ == module.__name__
            ):
                found[item.__name__] = item
    return list(found.values())
