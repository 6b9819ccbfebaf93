"""From `facets(fields: …)` of a connection to the counts that it asks for, and from those to its JSON.

A facet leaves out its own conditions, so that the values beside the chosen one can be seen and counted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graphql import FieldNode

from schakel_server.declare.facets import FacetField
from schakel_server.declare.values import word_for
from schakel_server.engine import limits
from schakel_server.engine.plan import Counts, CountsPlace, Path
from schakel_server.engine.selection import Operation, collect

DEFAULT_VALUES = 20  # of a facet; CONTRACT, "One and many"


def values_asked(given: Mapping[str, Any], path: Path) -> int:
    """How many values of each facet are asked for."""
    asked = given.get("first")
    if asked is None:
        return DEFAULT_VALUES
    if not 1 <= asked <= limits.PAGE.most:
        raise limits.PAGE.exceeded(asked, path, name="first")
    return int(asked)


def without(where: Mapping[str, Any], own: Sequence[str]) -> dict[str, Any]:
    """A `where` less the conditions on one field, as far as they stand in conjunction: at the top and in AND.

    What stands in OR, NOT or `none` stays: it says something of other fields too.
    """
    kept: dict[str, Any] = {}
    for name, value in where.items():
        if name == "AND" and value:
            kept[name] = [left for item in value if (left := without(item, own)) or not item]
        elif name != own[0]:
            kept[name] = value
        elif value and len(own) > 1 and (left := without(value, own[1:])):
            kept[name] = left
        elif not value:
            kept[name] = value
    return kept


class FacetPieces:
    """The JSON of `facets { … }` around the counts: the same for each facet but for its name and values."""

    def __init__(
        self, operation: Operation, language_of: Callable[[FieldNode, Path], str], path: Path
    ) -> None:
        self.operation = operation
        self.language_of = language_of
        self.path = path

    def parts(
        self,
        nodes: Sequence[FieldNode],
        names: Sequence[str],
        counts_of: Callable[[str], Counts],
    ) -> list[str | CountsPlace]:
        """The list of facets as pieces of JSON; `counts_of` plans the counts of a facet that shows values."""
        parts: list[str | CountsPlace] = ["["]
        for name in names:
            parts += ["," if len(parts) > 1 else "", *self._facet(nodes, name, counts_of)]
        return [*parts, "]"]

    def _facet(
        self, nodes: Sequence[FieldNode], name: str, counts_of: Callable[[str], Counts]
    ) -> list[str | CountsPlace]:
        parts: list[str | CountsPlace] = []
        opening = "{"
        for key, fields in collect(self.operation, "Facet", [n.selection_set for n in nodes]).items():
            parts.append(f'{opening}"{key}":')
            opening = ","
            match fields[0].name.value:
                case "__typename":
                    parts.append('"Facet"')
                case "field":
                    parts.append(f'"{name}"')
                case "values":
                    parts.append(self._values(fields, counts_of(name), key))
        return [*parts, "}" if opening == "," else "{}"]

    def _values(self, nodes: Sequence[FieldNode], counts: Counts, key: str) -> CountsPlace:
        pieces: list[str | int] = []
        opening = "{"
        selections = [node.selection_set for node in nodes]
        for name, fields in collect(self.operation, "FacetValue", selections).items():
            pieces.append(f'{opening}"{name}":')
            opening = ","
            match fields[0].name.value:
                case "__typename":
                    pieces.append('"FacetValue"')
                case "value":
                    pieces.append(Counts.VALUE)
                case "count":
                    pieces.append(Counts.COUNT)
                case "label":
                    counts.labels.append(self.language_of(fields[0], (*self.path, key, name)))
                    pieces.append(Counts.LABELS + len(counts.labels) - 1)
        return CountsPlace(counts, [*pieces, "}" if opening == "," else "{}"])


class FacetList:
    """Lists the values of one facet; what only depends on the plan is settled when it is made."""

    def __init__(self, place: CountsPlace) -> None:
        self.index = place.counts.index
        self.pieces = [piece.encode() if isinstance(piece, str) else piece for piece in place.pieces]
        facet, labels = place.counts.facet, place.counts.labels
        self.words = None if facet.label else [_words(facet, language) for language in labels]

    def made(self, lines: Iterable[Sequence[bytes]]) -> bytes:
        """The JSON of the values, from the lines that the database counted for one parent."""
        return b"[%b]" % b",".join([self._value(line) for line in lines])

    def _value(self, line: Sequence[bytes]) -> bytes:
        cells = line
        if self.words is not None:
            cells = [*line, *(words.get(line[Counts.VALUE], line[Counts.VALUE]) for words in self.words)]
        return b"".join([piece if isinstance(piece, bytes) else cells[piece] for piece in self.pieces])


def _words(facet: FacetField, language: str) -> dict[bytes, bytes]:
    """What the values of an enum are called, both as JSON; other values are their own label."""
    return {
        b'"%b"' % member.name.encode(): json.dumps(word_for(member, language), ensure_ascii=False).encode()
        for member in facet.column.enum or ()
    }
