"""Whatever the order and the size of the pages: a walk meets every row exactly once, from either end."""

from itertools import chain
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schakel_server.app import the_graph
from schakel_server.domain.education.values import StudyLoadUnit
from schakel_server.domain.organisations.values import EducationLevel

from tests.contract.asking import Graph
from tests.factories import make_offer, make_organisation, make_programme

pytestmark = pytest.mark.asyncio(loop_scope="module")

CATALOGUE = the_graph()[0]
LOADS = [0.1, 0.1 + 0.2, 1 / 3, 1e-300, 1e300, -0.0, 30.0, None, None, 2.5, 123456.789012345678]
NAMES = ["Één", "een", "EEN", "\U0010fffe", "", "a\x01b", "a\nb", "Z", "ß", "ss", "🛠"]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    """Eleven programmes and eleven offers, with many ties and many values missing."""
    async with shared.database.transaction():
        provider = await make_organisation()
        for number, (load, name) in enumerate(zip(LOADS, NAMES, strict=True)):
            await make_programme(
                name=name or "x",
                study_load_value=load,
                study_load_unit=StudyLoadUnit.ECTS if number % 2 else None,
                level=list(EducationLevel)[number % 3] if number % 4 else None,
                offerer=provider,
            )
            await make_offer(
                title=name or "x",
                places=number % 3 or None,
                starts_on=f"2027-0{number % 4 + 1}-01" if number % 5 else None,
                closes_at=f"2027-0{number % 2 + 1}-01T10:00:00Z" if number % 3 else None,
                provider=provider,
            )
    return shared


@st.composite
def walks(draw: st.DrawFn) -> tuple[str, str, int]:
    """The list to walk through, its order, and the size of a page; below an organisation when negative."""
    name = draw(st.sampled_from(["Programme", "Offer"]))
    fields = st.sampled_from(sorted(CATALOGUE.types[name].orders()))
    terms = draw(st.lists(st.tuples(fields, st.sampled_from(["ASC", "DESC"])), max_size=3))
    by = ", ".join(f"{{field: {field}, direction: {way}}}" for field, way in terms)
    is_below = draw(st.booleans())
    return CATALOGUE.types[name].many, f"[{by}]", draw(st.integers(1, 12)) * (-1 if is_below else 1)


@given(walk=walks())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_a_walk_meets_every_row_once(world, walk):
    many, order, size = walk
    is_below = size < 0
    page = f"{many}(%s, orderBy: {order}) {{ nodes {{ id }} pageInfo {{ %s }} }}"
    asked = f"{{ organisations {{ nodes {{ {page} }} }} }}" if is_below else f"{{ {page} }}"

    async def pages(first_or_last: str, side: str, more: str, end: str) -> list[list[str]]:
        found: list[list[str]] = []
        cursor = ""
        while True:
            arguments = f"{first_or_last}: {abs(size)}" + (f', {side}: "{cursor}"' if cursor else "")
            data: Any = await world.data(asked % (arguments, f"{more} {end}"))
            connection = (data["organisations"]["nodes"][0] if is_below else data)[many]
            found.append([node["id"] for node in connection["nodes"]])
            if not connection["pageInfo"][more]:
                return found
            cursor = connection["pageInfo"][end]
            assert len(found) <= 11

    forward = chain(*await pages("first", "after", "hasNextPage", "endCursor"))
    backward = chain(*reversed(await pages("last", "before", "hasPreviousPage", "startCursor")))
    found = list(forward)

    assert found == list(backward)
    assert len(found) == len(set(found)) == 11
