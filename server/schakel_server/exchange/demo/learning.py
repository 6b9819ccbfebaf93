"""Made-up programmes, courses and resources of real institutions, and the report of 2016."""

from random import Random
from typing import Any

from schakel_server.domain.education.models import (
    Course,
    CourseCode,
    CourseLocation,
    Programme,
    ProgrammeCode,
    ProgrammeLocation,
)
from schakel_server.domain.initiatives.models import Initiative
from schakel_server.domain.knowledge.models import Recommendation, Resource
from schakel_server.domain.offers.models import Offer
from schakel_server.domain.organisations.codes import eqf_level
from schakel_server.domain.organisations.values import EducationLevel
from schakel_server.exchange.demo.content import Facts, Text, read, sdgs_of, subjects
from schakel_server.exchange.demo.facts import initiative_of
from schakel_server.exchange.demo.places import days, position, town
from schakel_server.exchange.demo.plan import Placed, Plan
from schakel_server.exchange.demo.wording import bullets, fill, listed, note, paragraphs, words_of

MBO_LEVELS = ("MBO_2", "MBO_3", "MBO_4")
RESULTS = ("CASE", "REPORT", "BUSINESS_CASE", "DATASET", "TOOL")
SOURCES = ("challenge-", "graduation-", "research-", "project-")  # slugs of offers that leave a result
CURATIONS = (("NONE", "REVIEWED", "RECOMMENDED"), (30, 50, 20))


def study_facts(facts: Facts, subject_keys: list[str], told: Text) -> dict[str, Any]:
    """What programmes and courses say alike; `told` is the sentence for lists, with `{topics}`."""
    found = [subjects()[key] for key in subject_keys]
    topics = {k: {"topics": text} for k, text in listed([subject["topic"] for subject in found]).items()}
    words = read("education")["words"]
    level = facts["level"]
    return {
        "type": facts["type"],
        "name": facts["name"],
        "summary": fill(told, topics),
        "description": paragraphs(fill(words["description"], topics), note()),
        "level": level,
        "eqf": eqf_level(EducationLevel[level]),
        "track": facts.get("track"),
        "mode": facts.get("mode"),
        "delivery_modes": facts["delivery"],
        "qualification": facts.get("qualification"),
        "study_load_value": float(facts["load"][0]),
        "study_load_unit": facts["load"][1],
        "duration": facts["duration"],
        "fields_of_study": sorted({subject["field"] for subject in found}),
        "teaching_languages": ["NL", "EN"] if level in ("BACHELOR", "MASTER") else ["NL"],
        "learning_outcomes": bullets(
            [task for subject in found for task in subject["tasks"][:2]], {"nl": "Je", "en": "You"}
        ),
        "admission": words["admission"],
    }


def place_programmes(plan: Plan) -> None:
    told = read("education")["words"]["programme"]
    for facts in read("education")["programme"]:
        facts = {"type": "PROGRAMME", **facts}
        for slug in facts["institutions"]:
            parent = plan.nodes[Programme].get(f"{facts.get('parent')}-{slug}")
            placed = plan.node(
                Programme,
                f"{facts['key']}-{slug}",
                age_days=300,
                primary_code=facts["key"].upper(),
                offerer_id=plan.organisation(slug).id,
                parent_id=parent.id if parent else None,
                **study_facts(facts, facts["subjects"], told),
            )
            placed.link("themes", _themes_of(plan, facts["subjects"]))
            if code := facts.get("qualification"):
                kind = "CREBO" if facts["level"] in MBO_LEVELS else "CROHO"
                placed.part(ProgrammeCode, type=kind, value=code)
            for key in towns_of(slug)[:2]:
                _add_location(placed, ProgrammeLocation, key)


def place_courses(plan: Plan) -> None:
    education = read("education")
    for slug, wanted in education["courses"].items():
        for subject, kind in wanted:
            form = education["course_types"][kind]
            is_mbo = kind in ("ELECTIVE", "MODULE")
            facts = {
                **form,
                "type": kind,
                "name": fill(form["name"], words_of(subject, 0)),
                "level": "MBO_4" if is_mbo else "BACHELOR",
            }
            placed = plan.node(
                Course,
                f"{kind.lower()}-{subject}-{slug}",
                age_days=280,
                primary_code=f"{kind[:3]}-{subject}".upper(),
                offerer_id=plan.organisation(slug).id,
                **study_facts(facts, [subject], education["words"]["course"]),
            )
            placed.link("themes", _themes_of(plan, [subject]))
            placed.link("programmes", _own_programmes(plan, slug, subject))
            placed.part(CourseCode, type="OTHER", value=f"DEMO-{subject}".upper())
            for key in towns_of(slug)[:1]:
                _add_location(placed, CourseLocation, key)


