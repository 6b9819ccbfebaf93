"""The enums of the graph.

Generated from schema.graphql by client/tools/generate.py; changes made by hand are lost.
"""

from schakel_client._open_enum import OpenEnum

__all__ = [
    "ActivityKind",
    "ActivityOrderField",
    "ActivityStatus",
    "AddressKind",
    "ApplicationMethod",
    "AttendanceMode",
    "CertificateCondition",
    "CertificateState",
    "ClosedReason",
    "CompensationKind",
    "ContactRole",
    "ContractType",
    "Curation",
    "DeliveryMode",
    "Direction",
    "EducationLevel",
    "EndUser",
    "IdentifierScheme",
    "InitiativeKind",
    "InitiativeScope",
    "InitiativeStage",
    "JoinMode",
    "ListingState",
    "Locale",
    "LocationMode",
    "Market",
    "MembershipRole",
    "OfferKind",
    "OfferOrderField",
    "OfferState",
    "OrderDirection",
    "OrganisationKind",
    "OrganisationOrderField",
    "PartnerRole",
    "PublicationStatus",
    "RLadder",
    "ResourceKind",
    "SizeClass",
    "SkillImportance",
    "StudyCodeType",
    "StudyLoadUnit",
    "StudyMode",
    "StudyType",
    "SuccessionKind",
    "Track",
    "Visibility",
    "WorkingGroupState",
]


class ActivityKind(OpenEnum):
    """What an activity is (soort activiteit). Example: `SITE_VISIT`."""

    NETWORK_MEETING = "NETWORK_MEETING"
    """Meeting of the network (netwerkoverleg), e.g. each quarter at another school"""
    WORK_SESSION = "WORK_SESSION"
    """Working together on a circular theme (werksessie), e.g. writing an elective"""
    WORKING_GROUP_MEETING = "WORKING_GROUP_MEETING"
    """Meeting of a working group (werkgroepoverleg), e.g. of that on textiles"""
    CONFERENCE = "CONFERENCE"
    """Conference (conferentie), e.g. the yearly one on circular education"""
    WORKSHOP = "WORKSHOP"
    """Workshop, e.g. repairing laptops"""
    SITE_VISIT = "SITE_VISIT"
    """Visit to a company or project (werkbezoek), e.g. a sorting line"""
    WEBINAR = "WEBINAR"
    """Online lecture (webinar), e.g. one hour on material passports"""
    GUEST_LECTURE = "GUEST_LECTURE"
    """Guest lecture (gastles), e.g. by a builder"""
    TRAINING = "TRAINING"
    """Professional development (scholing), e.g. two days for teachers"""
    HACKATHON = "HACKATHON"
    """Day or two of solving a question (hackathon), e.g. packaging without plastic"""
    OPEN_DAY = "OPEN_DAY"
    """Open day (open dag), e.g. of a lab"""


class ActivityOrderField(OpenEnum):
    """What activities can be ordered by. Example: `CREATED_AT`."""

    CREATED_AT = "CREATED_AT"
    """By createdAt, e.g. `{field: CREATED_AT}`"""
    UPDATED_AT = "UPDATED_AT"
    """By updatedAt, e.g. `{field: UPDATED_AT}`"""
    TITLE = "TITLE"
    """By title, e.g. `{field: TITLE}`"""
    KIND = "KIND"
    """By kind, e.g. `{field: KIND}`"""
    STARTS_AT = "STARTS_AT"
    """By startsAt, e.g. `{field: STARTS_AT}`"""
    ENDS_AT = "ENDS_AT"
    """By endsAt, e.g. `{field: ENDS_AT}`"""
    LOCATION_CITY = "LOCATION_CITY"
    """By locationCity, e.g. `{field: LOCATION_CITY}`"""
    REGISTRATION_OPENS_AT = "REGISTRATION_OPENS_AT"
    """By registrationOpensAt, e.g. `{field: REGISTRATION_OPENS_AT}`"""
    REGISTRATION_CLOSES_AT = "REGISTRATION_CLOSES_AT"
    """By registrationClosesAt, e.g. `{field: REGISTRATION_CLOSES_AT}`"""
    DISTANCE = "DISTANCE"
    """By distance, only together with near, e.g. `{field: DISTANCE}`"""
    RELEVANCE = "RELEVANCE"
    """By how well it fits, best first, only together with search, e.g. `{field: RELEVANCE}`"""


class ActivityStatus(OpenEnum):
    """Whether an activity goes on as planned (status van de activiteit). Example: `SCHEDULED`."""

    SCHEDULED = "SCHEDULED"
    """Planned (gepland), e.g. for next month"""
    RESCHEDULED = "RESCHEDULED"
    """Moved to another moment (verzet), e.g. a week later"""
    POSTPONED = "POSTPONED"
    """Put off, without a new date yet (uitgesteld), e.g. because of snow"""
    MOVED_ONLINE = "MOVED_ONLINE"
    """Takes place online instead (verplaatst naar online), e.g. because of a strike"""
    CANCELLED = "CANCELLED"
    """Does not take place (geannuleerd), e.g. with too few people"""
    COMPLETED = "COMPLETED"
    """Has taken place (geweest), e.g. last week"""


