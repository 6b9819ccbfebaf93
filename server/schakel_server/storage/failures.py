"""What the database drivers raise, told in the words of the error tree."""

import sqlite3

import asyncpg  # type: ignore[import-untyped]

from schakel_server.errors import Conflict, SchakelError, Timeout, Unavailable

TIMED_OUT = "The database did not finish in time and was stopped. Ask for less, or try again."
CANNOT_BE_REACHED = "The database cannot be reached at the moment. Try again in a few seconds."
BUSY = "The database is busy. Try again in a few seconds."
NO_SPACE = "The database has no space left; nothing was changed. Tell whoever runs this installation."
NOT_WRITABLE = "The database does not allow writing here. Tell whoever runs this installation."
CHANGED_MEANWHILE = "Somebody else was changing the same things at the same moment. Try again."

CONFLICTS = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError, asyncpg.LockNotAvailableError)
LOST = (asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError, OSError)
REFUSED = (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidCatalogNameError)
SQLITE_FAILURES = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_FULL: NO_SPACE,
    sqlite3.SQLITE_IOERR: CANNOT_BE_REACHED,
    sqlite3.SQLITE_CANTOPEN: CANNOT_BE_REACHED,
    sqlite3.SQLITE_READONLY: NOT_WRITABLE,
}
PRIMARY_CODE_MASK = 0xFF  # the lower byte of an extended SQLite result code, sqlite.org/rescode.html


def translate(error: BaseException) -> SchakelError | None:
    """What to tell the caller, or None when `error` is not a known failure of the database.

    Looks through Tortoise's wrapping exceptions, which carry the driver's as first argument.
    """
    cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    if isinstance(cause, SchakelError):
        return cause
    if isinstance(cause, TimeoutError | asyncpg.QueryCanceledError):
        return Timeout(TIMED_OUT)
    if isinstance(cause, CONFLICTS):
        return Conflict(CHANGED_MEANWHILE)
    if isinstance(cause, asyncpg.DiskFullError):
        return Unavailable(NO_SPACE)
    if isinstance(cause, asyncpg.InsufficientResourcesError):
        return Unavailable(BUSY)
    if isinstance(cause, LOST + REFUSED):
        return Unavailable(CANNOT_BE_REACHED)
    if isinstance(cause, asyncpg.InterfaceError) and "closed" in str(cause):
        return Unavailable(CANNOT_BE_REACHED)
    return _translate_sqlite(cause) if isinstance(cause, sqlite3.Error) else None


def _translate_sqlite(error: sqlite3.Error) -> SchakelError | None:
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE_MASK
    if code == sqlite3.SQLITE_INTERRUPT:
        return Timeout(TIMED_OUT)
    message = SQLITE_FAILURES.get(code)
    return Unavailable(message) if message else None
