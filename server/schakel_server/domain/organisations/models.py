"""Organisations: schools, companies and governments, with their codes, places, history and certificate."""

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
from schakel_server.declare.values import Scalar
from schakel_server.domain.organisations.json_ld import NEEDS, organisation_as_json_ld
from schakel_server.domain.organisations.values import (
    AddressKind,
    CertificateCondition,
    CertificateState,
    ContactRole,
    EducationLevel,
    IdentifierScheme,
    OrganisationKind,
    SizeClass,
    SuccessionKind,
    Track,
)
from schakel_server.domain.themes.values import RLadder

PRACTICE = Group(
    "csrPractice",
    "CsrPractice",
    "What the organisation does for people, planet and profit (MVO in de praktijk). Example: `csrPractice { people }`.",
)
CERTIFICATE = Group(
    "certificate",
    "Certificate",
    "The MVO certificate as it stands (certificaat). It never weighs how much an organisation does. "
    "Example: `certificate { state validUntil }`.",
)


class Organisation(Node):
    """A school, company, government or society (organisatie).

    Example: `organisation(by: {slug: "hanze"}) { name }`.
    """

    prefix = "org"
    one, many = "organisation", "organisations"
    default_order = ("name",)
    lookups = {"identifier": "identifiers"}
    position = "addresses"

    name = text("What the organisation is called.", "Noorderpoort", order=True, search=Weight.A)
    legal_name = text("Name in the trade register.", "Stichting Noorderpoort", null=True, search=Weight.B)
    short_name = text("Abbreviation.", "NP", null=True, search=Weight.A)
    kinds = choices(
        OrganisationKind,
        "What the organisation is, main kind first.",
        "[COMPANY]",
        facet=True,
        search=Weight.B,
    )
    summary = local_text(
        "One or two sentences for lists.", "School voor mbo in Groningen", null=True, search=Weight.B
    )
    description = local_text(
        "Who they are, in paragraphs of Markdown.",
        "Noorderpoort leidt op voor …",
        null=True,
        where=False,
        search=Weight.C,
    )
    logo_url = text(
        "Picture of the logo.", "https://example.org/logo.svg", Scalar.URL, null=True, where=False
    )
    website = text("Home page.", "https://noorderpoort.nl", Scalar.URL, null=True)
    email = text(
        "General address of the organisation, not of a person.",
        "info@example.org",
        Scalar.EMAIL,
        null=True,
        where=False,
    )
    phone = text("General telephone number.", "+31 50 123 45 67", null=True, where=False)
    sbi_codes = texts("Branches of industry, SBI 2008, 2 to 5 digits.", '["3832"]')
    size_class = choice(SizeClass, "How many people work there.", "SMALL", null=True, order=True, facet=True)
    accessibility = local_text(
        "How to get in, also with a wheelchair.", "Lift aanwezig, drempelvrij", null=True
    )
    founded_on = date("When it was founded.", "1996-08-01", null=True, order=True)
    closed_on = date("When it ceased to exist, for instance in a merger.", "2023-01-01", null=True)
    parent = to_one(
        "Organisation",
        "The organisation that this one is a branch of.",
        null=True,
        order=("name",),
        inverse=Inverse("children", "Branches of this organisation, by name."),
    )
    csr_vision = local_text(
        "Vision on corporate social responsibility (MVO-visie).",
        "Wij verspillen niets.",
        null=True,
        search=Weight.C,
    )
    practice_people = local_text(
        "What is done for people.",
        "Leerplekken voor iedereen",
        null=True,
        group=PRACTICE,
        name="people",
        search=Weight.C,
    )
    practice_planet = local_text(
        "What is done for the planet.",
        "Alle dozen gaan terug",
        null=True,
        group=PRACTICE,
        name="planet",
        search=Weight.C,
    )
    practice_profit = local_text(
        "What is done for a sound business.",
        "Langer gebruik, lagere kosten",
        null=True,
        group=PRACTICE,
        name="profit",
        search=Weight.C,
    )
    certificate_state = choice(
        CertificateState,
        "How it stands.",
        "GRANTED",
        default=CertificateState.NONE,
        group=CERTIFICATE,
        name="state",
        facet=True,
    )
    certificate_number = text(
        "Number under which it can be verified.",
        "NN-2026-0042",
        null=True,
        unique=True,
        group=CERTIFICATE,
        name="number",
    )
    certificate_attested_by = text(
        "The organisation that vouched for it.",
        "Noorderpoort",
        null=True,
        group=CERTIFICATE,
        name="attestedBy",
        where=False,
    )
    certificate_attested_at = moment(
        "When it was vouched for.", "2026-03-01T10:00:00Z", null=True, group=CERTIFICATE, name="attestedAt"
    )
    certificate_valid_until = date(
        "Last day on which it holds.", "2027-03-01", null=True, group=CERTIFICATE, name="validUntil"
    )
    r_ladder = choices(RLadder, "Rungs of the R-ladder that the organisation works on.", "[R4, R5]")
    sdgs = numbers("Sustainable Development Goals that it works on, by number.", "[8, 12]")
    verified_at = moment(
        "When the entry was last checked by the organisation.", "2026-09-01T08:00:00Z", null=True, order=True
    )
    themes = to_many(
        "Theme",
        "organisation_theme",
        "What the organisation is about, by code.",
        order=("code",),
        inverse=Inverse("organisations", "Organisations that work on this theme."),
        facet="label",
    )
    json_ld = computed(
        "The organisation in the terms of schema.org, to put in a page for search engines.",
        '{"@type": "CollegeOrUniversity", "name": "Hanze"}',
        "JSON",
        needs=NEEDS,
        make=organisation_as_json_ld,
    )


