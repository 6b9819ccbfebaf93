"""Reading from the real server, on each database."""

import datetime as dt
import pickle

import msgspec
import pytest
from schakel_client import AsyncSchakel, GraphError, InvalidInput, NotFound, OrganisationRef, UnexpectedAnswer
from schakel_client.enums import EducationLevel, OfferKind
from schakel_client.types import OfferSlot, ThemeRef

FIRST_CLOSING = dt.datetime(2090, 1, 1, 12, tzinfo=dt.UTC)
BY_CLOSING = [{"field": "CLOSES_AT", "direction": "ASC"}]
VISIBLE_OFFERS = 24


async def test_get_gives_all_fields_typed(client: AsyncSchakel) -> None:
    offer = await client.offers.get(slug="aanbod-00")

    assert offer.title == "Aanbod 00 <b>&"
    assert offer.kind is OfferKind.PROJECT
    assert offer.levels == (EducationLevel.MBO_3, EducationLevel.MBO_4)
    assert offer.closes_at == FIRST_CLOSING
    assert offer.closes_at.utcoffset() == dt.timedelta(0)
    assert offer.starts_on == dt.date(2090, 2, 1)
    assert (offer.compensation.kind, offer.compensation.min) == ("ALLOWANCE", 45000)
    assert offer.provider == OrganisationRef(id=offer.provider.id, slug="reparatie", name="Reparatie & Zn")
    assert [type(theme) for theme in offer.themes] == [ThemeRef]
    assert [(type(slot), slot.capacity, slot.location) for slot in offer.slots] == [
        (OfferSlot, 12, "Werkplaats")
    ]
    assert await client.offers.get(id=offer.id) == offer


async def test_organisation_is_found_by_its_code(client: AsyncSchakel) -> None:
    school = await client.organisations.get(identifier={"scheme": "INSTITUTION_CODE", "value": "99ZZ"})

    assert school.slug == "voorbeeldschool"
    assert [(a.city, a.latitude, a.longitude) for a in school.addresses] == [("Meppel", 52.695123, 6.193456)]
    assert school == await client.organisations.find(slug="voorbeeldschool")


async def test_activities_are_read(client: AsyncSchakel) -> None:
    page = await client.activities.list(order_by=[{"field": "STARTS_AT", "direction": "DESC"}])

    assert [activity.slug for activity in page] == ["overleg-2", "overleg-1", "overleg-0"]
    assert page.nodes[0].organiser.name == "Voorbeeldschool"
    assert page.nodes[2].ends_at == FIRST_CLOSING + dt.timedelta(hours=2)


async def test_get_of_nothing_raises_and_find_gives_none(client: AsyncSchakel) -> None:
    with pytest.raises(NotFound, match="no offer with slug 'nothing'") as caught:
        await client.offers.get(slug="nothing")

    assert caught.value.code == "NOT_FOUND"
    assert await client.offers.find(slug="nothing") is None


async def test_draft_is_not_there(client: AsyncSchakel) -> None:
    assert await client.offers.find(slug="aanbod-24") is None


@pytest.mark.parametrize("keys", [{}, {"id": "offer_1", "slug": "a"}])
async def test_get_wants_exactly_one_key(client: AsyncSchakel, keys: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="exactly one of id, slug"):
        await client.offers.get(**keys)


async def test_get_with_another_types_id_is_told(client: AsyncSchakel) -> None:
    school = await client.organisations.get(slug="voorbeeldschool")

    with pytest.raises(InvalidInput) as caught:
        await client.offers.get(id=school.id)

    assert caught.value.code == "INVALID_ID"


async def test_list_has_twenty_and_counts_only_when_asked(client: AsyncSchakel) -> None:
    page = await client.offers.list()
    counted = await client.offers.list(first=3, with_total=True)

    assert (len(page), page.has_next, page.has_previous, page.total) == (20, True, False, None)
    assert (len(counted), counted.total) == (3, VISIBLE_OFFERS)
    assert list(counted) == list(counted.nodes)


async def test_pages_go_forward_and_backward(client: AsyncSchakel) -> None:
    first = await client.offers.list(first=2, order_by=BY_CLOSING)
    second = await client.offers.list(first=2, after=first.end_cursor, order_by=BY_CLOSING)
    back = await client.offers.list(last=2, before=second.start_cursor, order_by=BY_CLOSING)

    assert [offer.slug for offer in (*first, *second)] == [f"aanbod-{n:02}" for n in range(4)]
    assert back.nodes == first.nodes


async def test_where_takes_enums_moments_dates_and_relations(client: AsyncSchakel) -> None:
    page = await client.offers.list(
        where={
            "kind": {"one_of": [OfferKind.PROJECT]},
            "closes_at": {"gt": FIRST_CLOSING, "lte": FIRST_CLOSING + dt.timedelta(days=10)},
            "starts_on": {"eq": dt.date(2090, 2, 1)},
            "levels": {"has_any": ("MBO_4", "BACHELOR")},
            "provider": {"slug": {"eq": "reparatie"}},
            "themes": {"some": {"code": {"eq": "textiel"}}},
            "NOT": {"slug": {"eq": "x"}},
        },
        order_by=BY_CLOSING,
    )

    assert [offer.slug for offer in page] == ["aanbod-05", "aanbod-10"]


