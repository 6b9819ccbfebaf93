"""Offers in the terms of schema.org: work as JobPosting, what is asked as Demand, the rest as Offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from schakel_server.declare.values import word_for
from schakel_server.domain.organisations.json_ld import (
    CONTEXT,
    NEEDS_OF_RELATED,
    identifier,
    kept,
    place,
    related_organisation,
)
from schakel_server.domain.organisations.values import EducationLevel

NEEDS = f"""
  id title summary description direction kind createdAt opensAt closesAt expiresAt startsOn
  levels workingLanguages locationMode places placesFilled applicationMethod applicationUrl
  hoursPerWeek {{ min max }}
  groupSize {{ max }}
  compensation {{ kind min max currency period note }}
  provider {{ {NEEDS_OF_RELATED} }}
  locations {{ street houseNumber postcode city province latitude longitude }}
  slots {{ startsAt endsAt capacity }}
  skills {{ name }}
  themes {{ label }}
"""
EMPLOYMENT = {  # the kinds that are work, in the words that search engines know
    "INTERNSHIP_BOL": "INTERN",
    "APPRENTICESHIP_BBL": "",  # a job: full time or part time, by its hours
    "INTERNSHIP_HBO": "INTERN",
    "GRADUATION": "INTERN",
    "TEMPORARY_JOB": "TEMPORARY",
    "PERMANENT_JOB": "",
    "SIDE_JOB": "PART_TIME",
    "VOLUNTEER": "VOLUNTEER",
    "TEACHER_INTERNSHIP": "INTERN",
}
FULL_WEEK = 36  # hours; what most collective agreements in the Netherlands call full time is 36 to 40
PERIODS = {"PT1H": "HOUR", "P1D": "DAY", "P1W": "WEEK", "P1M": "MONTH", "P1Y": "YEAR"}
WAGES = ("SALARY", "ALLOWANCE")  # kinds of payment that are for the work, unlike expenses
MEETINGS = ("GUEST_LECTURE", "COMPANY_VISIT", "JURY")  # kinds whose slots are events


def offer_as_json_ld(values: Mapping[str, Any], language: str) -> dict[str, Any]:
    """A JobPosting where work is offered, a Demand where something is asked, else an Offer."""
    if values["direction"] == "SUPPLY" and values["kind"] in EMPLOYMENT:
        return _job_posting(values, language)
    return _other(values)


def _job_posting(values: Mapping[str, Any], language: str) -> dict[str, Any]:
    is_remote = values["locationMode"] == "REMOTE"
    return kept(
        {
            "@context": CONTEXT,
            "@type": "JobPosting",
            "identifier": identifier("schakel", values["id"]),
            "title": values["title"],
            "description": _description(values),
            "datePosted": values["opensAt"] or values["createdAt"],
            "validThrough": _end(values),
            "employmentType": EMPLOYMENT[values["kind"]] or _by_hours(values["hoursPerWeek"]),
            "hiringOrganization": related_organisation(values["provider"]),
            "jobLocation": [] if is_remote else [place(item) for item in values["locations"]],
            "jobLocationType": "TELECOMMUTE" if is_remote else None,
            "applicantLocationRequirements": {"@type": "Country", "name": "NL"} if is_remote else None,
            "baseSalary": _salary(values["compensation"]),
            "educationRequirements": _levels(values["levels"], language),
            "jobStartDate": values["startsOn"],
            "workHours": _hours(values["hoursPerWeek"]),
            "totalJobOpenings": _open_places(values),
            "skills": [skill["name"] for skill in values["skills"]],
            "directApply": values["applicationMethod"] == "PLATFORM" if values["applicationMethod"] else None,
            "url": values["applicationUrl"],
        }
    )


def _other(values: Mapping[str, Any]) -> dict[str, Any]:
    is_asked = values["direction"] == "DEMAND"
    return kept(
        {
            "@context": CONTEXT,
            "@type": "Demand" if is_asked else "Offer",
            "identifier": identifier("schakel", values["id"]),
            "name": values["title"],
            "description": _description(values),
            "availabilityStarts": values["opensAt"],
            "availabilityEnds": _end(values),
            "seller": None if is_asked else related_organisation(values["provider"]),
            "priceSpecification": _price(values["compensation"]),
            "itemOffered": _events(values) or _service(values),
            "url": values["applicationUrl"],
        }
    )


def _service(values: Mapping[str, Any]) -> dict[str, Any]:
    return kept(
        {
            "@type": "Service",
            "name": values["title"],
            "category": [theme["label"] for theme in values["themes"]],
            "areaServed": [place(item) for item in values["locations"]],
        }
    )


def _events(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    if values["kind"] not in MEETINGS:
        return []
    common = {
        "@type": "EducationEvent",
        "name": values["title"],
        "about": [theme["label"] for theme in values["themes"]],
        "inLanguage": [spoken.lower() for spoken in values["workingLanguages"]],
        "organizer": related_organisation(values["provider"]),
        "location": [place(item) for item in values["locations"]],
    }
    return [
        kept(
            {
                **common,
                "startDate": slot["startsAt"],
                "endDate": slot["endsAt"],
                "maximumAttendeeCapacity": slot["capacity"] or values["groupSize"]["max"],
            }
        )
        for slot in values["slots"]
    ]


def _description(values: Mapping[str, Any]) -> str:
    return str(values["description"] or values["summary"] or values["title"])


def _end(values: Mapping[str, Any]) -> str | None:
    """The first moment after which nobody can respond; moments in UTC compare as text."""
    return min((moment for moment in (values["closesAt"], values["expiresAt"]) if moment), default=None)


def _levels(levels: Sequence[str], language: str) -> str:
    return ", ".join(word_for(EducationLevel[level], language) for level in levels if level != "ANY")


def _open_places(values: Mapping[str, Any]) -> int | None:
    return None if values["places"] is None else max(values["places"] - values["placesFilled"], 0)


def _by_hours(hours: Mapping[str, Any]) -> str | None:
    most = hours["max"] or hours["min"]
    return None if most is None else "FULL_TIME" if most >= FULL_WEEK else "PART_TIME"


def _hours(hours: Mapping[str, Any]) -> str:
    return "–".join(dict.fromkeys(str(hours[end]) for end in ("min", "max") if hours[end] is not None))


def _salary(pay: Mapping[str, Any]) -> dict[str, Any] | None:
    """What is paid to whom does the work; nothing where no amount is known."""
    if pay["kind"] not in WAGES or (pay["min"] is None and pay["max"] is None):
        return None
    amount = {"@type": "QuantitativeValue", **_amounts(pay, "value", "minValue", "maxValue")}
    amount |= kept({"unitText": PERIODS.get(pay["period"] or "")})
    return kept({"@type": "MonetaryAmount", "currency": pay["currency"] or "EUR", "value": amount})


def _price(pay: Mapping[str, Any]) -> dict[str, Any] | None:
    if pay["min"] is None and pay["max"] is None:
        return None
    amounts = _amounts(pay, "price", "minPrice", "maxPrice")
    return kept(
        {
            "@type": "PriceSpecification",
            **amounts,
            "priceCurrency": pay["currency"] or "EUR",
            "description": pay["note"],
        }
    )


def _amounts(pay: Mapping[str, Any], one: str, least: str, most: str) -> dict[str, float]:
    """Cents as the whole amounts that schema.org wants: one, or a range."""
    low, high = (None if pay[end] is None else pay[end] / 100 for end in ("min", "max"))
    if low is not None and low == high:
        return {one: low}
    return kept({least: low, most: high})
