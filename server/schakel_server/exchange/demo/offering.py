"""One offer: its words and its terms, from a provider, a subject and a kind."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from typing import Any

from schakel_server.domain.offers.values import OfferState
from schakel_server.exchange.demo.content import Facts, Text, crebo_of, read, sdgs_of, subjects
from schakel_server.exchange.demo.places import days, made_up_address, moment, workday
from schakel_server.exchange.demo.wording import bullets, fill, note, paragraphs, phrase, words_of

EXPIRES_AFTER = days(365)  # the longest that an offer may stay open
MBO_KINDS = ("INTERNSHIP_BOL", "APPRENTICESHIP_BBL")
YOU = {"nl": "Je", "en": "You"}
PAY_STEPS = {"P1M": 2500, "PT1H": 25, "": 2500}  # in cents: what amounts are rounded to


@dataclass(frozen=True)
class Provider:
    """Who offers or asks: as far as an offer speaks of it."""

    id: str
    name: str
    slug: str
    town: str


@dataclass(frozen=True)
class Wish:
    """What is to be offered or asked, and the day on which it opens; `state` None follows from the days."""

    provider: Provider
    subject: str
    kind: str
    is_asked: bool
    opens_on: dt.date
    state: str | None = None


@dataclass
class Offering:
    """The facts of an offer and of its parts, without ids."""

    facts: dict[str, Any]
    locations: list[dict[str, Any]] = field(default_factory=list)
    slots: list[dict[str, Any]] = field(default_factory=list)
    skills: list[dict[str, Any]] = field(default_factory=list)


def compose(wish: Wish, rng: Random, today: dt.date) -> Offering:
    """The offer that fits the wish; `rng` picks among sentences and terms."""
    kind, subject = read("kinds")[wish.kind], subjects()[wish.subject]
    weeks = rng.randrange(kind["weeks"][0], kind["weeks"][1] + 1, 2)
    facts = {
        **_texts(wish, kind, weeks, rng),
        **_period(wish, kind, weeks, rng, today),
        **_work(wish, kind, rng),
        **_pay(wish, kind, rng),
        **_answering(wish, kind, rng),
        "market": kind["market"],
        "direction": "DEMAND" if wish.is_asked else "SUPPLY",
        "kind": wish.kind,
        "provider_id": wish.provider.id,
        "levels": _levels(kind, rng),
        "tracks": kind["tracks"],
        "crebos": [crebo for crebo in [crebo_of(wish.subject)] if crebo and wish.kind in MBO_KINDS],
        "r_ladder": subject["rungs"],
        "sdgs": sdgs_of(subject),
        "requires_recognition": bool(kind.get("recognition")) and not wish.is_asked,
    }
    if facts["state"] == OfferState.FILLED.name:
        facts["places_filled"] = facts["places"] or 0
    offering = Offering(facts)
    _add_parts(offering, wish, kind, subject, rng)
    return offering


def _texts(wish: Wish, kind: Facts, weeks: int, rng: Random) -> dict[str, Any]:
    question = rng.randrange(2)
    words = words_of(wish.subject, question)
    more = {"name": wish.provider.name, "town": _town_name(wish), "weeks": weeks}
    asked = "asked_" if wish.is_asked else ""
    return {
        "title": fill(rng.choice(kind[f"{asked}titles"]), words, **more),
        "summary": fill(rng.choice(kind[f"{asked}summaries"]), words, **more),
        "description": _description(wish, kind, words, more, rng),
        "audience": kind["audience"],
        "supervision": phrase(rng, "supervision") if kind["body"] == "tasks" else None,
        "learning_outcomes": bullets(rng.sample(subjects()[wish.subject]["tasks"], 2), YOU),
        "deliverables": subjects()[wish.subject]["yields"] if kind["body"] == "questions" else None,
    }


def _description(wish: Wish, kind: Facts, words: Any, more: dict[str, Any], rng: Random) -> Text:
    subject, headings = subjects()[wish.subject], read("phrases")["headings"]
    opening = fill(phrase(rng, "asked_openings" if wish.is_asked else "openings"), words, **more)
    closing = fill(phrase(rng, "closings"), words, **more)
    if wish.is_asked:
        body = paragraphs(headings["asked"], bullets(rng.sample(read("phrases")["brought"], 3)))
    elif kind["body"] == "tasks":
        body = paragraphs(headings["tasks"], bullets(rng.sample(subject["tasks"], 3), YOU))
    else:
        body = paragraphs(headings[kind["body"]], bullets(subject["questions"]))
    return paragraphs(opening, body, closing, note())


def _town_name(wish: Wish) -> str:
    return str(read("towns")[wish.provider.town]["name"])


def _levels(kind: Facts, rng: Random) -> list[str]:
    levels: list[str] = kind["levels"]
    first = rng.randrange(len(levels))
    return levels[first:] if rng.random() < 0.6 else levels[first : first + 1]


def _period(wish: Wish, kind: Facts, weeks: int, rng: Random, today: dt.date) -> dict[str, Any]:
    closes_on = wish.opens_on + days(rng.randint(30, 200))
    starts_on = workday(closes_on + days(rng.randint(10, 60)))
    state = wish.state or _state(wish.opens_on, closes_on, rng, today)
    has_period = weeks > 0
    return {
        "opens_at": moment(wish.opens_on, 8),
        "closes_at": moment(closes_on, 23, 59) if rng.random() < 0.85 else None,
        "expires_at": moment(wish.opens_on, 8) + EXPIRES_AFTER,
        "starts_on": starts_on if has_period else None,
        "ends_on": starts_on + days(weeks * 7 - 3) if has_period else None,
        "flexible_start": rng.random() < 0.4,
        "state": state,
        "closed_reason": {"FILLED": "FILLED", "CLOSED": rng.choice(("NO_LONGER_NEEDED", "OTHER"))}.get(state),
        "total_hours": weeks * kind["hours"][0] if has_period and kind["hours"][0] else None,
    }


def _state(opens_on: dt.date, closes_on: dt.date, rng: Random, today: dt.date) -> str:
    chance = rng.random()
    if closes_on < today or opens_on + EXPIRES_AFTER < today:
        return "FILLED" if chance < 0.55 else "EXPIRED" if chance < 0.85 else "CLOSED"
    return "OPEN" if chance < 0.88 else "FILLED" if chance < 0.95 else "PAUSED"


def _work(wish: Wish, kind: Facts, rng: Random) -> dict[str, Any]:
    least, most = kind["hours"]
    group = kind.get("group", [None, None])
    least_places, most_places = kind["places"]
    places = least_places if wish.is_asked else rng.randint(least_places, most_places)
    return {
        "hours_min": least or None,
        "hours_max": most or None,
        "places": places or None,
        "group_min": group[0],
        "group_max": group[1],
        "location_mode": rng.choice(kind["modes"]),
        "contract_type": kind["contract"],
        "working_languages": ["NL", "EN"] if rng.random() < 0.25 else ["NL"],
    }


def _pay(wish: Wish, kind: Facts, rng: Random) -> dict[str, Any]:
    name, least, most, period = kind["pay"]
    if not most:
        return {"pay_kind": name}
    if wish.is_asked:
        return {"pay_kind": "TO_AGREE"}
    step = PAY_STEPS[period]
    low = step * rng.randint(least // step, most // step)
    return {
        "pay_kind": name,
        "pay_min": low,
        "pay_max": min(most, low + 4 * step) if rng.random() < 0.5 else low,
        "pay_currency": "EUR",
        "pay_period": period or None,
        "pay_note": phrase(rng, "pay_notes") if rng.random() < 0.3 else None,
    }


def _answering(wish: Wish, kind: Facts, rng: Random) -> dict[str, Any]:
    method = rng.choices(("PLATFORM", "EXTERNAL_URL", "EMAIL", "VIA_SCHOOL"), (70, 12, 8, 10))[0]
    questions = [question["nl"] for question in read("phrases")["questions"]]
    is_external = method == "EXTERNAL_URL"
    return {
        "application_method": method,
        "application_url": f"https://{wish.provider.slug}.example/reageren" if is_external else None,
        "questions": rng.sample(questions, 2) if kind["market"] == "STUDENTS" else [],
    }


def _add_parts(offering: Offering, wish: Wish, kind: Facts, subject: Facts, rng: Random) -> None:
    if offering.facts["location_mode"] != "REMOTE":
        offering.locations.append(made_up_address(wish.provider.town, rng))
    if kind["body"] == "tasks":
        weights = ("ESSENTIAL", "OPTIONAL")
        found = zip(subject["skills"], weights, strict=True)
        offering.skills.extend({"name": skill, "importance": weight} for skill, weight in found)
    for number in range(kind.get("slots", 0)):
        day = workday(wish.opens_on + days(20 + 14 * number + rng.randrange(9)))
        starts_at = moment(day, rng.choice((9, 10, 13, 14)))
        offering.slots.append(
            {
                "starts_at": starts_at,
                "ends_at": starts_at + dt.timedelta(hours=kind["slot_hours"]),
                "capacity": kind.get("group", [None, 12])[1],
                "location": _town_name(wish),
            }
        )
