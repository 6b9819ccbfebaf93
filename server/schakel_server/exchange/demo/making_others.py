"""Programmes, courses, activities and resources in any number, around the organisations and offers."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from schakel_server.domain.activities.models import Activity
from schakel_server.domain.education.models import Course, Programme
from schakel_server.domain.knowledge.models import Resource
from schakel_server.exchange.demo.agenda import terms
from schakel_server.exchange.demo.content import Facts, read, subjects
from schakel_server.exchange.demo.learning import resource_facts, study_facts
from schakel_server.exchange.demo.making import DAYS_OF_OFFERS, Maker, Picker
from schakel_server.exchange.demo.offering import Provider
from schakel_server.exchange.demo.places import days, moment, workday
from schakel_server.exchange.demo.wording import fill, note, paragraphs, words_of

PROGRAMMES_A_SCHOOL = 6
COURSES_A_SCHOOL = 4
DAYS_AHEAD = 300  # how far the agenda reaches
COMPLETED = (("COMPLETED", 90), ("CANCELLED", 10))
PLANNED = (("SCHEDULED", 88), ("RESCHEDULED", 5), ("MOVED_ONLINE", 3), ("POSTPONED", 2), ("CANCELLED", 2))


def make_schooling(maker: Maker, model: Any) -> Iterator[None]:
    """Programmes, or courses, of the made-up schools."""
    for school in maker.schools:
        count = PROGRAMMES_A_SCHOOL if model is Programme else COURSES_A_SCHOOL
        for number in range(count):
            _make_programme(maker, school, number) if model is Programme else _make_course(
                maker, school, number
            )
            yield


def _make_programme(maker: Maker, school: Provider, number: int) -> None:
    full = [facts for facts in read("education")["programme"] if "type" not in facts]
    facts = {"type": "PROGRAMME", **maker.rng.choice(full)}
    told = read("education")["words"]["programme"]
    node_id = _make_study(maker, Programme, school, number, study_facts(facts, facts["subjects"], told))
    maker.link_themes(Programme, node_id, subjects()[facts["subjects"][0]]["themes"])
    for subject in facts["subjects"]:
        maker.programmes[subject].append((node_id, facts["level"]))


def _make_course(maker: Maker, school: Provider, number: int) -> None:
    education, subject = read("education"), maker.any_subject.pick(maker.rng)
    kind = maker.rng.choice(list(education["course_types"]))
    form = education["course_types"][kind]
    facts = {**form, "type": kind, "level": "MBO_4", "name": fill(form["name"], words_of(subject, 0))}
    told = education["words"]["course"]
    node_id = _make_study(maker, Course, school, number, study_facts(facts, [subject], told))
    maker.link_themes(Course, node_id, subjects()[subject]["themes"])
    known = [found for found, _ in maker.programmes[subject]]
    maker.rows.link(Course, "programmes", node_id, maker.rng.sample(known, min(len(known), 2)))


def _make_study(maker: Maker, model: Any, school: Provider, number: int, facts: Facts) -> str:
    node_id: str = maker.new_id(model)
    maker.node(
        model,
        node_id,
        f"{model.one}-{number}-{school.slug}",
        moment(maker.today - days(DAYS_OF_OFFERS)),
        primary_code=f"{model.prefix.upper()}-{number}",
        offerer_id=school.id,
        **facts,
    )
    return node_id


def make_activities(maker: Maker, count: int) -> Iterator[None]:
    titles = read("activities")["titles"]
    kinds = Picker([(key, facts["weight"]) for key, facts in titles.items()])
    hosts = maker.schools + [provider for provider, _, _ in maker.companies[:200]]
    for number in range(count):
        host, kind = maker.rng.choice(hosts), kinds.pick(maker.rng)
        _make_activity(maker, host, kind, number)
        yield


def _make_activity(maker: Maker, host: Provider, kind: str, number: int) -> None:
    rng, subject = maker.rng, maker.any_subject.pick(maker.rng)
    slug = f"{kind.lower().replace('_', '-')}-{subject}-{maker.seed}-{number}"
    day = workday(maker.today + days(rng.randint(-DAYS_OF_OFFERS, DAYS_AHEAD)))
    mode = "ONLINE" if kind == "WEBINAR" else rng.choices(("OFFLINE", "MIXED"), (80, 20))[0]
    facts: Facts = {"kind": kind, "slug": slug, "mode": mode, "hours": 1 if mode == "ONLINE" else 3}
    facts |= {} if mode == "ONLINE" else {"town": host.town, "places": rng.choice((12, 20, 30, 60))}
    words, told = words_of(subject, number), read("activities")["words"]
    node_id = maker.new_id(Activity)
    form = read("activities")["titles"][kind]["title"]
    maker.node(
        Activity,
        node_id,
        slug,
        moment(min(maker.today, day - days(60))),
        title=fill(form, words, town=read("towns")[host.town]["name"]),
        summary=fill(told["summary"], words),
        description=paragraphs(fill(told["description"], words), note()),
        kind=kind,
        organiser_id=host.id,
        audience=told["audience"],
        levels=rng.choice((["MBO_3", "MBO_4"], ["BACHELOR"], ["ANY"])),
        schedule_status=Picker(COMPLETED if day < maker.today else PLANNED).pick(rng),
        **terms(facts, moment(day, rng.choice((9, 10, 13, 14, 15)))),
    )
    maker.link_themes(Activity, node_id, subjects()[subject]["themes"])
    about = list(maker.latest[subject])
    maker.rows.link(Activity, "related_offers", node_id, rng.sample(about, min(len(about), rng.randrange(4))))


def make_resources(maker: Maker, count: int) -> Iterator[None]:
    kinds = Picker([(key, facts["weight"]) for key, facts in read("resources")["kinds"].items()])
    makers = maker.schools or [provider for provider, _, _ in maker.companies]
    for number in range(count):
        source, subject, kind = (
            maker.rng.choice(makers),
            maker.any_subject.pick(maker.rng),
            kinds.pick(maker.rng),
        )
        node_id = maker.new_id(Resource)
        slug = f"{kind.lower().replace('_', '-')}-{subject}-{maker.seed}-{number}"
        published_on: dt.date = maker.today - days(maker.rng.randrange(DAYS_OF_OFFERS))
        maker.node(
            Resource,
            node_id,
            slug,
            moment(published_on),
            url=f"https://bronnen.example/{slug}",
            published_on=published_on,
            organisation_id=source.id,
            **resource_facts(subject, kind, source.name, maker.rng),
        )
        maker.link_themes(Resource, node_id, subjects()[subject]["themes"])
        known = [found for found, _ in maker.programmes[subject]]
        maker.rows.link(Resource, "programmes", node_id, maker.rng.sample(known, min(len(known), 2)))
        yield