class AddressKind(OpenEnum):
    """What an address is for (soort adres). Example: `VISIT`."""

    VISIT = "VISIT"
    """Where visitors come (bezoekadres), e.g. the main building"""
    POSTAL = "POSTAL"
    """Where post goes (postadres), e.g. a post office box"""
    TEACHING = "TEACHING"
    """Where is taught (leslocatie), e.g. a workshop hall"""


class ApplicationMethod(OpenEnum):
    """How to respond (manier van reageren). Example: `PLATFORM`."""

    PLATFORM = "PLATFORM"
    """Here on the platform, e.g. with a short motivation"""
    EXTERNAL_URL = "EXTERNAL_URL"
    """On a page of the provider, e.g. its own vacancy page"""
    EMAIL = "EMAIL"
    """By e-mail to the organisation, e.g. its internship desk"""
    VIA_SCHOOL = "VIA_SCHOOL"
    """Through the school, e.g. its internship office"""


class AttendanceMode(OpenEnum):
    """How one takes part (manier van deelnemen). Example: `MIXED`."""

    OFFLINE = "OFFLINE"
    """In person, e.g. in a workshop hall"""
    ONLINE = "ONLINE"
    """Online, e.g. by video"""
    MIXED = "MIXED"
    """Either way, e.g. a conference that is streamed"""


class CertificateCondition(OpenEnum):
    """A condition of the MVO certificate (voorwaarde). Example: `CSR_VISION`."""

    REGISTERED = "REGISTERED"
    """Registered at the chamber of commerce, e.g. a KVK number in the guide"""
    ATTESTED = "ATTESTED"
    """Vouched for in the last twelve months, e.g. by a teacher after a visit"""
    CSR_VISION = "CSR_VISION"
    """A written vision on corporate social responsibility (MVO-visie), e.g. three sentences"""
    PROOF = "PROOF"
    """At least one practical proof in the graph, e.g. an offer, activity or initiative"""


class CertificateState(OpenEnum):
    """How an organisation stands with the MVO certificate (staat van het certificaat). Example:
    `GRANTED`.
    """

    NONE = "NONE"
    """Never asked for, e.g. of a company new in the guide"""
    PENDING = "PENDING"
    """Asked for, conditions not all met, e.g. no vision written yet"""
    GRANTED = "GRANTED"
    """All conditions met and vouched for, e.g. until next November"""
    EXPIRED = "EXPIRED"
    """Was granted, its time is over, e.g. since last year"""
    SUSPENDED = "SUSPENDED"
    """Taken back for now, with a reason, e.g. while a complaint is looked into"""
    WITHDRAWN = "WITHDRAWN"
    """Taken back for good, e.g. after the company stopped"""


class ClosedReason(OpenEnum):
    """Why an offer closed (reden van sluiting). Example: `FILLED`."""

    FILLED = "FILLED"
    """Somebody was found here, e.g. a student of Firda"""
    FILLED_ELSEWHERE = "FILLED_ELSEWHERE"
    """Somebody was found in another way, e.g. through a friend"""
    NO_LONGER_NEEDED = "NO_LONGER_NEEDED"
    """The question went away, e.g. the project stopped"""
    NO_RESPONSE = "NO_RESPONSE"
    """Nobody responded, e.g. in three months"""
    OTHER = "OTHER"
    """Anything else, e.g. a move"""


class CompensationKind(OpenEnum):
    """What is paid (vergoeding). Example: `ALLOWANCE`."""

    NONE = "NONE"
    """Nothing, e.g. for a company visit"""
    ALLOWANCE = "ALLOWANCE"
    """Internship allowance (stagevergoeding), e.g. 450 euro a month"""
    SALARY = "SALARY"
    """Salary (loon), e.g. the minimum youth wage"""
    EXPENSES = "EXPENSES"
    """Expenses only (onkosten), e.g. travel"""
    FEE = "FEE"
    """Fee (honorarium), e.g. for a guest lecture"""
    VOLUNTEER_FEE = "VOLUNTEER_FEE"
    """Volunteer's fee within the tax limits (vrijwilligersvergoeding), e.g. 5 euro an hour"""
    TO_AGREE = "TO_AGREE"
    """To be agreed (in overleg), e.g. for a project"""


class ContactRole(OpenEnum):
    """What somebody can be asked about (rol van de contactpersoon). Example: `NETWORK_CONTACT`."""

    NETWORK_CONTACT = "NETWORK_CONTACT"
    """The network (netwerkcontactpersoon), e.g. who wants to join"""
    INTERNSHIPS = "INTERNSHIPS"
    """Internships (stagebureau), e.g. a place in spring"""
    PROJECTS = "PROJECTS"
    """Projects and research (projectbureau), e.g. a question for students"""
    PRESS = "PRESS"
    """Press (pers), e.g. a photo for an article"""
    GENERAL = "GENERAL"
    """Anything else (algemeen), e.g. the reception"""


