"""Highlights: the searched text of a row comes along as JSON, and Python marks in it what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import orjson
from graphql import FieldNode

from schakel_server.declare.catalogue import ColumnField, TypeDeclaration
from schakel_server.engine.plan import HighlightSlot
from schakel_server.engine.selection import Operation, collect
from schakel_server.search.highlights import Marker

Shape: TypeAlias = tuple[tuple[str, Any], ...]  # the members asked for, by key; those of parts within


def shape_of(operation: Operation, nodes: Sequence[FieldNode]) -> Shape:
    """Which members of each highlight are asked for, under which keys."""
    selections = [node.selection_set for node in nodes]
    shape: list[tuple[str, Any]] = []
    for key, inner in collect(operation, "Highlight", selections).items():
        name = inner[0].name.value
        if name == "parts":
            parts = collect(operation, "HighlightPart", [node.selection_set for node in inner])
            shape.append((key, tuple((k, n[0].name.value) for k, n in parts.items())))
        else:
            shape.append((key, name))
    return tuple(shape)


def slot_of(
    operation: Operation, target: TypeDeclaration, nodes: Sequence[FieldNode], language: str
) -> HighlightSlot:
    """The gap for the highlights of a row: its searched columns that are text, heaviest first."""
    columns = [column for column in target.searched() if column.kind in ("text", "local", "texts")]
    columns = [column for column in columns if column.enum is None]
    ordered = tuple(sorted(columns, key=lambda column: column.search))
    return HighlightSlot(ordered, language, shape_of(operation, nodes))


def highlighting(slot: HighlightSlot, marker: Marker) -> Callable[[bytes], bytes]:
    """What makes highlights of the JSON list of a row's texts."""

    def highlights(texts: bytes) -> bytes:
        pairs = zip(slot.columns, orjson.loads(texts), strict=True)
        made = [made for column, text in pairs if (made := _highlight(column, text, marker, slot.shape))]
        return orjson.dumps(made)

    return highlights


def _highlight(column: ColumnField, text: Any, marker: Marker, shape: Shape) -> dict[str, Any] | None:
    parts = marker.parts(", ".join(text) if isinstance(text, list) else text or "")
    if not parts:
        return None
    own = {"field": column.flat_name, "__typename": "Highlight"}
    listed = [{"text": part.text, "isMatch": part.is_match, "__typename": "HighlightPart"} for part in parts]
    return {
        key: own[asked]
        if isinstance(asked, str)
        else [{k: part[name] for k, name in asked} for part in listed]
        for key, asked in shape
    }
