"""Knowledge: teaching material, examples and reports, described in the terms of NL-LOM and LRMI."""

from schakel_server.declare.fields import (
    Inverse,
    Weight,
    choice,
    choices,
    date,
    local_text,
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
from schakel_server.domain.knowledge.values import Curation, EndUser, ResourceKind
from schakel_server.domain.organisations.values import EducationLevel
from schakel_server.domain.themes.values import RLadder


class Resource(Node):
    """Something to learn from, such as a lesson (bron). Example: `resources { nodes { title url } }`."""

    prefix = "res"
    one, many = "resource", "resources"

    title = local_text("What it is called.", "Parels zonder ketting", order=True, search=Weight.A)
    summary = local_text("One or two sentences for lists.", "Onderzoek uit 2016", null=True, search=Weight.B)
    description = local_text(
        "What is in it, in paragraphs of Markdown.",
        "Het rapport beschrijft …",
        null=True,
        where=False,
        search=Weight.C,
    )
    url = text("Where it can be read or had.", "https://example.org/rapport.pdf", Scalar.URL, null=True)
    kind = choice(ResourceKind, "What it is.", "REPORT", order=True, facet=True, search=Weight.B)
    format = text("Media type, as on the web.", "application/pdf", null=True, facet=True)
    language = choice(Locale, "Language of the resource itself.", "NL", null=True, facet=True)
    authors = texts(
        "Organisations or groups that made it; never persons.",
        '["Werkgroep Textiel"]',
        where=False,
        search=Weight.C,
    )
    publisher = text("Organisation that published it.", "Noorderpoort", null=True, search=Weight.C)
    published_on = date("When it was published.", "2016-11-01", null=True, order=True)
    license = text("Licence, by its SPDX short form.", "CC-BY-4.0", null=True, facet=True)
    levels = choices(EducationLevel, "Levels that it fits.", "[MBO_3, MBO_4]", facet=True)
    discipline = text("Field of work or school subject.", "Bouwkunde", null=True, facet=True, search=Weight.B)
    end_users = choices(EndUser, "For whom it is meant.", "[TEACHER]", facet=True)
    typical_learning_time = text(
        "How long one works on it, ISO 8601.", "PT2H", Scalar.DURATION, null=True, where=False
    )
    aggregation_level = number(
        "Size after NL-LOM: 1 raw material, 2 lesson, 3 course, 4 programme.", "2", null=True, facet=True
    )
    r_ladder = choices(RLadder, "Rungs of the R-ladder that it is about.", "[R3, R4]", facet=True)
    sdgs = numbers("Sustainable Development Goals that it is about, by number.", "[4, 12]")
    curation = choice(
        Curation, "Whether somebody looked at it.", "REVIEWED", default=Curation.NONE, order=True, facet=True
    )
    organisation = to_one(
        "Organisation",
        "The organisation that it comes from.",
        Inverse("resources", "Resources of this organisation, newest first."),
        null=True,
        facet="name",
    )
    initiative = to_one(
        "Initiative",
        "The initiative that it comes from.",
        Inverse("resources", "Resources of this initiative, newest first."),
        null=True,
        facet="name",
    )
    activity = to_one(
        "Activity",
        "The activity that it was made for or at.",
        Inverse("resources", "Material and accounts of this activity, newest first."),
        null=True,
    )
    result_of = to_one(
        "Offer",
        "The offer, such as a challenge or a graduation project, that it came out of.",
        Inverse("results", "What came out of this offer, newest first."),
        null=True,
    )
    is_part_of = to_one(
        "Resource",
        "The larger resource that this one is a part of.",
        Inverse("parts", "Resources that are part of this one, by title."),
        null=True,
        order=("title",),
    )
    is_based_on = to_many(
        "Resource",
        "resource_based_on",
        "Resources that it was made from, by title.",
        Inverse("adaptations", "Resources that were made from this one, newest first."),
        order=("title",),
    )
    themes = to_many(
        "Theme",
        "resource_theme",
        "What it is about, by code.",
        Inverse("resources", "Resources about this theme, newest first."),
        order=("code",),
        facet="label",
    )
    programmes = to_many(
        "Programme",
        "resource_programme",
        "Programmes that it is used in, by name.",
        Inverse("resources", "Resources that are used in this programme, newest first."),
        order=("name",),
        plural="connection",
    )
    courses = to_many(
        "Course",
        "resource_course",
        "Courses that it is used in, by name.",
        Inverse("resources", "Resources that are used in this course, newest first."),
        order=("name",),
        plural="connection",
    )


class Recommendation(Part):
    """What a report advises (aanbeveling). Example: `recommendations { position text }`."""

    prefix = "advice"

    resource = part_of(
        "Resource", Inverse("recommendations", "What it advises, first one first."), order=("position",)
    )
    position = number("Place in the list, from 1.", "1")
    title = local_text("The advice in a few words.", "Bewustwording", null=True)
    text = local_text("The advice in a sentence.", "Maak docenten en studenten bewust …")
