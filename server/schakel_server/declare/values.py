"""Enums of the graph: each member is declared once, with its description as value; it is stored by name."""

from __future__ import annotations

import re
from enum import Enum, StrEnum, unique


class Values(Enum):
    """Base of the graph's enums. `OfferKind.JURY.name` is what is stored and sent, `.value` is its manual."""


_IN_BRACKETS = re.compile(r"\(([^)]+)\)")


def word_for(member: Enum, language: str) -> str:
    """What a value is called: in Dutch and Frisian the word in brackets of its manual, else its name in words.

    `GUEST_LECTURE` is `Gastles` and `Guest lecture`; a value without such a word has its name in every language.
    """
    dutch = _IN_BRACKETS.search(str(member.value).partition(", e.g.")[0])
    word = dutch[1] if dutch and language.lower() in ("nl", "fy") else member.name.lower().replace("_", " ")
    return word[0].upper() + word[1:]


class Scalar(StrEnum):
    """The scalars of the graph that a text column can have."""

    STRING = "String"
    URL = "Url"
    EMAIL = "Email"
    DURATION = "Duration"


@unique
class Locale(Values):
    """A language of the content (taal). Example: `EN`."""

    NL = "Dutch (Nederlands), e.g. of most offers"
    EN = "English, e.g. of offers for international students"
    FY = "Frisian (Frysk), e.g. of an activity in Dokkum"
    DE = "German (Deutsch), e.g. of an offer across the border"


@unique
class PublicationStatus(Values):
    """How far a node is on its way to the public (publicatiestatus). Example: `PUBLISHED`."""

    DRAFT = "Being written (concept), seen by its own organisation only, e.g. an offer without a text yet"
    IN_REVIEW = "Waits for an editor (ter beoordeling), e.g. a claimed entry of the guide"
    PUBLISHED = "Can be seen by all whom its visibility allows (gepubliceerd), e.g. an open internship"
    ARCHIVED = "Kept but shown no more (gearchiveerd), e.g. an institution that merged into another"


@unique
class Visibility(Values):
    """Who may see a published node (zichtbaarheid). Example: `PUBLIC`."""

    PUBLIC = "Everybody (openbaar), e.g. a conference"
    NETWORK = "Members of the network (netwerk), e.g. a network meeting"
    ORGANISATION = "People of the organisation itself (instelling), e.g. an internal project"
    GROUP = "Members of the working group (werkgroep), e.g. its minutes"
    PRIVATE = "Its makers only (privé), e.g. a plan in the making"