class ContractType(OpenEnum):
    """The contract that goes with it (contractvorm). Example: `INTERNSHIP_AGREEMENT`."""

    INTERNSHIP_AGREEMENT = "INTERNSHIP_AGREEMENT"
    """Agreement of school, student and company (praktijkovereenkomst), e.g. for bol"""
    EMPLOYMENT = "EMPLOYMENT"
    """Employment contract (arbeidsovereenkomst), e.g. for bbl"""
    ASSIGNMENT = "ASSIGNMENT"
    """Contract for services (opdracht), e.g. for a guest lecture"""
    VOLUNTEER_AGREEMENT = "VOLUNTEER_AGREEMENT"
    """Volunteer's agreement (vrijwilligersovereenkomst), e.g. in a thrift shop"""
    NONE = "NONE"
    """No contract, e.g. for a visit"""


class Curation(OpenEnum):
    """Whether somebody looked at a resource (curatie). Example: `REVIEWED`."""

    NONE = "NONE"
    """Nobody yet, e.g. a lesson that came in yesterday"""
    REVIEWED = "REVIEWED"
    """An editor checked it (beoordeeld), e.g. links work and the licence is clear"""
    RECOMMENDED = "RECOMMENDED"
    """The network recommends it (aanbevolen), e.g. for every first year"""


class DeliveryMode(OpenEnum):
    """How the lessons are given (onderwijsvorm). Example: `WORK_BASED`."""

    PRESENTIAL = "PRESENTIAL"
    """Together in one room (op locatie), e.g. in the workshop of the school"""
    ONLINE = "ONLINE"
    """Entirely online, e.g. in a virtual classroom"""
    BLENDED = "BLENDED"
    """A fixed mix of online and together, e.g. a week online before each meeting"""
    HYBRID = "HYBRID"
    """Together or online, as the student chooses, e.g. a lecture that is streamed"""
    PROJECT_BASED = "PROJECT_BASED"
    """In a project group (projectonderwijs), e.g. ten weeks for one company"""
    RESEARCH_BASED = "RESEARCH_BASED"
    """In a research environment (onderzoeksomgeving), e.g. a living lab"""
    WORK_BASED = "WORK_BASED"
    """By working in practice (werkplekleren), e.g. three days a week at a builder"""


class Direction(OpenEnum):
    """Whether something is offered or asked (vraag of aanbod). Example: `SUPPLY`."""

    SUPPLY = "SUPPLY"
    """Offered (aanbod), e.g. a company with a place for an intern"""
    DEMAND = "DEMAND"
    """Asked (vraag), e.g. a student in search of a place"""


class EducationLevel(OpenEnum):
    """Level of education (niveau). Example: `MBO_4`."""

    VMBO = "VMBO"
    """Pre-vocational, e.g. year three"""
    MBO_1 = "MBO_1"
    """Entry level, EQF 1, e.g. assistant"""
    MBO_2 = "MBO_2"
    """Basic vocational, EQF 2, e.g. assistant mechanic"""
    MBO_3 = "MBO_3"
    """Professional, EQF 3, e.g. mechanic"""
    MBO_4 = "MBO_4"
    """Middle management, EQF 4, e.g. technician"""
    AD = "AD"
    """Associate degree, EQF 5, e.g. circular construction"""
    BACHELOR = "BACHELOR"
    """Bachelor, EQF 6, e.g. civil engineering"""
    MASTER = "MASTER"
    """Master, EQF 7, e.g. energy transition"""
    ANY = "ANY"
    """Any level, e.g. a hackathon for all"""


class EndUser(OpenEnum):
    """For whom a resource is meant (eindgebruiker). Example: `TEACHER`."""

    TEACHER = "TEACHER"
    """Who teaches (docent), e.g. in mbo"""
    LEARNER = "LEARNER"
    """Who learns (student), e.g. during an internship"""
    MANAGER = "MANAGER"
    """Who leads a school or team (manager), e.g. of facility services"""
    COMPANY = "COMPANY"
    """Who works in a company (bedrijf), e.g. an internship supervisor"""


class IdentifierScheme(OpenEnum):
    """The register that an identifier comes from (soort nummer). Example: `INSTITUTION_CODE`."""

    KVK = "KVK"
    """Trade register, 8 digits, e.g. 01234567"""
    KVK_ESTABLISHMENT = "KVK_ESTABLISHMENT"
    """Establishment in the trade register, 12 digits, e.g. 000012345678"""
    RSIN = "RSIN"
    """Number of a legal person for government use, 9 digits with the eleven-test, e.g. 123456782"""
    INSTITUTION_CODE = "INSTITUTION_CODE"
    """Code of a school, formerly BRIN, e.g. 25BE"""
    RIO_BOARD = "RIO_BOARD"
    """School board in the register of institutions and programmes, e.g. 100B490"""
    RIO_OFFERER = "RIO_OFFERER"
    """Offerer of education in that register, e.g. 110A133"""
    RIO_LOCATION = "RIO_LOCATION"
    """Place of education in that register, e.g. 110X912"""
    LEERBEDRIJF_ID = "LEERBEDRIJF_ID"
    """Recognised training company, e.g. 100123456"""
    OIN = "OIN"
    """Government organisation, 20 digits, e.g. 00000001234567890000"""
    SCHAC_HOME = "SCHAC_HOME"
    """Home domain used for signing in, e.g. hanze.nl"""
    ROR = "ROR"
    """Research Organization Registry, e.g. 00xqtxw43"""
    WIKIDATA = "WIKIDATA"
    """Wikidata item, e.g. Q1234567"""
    LEI = "LEI"
    """Legal Entity Identifier, 20 characters, e.g. 724500VKKSH9QOLTFR81"""
    OTHER = "OTHER"
    """Any other register, e.g. a supplier number"""


