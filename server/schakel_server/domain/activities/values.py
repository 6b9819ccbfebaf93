"""The values that activities use."""

from enum import unique

from schakel_server.declare.values import Values


@unique
class ActivityKind(Values):
    """What an activity is (soort activiteit). Example: `SITE_VISIT`."""

    NETWORK_MEETING = "Meeting of the network (netwerkoverleg), e.g. each quarter at another school"
    WORK_SESSION = "Working together on a circular theme (werksessie), e.g. writing an elective"
    WORKING_GROUP_MEETING = "Meeting of a working group (werkgroepoverleg), e.g. of that on textiles"
    CONFERENCE = "Conference (conferentie), e.g. the yearly one on circular education"
    WORKSHOP = "Workshop, e.g. repairing laptops"
    SITE_VISIT = "Visit to a company or project (werkbezoek), e.g. a sorting line"
    WEBINAR = "Online lecture (webinar), e.g. one hour on material passports"
    GUEST_LECTURE = "Guest lecture (gastles), e.g. by a builder"
    TRAINING = "Professional development (scholing), e.g. two days for teachers"
    HACKATHON = "Day or two of solving a question (hackathon), e.g. packaging without plastic"
    OPEN_DAY = "Open day (open dag), e.g. of a lab"


@unique
class ActivityStatus(Values):
    """Whether an activity goes on as planned (status van de activiteit). Example: `SCHEDULED`."""

    SCHEDULED = "Planned (gepland), e.g. for next month"
    RESCHEDULED = "Moved to another moment (verzet), e.g. a week later"
    POSTPONED = "Put off, without a new date yet (uitgesteld), e.g. because of snow"
    MOVED_ONLINE = "Takes place online instead (verplaatst naar online), e.g. because of a strike"
    CANCELLED = "Does not take place (geannuleerd), e.g. with too few people"
    COMPLETED = "Has taken place (geweest), e.g. last week"


@unique
class AttendanceMode(Values):
    """How one takes part (manier van deelnemen). Example: `MIXED`."""

    OFFLINE = "In person, e.g. in a workshop hall"
    ONLINE = "Online, e.g. by video"
    MIXED = "Either way, e.g. a conference that is streamed"


@unique
class WorkingGroupState(Values):
    """How alive a working group is (staat van de werkgroep). Example: `ACTIVE`."""

    FORMING = "Being put together (in oprichting), e.g. in search of members"
    ACTIVE = "At work (actief), e.g. meeting each month"
    DORMANT = "Asleep (slapend), e.g. until there is a new question"
    CLOSED = "Over (gesloten), e.g. because the elective is there"


@unique
class JoinMode(Values):
    """How one joins a working group (manier van aansluiten). Example: `ON_REQUEST`."""

    OPEN = "By coming along (open), e.g. to any meeting"
    ON_REQUEST = "After asking (op verzoek), e.g. with a short motivation"
    INVITE = "When invited (op uitnodiging), e.g. by its chair"
