"""Circles on the map: the rows, the order and every page are those of plain arithmetic over all rows."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schakel_server.declare.values import PublicationStatus, Visibility
from schakel_server.domain.offers.models import OfferLocation
from schakel_server.domain.offers.values import Direction
from schakel_server.domain.organisations.models import Address
from schakel_server.engine import sql_nearby

from tests.contract.asking import Graph
from tests.engine.conftest import statements_of
from tests.factories import make, make_activity, make_offer, make_organisation

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROWS = 45
MANY = {"organisation": "organisations", "offer": "offers", "activity": "activities"}
CENTRES = [(53.2194, 6.5665), (52.9928, 6.5642), (53.0, 5.0), (53.2194, 6.56649), (-80.0, 179.0), (0.0, 6.0)]
RADII_KM = [0.0, 0.0005, 0.05, 1.5, 20.0, 60.0, 150.0, 500.0]


@dataclass
class Row:
    """What the test knows of a row that everybody may see."""

    id: str
    created: Any
    is_supply: bool
    positions: list[tuple[float, float]] = field(default_factory=list)


class World:
    """The graph, and the visible rows of each type."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.rows: dict[str, list[Row]] = {name: [] for name in MANY}


def position(rng: Random) -> tuple[float, float] | None:
    """A position in a town, often one that another row has too; sometimes none."""
    latitude, longitude = rng.choice(CENTRES[:3])
    spread = rng.choice([None, 0.0, 0.00001, 0.001, 0.2, 2.0])
    if spread is None:
        return None
    north, east = rng.uniform(-spread, spread), rng.uniform(-spread, spread)
    return round(latitude + north, 6), round(longitude + east, 6)


async def add_row(world: World, name: str, rng: Random, provider: Any) -> None:
    """A row with up to three positions; one in five is hidden, for one of two reasons."""
    found = [place for _ in range(rng.randint(0, 3)) if (place := position(rng))]
    hidden = rng.choice([{}] * 8 + [{"status": PublicationStatus.DRAFT}, {"visibility": Visibility.NETWORK}])
    is_supply = rng.random() < 0.3
    if name == "activity":
        found = found[:1]
        latitude, longitude = found[0] if found else (None, None)
        row: Any = await make_activity(organiser=provider, latitude=latitude, longitude=longitude, **hidden)
    elif name == "offer":
        direction = Direction.SUPPLY if is_supply else Direction.DEMAND
        row = await make_offer(provider=provider, direction=direction, **hidden)
        for latitude, longitude in found:
            await make(OfferLocation, offer=row, latitude=latitude, longitude=longitude)
        await make(OfferLocation, offer=row, latitude=None, longitude=None)
    else:
        row = await make_organisation(**hidden)
        for latitude, longitude in found:
            await make(Address, organisation=row, latitude=latitude, longitude=longitude)
    if not hidden:
        world.rows[name].append(Row(row.id, row.created_at, is_supply, found))


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def filled(shared: Graph) -> World:
    world, rng = World(shared), Random(7)
    async with shared.database.transaction():
        provider = await make_organisation()
        world.rows["organisation"].append(Row(provider.id, provider.created_at, False))
        for name in MANY:
            for _ in range(ROWS):
                await add_row(world, name, rng, provider)
    return world


