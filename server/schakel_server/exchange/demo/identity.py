"""Ids that come out the same each time: the time-ordered form, with a position for time and a key for chance."""

import datetime as dt
import hashlib

from schakel_server.storage.ids import id_from_uuid

BEGINNING_MS = int(dt.datetime(2025, 1, 1, tzinfo=dt.UTC).timestamp() * 1000)
MADE_MS = int(dt.datetime(2025, 6, 1, tzinfo=dt.UTC).timestamp() * 1000)
CHANCE_BITS = 74  # RFC 9562, 5.7: what a version 7 UUID has besides time, version and variant


def uuid7(milliseconds: int, chance: int) -> int:
    """The 128 bits of a version 7 UUID with this time since 1970 and these 74 bits of chance."""
    high, low = chance >> 62 & 0xFFF, chance & (1 << 62) - 1
    return milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low


def named_id(prefix: str, key: str, position: int) -> str:
    """The id of the row that is known by `key`, among those before and after it by `position`."""
    digest = hashlib.blake2b(f"{prefix}:{key}".encode(), digest_size=16).digest()
    return id_from_uuid(prefix, uuid7(BEGINNING_MS + position, int.from_bytes(digest)))


def numbered_id(prefix: str, seed: int, number: int) -> str:
    """The id of the row with this number among all that are made from one seed."""
    # An odd constant (2**64 divided by the golden ratio) spreads the bits; the seed makes them its own.
    chance = ((number + 1) * 0x9E3779B97F4A7C15 ^ seed * 0xBF58476D1CE4E5B9) & (1 << CHANCE_BITS) - 1
    return id_from_uuid(prefix, uuid7(MADE_MS + number, chance))
