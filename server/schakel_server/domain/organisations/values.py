"""The values that organisations use."""

from enum import unique

from schakel_server.declare.values import Values


@unique
class OrganisationKind(Values):
    """What an organisation is (soort organisatie). Example: `MBO_INSTITUTION`."""

    MBO_INSTITUTION = "School for secondary vocational education (mbo-instelling), e.g. Noorderpoort"
    HBO_INSTITUTION = "University of applied sciences (hogeschool), e.g. Hanze"
    UNIVERSITY = "Research university (universiteit), e.g. one with a chair in circular economy"
    VMBO_SCHOOL = "School for pre-vocational education (vmbo-school), e.g. one with a technical track"
    COMPANY = "Company (bedrijf), e.g. a repair workshop"
    SELF_EMPLOYED = "Person working alone (zzp), e.g. a designer"
    SOCIAL_ENTERPRISE = "Enterprise with a social aim (sociale onderneming), e.g. a sheltered workshop"
    MUNICIPALITY = "Municipality (gemeente), e.g. one that buys circular furniture"
    PROVINCE = "Province (provincie), e.g. Drenthe"
    WATER_AUTHORITY = "Regional water authority (waterschap), e.g. one that wins raw materials from sewage"
    NATIONAL_GOVERNMENT = "Part of the national government (rijk), e.g. a ministry"
    NGO = "Non-profit organisation (stichting of vereniging), e.g. a nature society"
    NETWORK = "Network of organisations (netwerk), e.g. one of schools and companies"
    KNOWLEDGE_INSTITUTE = "Institute for research (kennisinstelling), e.g. one for water technology"
    SECTOR_ASSOCIATION = "Association of a line of business (branchevereniging), e.g. of builders"


@unique
class SizeClass(Values):
    """How many people work there (grootteklasse). Example: `SMALL`."""

    SOLO = "One person, e.g. a designer"
    MICRO = "2 to 9 people, e.g. a workshop"
    SMALL = "10 to 49 people, e.g. a builder"
    MEDIUM = "50 to 249 people, e.g. a factory"
    LARGE = "250 people or more, e.g. a school"


@unique
class IdentifierScheme(Values):
    """The register that an identifier comes from (soort nummer). Example: `INSTITUTION_CODE`."""

    KVK = "Trade register, 8 digits, e.g. 01234567"
    KVK_ESTABLISHMENT = "Establishment in the trade register, 12 digits, e.g. 000012345678"
    RSIN = "Number of a legal person for government use, 9 digits with the eleven-test, e.g. 123456782"
    INSTITUTION_CODE = "Code of a school, formerly BRIN, e.g. 25BE"
    RIO_BOARD = "School board in the register of institutions and programmes, e.g. 100B490"
    RIO_OFFERER = "Offerer of education in that register, e.g. 110A133"
    RIO_LOCATION = "Place of education in that register, e.g. 110X912"
    LEERBEDRIJF_ID = "Recognised training company, e.g. 100123456"
    OIN = "Government organisation, 20 digits, e.g. 00000001234567890000"
    SCHAC_HOME = "Home domain used for signing in, e.g. hanze.nl"
    ROR = "Research Organization Registry, e.g. 00xqtxw43"
    WIKIDATA = "Wikidata item, e.g. Q1234567"
    LEI = "Legal Entity Identifier, 20 characters, e.g. 724500VKKSH9QOLTFR81"
    OTHER = "Any other register, e.g. a supplier number"


@unique
class AddressKind(Values):
    """What an address is for (soort adres). Example: `VISIT`."""

    VISIT = "Where visitors come (bezoekadres), e.g. the main building"
    POSTAL = "Where post goes (postadres), e.g. a post office box"
    TEACHING = "Where is taught (leslocatie), e.g. a workshop hall"


@unique
class ContactRole(Values):
    """What somebody can be asked about (rol van de contactpersoon). Example: `NETWORK_CONTACT`."""

    NETWORK_CONTACT = "The network (netwerkcontactpersoon), e.g. who wants to join"
    INTERNSHIPS = "Internships (stagebureau), e.g. a place in spring"
    PROJECTS = "Projects and research (projectbureau), e.g. a question for students"
    PRESS = "Press (pers), e.g. a photo for an article"
    GENERAL = "Anything else (algemeen), e.g. the reception"


@unique
class CertificateState(Values):
    """How an organisation stands with the MVO certificate (staat van het certificaat). Example: `GRANTED`."""

    NONE = "Never asked for, e.g. of a company new in the guide"
    PENDING = "Asked for, conditions not all met, e.g. no vision written yet"
    GRANTED = "All conditions met and vouched for, e.g. until next November"
    EXPIRED = "Was granted, its time is over, e.g. since last year"
    SUSPENDED = "Taken back for now, with a reason, e.g. while a complaint is looked into"
    WITHDRAWN = "Taken back for good, e.g. after the company stopped"


@unique
class CertificateCondition(Values):
    """A condition of the MVO certificate (voorwaarde). Example: `CSR_VISION`."""

    REGISTERED = "Registered at the chamber of commerce, e.g. a KVK number in the guide"
    ATTESTED = "Vouched for in the last twelve months, e.g. by a teacher after a visit"
    CSR_VISION = "A written vision on corporate social responsibility (MVO-visie), e.g. three sentences"
    PROOF = "At least one practical proof in the graph, e.g. an offer, activity or initiative"


@unique
class SuccessionKind(Values):
    """How one organisation came out of another (soort opvolging). Example: `MERGER`."""

    MERGER = "Several became one (fusie), e.g. Drenthe College and Terra"
    RENAMING = (
        "The same organisation under another name (naamswijziging), e.g. a college that became a university"
    )
    SPLIT = "One became several (splitsing), e.g. a department that went on alone"
    TAKEOVER = "Went on inside an existing organisation (overname), e.g. a small school in a larger one"


@unique
class EducationLevel(Values):
    """Level of education (niveau). Example: `MBO_4`."""

    VMBO = "Pre-vocational, e.g. year three"
    MBO_1 = "Entry level, EQF 1, e.g. assistant"
    MBO_2 = "Basic vocational, EQF 2, e.g. assistant mechanic"
    MBO_3 = "Professional, EQF 3, e.g. mechanic"
    MBO_4 = "Middle management, EQF 4, e.g. technician"
    AD = "Associate degree, EQF 5, e.g. circular construction"
    BACHELOR = "Bachelor, EQF 6, e.g. civil engineering"
    MASTER = "Master, EQF 7, e.g. energy transition"
    ANY = "Any level, e.g. a hackathon for all"


@unique
class Track(Values):
    """Learning track (leerweg). Example: `BOL`."""

    BOL = "School with internships, 20 to 60 % in practice, e.g. full-time mbo"
    BBL = "Work with school, more than 60 % in practice, e.g. four days work, one day school"
    DERDE_LEERWEG = "Third track without fixed hours (derde leerweg), e.g. for people at work"
    FULL_TIME = "Full-time hbo, e.g. four years"
    PART_TIME = "Part-time hbo, e.g. evenings"
    DUAL = "Work and study in one hbo programme, e.g. with an employer"
