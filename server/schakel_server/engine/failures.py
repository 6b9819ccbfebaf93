"""Errors of reading: a code, the place in the answer, and a message in Dutch and English that says what to do."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLError

MESSAGES = {  # key: (code, Dutch, English)
    "no_id": (
        "INVALID_ID",
        "{given!r} is geen id; een id ziet eruit als {prefix}_01k….",
        "{given!r} is no id; an id reads like {prefix}_01k….",
    ),
    "other_id": (
        "INVALID_ID",
        "{given!r} is het id van een ander type; hier begint een id met {prefix}_.",
        "{given!r} is the id of another type; here an id starts with {prefix}_.",
    ),
    "no_cursor": (
        "INVALID_CURSOR",
        "{given!r} is geen cursor; geef een endCursor of startCursor ongewijzigd door.",
        "{given!r} is no cursor; pass on an endCursor or startCursor as it was given.",
    ),
    "other_order": (
        "INVALID_CURSOR",
        "Deze cursor hoort bij een andere volgorde; blader verder met de orderBy waarbij hij gemaakt is.",
        "This cursor belongs to another order; page on with the orderBy that it was made under.",
    ),
    "both_ends": ("INVALID_INPUT", "Geef first of last, niet allebei.", "Give first or last, not both."),
    "page_size": (
        "INVALID_INPUT",
        "{name} moet van 1 tot {limit} zijn; het is {given}.",
        "{name} must be from 1 to {limit}; it is {given}.",
    ),
    "too_many_ids": (
        "INVALID_INPUT",
        "Vraag hoogstens {limit} ids tegelijk; dit zijn er {given}.",
        "Ask for at most {limit} ids at once; these are {given}.",
    ),
    "no_text": (
        "INVALID_INPUT",
        "Tekst kan geen NUL-tekens of losse surrogaten bevatten; laat ze weg.",
        "Text can't hold NUL characters or lone surrogates; leave them out.",
    ),
    "no_value": (
        "INVALID_INPUT",
        "{name} heeft geen bruikbare waarde; geef elke variabele daarin een waarde die niet null is.",
        "{name} has no usable value; give each variable in it a value that isn't null.",
    ),
    "null_operand": (
        "INVALID_INPUT",
        "{name} kan niet null zijn; gebruik isNull.",
        "{name} can't be null; use isNull.",
    ),
    "no_position": (
        "INVALID_INPUT",
        "{name} moet van {least} tot {most} zijn; het is {given}.",
        "{name} must be from {least} to {most}; it is {given}.",
    ),
    "too_many_sets": (
        "TOO_COMPLEX",
        "De vraag heeft meer dan {limit} objecten en lijsten; vraag minder tegelijk.",
        "The operation has more than {limit} objects and lists; ask for less at once.",
    ),
    "too_deep": (
        "TOO_COMPLEX",
        "De vraag is dieper dan {limit} niveaus; vraag het in stappen.",
        "The operation is deeper than {limit} levels; ask in steps.",
    ),
    "where_too_deep": (
        "TOO_COMPLEX",
        "Een voorwaarde mag hoogstens {limit} niveaus diep zijn; leg er een paar naast elkaar.",
        "A condition can be at most {limit} levels deep; put some side by side.",
    ),
    "too_many_tokens": (
        "TOO_COMPLEX",
        "Het document heeft meer dan {limit} woorden en tekens; knip het op.",
        "The document has more than {limit} words and signs; cut it up.",
    ),
    "no_near": (
        "INVALID_INPUT",
        "Op DISTANCE kan alleen geordend worden als near gegeven is.",
        "DISTANCE is an order only where near is given.",
    ),
    "no_search": (
        "INVALID_INPUT",
        "Op RELEVANCE kan alleen geordend worden als search gegeven is.",
        "RELEVANCE is an order only where search is given.",
    ),
    "search_too_long": (
        "INVALID_INPUT",
        "Een zoektekst mag hoogstens {limit} tekens lang zijn; deze heeft er {given}. Noem alleen de woorden die tellen.",
        "A text to search for can be at most {limit} characters; this has {given}. Give only the words that matter.",
    ),
    "search_too_wide": (
        "INVALID_INPUT",
        "Zoek op hoogstens {limit} woorden tegelijk; dit zijn er {given}.",
        "Search for at most {limit} words at once; these are {given}.",
    ),
    "no_operation": (
        "BAD_REQUEST",
        "Er staat geen operatie in het document; begin bijvoorbeeld met {{ offers {{ nodes {{ title }} }} }}.",
        "The document has no operation; begin with e.g. {{ offers {{ nodes {{ title }} }} }}.",
    ),
    "unknown_operation": (
        "BAD_REQUEST",
        "Het document heeft geen operatie {given!r}; wel {names}.",
        "The document has no operation {given!r}; it has {names}.",
    ),
    "which_operation": (
        "BAD_REQUEST",
        "Het document heeft meer dan één operatie; zeg met operationName welke: {names}.",
        "The document has several operations; say which by operationName: {names}.",
    ),
}
LONGEST_ECHO = 80  # characters of what the caller sent that a message repeats


class Failure(GraphQLError):
    """An error that a caller can mend; `in_language` gives it in the request's language."""

    def __init__(self, key: str, path: tuple[str | int, ...], values: dict[str, Any]) -> None:
        self.key = key
        self.values = {k: v[:LONGEST_ECHO] if isinstance(v, str) else v for k, v in values.items()}
        code, _, english = MESSAGES[key]
        extensions: dict[str, Any] = {"code": code}
        if code == "TOO_COMPLEX":
            extensions |= {"limit": values["limit"], "value": values["given"]}
        super().__init__(english.format(**self.values), path=list(path) or None, extensions=extensions)

    def in_language(self, locale: str) -> str:
        """The message in Dutch where Dutch is read, else in English."""
        _, dutch, english = MESSAGES[self.key]
        return (dutch if locale in ("NL", "FY") else english).format(**self.values)


def failure(key: str, path: tuple[str | int, ...] = (), **values: Any) -> Failure:
    """The failure with this key of MESSAGES."""
    return Failure(key, path, values)
