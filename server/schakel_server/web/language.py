"""Which of the page languages a visitor reads."""

from typing import Literal, TypeAlias, cast

from starlette.requests import Request

from schakel_server.language import accepted_language

Language: TypeAlias = Literal["nl", "en"]

LANGUAGES: tuple[Language, ...] = ("nl", "en")  # the first one is for whom we know nothing of


def page_language(request: Request) -> Language:
    """`?lang=` if it is one of ours, else the best of Accept-Language, else Dutch."""
    asked = request.query_params.get("lang")
    if asked in LANGUAGES:
        return asked
    return cast(Language, accepted_language(request.headers.get("accept-language", ""), LANGUAGES))
