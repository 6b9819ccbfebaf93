"""What comparing with the reference executor found, each case once more by itself, on both databases."""

import datetime as dt

import pytest
import pytest_asyncio
from schakel_server.domain.network.models import Membership
from schakel_server.domain.organisations.models import Address, OrganisationIdentifier
from schakel_server.domain.organisations.values import IdentifierScheme

from tests.contract.asking import Graph
from tests.factories import make, make_activity, make_offer, make_organisation

pytestmark = pytest.mark.asyncio(loop_scope="module")

FIRST, LAST = dt.date.min, dt.date.max


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def world(shared: Graph) -> Graph:
    return shared


async def test_the_edges_of_the_calendar_are_dates_like_any_other(world):
    moments = [dt.datetime(1, 1, 1, tzinfo=dt.UTC), dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=dt.UTC)]
    async with world.database.transaction():
        for name, day, moment in zip(("first-day", "last-day"), (FIRST, LAST), moments, strict=True):
            await make_offer(slug=name, starts_on=day, opens_at=moment)

    asked = "{ totalCount nodes { slug startsOn opensAt } }"
    data = await world.data(
        f"""query (
          $s: [String!] = ["first-day", "last-day"], $d: Date = "0001-01-01", $m: DateTime = "0001-01-01T00:00:00Z"
        ) {{
          all: offers(where: {{slug: {{oneOf: $s}}}}, orderBy: [{{field: STARTS_ON}}]) {asked}
          first: offers(where: {{startsOn: {{eq: $d}}, opensAt: {{eq: $m}}}}) {asked}
        }}"""
    )

    first = {"slug": "first-day", "startsOn": "0001-01-01", "opensAt": "0001-01-01T00:00:00Z"}
    last = {"slug": "last-day", "startsOn": "9999-12-31", "opensAt": "9999-12-31T23:59:59Z"}
    assert data["all"] == {"totalCount": 2, "nodes": [first, last]}
    assert data["first"] == {"totalCount": 1, "nodes": [first]}


async def test_text_without_a_language_is_missing_wherever_it_is_looked_at(world):
    async with world.database.transaction():
        await make_offer(slug="no-words", title={"nl": "", "en": ""}, summary={})
        await make_offer(slug="words", title={"nl": "Woorden"}, summary={"nl": "Meer"})

    data = await world.data(
        """query ($s: [String!] = ["no-words", "words"]) {
          by: offers(where: {slug: {oneOf: $s}}, orderBy: [{field: TITLE}]) { nodes { slug title summary } }
          has: offers(where: {slug: {oneOf: $s}, title: {contains: ""}}) { nodes { slug } }
          lacks: offers(where: {slug: {oneOf: $s}, summary: {isNull: true}}) { nodes { slug } }
        }"""
    )

    words = {"slug": "words", "title": "Woorden", "summary": "Meer"}
    assert data["by"]["nodes"] == [words, {"slug": "no-words", "title": "", "summary": None}]
    assert data["has"]["nodes"] == [{"slug": "words"}]
    assert data["lacks"]["nodes"] == [{"slug": "no-words"}]


async def test_a_piece_of_an_address_can_be_asked_for(world):
    async with world.database.transaction():
        await make_organisation(slug="with-site", website="https://example.org/circulair")

    data = await world.data(
        '{ organisations(where: {website: {contains: "CIRCULAIR", startsWith: "https://ex"}}) { nodes { slug } } }'
    )

    assert data["organisations"]["nodes"] == [{"slug": "with-site"}]


async def test_what_is_past_comes_after_all_that_is_to_come_from_either_end(world):
    async with world.database.transaction():
        organiser = await make_organisation(slug="organiser")
        for slug, year in (("long-ago", 2), ("soon", 2999), ("far-off", 9999), ("just-past", 2020)):
            starts_at = dt.datetime(year, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
            await make_activity(slug=slug, organiser=organiser, starts_at=starts_at)
    page = "activities(%s) { edges { cursor node { slug } } }"
    asked = f'{{ organisation(by: {{slug: "organiser"}}) {{ {page} }} }}'

    forward = (await world.data(asked % "first: 4"))["organisation"]["activities"]["edges"]
    backward = (await world.data(asked % "last: 4"))["organisation"]["activities"]["edges"]
    after = await world.data(asked % f'first: 4, after: "{forward[1]["cursor"]}"')

    assert [edge["node"]["slug"] for edge in forward] == ["soon", "far-off", "just-past", "long-ago"]
    assert backward == forward
    assert after["organisation"]["activities"]["edges"] == forward[2:]


@pytest.mark.parametrize("directive", ["include", "skip"])
async def test_null_is_neither_in_nor_out(world, directive):
    query = f"query ($is: Boolean = true) {{ offers {{ totalCount @{directive}(if: $is) }} }}"

    assert await world.code(query, **{"is": None}) == "INVALID_INPUT"
    assert (await world.data(query))["offers"].keys() == ({"totalCount"} if directive == "include" else set())


async def test_what_is_asked_of_highlights_is_looked_at_without_a_search_too(world):
    query = (
        "query ($is: Boolean = true) { offers { edges { highlights { parts @skip(if: $is) { text } } } } }"
    )

    assert await world.code(query, **{"is": None}) == "INVALID_INPUT"


@pytest.mark.parametrize("types", ["[]", "[MEMBERSHIP]"])
@pytest.mark.parametrize(
    ("page", "code"), [("first: 0", "INVALID_INPUT"), ('after: "x"', "INVALID_CURSOR"), ("first: 1", "")]
)
async def test_a_search_without_types_is_refused_as_any_other_is(world, types, page, code):
    query = f'{{ search(text: "stage", types: {types}, {page}) {{ totalCount nodes {{ __typename }} }} }}'

    if code:
        assert await world.code(query) == code
    else:
        assert await world.data(query) == {"search": {"totalCount": 0, "nodes": []}}


async def test_a_fragment_on_what_can_be_found_is_not_for_what_can_not(world):
    async with world.database.transaction():
        membership = await make(Membership)

    data = await world.data(
        """query ($id: ID!) { node(id: $id) { ... on SearchResult { found: __typename ... on Node { id } } } }""",
        id=membership.id,
    )

    assert data == {"node": {}}


@pytest.mark.parametrize("place", ["7941\u00a0AA", " 7941 aa\u2003", "\uff17\uff19\uff14\uff11", "7941aa"])
async def test_a_postcode_is_one_whatever_spaces_it_was_copied_with(world, place):
    async with world.database.transaction():
        organisation = await make_organisation()
        spot = {"latitude": 52.7, "longitude": 6.2, "city": "Meppel", "postcode": "7941 AA"}
        await make(Address, organisation=organisation, **spot)

    query = "query ($p: String) { organisations(near: {place: $p, distanceKm: 1}) { nodes { id } } }"

    data = await world.data(query, p=place)

    assert organisation.id in [node["id"] for node in data["organisations"]["nodes"]]


@pytest.mark.parametrize("newest_is_written_first", [True, False])
async def test_of_two_with_the_same_code_the_newest_is_meant(world, newest_is_written_first):
    code = f"12345678{newest_is_written_first:d}"
    async with world.database.transaction():
        older, newer = await make_organisation(), await make_organisation()
        for organisation in (newer, older) if newest_is_written_first else (older, newer):
            await make(
                OrganisationIdentifier, organisation=organisation, scheme=IdentifierScheme.RSIN, value=code
            )

    query = "query ($v: String!) { organisation(by: {identifier: {scheme: RSIN, value: $v}}) { id } }"

    assert await world.data(query, v=code) == {"organisation": {"id": newer.id}}
