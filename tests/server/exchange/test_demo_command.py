"""The command `schakel demo load`, against a real database."""

from collections.abc import Callable

from schakel_server.exchange.demo.cli import app
from typer.testing import CliRunner

RUN = CliRunner()


def test_load_says_what_was_added_and_then_that_all_is_there(new_database_url: Callable[[], str]) -> None:
    url = new_database_url()

    first = RUN.invoke(app, ["load", "--database", url])
    second = RUN.invoke(app, ["load", "--database", url])

    assert first.exit_code == 0
    assert "30 Theme" in first.stdout
    assert second.stdout == "It is all there already; nothing was added.\n"


def test_load_with_numbers_generates_and_shows_how_far_it_is(new_database_url: Callable[[], str]) -> None:
    arguments = ["load", "--organisations", "5", "--offers", "20", "--seed", "3"]

    done = RUN.invoke(app, [*arguments, "--database", new_database_url()])

    assert done.exit_code == 0
    assert "Offer" in done.stderr
    assert "Added:" in done.stdout


def test_load_refuses_offers_without_organisations() -> None:
    refused = RUN.invoke(app, ["load", "--offers", "20"])

    assert refused.exit_code == 2
    assert "--organisations" in refused.stderr
