"""The Python modules of what callers give: `where` and `order_by` as typed dicts, and the enums of the schema."""

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLNamedType,
    GraphQLSchema,
    get_named_type,
    is_list_type,
    is_non_null_type,
)
from python_names import SCALARS, docstring, snake
from selections import EXTRA_INPUTS, SCHEMA_TYPES


def reachable(schema: GraphQLSchema) -> dict[str, GraphQLNamedType]:
    """The input objects and enums that `where` and `order_by` can hold, by name."""
    found: dict[str, GraphQLNamedType] = {}
    waiting = [f"{name}{kind}" for name in SCHEMA_TYPES for kind in ("Where", "Order")]
    waiting += EXTRA_INPUTS
    while waiting:
        name = waiting.pop()
        if name in found or name in SCALARS:
            continue
        type_ = found[name] = schema.type_map[name]
        if isinstance(type_, GraphQLInputObjectType):
            waiting += [get_named_type(field.type).name for field in type_.fields.values()]
    return dict(sorted(found.items()))


def inputs_module(schema: GraphQLSchema) -> tuple[str, set[str]]:
    """The text of the module of typed dicts, and the enums that it needs."""
    types = reachable(schema)
    enums = [type_ for type_ in types.values() if isinstance(type_, GraphQLEnumType)]
    objects = [type_ for type_ in types.values() if isinstance(type_, GraphQLInputObjectType)]
    names = sorted([f"{type_.name}Value" for type_ in enums] + [type_.name for type_ in objects])
    head = (
        "import datetime as dt\nfrom collections.abc import Sequence\n"
        "from typing import Literal, NotRequired, TypeAlias, TypedDict\n\n"
        f"from schakel_client._generated.enums import {', '.join(type_.name for type_ in enums)}\n\n"
        f"__all__ = {names}\n\n"
    )
    aliases = "".join(_alias(type_) for type_ in enums)
    return f"{head}{aliases}\n\n" + "\n\n".join(map(_typed_dict, objects)), {e.name for e in enums}


def _alias(type_: GraphQLEnumType) -> str:
    values = ", ".join(repr(value) for value in type_.values)
    return f"{type_.name}Value: TypeAlias = {type_.name} | Literal[{values}]\n"


def _typed_dict(type_: GraphQLInputObjectType) -> str:
    lines = []
    has_required = any(is_non_null_type(field.type) for field in type_.fields.values())
    for key, field in type_.fields.items():
        annotation = _annotation(field.type)
        if has_required and not is_non_null_type(field.type):
            annotation = f"NotRequired[{annotation}]"
        doc = docstring(field.description, with_example=False)
        lines.append(f"    {snake(key)}: {annotation}\n{doc}")
    total = "" if has_required else ", total=False"
    doc = docstring(type_.description, with_example=False)
    return f"class {type_.name}(TypedDict{total}):\n{doc}\n{''.join(lines)}"


def _annotation(type_: GraphQLInputType) -> str:
    if is_non_null_type(type_):
        return _annotation(type_.of_type)
    if is_list_type(type_):
        return f"Sequence[{_annotation(type_.of_type)}]"
    if isinstance(type_, GraphQLEnumType):
        return f"{type_.name}Value"
    name = get_named_type(type_).name
    return SCALARS.get(name, name)


def enums_module(schema: GraphQLSchema, names: set[str]) -> str:
    """The text of the module of these enums."""
    head = f"from schakel_client._open_enum import OpenEnum\n\n__all__ = {sorted(names)}\n\n\n"
    return head + "\n\n".join(_enum(schema, name) for name in sorted(names))


def _enum(schema: GraphQLSchema, name: str) -> str:
    type_ = schema.type_map[name]
    assert isinstance(type_, GraphQLEnumType), name
    values = (f"    {key} = {key!r}\n{docstring(value.description)}" for key, value in type_.values.items())
    return f"class {name}(OpenEnum):\n{docstring(type_.description)}\n{''.join(values)}"
