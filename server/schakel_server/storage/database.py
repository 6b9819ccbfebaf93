"""The one door to the database: reading for the engine, transactions for the operations."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.context import TortoiseContext, get_current_context
from tortoise.models import Model
from tortoise.transactions import in_transaction

from schakel_server.errors import SchakelError, Unavailable
from schakel_server.settings import Settings
from schakel_server.storage import configuration, migrate
from schakel_server.storage.failures import translate
from schakel_server.storage.others_postgresql import PostgresqlOthers
from schakel_server.storage.others_sqlite import SqliteOthers
from schakel_server.storage.reads import Row
from schakel_server.storage.reads_postgresql import PostgresqlReads
from schakel_server.storage.reads_sqlite import SqliteReads
from schakel_server.storage.writes_sqlite import ImmediateClient
from schakel_server.storage.written import Commits, cascades_of

StatementListener = Callable[[str, Sequence[Any]], None]

log = logging.getLogger(__name__)


class Database:
    """The open database of this process, one at a time, usable from every task.

    `on_statement` holds callables that are called with (sql, args) for each `fetch_row`.
    """

    def __init__(
        self,
        settings: Settings,
        context: TortoiseContext,
        reads: PostgresqlReads | SqliteReads,
        model_modules: Sequence[str],
    ) -> None:
        self.dialect = settings.dialect
        self.on_statement: list[StatementListener] = []
        self._settings = settings
        self._context = context
        self._reads = reads
        self._model_modules = tuple(model_modules)
        self.commits.cascades = cascades_of(_models(context))

    @property
    def commits(self) -> Commits:
        """What this process commits; its listeners hear which tables were written to, on both databases."""
        client: Any = self._context.db()
        found: Commits = client.commits
        return found

    def others(self) -> PostgresqlOthers | SqliteOthers:
        """What other processes commit, for one who listens."""
        client: Any = self._context.db()
        if isinstance(client, ImmediateClient):
            return SqliteOthers(client)
        return PostgresqlOthers(self._settings.database_url, client.commits.origin, self._settings.deadline_s)

    @classmethod
    async def open(cls, settings: Settings, model_modules: Sequence[str]) -> "Database":
        """Connect, and make the models of `model_modules` usable from every task.

        Raises:
            SettingsError: the address names a folder that does not exist.
            Unavailable: the database cannot be reached.
        """
        if get_current_context() is not None:
            raise RuntimeError("A Database is open in this process already; close it first.")
        context = TortoiseContext()
        reads = _reads(settings)
        try:
            config = configuration.serving(settings, model_modules)
            with context:
                # The fallback is what other tasks find, after this task has left the context.
                await context.init(config, _enable_global_fallback=True)
            await context.db().create_connection(with_db=True)
            if isinstance(reads, PostgresqlReads):
                await reads.open(settings.pool_min)
        except BaseException as error:
            await reads.close()
            await context.close_connections()
            known = translate(error) if isinstance(error, Exception) else None
            if known is None or known is error:
                raise
            reason = (
                f"SCHAKEL_DATABASE_URL: the database cannot be used now ({type(error).__name__}: {error})"
            )
            raise Unavailable(reason) from error
        return cls(settings, context, reads, model_modules)

    async def close(self) -> None:
        """Close every connection; reads under way are given one deadline to end."""
        await self._reads.close()
        await self._context.close_connections()

    async def fetch_row(self, sql: str, args: Sequence[Any] = ()) -> Row | None:
        """The first row of one SELECT, None when there is none; placeholders are $1 or ?1.

        The session cannot write. When the deadline passes or the calling task is cancelled, the
        statement itself is stopped.

        Raises:
            Timeout: the deadline passed.
            Unavailable: the database cannot be reached; the next call tries afresh.
        """
        for listener in self.on_statement:
            listener(sql, args)
        return await self._reads.fetch_row(sql, args)

    async def fetch_all(self, sql: str, args: Sequence[Any] = ()) -> Sequence[Row]:
        """All rows of one statement, as `fetch_row` otherwise: for tools that look at the database."""
        return await self._reads.fetch_all(sql, args)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[TransactionalDBClient]:
        """A writing transaction in which models run; a savepoint when this task is in one already.

        Commits when the block ends, rolls back when it raises or its task is cancelled. On SQLite
        there is one writer at a time. When this returns, the write survives kill -9 and loss of power.

        Raises:
            Timeout: no connection became free, or a statement did not end, within the deadline.
            Conflict: the database could not order this beside another transaction; try again.
            Unavailable: the database cannot be reached, or has no space left.
            TransactionManagementError: begun in a task made inside another task's transaction.
        """
        try:
            async with in_transaction() as connection:
                yield connection
        except SchakelError:
            raise
        except Exception as error:
            known = translate(error)
            if known is None:
                raise
            raise known from error

    async def ready(self) -> list[str]:
        """What keeps this server from serving, in plain words; empty when nothing does."""
        try:
            async with asyncio.timeout(self._settings.deadline_s):
                await self._reads.fetch_row("SELECT 1", ())
                return await migrate.problems(self._context.db())
        except Exception as error:
            if translate(error) is None:
                log.exception("the database could not be asked whether it is ready")
            return ["The database cannot be reached."]


def _reads(settings: Settings) -> PostgresqlReads | SqliteReads:
    if settings.dialect == "sqlite":
        return SqliteReads(settings.sqlite_path, settings.read_connections, settings.deadline_s)
    return PostgresqlReads(settings.database_url, settings.pool_max, settings.deadline_s)


def _models(context: TortoiseContext) -> list[type[Model]]:
    return [model for app in (context.apps or {}).values() for model in app.values()]
