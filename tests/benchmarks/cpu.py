"""Processor time of servers: what doesn't depend on how many others share the machine."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

TICK_S = 1 / os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def process_cpu_s(pid: int) -> float:
    """User and system time of a process with all its threads; 0 for one that has ended."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0.0
    fields = text.rpartition(")")[2].split()  # the name before may hold anything
    return (int(fields[11]) + int(fields[12])) * TICK_S


def resident_bytes(pid: int) -> int:
    """The memory that a process holds now."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE_BYTES


class DatabaseClock:
    """The processor time of a PostgreSQL database's backends, as far as they are processes of this machine."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url if database_url.startswith("postgresql") else ""
        self._before: dict[int, float] = {}

    def start(self) -> None:
        """Begin to count."""
        self._before = self._read()

    def elapsed_s(self) -> float:
        """Seconds since `start`, of all backends together; those that ended in between are left out."""
        return sum(now - self._before.get(pid, 0.0) for pid, now in self._read().items())

    def _read(self) -> dict[int, float]:
        return {pid: process_cpu_s(pid) for pid in asyncio.run(_backends(self._url))} if self._url else {}


async def _backends(database_url: str) -> Iterable[int]:
    """The backends of a database but for the one that is asked here."""
    if urlsplit(database_url).hostname not in ("127.0.0.1", "localhost"):
        return []
    connection = await asyncpg.connect(database_url)
    try:
        rows = await connection.fetch(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    finally:
        await connection.close()
    return [row["pid"] for row in rows]
