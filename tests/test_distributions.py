"""Both distributions build, and install into an environment that has nothing."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, timeout=540
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheels")
    for distribution in ("server", "client"):
        run(
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "-w",
            folder,
            ROOT / distribution,
            cwd=folder,
        )
    return folder


def test_server_wheel_has_all_that_it_serves(wheels: Path) -> None:
    (wheel,) = wheels.glob("schakel_server-*.whl")

    names = zipfile.ZipFile(wheel).namelist()

    assert "schakel_server/storage/migrations/0001_initial.py" in names
    assert any(name.startswith("schakel_server/exchange/demo/data/") for name in names)
    assert any(name.startswith("schakel_server/web/assets/graphiql/") for name in names)
    assert any(name.startswith("schakel_server/web/templates/") for name in names)
    assert "schakel_server/py.typed" in names


def test_both_wheels_work_in_an_empty_environment(wheels: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "empty", cwd=tmp_path)
    binaries = tmp_path / "empty" / "bin"
    run(binaries / "pip", "install", "--quiet", *wheels.glob("*.whl"), cwd=tmp_path)

    schema = run(binaries / "schakel", "schema", cwd=tmp_path)
    migrated = run(binaries / "schakel", "migrate", "--database", "sqlite:///new.sqlite", cwd=tmp_path)
    client = run(
        binaries / "python", "-c", "import schakel_client; print(schakel_client.AsyncSchakel)", cwd=tmp_path
    )

    assert schema == (ROOT / "schema.graphql").read_text()
    assert migrated.startswith("Applied: 0001_initial")
    assert "AsyncSchakel" in client
