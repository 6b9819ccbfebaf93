"""The demo data: what is real is right, what is made up says so, and loading it again changes nothing."""

import datetime as dt
import re
from typing import Any

import pytest
from schakel_server.domain.activities.models import Activity
from schakel_server.domain.education.models import Course, Programme
from schakel_server.domain.initiatives.models import Initiative
from schakel_server.domain.knowledge.models import Recommendation, Resource
from schakel_server.domain.network.models import Membership
from schakel_server.domain.offers.models import Offer
from schakel_server.domain.organisations.codes import BY_SCHEME, CHECKS
from schakel_server.domain.organisations.models import (
    Address,
    Organisation,
    OrganisationIdentifier,
    Recognition,
    Succession,
)
from schakel_server.domain.organisations.values import IdentifierScheme
from schakel_server.domain.themes.models import Theme
from schakel_server.exchange.demo.load import load_demo, make_plan
from schakel_server.exchange.demo.plan import MODELS
from schakel_server.storage.database import Database

from tests.factories import make
from tests.server.exchange.demo_facts import (
    CODES_OF_HANZE,
    INITIATIVES,
    MBO,
    PREDECESSORS,
    TOP_THEMES,
    TOWNS,
)
from tests.server.exchange.demo_rows import all_models, differing_rows, texts_of

TODAY = dt.date(2026, 11, 24)
NODES: tuple[Any, ...] = tuple(model for model in MODELS if "slug" in model._meta.fields_map)


@pytest.fixture
async def demo(database: Database) -> Database:
    """A database with the demo data of that day."""
    async with database.transaction():
        await load_demo(TODAY)
    return database


async def test_the_demo_has_what_was_promised(database: Database) -> None:
    async with database.transaction():
        counts = await load_demo(TODAY)

    assert await Organisation.filter(is_demo=True).count() == 40
    assert counts["Offer"] >= 120
    assert counts["Activity"] >= 30
    assert set(counts) - {"links"} == {model.__name__ for model in MODELS}
    for model in MODELS:
        assert counts[model.__name__] == await model.all().count(), model


def test_every_type_of_the_graph_is_in_the_demo() -> None:
    assert set(MODELS) == all_models()


async def test_loading_again_adds_nothing_and_keeps_what_was_edited(demo: Database) -> None:
    offer = await Offer.all().first()
    await Offer.filter(id=offer.id).update(slug="edited", places=7)

    async with demo.transaction():
        counts = await load_demo(TODAY + dt.timedelta(days=30))

    assert counts == {}
    assert (await Offer.get(id=offer.id)).places == 7


async def test_what_was_deleted_comes_back_without_doubling_its_neighbours(demo: Database) -> None:
    resource = await Resource.get(slug="parels-zonder-ketting")
    await resource.delete()

    async with demo.transaction():
        counts = await load_demo(TODAY)

    assert {name: counts[name] for name in counts if name != "links"} == {"Resource": 1, "Recommendation": 3}


async def test_an_institution_that_is_there_already_is_kept_and_referred_to(database: Database) -> None:
    async with database.transaction():
        imported = await make(
            Organisation, slug="hanze", name="Hanzehogeschool", external_reference="duo:25BE"
        )
        await load_demo(TODAY)

    assert (await Organisation.get(slug="hanze")).name == "Hanzehogeschool"
    assert await Programme.filter(offerer_id=imported.id).count() > 0


async def test_every_institution_is_there_with_its_towns(demo: Database) -> None:
    for name, towns in TOWNS.items():
        institution = await Organisation.get(name=name)
        kind = "MBO_INSTITUTION" if name in MBO else "HBO_INSTITUTION"
        branches = await Organisation.filter(parent_id=institution.id)
        ids = [institution.id, *(branch.id for branch in branches)]
        cities: Any = await Address.filter(organisation_id__in=ids).values_list("city", flat=True)

        assert [found.name for found in institution.kinds] == [kind]
        assert not institution.is_demo
        assert set(cities) == towns
        assert len(branches) == (len(towns) if len(towns) > 1 else 0)


async def test_predecessors_are_there_with_their_year(demo: Database) -> None:
    for name, (year, earlier) in PREDECESSORS.items():
        successor = await Organisation.get(name=name)
        steps: Any = await Succession.filter(successor_id=successor.id).prefetch_related("predecessor")

        assert {step.predecessor.name for step in steps} == earlier
        assert {step.happened_on.year for step in steps} == {year}
        assert all(step.predecessor.closed_on.year == year - 1 for step in steps)


async def test_codes_are_those_that_are_known_and_have_the_right_form(demo: Database) -> None:
    hanze = await Organisation.get(slug="hanze")
    identifiers: Any = await OrganisationIdentifier.all().prefetch_related("organisation")

    assert {i.value for i in identifiers if i.organisation_id == hanze.id} == CODES_OF_HANZE
    assert all(BY_SCHEME[i.scheme].find(i.value) == i.value for i in identifiers)
    made_up = [i for i in identifiers if i.organisation.is_demo]
    assert len(made_up) == 40
    assert all(i.scheme is IdentifierScheme.KVK and i.value.startswith("00") for i in made_up)
    assert {i.organisation_id for i in identifiers if not i.organisation.is_demo} == {hanze.id}


async def test_codes_of_the_register_of_training_companies_have_the_right_form(demo: Database) -> None:
    recognitions = await Recognition.all()

    assert all(CHECKS["crebo"].find(found.crebo) == found.crebo for found in recognitions)
    assert all(found.crebo.startswith("00") for found in recognitions)
    assert all(CHECKS["leerbedrijf_id"].find(found.leerbedrijf_id) for found in recognitions)


