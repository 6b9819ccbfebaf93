"""Text as it is stored: NFC, without NUL or lone surrogates, and the folded form that is searched and sorted by."""

from __future__ import annotations

import re
import unicodedata

LANGUAGES = ("nl", "en", "fy", "de")  # fallback order after the language asked for
SEPARATOR = "\n"  # stands before each language's text in a folded column

_SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_REFUSED = re.compile("[\x00\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def is_storable(value: str) -> bool:
    """False for text with NUL or a lone surrogate, which PostgreSQL and UTF-8 can't hold."""
    return _REFUSED.search(value) is None


def normalise(value: str) -> str:
    """NFC, so that equal text is equal bytes."""
    if not is_storable(value):
        raise ValueError("text can't hold NUL characters or lone surrogates; leave them out")
    return unicodedata.normalize("NFC", value)


def fold_needle(value: str) -> str:
    """Without case, accents and double spaces, as what is searched for: a space at an end still counts."""
    if value.isascii():
        return _SPACES.sub(" ", value.lower())
    bare = unicodedata.normalize("NFKD", value).casefold().translate(_SPECIAL)
    letters = (c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return _SPACES.sub(" ", "".join(letters))


def fold(value: str) -> str:
    """Without case, accents and double spaces: `Één  Café` becomes `een cafe`."""
    return fold_needle(value).strip()


def fold_all(value: str | dict[str, str] | None) -> str | None:
    """The folded column of a text: each stored language behind a line break, in fallback order; None if empty."""
    if value is None:
        return None
    texts = [value] if isinstance(value, str) else [value[k] for k in LANGUAGES if value.get(k)]
    return "".join(SEPARATOR + fold(text) for text in texts) or None
