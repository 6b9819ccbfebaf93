"""Typed, time-ordered ids: `offer_01k…`, a prefix and a UUIDv7 in the TypeID form (TypeID specification 0.3).

The id is the primary key and the node id alike; ids made later sort later within one type.
"""

from __future__ import annotations

import re
import uuid

import uuid_utils

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32, lower case
SUFFIX_LENGTH = 26
ID_PATTERN = re.compile(r"([a-z](?:[a-z_]{0,61}[a-z])?)_([0-7][0-9a-hjkmnp-tv-z]{25})")


def new_id(prefix: str) -> str:
    """A new id of this type, e.g. `offer_01kasw3c9xe8v9m0r2q4t6y8za`."""
    return id_from_uuid(prefix, uuid_utils.uuid7().int)


def id_from_uuid(prefix: str, number: int | uuid.UUID) -> str:
    """The id with the given 128 bits; used where ids must be reproducible."""
    rest = number.int if isinstance(number, uuid.UUID) else number
    digits = []
    for _ in range(SUFFIX_LENGTH):
        rest, digit = divmod(rest, 32)
        digits.append(ALPHABET[digit])
    return f"{prefix}_{''.join(reversed(digits))}"


def prefix_of(node_id: str) -> str | None:
    """The type prefix of a well-formed id, None for any other text."""
    match = ID_PATTERN.fullmatch(node_id)
    return match[1] if match else None
