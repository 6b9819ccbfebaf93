"""Towns with their position, and the moments of a demo that goes along with the calendar."""

import datetime as dt
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from schakel_server.exchange.demo.content import Facts, read

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
SPREAD_DEGREES = 0.008  # about 800 metres north to south: within any of the towns
STREETS = (
    "Kringloopkade",
    "Ambachtsweg",
    "Turfsingel",
    "Loodsplein",
    "Wierdelaan",
    "Spoorhaven",
    "Oogststraat",
)


def town(key: str) -> Facts:
    """The facts of a town, e.g. of `groningen`."""
    found: Facts = read("towns")[key]
    return found


def position(key: str, rng: Random | None = None) -> dict[str, float]:
    """The centre of a town, or with chance a point not far from it."""
    place = town(key)
    north, east = (rng.uniform(-SPREAD_DEGREES, SPREAD_DEGREES) if rng else 0.0 for _ in range(2))
    return {"latitude": round(place["latitude"] + north, 6), "longitude": round(place["longitude"] + east, 6)}


def made_up_address(key: str, rng: Random) -> dict[str, Any]:
    """A street that does not exist, in a town that does; ZZ is not given out as letters of a postcode here."""
    place = town(key)
    return {
        "street": rng.choice(STREETS),
        "house_number": str(rng.randint(1, 89)),
        "postcode": f"{place['postcode']} ZZ",
        "city": place["name"],
        "province": place["province"],
        **position(key, rng),
    }


def moment(day: dt.date, hour: int = 6, minute: int = 0) -> dt.datetime:
    """A moment of the Dutch clock on that day, in UTC."""
    local = dt.datetime.combine(day, dt.time(hour, minute), DUTCH_TIME)
    return local.astimezone(dt.UTC)


def days(count: float) -> dt.timedelta:
    return dt.timedelta(days=count)


def workday(day: dt.date) -> dt.date:
    """That day, or the Monday after a weekend."""
    return day + days(max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
