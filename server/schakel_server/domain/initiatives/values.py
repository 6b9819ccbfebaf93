"""The values that initiatives use."""

from enum import unique

from schakel_server.declare.values import Values


@unique
class InitiativeKind(Values):
    """What an initiative is (soort initiatief). Example: `LIVING_LAB`."""

    PROGRAMME = "Programme of several projects (programma), e.g. Gas 2.0"
    PROJECT = "Project with a beginning and an end (project), e.g. two years of repair in schools"
    LAB = "Place where students work on questions (lab), e.g. NICE in Meppel"
    NETWORK = "Network of organisations (netwerk), e.g. that for circular vocational education"
    COOPERATIVE = "Cooperative of members (coöperatie), e.g. Leren voor Morgen"
    COMMUNITY = "Group of people with one aim (community), e.g. SDG House Groningen"
    LIVING_LAB = "Trial in a real street or firm (proeftuin), e.g. a neighbourhood without natural gas"


@unique
class InitiativeScope(Values):
    """How far an initiative reaches (reikwijdte). Example: `REGIONAL`."""

    LOCAL = "One town or municipality (lokaal), e.g. Meppel"
    REGIONAL = "One or more provinces (regionaal), e.g. the north of the Netherlands"
    NATIONAL = "The whole country (landelijk), e.g. Leren voor Morgen"
    EUROPEAN = "Several countries (Europees), e.g. an exchange with Lower Saxony"


@unique
class InitiativeStage(Values):
    """How far an initiative has come, in the words of SPARK the Movement (fase). Example: `CONNECTED`."""

    SPARK = "A first idea or trial (vonk), e.g. one teacher with one company"
    CONNECTED = "Partners have found each other (verbonden), e.g. three schools and a municipality"
    EMBEDDED = "Part of regular education or business (ingebed), e.g. an elective that is given every year"
    ENDED = "Over (beëindigd), e.g. a project whose subsidy ended"


@unique
class PartnerRole(Values):
    """What an organisation is to an initiative (rol van de partner). Example: `LEAD`."""

    LEAD = "Leads it (penvoerder), e.g. the school that employs the coordinator"
    PARTNER = "Takes part (partner), e.g. a company that brings questions"
    SUPPORTER = "Helps without taking part (ondersteuner), e.g. with a room"
    FUNDER = "Pays (financier), e.g. a province"
