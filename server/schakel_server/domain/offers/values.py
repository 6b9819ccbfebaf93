"""The values that offers use."""

from enum import unique

from schakel_server.declare.values import Values


@unique
class Market(Values):
    """The market that an offer is on (markt). Example: `STUDENTS`."""

    STUDENTS = "For students: internships, research, projects and paid work, e.g. a graduation project"
    TEACHERS = "For teachers and guest teachers: lessons, visits and research, e.g. a guest lecture"


@unique
class Direction(Values):
    """Whether something is offered or asked (vraag of aanbod). Example: `SUPPLY`."""

    SUPPLY = "Offered (aanbod), e.g. a company with a place for an intern"
    DEMAND = "Asked (vraag), e.g. a student in search of a place"


@unique
class OfferKind(Values):
    """What is offered or asked (soort). The last seven are for the market of teachers. Example: `INTERNSHIP_BOL`."""

    INTERNSHIP_BOL = "Internship in a full-time mbo programme (bpv, bol), e.g. 20 weeks in a workshop"
    APPRENTICESHIP_BBL = (
        "Learning job of at least 610 hours a year with a salary (leerbaan, bbl), e.g. four days a week"
    )
    INTERNSHIP_HBO = "Internship of an hbo programme (hbo-stage), e.g. five months in year three"
    GRADUATION = "Graduation project (afstuderen), e.g. a material passport for a factory hall"
    RESEARCH = "Research by students (onderzoek), e.g. into waste streams"
    PROJECT = "Project of a group (project), e.g. ten weeks with four students"
    CHALLENGE = "Open question with an open result (vraagstuk), e.g. packaging without plastic"
    TEMPORARY_JOB = "Temporary paid work (tijdelijk werk), e.g. a harvest season"
    PERMANENT_JOB = "Permanent paid work (vaste baan), e.g. a repair technician"
    SIDE_JOB = "Work next to school (bijbaan), e.g. Saturdays in a thrift shop"
    VOLUNTEER = "Voluntary work (vrijwilligerswerk), e.g. in a repair café"
    ORIENTATION = "Short look inside (snuffelstage), e.g. two days at a builder"
    GUEST_LECTURE = "Guest lecture (gastles), e.g. one hour on biobased building"
    COMPANY_VISIT = "Company visit (bedrijfsbezoek), e.g. a tour of a sorting line"
    RESEARCH_PROJECT = "Research project with a school (onderzoeksproject), e.g. with a professorship"
    TEACHER_INTERNSHIP = "Internship for a teacher (docentenstage), e.g. a week in a factory"
    COURSE_DEVELOPMENT = "Making teaching material together (lesontwikkeling), e.g. an elective on repair"
    JURY = "Sitting on a jury (jury), e.g. at the presentation of designs"
    EQUIPMENT = "Equipment or materials on loan (apparatuur), e.g. a shredder"


@unique
class LocationMode(Values):
    """Where the work is done (plaats). Example: `ON_SITE`."""

    ON_SITE = "At the organisation, e.g. in the workshop"
    HYBRID = "Partly at home, e.g. two days a week"
    REMOTE = "Anywhere, e.g. desk research"
    AT_SCHOOL = "At the school, e.g. a guest lecture"


@unique
class CompensationKind(Values):
    """What is paid (vergoeding). Example: `ALLOWANCE`."""

    NONE = "Nothing, e.g. for a company visit"
    ALLOWANCE = "Internship allowance (stagevergoeding), e.g. 450 euro a month"
    SALARY = "Salary (loon), e.g. the minimum youth wage"
    EXPENSES = "Expenses only (onkosten), e.g. travel"
    FEE = "Fee (honorarium), e.g. for a guest lecture"
    VOLUNTEER_FEE = "Volunteer's fee within the tax limits (vrijwilligersvergoeding), e.g. 5 euro an hour"
    TO_AGREE = "To be agreed (in overleg), e.g. for a project"


@unique
class ApplicationMethod(Values):
    """How to respond (manier van reageren). Example: `PLATFORM`."""

    PLATFORM = "Here on the platform, e.g. with a short motivation"
    EXTERNAL_URL = "On a page of the provider, e.g. its own vacancy page"
    EMAIL = "By e-mail to the organisation, e.g. its internship desk"
    VIA_SCHOOL = "Through the school, e.g. its internship office"


@unique
class OfferState(Values):
    """Where an offer stands in its life (staat). Example: `OPEN`."""

    DRAFT = "Being written, e.g. without a period yet"
    SUBMITTED = "Waits for approval, e.g. of an editor"
    OPEN = "Can be responded to, e.g. until the closing date"
    PAUSED = "Stopped for a while, e.g. in summer"
    FILLED = "All places taken, e.g. two of two"
    CLOSED = "Ended by its maker, e.g. with a reason"
    EXPIRED = "Ended by itself, e.g. a year after it opened"
    WITHDRAWN = "Taken back before anybody was chosen, e.g. by mistake"


@unique
class ListingState(Values):
    """What an institution decided about an offer for its own students (staat van de vermelding). Example: `APPROVED`."""

    PENDING = "Not looked at yet, e.g. since yesterday"
    IN_PROGRESS = "Being looked at, e.g. by the internship office"
    APPROVED = "Shown to its students, e.g. of every programme"
    DECLINED = "Not shown to its students, e.g. because no recognition is known"
    EXPIRED = "The approval is over, e.g. after the school year"


@unique
class ClosedReason(Values):
    """Why an offer closed (reden van sluiting). Example: `FILLED`."""

    FILLED = "Somebody was found here, e.g. a student of Firda"
    FILLED_ELSEWHERE = "Somebody was found in another way, e.g. through a friend"
    NO_LONGER_NEEDED = "The question went away, e.g. the project stopped"
    NO_RESPONSE = "Nobody responded, e.g. in three months"
    OTHER = "Anything else, e.g. a move"


@unique
class SkillImportance(Values):
    """How much a skill matters (belang). Example: `ESSENTIAL`."""

    ESSENTIAL = "Can't do without, e.g. a welding certificate"
    OPTIONAL = "Nice to have, e.g. some German"


@unique
class ContractType(Values):
    """The contract that goes with it (contractvorm). Example: `INTERNSHIP_AGREEMENT`."""

    INTERNSHIP_AGREEMENT = "Agreement of school, student and company (praktijkovereenkomst), e.g. for bol"
    EMPLOYMENT = "Employment contract (arbeidsovereenkomst), e.g. for bbl"
    ASSIGNMENT = "Contract for services (opdracht), e.g. for a guest lecture"
    VOLUNTEER_AGREEMENT = "Volunteer's agreement (vrijwilligersovereenkomst), e.g. in a thrift shop"
    NONE = "No contract, e.g. for a visit"
