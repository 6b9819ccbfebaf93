"""`near`: a circle around a position or around a place that the data set knows."""

from typing import Any

import pytest
from schakel_server.declare.values import PublicationStatus, Visibility
from schakel_server.domain.offers.models import OfferLocation
from schakel_server.domain.organisations.models import Address

from tests.factories import make, make_activity, make_offer, make_organisation

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASKED = """query($near: Near) { offers(near: $near, orderBy: [{field: DISTANCE}]) {
  totalCount edges { distanceKm node { slug } }
} }"""
HIDDEN = [{"status": PublicationStatus.DRAFT}, {"visibility": Visibility.NETWORK}]


async def address(
    latitude: float | None, city: str, postcode: str | None = None, **organisation: Any
) -> None:
    owner = await make_organisation(**organisation)
    await make(Address, organisation=owner, latitude=latitude, longitude=6.5, city=city, postcode=postcode)


async def offer(slug: str, latitude: float | None, city: str = "Elders", **values: Any) -> None:
    made = await make_offer(slug=slug, **values)
    await make(OfferLocation, offer=made, latitude=latitude, longitude=6.5, city=city, postcode=None)


async def found(graph: Any, **near: Any) -> dict[str, float]:
    data = await graph.data(ASKED, near={"distanceKm": 50, **near})
    return {edge["node"]["slug"]: edge["distanceKm"] for edge in data["offers"]["edges"]}


@pytest.mark.parametrize("name", ["Één Dörp", "een dorp", "EEN  DORP", " een dorp "])
async def test_a_town_is_found_whatever_its_case_and_accents(graph, name):
    async with graph.database.transaction():
        await address(53.0, "Één Dörp")
        await address(53.2, "Één Dörp")
        await offer("here", 53.1)
        await offer("beyond", 53.6)

    assert await found(graph, place=name) == {"here": 0.0}


@pytest.mark.parametrize("postcode", ["9747 AS", "9747as", "9747", " 9747 "])
async def test_a_postcode_is_a_place_with_or_without_its_letters(graph, postcode):
    async with graph.database.transaction():
        await address(53.1, "Groningen", "9747 AS")
        await address(53.3, "Groningen", "9748 AS")
        await offer("here", 53.1)

    assert await found(graph, place=postcode) == {"here": 0.0}


async def test_the_letters_of_a_postcode_count(graph):
    async with graph.database.transaction():
        await address(53.1, "Groningen", "9747 AS")
        await address(53.3, "Groningen", "9747 AT")
        await offer("here", 53.1)

    assert await found(graph, place="9747 AT") == {"here": 22.2}
    assert await found(graph, place="9747") == {"here": 11.1}


async def test_addresses_of_organisations_come_before_other_places(graph):
    async with graph.database.transaction():
        await offer("here", 53.1, city="Dorp")
        await make_activity(latitude=53.2, longitude=6.5, city="Dorp")
        await make_activity(latitude=53.2, longitude=6.5, city="Gehucht")

    assert await found(graph, place="Dorp") == {"here": 0.0}
    assert await found(graph, place="Gehucht") == {"here": 11.1}
    async with graph.database.transaction():
        await address(None, "Dorp")
        await address(53.3, "Dorp")
    assert await found(graph, place="Dorp") == {"here": 22.2}


async def test_what_is_hidden_makes_no_place_and_moves_none(graph):
    async with graph.database.transaction():
        for number, why in enumerate(HIDDEN):
            await address(53.4, "Dorp", "9999 XX", **why)
            await address(53.4, "Verborgen", "9998 XX", **why)
            await offer(f"hidden-{number}", 53.4, city="Verborgen", **why)
            await make_activity(latitude=53.4, longitude=6.5, city="Verborgen", **why)
        await address(53.1, "Dorp")
        await offer("here", 53.1)

    assert await found(graph, place="Dorp") == {"here": 0.0}
    hidden = await graph.error(ASKED, near={"place": "Verborgen", "distanceKm": 5})
    never = await graph.error(ASKED, near={"place": "Verborgem", "distanceKm": 5})
    assert hidden == {**never, "message": never["message"].replace("gem'", "gen'")}


async def test_a_place_that_is_not_known_is_named_in_the_error(graph):
    near = {"place": "Nergenshuizen", "distanceKm": 5}
    dutch = await graph.error(ASKED, near=near, locale="NL")
    english = await graph.error(ASKED, near=near)

    assert english["extensions"]["code"] == "INVALID_INPUT"
    assert english["path"] == ["offers"]
    assert english["message"] == (
        "No place 'Nergenshuizen' is known; give a town or postcode where there is something to find, "
        "or latitude and longitude."
    )
    assert dutch["message"] == (
        "Er is geen plaats 'Nergenshuizen' bekend; geef een plaatsnaam of postcode waar iets te vinden is, "
        "of latitude en longitude."
    )


@pytest.mark.parametrize("place", ["", " ", "\n", "%", "_", "Gron", "x" * 1000, "'; --"])
async def test_only_a_whole_name_is_a_place(graph, place):
    async with graph.database.transaction():
        await address(53.1, "Groningen", "9747 AS")

    assert await graph.code(ASKED, near={"place": place, "distanceKm": 5}) == "INVALID_INPUT"


@pytest.mark.parametrize(
    ("near", "message"),
    [
        ({}, "near has no centre; give latitude and longitude, or a place such as Groningen or 9747 AS."),
        (
            {"latitude": 53, "longitude": 6, "place": "Groningen"},
            "near has two centres; give latitude and longitude, or place, not both.",
        ),
        (
            {"latitude": 53, "place": "Groningen"},
            "near has two centres; give latitude and longitude, or place, not both.",
        ),
        ({"latitude": 53}, "near has half a position; give longitude as well."),
        ({"longitude": 6, "latitude": None}, "near has half a position; give latitude as well."),
        (
            {"place": None},
            "near has no centre; give latitude and longitude, or a place such as Groningen or 9747 AS.",
        ),
        ({"latitude": 86, "longitude": 6}, "latitude must be from -85.0 to 85.0; it is 86.0."),
    ],
)
async def test_a_circle_has_one_centre(graph, near, message):
    error = await graph.error(ASKED, near={"distanceKm": 5, **near})

    assert (error["extensions"]["code"], error["message"]) == ("INVALID_INPUT", message)
    assert error["path"] == ["offers"]


async def test_places_stand_side_by_side_within_relations_and_variables(graph):
    async with graph.database.transaction():
        provider = await make_organisation(slug="provider")
        await address(53.0, "Zuid")
        await address(53.3, "Noord", "9901 AA")
        await offer("south", 53.0, provider=provider)
        await offer("north", 53.3, provider=provider)

    data = await graph.data(
        """query($place: String) { organisation(by: {slug: "provider"}) {
          south: offers(near: {place: "zuid", distanceKm: 5}) { totalCount nodes { slug } }
          north: offers(near: {place: $place, distanceKm: 5}) { totalCount edges { distanceKm node { slug } } }
        } }""",
        place="9901",
    )

    assert data["organisation"] == {
        "south": {"totalCount": 1, "nodes": [{"slug": "south"}]},
        "north": {"totalCount": 1, "edges": [{"distanceKm": 0.0, "node": {"slug": "north"}}]},
    }
    error = await graph.error(
        '{ organisations { nodes { o: offers(near: {place: "Weg", distanceKm: 5}) { totalCount } } } }'
    )
    assert error["path"] == ["organisations", "nodes", "o"]
