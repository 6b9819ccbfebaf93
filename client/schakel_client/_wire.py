"""What callers give, in the form in which it is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec


def request_body(document: str, variables: Mapping[str, object], operation_name: str | None) -> bytes:
    """The body of a GraphQL request; variables without a value are left out by the caller.

    Raises:
        ValueError: a moment without time zone, or text that UTF-8 can't hold.
        TypeError: a value that JSON has no form for.
    """
    request: dict[str, object] = {"query": document}
    if variables:
        request["variables"] = variables
    if operation_name is not None:
        request["operationName"] = operation_name
    return msgspec.json.encode(request)


def wire_value(value: object, *, is_renamed: bool = False) -> object:
    """The value with lists for sequences; with `is_renamed` also with keys as the schema has them.

    Raises:
        ValueError: a moment has no time zone.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {
            _key(name, is_renamed): wire_value(inner, is_renamed=is_renamed) for name, inner in value.items()
        }
    if isinstance(value, Sequence | set | frozenset) and not isinstance(
        value, bytes | bytearray | memoryview
    ):
        return [wire_value(inner, is_renamed=is_renamed) for inner in value]
    if isinstance(value, dt.datetime) and value.utcoffset() is None:
        raise ValueError(
            f"{value!r} has no time zone, so the moment is not known; write e.g. datetime.now(timezone.utc)"
        )
    return value


def _key(name: object, is_renamed: bool) -> str:
    if not isinstance(name, str):
        raise TypeError(f"the key {name!r} must be text")
    return wire_name(name) if is_renamed else name


@lru_cache(maxsize=1024)
def wire_name(name: str) -> str:
    """`starts_at` becomes `startsAt`, `from_` becomes `from`; what is camel case already stays."""
    head, *rest = name.rstrip("_").split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest)
