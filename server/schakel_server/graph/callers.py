"""Which address a request comes from: the peer's, or what a proxy that we trust says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

FORWARDED_FOR = b"x-forwarded-for"
Headers = Mapping[bytes, bytes]
SUBNET_BITS = 64  # of IPv6: what one connection is given at least (RFC 6177), so one caller
KEPT = 10_000  # addresses whose trust and network are remembered: finding them takes 5 µs


class Callers:
    """Tells callers apart by address; `trusted` are the networks whose proxies are believed."""

    def __init__(self, trusted: Iterable[str]) -> None:
        self._networks = [ip_network(item) for item in trusted]
        self._is_trusted = lru_cache(KEPT)(self._find_trust)

    def address_of(self, scope: Any, headers: Headers) -> str | None:
        """The address that a request is counted under; `headers` are its headers by name.

        None for what a trusted proxy asks without naming a caller: a program of the installation itself.
        """
        client = scope.get("client")
        peer = client[0] if client else ""
        if not self._is_trusted(peer):
            return _counted(peer)
        if FORWARDED_FOR not in headers:
            return None
        return self._named([value for name, value in scope["headers"] if name == FORWARDED_FOR])

    def _find_trust(self, peer: str) -> bool:
        """Whether a peer is believed; one without an address came through a socket of this machine."""
        address = _parsed(peer)
        return not peer or (address is not None and any(address in network for network in self._networks))

    def _named(self, headers: Sequence[bytes]) -> str | None:
        """The last address that no trusted proxy has: what stands before it anybody may have written."""
        names = [item.strip() for item in b",".join(headers).decode("latin-1").split(",")]
        for name in reversed(names):
            if not self._is_trusted(name):
                return _counted(name)
        return None


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    """The address in a text; some proxies put the port behind it."""
    bare = text.partition("]")[0].removeprefix("[") if "]" in text else text
    bare = bare.partition(":")[0] if bare.count(":") == 1 else bare
    try:
        address = ip_address(bare)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


@lru_cache(KEPT)
def _counted(text: str) -> str:
    address = _parsed(text)
    if isinstance(address, IPv6Address):
        return str(ip_network((int(address), SUBNET_BITS), strict=False))
    return str(address) if address else "unknown"
