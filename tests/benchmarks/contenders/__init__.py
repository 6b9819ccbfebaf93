"""Those who are asked: each a function from a database's address to an ASGI app."""

from collections.abc import Callable
from typing import Any

from tests.benchmarks.contenders.constant import constant
from tests.benchmarks.contenders.floor import floor
from tests.benchmarks.contenders.floor_sqlite import floor_sqlite
from tests.benchmarks.contenders.resolvers import resolvers
from tests.benchmarks.contenders.schakel import schakel

CONTENDERS: dict[str, Callable[[str], Any]] = {
    "schakel": schakel,
    "resolvers": resolvers,
    "floor": floor,
    "floor-sqlite": floor_sqlite,
    "constant": constant,
}
