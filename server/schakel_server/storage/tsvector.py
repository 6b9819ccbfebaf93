"""How PostgreSQL's tsvector goes over the wire: as the text in which both databases are given their terms.

`afiets bwerkplaats` are the lexemes `fiets` and `werkplaats` of class A and B. Copying rows needs the binary form.
"""

import struct
from functools import lru_cache
from typing import Any

_CLASSES = "dcba"  # bits 14 and 15 of a position
_POSITION = 1  # where in the text a lexeme stands is not kept


def encode(terms: str) -> bytes:
    """The binary form of terms: their number, then of each the lexeme and its one position with its class.

    PostgreSQL puts them in order itself.
    """
    found = terms.split()
    return struct.pack(">I", len(found)) + b"".join(map(_packed, found))


@lru_cache(50_000)
def _packed(term: str) -> bytes:
    return term[1:].encode() + struct.pack(">xHH", 1, _CLASSES.index(term[0]) << 14 | _POSITION)


def decode(data: bytes) -> str:
    """The terms of a tsvector's binary form, in the order of their lexemes."""
    (number,), offset, terms = struct.unpack_from(">I", data), 4, []
    for _ in range(number):
        end = data.index(0, offset)
        count, position = struct.unpack_from(">HH", data, end + 1)
        terms.append(_CLASSES[position >> 14] + data[offset:end].decode())
        offset = end + 3 + 2 * count
    return " ".join(terms)


async def teach(connection: Any) -> None:
    """Let this asyncpg connection send and read tsvectors as terms."""
    await connection.set_type_codec(
        "tsvector", schema="pg_catalog", format="binary", encoder=encode, decoder=decode
    )