def towns_of(slug: str) -> list[str]:
    """The towns of a real institution, the main one first."""
    organisations = read("organisations")["organisation"]
    return next((facts["towns"] for facts in organisations if facts["slug"] == slug), [])


def _add_location(placed: Placed, model: Any, key: str) -> None:
    place = town(key)
    placed.part(model, city=place["name"], province=place["province"], **position(key))


def _themes_of(plan: Plan, subject_keys: list[str]) -> list[Placed]:
    return plan.themes([code for key in subject_keys for code in subjects()[key]["themes"]])


def _own_programmes(plan: Plan, slug: str, subject: str) -> list[Placed]:
    """Those of this institution about the subject, or else all of its full programmes."""
    own = [facts for facts in read("education")["programme"] if slug in facts["institutions"]]
    about = [facts for facts in own if subject in facts["subjects"]]
    chosen = about or [facts for facts in own if "type" not in facts]
    return [plan.nodes[Programme][f"{facts['key']}-{slug}"] for facts in chosen]


def place_report(plan: Plan) -> None:
    """The research with which the network began: a fact, not part of what is made up."""
    facts = read("resources")["report"]
    placed = plan.node(
        Resource,
        facts["slug"],
        is_demo=False,
        title=facts["title"],
        summary=facts["summary"],
        description=facts["description"],
        kind=facts["kind"],
        language="NL",
        published_on=facts["published"],
        end_users=["MANAGER", "TEACHER"],
        aggregation_level=1,
        curation="RECOMMENDED",
        sdgs=[4, 12],
        initiative_id=plan.nodes[Initiative][facts["initiative"]].id,
    )
    placed.link("themes", plan.themes(facts["themes"]))
    for number, advice in enumerate(facts["recommendations"], start=1):
        placed.part(Recommendation, position=number, **advice)


def resource_facts(subject_key: str, kind: str, maker: str, rng: Random) -> dict[str, Any]:
    """What a made-up resource says, apart from where it comes from."""
    subject, form = subjects()[subject_key], read("resources")["kinds"][kind]
    told, words = read("resources")["words"], words_of(subject_key, rng.randrange(2))
    is_hbo = rng.random() < 0.4
    return {
        "title": fill(form["title"], words),
        "summary": fill(told["summary"], words, maker=maker),
        "description": paragraphs(fill(told["description"], words), note()),
        "kind": kind,
        "format": form["format"],
        "language": "EN" if rng.random() < 0.2 else "NL",
        "authors": [maker],
        "publisher": maker,
        "license": rng.choice(("CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0")),
        "levels": ["AD", "BACHELOR"] if is_hbo else ["MBO_3", "MBO_4"],
        "discipline": subject["topic"]["nl"],
        "end_users": form["users"],
        "typical_learning_time": form["time"],
        "aggregation_level": form["level"],
        "r_ladder": subject["rungs"],
        "sdgs": sdgs_of(subject),
        "curation": rng.choices(*CURATIONS)[0],
    }


def place_resources(plan: Plan) -> None:
    names = {facts["slug"]: facts["name"] for facts in read("organisations")["organisation"]}
    earlier: dict[str, list[Placed]] = {}
    for slug, made in read("resources")["made"].items():
        for subject, kind in made:
            key = f"{kind.lower().replace('_', '-')}-{subject}-{slug}"
            rng = Random(key)  # noqa: S311
            age_days = rng.randint(10, 380)
            placed = plan.node(
                Resource,
                key,
                age_days=age_days,
                url=f"https://bronnen.example/{key}",
                published_on=plan.today - days(age_days),
                organisation_id=plan.organisation(slug).id,
                initiative_id=initiative_of(plan, slug, subject),
                result_of_id=_source_of(plan, subject) if kind in RESULTS else None,
                **resource_facts(subject, kind, names[slug], rng),
            )
            placed.link("themes", _themes_of(plan, [subject]))
            placed.link("programmes", _own_programmes(plan, slug, subject))
            placed.link("courses", _own_courses(plan, slug, subject))
            placed.link("is_based_on", earlier.get(subject, []))
            earlier.setdefault(subject, []).append(placed)


def _source_of(plan: Plan, subject: str) -> str | None:
    """The offer that such a resource can have come out of."""
    found = (
        offer for slug, offer in plan.nodes[Offer].items() if slug.startswith(SOURCES) and subject in slug
    )
    return next((offer.id for offer in found), None)


def _own_courses(plan: Plan, slug: str, subject: str) -> list[Placed]:
    wanted = read("education")["courses"].get(slug, [])
    return [plan.nodes[Course][f"{kind.lower()}-{key}-{slug}"] for key, kind in wanted if key == subject]
