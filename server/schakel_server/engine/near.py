"""Circles on the map, and distances on it: the same arithmetic on both databases, without trigonometry in SQL.

Around a centre the earth is taken as flat, with the length of a degree of longitude corrected for the latitude
half-way. Within 500 km of places in the Netherlands that is less than 0.2 % off the great circle.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from schakel_server.engine.failures import failure
from schakel_server.engine.plan import CursorOperands, Near, Operand, Path, Place, Position
from schakel_server.storage.text import SEPARATOR, fold

KM_PER_DEGREE = 111.195  # of a great circle, at the mean radius of the earth of 6,371 km (IUGG)
MAX_RADIUS_KM = 500.0
SLACK = 1e-9  # of a distance: more than a root and its square can be apart, and far less than a millimetre
_BOUNDS = {"latitude": (-85.0, 85.0), "longitude": (-180.0, 180.0), "distanceKm": (0.0, MAX_RADIUS_KM)}
_POSTCODE = re.compile(r"([1-9][0-9]{3})(?: ?([a-z]{2}))?")  # folded


def near_of(given: Mapping[str, Any] | None, path: Path) -> Near | None:
    """The circle that a `near` argument stands for; raises INVALID_INPUT unless it has one centre."""
    if given is None:
        return None
    has = {name for name in ("latitude", "longitude", "place") if given.get(name) is not None}
    radius = _operand(given, "distanceKm", path)
    if has == {"latitude", "longitude"}:
        return Near(_position_of(given, path), radius)
    if has == {"place"}:
        return Near(_place_of(given["place"], path), radius)
    if not has:
        raise failure("no_centre", path)
    if "place" in has:
        raise failure("two_centres", path)
    raise failure("half_a_position", path, name="longitude" if "latitude" in has else "latitude")


def _operand(
    given: Mapping[str, Any], name: str, path: Path, made: Callable[[float], float] = float
) -> Operand:
    least, most = _BOUNDS[name]

    def check(value: float) -> float:
        if not least <= value <= most:
            raise failure("no_position", path, name=name, least=least, most=most, given=value)
        return made(value)

    return Operand(given[name], "float", path, check)


def _position_of(given: Mapping[str, Any], path: Path) -> Position:
    return Position(
        _operand(given, "latitude", path),
        _operand(given, "longitude", path),
        _operand(given, "latitude", path, lambda degrees: math.cos(math.radians(degrees))),
        _operand(given, "latitude", path, lambda degrees: math.sin(math.radians(degrees)) * math.radians(1)),
    )


def _place_of(source: Any, path: Path) -> Place:
    def operand(made: Callable[[str], str]) -> Operand:
        return Operand(source, "text", path, made)

    return Place(
        operand(str),
        operand(town_key),
        operand(lambda text: postcode_keys(text)[0]),
        operand(lambda text: postcode_keys(text)[1]),
    )


def town_key(place: str) -> str:
    """How a town of this name is stored when folded; empty, which no town is, for a postcode."""
    name = fold(place)
    return SEPARATOR + name if name and not _POSTCODE.fullmatch(name) else ""


def postcode_keys(place: str) -> tuple[str, str]:
    """The least and the greatest folded postcode that are meant; two empty ones for the name of a town."""
    found = _POSTCODE.fullmatch(fold(place))
    if found is None:
        return "", ""
    digits, letters = found.groups()
    if letters:
        return (f"{SEPARATOR}{digits} {letters}",) * 2
    return SEPARATOR + digits, f"{SEPARATOR}{digits} zz"


def bound_of(cursor: CursorOperands, factor: float) -> Operand:
    """The kilometres of a cursor's first key, the square of a distance, a shade more or less."""
    square = cursor.keys[0]
    check = square.check
    assert check is not None

    def kilometres_of(text: str) -> float:
        return math.sqrt(max(0.0, check(text))) * factor

    return Operand(square.source, "float", square.path, kilometres_of)


def kilometres(square: bytes) -> bytes:
    """A squared distance as the graph gives it: kilometres with one decimal."""
    return str(round(math.sqrt(float(square)), 1)).encode() if square else b"null"
