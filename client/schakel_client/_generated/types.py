"""What the client's own methods give.

Generated from schema.graphql by client/tools/generate.py; changes made by hand are lost.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from schakel_client._generated.enums import (
    ActivityKind,
    ActivityStatus,
    AddressKind,
    ApplicationMethod,
    AttendanceMode,
    CertificateCondition,
    CertificateState,
    ClosedReason,
    CompensationKind,
    ContactRole,
    ContractType,
    Direction,
    EducationLevel,
    IdentifierScheme,
    ListingState,
    Locale,
    LocationMode,
    Market,
    OfferKind,
    OfferState,
    OrganisationKind,
    PublicationStatus,
    RLadder,
    SizeClass,
    SkillImportance,
    SuccessionKind,
    Track,
    Visibility,
)

__all__ = [
    "Activity",
    "ActivityLocation",
    "ActivitySeriesRef",
    "Address",
    "AgendaItem",
    "Certificate",
    "Compensation",
    "Condition",
    "Contact",
    "CsrPractice",
    "GroupSize",
    "HoursPerWeek",
    "InitiativeRef",
    "Offer",
    "OfferListing",
    "OfferLocation",
    "OfferSkill",
    "OfferSlot",
    "Organisation",
    "OrganisationIdentifier",
    "OrganisationRef",
    "Publication",
    "Recognition",
    "RegistrationTerms",
    "Succession",
    "ThemeRef",
    "WorkingGroupRef",
]


class Publication(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """How far the node is on its way to the public, and from when until when it can be seen
    (publicatie). Example: `publication { status }`.
    """

    status: PublicationStatus
    """How far the node is on its way to the public. Example: `PUBLISHED`."""
    publish_at: dt.datetime | None = None
    """From when the node can be seen; missing means at once. Example: `2026-12-01T08:00:00Z`."""
    unpublish_at: dt.datetime | None = None
    """Until when the node can be seen; missing means for ever. Example: `2027-12-01T08:00:00Z`."""


class CsrPractice(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """What the organisation does for people, planet and profit (MVO in de praktijk). Example:
    `csrPractice { people }`.
    """

    people: str | None = None
    """What is done for people. Example: `Leerplekken voor iedereen`."""
    planet: str | None = None
    """What is done for the planet. Example: `Alle dozen gaan terug`."""
    profit: str | None = None
    """What is done for a sound business. Example: `Langer gebruik, lagere kosten`."""


class Condition(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A condition of the certificate and whether it is met (voorwaarde). Example: `certificate {
    conditions { code met } }`.
    """

    code: CertificateCondition
    """The condition. Example: `CSR_VISION`."""
    met: bool
    """Whether it is met. Example: `true`."""
    evidence: str | None = None
    """Address of what shows it. Example: `https://example.org/visie`."""


