import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from schakel_server.domain import MODEL_MODULES
from schakel_server.settings import Settings, SettingsError, load_settings
from schakel_server.storage import migrate as migrations
from schakel_server.storage.migrate import MigrationError, changes, make_migration, migrate, pending
from tortoise.exceptions import OperationalError

from tests.server.storage.conftest import MIGRATIONS, MODELS, opened
from tests.server.storage.notes import Note, Shelf

BROKEN_STEP = """
from tortoise import migrations
from tortoise.migrations import operations as ops

class Migration(migrations.Migration):
    dependencies = [("schakel", "0001_initial")]
    operations = [
        ops.RunSQL("CREATE TABLE half (id int)"),
        ops.RunSQL("CREATE TABLE half (id int)"),
    ]
"""
REMAKING_STEP = """
from tortoise import fields, migrations
from tortoise.migrations import operations as ops

class Migration(migrations.Migration):
    dependencies = [("schakel", "0001_initial")]
    operations = [ops.AlterField("Shelf", "label", fields.CharField(max_length=300, null=True))]
"""
ORPHANING_STEP = """
from tortoise import migrations
from tortoise.migrations import operations as ops

class Migration(migrations.Migration):
    dependencies = [("schakel", "0001_initial")]
    operations = [ops.RunSQL("DELETE FROM shelf")]
"""


class Steps:
    """A package of migrations in a folder of its own, begun with the first step of the test tables."""

    def __init__(self, folder: Path, name: str) -> None:
        self.package = name
        self.folder = folder / name
        self.folder.mkdir()
        (self.folder / "__init__.py").write_text("")
        first = importlib.import_module(f"{MIGRATIONS}.0001_initial")
        self.add("0001_initial", Path(str(first.__file__)).read_text())

    def add(self, name: str, source: str) -> None:
        (self.folder / f"{name}.py").write_text(source)
        importlib.invalidate_caches()


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Steps]:
    monkeypatch.syspath_prepend(str(tmp_path))
    made = Steps(tmp_path, f"steps_{abs(hash(request.node.name))}")
    yield made
    for name in [name for name in sys.modules if name.partition(".")[0] == made.package]:
        del sys.modules[name]


async def test_models_and_migrations_agree() -> None:
    assert await changes(MODELS, MIGRATIONS) == []


async def test_platform_models_and_migrations_agree() -> None:
    if not migrations.on_disk():
        pytest.skip("the platform has no migration yet")

    assert await changes(MODEL_MODULES) == []


async def test_changed_model_is_noticed_and_made_a_migration(tmp_path: Path, steps: Steps) -> None:
    (tmp_path / "changed_notes.py").write_text(_changed_models())

    found = await changes(["changed_notes"], steps.package)
    path = await make_migration("Longer labels", ["changed_notes"], steps.package)

    assert len(found) == 1
    assert path == steps.folder / "0002_longer_labels.py"
    assert await make_migration("again", ["changed_notes"], steps.package) is None


async def test_pending_migrations_are_named(settings: Settings, steps: Steps) -> None:
    steps.add("0002_remake", REMAKING_STEP)

    before = await pending(settings, MODELS, steps.package)
    applied = await migrate(settings, MODELS, steps.package)

    assert before == applied == ["0002_remake"]
    assert await pending(settings, MODELS, steps.package) == []


async def test_failing_migration_leaves_nothing_behind(settings: Settings, steps: Steps) -> None:
    steps.add("0002_broken", BROKEN_STEP)

    with pytest.raises(OperationalError, match="already exists"):
        await migrate(settings, MODELS, steps.package)

    assert await pending(settings, MODELS, steps.package) == ["0002_broken"]
    async with opened(settings) as database:
        with pytest.raises(Exception, match="half"):
            await database.fetch_row("SELECT * FROM half")


async def test_altered_table_keeps_the_rows_that_refer_to_it(settings: Settings, steps: Steps) -> None:
    """SQLite drops the old table, which with foreign keys on would delete its notes."""
    await _add_note(settings)
    steps.add("0002_remake", REMAKING_STEP)

    await migrate(settings, MODELS, steps.package)

    assert await _notes(settings) == ["on a shelf"]


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_migration_that_orphans_rows_is_undone(settings: Settings, steps: Steps) -> None:
    await _add_note(settings)
    steps.add("0002_orphans", ORPHANING_STEP)

    with pytest.raises(MigrationError, match="note would refer to rows that are not there"):
        await migrate(settings, MODELS, steps.package)

    assert await _notes(settings) == ["on a shelf"]


async def test_database_of_a_newer_version_is_refused(settings: Settings, steps: Steps) -> None:
    steps.add("0002_remake", REMAKING_STEP)
    await migrate(settings, MODELS, steps.package)

    with pytest.raises(MigrationError, match=r"newer version \(0002_remake\)"):
        await migrate(settings, MODELS, MIGRATIONS)


async def test_ready_names_what_is_wrong(
    settings: Settings, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(settings) as database:
        monkeypatch.setattr(migrations, "on_disk", lambda: ["0001_initial"])
        good = await database.ready()
        monkeypatch.setattr(migrations, "on_disk", lambda: ["0001_initial", "0002_more"])
        pending_one = await database.ready()
        monkeypatch.setattr(migrations, "on_disk", list)
        foreign = await database.ready()

    assert good == []
    assert pending_one == ["Migrations are pending: 0002_more. Run: schakel migrate"]
    assert foreign == ["The database was made by a newer version (it has 0001_initial). Upgrade the server."]


async def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    settings = load_settings(database_url=f"sqlite:///{tmp_path}/none/x.sqlite")

    with pytest.raises(SettingsError, match=r"SCHAKEL_DATABASE_URL: the folder .*none does not exist"):
        await migrate(settings, MODELS, MIGRATIONS)


def _changed_models() -> str:
    unchanged = Path(str(importlib.import_module(MODELS[0]).__file__)).read_text()
    return unchanged.replace("max_length=100", "max_length=120")


async def _add_note(settings: Settings) -> None:
    async with opened(settings) as database, database.transaction():
        await Note.create(text="on a shelf", shelf=await Shelf.create(label="first"))


async def _notes(settings: Settings) -> list[str]:
    async with opened(settings):
        return [str(note.text) for note in await Note.filter(shelf__label="first")]