class InitiativeKind(OpenEnum):
    """What an initiative is (soort initiatief). Example: `LIVING_LAB`."""

    PROGRAMME = "PROGRAMME"
    """Programme of several projects (programma), e.g. Gas 2.0"""
    PROJECT = "PROJECT"
    """Project with a beginning and an end (project), e.g. two years of repair in schools"""
    LAB = "LAB"
    """Place where students work on questions (lab), e.g. NICE in Meppel"""
    NETWORK = "NETWORK"
    """Network of organisations (netwerk), e.g. that for circular vocational education"""
    COOPERATIVE = "COOPERATIVE"
    """Cooperative of members (coöperatie), e.g. Leren voor Morgen"""
    COMMUNITY = "COMMUNITY"
    """Group of people with one aim (community), e.g. SDG House Groningen"""
    LIVING_LAB = "LIVING_LAB"
    """Trial in a real street or firm (proeftuin), e.g. a neighbourhood without natural gas"""


class InitiativeScope(OpenEnum):
    """How far an initiative reaches (reikwijdte). Example: `REGIONAL`."""

    LOCAL = "LOCAL"
    """One town or municipality (lokaal), e.g. Meppel"""
    REGIONAL = "REGIONAL"
    """One or more provinces (regionaal), e.g. the north of the Netherlands"""
    NATIONAL = "NATIONAL"
    """The whole country (landelijk), e.g. Leren voor Morgen"""
    EUROPEAN = "EUROPEAN"
    """Several countries (Europees), e.g. an exchange with Lower Saxony"""


class InitiativeStage(OpenEnum):
    """How far an initiative has come, in the words of SPARK the Movement (fase). Example: `CONNECTED`."""

    SPARK = "SPARK"
    """A first idea or trial (vonk), e.g. one teacher with one company"""
    CONNECTED = "CONNECTED"
    """Partners have found each other (verbonden), e.g. three schools and a municipality"""
    EMBEDDED = "EMBEDDED"
    """Part of regular education or business (ingebed), e.g. an elective that is given every year"""
    ENDED = "ENDED"
    """Over (beëindigd), e.g. a project whose subsidy ended"""


class JoinMode(OpenEnum):
    """How one joins a working group (manier van aansluiten). Example: `ON_REQUEST`."""

    OPEN = "OPEN"
    """By coming along (open), e.g. to any meeting"""
    ON_REQUEST = "ON_REQUEST"
    """After asking (op verzoek), e.g. with a short motivation"""
    INVITE = "INVITE"
    """When invited (op uitnodiging), e.g. by its chair"""


class ListingState(OpenEnum):
    """What an institution decided about an offer for its own students (staat van de vermelding).
    Example: `APPROVED`.
    """

    PENDING = "PENDING"
    """Not looked at yet, e.g. since yesterday"""
    IN_PROGRESS = "IN_PROGRESS"
    """Being looked at, e.g. by the internship office"""
    APPROVED = "APPROVED"
    """Shown to its students, e.g. of every programme"""
    DECLINED = "DECLINED"
    """Not shown to its students, e.g. because no recognition is known"""
    EXPIRED = "EXPIRED"
    """The approval is over, e.g. after the school year"""


class Locale(OpenEnum):
    """A language of the content (taal). Example: `EN`."""

    NL = "NL"
    """Dutch (Nederlands), e.g. of most offers"""
    EN = "EN"
    """English, e.g. of offers for international students"""
    FY = "FY"
    """Frisian (Frysk), e.g. of an activity in Dokkum"""
    DE = "DE"
    """German (Deutsch), e.g. of an offer across the border"""


class LocationMode(OpenEnum):
    """Where the work is done (plaats). Example: `ON_SITE`."""

    ON_SITE = "ON_SITE"
    """At the organisation, e.g. in the workshop"""
    HYBRID = "HYBRID"
    """Partly at home, e.g. two days a week"""
    REMOTE = "REMOTE"
    """Anywhere, e.g. desk research"""
    AT_SCHOOL = "AT_SCHOOL"
    """At the school, e.g. a guest lecture"""


class Market(OpenEnum):
    """The market that an offer is on (markt). Example: `STUDENTS`."""

    STUDENTS = "STUDENTS"
    """For students: internships, research, projects and paid work, e.g. a graduation project"""
    TEACHERS = "TEACHERS"
    """For teachers and guest teachers: lessons, visits and research, e.g. a guest lecture"""


