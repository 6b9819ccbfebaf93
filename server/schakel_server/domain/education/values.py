"""The values that education uses, named after the Open Education API (OEAPI) version 6."""

from enum import unique

from schakel_server.declare.values import Values


@unique
class StudyType(Values):
    """What kind of education it is (soort onderwijs). Example: `ELECTIVE`."""

    PROGRAMME = "Full programme that leads to a diploma (opleiding), e.g. four years of civil engineering"
    MINOR = "Coherent part of half a year in hbo (minor), e.g. circular business"
    SPECIALISATION = "Direction within a programme (specialisatie), e.g. sustainable building"
    TRACK = "Route through a programme (leerroute), e.g. one for people at work"
    ELECTIVE = "Optional part of an mbo programme (keuzedeel), e.g. repair and reuse"
    COURSE = "Part with a test of its own (vak), e.g. knowledge of materials"
    MODULE = "Smaller part that can be taken alone (module), e.g. three evenings on biobased insulation"
    MICROCREDENTIAL = (
        "Small proof of learning for people at work (microcredential), e.g. buying in a circular way"
    )


@unique
class StudyMode(Values):
    """How study and the rest of the week go together (vorm). Example: `PART_TIME`."""

    FULL_TIME = "By day, all week (voltijd), e.g. most of hbo"
    PART_TIME = "Outside working hours (deeltijd), e.g. on Thursday evenings"
    DUAL = "Work and study in one (duaal), e.g. four days of work and one of school"
    SELF_PACED = "In one's own time and pace (eigen tempo), e.g. an online module"


@unique
class DeliveryMode(Values):
    """How the lessons are given (onderwijsvorm). Example: `WORK_BASED`."""

    PRESENTIAL = "Together in one room (op locatie), e.g. in the workshop of the school"
    ONLINE = "Entirely online, e.g. in a virtual classroom"
    BLENDED = "A fixed mix of online and together, e.g. a week online before each meeting"
    HYBRID = "Together or online, as the student chooses, e.g. a lecture that is streamed"
    PROJECT_BASED = "In a project group (projectonderwijs), e.g. ten weeks for one company"
    RESEARCH_BASED = "In a research environment (onderzoeksomgeving), e.g. a living lab"
    WORK_BASED = "By working in practice (werkplekleren), e.g. three days a week at a builder"


@unique
class StudyLoadUnit(Values):
    """What the study load is counted in (eenheid van studielast). Example: `ECTS`."""

    ECTS = "European credits of 28 hours (studiepunten), e.g. 30 for a minor"
    SBU = "Hours that a student spends in all (studiebelastingsuren), e.g. 240 for an elective"
    CONTACT_TIME = "Hours in the timetable (contacturen), e.g. 40 for a course"
    SP = "Study points of another system, e.g. of a Flemish school"
    HOUR = "Plain hours (uren), e.g. 12 for a workshop"


@unique
class StudyCodeType(Values):
    """The list that a code of education comes from (soort code). Example: `CREBO`."""

    CREBO = "Mbo qualifications, 5 digits, e.g. 25998"
    CROHO = "Hbo and university programmes, 5 digits, e.g. 34279"
    RIO = "Register of institutions and programmes, e.g. a unit of education that is offered"
    ELECTIVE = "Electives of mbo, K and four digits, e.g. K0165"
    EDUBADGE = "Digital badge, e.g. of a microcredential"
    OTHER = "Any other list, e.g. that of a timetable"
