"""What Tortoise is told about the database: which clients, which models, which migrations."""

from collections.abc import Sequence
from typing import Any

from schakel_server.settings import Settings, SettingsError

APP_LABEL = "schakel"
MIGRATIONS_PACKAGE = "schakel_server.storage.migrations"

WAL_LIMIT_BYTES = 64 * 1024 * 1024  # what is left of the write-ahead log after a checkpoint
SQLITE_PRAGMAS = {
    "journal_mode": "WAL",
    "journal_size_limit": WAL_LIMIT_BYTES,
    "foreign_keys": "ON",
    # FULL waits for the disk at each commit: an acknowledged write survives kill -9 and loss of power.
    "synchronous": "FULL",
    "temp_store": "MEMORY",
}


def serving(settings: Settings, model_modules: Sequence[str]) -> dict[str, Any]:
    """Tortoise's configuration for a running server: every wait has an end."""
    limits = {"acquire_timeout_s": settings.deadline_s}
    if settings.dialect == "sqlite":
        busy_ms = int(settings.deadline_s * 1000)
        connection = _sqlite(settings, busy_timeout=busy_ms, **limits)
    else:
        connection = _postgresql(settings, statement_timeout_s=settings.deadline_s, **limits)
    return _tortoise(settings.dialect, connection, model_modules, MIGRATIONS_PACKAGE)


def migrating(
    settings: Settings, model_modules: Sequence[str], migrations: str = MIGRATIONS_PACKAGE
) -> dict[str, Any]:
    """Tortoise's configuration for migrations: they wait for each other and take the time they need.

    SQLite alters a table by dropping the old one, which with foreign keys switched on would delete
    what refers to it; so they are off here and checked at the end of the migration.
    """
    if settings.dialect == "sqlite":
        connection = _sqlite(settings, busy_timeout=600_000, foreign_keys="OFF")
    else:
        connection = _postgresql(settings, pool_min=1, pool_max=1)
    return _tortoise(settings.dialect, connection, model_modules, migrations)


def _tortoise(
    name: str, connection: dict[str, Any], model_modules: Sequence[str], migrations: str
) -> dict[str, Any]:
    # Tortoise keeps the SQL that it has built by the name of the connection, for the whole process:
    # so the two dialects have names of their own.
    app = {"models": list(model_modules), "default_connection": name, "migrations": migrations}
    return {
        "connections": {name: connection},
        "apps": {APP_LABEL: app},
        "use_tz": True,
        "timezone": "UTC",
    }


def _sqlite(settings: Settings, **changes: Any) -> dict[str, Any]:
    path = settings.sqlite_path.absolute()
    if not path.parent.is_dir():
        raise SettingsError(
            f"SCHAKEL_DATABASE_URL: the folder {path.parent} does not exist; "
            "make it, or name a file in a folder that is there"
        )
    credentials = {"file_path": str(path), **SQLITE_PRAGMAS, **changes}
    return {"engine": "schakel_server.storage.writes_sqlite", "credentials": credentials}


def _postgresql(settings: Settings, **changes: Any) -> dict[str, Any]:
    credentials = {
        "dsn": settings.database_url,
        "pool_min": settings.pool_min,
        "pool_max": settings.pool_max,
        **changes,
    }
    return {"engine": "schakel_server.storage.writes_asyncpg", "credentials": credentials}