class OrganisationIdentifier(Part):
    """A code of an organisation in some register (nummer). Example: `identifiers { scheme value }`."""

    prefix = "ident"

    organisation = part_of(
        "Organisation", Inverse("identifiers", "Codes in registers, by scheme."), order=("scheme", "value")
    )
    scheme = choice(IdentifierScheme, "The register.", "INSTITUTION_CODE")
    value = text("The code itself.", "25BE")
    valid_from = date("First day on which the code holds.", "2018-01-01", null=True)
    valid_to = date("Last day on which the code held.", "2023-07-31", null=True)

    class Meta:
        unique_together = (("scheme", "value", "organisation"),)


class Address(Part):
    """A place where an organisation can be found (adres).

    Example: `addresses { street houseNumber city }`.
    """

    prefix = "addr"

    organisation = part_of(
        "Organisation",
        Inverse("addresses", "Addresses, visiting address first."),
        order=("-kind", "city", "postcode"),
    )
    kind = choice(AddressKind, "What the address is for.", "VISIT")
    street = text("Street.", "Zernikeplein", null=True)
    house_number = text("House number with what follows it.", "7a", null=True)
    postcode = text("Postcode with a space.", "9747 AS", null=True)
    city = text("Town or village.", "Groningen", order=True, facet=True)
    municipality = text("Municipality.", "Groningen", null=True, facet=True)
    province = text("Province, ISO 3166-2.", "NL-GR", null=True, facet=True)
    country = text("Country, ISO 3166-1.", "NL", default="NL")
    latitude = decimal("WGS84 latitude in degrees.", "53.240123", 6, null=True)
    longitude = decimal("WGS84 longitude in degrees.", "6.536789", 6, null=True)


class Contact(Part):
    """What somebody at an organisation can be asked about (contactpersoon).

    Example: `contacts { role public }`.
    """

    prefix = "contact"

    organisation = part_of("Organisation", Inverse("contacts", "Contacts, by role."), order=("role",))
    role = choice(ContactRole, "What this contact can be asked about.", "INTERNSHIPS")
    public = flag("Whether this contact agreed to be shown.", "true", default=False)


class Recognition(Part):
    """Leave to train students of one qualification (erkenning als leerbedrijf).

    Example: `recognitions { crebo places }`.
    """

    prefix = "recog"

    organisation = part_of(
        "Organisation",
        Inverse("recognitions", "Recognitions as a training company, by crebo."),
        order=("crebo", "level"),
    )
    leerbedrijf_id = text("Number of the training company.", "100123456", null=True)
    crebo = text("Code of the qualification, 5 digits.", "25998")
    level = choice(EducationLevel, "Level of the qualification.", "MBO_3", null=True)
    track = choice(Track, "Learning track that the recognition is for.", "BBL", null=True)
    places = number("How many students at once.", "4", null=True)
    valid_until = date("Last day on which the recognition holds.", "2028-06-30", null=True)


class Condition(Part):
    """A condition of the certificate and whether it is met (voorwaarde).

    Example: `certificate { conditions { code met } }`.
    """

    prefix = "cond"

    organisation = part_of(
        "Organisation",
        Inverse("certificate.conditions", "Conditions of the MVO certificate, by code."),
        order=("code",),
    )
    code = choice(CertificateCondition, "The condition.", "CSR_VISION")
    met = flag("Whether it is met.", "true")
    evidence = text(
        "Address of what shows it.", "https://example.org/visie", Scalar.URL, null=True, where=False
    )

    class Meta:
        table = "certificate_condition"


class Succession(Part):
    """How an organisation came out of another one (opvolging).

    Example: `predecessors { on predecessor { name } }`.
    """

    prefix = "succ"

    predecessor = part_of(
        "Organisation",
        Inverse("successors", "What this organisation became, by date."),
        order=("happened_on", "id"),
    )
    successor = part_of(
        "Organisation",
        Inverse("predecessors", "What this organisation came out of, by date."),
        order=("happened_on", "id"),
    )
    kind = choice(SuccessionKind, "How it went.", "MERGER")
    happened_on = date("The first day of the new organisation.", "2024-01-01", name="on")
