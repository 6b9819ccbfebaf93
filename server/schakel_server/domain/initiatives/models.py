"""Initiatives: programmes, labs and networks that link organisations, with their partners and goals."""

from schakel_server.declare.fields import (
    Inverse,
    Weight,
    choice,
    date,
    local_text,
    number,
    numbers,
    part_of,
    text,
    to_many,
    to_one,
)
from schakel_server.declare.nodes import Node, Part
from schakel_server.declare.values import Scalar
from schakel_server.domain.initiatives.values import (
    InitiativeKind,
    InitiativeScope,
    InitiativeStage,
    PartnerRole,
)


class Initiative(Node):
    """A programme, project, lab or network (initiatief). Example: `initiatives { nodes { name } }`."""

    prefix = "init"
    one, many = "initiative", "initiatives"
    default_order = ("name",)

    name = local_text(
        "What it is called.", "Noordelijk Innovatielab Circulaire Economie", order=True, search=Weight.A
    )
    short_name = text("Abbreviation.", "NICE", null=True, search=Weight.A)
    kind = choice(InitiativeKind, "What it is.", "LAB", order=True, facet=True, search=Weight.B)
    scope = choice(InitiativeScope, "How far it reaches.", "REGIONAL", null=True, facet=True)
    stage = choice(InitiativeStage, "How far it has come.", "CONNECTED", null=True, order=True, facet=True)
    summary = local_text(
        "One or two sentences for lists.",
        "Studenten lossen vragen van bedrijven op",
        null=True,
        search=Weight.B,
    )
    description = local_text(
        "What it does and why, in paragraphs of Markdown.",
        "Bedrijven brengen een vraag in …",
        null=True,
        where=False,
        search=Weight.C,
    )
    starts_on = date("First day.", "2017-09-01", null=True, order=True)
    ends_on = date("Last day; missing while it goes on.", "2027-12-31", null=True, order=True)
    website = text("Home page.", "https://example.org/lab", Scalar.URL, null=True)
    sdgs = numbers("Sustainable Development Goals that it works on, by number.", "[4, 12]")
    parent = to_one(
        "Initiative",
        "The initiative that this one is part of.",
        Inverse("children", "Initiatives that are part of this one, by name."),
        null=True,
        order=("name",),
    )
    themes = to_many(
        "Theme",
        "initiative_theme",
        "What it is about, by code.",
        Inverse("initiatives", "Initiatives about this theme, by name."),
        order=("code",),
        facet="label",
    )


class InitiativePartner(Part):
    """An organisation in an initiative (partner). Example: `partners { role organisation { name } }`."""

    prefix = "partner"

    initiative = part_of(
        "Initiative",
        Inverse("partners", "Organisations in it with their role, leading one first."),
        order=("role", "id"),
    )
    organisation = to_one(
        "Organisation",
        "The organisation.",
        Inverse("partnerships", "The parts that this organisation has in initiatives."),
        order=("id",),
        across=Inverse("initiatives", "Initiatives that this organisation takes part in."),
    )
    role = choice(
        PartnerRole, "What the organisation is to the initiative; the weightiest one of several.", "PARTNER"
    )
    valid_from = date("First day on which it took part.", "2017-09-01", null=True, name="from")
    valid_to = date(
        "Last day on which it took part; missing while it does.", "2023-07-31", null=True, name="to"
    )

    class Meta:
        unique_together = (("initiative", "organisation"),)


class InitiativeGoal(Part):
    """One of the goals of an initiative (doel). Example: `goals { text }`."""

    prefix = "goal"

    initiative = part_of(
        "Initiative", Inverse("goals", "What it wants to reach, first one first."), order=("position",)
    )
    position = number("Place in the list, from 1.", "1")
    text = local_text("The goal in a sentence.", "Bewustwording van docenten en studenten")
