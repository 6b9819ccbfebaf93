"""Compression of answers: which encoding a caller takes best, and how hard we try.

Secrets beside text of a caller's choosing must not be compressed together (BREACH). What anonymous viewers
get is public, so there is no secret in it; answers to anybody else are sent as they are.
"""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Callable
from functools import lru_cache

import brotli  # type: ignore[import-untyped]
import zstandard

SMALL = 1400  # bytes: what fits into one packet gains nothing
LARGE = 64 * 2**10  # bytes: what takes longer than a millisecond is done in a thread
PLAIN = ""

Compress = Callable[[bytes, bool], bytes]


def _zstd(body: bytes, is_kept: bool) -> bytes:
    return zstandard.compress(body, 6 if is_kept else 1)


def _brotli(body: bytes, is_kept: bool) -> bytes:
    compressed: bytes = brotli.compress(body, quality=5 if is_kept else 1)
    return compressed


def _gzip(body: bytes, is_kept: bool) -> bytes:
    return zlib.compress(body, 6 if is_kept else 1, zlib.MAX_WBITS | 16)


# The best first. Levels: a body that is kept may cost ten times as much CPU for a tenth less bytes;
# 10 KB of JSON take 0.03 to 0.1 ms at the quick ones, which a request can spare, and shrink to a third.
ENCODINGS: dict[str, Compress] = {"zstd": _zstd, "br": _brotli, "gzip": _gzip}


@lru_cache(maxsize=256)
def accepted_encoding(header: bytes) -> str:
    """Our best encoding among those with the highest weight in Accept-Encoding, PLAIN where none is taken."""
    weights = {}
    for item in header.decode("latin-1").lower().split(","):
        name, _, parameters = item.partition(";")
        weights[name.strip()] = _weight(parameters)
    fallback = weights.get("*", 0.0)
    best = max(ENCODINGS, key=lambda name: weights.get(name, fallback))
    weight = weights.get(best, fallback)
    return best if weight > 0 and weight >= weights.get("identity", 0.0) else PLAIN


def _weight(parameters: str) -> float:
    key, _, value = parameters.partition("=")
    if key.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


async def encoded(body: bytes, encoding: str, *, is_kept: bool = False) -> bytes:
    """The body in this encoding."""
    if encoding == PLAIN:
        return body
    if len(body) > LARGE:
        return await asyncio.to_thread(ENCODINGS[encoding], body, is_kept)
    return ENCODINGS[encoding](body, is_kept)