@pytest.fixture(params=[1, 3, 50], ids=lambda enough: f"enough-{enough}", scope="module")
def world(request: pytest.FixtureRequest, filled: World) -> Iterator[World]:
    """The same rows, while a ring holds enough sooner or later: every way to find a page is taken."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sql_nearby, "ENOUGH", request.param)
        made = World(Graph(filled.graph.database))
        made.rows = filled.rows
        yield made


def square(centre: tuple[float, float], place: tuple[float, float]) -> float:
    """The arithmetic of the decision on distances."""
    cosine, sine = math.cos(math.radians(centre[0])), math.sin(math.radians(centre[0])) * math.radians(1)
    north = place[0] - centre[0]
    east = (place[1] - centre[1]) * (cosine - sine * north / 2)
    return 12364.328025 * (north * north + east * east)


@dataclass(frozen=True)
class Question:
    """A list to walk through, in a circle."""

    name: str
    centre: tuple[float, float]
    radius_km: float
    terms: tuple[tuple[str, bool], ...]  # field, descending
    size: int
    supply_only: bool

    def expected(self, rows: list[Row]) -> list[tuple[str, float]]:
        """The ids with their distance, in order."""
        radius = self.radius_km * self.radius_km
        found: list[tuple[Row, float]] = []
        for row in rows:
            away = min((square(self.centre, place) for place in row.positions), default=math.inf)
            if away <= radius and (row.is_supply or not self.supply_only):
                found.append((row, away))
        found.sort(key=lambda item: item[0].id, reverse=self.terms[-1][1])
        for name, descending in reversed(self.terms):
            found.sort(
                key=lambda item: item[1] if name == "DISTANCE" else item[0].created, reverse=descending
            )
        return [(row.id, round(math.sqrt(away), 1)) for row, away in found]

    def document(self, page: str) -> str:
        order = ", ".join(
            f"{{field: {name}, direction: {'DESC' if down else 'ASC'}}}" for name, down in self.terms
        )
        latitude, longitude = self.centre
        near = f"{{latitude: {latitude}, longitude: {longitude}, distanceKm: {self.radius_km}}}"
        where = ", where: {direction: {eq: SUPPLY}}" if self.supply_only else ""
        return (
            f"{{ found: {MANY[self.name]}({page}, near: {near}, orderBy: [{order}]{where}) {{ totalCount "
            "edges { distanceKm node { id } } "
            "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
        )


@st.composite
def questions(draw: st.DrawFn) -> Question:
    name = draw(st.sampled_from(list(MANY)))
    by_distance = ("DISTANCE", draw(st.booleans()))
    by_age = ("CREATED_AT", draw(st.booleans()))
    terms = draw(st.sampled_from([(by_distance,), (by_distance, by_age), (by_age,), (by_age, by_distance)]))
    return Question(
        name,
        draw(st.sampled_from(CENTRES)),
        draw(st.sampled_from(RADII_KM)),
        terms,
        draw(st.integers(2, 12)),
        name == "offer" and draw(st.booleans()),
    )


async def walk(graph: Graph, question: Question, backward: bool) -> list[list[tuple[str, float]]]:
    """The pages from one end to the other; what each says of its other side is checked on the way."""
    word, side = ("last", "before") if backward else ("first", "after")
    ahead, behind = ("hasPreviousPage", "hasNextPage") if backward else ("hasNextPage", "hasPreviousPage")
    pages: list[list[tuple[str, float]]] = []
    cursor = ""
    while True:
        page = f"{word}: {question.size}" + (f', {side}: "{cursor}"' if cursor else "")
        found: Any = (await graph.data(question.document(page)))["found"]
        pages.append([(edge["node"]["id"], edge["distanceKm"]) for edge in found["edges"]])
        facts = found["pageInfo"]
        assert facts[behind] is bool(cursor)
        if not facts[ahead]:
            return pages
        cursor = facts["startCursor" if backward else "endCursor"]
        assert len(pages) <= ROWS


@given(question=questions())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_every_page_is_that_of_plain_arithmetic(world, question):
    expected = question.expected(world.rows[question.name])

    forward = await walk(world.graph, question, backward=False)
    backward = await walk(world.graph, question, backward=True)
    total = (await world.graph.data(question.document("first: 1")))["found"]["totalCount"]

    assert [row for page in forward for row in page] == expected
    assert [row for page in reversed(backward) for row in page] == expected
    assert total == len(expected)


async def test_a_page_between_two_cursors_is_cut_at_both(world):
    question = Question("offer", CENTRES[0], 500.0, (("DISTANCE", False),), 3, supply_only=False)
    expected = [node_id for node_id, _ in question.expected(world.rows["offer"])]
    first = (await world.graph.data(question.document("first: 2")))["found"]["pageInfo"]["endCursor"]
    last = (await world.graph.data(question.document("first: 9")))["found"]["pageInfo"]["endCursor"]

    for word in ("first", "last"):
        page = f'{word}: 4, after: "{first}", before: "{last}"'
        found = (await world.graph.data(question.document(page)))["found"]["edges"]

        between = expected[2:8]
        assert [edge["node"]["id"] for edge in found] == (between[:4] if word == "first" else between[-4:])


async def test_a_circle_within_a_relation_is_that_of_each_parent(world):
    question = Question("offer", CENTRES[1], 150.0, (("DISTANCE", False),), 5, supply_only=False)
    asked = question.document("first: 5").replace(
        "{ found", "{ organisations(where: {offers: {some: {}}}) { nodes { found", 1
    )

    data = await world.graph.data(f"{asked} }} }}")

    (parent,) = data["organisations"]["nodes"]
    found = [(edge["node"]["id"], edge["distanceKm"]) for edge in parent["found"]["edges"]]
    expected = question.expected(world.rows["offer"])
    assert found == expected[:5]
    assert parent["found"]["totalCount"] == len(expected)


async def test_a_page_in_a_circle_is_one_statement(world):
    question = Question("offer", CENTRES[0], 25.0, (("DISTANCE", False),), 5, supply_only=True)

    with statements_of(world.graph) as sent:
        await world.graph.data(question.document("first: 5"))

    assert len(sent) == 1
