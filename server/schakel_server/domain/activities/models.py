"""Activities: the agenda of the network with its series and working groups."""

from schakel_server.declare.computed import computed
from schakel_server.declare.fields import (
    Group,
    Inverse,
    Weight,
    choice,
    choices,
    decimal,
    flag,
    local_text,
    moment,
    number,
    part_of,
    text,
    texts,
    to_many,
    to_one,
)
from schakel_server.declare.nodes import Node, Part
from schakel_server.declare.values import Locale
from schakel_server.domain.activities.json_ld import NEEDS, activity_as_json_ld
from schakel_server.domain.activities.values import (
    ActivityKind,
    ActivityStatus,
    AttendanceMode,
    JoinMode,
    WorkingGroupState,
)
from schakel_server.domain.organisations.values import EducationLevel
from schakel_server.storage import columns

LOCATION = Group(
    "location",
    "ActivityLocation",
    "Where it takes place, empty when it is online (locatie). Example: `location { name city }`.",
)
REGISTRATION = Group(
    "registration",
    "RegistrationTerms",
    "When and how one can register (aanmelding). Example: `registration { opensAt closesAt }`.",
)


class ActivitySeries(Node):
    """Activities that belong together (reeks). Example: `activitySeriesList { nodes { title } }`."""

    prefix = "series"
    one, many = "activitySeries", "activitySeriesList"
    default_order = ("title",)

    title = local_text("What the series is called.", "Netwerkoverleggen", order=True, search=Weight.A)
    summary = local_text(
        "One or two sentences for lists.", "Elk kwartaal bij een andere school", null=True, search=Weight.B
    )
    organiser = to_one(
        "Organisation",
        "Who organises it.",
        Inverse("activitySeries", "Series that this organisation organises, by title."),
        order=("title",),
    )
    themes = to_many(
        "Theme",
        "activity_series_theme",
        "What it is about, by code.",
        Inverse("activitySeries", "Series about this theme, by title."),
        order=("code",),
        facet="label",
    )


class WorkingGroup(Node):
    """People who work on one question (werkgroep). Example: `workingGroups { nodes { name } }`."""

    prefix = "group"
    one, many = "workingGroup", "workingGroups"
    default_order = ("name",)

    name = local_text("What the group is called.", "Werkgroep Textiel", order=True, search=Weight.A)
    purpose = local_text(
        "What the group wants to reach.",
        "Een keuzedeel over textiel dat elke school kan geven",
        null=True,
        search=Weight.B,
    )
    join_mode = choice(JoinMode, "How one joins.", "ON_REQUEST", default=JoinMode.ON_REQUEST, facet=True)
    state = choice(
        WorkingGroupState, "How alive it is.", "ACTIVE", default=WorkingGroupState.ACTIVE, facet=True
    )
    initiative = to_one(
        "Initiative",
        "The network or programme that it belongs to.",
        Inverse("workingGroups", "Working groups of this initiative, by name."),
        null=True,
        order=("name",),
    )
    themes = to_many(
        "Theme",
        "working_group_theme",
        "What it is about, by code.",
        Inverse("workingGroups", "Working groups on this theme, by name."),
        order=("code",),
        facet="label",
    )


