"""Names of places as they are written, out of the capitals in which DUO writes them."""

import re

SMALL_WORDS = frozenset(
    {
        "aan",
        "bij",
        "de",
        "den",
        "der",
        "en",
        "het",
        "in",
        "onder",
        "op",
        "over",
        "te",
        "ten",
        "ter",
        "van",
        "voor",
    }
)
_WORDS = re.compile(r"([ \-(])")


def proper_case(text: str) -> str:
    """`'S-GRAVENHAGE` becomes `'s-Gravenhage`; text that is not all in capitals is left as it is."""
    if not text.isupper():
        return text
    pieces = _WORDS.split(text.lower())
    return "".join(_capital(piece, is_first=not any(pieces[:n])) for n, piece in enumerate(pieces))


def _capital(word: str, is_first: bool) -> str:
    if word in ("'s", "'t") or (word in SMALL_WORDS and not is_first):
        return word
    if word.startswith("ij"):
        return "IJ" + word[2:]
    return word[:1].upper() + word[1:]
