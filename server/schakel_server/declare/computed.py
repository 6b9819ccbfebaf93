"""The word for fields that Python completes: they name what they need of the row, and are made from that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Make: TypeAlias = Callable[
    [Mapping[str, Any], str], Any
]  # the needed values and a language give a JSON value


@dataclass(frozen=True)
class Computed:
    """What a type says of a field that Python completes."""

    description: str
    example: str
    scalar: str
    needs: str
    make: Make


def computed(description: str, example: str, scalar: str, *, needs: str, make: Make) -> Any:
    """A field made from other fields, for what SQL can't put together.

    `needs` is a selection over the same type in the language of queries, e.g. `name addresses { city }`; it may
    follow relations and lists of parts. `make` gets its answer, with texts in the language asked for, and that
    language (`nl`), and gives a JSON value. What the viewer may not see is not among the values. It can't be
    filtered or ordered by; rows are decoded only where the field is selected.
    """
    return Computed(description, example, scalar, needs, make)