class MembershipRole(OpenEnum):
    """What a member is in a network (rol van het lid). Example: `MEMBER`."""

    MEMBER = "MEMBER"
    """Takes part and decides (lid), e.g. a northern mbo or hbo institution"""
    CHAIR = "CHAIR"
    """Provides the chair (voorzitter), e.g. for two years"""
    COORDINATOR = "COORDINATOR"
    """Provides the coordinator (coördinator), e.g. the school that keeps the agenda"""
    PARTNER = "PARTNER"
    """Takes part without deciding (partner), e.g. a company or a municipality"""
    OBSERVER = "OBSERVER"
    """Follows what happens (toehoorder), e.g. a school from another region"""


class OfferKind(OpenEnum):
    """What is offered or asked (soort). The last seven are for the market of teachers. Example:
    `INTERNSHIP_BOL`.
    """

    INTERNSHIP_BOL = "INTERNSHIP_BOL"
    """Internship in a full-time mbo programme (bpv, bol), e.g. 20 weeks in a workshop"""
    APPRENTICESHIP_BBL = "APPRENTICESHIP_BBL"
    """Learning job of at least 610 hours a year with a salary (leerbaan, bbl), e.g. four days a week"""
    INTERNSHIP_HBO = "INTERNSHIP_HBO"
    """Internship of an hbo programme (hbo-stage), e.g. five months in year three"""
    GRADUATION = "GRADUATION"
    """Graduation project (afstuderen), e.g. a material passport for a factory hall"""
    RESEARCH = "RESEARCH"
    """Research by students (onderzoek), e.g. into waste streams"""
    PROJECT = "PROJECT"
    """Project of a group (project), e.g. ten weeks with four students"""
    CHALLENGE = "CHALLENGE"
    """Open question with an open result (vraagstuk), e.g. packaging without plastic"""
    TEMPORARY_JOB = "TEMPORARY_JOB"
    """Temporary paid work (tijdelijk werk), e.g. a harvest season"""
    PERMANENT_JOB = "PERMANENT_JOB"
    """Permanent paid work (vaste baan), e.g. a repair technician"""
    SIDE_JOB = "SIDE_JOB"
    """Work next to school (bijbaan), e.g. Saturdays in a thrift shop"""
    VOLUNTEER = "VOLUNTEER"
    """Voluntary work (vrijwilligerswerk), e.g. in a repair café"""
    ORIENTATION = "ORIENTATION"
    """Short look inside (snuffelstage), e.g. two days at a builder"""
    GUEST_LECTURE = "GUEST_LECTURE"
    """Guest lecture (gastles), e.g. one hour on biobased building"""
    COMPANY_VISIT = "COMPANY_VISIT"
    """Company visit (bedrijfsbezoek), e.g. a tour of a sorting line"""
    RESEARCH_PROJECT = "RESEARCH_PROJECT"
    """Research project with a school (onderzoeksproject), e.g. with a professorship"""
    TEACHER_INTERNSHIP = "TEACHER_INTERNSHIP"
    """Internship for a teacher (docentenstage), e.g. a week in a factory"""
    COURSE_DEVELOPMENT = "COURSE_DEVELOPMENT"
    """Making teaching material together (lesontwikkeling), e.g. an elective on repair"""
    JURY = "JURY"
    """Sitting on a jury (jury), e.g. at the presentation of designs"""
    EQUIPMENT = "EQUIPMENT"
    """Equipment or materials on loan (apparatuur), e.g. a shredder"""


class OfferOrderField(OpenEnum):
    """What offers can be ordered by. Example: `CREATED_AT`."""

    CREATED_AT = "CREATED_AT"
    """By createdAt, e.g. `{field: CREATED_AT}`"""
    UPDATED_AT = "UPDATED_AT"
    """By updatedAt, e.g. `{field: UPDATED_AT}`"""
    TITLE = "TITLE"
    """By title, e.g. `{field: TITLE}`"""
    KIND = "KIND"
    """By kind, e.g. `{field: KIND}`"""
    HOURS_PER_WEEK_MIN = "HOURS_PER_WEEK_MIN"
    """By hoursPerWeekMin, e.g. `{field: HOURS_PER_WEEK_MIN}`"""
    TOTAL_HOURS = "TOTAL_HOURS"
    """By totalHours, e.g. `{field: TOTAL_HOURS}`"""
    STARTS_ON = "STARTS_ON"
    """By startsOn, e.g. `{field: STARTS_ON}`"""
    ENDS_ON = "ENDS_ON"
    """By endsOn, e.g. `{field: ENDS_ON}`"""
    PLACES = "PLACES"
    """By places, e.g. `{field: PLACES}`"""
    COMPENSATION_MIN = "COMPENSATION_MIN"
    """By compensationMin, e.g. `{field: COMPENSATION_MIN}`"""
    OPENS_AT = "OPENS_AT"
    """By opensAt, e.g. `{field: OPENS_AT}`"""
    CLOSES_AT = "CLOSES_AT"
    """By closesAt, e.g. `{field: CLOSES_AT}`"""
    EXPIRES_AT = "EXPIRES_AT"
    """By expiresAt, e.g. `{field: EXPIRES_AT}`"""
    DISTANCE = "DISTANCE"
    """By distance, only together with near, e.g. `{field: DISTANCE}`"""
    RELEVANCE = "RELEVANCE"
    """By how well it fits, best first, only together with search, e.g. `{field: RELEVANCE}`"""


