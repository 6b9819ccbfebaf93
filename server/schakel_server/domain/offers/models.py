"""Offers: supply and demand on the two markets, with their slots, skills and the listings of institutions."""

from schakel_server.access.conditions import Condition, equals
from schakel_server.access.viewer import Viewer
from schakel_server.declare.computed import computed
from schakel_server.declare.fields import (
    Group,
    Inverse,
    Weight,
    choice,
    choices,
    date,
    decimal,
    flag,
    local_text,
    moment,
    number,
    numbers,
    part_of,
    text,
    texts,
    to_many,
    to_one,
)
from schakel_server.declare.nodes import Node, Part
from schakel_server.declare.values import Locale, Scalar
from schakel_server.domain.offers.json_ld import NEEDS, offer_as_json_ld
from schakel_server.domain.offers.values import (
    ApplicationMethod,
    ClosedReason,
    CompensationKind,
    ContractType,
    Direction,
    ListingState,
    LocationMode,
    Market,
    OfferKind,
    OfferState,
    SkillImportance,
)
from schakel_server.domain.organisations.values import EducationLevel, Track
from schakel_server.domain.themes.values import RLadder

HOURS = Group(
    "hoursPerWeek",
    "HoursPerWeek",
    "Hours a week, from fewest to most (uren per week). Example: `hoursPerWeek { min max }`.",
)
GROUP_SIZE = Group(
    "groupSize",
    "GroupSize",
    "Size of the group, from smallest to largest (groepsgrootte). Example: `groupSize { min max }`.",
)
PAY = Group(
    "compensation",
    "Compensation",
    "What is paid, in whole cents (vergoeding). Example: `compensation { kind min currency period }`.",
)


def approved(_viewer: Viewer) -> Condition:
    """What an institution decided is shown only where it approved."""
    return equals("state", "APPROVED")


class Offer(Node):
    """Something offered or asked, such as an internship or a guest lecture (vraag en aanbod).

    Example: `offers(first: 5) { nodes { title } }`.
    """

    prefix = "offer"
    one, many = "offer", "offers"
    position = "locations"

    title = local_text(
        "One line that says what it is.", "Stage in een fietsenwerkplaats", order=True, search=Weight.A
    )
    summary = local_text(
        "One or two sentences for lists.",
        "Repareer fietsen die anders weg zouden gaan",
        null=True,
        search=Weight.B,
    )
    description = local_text(
        "What one does, in paragraphs of Markdown.",
        "Je leert fietsen reviseren …",
        null=True,
        where=False,
        search=Weight.C,
    )
    market = choice(Market, "The market that it is on.", "STUDENTS", facet=True)
    direction = choice(Direction, "Offered or asked.", "SUPPLY", facet=True)
    kind = choice(OfferKind, "What it is.", "INTERNSHIP_BOL", order=True, facet=True, search=Weight.B)
    provider = to_one(
        "Organisation",
        "Who offers or asks.",
        Inverse("offers", "What this organisation offers and asks, newest first."),
        facet="name",
    )
    initiative = to_one(
        "Initiative",
        "The initiative that it is part of.",
        Inverse("offers", "Offers that are part of this initiative, newest first."),
        null=True,
        facet="name",
    )
    audience = local_text(
        "For whom, in words.", "Studenten techniek in het derde jaar", null=True, where=False, search=Weight.C
    )
    levels = choices(EducationLevel, "Levels that it fits.", "[MBO_3, MBO_4]", facet=True, search=Weight.C)
    tracks = choices(Track, "Learning tracks that it fits.", "[BOL]", facet=True, search=Weight.C)
    crebos = texts("Qualifications that it fits, 5 digits.", '["25998"]', facet=True, search=Weight.B)
    working_languages = choices(Locale, "Languages in which the work is done.", "[NL]")
    location_mode = choice(LocationMode, "Where the work is done.", "ON_SITE", null=True, facet=True)
    hours_min = number("Fewest hours a week.", "16", null=True, group=HOURS, name="min", order=True)
    hours_max = number("Most hours a week.", "32", null=True, group=HOURS, name="max")
    total_hours = number("Hours in all.", "640", null=True, order=True)
    starts_on = date("First day.", "2027-02-01", null=True, order=True)
    ends_on = date("Last day.", "2027-06-30", null=True, order=True)
    flexible_start = flag("Whether it can start on another day.", "true", default=False)
    places = number("How many people.", "2", null=True, order=True)
    places_filled = number("How many of these places are taken.", "1", default=0)
    group_min = number("Fewest people at once.", "10", null=True, group=GROUP_SIZE, name="min")
    group_max = number("Most people at once.", "25", null=True, group=GROUP_SIZE, name="max")
    pay_kind = choice(
        CompensationKind, "What kind of payment.", "ALLOWANCE", null=True, group=PAY, name="kind", facet=True
    )
    pay_min = number("Least, in cents.", "45000", null=True, group=PAY, name="min", order=True)
    pay_max = number("Most, in cents.", "55000", null=True, group=PAY, name="max")
    pay_currency = text("Currency, ISO 4217.", "EUR", null=True, group=PAY, name="currency", where=False)
    pay_period = text(
        "Period that the amount is for, ISO 8601.",
        "P1M",
        Scalar.DURATION,
        null=True,
        group=PAY,
        name="period",
        where=False,
    )
    pay_note = local_text(
        "What else is good to know.", "Reiskosten apart", null=True, group=PAY, name="note", where=False
    )
    contract_type = choice(ContractType, "The contract that goes with it.", "INTERNSHIP_AGREEMENT", null=True)
    supervision = local_text(
        "Who guides, in words.", "Een ervaren leermeester, elke dag", null=True, where=False
    )
    learning_outcomes = local_text(
        "What one learns.", "Lagers vervangen en wielen richten", null=True, where=False, search=Weight.C
    )
    deliverables = local_text(
        "What is there at the end.",
        "Een werkboek voor de volgende stagiair",
        null=True,
        where=False,
        search=Weight.C,
    )
    r_ladder = choices(RLadder, "Rungs of the R-ladder that it is about.", "[R4]", facet=True)
    sdgs = numbers("Sustainable Development Goals that it is about, by number.", "[12]")
    opens_at = moment("From when one can respond.", "2026-11-01T08:00:00Z", null=True, order=True)
    closes_at = moment("Until when one can respond.", "2027-01-15T22:59:59Z", null=True, order=True)
    application_method = choice(ApplicationMethod, "How to respond.", "PLATFORM", null=True)
    application_url = text(
        "Page to respond on.", "https://example.org/stage", Scalar.URL, null=True, where=False
    )
    questions = texts("Questions to answer when responding.", '["Wanneer kun je beginnen?"]', where=False)
    requires_recognition = flag(
        "Whether the provider must be a recognised training company for it.", "true", default=False
    )
    state = choice(OfferState, "Where it stands in its life.", "OPEN", default=OfferState.DRAFT, facet=True)
    expires_at = moment(
        "When it ends by itself, at most 365 days after it opened.",
        "2027-11-01T08:00:00Z",
        null=True,
        order=True,
    )
    closed_reason = choice(ClosedReason, "Why it closed.", "FILLED", null=True)
    themes = to_many(
        "Theme",
        "offer_theme",
        "What it is about, by code.",
        Inverse("offers", "Offers about this theme, newest first."),
        order=("code",),
        facet="label",
    )
    programmes = to_many(
        "Programme",
        "offer_programme",
        "Programmes that it fits, by name.",
        Inverse("offers", "Offers that fit this programme, newest first."),
        order=("name",),
        plural="connection",
    )
    json_ld = computed(
        "The offer in the terms of schema.org, as JobPosting, Offer or Demand; for the page of this one offer only.",
        '{"@type": "JobPosting", "title": "Stage in een fietsenwerkplaats"}',
        "JSON",
        needs=NEEDS,
        make=offer_as_json_ld,
    )


