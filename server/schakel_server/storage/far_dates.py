"""The first and the last day of the calendar on PostgreSQL: asyncpg writes them as infinity, here they are days."""

from __future__ import annotations

import datetime as dt

import asyncpg  # type: ignore[import-untyped]

_FIRST_DAY = dt.date(2000, 1, 1)  # PostgreSQL counts days and microseconds from here
_FIRST_MOMENT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


async def take_far_dates(connection: asyncpg.Connection) -> None:
    """Make a connection send and read every date and moment as what it is."""
    for name, encode, decode in (
        ("date", _days, _date),
        ("timestamptz", _microseconds, _moment),
    ):
        await connection.set_type_codec(
            name, schema="pg_catalog", encoder=encode, decoder=decode, format="tuple"
        )


def _days(value: dt.date) -> tuple[int]:
    return ((value - _FIRST_DAY).days,)


def _date(days: tuple[int]) -> dt.date:
    return _FIRST_DAY + dt.timedelta(days[0])


def _microseconds(value: dt.datetime) -> tuple[int]:
    return ((value - _FIRST_MOMENT) // _MICROSECOND,)


def _moment(microseconds: tuple[int]) -> dt.datetime:
    return _FIRST_MOMENT + microseconds[0] * _MICROSECOND
