"""Where a place is: the mean of all positions there that are seen, by the arithmetic of decision 16."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from schakel_server.declare.catalogue import TypeDeclaration
from schakel_server.storage.text import fold

from tests.engine.reference.conditions import Sight

POSTCODE = re.compile(r"([1-9][0-9]{3})(?: ?([a-z]{2}))?")
PARTS = 1_000_000  # of a degree


def centre_of(sight: Sight, place: str) -> tuple[float, float] | None:
    """The centre of a town or postcode, None where nothing is seen there."""
    for declaration in sight.tables.catalogue.nodes():
        if declaration.position:
            found = list(_positions(sight, declaration, fold(place)))
            if found:
                north, east = zip(*found, strict=True)
                return _mean(north), _mean(east)
    return None


def _positions(sight: Sight, declaration: TypeDeclaration, place: str) -> Iterator[tuple[float, float]]:
    home = declaration
    if declaration.position != ".":
        home = sight.tables.catalogue.types[declaration.relations[declaration.position].target]
    for row in sight.tables.all(home):
        spot: Any = row
        if None not in (spot.latitude, spot.longitude) and _is_at(spot, place) and sight.sees(home, row):
            yield spot.latitude, spot.longitude


def _is_at(spot: Any, place: str) -> bool:
    asked = POSTCODE.fullmatch(place)
    if asked is None:
        return place != "" and spot.city is not None and fold(spot.city) == place
    held = POSTCODE.fullmatch(fold(spot.postcode or ""))
    return held is not None and held[1] == asked[1] and asked[2] in (None, held[2])


def _mean(degrees: tuple[float, ...]) -> float:
    """Of whole parts, and in whole parts: what is less is cut off."""
    return int(Fraction(sum(round(one * PARTS) for one in degrees), len(degrees))) / PARTS
