"""Made-up series, working groups and activities, around the day of today."""

import datetime as dt
from random import Random
from typing import Any

from schakel_server.domain.activities.models import Activity, ActivitySeries, AgendaItem, WorkingGroup
from schakel_server.domain.initiatives.models import Initiative
from schakel_server.domain.knowledge.models import Resource
from schakel_server.domain.offers.models import Offer
from schakel_server.exchange.demo.content import Facts, read, subjects
from schakel_server.exchange.demo.learning import resource_facts
from schakel_server.exchange.demo.places import days, moment, position, town, workday
from schakel_server.exchange.demo.plan import Placed, Plan
from schakel_server.exchange.demo.wording import fill, note, paragraphs, words_of

NETWORK = "netwerk-circulair-beroepsonderwijs"
SEATS = 30
SCREENS = 200
ONLINE_ADDRESS = "https://bijeenkomst.example/"


def place_series_and_groups(plan: Plan) -> None:
    for facts in read("activities")["series"]:
        series = plan.node(
            ActivitySeries,
            facts["slug"],
            title=facts["title"],
            summary=facts["summary"],
            organiser_id=plan.organisation(facts["organiser"]).id,
        )
        series.link("themes", plan.themes(facts["themes"]))
    for facts in read("activities")["working_group"]:
        group = plan.node(
            WorkingGroup,
            facts["slug"],
            name=facts["name"],
            purpose=facts["purpose"],
            state=facts["state"],
            join_mode=facts["join"],
            initiative_id=plan.nodes[Initiative][NETWORK].id,
        )
        group.link("themes", plan.themes(facts["themes"]))


def terms(facts: Facts, starts_at: dt.datetime) -> dict[str, Any]:
    """When and where an activity is, and how one registers for it."""
    opens_at = starts_at - days(60)
    is_online, is_offline = facts["mode"] == "ONLINE", facts["mode"] == "OFFLINE"
    return {
        "starts_at": starts_at,
        "ends_at": starts_at + dt.timedelta(hours=facts["hours"]),
        "attendance_mode": facts["mode"],
        "capacity_physical": None if is_online else facts.get("places", SEATS),
        "capacity_virtual": None if is_offline else SCREENS,
        "waitlist": not is_online,
        "registration_opens_at": opens_at.replace(hour=8, minute=0),
        "registration_closes_at": starts_at - days(2),
        "registration_moderated": facts["kind"] == "SITE_VISIT",
        "registration_questions": [read("activities")["words"]["question"]["nl"]] if not is_online else [],
        "spoken_languages": ["NL", "EN"] if facts["kind"] == "CONFERENCE" else ["NL"],
        "online_url": None if is_offline else ONLINE_ADDRESS + facts["slug"],
        "ical_uid": f"{facts['slug']}@demo.example",
        **_location(facts),
    }


def _location(facts: Facts) -> dict[str, Any]:
    key = facts.get("town")
    if not key:
        return {}
    place = town(key)
    return {"city": place["name"], "province": place["province"], **position(key)}


def place_activities(plan: Plan) -> None:
    for number, activity in enumerate(read("activities")["activity"], start=1):
        slug = f"{activity['kind'].lower().replace('_', '-')}-{activity['subject']}-{number}"
        day = workday(plan.today + days(activity["day"]))
        facts = {**activity, "slug": slug}
        starts_at = moment(day, facts["at"])
        words = words_of(facts["subject"], number)
        told = read("activities")["words"]
        placed = plan.node(
            Activity,
            slug,
            age_days=max(1, 75 - facts["day"]),
            visibility=facts.get("visibility", "PUBLIC"),
            title=facts["title"],
            summary=fill(told["summary"], words),
            description=paragraphs(fill(told["description"], words), note()),
            kind=facts["kind"],
            audience=told["audience"],
            levels=["MBO_3", "MBO_4", "BACHELOR"],
            schedule_status=facts.get("status") or ("COMPLETED" if day < plan.today else "SCHEDULED"),
            **_belongs(plan, facts),
            **terms(facts, starts_at),
        )
        _add_links(plan, placed, facts)
        _add_agenda(placed, facts, starts_at, words)
        if day < plan.today and facts["kind"] != "SITE_VISIT":
            _add_account(plan, placed, facts, day)


def _belongs(plan: Plan, facts: Facts) -> dict[str, Any]:
    series, group = facts.get("series"), facts.get("group")
    return {
        "organiser_id": plan.organisation(facts["organiser"]).id,
        "series_id": plan.nodes[ActivitySeries][series].id if series else None,
        "working_group_id": plan.nodes[WorkingGroup][group].id if group else None,
        "initiative_id": plan.nodes[Initiative][facts.get("initiative", NETWORK)].id,
    }


def _add_links(plan: Plan, placed: Placed, facts: Facts) -> None:
    subject = facts["subject"]
    placed.link("themes", plan.themes(subjects()[subject]["themes"]))
    placed.link("co_organisers", [plan.organisation(slug) for slug in facts.get("co_organisers", [])])
    about = [offer for slug, offer in plan.nodes[Offer].items() if subject in slug]
    placed.link("related_offers", about[:4])


def _add_agenda(placed: Placed, facts: Facts, starts_at: dt.datetime, words: Any) -> None:
    items = read("activities")["agendas"].get(facts.get("agenda", ""), [])
    for number, (minutes, title) in enumerate(items, start=1):
        placed.part(
            AgendaItem, position=number, title=fill(title, words), starts_at=starts_at, minutes=minutes
        )
        starts_at += dt.timedelta(minutes=minutes)


def _add_account(plan: Plan, placed: Placed, facts: Facts, day: dt.date) -> None:
    """What is there to read afterwards."""
    title = {
        "nl": f"Verslag: {facts['title']['nl']}",
        "en": f"Minutes: {facts['title']['en']}",
    }
    rng = Random(facts["slug"])  # noqa: S311
    told = resource_facts(facts["subject"], "PRESENTATION", "Netwerk Circulair Beroepsonderwijs", rng)
    account = plan.node(
        Resource,
        f"verslag-{facts['slug']}",
        age_days=(plan.today - day).days - 1,
        url=f"https://bronnen.example/verslag-{facts['slug']}",
        published_on=min(plan.today, day + days(7)),
        activity_id=placed.id,
        organisation_id=plan.organisation(facts["organiser"]).id,
        **{**told, "title": title, "kind": "MINUTES"},
    )
    account.link("themes", plan.themes(subjects()[facts["subject"]]["themes"]))