class OfferSkill(Part):
    """A skill that an offer asks for or teaches (vaardigheid). Example: `skills { name importance }`."""

    prefix = "skill"

    offer = part_of("Offer", Inverse("skills", "Skills asked or taught, by name."), order=("name",))
    name = local_text("The skill.", "Lassen", order=True)
    esco_uri = text(
        "Address of the skill in ESCO.", "http://data.europa.eu/esco/skill/…", Scalar.URL, null=True
    )
    importance = choice(SkillImportance, "How much it matters.", "ESSENTIAL", null=True)


class OfferLocation(Part):
    """A place where an offer takes place (locatie). Example: `locations { city }`."""

    prefix = "place"

    offer = part_of("Offer", Inverse("locations", "Places where it takes place, by city."), order=("city",))
    street = text("Street.", "Blekerskade", null=True)
    house_number = text("House number with what follows it.", "12", null=True)
    postcode = text("Postcode with a space.", "7941 AA", null=True)
    city = text("Town or village.", "Meppel", order=True, facet=True)
    province = text("Province, ISO 3166-2.", "NL-DR", null=True, facet=True)
    latitude = decimal("WGS84 latitude in degrees.", "52.695123", 6, null=True)
    longitude = decimal("WGS84 longitude in degrees.", "6.193456", 6, null=True)


class OfferSlot(Part):
    """A dated possibility within an offer, such as one visit (tijdslot). Example: `slots { startsAt capacity }`."""

    prefix = "slot"

    offer = part_of("Offer", Inverse("slots", "Dated possibilities, first one first."), order=("starts_at",))
    starts_at = moment("Start.", "2027-03-10T12:00:00Z", order=True)
    ends_at = moment("End.", "2027-03-10T14:00:00Z")
    capacity = number("How many people.", "20", null=True)
    location = text("Where.", "Meppel, Blekerskade 12", null=True)


class OfferListing(Part):
    """An institution's decision to show an offer to its own students (vermelding).

    Example: `listings { organisation { name } state }`.
    """

    prefix = "listing"
    rule = approved

    offer = part_of(
        "Offer", Inverse("listings", "Institutions that show it to their students."), order=("id",)
    )
    organisation = to_one(
        "Organisation",
        "The institution.",
        Inverse("listings", "Offers that this institution looked at, newest first."),
    )
    state = choice(ListingState, "What the institution decided.", "APPROVED", default=ListingState.PENDING)
    reason = local_text("Why, in words.", "Past bij de opleiding fietstechniek", null=True)

    class Meta:
        unique_together = (("offer", "organisation"),)