async def test_every_initiative_is_there_with_its_year(demo: Database) -> None:
    found = {initiative.name["nl"]: initiative for initiative in await Initiative.filter(is_demo=False)}

    assert {name: one.starts_on and one.starts_on.year for name, one in found.items()} == INITIATIVES


async def test_all_institutions_are_members_of_the_network(demo: Database) -> None:
    memberships: Any = await Membership.all().prefetch_related("organisation", "network")

    assert {found.organisation.name for found in memberships} == set(TOWNS)
    assert {found.network.slug for found in memberships} == {"netwerk-circulair-beroepsonderwijs"}


async def test_the_report_is_there_with_its_three_recommendations(demo: Database) -> None:
    report = await Resource.get(slug="parels-zonder-ketting")
    advice = await Recommendation.filter(resource_id=report.id).order_by("position")

    assert report.published_on.year == 2016
    assert not report.is_demo
    assert [found.title["nl"] for found in advice] == [
        "Bewustwording",
        "Kennis delen",
        "Informatie ontsluiten",
    ]


async def test_seventeen_themes_stand_at_the_top(demo: Database) -> None:
    themes = await Theme.all()

    assert {theme.label["nl"] for theme in themes if theme.broader_id is None} == TOP_THEMES
    assert all(theme.slug == theme.code and theme.definition for theme in themes)


async def test_every_text_is_there_in_dutch_and_in_english(demo: Database) -> None:
    for model in MODELS:
        for row in await model.all():
            for name, text in texts_of(model, row).items():
                assert set(text) == {"nl", "en"}, (row.pk, name)
                assert all(part.strip() and "{" not in part for part in text.values()), (row.pk, text)


async def test_what_is_made_up_says_so(demo: Database) -> None:
    for model in (Offer, Activity, Programme, Course):
        assert await model.filter(is_demo=False).count() == 0
    for model in (Offer, Activity, Programme, Course, Resource, Organisation):
        for row in await model.filter(is_demo=True):
            assert "erzonnen" in row.description["nl"], row.slug
            assert "ade-up" in row.description["en"], row.slug


async def test_no_address_is_that_of_a_person_or_of_a_real_company(demo: Database) -> None:
    companies = await Organisation.filter(is_demo=True)

    assert all(company.email == f"info@{company.slug}.example" for company in companies)
    assert all(company.website == f"https://{company.slug}.example" for company in companies)
    assert await Organisation.filter(is_demo=False, email__isnull=False).count() == 0


async def test_no_text_holds_an_e_mail_address(demo: Database) -> None:
    for model in MODELS:
        for row in await model.all():
            for text in texts_of(model, row).values():
                assert not re.search(r"\S@\S", " ".join(text.values())), row.pk


async def test_both_markets_and_directions_have_offers_of_every_kind(demo: Database) -> None:
    offers = await Offer.all()

    assert {(offer.market.name, offer.direction.name) for offer in offers} == {
        ("STUDENTS", "SUPPLY"),
        ("STUDENTS", "DEMAND"),
        ("TEACHERS", "SUPPLY"),
        ("TEACHERS", "DEMAND"),
    }
    assert len({offer.kind for offer in offers}) == 19


async def test_offers_make_sense_in_time(demo: Database) -> None:
    for offer in await Offer.all():
        assert offer.created_at < offer.opens_at < offer.expires_at
        assert (offer.expires_at - offer.opens_at).days <= 365
        assert offer.closes_at is None or offer.opens_at < offer.closes_at < offer.expires_at
        assert offer.starts_on is None or offer.opens_at.date() < offer.starts_on <= offer.ends_on
        assert offer.pay_min is None or offer.pay_min <= offer.pay_max
        assert (offer.places_filled or 0) <= (offer.places or 0)


async def test_a_few_nodes_are_not_there_for_everybody(demo: Database) -> None:
    public = await Offer.filter(status="PUBLISHED", visibility="PUBLIC").count()
    shielded = await Offer.all().count() - public

    assert 5 <= shielded <= 20
    assert await Offer.filter(visibility="NETWORK").exists()
    assert await Offer.filter(status="DRAFT", state="DRAFT").exists()
    assert await Offer.filter(status="ARCHIVED").exists()


async def test_activities_lie_on_both_sides_of_today(demo: Database) -> None:
    now = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
    past, coming = Activity.filter(starts_at__lt=now), Activity.filter(starts_at__gt=now)

    assert await past.filter(schedule_status="COMPLETED").count() >= 10
    assert await coming.filter(schedule_status="SCHEDULED").count() >= 10
    assert await coming.filter(schedule_status="COMPLETED").count() == 0


async def test_dates_of_what_is_made_up_go_along_with_today(database: Database) -> None:
    week = dt.timedelta(days=7)

    async def opening_days(today: dt.date) -> list[Any]:
        plan = make_plan(today, {})
        offers = next(part for part in plan.rows.take().parts if part[0] == "offer")
        place = offers[1].index("opens_at")
        return [record[place].date() for record in offers[2]]

    assert [day + week for day in await opening_days(TODAY)] == await opening_days(TODAY + week)


async def test_nothing_but_days_depends_on_today(demo: Database) -> None:
    ids: Any = {model: set(await model.all().values_list("id", flat=True)) for model in NODES}

    later = make_plan(TODAY + dt.timedelta(days=7), {})

    assert {model: {placed.id for placed in later.nodes[model].values()} for model in NODES} == ids


async def test_rows_are_stored_as_their_models_store_them(demo: Database) -> None:
    assert await differing_rows(demo, each=12) == []