async def test_near_keeps_a_circle(client: AsyncSchakel) -> None:
    here = await client.organisations.list(near={"latitude": 52.7, "longitude": 6.2, "distance_km": 5})
    there = await client.organisations.list(near={"latitude": 53.2, "longitude": 6.5, "distance_km": 5})

    assert ([o.slug for o in here], len(there)) == (["voorbeeldschool"], 0)


async def test_iterate_goes_over_all_pages(client: AsyncSchakel) -> None:
    slugs = [offer.slug async for offer in client.offers.iterate(order_by=BY_CLOSING, page_size=10)]

    assert slugs == [f"aanbod-{n:02}" for n in range(VISIBLE_OFFERS)]


@pytest.mark.parametrize("limit", [0, 1, 10, 11, 100])
async def test_iterate_stops_at_its_limit(client: AsyncSchakel, limit: int) -> None:
    offers = [offer async for offer in client.offers.iterate(limit=limit, page_size=10)]

    assert len({offer.id for offer in offers}) == min(limit, VISIBLE_OFFERS)


async def test_iterate_refuses_a_page_size_that_the_platform_refuses(client: AsyncSchakel) -> None:
    with pytest.raises(ValueError, match="from 1 to 100"):
        await anext(client.offers.iterate(page_size=101))


async def test_texts_and_messages_are_in_the_language_asked(live: str) -> None:
    async with AsyncSchakel(live, language="en") as english, AsyncSchakel(live, language="nl") as dutch:
        assert (await english.offers.get(slug="aanbod-01")).title == "Offer 01"
        assert (await dutch.offers.get(slug="aanbod-01")).title == "Aanbod 01 <b>&"
        with pytest.raises(InvalidInput, match="moet van 1 tot 100 zijn"):
            await dutch.offers.list(first=101)


@pytest.mark.parametrize("ending", ["", "/", "/graphql", "/graphql/"])
async def test_address_may_be_written_in_several_ways(live: str, ending: str) -> None:
    async with AsyncSchakel(live + ending) as client:
        assert len(await client.offers.list(first=1)) == 1


async def test_own_document_gives_a_dict(client: AsyncSchakel) -> None:
    document = (
        "query A { a: offers { totalCount } } query B($w: OfferWhere) { b: offers(where: $w) { totalCount } }"
    )
    variables = {"w": {"closesAt": {"lte": FIRST_CLOSING}}}

    data = await client.execute(document, variables, operation_name="B")

    assert data == {"b": {"totalCount": 1}}


class Card(msgspec.Struct):
    slug: str
    closesAt: dt.datetime


class Cards(msgspec.Struct):
    nodes: list[Card]


class CardsData(msgspec.Struct):
    offers: Cards


async def test_own_document_gives_an_own_type(client: AsyncSchakel) -> None:
    document = '{ offers(where: {slug: {eq: "aanbod-00"}}) { nodes { slug closesAt } } }'

    data = await client.execute(document, type=CardsData)

    assert data == CardsData(Cards([Card("aanbod-00", FIRST_CLOSING)]))


async def test_own_type_that_does_not_fit_is_told_with_the_place(client: AsyncSchakel) -> None:
    with pytest.raises(UnexpectedAnswer, match=r"does not fit CardsData.*`\$\.offers\.nodes\[0\]"):
        await client.execute("{ offers(first: 1) { nodes { slug } } }", type=CardsData)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("{ offers {", "PARSE_FAILED"),
        ("{ offer }", "VALIDATION_FAILED"),
        ("query A { x }", "VALIDATION_FAILED"),
    ],
)
async def test_wrong_document_is_told(client: AsyncSchakel, document: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        await client.execute(document)

    assert (caught.value.code, caught.value.status) == (code, 400)


async def test_failing_field_is_told_with_its_path(client: AsyncSchakel) -> None:
    with pytest.raises(GraphError) as caught:
        await client.execute('{ mine: offers(after: "x") { totalCount nodes { id } } }')

    assert (caught.value.code, caught.value.path) == ("INVALID_CURSOR", ("mine",))


async def test_results_pickle_compare_and_hash(client: AsyncSchakel) -> None:
    page = await client.offers.list(first=5)
    school = await client.organisations.get(slug="voorbeeldschool")

    assert pickle.loads(pickle.dumps(page)) == page
    assert hash(pickle.loads(pickle.dumps(school))) == hash(school)
    assert len({*page, *page}) == 5
    assert repr(school).startswith(f"Organisation(id='{school.id}', slug='voorbeeldschool'")
    with pytest.raises(AttributeError):
        school.name = "Other"
