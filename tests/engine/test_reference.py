"""The engine on both databases answers as the reference executor does, whatever is asked."""

import os
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.databases import Postgresql, postgresql_template, sqlite_template
from tests.engine.reference.operations import Operation, operations
from tests.engine.reference.pools import Pools
from tests.engine.reference.tables import Tables
from tests.engine.reference.worlds import SCHEMA, Worlds, opened_worlds, prepare

pytestmark = pytest.mark.asyncio(loop_scope="module")

CASES = int(os.environ.get("SCHAKEL_FUZZ_CASES", "0"))  # 0: a fixed set of cases, the same each time
FIXED_CASES = 2000


@pytest.fixture(scope="module")
def filled(postgresql: Postgresql) -> Iterator[tuple[str, str, Tables]]:
    """The addresses of one database of each kind with the same rows, and these rows."""
    read: list[Tables] = []

    async def fill(url: str) -> None:
        read.append(await prepare(url))

    with sqlite_template(fill) as sqlite, postgresql_template(postgresql, fill) as other:
        assert contents(read[0]) == contents(read[1])
        yield sqlite(), other(), read[0]


def contents(tables: Tables) -> Any:
    """All that the tables hold, to compare."""
    rows = {
        (name, identity): {column: getattr(row, column) for column in row._meta.db_fields}
        for name, found in tables.rows.items()
        for identity, row in found.items()
    }
    links = {table: sorted(sorted(pair.items()) for pair in pairs) for table, pairs in tables.links.items()}
    return rows, links


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def worlds(filled: tuple[str, str, Tables]) -> AsyncIterator[Worlds]:
    async with opened_worlds(*filled) as found:
        yield found


@pytest.fixture(scope="module")
def asked(filled: tuple[str, str, Tables]) -> st.SearchStrategy[Operation]:
    return operations(SCHEMA._schema, Pools(filled[2]))


async def variables_of(worlds: Worlds, operation: Operation) -> dict[str, Any]:
    """The variables of an operation, with cursors out of earlier answers."""
    found = dict(operation.variables)
    for wanted in operation.cursors:
        cursors = await worlds.cursors(wanted.query)
        found[wanted.name] = cursors[wanted.place % len(cursors)] if cursors else None
    return found


@given(data=st.data())
@settings(
    max_examples=CASES or FIXED_CASES,
    derandomize=not CASES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)
async def test_engine_and_reference_answer_alike(worlds, asked, data):
    operation = data.draw(asked)
    variables = await variables_of(worlds, operation)

    await worlds.check(operation.query, variables, operation.locale)