class Activity(Node):
    """A meeting, workshop or visit (activiteit). Example: `activities { nodes { title startsAt } }`."""

    prefix = "act"
    one, many = "activity", "activities"
    default_order = ("upcoming:starts_at",)
    position = "."

    title = local_text("What it is called.", "Netwerkoverleg in Meppel", order=True, search=Weight.A)
    summary = local_text(
        "One or two sentences for lists.", "Met een rondleiding door het lab", null=True, search=Weight.B
    )
    description = local_text(
        "What happens, in paragraphs of Markdown.",
        "We beginnen met …",
        null=True,
        where=False,
        search=Weight.C,
    )
    kind = choice(ActivityKind, "What it is.", "NETWORK_MEETING", order=True, facet=True, search=Weight.B)
    organiser = to_one(
        "Organisation",
        "Who organises it.",
        Inverse("activities", "Activities that this organisation organises, upcoming first."),
        facet="name",
    )
    co_organisers = to_many(
        "Organisation",
        "activity_co_organiser",
        "Who helps to organise it, by name.",
        Inverse("coOrganisedActivities", "Activities that this organisation helps to organise."),
        order=("name",),
    )
    working_group = to_one(
        "WorkingGroup",
        "The working group whose activity it is.",
        Inverse("activities", "Activities of this working group, upcoming first."),
        null=True,
    )
    series = to_one(
        "ActivitySeries",
        "The series that it is one of.",
        Inverse("activities", "Activities of this series, upcoming first."),
        null=True,
    )
    initiative = to_one(
        "Initiative",
        "The network or programme that it belongs to.",
        Inverse("activities", "Activities of this initiative, upcoming first."),
        null=True,
        facet="name",
    )
    starts_at = moment("Start.", "2026-11-23T12:30:00Z", order=True)
    ends_at = moment("End.", "2026-11-23T16:00:00Z", order=True)
    timezone = text(
        "Time zone of the place, by its IANA name.",
        "Europe/Amsterdam",
        default="Europe/Amsterdam",
        where=False,
    )
    schedule_status = choice(
        ActivityStatus,
        "Whether it goes on as planned.",
        "SCHEDULED",
        default=ActivityStatus.SCHEDULED,
        name="status",
    )
    attendance_mode = choice(
        AttendanceMode, "How one takes part.", "OFFLINE", default=AttendanceMode.OFFLINE, facet=True
    )
    audience = local_text("For whom, in words.", "Docenten bouw en infra", null=True, where=False)
    levels = choices(EducationLevel, "Levels of education that it is for.", "[MBO_4, BACHELOR]", facet=True)
    spoken_languages = choices(Locale, "Languages that are spoken.", "[NL]", facet=True)
    location_name = text(
        "Building or host.",
        "Het Grondstoffenlab",
        null=True,
        group=LOCATION,
        name="name",
        where=False,
        search=Weight.B,
    )
    street = text("Street.", "Blekerskade", null=True, group=LOCATION, where=False)
    house_number = text("House number with what follows it.", "12", null=True, group=LOCATION, where=False)
    postcode = text("Postcode with a space.", "7941 AA", null=True, group=LOCATION)
    city = text(
        "Town or village.", "Meppel", null=True, group=LOCATION, order=True, facet=True, search=Weight.B
    )
    province = text("Province, ISO 3166-2.", "NL-DR", null=True, group=LOCATION, facet=True)
    latitude = decimal("WGS84 latitude in degrees.", "52.695123", 6, null=True, group=LOCATION)
    longitude = decimal("WGS84 longitude in degrees.", "6.193456", 6, null=True, group=LOCATION)
    online_url = columns.Text(null=True)  # shown to who registered, so not part of the graph by itself
    capacity_physical = number("How many people fit in the room.", "40", null=True)
    capacity_virtual = number("How many people can join online.", "100", null=True)
    waitlist = flag("Whether there is a waiting list once it is full (wachtlijst).", "true", default=False)
    registration_opens_at = moment(
        "From when one can register.",
        "2026-10-01T08:00:00Z",
        null=True,
        group=REGISTRATION,
        name="opensAt",
        order=True,
    )
    registration_closes_at = moment(
        "Until when one can register.",
        "2026-11-20T22:59:59Z",
        null=True,
        group=REGISTRATION,
        name="closesAt",
        order=True,
    )
    registration_moderated = flag(
        "Whether the organiser confirms each registration.",
        "false",
        default=False,
        group=REGISTRATION,
        name="moderated",
    )
    registration_questions = texts(
        "Questions to answer when registering.",
        '["Heb je een dieetwens?"]',
        group=REGISTRATION,
        name="questions",
        where=False,
    )
    ical_uid = text(
        "Unique id in calendars (iCalendar, RFC 5545).", "act-42@example.org", unique=True, null=True
    )
    related_offers = to_many(
        "Offer",
        "activity_offer",
        "Offers that it came out of or is about, newest first.",
        Inverse("activities", "Activities that came out of this offer or are about it, upcoming first."),
        order=("-created_at",),
        plural="connection",
    )
    themes = to_many(
        "Theme",
        "activity_theme",
        "What it is about, by code.",
        Inverse("activities", "Activities about this theme, upcoming first."),
        order=("code",),
        facet="label",
    )
    json_ld = computed(
        "The activity in the terms of schema.org, as an Event, to put in its page for search engines.",
        '{"@type": "EducationEvent", "name": "Workshop textiel"}',
        "JSON",
        needs=NEEDS,
        make=activity_as_json_ld,
    )


class AgendaItem(Part):
    """A point on the agenda of an activity (agendapunt). Example: `agenda { startsAt title }`."""

    prefix = "agenda"

    activity = part_of(
        "Activity", Inverse("agenda", "What happens when, first thing first."), order=("position",)
    )
    position = number("Place on the agenda, from 1.", "1")
    title = local_text("What it is.", "Rondleiding door het lab")
    starts_at = moment("Start.", "2026-11-23T13:00:00Z", null=True)
    minutes = number("How long it takes, in minutes.", "45", null=True)
