"""What schema.org calls an offer, and what of it is said there."""

from typing import Any

import pytest
from schakel_server.domain.offers.json_ld import offer_as_json_ld
from schakel_server.domain.offers.values import OfferKind

PROVIDER = {"id": "org_1", "name": "Datadijk", "website": "https://datadijk.example", "logoUrl": None}
PLACE = {
    "street": "Kade",
    "houseNumber": "12",
    "postcode": "7941 AA",
    "city": "Meppel",
    "province": "NL-DR",
    "latitude": 52.7,
    "longitude": 6.2,
}
NO_PAY = {"kind": None, "min": None, "max": None, "currency": None, "period": None, "note": None}


def made(language: str = "nl", **values: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "id": "offer_1",
        "title": "Stage",
        "summary": None,
        "description": None,
        "direction": "SUPPLY",
        "kind": "INTERNSHIP_BOL",
        "createdAt": "2026-11-01T08:00:00Z",
        "opensAt": None,
        "closesAt": None,
        "expiresAt": None,
        "startsOn": None,
        "levels": [],
        "workingLanguages": [],
        "locationMode": None,
        "places": None,
        "placesFilled": 0,
        "applicationMethod": None,
        "applicationUrl": None,
        "hoursPerWeek": {"min": None, "max": None},
        "groupSize": {"max": None},
        "compensation": NO_PAY,
        "provider": PROVIDER,
        "locations": [],
        "slots": [],
        "skills": [],
        "themes": [],
    }
    return offer_as_json_ld({**plain, **values}, language)


def test_an_offer_with_nothing_but_what_it_must_have_says_only_that():
    assert made() == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "propertyID": "schakel", "value": "offer_1"},
        "title": "Stage",
        "description": "Stage",
        "datePosted": "2026-11-01T08:00:00Z",
        "employmentType": "INTERN",
        "hiringOrganization": {
            "@type": "Organization",
            "identifier": {"@type": "PropertyValue", "propertyID": "schakel", "value": "org_1"},
            "name": "Datadijk",
            "url": "https://datadijk.example",
        },
    }


@pytest.mark.parametrize("kind", list(OfferKind), ids=lambda kind: kind.name)
def test_work_that_is_offered_is_a_job_posting_and_other_offers_are_none(kind):
    work = "INTERNSHIP_BOL APPRENTICESHIP_BBL INTERNSHIP_HBO GRADUATION TEMPORARY_JOB PERMANENT_JOB SIDE_JOB"
    work += " VOLUNTEER TEACHER_INTERNSHIP"

    offered, asked = made(kind=kind.name)["@type"], made(kind=kind.name, direction="DEMAND")["@type"]

    assert offered == ("JobPosting" if kind.name in work.split() else "Offer")
    assert asked == "Demand"


@pytest.mark.parametrize(
    ("hours", "kind", "expected"),
    [
        ((32, 36), "PERMANENT_JOB", "FULL_TIME"),
        ((None, 35), "PERMANENT_JOB", "PART_TIME"),
        ((36, None), "APPRENTICESHIP_BBL", "FULL_TIME"),
        ((None, None), "PERMANENT_JOB", None),
        ((40, 40), "SIDE_JOB", "PART_TIME"),
    ],
)
def test_a_job_is_full_time_or_part_time_by_its_hours(hours, kind, expected):
    found = made(kind=kind, hoursPerWeek={"min": hours[0], "max": hours[1]})

    assert found.get("employmentType") == expected


@pytest.mark.parametrize(
    ("pay", "expected"),
    [
        (
            {"kind": "SALARY", "min": 1234, "max": 1234, "period": "PT1H"},
            {"value": 12.34, "unitText": "HOUR"},
        ),
        (
            {"kind": "ALLOWANCE", "min": 45000, "max": 55050, "period": "P1M"},
            {"minValue": 450.0, "maxValue": 550.5, "unitText": "MONTH"},
        ),
        ({"kind": "SALARY", "min": None, "max": 0, "period": "P2W"}, {"maxValue": 0.0}),
    ],
)
def test_cents_become_amounts_for_a_period(pay, expected):
    salary = made(compensation={**NO_PAY, **pay})["baseSalary"]

    amount = {"@type": "QuantitativeValue", **expected}
    assert salary == {"@type": "MonetaryAmount", "currency": "EUR", "value": amount}


@pytest.mark.parametrize("pay", [{"kind": "EXPENSES", "min": 5000}, {"kind": "SALARY"}, {}])
def test_what_is_no_wage_or_has_no_amount_is_no_salary(pay):
    assert "baseSalary" not in made(compensation={**NO_PAY, **pay})


def test_it_is_valid_until_the_first_moment_that_ends_it():
    found = made(
        closesAt="2027-02-01T00:00:00Z", expiresAt="2027-01-01T00:00:00Z", opensAt="2026-12-01T00:00:00Z"
    )

    assert found["validThrough"] == "2027-01-01T00:00:00Z"
    assert found["datePosted"] == "2026-12-01T00:00:00Z"


def test_work_from_anywhere_has_no_place():
    found = made(locationMode="REMOTE", locations=[PLACE])

    assert "jobLocation" not in found
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found["applicantLocationRequirements"] == {"@type": "Country", "name": "NL"}


def test_the_place_the_places_and_the_levels_are_said():
    found = made("en", locations=[PLACE], places=3, placesFilled=2, levels=["MBO_3", "ANY"])

    assert found["jobLocation"] == {
        "@type": "Place",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Kade 12",
            "postalCode": "7941 AA",
            "addressLocality": "Meppel",
            "addressRegion": "NL-DR",
            "addressCountry": "NL",
        },
        "geo": {"@type": "GeoCoordinates", "latitude": 52.7, "longitude": 6.2},
    }
    assert (found["totalJobOpenings"], found["educationRequirements"]) == (1, "Mbo 3")
    assert made(places=1, placesFilled=2)["totalJobOpenings"] == 0


def test_the_dates_of_a_guest_lecture_are_events():
    slot = {"startsAt": "2027-03-01T09:00:00Z", "endsAt": "2027-03-01T10:00:00Z", "capacity": None}

    found = made(kind="GUEST_LECTURE", slots=[slot], groupSize={"max": 25}, workingLanguages=["NL", "EN"])

    event = found["itemOffered"]
    assert (event["@type"], event["startDate"]) == ("EducationEvent", "2027-03-01T09:00:00Z")
    assert (event["maximumAttendeeCapacity"], event["inLanguage"]) == (25, ["nl", "en"])
    assert found["seller"]["name"] == "Datadijk"


def test_a_provider_that_is_not_seen_is_not_named():
    assert "hiringOrganization" not in made(provider=None)
    assert "seller" not in made(provider=None, kind="EQUIPMENT")
