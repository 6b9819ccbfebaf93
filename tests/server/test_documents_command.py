"""`schakel documents`: what is stored is checked first, and can be asked for by the hash of its file."""

import hashlib
import json
from pathlib import Path

import pytest
from schakel_server.cli import app
from typer.testing import CliRunner

GOOD = "query Good { themes { totalCount } }\n"


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SCHAKEL_DOCUMENTS", raising=False)
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["documents", *words])
    return result.exit_code, result.stdout, str(result.exception or "")


def test_documents_are_stored_under_the_hash_of_their_file(folder):
    (folder / "good.graphql").write_text(GOOD)
    (folder / "two.graphql").write_text("query A { __typename } query B { __typename }")
    identifier = hashlib.sha256((folder / "good.graphql").read_bytes()).hexdigest()

    code, said, _ = run("add", "good.graphql", "two.graphql")
    _, listed, _ = run("list")

    assert code == 0
    assert f"/graphql?documentId=sha256:{identifier}\n" in said
    assert json.loads((folder / "documents.json").read_text())[identifier] == GOOD
    assert f"{identifier}  Good\n" in listed
    assert "  A, B\n" in listed


def test_one_that_does_not_fit_the_schema_keeps_all_out(folder):
    (folder / "good.graphql").write_text(GOOD)
    (folder / "bad.graphql").write_text("{\n  nothing\n  offers { nodes { titel } }\n}")

    code, _, problem = run("add", "good.graphql", "bad.graphql")

    assert code == 1
    assert "bad.graphql: Cannot query field 'nothing' on type 'Query'. (line 2, column 3)" in problem
    assert "Did you mean 'title'" in problem
    assert not (folder / "documents.json").exists()


@pytest.mark.parametrize("content", [b"{", b"\xff", b"fragment F on Offer { id }"])
def test_what_is_no_document_is_told(folder, content):
    (folder / "bad.graphql").write_bytes(content)

    code, _, problem = run("add", "bad.graphql")

    assert code == 1
    assert "bad.graphql" in problem


def test_a_file_that_is_not_there_is_told():
    code, _, problem = run("add", "missing.graphql")

    assert code == 1
    assert "missing.graphql" in problem


def test_what_no_longer_fits_is_said_by_the_list(folder, monkeypatch):
    monkeypatch.setenv("SCHAKEL_DOCUMENTS", "other.json")
    (folder / "other.json").write_text(json.dumps({"old": "{ gone }"}))

    _, listed, _ = run("list")

    assert listed.startswith("old  does not fit the schema: Cannot query field 'gone'")
