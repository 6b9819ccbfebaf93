"""What `where` and `order_by` can hold.

Generated from schema.graphql by client/tools/generate.py; changes made by hand are lost.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict

from schakel_client._generated.enums import (
    ActivityKind,
    ActivityOrderField,
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
    Curation,
    DeliveryMode,
    Direction,
    EducationLevel,
    EndUser,
    IdentifierScheme,
    InitiativeKind,
    InitiativeScope,
    InitiativeStage,
    JoinMode,
    ListingState,
    Locale,
    LocationMode,
    Market,
    MembershipRole,
    OfferKind,
    OfferOrderField,
    OfferState,
    OrderDirection,
    OrganisationKind,
    OrganisationOrderField,
    PartnerRole,
    PublicationStatus,
    ResourceKind,
    RLadder,
    SizeClass,
    SkillImportance,
    StudyCodeType,
    StudyLoadUnit,
    StudyMode,
    StudyType,
    SuccessionKind,
    Track,
    Visibility,
    WorkingGroupState,
)

__all__ = [
    "ActivityKindFilter",
    "ActivityKindValue",
    "ActivityManyFilter",
    "ActivityOrder",
    "ActivityOrderFieldValue",
    "ActivitySeriesManyFilter",
    "ActivitySeriesWhere",
    "ActivityStatusFilter",
    "ActivityStatusValue",
    "ActivityWhere",
    "AddressKindFilter",
    "AddressKindValue",
    "AddressManyFilter",
    "AddressWhere",
    "AgendaItemManyFilter",
    "AgendaItemWhere",
    "ApplicationMethodFilter",
    "ApplicationMethodValue",
    "AttendanceModeFilter",
    "AttendanceModeValue",
    "BooleanFilter",
    "CertificateConditionFilter",
    "CertificateConditionValue",
    "CertificateStateFilter",
    "CertificateStateValue",
    "ClosedReasonFilter",
    "ClosedReasonValue",
    "CompensationKindFilter",
    "CompensationKindValue",
    "ConditionManyFilter",
    "ConditionWhere",
    "ContactManyFilter",
    "ContactRoleFilter",
    "ContactRoleValue",
    "ContactWhere",
    "ContractTypeFilter",
    "ContractTypeValue",
    "CourseCodeManyFilter",
    "CourseCodeWhere",
    "CourseLocationManyFilter",
    "CourseLocationWhere",
    "CourseManyFilter",
    "CourseWhere",
    "CurationFilter",
    "CurationValue",
    "DateFilter",
    "DateTimeFilter",
    "DeliveryModeListFilter",
    "DeliveryModeValue",
    "DirectionFilter",
    "DirectionValue",
    "EducationLevelFilter",
    "EducationLevelListFilter",
    "EducationLevelValue",
    "EndUserListFilter",
    "EndUserValue",
    "FloatFilter",
    "IdFilter",
    "IdentifierSchemeFilter",
    "IdentifierSchemeValue",
    "InitiativeGoalManyFilter",
    "InitiativeGoalWhere",
    "InitiativeKindFilter",
    "InitiativeKindValue",
    "InitiativeManyFilter",
    "InitiativePartnerManyFilter",
    "InitiativePartnerWhere",
    "InitiativeScopeFilter",
    "InitiativeScopeValue",
    "InitiativeStageFilter",
    "InitiativeStageValue",
    "InitiativeWhere",
    "IntFilter",
    "IntListFilter",
    "JoinModeFilter",
    "JoinModeValue",
    "ListingStateFilter",
    "ListingStateValue",
    "LocaleFilter",
    "LocaleListFilter",
    "LocaleValue",
    "LocationModeFilter",
    "LocationModeValue",
    "MarketFilter",
    "MarketValue",
    "MembershipManyFilter",
    "MembershipRoleFilter",
    "MembershipRoleValue",
    "MembershipWhere",
    "Near",
    "OfferKindFilter",
    "OfferKindValue",
    "OfferListingManyFilter",
    "OfferListingWhere",
    "OfferLocationManyFilter",
    "OfferLocationWhere",
    "OfferManyFilter",
    "OfferOrder",
    "OfferOrderFieldValue",
    "OfferSkillManyFilter",
    "OfferSkillWhere",
    "OfferSlotManyFilter",
    "OfferSlotWhere",
    "OfferStateFilter",
    "OfferStateValue",
    "OfferWhere",
    "OrderDirectionValue",
    "OrganisationIdentifierBy",
    "OrganisationIdentifierManyFilter",
    "OrganisationIdentifierWhere",
    "OrganisationKindListFilter",
    "OrganisationKindValue",
    "OrganisationManyFilter",
    "OrganisationOrder",
    "OrganisationOrderFieldValue",
    "OrganisationWhere",
    "PartnerRoleFilter",
    "PartnerRoleValue",
    "ProgrammeCodeManyFilter",
    "ProgrammeCodeWhere",
    "ProgrammeLocationManyFilter",
    "ProgrammeLocationWhere",
    "ProgrammeManyFilter",
    "ProgrammeWhere",
    "PublicationStatusFilter",
    "PublicationStatusValue",
    "RLadderListFilter",
    "RLadderValue",
    "RecognitionManyFilter",
    "RecognitionWhere",
    "RecommendationManyFilter",
    "RecommendationWhere",
    "ResourceKindFilter",
    "ResourceKindValue",
    "ResourceManyFilter",
    "ResourceWhere",
    "SizeClassFilter",
    "SizeClassValue",
    "SkillImportanceFilter",
    "SkillImportanceValue",
    "StudyCodeTypeFilter",
    "StudyCodeTypeValue",
    "StudyLoadUnitFilter",
    "StudyLoadUnitValue",
    "StudyModeFilter",
    "StudyModeValue",
    "StudyTypeFilter",
    "StudyTypeValue",
    "SuccessionKindFilter",
    "SuccessionKindValue",
    "SuccessionManyFilter",
    "SuccessionWhere",
    "TextFilter",
    "TextListFilter",
    "ThemeManyFilter",
    "ThemeWhere",
    "TrackFilter",
    "TrackListFilter",
    "TrackValue",
    "UrlFilter",
    "VisibilityFilter",
    "VisibilityValue",
    "WorkingGroupManyFilter",
    "WorkingGroupStateFilter",
    "WorkingGroupStateValue",
    "WorkingGroupWhere",
]

ActivityKindValue: TypeAlias = (
    ActivityKind
    | Literal[
        "NETWORK_MEETING",
        "WORK_SESSION",
        "WORKING_GROUP_MEETING",
        "CONFERENCE",
        "WORKSHOP",
        "SITE_VISIT",
        "WEBINAR",
        "GUEST_LECTURE",
        "TRAINING",
        "HACKATHON",
        "OPEN_DAY",
    ]
)
ActivityOrderFieldValue: TypeAlias = (
    ActivityOrderField
    | Literal[
        "CREATED_AT",
        "UPDATED_AT",
        "TITLE",
        "KIND",
        "STARTS_AT",
        "ENDS_AT",
        "LOCATION_CITY",
        "REGISTRATION_OPENS_AT",
        "REGISTRATION_CLOSES_AT",
        "DISTANCE",
        "RELEVANCE",
    ]
)
ActivityStatusValue: TypeAlias = (
    ActivityStatus
    | Literal["SCHEDULED", "RESCHEDULED", "POSTPONED", "MOVED_ONLINE", "CANCELLED", "COMPLETED"]
)
AddressKindValue: TypeAlias = AddressKind | Literal["VISIT", "POSTAL", "TEACHING"]
ApplicationMethodValue: TypeAlias = (
    ApplicationMethod | Literal["PLATFORM", "EXTERNAL_URL", "EMAIL", "VIA_SCHOOL"]
)
AttendanceModeValue: TypeAlias = AttendanceMode | Literal["OFFLINE", "ONLINE", "MIXED"]
CertificateConditionValue: TypeAlias = (
    CertificateCondition | Literal["REGISTERED", "ATTESTED", "CSR_VISION", "PROOF"]
)
CertificateStateValue: TypeAlias = (
    CertificateState | Literal["NONE", "PENDING", "GRANTED", "EXPIRED", "SUSPENDED", "WITHDRAWN"]
)
ClosedReasonValue: TypeAlias = (
    ClosedReason | Literal["FILLED", "FILLED_ELSEWHERE", "NO_LONGER_NEEDED", "NO_RESPONSE", "OTHER"]
)
CompensationKindValue: TypeAlias = (
    CompensationKind | Literal["NONE", "ALLOWANCE", "SALARY", "EXPENSES", "FEE", "VOLUNTEER_FEE", "TO_AGREE"]
)
ContactRoleValue: TypeAlias = (
    ContactRole | Literal["NETWORK_CONTACT", "INTERNSHIPS", "PROJECTS", "PRESS", "GENERAL"]
)
ContractTypeValue: TypeAlias = (
    ContractType | Literal["INTERNSHIP_AGREEMENT", "EMPLOYMENT", "ASSIGNMENT", "VOLUNTEER_AGREEMENT", "NONE"]
)
CurationValue: TypeAlias = Curation | Literal["NONE", "REVIEWED", "RECOMMENDED"]
DeliveryModeValue: TypeAlias = (
    DeliveryMode
    | Literal["PRESENTIAL", "ONLINE", "BLENDED", "HYBRID", "PROJECT_BASED", "RESEARCH_BASED", "WORK_BASED"]
)
DirectionValue: TypeAlias = Direction | Literal["SUPPLY", "DEMAND"]
EducationLevelValue: TypeAlias = (
    EducationLevel | Literal["VMBO", "MBO_1", "MBO_2", "MBO_3", "MBO_4", "AD", "BACHELOR", "MASTER", "ANY"]
)
EndUserValue: TypeAlias = EndUser | Literal["TEACHER", "LEARNER", "MANAGER", "COMPANY"]
IdentifierSchemeValue: TypeAlias = (
    IdentifierScheme
    | Literal[
        "KVK",
        "KVK_ESTABLISHMENT",
        "RSIN",
        "INSTITUTION_CODE",
        "RIO_BOARD",
        "RIO_OFFERER",
        "RIO_LOCATION",
        "LEERBEDRIJF_ID",
        "OIN",
        "SCHAC_HOME",
        "ROR",
        "WIKIDATA",
        "LEI",
        "OTHER",
    ]
)
InitiativeKindValue: TypeAlias = (
    InitiativeKind
    | Literal["PROGRAMME", "PROJECT", "LAB", "NETWORK", "COOPERATIVE", "COMMUNITY", "LIVING_LAB"]
)
InitiativeScopeValue: TypeAlias = InitiativeScope | Literal["LOCAL", "REGIONAL", "NATIONAL", "EUROPEAN"]
InitiativeStageValue: TypeAlias = InitiativeStage | Literal["SPARK", "CONNECTED", "EMBEDDED", "ENDED"]
JoinModeValue: TypeAlias = JoinMode | Literal["OPEN", "ON_REQUEST", "INVITE"]
ListingStateValue: TypeAlias = (
    ListingState | Literal["PENDING", "IN_PROGRESS", "APPROVED", "DECLINED", "EXPIRED"]
)
LocaleValue: TypeAlias = Locale | Literal["NL", "EN", "FY", "DE"]
LocationModeValue: TypeAlias = LocationMode | Literal["ON_SITE", "HYBRID", "REMOTE", "AT_SCHOOL"]
MarketValue: TypeAlias = Market | Literal["STUDENTS", "TEACHERS"]
MembershipRoleValue: TypeAlias = (
    MembershipRole | Literal["MEMBER", "CHAIR", "COORDINATOR", "PARTNER", "OBSERVER"]
)
OfferKindValue: TypeAlias = (
    OfferKind
    | Literal[
        "INTERNSHIP_BOL",
        "APPRENTICESHIP_BBL",
        "INTERNSHIP_HBO",
        "GRADUATION",
        "RESEARCH",
        "PROJECT",
        "CHALLENGE",
        "TEMPORARY_JOB",
        "PERMANENT_JOB",
        "SIDE_JOB",
        "VOLUNTEER",
        "ORIENTATION",
        "GUEST_LECTURE",
        "COMPANY_VISIT",
        "RESEARCH_PROJECT",
        "TEACHER_INTERNSHIP",
        "COURSE_DEVELOPMENT",
        "JURY",
        "EQUIPMENT",
    ]
)
OfferOrderFieldValue: TypeAlias = (
    OfferOrderField
    | Literal[
        "CREATED_AT",
        "UPDATED_AT",
        "TITLE",
        "KIND",
        "HOURS_PER_WEEK_MIN",
        "TOTAL_HOURS",
        "STARTS_ON",
        "ENDS_ON",
        "PLACES",
        "COMPENSATION_MIN",
        "OPENS_AT",
        "CLOSES_AT",
        "EXPIRES_AT",
        "DISTANCE",
        "RELEVANCE",
    ]
)
OfferStateValue: TypeAlias = (
    OfferState | Literal["DRAFT", "SUBMITTED", "OPEN", "PAUSED", "FILLED", "CLOSED", "EXPIRED", "WITHDRAWN"]
)
OrderDirectionValue: TypeAlias = OrderDirection | Literal["ASC", "DESC"]
OrganisationKindValue: TypeAlias = (
    OrganisationKind
    | Literal[
        "MBO_INSTITUTION",
        "HBO_INSTITUTION",
        "UNIVERSITY",
        "VMBO_SCHOOL",
        "COMPANY",
        "SELF_EMPLOYED",
        "SOCIAL_ENTERPRISE",
        "MUNICIPALITY",
        "PROVINCE",
        "WATER_AUTHORITY",
        "NATIONAL_GOVERNMENT",
        "NGO",
        "NETWORK",
        "KNOWLEDGE_INSTITUTE",
        "SECTOR_ASSOCIATION",
    ]
)
OrganisationOrderFieldValue: TypeAlias = (
    OrganisationOrderField
    | Literal[
        "CREATED_AT", "UPDATED_AT", "NAME", "SIZE_CLASS", "FOUNDED_ON", "VERIFIED_AT", "DISTANCE", "RELEVANCE"
    ]
)
PartnerRoleValue: TypeAlias = PartnerRole | Literal["LEAD", "PARTNER", "SUPPORTER", "FUNDER"]
PublicationStatusValue: TypeAlias = PublicationStatus | Literal["DRAFT", "IN_REVIEW", "PUBLISHED", "ARCHIVED"]
RLadderValue: TypeAlias = RLadder | Literal["R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9"]
ResourceKindValue: TypeAlias = (
    ResourceKind
    | Literal[
        "LESSON",
        "LESSON_SERIES",
        "ASSIGNMENT",
        "CASE",
        "ARTICLE",
        "REPORT",
        "VIDEO",
        "PRESENTATION",
        "TOOL",
        "DATASET",
        "POLICY_CASE",
        "BUSINESS_CASE",
        "MINUTES",
        "MODULE",
    ]
)
SizeClassValue: TypeAlias = SizeClass | Literal["SOLO", "MICRO", "SMALL", "MEDIUM", "LARGE"]
SkillImportanceValue: TypeAlias = SkillImportance | Literal["ESSENTIAL", "OPTIONAL"]
StudyCodeTypeValue: TypeAlias = (
    StudyCodeType | Literal["CREBO", "CROHO", "RIO", "ELECTIVE", "EDUBADGE", "OTHER"]
)
StudyLoadUnitValue: TypeAlias = StudyLoadUnit | Literal["ECTS", "SBU", "CONTACT_TIME", "SP", "HOUR"]
StudyModeValue: TypeAlias = StudyMode | Literal["FULL_TIME", "PART_TIME", "DUAL", "SELF_PACED"]
StudyTypeValue: TypeAlias = (
    StudyType
    | Literal[
        "PROGRAMME", "MINOR", "SPECIALISATION", "TRACK", "ELECTIVE", "COURSE", "MODULE", "MICROCREDENTIAL"
    ]
)
SuccessionKindValue: TypeAlias = SuccessionKind | Literal["MERGER", "RENAMING", "SPLIT", "TAKEOVER"]
TrackValue: TypeAlias = Track | Literal["BOL", "BBL", "DERDE_LEERWEG", "FULL_TIME", "PART_TIME", "DUAL"]
VisibilityValue: TypeAlias = Visibility | Literal["PUBLIC", "NETWORK", "ORGANISATION", "GROUP", "PRIVATE"]
WorkingGroupStateValue: TypeAlias = WorkingGroupState | Literal["FORMING", "ACTIVE", "DORMANT", "CLOSED"]


class ActivityKindFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: ActivityKindValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[ActivityKindValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[ActivityKindValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class ActivityManyFilter(TypedDict, total=False):
    """Which related rows of Activity there must be."""

    some: ActivityWhere
    """At least one meets this."""
    none: ActivityWhere
    """None meets this."""


class ActivityOrder(TypedDict):
    """One step of an order."""

    field: ActivityOrderFieldValue
    """What to order by."""
    direction: NotRequired[OrderDirectionValue]
    """Which way; ASC when not given."""


class ActivitySeriesManyFilter(TypedDict, total=False):
    """Which related rows of ActivitySeries there must be."""

    some: ActivitySeriesWhere
    """At least one meets this."""
    none: ActivitySeriesWhere
    """None meets this."""


class ActivitySeriesWhere(TypedDict, total=False):
    """Which activitySeriesList to keep; fields side by side mean AND."""

    AND: Sequence[ActivitySeriesWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ActivitySeriesWhere]
    """At least one of these holds; false when empty."""
    NOT: ActivitySeriesWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    title: TextFilter
    """What the series is called."""
    summary: TextFilter
    """One or two sentences for lists."""
    organiser: OrganisationWhere
    """The related Organisation meets this."""
    themes: ThemeManyFilter
    """What it is about, by code."""
    activities: ActivityManyFilter
    """Activities of this series, upcoming first."""


class ActivityStatusFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: ActivityStatusValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[ActivityStatusValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[ActivityStatusValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class ActivityWhere(TypedDict, total=False):
    """Which activities to keep; fields side by side mean AND."""

    AND: Sequence[ActivityWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ActivityWhere]
    """At least one of these holds; false when empty."""
    NOT: ActivityWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    title: TextFilter
    """What it is called."""
    summary: TextFilter
    """One or two sentences for lists."""
    kind: ActivityKindFilter
    """What it is."""
    starts_at: DateTimeFilter
    """Start."""
    ends_at: DateTimeFilter
    """End."""
    status: ActivityStatusFilter
    """Whether it goes on as planned."""
    attendance_mode: AttendanceModeFilter
    """How one takes part."""
    levels: EducationLevelListFilter
    """Levels of education that it is for."""
    spoken_languages: LocaleListFilter
    """Languages that are spoken."""
    location_postcode: TextFilter
    """Postcode with a space."""
    location_city: TextFilter
    """Town or village."""
    location_province: TextFilter
    """Province, ISO 3166-2."""
    location_latitude: FloatFilter
    """WGS84 latitude in degrees."""
    location_longitude: FloatFilter
    """WGS84 longitude in degrees."""
    capacity_physical: IntFilter
    """How many people fit in the room."""
    capacity_virtual: IntFilter
    """How many people can join online."""
    waitlist: BooleanFilter
    """Whether there is a waiting list once it is full (wachtlijst)."""
    registration_opens_at: DateTimeFilter
    """From when one can register."""
    registration_closes_at: DateTimeFilter
    """Until when one can register."""
    registration_moderated: BooleanFilter
    """Whether the organiser confirms each registration."""
    ical_uid: TextFilter
    """Unique id in calendars (iCalendar, RFC 5545)."""
    organiser: OrganisationWhere
    """The related Organisation meets this."""
    co_organisers: OrganisationManyFilter
    """Who helps to organise it, by name."""
    working_group: WorkingGroupWhere
    """The related WorkingGroup meets this."""
    series: ActivitySeriesWhere
    """The related ActivitySeries meets this."""
    initiative: InitiativeWhere
    """The related Initiative meets this."""
    related_offers: OfferManyFilter
    """Offers that it came out of or is about, newest first."""
    themes: ThemeManyFilter
    """What it is about, by code."""
    agenda: AgendaItemManyFilter
    """What happens when, first thing first."""
    resources: ResourceManyFilter
    """Material and accounts of this activity, newest first."""


class AddressKindFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: AddressKindValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[AddressKindValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[AddressKindValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class AddressManyFilter(TypedDict, total=False):
    """Which related rows of Address there must be."""

    some: AddressWhere
    """At least one meets this."""
    none: AddressWhere
    """None meets this."""


class AddressWhere(TypedDict, total=False):
    """Which Address to keep; fields side by side mean AND."""

    AND: Sequence[AddressWhere]
    """All of these hold; true when empty."""
    OR: Sequence[AddressWhere]
    """At least one of these holds; false when empty."""
    NOT: AddressWhere
    """This does not hold."""
    kind: AddressKindFilter
    """What the address is for."""
    street: TextFilter
    """Street."""
    house_number: TextFilter
    """House number with what follows it."""
    postcode: TextFilter
    """Postcode with a space."""
    city: TextFilter
    """Town or village."""
    municipality: TextFilter
    """Municipality."""
    province: TextFilter
    """Province, ISO 3166-2."""
    country: TextFilter
    """Country, ISO 3166-1."""
    latitude: FloatFilter
    """WGS84 latitude in degrees."""
    longitude: FloatFilter
    """WGS84 longitude in degrees."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""


