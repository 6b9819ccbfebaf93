"""Activities in the terms of schema.org: events, and of which kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schakel_server.domain.organisations.json_ld import (
    CONTEXT,
    NEEDS_OF_RELATED,
    identifier,
    kept,
    place,
    related_organisation,
)

NEEDS = f"""
  id title summary description kind startsAt endsAt status attendanceMode audience spokenLanguages
  location {{ name street houseNumber postcode city province latitude longitude }}
  capacityPhysical capacityVirtual
  organiser {{ {NEEDS_OF_RELATED} }}
  coOrganisers {{ {NEEDS_OF_RELATED} }}
  series {{ title }}
  themes {{ label }}
"""
TYPES = {  # kinds with a schema.org type of their own; the others are plain events
    "NETWORK_MEETING": "BusinessEvent",
    "WORK_SESSION": "BusinessEvent",
    "WORKING_GROUP_MEETING": "BusinessEvent",
    "CONFERENCE": "BusinessEvent",
    "WORKSHOP": "EducationEvent",
    "WEBINAR": "EducationEvent",
    "GUEST_LECTURE": "EducationEvent",
    "TRAINING": "EducationEvent",
}
STATUS = {  # schema.org has no word for what has been: that it was held shows from its date
    "SCHEDULED": "EventScheduled",
    "RESCHEDULED": "EventRescheduled",
    "POSTPONED": "EventPostponed",
    "MOVED_ONLINE": "EventMovedOnline",
    "CANCELLED": "EventCancelled",
    "COMPLETED": "EventScheduled",
}
ATTENDANCE = {"OFFLINE": "Offline", "ONLINE": "Online", "MIXED": "Mixed"}


def activity_as_json_ld(values: Mapping[str, Any], _language: str) -> dict[str, Any]:
    """An Event; where to join it online is left out, since only who registered may know."""
    return kept(
        {
            "@context": CONTEXT,
            "@type": TYPES.get(values["kind"], "Event"),
            "identifier": identifier("schakel", values["id"]),
            "name": values["title"],
            "description": values["description"] or values["summary"],
            "startDate": values["startsAt"],
            "endDate": values["endsAt"],
            "eventStatus": f"{CONTEXT}/{STATUS[values['status']]}",
            "eventAttendanceMode": f"{CONTEXT}/{ATTENDANCE[values['attendanceMode']]}EventAttendanceMode",
            "location": _locations(values),
            "organizer": [related_organisation(one) for one in _organisers(values)],
            "maximumPhysicalAttendeeCapacity": values["capacityPhysical"],
            "maximumVirtualAttendeeCapacity": values["capacityVirtual"],
            "audience": kept({"@type": "Audience", "audienceType": values["audience"]})
            if values["audience"]
            else None,
            "inLanguage": [language.lower() for language in values["spokenLanguages"]],
            "about": [theme["label"] for theme in values["themes"]],
            "superEvent": {"@type": "EventSeries", "name": values["series"]["title"]}
            if values["series"]
            else None,
        }
    )


def _organisers(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    first = [values["organiser"]] if values["organiser"] else []
    return [*first, *values["coOrganisers"]]


def _locations(values: Mapping[str, Any]) -> list[dict[str, Any]]:
    where, mode = values["location"], values["attendanceMode"]
    has_place = mode != "ONLINE" and (where["city"] or where["name"])
    online = {"@type": "VirtualLocation"}
    return [*([place(where)] if has_place else []), *([online] if mode != "OFFLINE" else [])]