class OfferState(OpenEnum):
    """Where an offer stands in its life (staat). Example: `OPEN`."""

    DRAFT = "DRAFT"
    """Being written, e.g. without a period yet"""
    SUBMITTED = "SUBMITTED"
    """Waits for approval, e.g. of an editor"""
    OPEN = "OPEN"
    """Can be responded to, e.g. until the closing date"""
    PAUSED = "PAUSED"
    """Stopped for a while, e.g. in summer"""
    FILLED = "FILLED"
    """All places taken, e.g. two of two"""
    CLOSED = "CLOSED"
    """Ended by its maker, e.g. with a reason"""
    EXPIRED = "EXPIRED"
    """Ended by itself, e.g. a year after it opened"""
    WITHDRAWN = "WITHDRAWN"
    """Taken back before anybody was chosen, e.g. by mistake"""


class OrderDirection(OpenEnum):
    """Which way. A missing value counts as the greatest. Example: `DESC`."""

    ASC = "ASC"
    """Smallest first, e.g. A to Z"""
    DESC = "DESC"
    """Greatest first, e.g. newest first"""


class OrganisationKind(OpenEnum):
    """What an organisation is (soort organisatie). Example: `MBO_INSTITUTION`."""

    MBO_INSTITUTION = "MBO_INSTITUTION"
    """School for secondary vocational education (mbo-instelling), e.g. Noorderpoort"""
    HBO_INSTITUTION = "HBO_INSTITUTION"
    """University of applied sciences (hogeschool), e.g. Hanze"""
    UNIVERSITY = "UNIVERSITY"
    """Research university (universiteit), e.g. one with a chair in circular economy"""
    VMBO_SCHOOL = "VMBO_SCHOOL"
    """School for pre-vocational education (vmbo-school), e.g. one with a technical track"""
    COMPANY = "COMPANY"
    """Company (bedrijf), e.g. a repair workshop"""
    SELF_EMPLOYED = "SELF_EMPLOYED"
    """Person working alone (zzp), e.g. a designer"""
    SOCIAL_ENTERPRISE = "SOCIAL_ENTERPRISE"
    """Enterprise with a social aim (sociale onderneming), e.g. a sheltered workshop"""
    MUNICIPALITY = "MUNICIPALITY"
    """Municipality (gemeente), e.g. one that buys circular furniture"""
    PROVINCE = "PROVINCE"
    """Province (provincie), e.g. Drenthe"""
    WATER_AUTHORITY = "WATER_AUTHORITY"
    """Regional water authority (waterschap), e.g. one that wins raw materials from sewage"""
    NATIONAL_GOVERNMENT = "NATIONAL_GOVERNMENT"
    """Part of the national government (rijk), e.g. a ministry"""
    NGO = "NGO"
    """Non-profit organisation (stichting of vereniging), e.g. a nature society"""
    NETWORK = "NETWORK"
    """Network of organisations (netwerk), e.g. one of schools and companies"""
    KNOWLEDGE_INSTITUTE = "KNOWLEDGE_INSTITUTE"
    """Institute for research (kennisinstelling), e.g. one for water technology"""
    SECTOR_ASSOCIATION = "SECTOR_ASSOCIATION"
    """Association of a line of business (branchevereniging), e.g. of builders"""


class OrganisationOrderField(OpenEnum):
    """What organisations can be ordered by. Example: `CREATED_AT`."""

    CREATED_AT = "CREATED_AT"
    """By createdAt, e.g. `{field: CREATED_AT}`"""
    UPDATED_AT = "UPDATED_AT"
    """By updatedAt, e.g. `{field: UPDATED_AT}`"""
    NAME = "NAME"
    """By name, e.g. `{field: NAME}`"""
    SIZE_CLASS = "SIZE_CLASS"
    """By sizeClass, e.g. `{field: SIZE_CLASS}`"""
    FOUNDED_ON = "FOUNDED_ON"
    """By foundedOn, e.g. `{field: FOUNDED_ON}`"""
    VERIFIED_AT = "VERIFIED_AT"
    """By verifiedAt, e.g. `{field: VERIFIED_AT}`"""
    DISTANCE = "DISTANCE"
    """By distance, only together with near, e.g. `{field: DISTANCE}`"""
    RELEVANCE = "RELEVANCE"
    """By how well it fits, best first, only together with search, e.g. `{field: RELEVANCE}`"""


