"""The scalars of the graph and what they accept."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.schema.config import StrawberryConfig
from strawberry.types.scalar import ScalarDefinition

from schakel_server.storage.columns import Moment
from schakel_server.storage.text import is_storable, normalise

DateTime = NewType("DateTime", object)
Date = NewType("Date", object)
Duration = NewType("Duration", str)
Url = NewType("Url", str)
Email = NewType("Email", str)
JSON = NewType("JSON", object)

_URL = re.compile(r"https?://[^\s/$.?#][^\s]*", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _string(value: object, name: str, example: str) -> str:
    if not isinstance(value, str):
        raise GraphQLError(f"{name} must be text such as {example!r}.")
    if not is_storable(value):
        raise GraphQLError("Text can't hold NUL characters or lone surrogates; leave them out.")
    return normalise(value)


def parse_moment(value: object) -> Moment:
    """A moment with an offset; a fraction of a second is cut off."""
    text = _string(value, "A DateTime", "2026-11-23T18:00:00Z")
    try:
        moment = dt.datetime.fromisoformat(text)
        if len(text) > len("2026-11-23") and moment.tzinfo is not None:
            return Moment.of(moment)
    except (ValueError, OverflowError):
        pass
    raise GraphQLError(
        f"{text!r} is no moment; write e.g. '2026-11-23T18:00:00Z', with Z or an offset such as +01:00."
    )


def parse_date(value: object) -> dt.date:
    """A calendar date."""
    text = _string(value, "A Date", "2026-11-23")
    try:
        if _DATE.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise GraphQLError(f"{text!r} is no date; write e.g. '2026-11-23'.")


def _matching(name: str, pattern: re.Pattern[str], example: str) -> Any:
    def parse(value: object) -> str:
        text = _string(value, name, example)
        if not pattern.fullmatch(text):
            raise GraphQLError(f"{text!r} is no {name}; write e.g. {example!r}.")
        return text

    return parse


def _definition(name: str, description: str, parse: Any, serialise: Any = str) -> ScalarDefinition:
    return strawberry.scalar(name=name, description=description, parse_value=parse, serialize=serialise)


def _no_input(_value: object) -> Any:
    raise GraphQLError("JSON is only given, never taken.")


SCALARS: dict[object, ScalarDefinition] = {
    DateTime: _definition(
        "DateTime",
        "A moment in UTC, whole seconds, ISO 8601; input may also have an offset or a fraction. "
        "Example: `2026-11-23T18:00:00Z`.",
        parse_moment,
    ),
    Date: _definition("Date", "A calendar date, ISO 8601. Example: `2026-11-23`.", parse_date),
    Duration: _definition(
        "Duration", "A length of time, ISO 8601. Example: `P1M`.", _matching("Duration", _DURATION, "P1M")
    ),
    Url: _definition(
        "Url",
        "A web address with http or https. Example: `https://example.org`.",
        _matching("Url", _URL, "https://example.org"),
    ),
    Email: _definition(
        "Email",
        "An e-mail address. Example: `info@example.org`.",
        _matching("Email", _EMAIL, "info@example.org"),
    ),
    JSON: _definition(
        "JSON",
        "Any JSON value, made for other programs in a form of theirs; only given, never taken. "
        'Example: `{"@type": "Organization"}`.',
        _no_input,
        lambda value: value,
    ),
}
CONFIG = StrawberryConfig(auto_camel_case=False, scalar_map=SCALARS)
BY_NAME: dict[str, Any] = {
    "String": str,
    "Int": int,
    "Float": float,
    "Boolean": bool,
    "ID": strawberry.ID,
    "DateTime": DateTime,
    "Date": Date,
    "Duration": Duration,
    "Url": Url,
    "Email": Email,
    "JSON": JSON,
}
