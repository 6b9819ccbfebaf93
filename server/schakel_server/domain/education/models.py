"""Education: the programmes and courses of institutions, with the facts that OEAPI version 6 exchanges."""

from schakel_server.declare.fields import (
    Group,
    Inverse,
    Weight,
    choice,
    choices,
    decimal,
    local_text,
    number,
    part_of,
    text,
    texts,
    to_many,
    to_one,
)
from schakel_server.declare.nodes import Node, Part
from schakel_server.declare.values import Locale, Scalar
from schakel_server.domain.education.values import (
    DeliveryMode,
    StudyCodeType,
    StudyLoadUnit,
    StudyMode,
    StudyType,
)
from schakel_server.domain.organisations.values import EducationLevel, Track
from schakel_server.storage import columns

STUDY_LOAD = Group(
    "studyLoad",
    "StudyLoad",
    "How much work it is (studielast). Example: `studyLoad { value unit }`.",
)


class Study(Node):
    """What programmes and courses have in common."""

    default_order = ("name",)

    primary_code = text("The code that the institution itself uses.", "MINOR-CE", search=Weight.B)
    primary_code_folded = columns.Folded("primary_code")
    type = choice(StudyType, "What kind of education it is.", "MINOR", facet=True, search=Weight.B)
    name = local_text("What it is called.", "Minor Circulair ondernemen", order=True, search=Weight.A)
    name_folded = columns.Folded("name")
    abbreviation = text("The short form of its name.", "MCO", null=True, search=Weight.A)
    abbreviation_folded = columns.Folded("abbreviation")
    summary = local_text(
        "One or two sentences for lists.",
        "Een half jaar werken aan een kringloop",
        null=True,
        search=Weight.B,
    )
    summary_folded = columns.Folded("summary")
    description = local_text(
        "What one learns and how, in paragraphs of Markdown.",
        "Je leert grondstoffen …",
        null=True,
        where=False,
        search=Weight.C,
    )
    level = choice(
        EducationLevel, "Level of education.", "BACHELOR", null=True, order=True, facet=True, search=Weight.C
    )
    eqf = number("Level of the European Qualifications Framework, 1 to 8.", "6", null=True, facet=True)
    track = choice(Track, "Learning track.", "BOL", null=True, facet=True)
    mode = choice(
        StudyMode, "How study and the rest of the week go together.", "FULL_TIME", null=True, facet=True
    )
    delivery_modes = choices(DeliveryMode, "How the lessons are given.", "[PROJECT_BASED]", facet=True)
    qualification = text(
        "Code of the qualification: crebo in mbo, croho in hbo, 5 digits.",
        "25998",
        null=True,
        facet=True,
        search=Weight.B,
    )
    qualification_folded = columns.Folded("qualification")
    study_load_value = decimal(
        "The number.", "30.0", 1, null=True, group=STUDY_LOAD, name="value", order=True
    )
    study_load_unit = choice(
        StudyLoadUnit, "What it is counted in.", "ECTS", null=True, group=STUDY_LOAD, name="unit"
    )
    duration = text("How long it takes, ISO 8601.", "P6M", Scalar.DURATION, null=True, where=False)
    fields_of_study = texts("Fields of study, ISCED-F, 2 to 6 digits.", '["0712"]', facet=True)
    teaching_languages = choices(Locale, "Languages in which is taught.", "[NL, EN]", facet=True)
    learning_outcomes = local_text(
        "What one can do at the end.",
        "Een materialenpaspoort opstellen",
        null=True,
        where=False,
        search=Weight.C,
    )
    admission = local_text(
        "What one needs to begin (toelatingseisen).", "Een propedeuse", null=True, where=False
    )
    website = text("Its page at the institution.", "https://example.org/minor", Scalar.URL, null=True)
    website_folded = columns.Folded("website")
    lms_links = texts(
        "Pages of it in the learning management system.",
        '["https://lms.example.org/course/42"]',
        Scalar.URL,
        where=False,
    )

    class Meta:
        abstract = True


class StudyCode(Part):
    """What codes of programmes and courses have in common."""

    type = choice(StudyCodeType, "The list that the code comes from.", "CREBO")
    value = text("The code itself.", "25998")
    value_folded = columns.Folded("value")

    class Meta:
        abstract = True


class StudyLocation(Part):
    """What places of programmes and courses have in common."""

    name = text("Building or campus.", "Zernike Campus", null=True)
    name_folded = columns.Folded("name")
    city = text("Town or village.", "Groningen", order=True, facet=True)
    city_folded = columns.Folded("city")
    province = text("Province, ISO 3166-2.", "NL-GR", null=True, facet=True)
    province_folded = columns.Folded("province")
    latitude = decimal("WGS84 latitude in degrees.", "53.240123", 6, null=True)
    longitude = decimal("WGS84 longitude in degrees.", "6.536789", 6, null=True)

    class Meta:
        abstract = True


class Programme(Study):
    """A programme, minor, specialisation or track (opleiding). Example: `programmes { nodes { name } }`."""

    prefix = "prog"
    one, many = "programme", "programmes"

    offerer = to_one(
        "Organisation",
        "The institution that offers it.",
        Inverse("programmes", "Programmes of this institution, by name."),
        facet="name",
    )
    parent = to_one(
        "Programme",
        "The programme that this one is a direction or part of.",
        Inverse("children", "Directions and parts of this programme, by name."),
        null=True,
        order=("name",),
    )
    themes = to_many(
        "Theme",
        "programme_theme",
        "What it is about, by code.",
        Inverse("programmes", "Programmes about this theme, by name."),
        order=("code",),
        facet="label",
    )


class ProgrammeCode(StudyCode):
    """Another code of a programme (code van een opleiding). Example: `otherCodes { type value }`."""

    prefix = "progcode"

    programme = part_of(
        "Programme", Inverse("otherCodes", "Codes in other lists, by type."), order=("type", "value")
    )


class ProgrammeLocation(StudyLocation):
    """A place where a programme is given (leslocatie van een opleiding). Example: `locations { city }`."""

    prefix = "progplace"

    programme = part_of(
        "Programme", Inverse("locations", "Places where it is given, by city."), order=("city",)
    )


class Course(Study):
    """A course, elective, module or microcredential (vak). Example: `courses { nodes { name type } }`."""

    prefix = "course"
    one, many = "course", "courses"

    offerer = to_one(
        "Organisation",
        "The institution that offers it.",
        Inverse("courses", "Courses of this institution, by name."),
        facet="name",
    )
    programmes = to_many(
        "Programme",
        "course_programme",
        "Programmes that it belongs to, by name.",
        Inverse("courses", "Courses of this programme, by name."),
        order=("name",),
        plural="connection",
    )
    themes = to_many(
        "Theme",
        "course_theme",
        "What it is about, by code.",
        Inverse("courses", "Courses about this theme, by name."),
        order=("code",),
        facet="label",
    )


class CourseCode(StudyCode):
    """Another code of a course (code van een vak). Example: `otherCodes { type value }`."""

    prefix = "coursecode"

    course = part_of(
        "Course", Inverse("otherCodes", "Codes in other lists, by type."), order=("type", "value")
    )


class CourseLocation(StudyLocation):
    """A place where a course is given (leslocatie van een vak). Example: `locations { city }`."""

    prefix = "courseplace"

    course = part_of("Course", Inverse("locations", "Places where it is given, by city."), order=("city",))
