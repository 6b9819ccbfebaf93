"""The made-up companies, and what they and the institutions offer and ask."""

import itertools
from random import Random
from typing import Any

from schakel_server.domain.education.models import Programme
from schakel_server.domain.offers.models import Offer, OfferListing, OfferLocation, OfferSkill, OfferSlot
from schakel_server.domain.organisations.models import (
    Address,
    Condition,
    Contact,
    Organisation,
    OrganisationIdentifier,
    Recognition,
)
from schakel_server.domain.organisations.values import CertificateCondition
from schakel_server.exchange.demo.content import Facts, crebo_of, read, sdgs_of, subjects
from schakel_server.exchange.demo.facts import initiative_of
from schakel_server.exchange.demo.offering import MBO_KINDS, Offering, Provider, Wish, compose
from schakel_server.exchange.demo.places import days, made_up_address, moment, town
from schakel_server.exchange.demo.plan import Placed, Plan
from schakel_server.exchange.demo.wording import LANGUAGES, note, paragraphs, phrase

INSTITUTIONS = (
    "noorderpoort", "alfa-college", "firda", "dcterra", "aeres-mbo", "hanze", "nhl-stenden",
    "van-hall-larenstein",
)  # fmt: skip
LEARNING_TRACKS = {"INTERNSHIP_BOL": "BOL", "APPRENTICESHIP_BBL": "BBL"}

# One in so many offers is not (or no longer) there for everybody, so that the rules show.
SHIELDED: tuple[tuple[int, dict[str, str]], ...] = (
    (23, {"status": "DRAFT", "state": "DRAFT"}),
    (29, {"visibility": "NETWORK"}),
    (41, {"status": "ARCHIVED", "state": "CLOSED"}),
    (53, {"status": "IN_REVIEW", "state": "SUBMITTED"}),
)


def company_facts(facts: Facts, subject_keys: list[str], rng: Random) -> dict[str, Any]:
    """What the guide says of a made-up company."""
    noun, place = read("trades")[facts["trade"]]["noun"], town(facts["town"])["name"]
    told = read("phrases")["company"]
    lead = {k: told[k].format(name=facts["name"], noun=noun[k], town=place) for k in LANGUAGES}
    return {
        "name": facts["name"],
        "kinds": facts.get("kinds", ["COMPANY"]),
        "summary": facts["summary"],
        "description": paragraphs(lead, facts["summary"], note()),
        "website": f"https://{facts['slug']}.example",
        "email": f"info@{facts['slug']}.example",
        "sbi_codes": read("trades")[facts["trade"]]["sbi"],
        "size_class": facts["size"],
        "r_ladder": facts["rungs"],
        "sdgs": sorted({goal for key in subject_keys for goal in sdgs_of(subjects()[key])}),
        "csr_vision": phrase(rng, "visions"),
        "practice_people": phrase(rng, "people"),
        "practice_planet": phrase(rng, "planet"),
        "practice_profit": phrase(rng, "profit") if rng.random() < 0.6 else None,
        "accessibility": phrase(rng, "accessibility") if rng.random() < 0.5 else None,
    }


def place_companies(plan: Plan) -> None:
    for number, facts in enumerate(read("companies")["company"], start=1):
        rng = Random(facts["slug"])  # noqa: S311
        subject_keys = list(dict.fromkeys(subject for subject, *_ in facts["offers"]))
        founded_on = (plan.today - days(facts["years"] * 365)).replace(month=1, day=1)
        placed = plan.node(
            Organisation,
            facts["slug"],
            age_days=rng.randint(60, 390),
            founded_on=founded_on,
            verified_at=moment(plan.today - days(rng.randint(2, 50))),
            **company_facts(facts, subject_keys, rng),
            **_certificate(plan, facts, number),
        )
        placed.link(
            "themes", plan.themes([code for key in subject_keys for code in subjects()[key]["themes"]])
        )
        _add_company_parts(plan, placed, facts, number, rng)


def _certificate(plan: Plan, facts: Facts, number: int) -> dict[str, Any]:
    state = facts.get("certificate", "NONE")
    if state in ("NONE", "PENDING"):
        return {"certificate_state": state}
    attested_on = plan.today - days(40 + 7 * number)
    return {
        "certificate_state": state,
        "certificate_number": f"DEMO-{number:04d}",
        "certificate_attested_by": "Rekenreiger Advies",
        "certificate_attested_at": moment(attested_on, 11),
        "certificate_valid_until": attested_on + days(365),
    }


