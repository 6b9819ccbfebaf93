import pytest
from schakel_server import errors
from schakel_server.errors import CODES, Conflict, InvalidInput, RateLimited, SchakelError


def test_each_family_has_a_code_of_the_contract_and_a_place_in_the_drawing() -> None:
    for family in SchakelError.__subclasses__():
        if family.__module__ != errors.__name__:
            continue
        assert family.default_code in CODES
        assert f"{family.__name__:18} {family.default_code}" in str(errors.__doc__)


def test_error_carries_code_message_and_field() -> None:
    error = InvalidInput("Too short.", field=["input", "title"])

    assert (error.code, error.message, error.field) == ("INVALID_INPUT", "Too short.", ("input", "title"))
    assert str(error) == "Too short."


def test_room_may_narrow_a_family() -> None:
    class Stale(Conflict):
        """Somebody else saved first."""

    assert Stale("Saved by somebody else.").code == "CONFLICT"
    assert RateLimited("Slower.", retry_after_s=3).retry_after_s == 3


def test_code_outside_the_contract_is_refused() -> None:
    with pytest.raises(ValueError, match="'TEAPOT' is not an error code of the contract"):
        SchakelError("No coffee.", code="TEAPOT")
