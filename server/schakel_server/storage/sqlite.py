"""Connections to SQLite files, each with a thread of its own."""

from collections.abc import Mapping
from typing import Any

import aiosqlite


async def connect(path: str, pragmas: Mapping[str, str | int], **options: Any) -> aiosqlite.Connection:
    """An autocommitting connection with `pragmas` set; `options` are those of sqlite3.connect.

    Its thread does not keep a failing process from ending.
    """
    connection = aiosqlite.connect(path, isolation_level=None, **options)
    connection._thread.daemon = True
    await connection
    try:
        await connection.executescript(
            ";".join(f"PRAGMA {name} = {value}" for name, value in pragmas.items())
        )
    except BaseException:
        connection.stop()
        raise
    return connection
