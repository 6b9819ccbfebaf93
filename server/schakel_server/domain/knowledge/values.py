"""The values that resources use, after NL-LOM and LRMI."""

from enum import unique

from schakel_server.declare.values import Values


@unique
class ResourceKind(Values):
    """What a resource is (soort bron). Example: `LESSON`."""

    LESSON = "One lesson (les), e.g. on the R-ladder"
    LESSON_SERIES = "Several lessons that belong together (lessenserie), e.g. six weeks on textiles"
    ASSIGNMENT = "Assignment for students (opdracht), e.g. map the waste of your internship company"
    CASE = "Example from practice (praktijkvoorbeeld), e.g. how a builder reuses beams"
    ARTICLE = "Article (artikel), e.g. in the magazine of a school"
    REPORT = "Report (rapport), e.g. the research of 2016"
    VIDEO = "Film (video), e.g. a tour of a sorting line"
    PRESENTATION = "Slides (presentatie), e.g. of a conference"
    TOOL = "Something to work with (hulpmiddel), e.g. a canvas or a calculator"
    DATASET = "Figures (dataset), e.g. waste in tonnes by school"
    POLICY_CASE = "How a rule or policy works out (beleidscasus), e.g. circular buying by a municipality"
    BUSINESS_CASE = "Whether something pays (businesscase), e.g. lease of work clothes"
    MINUTES = "Account of a meeting (verslag), e.g. of a network meeting"
    MODULE = "Module that can be used as it is (module), e.g. in the LMS"


@unique
class EndUser(Values):
    """For whom a resource is meant (eindgebruiker). Example: `TEACHER`."""

    TEACHER = "Who teaches (docent), e.g. in mbo"
    LEARNER = "Who learns (student), e.g. during an internship"
    MANAGER = "Who leads a school or team (manager), e.g. of facility services"
    COMPANY = "Who works in a company (bedrijf), e.g. an internship supervisor"


@unique
class Curation(Values):
    """Whether somebody looked at a resource (curatie). Example: `REVIEWED`."""

    NONE = "Nobody yet, e.g. a lesson that came in yesterday"
    REVIEWED = "An editor checked it (beoordeeld), e.g. links work and the licence is clear"
    RECOMMENDED = "The network recommends it (aanbevolen), e.g. for every first year"
