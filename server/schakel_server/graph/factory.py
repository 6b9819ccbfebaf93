"""GraphQL types by name: the means by which the schema is made of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from keyword import iskeyword
from typing import Any, cast

import strawberry
from strawberry import UNSET
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.enum import EnumValueDefinition
from strawberry.types.field import StrawberryField


@dataclass
class Argument:
    """An argument or input field: its type (always optional unless `required`) and its manual."""

    type: Any
    description: str
    required: bool = False
    default: Any = UNSET


@dataclass
class Output:
    """A field of an object type."""

    type: Any
    description: str
    arguments: dict[str, Argument] = field(default_factory=dict)


class TypeFactory:
    """Makes GraphQL types; those that refer to each other do so through empty classes filled later."""

    def __init__(self) -> None:
        self.shells: dict[str, type] = {}
        self.enums: dict[str, Any] = {}
        self.filled: set[str] = set()

    def shell(self, name: str, base: type = object) -> type:
        if name not in self.shells:
            bases = () if base is object else (base,)
            self.shells[name] = type(name, bases, {"__module__": __name__, "__annotations__": {}})
        return self.shells[name]

    def fill_object(
        self, name: str, description: str, outputs: Mapping[str, Output], interface: bool = False
    ) -> Any:
        shell = self.shell(name)
        for output_name, output in outputs.items():
            python_name = f"{output_name}_" if iskeyword(output_name) else output_name
            made = StrawberryField(
                python_name=python_name,
                graphql_name=output_name,
                description=output.description,
                type_annotation=StrawberryAnnotation(output.type),
            )
            made.arguments = [_argument(name, argument) for name, argument in output.arguments.items()]
            shell.__annotations__[python_name] = output.type
            setattr(shell, python_name, made)
        make = strawberry.interface if interface else strawberry.type
        return make(shell, name=name, description=description)

    def fill_input(
        self, name: str, description: str, inputs: Mapping[str, Argument], one_of: bool = False
    ) -> Any:
        if name in self.filled:
            return self.shells[name]
        self.filled.add(name)
        shell = self.shell(name)
        for input_name, item in inputs.items():
            python_name = f"{input_name}_" if iskeyword(input_name) else input_name
            shell.__annotations__[python_name] = item.type if item.required else item.type | None
            options: dict[str, Any] = {} if item.required else {"default": strawberry.UNSET}
            setattr(
                shell, python_name, strawberry.field(name=input_name, description=item.description, **options)
            )
        return strawberry.input(shell, name=name, description=description, one_of=one_of)

    def enum(self, source: type[Enum]) -> Any:
        """The GraphQL enum of a declared one: names are values, values are their manual."""
        values = {member.name: str(member.value) for member in source}
        return self.made_enum(source.__name__, source.__doc__ or "", values)

    def made_enum(self, name: str, description: str, values: Mapping[str, str]) -> Any:
        if name not in self.enums:
            members = {key: EnumValueDefinition(value=key, description=text) for key, text in values.items()}
            made = cast(Any, Enum(name, members))
            self.enums[name] = strawberry.enum(made, name=name, description=description.strip())
        return self.enums[name]


def list_of(kind: Any) -> Any:
    """A list type of a class that is only known when the schema is built."""
    return list[kind]


def _argument(name: str, argument: Argument) -> StrawberryArgument:
    annotation = argument.type if argument.required else argument.type | None
    return StrawberryArgument(
        name,
        name,
        StrawberryAnnotation(annotation),
        description=argument.description,
        default=argument.default,
    )
