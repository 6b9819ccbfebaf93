"""The Python module of results (a struct for each type that is asked for) and the documents that ask for them."""

from dataclasses import dataclass, field

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLSchema,
    get_named_type,
    is_list_type,
    is_non_null_type,
    parse,
    print_ast,
    validate,
)
from python_names import SCALARS, docstring, snake
from selections import LEFT_OUT, REFERENCES, SCHEMA_TYPES

OPTIONS = "frozen=True, kw_only=True, rename='camel', repr_omit_defaults=True"


@dataclass
class Structs:
    """The structs and enums met so far, in the order in which they are to be written."""

    schema: GraphQLSchema
    written: dict[str, str] = field(default_factory=dict)
    enums: set[str] = field(default_factory=set)

    def struct(self, type_: GraphQLObjectType) -> str:
        """The name of the struct of a node in full, a group or a part, written if need be."""
        if type_.name not in self.written:
            fields = {name: f for name, f in type_.fields.items() if _is_asked(type_, name, f)}
            self._write(type_.name, type_, fields)
        return type_.name

    def reference(self, type_: GraphQLObjectType) -> str:
        """The name of the small struct of a related node, written if need be."""
        name, fields = REFERENCES[type_.name]
        if name not in self.written:
            self._write(name, type_, {key: type_.fields[key] for key in fields})
        return name

    def _write(self, name: str, type_: GraphQLObjectType, fields: dict[str, GraphQLField]) -> None:
        self.written[name] = ""
        body = "".join(self._field(key, f) for key, f in fields.items())
        head = f"class {name}(msgspec.Struct, {OPTIONS}):\n"
        del self.written[name]  # after the structs that it holds
        self.written[name] = f"{head}{docstring(type_.description)}\n{body}"

    def _field(self, key: str, field_: GraphQLField) -> str:
        name, annotation, default = snake(key), self._annotation(field_.type), ""
        if is_list_type(_nullable(field_.type)):
            default = "()"
        elif not is_non_null_type(field_.type):
            annotation, default = f"{annotation} | None", "None"
        if name.endswith("_"):
            given = f"default={default}, " if default else ""
            default = f"msgspec.field({given}name={key!r})"
        doc = docstring(field_.description)
        return f"    {name}: {annotation}{f' = {default}' if default else ''}\n{doc}"

    def _annotation(self, type_: GraphQLOutputType) -> str:
        type_ = _nullable(type_)
        if is_list_type(type_):
            return f"tuple[{self._annotation(type_.of_type)}, ...]"
        if isinstance(type_, GraphQLEnumType):
            self.enums.add(type_.name)
            return type_.name
        if isinstance(type_, GraphQLObjectType):
            return self.reference(type_) if _is_node(type_) else self.struct(type_)
        return SCALARS[get_named_type(type_).name]


def _nullable(type_: GraphQLOutputType) -> GraphQLOutputType:
    return type_.of_type if is_non_null_type(type_) else type_


def _object(schema: GraphQLSchema, name: str) -> GraphQLObjectType:
    type_ = schema.type_map[name]
    assert isinstance(type_, GraphQLObjectType), name
    return type_


def _is_node(type_: GraphQLObjectType) -> bool:
    return any(interface.name == "Node" for interface in type_.interfaces)


def _is_asked(owner: GraphQLObjectType, name: str, field_: GraphQLField) -> bool:
    is_connection = get_named_type(field_.type).name.endswith("Connection")
    return name not in LEFT_OUT.get(owner.name, ()) and not is_connection


def selection(type_: GraphQLObjectType) -> str:
    """The fields of a node, group or part as GraphQL text, without the braces around them."""
    asked = (_selected(name, f) for name, f in type_.fields.items() if _is_asked(type_, name, f))
    return " ".join(asked)


def _selected(name: str, field_: GraphQLField) -> str:
    named = get_named_type(field_.type)
    if not isinstance(named, GraphQLObjectType):
        return name
    inside = " ".join(REFERENCES[named.name][1]) if _is_node(named) else selection(named)
    return f"{name} {{ {inside} }}"


def types_module(schema: GraphQLSchema) -> tuple[str, set[str]]:
    """The text of the module of structs, and the enums that it needs."""
    structs = Structs(schema)
    for name in SCHEMA_TYPES:
        structs.struct(_object(schema, name))
    imported = ", ".join(sorted(structs.enums))
    text = (
        "import datetime as dt\n\nimport msgspec\n\n"
        f"from schakel_client._generated.enums import {imported}\n\n"
        f"__all__ = {sorted(structs.written)}\n\n\n"
    )
    return text + "\n\n".join(structs.written.values()), structs.enums


def documents_module(schema: GraphQLSchema) -> str:
    """The text of the module of documents: two constants for each type, one node and a page of them."""
    texts = []
    for name in SCHEMA_TYPES:
        one = name[0].lower() + name[1:]
        many = f"{one[:-1]}ies" if one.endswith("y") else f"{one}s"
        fields = selection(_object(schema, name))
        get = f"query Get{name}($by: {name}By!) {{ node: {one}(by: $by) {{ {fields} }} }}"
        listed = _list_document(name, many, fields)
        for constant, document in ((one.upper(), get), (many.upper(), listed)):
            texts.append(f'{constant} = """\\\n{_checked(schema, document)}\n"""\n')
    return "\n".join(texts)


def _list_document(name: str, many: str, fields: str) -> str:
    arguments = {
        "first": "Int",
        "after": "String",
        "last": "Int",
        "before": "String",
        "where": f"{name}Where",
        "near": "Near",
        "search": "String",
        "orderBy": f"[{name}Order!]",
    }
    variables = ", ".join(f"${key}: {type_}" for key, type_ in arguments.items())
    passed = ", ".join(f"{key}: ${key}" for key in arguments)
    page_info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
    return (
        f"query List{many[0].upper()}{many[1:]}({variables}, $withTotal: Boolean = false) {{ "
        f"page: {many}({passed}) {{ totalCount @include(if: $withTotal) {page_info} nodes {{ {fields} }} }} }}"
    )


def _checked(schema: GraphQLSchema, text: str) -> str:
    document = parse(text)
    if problems := validate(schema, document):
        raise ValueError(f"{text}\n{problems[0]}")
    return print_ast(document)
