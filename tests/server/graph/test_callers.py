"""Which address a request is counted under: nobody may choose another one by writing headers."""

import pytest
from schakel_server.graph.callers import Callers

LOCAL = ["127.0.0.0/8", "::1/128"]


def address(peer, *forwarded, trusted=LOCAL):
    headers = [(b"host", b"x"), *((b"x-forwarded-for", item.encode()) for item in forwarded)]
    client = (peer, 5000) if peer is not None else None
    return Callers(trusted).address_of({"client": client, "headers": headers}, dict(headers))


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("192.0.2.7", [], "192.0.2.7"),
        ("192.0.2.7", ["198.51.100.1"], "192.0.2.7"),
        ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["10.9.9.9, 198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["10.9.9.9", "198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["198.51.100.1, 127.0.0.1"], "198.51.100.1"),
        ("127.0.0.1", ["198.51.100.1:4711"], "198.51.100.1"),
        ("127.0.0.1", ["[2001:db8:1:2::5]:4711"], "2001:db8:1:2::/64"),
        ("2001:db8:1:2:3:4:5:6", [], "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", [], "192.0.2.7"),
        ("127.0.0.1", ["nonsense"], "unknown"),
        (None, ["198.51.100.1"], "198.51.100.1"),
    ],
)
def test_the_address_is_the_peers_or_what_a_trusted_proxy_says(peer, forwarded, expected):
    assert address(peer, *forwarded) == expected


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", None])
def test_what_a_trusted_proxy_asks_itself_is_not_counted(peer):
    assert address(peer) is None


def test_without_trusted_proxies_headers_say_nothing():
    assert address("127.0.0.1", "198.51.100.1", trusted=[]) == "127.0.0.1"


def test_addresses_of_one_ipv6_network_are_one_caller():
    assert address("2001:db8:1:2::1") == address("2001:db8:1:2:ffff::9") != address("2001:db8:1:3::1")