class PartnerRole(OpenEnum):
    """What an organisation is to an initiative (rol van de partner). Example: `LEAD`."""

    LEAD = "LEAD"
    """Leads it (penvoerder), e.g. the school that employs the coordinator"""
    PARTNER = "PARTNER"
    """Takes part (partner), e.g. a company that brings questions"""
    SUPPORTER = "SUPPORTER"
    """Helps without taking part (ondersteuner), e.g. with a room"""
    FUNDER = "FUNDER"
    """Pays (financier), e.g. a province"""


class PublicationStatus(OpenEnum):
    """How far a node is on its way to the public (publicatiestatus). Example: `PUBLISHED`."""

    DRAFT = "DRAFT"
    """Being written (concept), seen by its own organisation only, e.g. an offer without a text yet"""
    IN_REVIEW = "IN_REVIEW"
    """Waits for an editor (ter beoordeling), e.g. a claimed entry of the guide"""
    PUBLISHED = "PUBLISHED"
    """Can be seen by all whom its visibility allows (gepubliceerd), e.g. an open internship"""
    ARCHIVED = "ARCHIVED"
    """Kept but shown no more (gearchiveerd), e.g. an institution that merged into another"""


class RLadder(OpenEnum):
    """A rung of the R-ladder of circularity (R-ladder), the higher the more circular. Example: `R4`."""

    R0 = "R0"
    """Refuse: do without, e.g. no packaging at all"""
    R1 = "R1"
    """Rethink: use more intensively, e.g. share a machine park"""
    R2 = "R2"
    """Reduce: use less material, e.g. a lighter frame"""
    R3 = "R3"
    """Reuse: use again as it is, e.g. second-hand furniture"""
    R4 = "R4"
    """Repair: mend what is broken, e.g. a repair café"""
    R5 = "R5"
    """Refurbish: make old things as new, e.g. laptops for schools"""
    R6 = "R6"
    """Remanufacture: parts in a new product of the same kind, e.g. a revised engine"""
    R7 = "R7"
    """Repurpose: parts in another product, e.g. a bag of old banners"""
    R8 = "R8"
    """Recycle: back to material, e.g. fibres of old clothes"""
    R9 = "R9"
    """Recover: win energy, e.g. burn waste wood"""


class ResourceKind(OpenEnum):
    """What a resource is (soort bron). Example: `LESSON`."""

    LESSON = "LESSON"
    """One lesson (les), e.g. on the R-ladder"""
    LESSON_SERIES = "LESSON_SERIES"
    """Several lessons that belong together (lessenserie), e.g. six weeks on textiles"""
    ASSIGNMENT = "ASSIGNMENT"
    """Assignment for students (opdracht), e.g. map the waste of your internship company"""
    CASE = "CASE"
    """Example from practice (praktijkvoorbeeld), e.g. how a builder reuses beams"""
    ARTICLE = "ARTICLE"
    """Article (artikel), e.g. in the magazine of a school"""
    REPORT = "REPORT"
    """Report (rapport), e.g. the research of 2016"""
    VIDEO = "VIDEO"
    """Film (video), e.g. a tour of a sorting line"""
    PRESENTATION = "PRESENTATION"
    """Slides (presentatie), e.g. of a conference"""
    TOOL = "TOOL"
    """Something to work with (hulpmiddel), e.g. a canvas or a calculator"""
    DATASET = "DATASET"
    """Figures (dataset), e.g. waste in tonnes by school"""
    POLICY_CASE = "POLICY_CASE"
    """How a rule or policy works out (beleidscasus), e.g. circular buying by a municipality"""
    BUSINESS_CASE = "BUSINESS_CASE"
    """Whether something pays (businesscase), e.g. lease of work clothes"""
    MINUTES = "MINUTES"
    """Account of a meeting (verslag), e.g. of a network meeting"""
    MODULE = "MODULE"
    """Module that can be used as it is (module), e.g. in the LMS"""


class SizeClass(OpenEnum):
    """How many people work there (grootteklasse). Example: `SMALL`."""

    SOLO = "SOLO"
    """One person, e.g. a designer"""
    MICRO = "MICRO"
    """2 to 9 people, e.g. a workshop"""
    SMALL = "SMALL"
    """10 to 49 people, e.g. a builder"""
    MEDIUM = "MEDIUM"
    """50 to 249 people, e.g. a factory"""
    LARGE = "LARGE"
    """250 people or more, e.g. a school"""


class SkillImportance(OpenEnum):
    """How much a skill matters (belang). Example: `ESSENTIAL`."""

    ESSENTIAL = "ESSENTIAL"
    """Can't do without, e.g. a welding certificate"""
    OPTIONAL = "OPTIONAL"
    """Nice to have, e.g. some German"""


class StudyCodeType(OpenEnum):
    """The list that a code of education comes from (soort code). Example: `CREBO`."""

    CREBO = "CREBO"
    """Mbo qualifications, 5 digits, e.g. 25998"""
    CROHO = "CROHO"
    """Hbo and university programmes, 5 digits, e.g. 34279"""
    RIO = "RIO"
    """Register of institutions and programmes, e.g. a unit of education that is offered"""
    ELECTIVE = "ELECTIVE"
    """Electives of mbo, K and four digits, e.g. K0165"""
    EDUBADGE = "EDUBADGE"
    """Digital badge, e.g. of a microcredential"""
    OTHER = "OTHER"
    """Any other list, e.g. that of a timetable"""


