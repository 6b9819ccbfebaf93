"""Circles on the map, and distances on it: the same arithmetic on both databases, without trigonometry in SQL.

Around a centre the earth is taken as flat, with the length of a degree of longitude corrected for the latitude
half-way. Within 500 km of places in the Netherlands that is less than 0.2 % off the great circle.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from schakel_server.engine.failures import failure
from schakel_server.engine.plan import Near, Operand, Path

KM_PER_DEGREE = 111.195  # of a great circle, at the mean radius of the earth of 6,371 km (IUGG)
MAX_RADIUS_KM = 500.0
_BOUNDS = {"latitude": (-85.0, 85.0), "longitude": (-180.0, 180.0), "distanceKm": (0.0, MAX_RADIUS_KM)}


def near_of(given: Mapping[str, Any] | None, path: Path) -> Near | None:
    """The circle that a `near` argument stands for."""
    if given is None:
        return None

    def operand(name: str, made: Callable[[float], float] = float) -> Operand:
        least, most = _BOUNDS[name]

        def check(value: float) -> float:
            if not least <= value <= most:
                raise failure("no_position", path, name=name, least=least, most=most, given=value)
            return made(value)

        return Operand(given[name], "float", path, check)

    return Near(
        operand("latitude"),
        operand("longitude"),
        operand("latitude", lambda degrees: math.cos(math.radians(degrees))),
        operand("latitude", lambda degrees: math.sin(math.radians(degrees)) * math.radians(1)),
        operand("distanceKm"),
    )


def kilometres(square: bytes) -> bytes:
    """A squared distance as the graph gives it: kilometres with one decimal."""
    return str(round(math.sqrt(float(square)), 1)).encode() if square else b"null"