def _add_company_parts(plan: Plan, placed: Placed, facts: Facts, number: int, rng: Random) -> None:
    placed.part(OrganisationIdentifier, scheme="KVK", value=f"00{number:06d}")
    placed.part(
        Address, kind="VISIT", municipality=town(facts["town"])["municipality"],
        **made_up_address(facts["town"], rng),
    )  # fmt: skip
    placed.part(Contact, role="INTERNSHIPS", public=True)
    placed.part(Contact, role="GENERAL", public=True)
    for subject, kind, *_ in facts["offers"]:
        if kind in MBO_KINDS and (crebo := crebo_of(subject)):
            placed.part(
                Recognition,
                leerbedrijf_id=f"000{number:06d}",
                crebo=crebo,
                level="MBO_4" if kind == "INTERNSHIP_BOL" else "MBO_2",
                track=LEARNING_TRACKS[kind],
                places=rng.randint(1, 4),
                valid_until=plan.today + days(rng.randint(200, 1200)),
            )
    if state := facts.get("certificate"):
        for condition in CertificateCondition:
            is_met = state != "PENDING" or condition.name != "ATTESTED"
            placed.part(Condition, code=condition.name, met=is_met)


def place_offers(plan: Plan) -> None:
    numbers = itertools.count(1)
    for facts in read("companies")["company"]:
        provider = Provider(plan.organisation(facts["slug"]).id, facts["name"], facts["slug"], facts["town"])
        for subject, kind in facts["offers"]:
            _place_offer(plan, provider, subject, kind, is_asked=False, number=next(numbers))
    names = {facts["slug"]: facts for facts in read("organisations")["organisation"]}
    for slug, asked in read("education")["asked"].items():
        facts = names[slug]
        for turn, (subject, kind) in enumerate(asked):
            key = facts["towns"][turn % len(facts["towns"])]
            provider = Provider(plan.organisation(slug).id, facts["name"], slug, key)
            _place_offer(plan, provider, subject, kind, is_asked=True, number=next(numbers))


def _place_offer(
    plan: Plan, provider: Provider, subject: str, kind: str, *, is_asked: bool, number: int
) -> None:
    words = ("vraag",) if is_asked else ()
    slug = "-".join((*words, kind.lower().replace("_", "-"), subject, provider.slug))
    rng = Random(slug)  # noqa: S311
    age_days = rng.randint(3, 110)
    state = rng.choices(("OPEN", "FILLED", "PAUSED"), (86, 9, 5))[0]
    shield = next((facts for each, facts in SHIELDED if number % each == 0), {})
    opens_on = plan.today - days(age_days - 1)
    wish = Wish(provider, subject, kind, is_asked, opens_on, shield.get("state", state))
    offering = compose(wish, rng, plan.today)
    within = initiative_of(plan, provider.slug, subject)
    placed = plan.node(Offer, slug, age_days=age_days, initiative_id=within, **(offering.facts | shield))
    placed.link("themes", plan.themes(subjects()[subject]["themes"]))
    placed.link("programmes", _fitting_programmes(plan, subject, offering))
    _add_offer_parts(placed, offering)
    if kind in LEARNING_TRACKS and not is_asked:
        for school in rng.sample(INSTITUTIONS[:5], 2):
            decision = rng.choices(("APPROVED", "PENDING", "DECLINED"), (75, 20, 5))[0]
            placed.part(OfferListing, organisation_id=plan.organisation(school).id, state=decision)


def _fitting_programmes(plan: Plan, subject: str, offering: Offering) -> list[Placed]:
    levels = set(offering.facts["levels"])
    return [
        plan.nodes[Programme][f"{facts['key']}-{slug}"]
        for facts in read("education")["programme"]
        if subject in facts["subjects"] and facts["level"] in levels
        for slug in facts["institutions"]
    ]


def _add_offer_parts(placed: Placed, offering: Offering) -> None:
    for facts in offering.locations:
        placed.part(OfferLocation, **facts)
    for facts in offering.skills:
        placed.part(OfferSkill, **facts)
    for facts in offering.slots:
        placed.part(OfferSlot, **facts)