class StudyLoadUnit(OpenEnum):
    """What the study load is counted in (eenheid van studielast). Example: `ECTS`."""

    ECTS = "ECTS"
    """European credits of 28 hours (studiepunten), e.g. 30 for a minor"""
    SBU = "SBU"
    """Hours that a student spends in all (studiebelastingsuren), e.g. 240 for an elective"""
    CONTACT_TIME = "CONTACT_TIME"
    """Hours in the timetable (contacturen), e.g. 40 for a course"""
    SP = "SP"
    """Study points of another system, e.g. of a Flemish school"""
    HOUR = "HOUR"
    """Plain hours (uren), e.g. 12 for a workshop"""


class StudyMode(OpenEnum):
    """How study and the rest of the week go together (vorm). Example: `PART_TIME`."""

    FULL_TIME = "FULL_TIME"
    """By day, all week (voltijd), e.g. most of hbo"""
    PART_TIME = "PART_TIME"
    """Outside working hours (deeltijd), e.g. on Thursday evenings"""
    DUAL = "DUAL"
    """Work and study in one (duaal), e.g. four days of work and one of school"""
    SELF_PACED = "SELF_PACED"
    """In one's own time and pace (eigen tempo), e.g. an online module"""


class StudyType(OpenEnum):
    """What kind of education it is (soort onderwijs). Example: `ELECTIVE`."""

    PROGRAMME = "PROGRAMME"
    """Full programme that leads to a diploma (opleiding), e.g. four years of civil engineering"""
    MINOR = "MINOR"
    """Coherent part of half a year in hbo (minor), e.g. circular business"""
    SPECIALISATION = "SPECIALISATION"
    """Direction within a programme (specialisatie), e.g. sustainable building"""
    TRACK = "TRACK"
    """Route through a programme (leerroute), e.g. one for people at work"""
    ELECTIVE = "ELECTIVE"
    """Optional part of an mbo programme (keuzedeel), e.g. repair and reuse"""
    COURSE = "COURSE"
    """Part with a test of its own (vak), e.g. knowledge of materials"""
    MODULE = "MODULE"
    """Smaller part that can be taken alone (module), e.g. three evenings on biobased insulation"""
    MICROCREDENTIAL = "MICROCREDENTIAL"
    """Small proof of learning for people at work (microcredential), e.g. buying in a circular way"""


class SuccessionKind(OpenEnum):
    """How one organisation came out of another (soort opvolging). Example: `MERGER`."""

    MERGER = "MERGER"
    """Several became one (fusie), e.g. Drenthe College and Terra"""
    RENAMING = "RENAMING"
    """The same organisation under another name (naamswijziging), e.g. a college that became a
    university
    """
    SPLIT = "SPLIT"
    """One became several (splitsing), e.g. a department that went on alone"""
    TAKEOVER = "TAKEOVER"
    """Went on inside an existing organisation (overname), e.g. a small school in a larger one"""


class Track(OpenEnum):
    """Learning track (leerweg). Example: `BOL`."""

    BOL = "BOL"
    """School with internships, 20 to 60 % in practice, e.g. full-time mbo"""
    BBL = "BBL"
    """Work with school, more than 60 % in practice, e.g. four days work, one day school"""
    DERDE_LEERWEG = "DERDE_LEERWEG"
    """Third track without fixed hours (derde leerweg), e.g. for people at work"""
    FULL_TIME = "FULL_TIME"
    """Full-time hbo, e.g. four years"""
    PART_TIME = "PART_TIME"
    """Part-time hbo, e.g. evenings"""
    DUAL = "DUAL"
    """Work and study in one hbo programme, e.g. with an employer"""


class Visibility(OpenEnum):
    """Who may see a published node (zichtbaarheid). Example: `PUBLIC`."""

    PUBLIC = "PUBLIC"
    """Everybody (openbaar), e.g. a conference"""
    NETWORK = "NETWORK"
    """Members of the network (netwerk), e.g. a network meeting"""
    ORGANISATION = "ORGANISATION"
    """People of the organisation itself (instelling), e.g. an internal project"""
    GROUP = "GROUP"
    """Members of the working group (werkgroep), e.g. its minutes"""
    PRIVATE = "PRIVATE"
    """Its makers only (privé), e.g. a plan in the making"""


class WorkingGroupState(OpenEnum):
    """How alive a working group is (staat van de werkgroep). Example: `ACTIVE`."""

    FORMING = "FORMING"
    """Being put together (in oprichting), e.g. in search of members"""
    ACTIVE = "ACTIVE"
    """At work (actief), e.g. meeting each month"""
    DORMANT = "DORMANT"
    """Asleep (slapend), e.g. until there is a new question"""
    CLOSED = "CLOSED"
    """Over (gesloten), e.g. because the elective is there"""