class Certificate(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """The MVO certificate as it stands (certificaat). It never weighs how much an organisation does.
    Example: `certificate { state validUntil }`.
    """

    state: CertificateState
    """How it stands. Example: `GRANTED`."""
    number: str | None = None
    """Number under which it can be verified. Example: `NN-2026-0042`."""
    attested_by: str | None = None
    """The organisation that vouched for it. Example: `Noorderpoort`."""
    attested_at: dt.datetime | None = None
    """When it was vouched for. Example: `2026-03-01T10:00:00Z`."""
    valid_until: dt.date | None = None
    """Last day on which it holds. Example: `2027-03-01`."""
    conditions: tuple[Condition, ...] = ()
    """Conditions of the MVO certificate, by code. Example: `conditions { __typename }`."""


class OrganisationRef(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A school, company, government or society (organisatie). Example: `organisation(by: {slug:
    \"hanze\"}) { name }`.
    """

    id: str
    """Id of the node. Example: `org_01kasw3c9xe8v9m0r2q4t6y8za`."""
    slug: str
    """Readable name in web addresses, unique within the type. Example: `noorderpoort`."""
    name: str
    """What the organisation is called. Example: `Noorderpoort`."""


class ThemeRef(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A subject of circular education (thema), such as textiles. Example: `theme(by: {slug:
    \"textiel\"}) { label }`.
    """

    id: str
    """Id of the node. Example: `theme_01kasw3c9xe8v9m0r2q4t6y8za`."""
    code: str
    """Short code that never changes. Example: `textiel`."""
    label: str
    """What the theme is called. Example: `Textiel`."""


class OrganisationIdentifier(
    msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True
):
    """A code of an organisation in some register (nummer). Example: `identifiers { scheme value }`."""

    scheme: IdentifierScheme
    """The register. Example: `INSTITUTION_CODE`."""
    value: str
    """The code itself. Example: `25BE`."""
    valid_from: dt.date | None = None
    """First day on which the code holds. Example: `2018-01-01`."""
    valid_to: dt.date | None = None
    """Last day on which the code held. Example: `2023-07-31`."""


class Address(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A place where an organisation can be found (adres). Example: `addresses { street houseNumber
    city }`.
    """

    kind: AddressKind
    """What the address is for. Example: `VISIT`."""
    street: str | None = None
    """Street. Example: `Zernikeplein`."""
    house_number: str | None = None
    """House number with what follows it. Example: `7a`."""
    postcode: str | None = None
    """Postcode with a space. Example: `9747 AS`."""
    city: str
    """Town or village. Example: `Groningen`."""
    municipality: str | None = None
    """Municipality. Example: `Groningen`."""
    province: str | None = None
    """Province, ISO 3166-2. Example: `NL-GR`."""
    country: str
    """Country, ISO 3166-1. Example: `NL`."""
    latitude: float | None = None
    """WGS84 latitude in degrees. Example: `53.240123`."""
    longitude: float | None = None
    """WGS84 longitude in degrees. Example: `6.536789`."""


class Contact(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """What somebody at an organisation can be asked about (contactpersoon). Example: `contacts { role
    public }`.
    """

    role: ContactRole
    """What this contact can be asked about. Example: `INTERNSHIPS`."""
    public: bool
    """Whether this contact agreed to be shown. Example: `true`."""


class Recognition(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """Leave to train students of one qualification (erkenning als leerbedrijf). Example: `recognitions
    { crebo places }`.
    """

    leerbedrijf_id: str | None = None
    """Number of the training company. Example: `100123456`."""
    crebo: str
    """Code of the qualification, 5 digits. Example: `25998`."""
    level: EducationLevel | None = None
    """Level of the qualification. Example: `MBO_3`."""
    track: Track | None = None
    """Learning track that the recognition is for. Example: `BBL`."""
    places: int | None = None
    """How many students at once. Example: `4`."""
    valid_until: dt.date | None = None
    """Last day on which the recognition holds. Example: `2028-06-30`."""


class Succession(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """How an organisation came out of another one (opvolging). Example: `predecessors { on predecessor
    { name } }`.
    """

    kind: SuccessionKind
    """How it went. Example: `MERGER`."""
    on: dt.date
    """The first day of the new organisation. Example: `2024-01-01`."""
    predecessor: OrganisationRef | None = None
    """The predecessor that this belongs to. Example: `predecessor { __typename }`."""
    successor: OrganisationRef | None = None
    """The successor that this belongs to. Example: `successor { __typename }`."""


class Organisation(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A school, company, government or society (organisatie). Example: `organisation(by: {slug:
    \"hanze\"}) { name }`.
    """

    id: str
    """Id of the node. Example: `org_01kasw3c9xe8v9m0r2q4t6y8za`."""
    slug: str
    """Readable name in web addresses, unique within the type. Example: `noorderpoort`."""
    created_at: dt.datetime
    """When the node was made. Example: `2026-11-23T18:00:00Z`."""
    updated_at: dt.datetime
    """When the node was last changed. Example: `2026-11-24T09:30:00Z`."""
    version: int
    """Counts the changes; sent along with an update to guard against lost ones. Example: `3`."""
    external_reference: str | None = None
    """The key of this node in the system that it was imported from. Example: `duo:25PW`."""
    publication: Publication
    """How far the node is on its way to the public, and from when until when it can be seen
    (publicatie). Example: `publication { status }`.
    """
    visibility: Visibility
    """Who may see the node once it is published. Example: `PUBLIC`."""
    is_demo: bool
    """Whether the node is made up, to show how Schakel works. Example: `true`."""
    languages: tuple[Locale, ...] = ()
    """The languages in which this node has text (talen). Example: `[NL, EN]`."""
    name: str
    """What the organisation is called. Example: `Noorderpoort`."""
    legal_name: str | None = None
    """Name in the trade register. Example: `Stichting Noorderpoort`."""
    short_name: str | None = None
    """Abbreviation. Example: `NP`."""
    kinds: tuple[OrganisationKind, ...] = ()
    """What the organisation is, main kind first. Example: `[COMPANY]`."""
    summary: str | None = None
    """One or two sentences for lists. Example: `School voor mbo in Groningen`."""
    description: str | None = None
    """Who they are, in paragraphs of Markdown. Example: `Noorderpoort leidt op voor …`."""
    logo_url: str | None = None
    """Picture of the logo. Example: `https://example.org/logo.svg`."""
    website: str | None = None
    """Home page. Example: `https://noorderpoort.nl`."""
    email: str | None = None
    """General address of the organisation, not of a person. Example: `info@example.org`."""
    phone: str | None = None
    """General telephone number. Example: `+31 50 123 45 67`."""
    sbi_codes: tuple[str, ...] = ()
    """Branches of industry, SBI 2008, 2 to 5 digits. Example: `[\"3832\"]`."""
    size_class: SizeClass | None = None
    """How many people work there. Example: `SMALL`."""
    accessibility: str | None = None
    """How to get in, also with a wheelchair. Example: `Lift aanwezig, drempelvrij`."""
    founded_on: dt.date | None = None
    """When it was founded. Example: `1996-08-01`."""
    closed_on: dt.date | None = None
    """When it ceased to exist, for instance in a merger. Example: `2023-01-01`."""
    csr_vision: str | None = None
    """Vision on corporate social responsibility (MVO-visie). Example: `Wij verspillen niets.`."""
    csr_practice: CsrPractice
    """What the organisation does for people, planet and profit (MVO in de praktijk). Example:
    `csrPractice { people }`.
    """
    certificate: Certificate
    """The MVO certificate as it stands (certificaat). It never weighs how much an organisation does.
    Example: `certificate { state validUntil }`.
    """
    r_ladder: tuple[RLadder, ...] = ()
    """Rungs of the R-ladder that the organisation works on. Example: `[R4, R5]`."""
    sdgs: tuple[int, ...] = ()
    """Sustainable Development Goals that it works on, by number. Example: `[8, 12]`."""
    verified_at: dt.datetime | None = None
    """When the entry was last checked by the organisation. Example: `2026-09-01T08:00:00Z`."""
    parent: OrganisationRef | None = None
    """The organisation that this one is a branch of. Example: `parent { __typename }`."""
    themes: tuple[ThemeRef, ...] = ()
    """What the organisation is about, by code. Example: `themes { __typename }`."""
    identifiers: tuple[OrganisationIdentifier, ...] = ()
    """Codes in registers, by scheme. Example: `identifiers { __typename }`."""
    addresses: tuple[Address, ...] = ()
    """Addresses, visiting address first. Example: `addresses { __typename }`."""
    contacts: tuple[Contact, ...] = ()
    """Contacts, by role. Example: `contacts { __typename }`."""
    recognitions: tuple[Recognition, ...] = ()
    """Recognitions as a training company, by crebo. Example: `recognitions { __typename }`."""
    successors: tuple[Succession, ...] = ()
    """What this organisation became, by date. Example: `successors { __typename }`."""
    predecessors: tuple[Succession, ...] = ()
    """What this organisation came out of, by date. Example: `predecessors { __typename }`."""


class HoursPerWeek(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """Hours a week, from fewest to most (uren per week). Example: `hoursPerWeek { min max }`."""

    min: int | None = None
    """Fewest hours a week. Example: `16`."""
    max: int | None = None
    """Most hours a week. Example: `32`."""


class GroupSize(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """Size of the group, from smallest to largest (groepsgrootte). Example: `groupSize { min max }`."""

    min: int | None = None
    """Fewest people at once. Example: `10`."""
    max: int | None = None
    """Most people at once. Example: `25`."""


class Compensation(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """What is paid, in whole cents (vergoeding). Example: `compensation { kind min currency period }`."""

    kind: CompensationKind | None = None
    """What kind of payment. Example: `ALLOWANCE`."""
    min: int | None = None
    """Least, in cents. Example: `45000`."""
    max: int | None = None
    """Most, in cents. Example: `55000`."""
    currency: str | None = None
    """Currency, ISO 4217. Example: `EUR`."""
    period: str | None = None
    """Period that the amount is for, ISO 8601. Example: `P1M`."""
    note: str | None = None
    """What else is good to know. Example: `Reiskosten apart`."""


class InitiativeRef(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A programme, project, lab or network (initiatief). Example: `initiatives { nodes { name } }`."""

    id: str
    """Id of the node. Example: `init_01kasw3c9xe8v9m0r2q4t6y8za`."""
    slug: str
    """Readable name in web addresses, unique within the type. Example: `noorderpoort`."""
    name: str
    """What it is called. Example: `Noordelijk Innovatielab Circulaire Economie`."""


class OfferSkill(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A skill that an offer asks for or teaches (vaardigheid). Example: `skills { name importance }`."""

    name: str
    """The skill. Example: `Lassen`."""
    esco_uri: str | None = None
    """Address of the skill in ESCO. Example: `http://data.europa.eu/esco/skill/…`."""
    importance: SkillImportance | None = None
    """How much it matters. Example: `ESSENTIAL`."""


class OfferLocation(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A place where an offer takes place (locatie). Example: `locations { city }`."""

    street: str | None = None
    """Street. Example: `Blekerskade`."""
    house_number: str | None = None
    """House number with what follows it. Example: `12`."""
    postcode: str | None = None
    """Postcode with a space. Example: `7941 AA`."""
    city: str
    """Town or village. Example: `Meppel`."""
    province: str | None = None
    """Province, ISO 3166-2. Example: `NL-DR`."""
    latitude: float | None = None
    """WGS84 latitude in degrees. Example: `52.695123`."""
    longitude: float | None = None
    """WGS84 longitude in degrees. Example: `6.193456`."""


class OfferSlot(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A dated possibility within an offer, such as one visit (tijdslot). Example: `slots { startsAt
    capacity }`.
    """

    starts_at: dt.datetime
    """Start. Example: `2027-03-10T12:00:00Z`."""
    ends_at: dt.datetime
    """End. Example: `2027-03-10T14:00:00Z`."""
    capacity: int | None = None
    """How many people. Example: `20`."""
    location: str | None = None
    """Where. Example: `Meppel, Blekerskade 12`."""


class OfferListing(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """An institution's decision to show an offer to its own students (vermelding). Example: `listings
    { organisation { name } state }`.
    """

    state: ListingState
    """What the institution decided. Example: `APPROVED`."""
    reason: str | None = None
    """Why, in words. Example: `Past bij de opleiding fietstechniek`."""
    organisation: OrganisationRef | None = None
    """The institution. Example: `organisation { __typename }`."""


class Offer(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """Something offered or asked, such as an internship or a guest lecture (vraag en aanbod). Example:
    `offers(first: 5) { nodes { title } }`.
    """

    id: str
    """Id of the node. Example: `offer_01kasw3c9xe8v9m0r2q4t6y8za`."""
    slug: str
    """Readable name in web addresses, unique within the type. Example: `noorderpoort`."""
    created_at: dt.datetime
    """When the node was made. Example: `2026-11-23T18:00:00Z`."""
    updated_at: dt.datetime
    """When the node was last changed. Example: `2026-11-24T09:30:00Z`."""
    version: int
    """Counts the changes; sent along with an update to guard against lost ones. Example: `3`."""
    external_reference: str | None = None
    """The key of this node in the system that it was imported from. Example: `duo:25PW`."""
    publication: Publication
    """How far the node is on its way to the public, and from when until when it can be seen
    (publicatie). Example: `publication { status }`.
    """
    visibility: Visibility
    """Who may see the node once it is published. Example: `PUBLIC`."""
    is_demo: bool
    """Whether the node is made up, to show how Schakel works. Example: `true`."""
    languages: tuple[Locale, ...] = ()
    """The languages in which this node has text (talen). Example: `[NL, EN]`."""
    title: str
    """One line that says what it is. Example: `Stage in een fietsenwerkplaats`."""
    summary: str | None = None
    """One or two sentences for lists. Example: `Repareer fietsen die anders weg zouden gaan`."""
    description: str | None = None
    """What one does, in paragraphs of Markdown. Example: `Je leert fietsen reviseren …`."""
    market: Market
    """The market that it is on. Example: `STUDENTS`."""
    direction: Direction
    """Offered or asked. Example: `SUPPLY`."""
    kind: OfferKind
    """What it is. Example: `INTERNSHIP_BOL`."""
    audience: str | None = None
    """For whom, in words. Example: `Studenten techniek in het derde jaar`."""
    levels: tuple[EducationLevel, ...] = ()
    """Levels that it fits. Example: `[MBO_3, MBO_4]`."""
    tracks: tuple[Track, ...] = ()
    """Learning tracks that it fits. Example: `[BOL]`."""
    crebos: tuple[str, ...] = ()
    """Qualifications that it fits, 5 digits. Example: `[\"25998\"]`."""
    working_languages: tuple[Locale, ...] = ()
    """Languages in which the work is done. Example: `[NL]`."""
    location_mode: LocationMode | None = None
    """Where the work is done. Example: `ON_SITE`."""
    hours_per_week: HoursPerWeek
    """Hours a week, from fewest to most (uren per week). Example: `hoursPerWeek { min max }`."""
    total_hours: int | None = None
    """Hours in all. Example: `640`."""
    starts_on: dt.date | None = None
    """First day. Example: `2027-02-01`."""
    ends_on: dt.date | None = None
    """Last day. Example: `2027-06-30`."""
    flexible_start: bool
    """Whether it can start on another day. Example: `true`."""
    places: int | None = None
    """How many people. Example: `2`."""
    places_filled: int
    """How many of these places are taken. Example: `1`."""
    group_size: GroupSize
    """Size of the group, from smallest to largest (groepsgrootte). Example: `groupSize { min max }`."""
    compensation: Compensation
    """What is paid, in whole cents (vergoeding). Example: `compensation { kind min currency period }`."""
    contract_type: ContractType | None = None
    """The contract that goes with it. Example: `INTERNSHIP_AGREEMENT`."""
    supervision: str | None = None
    """Who guides, in words. Example: `Een ervaren leermeester, elke dag`."""
    learning_outcomes: str | None = None
    """What one learns. Example: `Lagers vervangen en wielen richten`."""
    deliverables: str | None = None
    """What is there at the end. Example: `Een werkboek voor de volgende stagiair`."""
    r_ladder: tuple[RLadder, ...] = ()
    """Rungs of the R-ladder that it is about. Example: `[R4]`."""
    sdgs: tuple[int, ...] = ()
    """Sustainable Development Goals that it is about, by number. Example: `[12]`."""
    opens_at: dt.datetime | None = None
    """From when one can respond. Example: `2026-11-01T08:00:00Z`."""
    closes_at: dt.datetime | None = None
    """Until when one can respond. Example: `2027-01-15T22:59:59Z`."""
    application_method: ApplicationMethod | None = None
    """How to respond. Example: `PLATFORM`."""
    application_url: str | None = None
    """Page to respond on. Example: `https://example.org/stage`."""
    questions: tuple[str, ...] = ()
    """Questions to answer when responding. Example: `[\"Wanneer kun je beginnen?\"]`."""
    requires_recognition: bool
    """Whether the provider must be a recognised training company for it. Example: `true`."""
    state: OfferState
    """Where it stands in its life. Example: `OPEN`."""
    expires_at: dt.datetime | None = None
    """When it ends by itself, at most 365 days after it opened. Example: `2027-11-01T08:00:00Z`."""
    closed_reason: ClosedReason | None = None
    """Why it closed. Example: `FILLED`."""
    provider: OrganisationRef | None = None
    """Who offers or asks. Example: `provider { __typename }`."""
    initiative: InitiativeRef | None = None
    """The initiative that it is part of. Example: `initiative { __typename }`."""
    themes: tuple[ThemeRef, ...] = ()
    """What it is about, by code. Example: `themes { __typename }`."""
    skills: tuple[OfferSkill, ...] = ()
    """Skills asked or taught, by name. Example: `skills { __typename }`."""
    locations: tuple[OfferLocation, ...] = ()
    """Places where it takes place, by city. Example: `locations { __typename }`."""
    slots: tuple[OfferSlot, ...] = ()
    """Dated possibilities, first one first. Example: `slots { __typename }`."""
    listings: tuple[OfferListing, ...] = ()
    """Institutions that show it to their students. Example: `listings { __typename }`."""


class ActivityLocation(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """Where it takes place, empty when it is online (locatie). Example: `location { name city }`."""

    name: str | None = None
    """Building or host. Example: `Het Grondstoffenlab`."""
    street: str | None = None
    """Street. Example: `Blekerskade`."""
    house_number: str | None = None
    """House number with what follows it. Example: `12`."""
    postcode: str | None = None
    """Postcode with a space. Example: `7941 AA`."""
    city: str | None = None
    """Town or village. Example: `Meppel`."""
    province: str | None = None
    """Province, ISO 3166-2. Example: `NL-DR`."""
    latitude: float | None = None
    """WGS84 latitude in degrees. Example: `52.695123`."""
    longitude: float | None = None
    """WGS84 longitude in degrees. Example: `6.193456`."""


class RegistrationTerms(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """When and how one can register (aanmelding). Example: `registration { opensAt closesAt }`."""

    opens_at: dt.datetime | None = None
    """From when one can register. Example: `2026-10-01T08:00:00Z`."""
    closes_at: dt.datetime | None = None
    """Until when one can register. Example: `2026-11-20T22:59:59Z`."""
    moderated: bool
    """Whether the organiser confirms each registration. Example: `false`."""
    questions: tuple[str, ...] = ()
    """Questions to answer when registering. Example: `[\"Heb je een dieetwens?\"]`."""


class WorkingGroupRef(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """People who work on one question (werkgroep). Example: `workingGroups { nodes { name } }`."""

    id: str
    """Id of the node. Example: `group_01kasw3c9xe8v9m0r2q4t6y8za`."""
    slug: str
    """Readable name in web addresses, unique within the type. Example: `noorderpoort`."""
    name: str
    """What the group is called. Example: `Werkgroep Textiel`."""


class ActivitySeriesRef(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """Activities that belong together (reeks). Example: `activitySeriesList { nodes { title } }`."""

    id: str
    """Id of the node. Example: `series_01kasw3c9xe8v9m0r2q4t6y8za`."""
    slug: str
    """Readable name in web addresses, unique within the type. Example: `noorderpoort`."""
    title: str
    """What the series is called. Example: `Netwerkoverleggen`."""


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A point on the agenda of an activity (agendapunt). Example: `agenda { startsAt title }`."""

    position: int
    """Place on the agenda, from 1. Example: `1`."""
    title: str
    """What it is. Example: `Rondleiding door het lab`."""
    starts_at: dt.datetime | None = None
    """Start. Example: `2026-11-23T13:00:00Z`."""
    minutes: int | None = None
    """How long it takes, in minutes. Example: `45`."""


class Activity(msgspec.Struct, frozen=True, kw_only=True, rename="camel", repr_omit_defaults=True):
    """A meeting, workshop or visit (activiteit). Example: `activities { nodes { title startsAt } }`."""

    id: str
    """Id of the node. Example: `act_01kasw3c9xe8v9m0r2q4t6y8za`."""
    slug: str
    """Readable name in web addresses, unique within the type. Example: `noorderpoort`."""
    created_at: dt.datetime
    """When the node was made. Example: `2026-11-23T18:00:00Z`."""
    updated_at: dt.datetime
    """When the node was last changed. Example: `2026-11-24T09:30:00Z`."""
    version: int
    """Counts the changes; sent along with an update to guard against lost ones. Example: `3`."""
    external_reference: str | None = None
    """The key of this node in the system that it was imported from. Example: `duo:25PW`."""
    publication: Publication
    """How far the node is on its way to the public, and from when until when it can be seen
    (publicatie). Example: `publication { status }`.
    """
    visibility: Visibility
    """Who may see the node once it is published. Example: `PUBLIC`."""
    is_demo: bool
    """Whether the node is made up, to show how Schakel works. Example: `true`."""
    languages: tuple[Locale, ...] = ()
    """The languages in which this node has text (talen). Example: `[NL, EN]`."""
    title: str
    """What it is called. Example: `Netwerkoverleg in Meppel`."""
    summary: str | None = None
    """One or two sentences for lists. Example: `Met een rondleiding door het lab`."""
    description: str | None = None
    """What happens, in paragraphs of Markdown. Example: `We beginnen met …`."""
    kind: ActivityKind
    """What it is. Example: `NETWORK_MEETING`."""
    starts_at: dt.datetime
    """Start. Example: `2026-11-23T12:30:00Z`."""
    ends_at: dt.datetime
    """End. Example: `2026-11-23T16:00:00Z`."""
    timezone: str
    """Time zone of the place, by its IANA name. Example: `Europe/Amsterdam`."""
    status: ActivityStatus
    """Whether it goes on as planned. Example: `SCHEDULED`."""
    attendance_mode: AttendanceMode
    """How one takes part. Example: `OFFLINE`."""
    audience: str | None = None
    """For whom, in words. Example: `Docenten bouw en infra`."""
    levels: tuple[EducationLevel, ...] = ()
    """Levels of education that it is for. Example: `[MBO_4, BACHELOR]`."""
    spoken_languages: tuple[Locale, ...] = ()
    """Languages that are spoken. Example: `[NL]`."""
    location: ActivityLocation
    """Where it takes place, empty when it is online (locatie). Example: `location { name city }`."""
    capacity_physical: int | None = None
    """How many people fit in the room. Example: `40`."""
    capacity_virtual: int | None = None
    """How many people can join online. Example: `100`."""
    waitlist: bool
    """Whether there is a waiting list once it is full (wachtlijst). Example: `true`."""
    registration: RegistrationTerms
    """When and how one can register (aanmelding). Example: `registration { opensAt closesAt }`."""
    ical_uid: str | None = None
    """Unique id in calendars (iCalendar, RFC 5545). Example: `act-42@example.org`."""
    organiser: OrganisationRef | None = None
    """Who organises it. Example: `organiser { __typename }`."""
    co_organisers: tuple[OrganisationRef, ...] = ()
    """Who helps to organise it, by name. Example: `coOrganisers { __typename }`."""
    working_group: WorkingGroupRef | None = None
    """The working group whose activity it is. Example: `workingGroup { __typename }`."""
    series: ActivitySeriesRef | None = None
    """The series that it is one of. Example: `series { __typename }`."""
    initiative: InitiativeRef | None = None
    """The network or programme that it belongs to. Example: `initiative { __typename }`."""
    themes: tuple[ThemeRef, ...] = ()
    """What it is about, by code. Example: `themes { __typename }`."""
    agenda: tuple[AgendaItem, ...] = ()
    """What happens when, first thing first. Example: `agenda { __typename }`."""
