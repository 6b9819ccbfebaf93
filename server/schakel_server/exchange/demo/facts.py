"""Themes, real organisations and initiatives, and the made-up initiatives beside them."""

import datetime as dt
from typing import Any

from schakel_server.domain.initiatives.models import Initiative, InitiativeGoal, InitiativePartner
from schakel_server.domain.network.models import Membership
from schakel_server.domain.organisations.models import (
    Address,
    Contact,
    Organisation,
    OrganisationIdentifier,
    Succession,
)
from schakel_server.domain.themes.models import Theme
from schakel_server.exchange.demo.content import Facts, Text, read, subjects, themes
from schakel_server.exchange.demo.places import days, position, town
from schakel_server.exchange.demo.plan import Placed, Plan
from schakel_server.exchange.demo.wording import note, paragraphs

DAYS_A_MONTH = 30.44


def place_themes(plan: Plan) -> None:
    for code, theme in themes().items():
        broader = theme.get("broader")
        plan.node(
            Theme,
            code,
            is_demo=False,
            code=code,
            label=theme["label"],
            definition=theme["definition"],
            alt_labels=theme["alt_labels"],
            sdgs=theme["sdgs"],
            r_ladder=theme["rungs"],
            broader_id=plan.nodes[Theme][broader].id if broader else None,
        )
    for code, theme in themes().items():
        plan.nodes[Theme][code].link("related", plan.themes(theme.get("related", [])))


def place_organisations(plan: Plan) -> None:
    organisations = read("organisations")["organisation"]
    for facts in organisations:
        placed = _place_organisation(plan, facts)
        towns = facts.get("towns", [])
        if len(towns) > 1:
            for key in towns:
                _place_branch(plan, placed, facts, key)
    for facts in organisations:
        for step in facts.get("predecessors", []):
            successor = plan.organisation(facts["slug"])
            earlier = plan.organisation(step["slug"])
            successor.plan.part(
                successor,
                Succession,
                "successor_id",
                {"predecessor_id": earlier.id, "kind": step["kind"], "happened_on": step["on"]},
            )


def _place_organisation(plan: Plan, facts: Facts) -> Placed:
    placed = plan.node(
        Organisation,
        facts["slug"],
        is_demo=False,
        name=facts["name"],
        kinds=facts["kinds"],
        summary=facts["summary"],
        website=facts.get("website"),
        founded_on=facts.get("founded"),
        closed_on=facts.get("closed"),
    )
    placed.link("themes", plan.themes(facts.get("themes", [])))
    for scheme, code in facts.get("identifiers", []):
        placed.part(OrganisationIdentifier, scheme=scheme, value=code)
    for key in facts.get("towns", [])[:1]:
        _add_town(placed, key)
    if set(facts["kinds"]) & {"MBO_INSTITUTION", "HBO_INSTITUTION"} and "closed" not in facts:
        placed.part(Contact, role="NETWORK_CONTACT", public=True)
    return placed


def _place_branch(plan: Plan, parent: Placed, facts: Facts, key: str) -> None:
    place: str = town(key)["name"]
    summary: Text = {
        "nl": f"Locatie van {facts['name']} in {place}.",
        "en": f"Location of {facts['name']} in {place}.",
    }
    branch = plan.node(
        Organisation,
        f"{facts['slug']}-{key}",
        is_demo=False,
        name=f"{facts['name']} {place}",
        kinds=facts["kinds"],
        summary=summary,
        parent_id=parent.id,
    )
    _add_town(branch, key)


def _add_town(placed: Placed, key: str) -> None:
    place = town(key)
    placed.part(
        Address,
        kind="VISIT",
        city=place["name"],
        municipality=place["municipality"],
        province=place["province"],
        **position(key),
    )


def place_initiatives(plan: Plan) -> None:
    """Comes after the made-up companies, as some of them are partners."""
    for facts in read("initiatives")["initiative"]:
        placed = plan.node(Initiative, facts["slug"], **_initiative(plan, facts))
        placed.link("themes", plan.themes(facts["themes"]))
        for slug, role in facts.get("partners", []):
            placed.part(InitiativePartner, organisation_id=plan.organisation(slug).id, role=role)
        for number, goal in enumerate(facts.get("goals", []), start=1):
            placed.part(InitiativeGoal, position=number, text=goal)
        for slug in facts.get("members", []):
            member = plan.organisation(slug)
            plan.node(
                Membership,
                f"{slug}-{facts['slug']}",
                is_demo=False,
                organisation_id=member.id,
                network_id=placed.id,
                role="MEMBER",
            )


def _initiative(plan: Plan, facts: Facts) -> dict[str, Any]:
    is_demo = facts.get("demo", False)
    parent = facts.get("parent")
    told: Text | None = facts.get("description")
    return {
        "is_demo": is_demo,
        "name": facts["name"],
        "short_name": facts.get("short_name"),
        "kind": facts["kind"],
        "scope": facts.get("scope"),
        "stage": facts.get("stage"),
        "summary": facts["summary"],
        "description": paragraphs(facts["summary"], note()) if is_demo else told,
        "starts_on": facts.get("starts") or _months_away(plan.today, -facts.get("began_months_ago", 0)),
        "ends_on": _months_away(plan.today, facts.get("ends_in_months", 0)),
        "sdgs": facts["sdgs"],
        "parent_id": plan.nodes[Initiative][parent].id if parent else None,
    }


def _months_away(today: dt.date, months: int) -> dt.date | None:
    return (today + days(round(months * DAYS_A_MONTH))).replace(day=1) if months else None


def initiative_of(plan: Plan, slug: str, subject: str) -> str | None:
    """The id of a made-up initiative about this subject of which the organisation is a partner."""
    about = set(subjects()[subject]["themes"])
    for facts in read("initiatives")["initiative"]:
        if facts.get("demo") and slug in dict(facts["partners"]) and about & set(facts["themes"]):
            return plan.nodes[Initiative][facts["slug"]].id
    return None
