"""Bringing the tables to the shape that the models have, safely from several processes at once."""

import asyncio
import importlib
import pkgutil
import re
from collections.abc import Sequence
from pathlib import Path

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient
from tortoise.context import TortoiseContext
from tortoise.migrations.autodetector import MigrationAutodetector
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.recorder import MigrationRecorder
from tortoise.migrations.writer import MigrationWriter
from tortoise.transactions import in_transaction

from schakel_server.errors import Unavailable
from schakel_server.settings import Settings
from schakel_server.storage import configuration
from schakel_server.storage.configuration import APP_LABEL, MIGRATIONS_PACKAGE
from schakel_server.storage.failures import translate

ADVISORY_LOCK = 0x5C4A_4B31  # any number that nothing else in the database locks


class MigrationError(Exception):
    """The database cannot be brought to the shape that this version needs."""


async def migrate(
    settings: Settings, model_modules: Sequence[str], migrations: str = MIGRATIONS_PACKAGE
) -> list[str]:
    """The names of the migrations that were applied; all of them or, when one fails, none.

    A second process that comes meanwhile waits and then finds nothing to do.

    Raises:
        Unavailable: the database cannot be reached.
        MigrationError: it was made by a newer version, or rows break a foreign key afterwards.
    """
    config = configuration.migrating(settings, model_modules, migrations)
    try:
        async with TortoiseContext() as context:
            await context.init(config, init_connections=False)
            await context.db().create_connection(with_db=True)
            async with in_transaction() as client:
                return await _apply(client, config["apps"], migrations)
    except Exception as error:
        known = translate(error)
        if known is None or known is error:
            raise
        raise Unavailable(f"{known.message} ({type(error).__name__}: {error})") from error


async def pending(
    settings: Settings, model_modules: Sequence[str], migrations: str = MIGRATIONS_PACKAGE
) -> list[str]:
    """The names of the migrations that this database still lacks, in their order."""
    config = configuration.migrating(settings, model_modules, migrations)
    async with TortoiseContext() as context:
        await context.init(config, init_connections=False)
        await context.db().create_connection(with_db=True)
        applied = await _applied(context.db())
    return [name for name in on_disk(migrations) if name not in applied]


async def problems(client: BaseDBAsyncClient) -> list[str]:
    """What is wrong with the shape of the tables behind `client`, in plain words."""
    known, applied = on_disk(), await _applied(client)
    missing = [name for name in known if name not in applied]
    foreign = sorted(applied.difference(known))
    found = []
    if missing:
        found.append(f"Migrations are pending: {', '.join(missing)}. Run: schakel migrate")
    if foreign:
        found.append(
            f"The database was made by a newer version (it has {', '.join(foreign)}). Upgrade the server."
        )
    return found


def on_disk(migrations: str = MIGRATIONS_PACKAGE) -> list[str]:
    """The names of the migrations that this version brings, in their order."""
    package = importlib.import_module(migrations)
    return sorted(name for _, name, _ in pkgutil.iter_modules(package.__path__) if name[0].isdigit())


async def changes(model_modules: Sequence[str], migrations: str = MIGRATIONS_PACKAGE) -> list[str]:
    """What the models have that the migrations lack, one line each; empty when they agree."""
    return [
        str(operation.describe())
        for writer in await _writers(model_modules, migrations)
        for operation in writer.operations
    ]


async def make_migration(
    name: str, model_modules: Sequence[str], migrations: str = MIGRATIONS_PACKAGE
) -> Path | None:
    """Write the next migration as a file and return its path; None when there is nothing to change."""
    importlib.invalidate_caches()
    writers = await _writers(model_modules, migrations)
    if not writers:
        return None
    (writer,) = writers
    number = len(on_disk(migrations)) + 1
    writer.name = f"{number:04d}_{re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_')}"
    return Path(await asyncio.to_thread(writer.write))


async def _writers(model_modules: Sequence[str], migrations: str) -> list[MigrationWriter]:
    settings = Settings.model_construct(database_url="sqlite:///schakel.sqlite")
    config = configuration.migrating(settings, model_modules, migrations)
    async with TortoiseContext() as context:
        await context.init(config, init_connections=False)
        if context.apps is None:
            raise MigrationError(f"There are no models in {', '.join(model_modules)}.")
        return await MigrationAutodetector(context.apps, config["apps"]).changes()


async def _apply(
    client: TransactionalDBClient, apps: dict[str, dict[str, str]], migrations: str
) -> list[str]:
    is_sqlite = client.capabilities.dialect == "sqlite"
    if not is_sqlite:
        await client.execute_query(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})")
    executor = MigrationExecutor(client, apps)
    await executor.recorder.ensure_schema(executor._schema_editor(atomic=False))
    before = await _applied(client)
    if foreign := sorted(before.difference(on_disk(migrations))):
        raise MigrationError(
            f"The database was made by a newer version ({', '.join(foreign)}); upgrade the server."
        )
    await executor.migrate()
    if is_sqlite and (broken := (await client.execute_query("PRAGMA foreign_key_check"))[1]):
        tables = sorted({str(row[0]) for row in broken})
        raise MigrationError(
            f"Rows of {', '.join(tables)} would refer to rows that are not there; nothing was changed."
        )
    return [name for name in on_disk(migrations) if name not in before]


async def _applied(client: BaseDBAsyncClient) -> set[str]:
    if not await _has_record(client):
        return set()
    return {
        key.name for key in await MigrationRecorder(client).applied_migrations() if key.app_label == APP_LABEL
    }


async def _has_record(client: BaseDBAsyncClient) -> bool:
    table = "'tortoise_migrations'"
    if client.capabilities.dialect == "sqlite":
        sql = f"SELECT 1 FROM sqlite_master WHERE name = {table}"  # noqa: S608
    else:
        sql = f"SELECT 1 WHERE to_regclass({table}) IS NOT NULL"
    return bool((await client.execute_query(sql))[1])
