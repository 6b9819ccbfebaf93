"""Values on their way in and out, without any network."""

import datetime as dt
import pickle

import msgspec
import pytest
from schakel_client import AsyncSchakel
from schakel_client._wire import request_body, wire_name, wire_value
from schakel_client.client import endpoint_of
from schakel_client.enums import OfferKind, RLadder
from schakel_client.types import GroupSize, OfferSlot


@pytest.mark.parametrize(
    ("python", "wire"),
    [
        ("starts_at", "startsAt"),
        ("r_ladder", "rLadder"),
        ("csr_practice_people", "csrPracticePeople"),
        ("from_", "from"),
        ("AND", "AND"),
        ("oneOf", "oneOf"),
        ("id", "id"),
    ],
)
def test_names_are_written_as_the_schema_has_them(python: str, wire: str) -> None:
    assert wire_name(python) == wire


def test_values_are_sent_as_json_has_them() -> None:
    where = {
        "closes_at": {"gte": dt.datetime(2026, 11, 23, 19, tzinfo=dt.timezone(dt.timedelta(hours=1)))},
        "starts_on": {"eq": dt.date(2026, 11, 23)},
        "kind": {"one_of": {OfferKind.PROJECT}},
        "AND": ({"title": {"starts_with": "é"}},),
    }

    body = msgspec.json.decode(request_body("{ a }", {"where": wire_value(where, is_renamed=True)}, None))

    assert body == {
        "query": "{ a }",
        "variables": {
            "where": {
                "closesAt": {"gte": "2026-11-23T19:00:00+01:00"},
                "startsOn": {"eq": "2026-11-23"},
                "kind": {"oneOf": ["PROJECT"]},
                "AND": [{"title": {"startsWith": "é"}}],
            }
        },
    }


def test_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        wire_value({"a": [dt.datetime(2026, 11, 23)]})


def test_unknown_enum_value_is_kept() -> None:
    class Holder(msgspec.Struct, frozen=True):
        kind: OfferKind

    holder = msgspec.json.decode(b'{"kind":"TIME_TRAVEL"}', type=Holder)

    assert holder.kind == "TIME_TRAVEL" == str(holder.kind)
    assert isinstance(holder.kind, OfferKind)
    assert (holder.kind.is_known, OfferKind.PROJECT.is_known) == (False, True)
    assert pickle.loads(pickle.dumps(holder.kind)) == holder.kind
    assert {holder.kind: 1}["TIME_TRAVEL"] == 1
    assert msgspec.json.encode(holder) == b'{"kind":"TIME_TRAVEL"}'
    assert "TIME_TRAVEL" not in OfferKind.__members__


def test_known_enum_values_are_the_members() -> None:
    assert OfferKind("PROJECT") is OfferKind.PROJECT
    assert [rung.value for rung in RLadder] == [f"R{n}" for n in range(10)]
    with pytest.raises(ValueError, match="1 is not a valid"):
        OfferKind(1)


def test_fields_that_a_newer_platform_adds_are_passed_over() -> None:
    assert msgspec.json.decode(b'{"min":1,"max":null,"new":[]}', type=GroupSize) == GroupSize(min=1)


def test_repr_leaves_out_what_is_not_there() -> None:
    slot = OfferSlot(
        starts_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC), ends_at=dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
    )

    assert "capacity" not in repr(slot)
    assert "starts_at=datetime.datetime(2026, 1, 1" in repr(slot)


@pytest.mark.parametrize(
    ("url", "endpoint"),
    [
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000/graphql"),
        ("https://school.example/schakel/", "https://school.example/schakel/graphql"),
        ("https://school.example/graphql", "https://school.example/graphql"),
    ],
)
def test_endpoint_follows_from_the_address(url: str, endpoint: str) -> None:
    assert endpoint_of(url) == endpoint
    assert AsyncSchakel(url).endpoint == endpoint


@pytest.mark.parametrize(
    "url", ["", "schakel.example", "ftp://a.example", "http://", "http://u:p@a", "http://a?b"]
)
def test_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        AsyncSchakel(url)


@pytest.mark.parametrize("token", ["", "a b", "a\n", "é"])
def test_token_that_is_none_is_refused(token: str) -> None:
    with pytest.raises(ValueError, match="token"):
        AsyncSchakel("http://a.example", token=token)


@pytest.mark.parametrize("timeout_s", [0, -1, float("inf"), float("nan")])
def test_there_is_always_a_deadline(timeout_s: float) -> None:
    with pytest.raises(ValueError, match="timeout_s"):
        AsyncSchakel("http://a.example", timeout_s=timeout_s)
