"""The command `schakel explain`, against a real database of each kind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from schakel_server.cli import app
from typer.testing import CliRunner

RUN = CliRunner()
DOCUMENT = """query Pages($first: Int = 3) { offers(first: $first) { nodes { title(locale: EN) provider { name } } } }
query Nothing { __typename }"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "pages.graphql"
    path.write_text(DOCUMENT)
    return path


@pytest.fixture
def url(new_database_url: Callable[[], str]) -> str:
    return new_database_url()


def test_plan_statement_and_the_plan_of_the_database_are_shown(document, url, dialect):
    done = RUN.invoke(app, ["explain", str(document), "--operation", "Pages", "--database", url])

    assert done.exit_code == 0
    headings = [line for line in done.stdout.splitlines() if line.startswith(("Plan", "Statement"))]
    assert headings == ["Plan", "Statement", f"Plan of {dialect}"]
    assert "offers: Offer, a page (set s0)" in done.stdout
    assert "WITH RECURSIVE s0 AS MATERIALIZED (\n    SELECT" in done.stdout
    assert "No large table is read whole." in done.stdout


def test_analyze_runs_the_statement(document, url):
    done = RUN.invoke(app, ["explain", str(document), "--operation", "Pages", "--analyze", "--database", url])

    assert done.exit_code == 0
    assert "Answered within " in done.stdout
    assert "in 2 texts, planning included." in done.stdout


def test_variables_come_from_a_file_and_are_bound(tmp_path, document, url):
    values = tmp_path / "values.json"
    values.write_text('{"first": 7}')

    done = RUN.invoke(
        app,
        ["explain", str(document), "--operation", "Pages", "--variables", str(values), "--database", url],
    )

    assert done.exit_code == 0
    assert "  page    first 7" in done.stdout


def test_what_needs_no_statement_says_so(document, url):
    done = RUN.invoke(app, ["explain", str(document), "--operation", "Nothing", "--database", url])

    assert done.exit_code == 0
    assert "No statement: this is answered without the database." in done.stdout


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        ("{ offers { nodes { naam } } }", [], "line 1, column 20: Cannot query field 'naam'"),
        ("{ offers {", [], "line 1, column 11: Syntax Error"),
        (DOCUMENT, [], "several operations; say which by operationName: 'Pages', 'Nothing'"),
        (DOCUMENT, ["--operation", "Other"], "no operation 'Other'"),
        (
            "{ offers(first: 1000000) { totalCount } }",
            [],
            "first must be from 1 to 100; it is 1000000. (at offers)",
        ),
        ("query ($n: Int!) { offers(first: $n) { totalCount } }", [], "'$n'"),
    ],
)
def test_a_document_at_fault_is_told_with_its_place(tmp_path, url, text, options, told):
    path = tmp_path / "faulty.graphql"
    path.write_text(text)

    done = RUN.invoke(app, ["explain", str(path), *options, "--database", url])

    assert done.exit_code == 2
    assert told in done.stderr
    assert done.stdout == ""


def test_a_language_that_there_is_not_is_refused(document, url):
    done = RUN.invoke(app, ["explain", str(document), "--locale", "fr", "--database", url])

    assert done.exit_code == 2
    assert "fr is none of NL, EN, FY, DE" in done.stderr
