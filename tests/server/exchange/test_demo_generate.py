"""Made-up data in any amount: repeatable, skewed, whole, and stored as models store it."""

import datetime as dt
from collections import Counter
from typing import Any

import pytest
from schakel_server.domain.activities.models import Activity
from schakel_server.domain.offers.models import Offer
from schakel_server.domain.organisations.models import Organisation, OrganisationIdentifier
from schakel_server.exchange.demo.generate import generate
from schakel_server.exchange.demo.load import load_demo
from schakel_server.exchange.demo.making import Maker, limited
from schakel_server.exchange.demo.naming import coined_name
from schakel_server.storage.database import Database

from tests.server.exchange.demo_rows import differing_rows, texts_of

TODAY = dt.date(2026, 11, 24)


def ignore(name: str, done: int, total: int) -> None:
    """A progress that nobody looks at."""


async def made(seed: int) -> list[Any]:
    """The rows that a seed gives, without writing them."""
    maker = Maker(seed, TODAY)
    await maker.learn()
    for _ in (*maker.make_organisations(20), *maker.make_offers(100)):
        pass
    return maker.rows.take().parts


@pytest.fixture
async def themed(database: Database) -> Database:
    async with database.transaction():
        await load_demo(TODAY)
    return database


async def test_the_same_seed_gives_the_same_rows(themed: Database) -> None:
    assert await made(seed=7) == await made(seed=7)


async def test_another_seed_gives_other_rows(themed: Database) -> None:
    first, second = await made(seed=7), await made(seed=8)

    ids = [{record[0] for _, columns, records in parts for record in records} for parts in (first, second)]
    assert first != second
    assert not {value for value in ids[0] & ids[1] if str(value).startswith(("org_", "offer_"))}


async def test_generating_gives_the_numbers_asked(database: Database) -> None:
    seen: list[tuple[str, int, int]] = []

    async with database.transaction():
        counts = await generate(50, 1200, 1, lambda *step: seen.append(step), TODAY)

    by_hand = await Organisation.filter(external_reference__startswith="demo:").count()
    assert await Organisation.all().count() == by_hand + 50 == counts["Organisation"]
    assert await Offer.filter(external_reference__isnull=True).count() == 1200
    assert await Activity.filter(external_reference__isnull=True).count() == 1200 // 50
    assert [step for step in seen if step[0] == "Offer"] == [("Offer", 1000, 1200), ("Offer", 1200, 1200)]


async def test_generating_again_adds_nothing(database: Database) -> None:
    async with database.transaction():
        await generate(10, 50, 1, ignore, TODAY)
        again = await generate(10, 50, 1, ignore, TODAY)
        other = await generate(10, 50, 2, ignore, TODAY)

    assert again == {}
    assert (other["Organisation"], other["Offer"]) == (10, 50)


async def test_offers_without_organisations_are_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="ask for one at least"):
        await generate(0, 5, 1, ignore, TODAY)


async def test_one_organisation_can_make_all_offers(database: Database) -> None:
    async with database.transaction():
        counts = await generate(1, 20, 1, ignore, TODAY)

    assert counts["Offer"] >= 20


async def test_generated_rows_are_stored_as_their_models_store_them(database: Database) -> None:
    async with database.transaction():
        await generate(30, 60, 1, ignore, TODAY)

    # The last ids are those of generated rows.
    assert await differing_rows(database, each=8, order="-id") == []


async def test_generated_data_is_skewed_as_real_data_is(database: Database) -> None:
    async with database.transaction():
        await generate(100, 2000, 1, ignore, TODAY)

    offers = await Offer.filter(external_reference__isnull=True)
    by_provider = Counter(offer.provider_id for offer in offers)
    public = sum(offer.status.name == "PUBLISHED" and offer.visibility.name == "PUBLIC" for offer in offers)
    assert 0.86 < public / len(offers) < 0.94
    assert len(by_provider) < 90
    assert max(by_provider.values()) > 3 * len(offers) / len(by_provider)
    kinds = Counter(offer.kind.name for offer in offers)
    assert kinds["INTERNSHIP_BOL"] > 8 * kinds["JURY"] > 0


async def test_generated_offers_speak_both_languages_and_are_marked(database: Database) -> None:
    async with database.transaction():
        await generate(20, 100, 1, ignore, TODAY)

    for offer in await Offer.all():
        assert offer.is_demo
        assert all(set(text) == {"nl", "en"} for text in texts_of(Offer, offer).values())
    for company in await Organisation.filter(is_demo=True):
        assert company.email.endswith(".example")
    numbers: Any = await OrganisationIdentifier.filter(scheme="KVK").values_list("value", flat=True)
    assert all(number.startswith("00") and len(number) == 8 for number in numbers)


async def test_ids_grow_with_the_age_of_offers(database: Database) -> None:
    async with database.transaction():
        await generate(20, 300, 1, ignore, TODAY)

    days: Any = (
        await Offer.filter(external_reference__isnull=True)
        .order_by("id")
        .values_list("created_at", flat=True)
    )
    assert [day.date() for day in days] == sorted(day.date() for day in days)
    assert days[-1].date() == TODAY


def test_no_two_names_of_a_trade_are_alike() -> None:
    names = [coined_name("bouw", number) for number in range(20_000)]

    assert len(set(names)) == len(names)


def test_no_organisation_expects_more_offers_than_the_limit() -> None:
    weighted = limited([("a", 1000.0), *((str(n), 1.0) for n in range(500))], 10_000)

    total = sum(weight for _, weight in weighted)
    assert max(weight for _, weight in weighted) / total * 10_000 <= 460