class AgendaItemManyFilter(TypedDict, total=False):
    """Which related rows of AgendaItem there must be."""

    some: AgendaItemWhere
    """At least one meets this."""
    none: AgendaItemWhere
    """None meets this."""


class AgendaItemWhere(TypedDict, total=False):
    """Which AgendaItem to keep; fields side by side mean AND."""

    AND: Sequence[AgendaItemWhere]
    """All of these hold; true when empty."""
    OR: Sequence[AgendaItemWhere]
    """At least one of these holds; false when empty."""
    NOT: AgendaItemWhere
    """This does not hold."""
    position: IntFilter
    """Place on the agenda, from 1."""
    title: TextFilter
    """What it is."""
    starts_at: DateTimeFilter
    """Start."""
    minutes: IntFilter
    """How long it takes, in minutes."""
    activity: ActivityWhere
    """The related Activity meets this."""


class ApplicationMethodFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: ApplicationMethodValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[ApplicationMethodValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[ApplicationMethodValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class AttendanceModeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: AttendanceModeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[AttendanceModeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[AttendanceModeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class BooleanFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: bool
    """Exactly this; null is refused, use isNull."""
    is_null: bool
    """Whether the value is missing."""


class CertificateConditionFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: CertificateConditionValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[CertificateConditionValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[CertificateConditionValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class CertificateStateFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: CertificateStateValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[CertificateStateValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[CertificateStateValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class ClosedReasonFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: ClosedReasonValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[ClosedReasonValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[ClosedReasonValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class CompensationKindFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: CompensationKindValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[CompensationKindValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[CompensationKindValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class ConditionManyFilter(TypedDict, total=False):
    """Which related rows of Condition there must be."""

    some: ConditionWhere
    """At least one meets this."""
    none: ConditionWhere
    """None meets this."""


class ConditionWhere(TypedDict, total=False):
    """Which Condition to keep; fields side by side mean AND."""

    AND: Sequence[ConditionWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ConditionWhere]
    """At least one of these holds; false when empty."""
    NOT: ConditionWhere
    """This does not hold."""
    code: CertificateConditionFilter
    """The condition."""
    met: BooleanFilter
    """Whether it is met."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""


class ContactManyFilter(TypedDict, total=False):
    """Which related rows of Contact there must be."""

    some: ContactWhere
    """At least one meets this."""
    none: ContactWhere
    """None meets this."""


class ContactRoleFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: ContactRoleValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[ContactRoleValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[ContactRoleValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class ContactWhere(TypedDict, total=False):
    """Which Contact to keep; fields side by side mean AND."""

    AND: Sequence[ContactWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ContactWhere]
    """At least one of these holds; false when empty."""
    NOT: ContactWhere
    """This does not hold."""
    role: ContactRoleFilter
    """What this contact can be asked about."""
    public: BooleanFilter
    """Whether this contact agreed to be shown."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""


class ContractTypeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: ContractTypeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[ContractTypeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[ContractTypeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class CourseCodeManyFilter(TypedDict, total=False):
    """Which related rows of CourseCode there must be."""

    some: CourseCodeWhere
    """At least one meets this."""
    none: CourseCodeWhere
    """None meets this."""


class CourseCodeWhere(TypedDict, total=False):
    """Which CourseCode to keep; fields side by side mean AND."""

    AND: Sequence[CourseCodeWhere]
    """All of these hold; true when empty."""
    OR: Sequence[CourseCodeWhere]
    """At least one of these holds; false when empty."""
    NOT: CourseCodeWhere
    """This does not hold."""
    type: StudyCodeTypeFilter
    """The list that the code comes from."""
    value: TextFilter
    """The code itself."""
    course: CourseWhere
    """The related Course meets this."""


class CourseLocationManyFilter(TypedDict, total=False):
    """Which related rows of CourseLocation there must be."""

    some: CourseLocationWhere
    """At least one meets this."""
    none: CourseLocationWhere
    """None meets this."""


class CourseLocationWhere(TypedDict, total=False):
    """Which CourseLocation to keep; fields side by side mean AND."""

    AND: Sequence[CourseLocationWhere]
    """All of these hold; true when empty."""
    OR: Sequence[CourseLocationWhere]
    """At least one of these holds; false when empty."""
    NOT: CourseLocationWhere
    """This does not hold."""
    name: TextFilter
    """Building or campus."""
    city: TextFilter
    """Town or village."""
    province: TextFilter
    """Province, ISO 3166-2."""
    latitude: FloatFilter
    """WGS84 latitude in degrees."""
    longitude: FloatFilter
    """WGS84 longitude in degrees."""
    course: CourseWhere
    """The related Course meets this."""


class CourseManyFilter(TypedDict, total=False):
    """Which related rows of Course there must be."""

    some: CourseWhere
    """At least one meets this."""
    none: CourseWhere
    """None meets this."""


class CourseWhere(TypedDict, total=False):
    """Which courses to keep; fields side by side mean AND."""

    AND: Sequence[CourseWhere]
    """All of these hold; true when empty."""
    OR: Sequence[CourseWhere]
    """At least one of these holds; false when empty."""
    NOT: CourseWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    primary_code: TextFilter
    """The code that the institution itself uses."""
    type: StudyTypeFilter
    """What kind of education it is."""
    name: TextFilter
    """What it is called."""
    abbreviation: TextFilter
    """The short form of its name."""
    summary: TextFilter
    """One or two sentences for lists."""
    level: EducationLevelFilter
    """Level of education."""
    eqf: IntFilter
    """Level of the European Qualifications Framework, 1 to 8."""
    track: TrackFilter
    """Learning track."""
    mode: StudyModeFilter
    """How study and the rest of the week go together."""
    delivery_modes: DeliveryModeListFilter
    """How the lessons are given."""
    qualification: TextFilter
    """Code of the qualification: crebo in mbo, croho in hbo, 5 digits."""
    study_load_value: FloatFilter
    """The number."""
    study_load_unit: StudyLoadUnitFilter
    """What it is counted in."""
    fields_of_study: TextListFilter
    """Fields of study, ISCED-F, 2 to 6 digits."""
    teaching_languages: LocaleListFilter
    """Languages in which is taught."""
    website: UrlFilter
    """Its page at the institution."""
    offerer: OrganisationWhere
    """The related Organisation meets this."""
    programmes: ProgrammeManyFilter
    """Programmes that it belongs to, by name."""
    themes: ThemeManyFilter
    """What it is about, by code."""
    other_codes: CourseCodeManyFilter
    """Codes in other lists, by type."""
    locations: CourseLocationManyFilter
    """Places where it is given, by city."""
    resources: ResourceManyFilter
    """Resources that are used in this course, newest first."""


class CurationFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: CurationValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[CurationValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[CurationValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class DateFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: dt.date
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[dt.date]
    """One of these; nothing when empty."""
    gt: dt.date
    """More or later than this."""
    gte: dt.date
    """This, more or later."""
    lt: dt.date
    """Less or earlier than this."""
    lte: dt.date
    """This, less or earlier."""
    is_null: bool
    """Whether the value is missing."""


class DateTimeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: dt.datetime
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[dt.datetime]
    """One of these; nothing when empty."""
    gt: dt.datetime
    """More or later than this."""
    gte: dt.datetime
    """This, more or later."""
    lt: dt.datetime
    """Less or earlier than this."""
    lte: dt.datetime
    """This, less or earlier."""
    is_null: bool
    """Whether the value is missing."""


class DeliveryModeListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: DeliveryModeValue
    """Has this among its values."""
    has_any: Sequence[DeliveryModeValue]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[DeliveryModeValue]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class DirectionFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: DirectionValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[DirectionValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[DirectionValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class EducationLevelFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: EducationLevelValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[EducationLevelValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[EducationLevelValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class EducationLevelListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: EducationLevelValue
    """Has this among its values."""
    has_any: Sequence[EducationLevelValue]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[EducationLevelValue]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class EndUserListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: EndUserValue
    """Has this among its values."""
    has_any: Sequence[EndUserValue]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[EndUserValue]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class FloatFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: float
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[float]
    """One of these; nothing when empty."""
    gt: float
    """More or later than this."""
    gte: float
    """This, more or later."""
    lt: float
    """Less or earlier than this."""
    lte: float
    """This, less or earlier."""
    is_null: bool
    """Whether the value is missing."""


class IdFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: str
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[str]
    """One of these; nothing when empty."""


class IdentifierSchemeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: IdentifierSchemeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[IdentifierSchemeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[IdentifierSchemeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class InitiativeGoalManyFilter(TypedDict, total=False):
    """Which related rows of InitiativeGoal there must be."""

    some: InitiativeGoalWhere
    """At least one meets this."""
    none: InitiativeGoalWhere
    """None meets this."""


class InitiativeGoalWhere(TypedDict, total=False):
    """Which InitiativeGoal to keep; fields side by side mean AND."""

    AND: Sequence[InitiativeGoalWhere]
    """All of these hold; true when empty."""
    OR: Sequence[InitiativeGoalWhere]
    """At least one of these holds; false when empty."""
    NOT: InitiativeGoalWhere
    """This does not hold."""
    position: IntFilter
    """Place in the list, from 1."""
    text: TextFilter
    """The goal in a sentence."""
    initiative: InitiativeWhere
    """The related Initiative meets this."""


class InitiativeKindFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: InitiativeKindValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[InitiativeKindValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[InitiativeKindValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class InitiativeManyFilter(TypedDict, total=False):
    """Which related rows of Initiative there must be."""

    some: InitiativeWhere
    """At least one meets this."""
    none: InitiativeWhere
    """None meets this."""


class InitiativePartnerManyFilter(TypedDict, total=False):
    """Which related rows of InitiativePartner there must be."""

    some: InitiativePartnerWhere
    """At least one meets this."""
    none: InitiativePartnerWhere
    """None meets this."""


class InitiativePartnerWhere(TypedDict, total=False):
    """Which InitiativePartner to keep; fields side by side mean AND."""

    AND: Sequence[InitiativePartnerWhere]
    """All of these hold; true when empty."""
    OR: Sequence[InitiativePartnerWhere]
    """At least one of these holds; false when empty."""
    NOT: InitiativePartnerWhere
    """This does not hold."""
    role: PartnerRoleFilter
    """What the organisation is to the initiative; the weightiest one of several."""
    from_: DateFilter
    """First day on which it took part."""
    to: DateFilter
    """Last day on which it took part; missing while it does."""
    initiative: InitiativeWhere
    """The related Initiative meets this."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""


class InitiativeScopeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: InitiativeScopeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[InitiativeScopeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[InitiativeScopeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class InitiativeStageFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: InitiativeStageValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[InitiativeStageValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[InitiativeStageValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class InitiativeWhere(TypedDict, total=False):
    """Which initiatives to keep; fields side by side mean AND."""

    AND: Sequence[InitiativeWhere]
    """All of these hold; true when empty."""
    OR: Sequence[InitiativeWhere]
    """At least one of these holds; false when empty."""
    NOT: InitiativeWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    name: TextFilter
    """What it is called."""
    short_name: TextFilter
    """Abbreviation."""
    kind: InitiativeKindFilter
    """What it is."""
    scope: InitiativeScopeFilter
    """How far it reaches."""
    stage: InitiativeStageFilter
    """How far it has come."""
    summary: TextFilter
    """One or two sentences for lists."""
    starts_on: DateFilter
    """First day."""
    ends_on: DateFilter
    """Last day; missing while it goes on."""
    website: UrlFilter
    """Home page."""
    sdgs: IntListFilter
    """Sustainable Development Goals that it works on, by number."""
    parent: InitiativeWhere
    """The related Initiative meets this."""
    children: InitiativeManyFilter
    """Initiatives that are part of this one, by name."""
    themes: ThemeManyFilter
    """What it is about, by code."""
    partners: InitiativePartnerManyFilter
    """Organisations in it with their role, leading one first."""
    goals: InitiativeGoalManyFilter
    """What it wants to reach, first one first."""
    offers: OfferManyFilter
    """Offers that are part of this initiative, newest first."""
    working_groups: WorkingGroupManyFilter
    """Working groups of this initiative, by name."""
    activities: ActivityManyFilter
    """Activities of this initiative, upcoming first."""
    memberships: MembershipManyFilter
    """Members of this network, newest first."""
    resources: ResourceManyFilter
    """Resources of this initiative, newest first."""


class IntFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: int
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[int]
    """One of these; nothing when empty."""
    gt: int
    """More or later than this."""
    gte: int
    """This, more or later."""
    lt: int
    """Less or earlier than this."""
    lte: int
    """This, less or earlier."""
    is_null: bool
    """Whether the value is missing."""


class IntListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: int
    """Has this among its values."""
    has_any: Sequence[int]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[int]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class JoinModeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: JoinModeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[JoinModeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[JoinModeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class ListingStateFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: ListingStateValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[ListingStateValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[ListingStateValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class LocaleFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: LocaleValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[LocaleValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[LocaleValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class LocaleListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: LocaleValue
    """Has this among its values."""
    has_any: Sequence[LocaleValue]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[LocaleValue]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class LocationModeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: LocationModeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[LocationModeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[LocationModeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class MarketFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: MarketValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[MarketValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[MarketValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class MembershipManyFilter(TypedDict, total=False):
    """Which related rows of Membership there must be."""

    some: MembershipWhere
    """At least one meets this."""
    none: MembershipWhere
    """None meets this."""


class MembershipRoleFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: MembershipRoleValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[MembershipRoleValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[MembershipRoleValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class MembershipWhere(TypedDict, total=False):
    """Which memberships to keep; fields side by side mean AND."""

    AND: Sequence[MembershipWhere]
    """All of these hold; true when empty."""
    OR: Sequence[MembershipWhere]
    """At least one of these holds; false when empty."""
    NOT: MembershipWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    role: MembershipRoleFilter
    """What the member is in the network."""
    since: DateFilter
    """First day of the membership, where it is known."""
    until: DateFilter
    """Last day; missing while it goes on."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""
    network: InitiativeWhere
    """The related Initiative meets this."""


class Near(TypedDict):
    """A circle on the map, around a position or a place."""

    latitude: NotRequired[float]
    """WGS84 latitude of the centre, in degrees; together with longitude."""
    longitude: NotRequired[float]
    """WGS84 longitude of the centre, in degrees; together with latitude."""
    place: NotRequired[str]
    """The centre by name, instead of a position: a town, or a postcode with or without its letters. It
    is the mean position of what can be seen there.
    """
    distance_km: float
    """Radius in kilometres, at most 500."""


class OfferKindFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: OfferKindValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[OfferKindValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[OfferKindValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class OfferListingManyFilter(TypedDict, total=False):
    """Which related rows of OfferListing there must be."""

    some: OfferListingWhere
    """At least one meets this."""
    none: OfferListingWhere
    """None meets this."""


class OfferListingWhere(TypedDict, total=False):
    """Which OfferListing to keep; fields side by side mean AND."""

    AND: Sequence[OfferListingWhere]
    """All of these hold; true when empty."""
    OR: Sequence[OfferListingWhere]
    """At least one of these holds; false when empty."""
    NOT: OfferListingWhere
    """This does not hold."""
    state: ListingStateFilter
    """What the institution decided."""
    reason: TextFilter
    """Why, in words."""
    offer: OfferWhere
    """The related Offer meets this."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""


class OfferLocationManyFilter(TypedDict, total=False):
    """Which related rows of OfferLocation there must be."""

    some: OfferLocationWhere
    """At least one meets this."""
    none: OfferLocationWhere
    """None meets this."""


class OfferLocationWhere(TypedDict, total=False):
    """Which OfferLocation to keep; fields side by side mean AND."""

    AND: Sequence[OfferLocationWhere]
    """All of these hold; true when empty."""
    OR: Sequence[OfferLocationWhere]
    """At least one of these holds; false when empty."""
    NOT: OfferLocationWhere
    """This does not hold."""
    street: TextFilter
    """Street."""
    house_number: TextFilter
    """House number with what follows it."""
    postcode: TextFilter
    """Postcode with a space."""
    city: TextFilter
    """Town or village."""
    province: TextFilter
    """Province, ISO 3166-2."""
    latitude: FloatFilter
    """WGS84 latitude in degrees."""
    longitude: FloatFilter
    """WGS84 longitude in degrees."""
    offer: OfferWhere
    """The related Offer meets this."""


class OfferManyFilter(TypedDict, total=False):
    """Which related rows of Offer there must be."""

    some: OfferWhere
    """At least one meets this."""
    none: OfferWhere
    """None meets this."""


class OfferOrder(TypedDict):
    """One step of an order."""

    field: OfferOrderFieldValue
    """What to order by."""
    direction: NotRequired[OrderDirectionValue]
    """Which way; ASC when not given."""


class OfferSkillManyFilter(TypedDict, total=False):
    """Which related rows of OfferSkill there must be."""

    some: OfferSkillWhere
    """At least one meets this."""
    none: OfferSkillWhere
    """None meets this."""


class OfferSkillWhere(TypedDict, total=False):
    """Which OfferSkill to keep; fields side by side mean AND."""

    AND: Sequence[OfferSkillWhere]
    """All of these hold; true when empty."""
    OR: Sequence[OfferSkillWhere]
    """At least one of these holds; false when empty."""
    NOT: OfferSkillWhere
    """This does not hold."""
    name: TextFilter
    """The skill."""
    esco_uri: UrlFilter
    """Address of the skill in ESCO."""
    importance: SkillImportanceFilter
    """How much it matters."""
    offer: OfferWhere
    """The related Offer meets this."""


class OfferSlotManyFilter(TypedDict, total=False):
    """Which related rows of OfferSlot there must be."""

    some: OfferSlotWhere
    """At least one meets this."""
    none: OfferSlotWhere
    """None meets this."""


class OfferSlotWhere(TypedDict, total=False):
    """Which OfferSlot to keep; fields side by side mean AND."""

    AND: Sequence[OfferSlotWhere]
    """All of these hold; true when empty."""
    OR: Sequence[OfferSlotWhere]
    """At least one of these holds; false when empty."""
    NOT: OfferSlotWhere
    """This does not hold."""
    starts_at: DateTimeFilter
    """Start."""
    ends_at: DateTimeFilter
    """End."""
    capacity: IntFilter
    """How many people."""
    location: TextFilter
    """Where."""
    offer: OfferWhere
    """The related Offer meets this."""


class OfferStateFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: OfferStateValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[OfferStateValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[OfferStateValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class OfferWhere(TypedDict, total=False):
    """Which offers to keep; fields side by side mean AND."""

    AND: Sequence[OfferWhere]
    """All of these hold; true when empty."""
    OR: Sequence[OfferWhere]
    """At least one of these holds; false when empty."""
    NOT: OfferWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    title: TextFilter
    """One line that says what it is."""
    summary: TextFilter
    """One or two sentences for lists."""
    market: MarketFilter
    """The market that it is on."""
    direction: DirectionFilter
    """Offered or asked."""
    kind: OfferKindFilter
    """What it is."""
    levels: EducationLevelListFilter
    """Levels that it fits."""
    tracks: TrackListFilter
    """Learning tracks that it fits."""
    crebos: TextListFilter
    """Qualifications that it fits, 5 digits."""
    working_languages: LocaleListFilter
    """Languages in which the work is done."""
    location_mode: LocationModeFilter
    """Where the work is done."""
    hours_per_week_min: IntFilter
    """Fewest hours a week."""
    hours_per_week_max: IntFilter
    """Most hours a week."""
    total_hours: IntFilter
    """Hours in all."""
    starts_on: DateFilter
    """First day."""
    ends_on: DateFilter
    """Last day."""
    flexible_start: BooleanFilter
    """Whether it can start on another day."""
    places: IntFilter
    """How many people."""
    places_filled: IntFilter
    """How many of these places are taken."""
    group_size_min: IntFilter
    """Fewest people at once."""
    group_size_max: IntFilter
    """Most people at once."""
    compensation_kind: CompensationKindFilter
    """What kind of payment."""
    compensation_min: IntFilter
    """Least, in cents."""
    compensation_max: IntFilter
    """Most, in cents."""
    contract_type: ContractTypeFilter
    """The contract that goes with it."""
    r_ladder: RLadderListFilter
    """Rungs of the R-ladder that it is about."""
    sdgs: IntListFilter
    """Sustainable Development Goals that it is about, by number."""
    opens_at: DateTimeFilter
    """From when one can respond."""
    closes_at: DateTimeFilter
    """Until when one can respond."""
    application_method: ApplicationMethodFilter
    """How to respond."""
    requires_recognition: BooleanFilter
    """Whether the provider must be a recognised training company for it."""
    state: OfferStateFilter
    """Where it stands in its life."""
    expires_at: DateTimeFilter
    """When it ends by itself, at most 365 days after it opened."""
    closed_reason: ClosedReasonFilter
    """Why it closed."""
    provider: OrganisationWhere
    """The related Organisation meets this."""
    initiative: InitiativeWhere
    """The related Initiative meets this."""
    themes: ThemeManyFilter
    """What it is about, by code."""
    programmes: ProgrammeManyFilter
    """Programmes that it fits, by name."""
    skills: OfferSkillManyFilter
    """Skills asked or taught, by name."""
    locations: OfferLocationManyFilter
    """Places where it takes place, by city."""
    slots: OfferSlotManyFilter
    """Dated possibilities, first one first."""
    listings: OfferListingManyFilter
    """Institutions that show it to their students."""
    activities: ActivityManyFilter
    """Activities that came out of this offer or are about it, upcoming first."""
    results: ResourceManyFilter
    """What came out of this offer, newest first."""


class OrganisationIdentifierBy(TypedDict):
    """One of its identifiers."""

    scheme: IdentifierSchemeValue
    """The register."""
    value: str
    """The code itself."""


class OrganisationIdentifierManyFilter(TypedDict, total=False):
    """Which related rows of OrganisationIdentifier there must be."""

    some: OrganisationIdentifierWhere
    """At least one meets this."""
    none: OrganisationIdentifierWhere
    """None meets this."""


class OrganisationIdentifierWhere(TypedDict, total=False):
    """Which OrganisationIdentifier to keep; fields side by side mean AND."""

    AND: Sequence[OrganisationIdentifierWhere]
    """All of these hold; true when empty."""
    OR: Sequence[OrganisationIdentifierWhere]
    """At least one of these holds; false when empty."""
    NOT: OrganisationIdentifierWhere
    """This does not hold."""
    scheme: IdentifierSchemeFilter
    """The register."""
    value: TextFilter
    """The code itself."""
    valid_from: DateFilter
    """First day on which the code holds."""
    valid_to: DateFilter
    """Last day on which the code held."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""


class OrganisationKindListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: OrganisationKindValue
    """Has this among its values."""
    has_any: Sequence[OrganisationKindValue]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[OrganisationKindValue]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class OrganisationManyFilter(TypedDict, total=False):
    """Which related rows of Organisation there must be."""

    some: OrganisationWhere
    """At least one meets this."""
    none: OrganisationWhere
    """None meets this."""


class OrganisationOrder(TypedDict):
    """One step of an order."""

    field: OrganisationOrderFieldValue
    """What to order by."""
    direction: NotRequired[OrderDirectionValue]
    """Which way; ASC when not given."""


class OrganisationWhere(TypedDict, total=False):
    """Which organisations to keep; fields side by side mean AND."""

    AND: Sequence[OrganisationWhere]
    """All of these hold; true when empty."""
    OR: Sequence[OrganisationWhere]
    """At least one of these holds; false when empty."""
    NOT: OrganisationWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    name: TextFilter
    """What the organisation is called."""
    legal_name: TextFilter
    """Name in the trade register."""
    short_name: TextFilter
    """Abbreviation."""
    kinds: OrganisationKindListFilter
    """What the organisation is, main kind first."""
    summary: TextFilter
    """One or two sentences for lists."""
    website: UrlFilter
    """Home page."""
    sbi_codes: TextListFilter
    """Branches of industry, SBI 2008, 2 to 5 digits."""
    size_class: SizeClassFilter
    """How many people work there."""
    accessibility: TextFilter
    """How to get in, also with a wheelchair."""
    founded_on: DateFilter
    """When it was founded."""
    closed_on: DateFilter
    """When it ceased to exist, for instance in a merger."""
    csr_vision: TextFilter
    """Vision on corporate social responsibility (MVO-visie)."""
    csr_practice_people: TextFilter
    """What is done for people."""
    csr_practice_planet: TextFilter
    """What is done for the planet."""
    csr_practice_profit: TextFilter
    """What is done for a sound business."""
    certificate_state: CertificateStateFilter
    """How it stands."""
    certificate_number: TextFilter
    """Number under which it can be verified."""
    certificate_attested_at: DateTimeFilter
    """When it was vouched for."""
    certificate_valid_until: DateFilter
    """Last day on which it holds."""
    r_ladder: RLadderListFilter
    """Rungs of the R-ladder that the organisation works on."""
    sdgs: IntListFilter
    """Sustainable Development Goals that it works on, by number."""
    verified_at: DateTimeFilter
    """When the entry was last checked by the organisation."""
    certificate_conditions: ConditionManyFilter
    """Conditions of the MVO certificate, by code."""
    parent: OrganisationWhere
    """The related Organisation meets this."""
    children: OrganisationManyFilter
    """Branches of this organisation, by name."""
    themes: ThemeManyFilter
    """What the organisation is about, by code."""
    identifiers: OrganisationIdentifierManyFilter
    """Codes in registers, by scheme."""
    addresses: AddressManyFilter
    """Addresses, visiting address first."""
    contacts: ContactManyFilter
    """Contacts, by role."""
    recognitions: RecognitionManyFilter
    """Recognitions as a training company, by crebo."""
    successors: SuccessionManyFilter
    """What this organisation became, by date."""
    predecessors: SuccessionManyFilter
    """What this organisation came out of, by date."""
    programmes: ProgrammeManyFilter
    """Programmes of this institution, by name."""
    courses: CourseManyFilter
    """Courses of this institution, by name."""
    partnerships: InitiativePartnerManyFilter
    """The parts that this organisation has in initiatives."""
    initiatives: InitiativeManyFilter
    """Initiatives that this organisation takes part in."""
    offers: OfferManyFilter
    """What this organisation offers and asks, newest first."""
    listings: OfferListingManyFilter
    """Offers that this institution looked at, newest first."""
    activity_series: ActivitySeriesManyFilter
    """Series that this organisation organises, by title."""
    activities: ActivityManyFilter
    """Activities that this organisation organises, upcoming first."""
    co_organised_activities: ActivityManyFilter
    """Activities that this organisation helps to organise."""
    memberships: MembershipManyFilter
    """Networks that this organisation is or was a member of, newest first."""
    resources: ResourceManyFilter
    """Resources of this organisation, newest first."""


class PartnerRoleFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: PartnerRoleValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[PartnerRoleValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[PartnerRoleValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class ProgrammeCodeManyFilter(TypedDict, total=False):
    """Which related rows of ProgrammeCode there must be."""

    some: ProgrammeCodeWhere
    """At least one meets this."""
    none: ProgrammeCodeWhere
    """None meets this."""


class ProgrammeCodeWhere(TypedDict, total=False):
    """Which ProgrammeCode to keep; fields side by side mean AND."""

    AND: Sequence[ProgrammeCodeWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ProgrammeCodeWhere]
    """At least one of these holds; false when empty."""
    NOT: ProgrammeCodeWhere
    """This does not hold."""
    type: StudyCodeTypeFilter
    """The list that the code comes from."""
    value: TextFilter
    """The code itself."""
    programme: ProgrammeWhere
    """The related Programme meets this."""


class ProgrammeLocationManyFilter(TypedDict, total=False):
    """Which related rows of ProgrammeLocation there must be."""

    some: ProgrammeLocationWhere
    """At least one meets this."""
    none: ProgrammeLocationWhere
    """None meets this."""


class ProgrammeLocationWhere(TypedDict, total=False):
    """Which ProgrammeLocation to keep; fields side by side mean AND."""

    AND: Sequence[ProgrammeLocationWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ProgrammeLocationWhere]
    """At least one of these holds; false when empty."""
    NOT: ProgrammeLocationWhere
    """This does not hold."""
    name: TextFilter
    """Building or campus."""
    city: TextFilter
    """Town or village."""
    province: TextFilter
    """Province, ISO 3166-2."""
    latitude: FloatFilter
    """WGS84 latitude in degrees."""
    longitude: FloatFilter
    """WGS84 longitude in degrees."""
    programme: ProgrammeWhere
    """The related Programme meets this."""


class ProgrammeManyFilter(TypedDict, total=False):
    """Which related rows of Programme there must be."""

    some: ProgrammeWhere
    """At least one meets this."""
    none: ProgrammeWhere
    """None meets this."""


class ProgrammeWhere(TypedDict, total=False):
    """Which programmes to keep; fields side by side mean AND."""

    AND: Sequence[ProgrammeWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ProgrammeWhere]
    """At least one of these holds; false when empty."""
    NOT: ProgrammeWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    primary_code: TextFilter
    """The code that the institution itself uses."""
    type: StudyTypeFilter
    """What kind of education it is."""
    name: TextFilter
    """What it is called."""
    abbreviation: TextFilter
    """The short form of its name."""
    summary: TextFilter
    """One or two sentences for lists."""
    level: EducationLevelFilter
    """Level of education."""
    eqf: IntFilter
    """Level of the European Qualifications Framework, 1 to 8."""
    track: TrackFilter
    """Learning track."""
    mode: StudyModeFilter
    """How study and the rest of the week go together."""
    delivery_modes: DeliveryModeListFilter
    """How the lessons are given."""
    qualification: TextFilter
    """Code of the qualification: crebo in mbo, croho in hbo, 5 digits."""
    study_load_value: FloatFilter
    """The number."""
    study_load_unit: StudyLoadUnitFilter
    """What it is counted in."""
    fields_of_study: TextListFilter
    """Fields of study, ISCED-F, 2 to 6 digits."""
    teaching_languages: LocaleListFilter
    """Languages in which is taught."""
    website: UrlFilter
    """Its page at the institution."""
    offerer: OrganisationWhere
    """The related Organisation meets this."""
    parent: ProgrammeWhere
    """The related Programme meets this."""
    children: ProgrammeManyFilter
    """Directions and parts of this programme, by name."""
    themes: ThemeManyFilter
    """What it is about, by code."""
    other_codes: ProgrammeCodeManyFilter
    """Codes in other lists, by type."""
    locations: ProgrammeLocationManyFilter
    """Places where it is given, by city."""
    courses: CourseManyFilter
    """Courses of this programme, by name."""
    offers: OfferManyFilter
    """Offers that fit this programme, newest first."""
    resources: ResourceManyFilter
    """Resources that are used in this programme, newest first."""


class PublicationStatusFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: PublicationStatusValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[PublicationStatusValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[PublicationStatusValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class RLadderListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: RLadderValue
    """Has this among its values."""
    has_any: Sequence[RLadderValue]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[RLadderValue]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class RecognitionManyFilter(TypedDict, total=False):
    """Which related rows of Recognition there must be."""

    some: RecognitionWhere
    """At least one meets this."""
    none: RecognitionWhere
    """None meets this."""


class RecognitionWhere(TypedDict, total=False):
    """Which Recognition to keep; fields side by side mean AND."""

    AND: Sequence[RecognitionWhere]
    """All of these hold; true when empty."""
    OR: Sequence[RecognitionWhere]
    """At least one of these holds; false when empty."""
    NOT: RecognitionWhere
    """This does not hold."""
    leerbedrijf_id: TextFilter
    """Number of the training company."""
    crebo: TextFilter
    """Code of the qualification, 5 digits."""
    level: EducationLevelFilter
    """Level of the qualification."""
    track: TrackFilter
    """Learning track that the recognition is for."""
    places: IntFilter
    """How many students at once."""
    valid_until: DateFilter
    """Last day on which the recognition holds."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""


class RecommendationManyFilter(TypedDict, total=False):
    """Which related rows of Recommendation there must be."""

    some: RecommendationWhere
    """At least one meets this."""
    none: RecommendationWhere
    """None meets this."""


class RecommendationWhere(TypedDict, total=False):
    """Which Recommendation to keep; fields side by side mean AND."""

    AND: Sequence[RecommendationWhere]
    """All of these hold; true when empty."""
    OR: Sequence[RecommendationWhere]
    """At least one of these holds; false when empty."""
    NOT: RecommendationWhere
    """This does not hold."""
    position: IntFilter
    """Place in the list, from 1."""
    title: TextFilter
    """The advice in a few words."""
    text: TextFilter
    """The advice in a sentence."""
    resource: ResourceWhere
    """The related Resource meets this."""


class ResourceKindFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: ResourceKindValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[ResourceKindValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[ResourceKindValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class ResourceManyFilter(TypedDict, total=False):
    """Which related rows of Resource there must be."""

    some: ResourceWhere
    """At least one meets this."""
    none: ResourceWhere
    """None meets this."""


class ResourceWhere(TypedDict, total=False):
    """Which resources to keep; fields side by side mean AND."""

    AND: Sequence[ResourceWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ResourceWhere]
    """At least one of these holds; false when empty."""
    NOT: ResourceWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    title: TextFilter
    """What it is called."""
    summary: TextFilter
    """One or two sentences for lists."""
    url: UrlFilter
    """Where it can be read or had."""
    kind: ResourceKindFilter
    """What it is."""
    format: TextFilter
    """Media type, as on the web."""
    language: LocaleFilter
    """Language of the resource itself."""
    publisher: TextFilter
    """Organisation that published it."""
    published_on: DateFilter
    """When it was published."""
    license: TextFilter
    """Licence, by its SPDX short form."""
    levels: EducationLevelListFilter
    """Levels that it fits."""
    discipline: TextFilter
    """Field of work or school subject."""
    end_users: EndUserListFilter
    """For whom it is meant."""
    aggregation_level: IntFilter
    """Size after NL-LOM: 1 raw material, 2 lesson, 3 course, 4 programme."""
    r_ladder: RLadderListFilter
    """Rungs of the R-ladder that it is about."""
    sdgs: IntListFilter
    """Sustainable Development Goals that it is about, by number."""
    curation: CurationFilter
    """Whether somebody looked at it."""
    organisation: OrganisationWhere
    """The related Organisation meets this."""
    initiative: InitiativeWhere
    """The related Initiative meets this."""
    activity: ActivityWhere
    """The related Activity meets this."""
    result_of: OfferWhere
    """The related Offer meets this."""
    is_part_of: ResourceWhere
    """The related Resource meets this."""
    parts: ResourceManyFilter
    """Resources that are part of this one, by title."""
    is_based_on: ResourceManyFilter
    """Resources that it was made from, by title."""
    adaptations: ResourceManyFilter
    """Resources that were made from this one, newest first."""
    themes: ThemeManyFilter
    """What it is about, by code."""
    programmes: ProgrammeManyFilter
    """Programmes that it is used in, by name."""
    courses: CourseManyFilter
    """Courses that it is used in, by name."""
    recommendations: RecommendationManyFilter
    """What it advises, first one first."""


class SizeClassFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: SizeClassValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[SizeClassValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[SizeClassValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class SkillImportanceFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: SkillImportanceValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[SkillImportanceValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[SkillImportanceValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class StudyCodeTypeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: StudyCodeTypeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[StudyCodeTypeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[StudyCodeTypeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class StudyLoadUnitFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: StudyLoadUnitValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[StudyLoadUnitValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[StudyLoadUnitValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class StudyModeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: StudyModeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[StudyModeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[StudyModeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class StudyTypeFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: StudyTypeValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[StudyTypeValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[StudyTypeValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class SuccessionKindFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: SuccessionKindValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[SuccessionKindValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[SuccessionKindValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class SuccessionManyFilter(TypedDict, total=False):
    """Which related rows of Succession there must be."""

    some: SuccessionWhere
    """At least one meets this."""
    none: SuccessionWhere
    """None meets this."""


class SuccessionWhere(TypedDict, total=False):
    """Which Succession to keep; fields side by side mean AND."""

    AND: Sequence[SuccessionWhere]
    """All of these hold; true when empty."""
    OR: Sequence[SuccessionWhere]
    """At least one of these holds; false when empty."""
    NOT: SuccessionWhere
    """This does not hold."""
    kind: SuccessionKindFilter
    """How it went."""
    on: DateFilter
    """The first day of the new organisation."""
    predecessor: OrganisationWhere
    """The related Organisation meets this."""
    successor: OrganisationWhere
    """The related Organisation meets this."""


class TextFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: str
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[str]
    """One of these; nothing when empty."""
    contains: str
    """Has this in it, in any language, whatever the case or accents."""
    starts_with: str
    """Starts with this, in any language, whatever the case or accents."""
    is_null: bool
    """Whether the value is missing."""


class TextListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: str
    """Has this among its values."""
    has_any: Sequence[str]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[str]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class ThemeManyFilter(TypedDict, total=False):
    """Which related rows of Theme there must be."""

    some: ThemeWhere
    """At least one meets this."""
    none: ThemeWhere
    """None meets this."""


class ThemeWhere(TypedDict, total=False):
    """Which themes to keep; fields side by side mean AND."""

    AND: Sequence[ThemeWhere]
    """All of these hold; true when empty."""
    OR: Sequence[ThemeWhere]
    """At least one of these holds; false when empty."""
    NOT: ThemeWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    code: TextFilter
    """Short code that never changes."""
    label: TextFilter
    """What the theme is called."""
    alt_labels: TextListFilter
    """Other words for the same theme, in any language."""
    definition: TextFilter
    """What belongs to the theme and what doesn't."""
    sdgs: IntListFilter
    """Sustainable Development Goals, by number."""
    r_ladder: RLadderListFilter
    """Rungs of the R-ladder that the theme is about."""
    broader: ThemeWhere
    """The related Theme meets this."""
    narrower: ThemeManyFilter
    """The narrower themes within this one, by code."""
    related: ThemeManyFilter
    """Themes that touch this one, by code."""
    organisations: OrganisationManyFilter
    """Organisations that work on this theme."""
    programmes: ProgrammeManyFilter
    """Programmes about this theme, by name."""
    courses: CourseManyFilter
    """Courses about this theme, by name."""
    initiatives: InitiativeManyFilter
    """Initiatives about this theme, by name."""
    offers: OfferManyFilter
    """Offers about this theme, newest first."""
    activity_series: ActivitySeriesManyFilter
    """Series about this theme, by title."""
    working_groups: WorkingGroupManyFilter
    """Working groups on this theme, by name."""
    activities: ActivityManyFilter
    """Activities about this theme, upcoming first."""
    resources: ResourceManyFilter
    """Resources about this theme, newest first."""


class TrackFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: TrackValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[TrackValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[TrackValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class TrackListFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    has: TrackValue
    """Has this among its values."""
    has_any: Sequence[TrackValue]
    """Has at least one of these; nothing when empty."""
    has_all: Sequence[TrackValue]
    """Has all of these; everything when empty."""
    is_empty: bool
    """Whether there are no values."""


class UrlFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: str
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[str]
    """One of these; nothing when empty."""
    contains: str
    """Has this in it, in any language, whatever the case or accents."""
    starts_with: str
    """Starts with this, in any language, whatever the case or accents."""
    is_null: bool
    """Whether the value is missing."""


class VisibilityFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: VisibilityValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[VisibilityValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[VisibilityValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class WorkingGroupManyFilter(TypedDict, total=False):
    """Which related rows of WorkingGroup there must be."""

    some: WorkingGroupWhere
    """At least one meets this."""
    none: WorkingGroupWhere
    """None meets this."""


class WorkingGroupStateFilter(TypedDict, total=False):
    """Conditions on one field; several mean AND."""

    eq: WorkingGroupStateValue
    """Exactly this; null is refused, use isNull."""
    one_of: Sequence[WorkingGroupStateValue]
    """One of these; nothing when empty."""
    not_one_of: Sequence[WorkingGroupStateValue]
    """None of these; a missing value is not kept."""
    is_null: bool
    """Whether the value is missing."""


class WorkingGroupWhere(TypedDict, total=False):
    """Which workingGroups to keep; fields side by side mean AND."""

    AND: Sequence[WorkingGroupWhere]
    """All of these hold; true when empty."""
    OR: Sequence[WorkingGroupWhere]
    """At least one of these holds; false when empty."""
    NOT: WorkingGroupWhere
    """This does not hold."""
    id: IdFilter
    """Id of the node."""
    slug: TextFilter
    """Readable name in web addresses, unique within the type."""
    created_at: DateTimeFilter
    """When the node was made."""
    updated_at: DateTimeFilter
    """When the node was last changed."""
    version: IntFilter
    """Counts the changes; sent along with an update to guard against lost ones."""
    external_reference: TextFilter
    """The key of this node in the system that it was imported from."""
    publication_status: PublicationStatusFilter
    """How far the node is on its way to the public."""
    publication_publish_at: DateTimeFilter
    """From when the node can be seen; missing means at once."""
    publication_unpublish_at: DateTimeFilter
    """Until when the node can be seen; missing means for ever."""
    visibility: VisibilityFilter
    """Who may see the node once it is published."""
    is_demo: BooleanFilter
    """Whether the node is made up, to show how Schakel works."""
    languages: LocaleListFilter
    """The languages in which this node has text (talen)."""
    name: TextFilter
    """What the group is called."""
    purpose: TextFilter
    """What the group wants to reach."""
    join_mode: JoinModeFilter
    """How one joins."""
    state: WorkingGroupStateFilter
    """How alive it is."""
    initiative: InitiativeWhere
    """The related Initiative meets this."""
    themes: ThemeManyFilter
    """What it is about, by code."""
    activities: ActivityManyFilter
    """Activities of this working group, upcoming first."""
