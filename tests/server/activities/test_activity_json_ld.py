"""What schema.org calls an activity, and what of it is said there."""

from typing import Any

import pytest
from schakel_server.domain.activities.json_ld import activity_as_json_ld
from schakel_server.domain.activities.values import ActivityStatus, AttendanceMode

NOWHERE = dict.fromkeys(
    ["name", "street", "houseNumber", "postcode", "city", "province", "latitude", "longitude"]
)


def made(**values: Any) -> dict[str, Any]:
    plain: dict[str, Any] = dict.fromkeys(
        ["summary", "description", "audience", "capacityPhysical", "capacityVirtual", "series"]
    )
    plain |= {
        "id": "act_1",
        "title": "Overleg",
        "kind": "OPEN_DAY",
        "startsAt": "2027-03-01T12:00:00Z",
        "endsAt": "2027-03-01T14:00:00Z",
        "status": "SCHEDULED",
        "attendanceMode": "OFFLINE",
        "spokenLanguages": [],
        "location": NOWHERE,
        "organiser": None,
        "coOrganisers": [],
        "themes": [],
    }
    return activity_as_json_ld({**plain, **values}, "nl")


def test_an_activity_says_when_it_is_and_nothing_that_is_not_known():
    assert made() == {
        "@context": "https://schema.org",
        "@type": "Event",
        "identifier": {"@type": "PropertyValue", "propertyID": "schakel", "value": "act_1"},
        "name": "Overleg",
        "startDate": "2027-03-01T12:00:00Z",
        "endDate": "2027-03-01T14:00:00Z",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
    }


@pytest.mark.parametrize("status", list(ActivityStatus), ids=lambda status: status.name)
def test_every_state_has_a_word_of_schema_org(status):
    words = {"Scheduled", "Rescheduled", "Postponed", "MovedOnline", "Cancelled"}

    assert made(status=status.name)["eventStatus"].removeprefix("https://schema.org/Event") in words


@pytest.mark.parametrize(
    ("mode", "types"),
    [("OFFLINE", ["Place"]), ("ONLINE", ["VirtualLocation"]), ("MIXED", ["Place", "VirtualLocation"])],
)
def test_where_it_is_follows_from_how_one_takes_part(mode, types):
    found = made(attendanceMode=mode, location={**NOWHERE, "city": "Meppel", "name": "Lab"})["location"]

    assert [item["@type"] for item in (found if isinstance(found, list) else [found])] == types


def test_every_way_to_take_part_is_known():
    assert {made(attendanceMode=mode.name)["@type"] for mode in AttendanceMode} == {"Event"}


def test_all_who_organise_it_are_named_and_the_series_is():
    one, two = ({"id": f"org_{n}", "name": n, "website": None, "logoUrl": None} for n in ("a", "b"))

    found = made(organiser=one, coOrganisers=[two], series={"title": "Overleggen"}, audience="Docenten")

    assert [item["name"] for item in found["organizer"]] == ["a", "b"]
    assert found["superEvent"] == {"@type": "EventSeries", "name": "Overleggen"}
    assert found["audience"] == {"@type": "Audience", "audienceType": "Docenten"}
