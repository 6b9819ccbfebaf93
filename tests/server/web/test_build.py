"""Building the query page: when it is built, when it is left out, and what the lock file may say."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from hatchling.bridge.app import Application

SERVER = Path(__file__).parents[3] / "server"


@pytest.fixture(scope="module")
def hatch_build():
    spec = importlib.util.spec_from_file_location("schakel_hatch_build", SERVER / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path):
    """A source tree with a front end of one line; nothing in it can be built."""
    folder = tmp_path / "server" / "graphiql"
    (folder / "src").mkdir(parents=True)
    (folder / "src" / "main.jsx").write_text("1;")
    (folder / "package-lock.json").write_text("{}")
    (folder / "vite.config.js").write_text("export default {};")
    queries = tmp_path / "examples" / "queries"
    queries.mkdir(parents=True)
    (queries / "one.graphql").write_text("{ a }")
    return folder


@pytest.fixture
def no_node(monkeypatch, tmp_path, hatch_build):
    monkeypatch.setattr(hatch_build, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def install(hatch_build, project, capsys):
    """Runs the hook as an installation does; gives what it said."""

    def run() -> str:
        hook = hatch_build.GraphiqlBuildHook(
            str(project.parent), {}, None, None, str(project.parent), "wheel", Application()
        )
        hook.initialize("standard", {})
        said = capsys.readouterr()
        return said.out + said.err

    return run


def build_is_there(hatch_build, project) -> Path:
    target = project.parent / "schakel_server" / "web" / "assets" / "graphiql"
    target.mkdir(parents=True)
    (target / "main-old.js").write_text("old")
    (target / "sources.sha256").write_text(hatch_build.sources_hash(project))
    return target


@pytest.mark.usefixtures("no_node")
def test_installation_goes_on_with_a_warning_when_the_page_cannot_be_built(install, monkeypatch):
    monkeypatch.delenv("SCHAKEL_SKIP_GRAPHIQL", raising=False)
    monkeypatch.delenv("SCHAKEL_REQUIRE_GRAPHIQL", raising=False)

    assert "The query page could not be built; going on without it." in install()


@pytest.mark.usefixtures("no_node")
def test_release_stops_when_the_page_cannot_be_built(install, hatch_build, monkeypatch):
    monkeypatch.delenv("SCHAKEL_SKIP_GRAPHIQL", raising=False)
    monkeypatch.setenv("SCHAKEL_REQUIRE_GRAPHIQL", "1")

    with pytest.raises(hatch_build.PageNotBuilt, match="Node"):
        install()


@pytest.mark.usefixtures("no_node")
def test_page_can_be_left_out(install, monkeypatch):
    monkeypatch.setenv("SCHAKEL_SKIP_GRAPHIQL", "1")

    assert "the query page is left out" in install()


@pytest.mark.usefixtures("no_node")
def test_page_of_the_same_sources_is_not_built_again(hatch_build, project):
    target = build_is_there(hatch_build, project)

    hatch_build.build_page(project, target)

    assert (target / "main-old.js").read_text() == "old"


@pytest.mark.usefixtures("no_node")
@pytest.mark.parametrize(
    "changed",
    [
        "src/main.jsx",
        "src/new.js",
        "package-lock.json",
        "vite.config.js",
        "../../examples/queries/one.graphql",
    ],
)
def test_any_changed_source_asks_for_a_new_build_and_a_failed_one_leaves_the_old(
    hatch_build, project, changed
):
    target = build_is_there(hatch_build, project)
    (project / changed).write_text("changed")

    with pytest.raises(hatch_build.PageNotBuilt):
        hatch_build.build_page(project, target)

    assert (target / "main-old.js").read_text() == "old"


def test_failing_step_tells_its_last_words(hatch_build, tmp_path):
    with pytest.raises(hatch_build.PageNotBuilt, match="no such package"):
        hatch_build.run([sys.executable, "-c", "import sys; sys.exit('no such package')"], tmp_path)


def test_lock_file_names_no_addresses_to_download_from():
    lock = json.loads((SERVER / "graphiql" / "package-lock.json").read_text())

    packages = {name: package for name, package in lock["packages"].items() if name}

    assert len(packages) > 50
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if "integrity" not in package] == []
