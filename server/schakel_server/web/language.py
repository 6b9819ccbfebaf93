"""Which of the page languages a visitor reads."""

from typing import Literal, TypeAlias

from starlette.requests import Request

Language: TypeAlias = Literal["nl", "en"]

LANGUAGES: tuple[Language, ...] = ("nl", "en")  # the first one is for whom we know nothing of
MAX_RANGES = 20  # of Accept-Language; browsers send fewer than ten


def page_language(request: Request) -> Language:
    """`?lang=` if it is one of ours, else the best of Accept-Language, else Dutch."""
    asked = request.query_params.get("lang")
    for language in LANGUAGES:
        if language == asked:
            return language
    return accepted_language(request.headers.get("accept-language", ""))


def accepted_language(header: str) -> Language:
    """The language of ours with the highest weight (RFC 9110, 12.5.4); the earlier of equals."""
    best, best_weight = LANGUAGES[0], 0.0
    for item in header.split(",")[:MAX_RANGES]:
        name, _, parameters = item.partition(";")
        primary = name.strip().lower().partition("-")[0]
        weight = _weight(parameters)
        for language in LANGUAGES:
            if language == primary and weight > best_weight:
                best, best_weight = language, weight
    return best


def _weight(parameters: str) -> float:
    key, _, value = parameters.strip().partition("=")
    if key.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
