"""Which encoding is chosen, and that each can be read back."""

import zlib

import brotli
import pytest
import zstandard
from schakel_server.graph.encodings import LARGE, accepted_encoding, encoded

READ_BACK = {
    "": bytes,
    "zstd": zstandard.decompress,
    "br": brotli.decompress,
    "gzip": lambda body: zlib.decompress(body, zlib.MAX_WBITS | 16),
}


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("", ""),
        ("identity", ""),
        ("deflate", ""),
        ("gzip", "gzip"),
        ("gzip, deflate", "gzip"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("GZIP", "gzip"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0", ""),
        ("*", "zstd"),
        ("zstd;q=0, *", "br"),
        ("gzip;q=0.5, identity", ""),
        ("gzip;q=x", ""),
        (",;,=,", ""),
    ],
)
def test_the_best_encoding_that_is_taken(header, encoding):
    assert accepted_encoding(header.encode()) == encoding


@pytest.mark.parametrize("encoding", READ_BACK)
@pytest.mark.parametrize("is_kept", [True, False])
async def test_what_is_encoded_can_be_read_back(encoding, is_kept):
    for body in (b"", b'{"data": "x"}' * 500, b"0123456789" * LARGE):
        assert READ_BACK[encoding](await encoded(body, encoding, is_kept=is_kept)) == body
