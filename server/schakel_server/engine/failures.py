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
    "no_centre": (
        "INVALID_INPUT",
        "near heeft geen middelpunt; geef latitude en longitude, of een place zoals Groningen of 9747 AS.",
        "near has no centre; give latitude and longitude, or a place such as Groningen or 9747 AS.",
    ),
    "two_centres": (
        "INVALID_INPUT",
        "near heeft twee middelpunten; geef latitude en longitude, of place, niet allebei.",
        "near has two centres; give latitude and longitude, or place, not both.",
    ),
    "half_a_position": (
        "INVALID_INPUT",
        "near heeft een halve positie; geef {name} erbij.",
        "near has half a position; give {name} as well.",
    ),
    "no_such_place": (
        "INVALID_INPUT",
        "Er is geen plaats {given!r} bekend; geef een plaatsnaam of postcode waar iets te vinden is, "
        "of latitude en longitude.",
        "No place {given!r} is known; give a town or postcode where there is something to find, "
        "or latitude and longitude.",
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
    "too_many_nodes": (
        "TOO_COMPLEX",
        "De vraag kan {given} objecten opleveren, meer dan {limit}; vraag kleinere bladzijden of minder niveaus.",
        "The operation could return {given} nodes, more than {limit}; ask smaller pages or fewer levels.",
    ),
    "too_many_conditions": (
        "TOO_COMPLEX",
        "De voorwaarden hebben samen {given} vergelijkingen, meer dan {limit}; gebruik oneOf of hasAny.",
        "The conditions have {given} comparisons in all, more than {limit}; use oneOf or hasAny.",
    ),
    "body_too_large": (
        "TOO_COMPLEX",
        "Het verzoek is groter dan {limit} bytes; stuur minder tegelijk.",
        "The request is larger than {limit} bytes; send less at once.",
    ),
    "text_too_long": (
        "TOO_COMPLEX",
        "Het document is {given} tekens lang, meer dan {limit}; geef lange waarden als variabelen.",
        "The document is {given} characters long, more than {limit}; give long values as variables.",
    ),
    "too_many_values": (
        "TOO_COMPLEX",
        "De variabelen hebben meer dan {limit} waarden; vraag het in delen.",
        "The variables have more than {limit} values; ask in parts.",
    ),
    "too_many_operations": (
        "TOO_COMPLEX",
        "Het document heeft {given} operaties; hoogstens {limit} mag. Stuur er een per verzoek.",
        "The document has {given} operations; {limit} are allowed. Send one in a request.",
    ),
    "too_many_fragments": (
        "TOO_COMPLEX",
        "Het document heeft {given} fragmenten; hoogstens {limit} mag. Knip het op.",
        "The document has {given} fragments; {limit} are allowed. Cut it up.",
    ),
    "too_many_variables": (
        "TOO_COMPLEX",
        "De vraag heeft {given} variabelen; hoogstens {limit} mag. Neem een lijst of een invoerobject.",
        "The operation has {given} variables; {limit} are allowed. Take a list or an input object.",
    ),
    "value_too_deep": (
        "TOO_COMPLEX",
        "Een argument is dieper dan {limit} niveaus; leg waarden naast elkaar.",
        "An argument is deeper than {limit} levels; put values side by side.",
    ),
    "too_many_aliases": (
        "TOO_COMPLEX",
        "De vraag heeft, fragmenten uitgeschreven, {given} aliassen; hoogstens {limit} mag. Vraag het in stappen.",
        "The operation has, fragments written out, {given} aliases; {limit} are allowed. Ask in steps.",
    ),
    "too_many_directives": (
        "TOO_COMPLEX",
        "De vraag heeft, fragmenten uitgeschreven, {given} directives; hoogstens {limit} mag.",
        "The operation has, fragments written out, {given} directives; {limit} are allowed.",
    ),
    "too_many_roots": (
        "TOO_COMPLEX",
        "De vraag begint met {given} velden; hoogstens {limit} mag. Verdeel ze over verzoeken.",
        "The operation starts with {given} fields; {limit} are allowed. Spread them over requests.",
    ),
    "too_many_fields": (
        "TOO_COMPLEX",
        "De vraag heeft, fragmenten uitgeschreven, {given} velden; hoogstens {limit} mag. Vraag minder tegelijk.",
        "The operation has, fragments written out, {given} fields; {limit} are allowed. Ask for less at once.",
    ),
    "too_many_repeats": (
        "TOO_COMPLEX",
        "Een veld staat {given} keer in dezelfde selectie; hoogstens {limit} mag. Noem het één keer.",
        "One field stands {given} times in the same selection; {limit} are allowed. Name it once.",
    ),
    "too_much_introspection": (
        "TOO_COMPLEX",
        "{name} van het schema wordt {given} keer gevraagd; hoogstens {limit} mag. Lees /schema.graphql.",
        "{name} of the schema is asked {given} times; {limit} are allowed. Read /schema.graphql.",
    ),
    "rate_limited": (
        "RATE_LIMITED",
        "Vanaf dit adres is deze minuut meer dan {limit} objecten gevraagd; probeer het over {retry_after} s weer.",
        "This address has asked more than {limit} nodes this minute; try again in {retry_after} s.",
    ),
    "timed_out": (
        "TIMED_OUT",
        "Het antwoord duurde langer dan {limit} s; vraag minder tegelijk.",
        "The answer took longer than {limit} s; ask for less at once.",
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
    "not_stored": (  # clients look for just these words, and send the text then
        "PERSISTED_QUERY_NOT_FOUND",
        "PersistedQueryNotFound",
        "PersistedQueryNotFound",
    ),
    "other_hash": (
        "BAD_REQUEST",
        "De hash is niet de SHA-256 van de query; bereken hem over precies de tekst die je stuurt.",
        "The hash is not the SHA-256 of the query; take it of exactly the text that you send.",
    ),
    "no_persisted_query": (
        "BAD_REQUEST",
        'persistedQuery moet {{"version": 1, "sha256Hash": …}} zijn, met 64 hexadecimale cijfers.',
        'persistedQuery must be {{"version": 1, "sha256Hash": …}}, with 64 hexadecimal digits.',
    ),
    "no_document_id": (
        "BAD_REQUEST",
        "documentId moet tekst zijn, zoals sha256: met 64 hexadecimale cijfers.",
        "documentId must be text, such as sha256: with 64 hexadecimal digits.",
    ),
    "only_stored": (
        "FORBIDDEN",
        "Hier worden alleen opgeslagen documenten beantwoord; laat de beheerder dit document toevoegen "
        "met schakel documents add.",
        "Only stored documents are answered here; have whoever runs this add it with schakel documents add.",
    ),
}
TOLD = {"limit": "limit", "given": "value", "retry_after": "retryAfter"}  # what extensions tell besides
LONGEST_ECHO = 80  # characters of what the caller sent that a message repeats


class Failure(GraphQLError):
    """An error that a caller can mend; `in_language` gives it in the request's language."""

    def __init__(self, key: str, path: tuple[str | int, ...], values: dict[str, Any]) -> None:
        self.key = key
        self.values = {k: v[:LONGEST_ECHO] if isinstance(v, str) else v for k, v in values.items()}
        code, _, english = MESSAGES[key]
        self.code = code
        extensions: dict[str, Any] = {"code": code}
        if "limit" in values:
            extensions |= {told: values[name] for name, told in TOLD.items() if name in values}
        super().__init__(english.format(**self.values), path=list(path) or None, extensions=extensions)

    def in_language(self, locale: str) -> str:
        """The message in Dutch where Dutch is read, else in English."""
        _, dutch, english = MESSAGES[self.key]
        return (dutch if locale in ("NL", "FY") else english).format(**self.values)


def failure(key: str, path: tuple[str | int, ...] = (), **values: Any) -> Failure:
    """The failure with this key of MESSAGES."""
    return Failure(key, path, values)
