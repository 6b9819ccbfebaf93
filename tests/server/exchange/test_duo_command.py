"""The command `schakel import duo`: its options, what it prints, and its exit codes."""

import json
from pathlib import Path

import pytest
from schakel_server.exchange.cli import app
from schakel_server.settings import Settings
from typer.testing import CliRunner, Result

from tests.server.exchange.duo_files import (
    HANZE,
    KRINGLOOP,
    PLAIN_HEADER,
    WADCOLLEGE,
    csv_text,
    write_hbo,
    write_mbo,
)

CREATED = (
    "01.-adressen-mbo-instellingen.csv:2  created  99AA    Vakschool De Kringloop\n"
    "01.-adressen-mbo-instellingen.csv:3  created  99AB    Wadcollege Súdwest & Oëst\n"
    "2 created, 0 changed, 0 same, 0 refused, 0 skipped.\n"
)


@pytest.fixture(autouse=True)
def _address(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_DATABASE_URL", settings.database_url)


def duo(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["duo", *(str(argument) for argument in arguments)])


def test_a_run_prints_a_line_for_each_row_and_totals(tmp_path: Path) -> None:
    result = duo(write_mbo(tmp_path))

    assert (result.exit_code, result.stdout, result.stderr) == (0, CREATED, "")


def test_a_second_run_says_that_all_is_the_same(tmp_path: Path) -> None:
    path = write_mbo(tmp_path)
    duo(path)

    result = duo(path)

    assert (result.exit_code, result.stdout) == (
        0,
        CREATED.replace("created  99", "same     99")
        .replace("2 created", "0 created")
        .replace("0 same", "2 same"),
    )


def test_the_report_as_json(tmp_path: Path) -> None:
    path = write_mbo(tmp_path, KRINGLOOP, {**WADCOLLEGE, "INSTELLINGSCODE": "99A"})

    result = duo(path, "--format", "json", "--dry-run")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "written": False,
        "reason": "this was a dry run",
        "totals": {"created": 1, "changed": 0, "same": 0, "refused": 1, "skipped": 0},
        "rows": [
            {
                "file": "01.-adressen-mbo-instellingen.csv",
                "line": 2,
                "code": "99AA",
                "name": "Vakschool De Kringloop",
                "result": "created",
                "fields": [],
                "reason": None,
                "notes": [],
            },
            {
                "file": "01.-adressen-mbo-instellingen.csv",
                "line": 3,
                "code": "99A",
                "name": "Wadcollege Súdwest & Oëst",
                "result": "refused",
                "fields": [],
                "reason": (
                    "Institution code '99A' is not right; expected: two digits and two letters, e.g. 25BE, "
                    "and two more digits for a location, e.g. 25BE01."
                ),
                "notes": [],
            },
        ],
    }


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    path = write_mbo(tmp_path)

    result = duo(path, "--dry-run")

    assert (result.exit_code, result.stdout) == (
        0,
        CREATED.replace("skipped.", "skipped. Nothing was written: this was a dry run."),
    )
    assert duo(path).stdout == CREATED


def test_refused_rows_give_exit_code_1_after_the_rest_is_done(tmp_path: Path) -> None:
    result = duo(write_mbo(tmp_path, KRINGLOOP, KRINGLOOP, WADCOLLEGE))

    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "2 created, 0 changed, 0 same, 1 refused, 0 skipped."


def test_strict_refuses_all(tmp_path: Path) -> None:
    result = duo(write_mbo(tmp_path, KRINGLOOP, KRINGLOOP), "--strict")

    assert result.exit_code == 1
    assert result.stdout.endswith("Nothing was written: a row was refused, and --strict was given.\n")
    assert duo(write_mbo(tmp_path, KRINGLOOP)).stdout.endswith(
        "1 created, 0 changed, 0 same, 0 refused, 0 skipped.\n"
    )


def test_provinces_by_name_or_code(tmp_path: Path) -> None:
    result = duo(
        write_mbo(tmp_path),
        write_hbo(tmp_path),
        "--province",
        "groningen",
        "--province",
        "NL-DR",
        "--dry-run",
    )

    assert "2 created, 0 changed, 0 same, 0 refused, 2 skipped." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--province", "Noord"), "Province 'Noord' is not right"),
        (("--kind", "wo"), "'wo' is not one of"),
        (("--format", "xml"), "'xml' is not one of"),
    ],
)
def test_options_that_are_not_known_are_refused(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = duo(write_mbo(tmp_path), *arguments)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_broken_file_gives_exit_code_2_and_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "adressen.csv"
    path.write_text(csv_text([HANZE], PLAIN_HEADER), "utf-8", newline="")

    result = duo(path)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "adressen.csv does not show whether it is about mbo or hbo, neither in its columns nor in its name. "
        "Nothing was imported; say so with --kind mbo or --kind hbo.\n"
    )
    assert duo(path, "--kind", "hbo").stdout.startswith("adressen.csv:2  created  25BE    Hanzehogeschool")


def test_a_database_without_tables_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.sqlite'}")

    result = duo(write_mbo(tmp_path))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "Run: schakel migrate" in result.stderr


def test_a_wrong_setting_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHAKEL_DATABASE_URL", "mysql://somewhere/schakel")

    result = duo(write_mbo(tmp_path))

    assert result.exit_code == 2
    assert "SCHAKEL_DATABASE_URL" in result.stderr
