"""Compounds: `stagebedrijf` is found by `stage`, and finds it."""

from __future__ import annotations

from schakel_server.search.synonyms import lexicon
from schakel_server.search.text import GENERIC, STOP_WORDS, WHOLE, stems
from schakel_server.search.vocabulary import Words

SHORTEST_PART = 4  # letters of a part that is looked for by itself
LINKS = ("", "s", "e", "en", "n")  # what stands between the parts of a compound
MAX_WHOLES = 24  # compounds that one word is looked for in


def parts_of(word: str, words: Words) -> list[tuple[str, ...]]:
    """What a compound is made of: both parts together, then each by itself where it says enough."""
    if _is_whole(word) or not word.isalpha():
        return []
    for place in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first, last = _without_link(word[:place], words), word[place:]
        if first and (last in GENERIC or _is_part(last, words)):
            single = [(part,) for part in (first, last) if not {part, *stems(part)} & GENERIC]
            return [(first, last), *single]
    return []


def beginning_of(word: str, words: Words) -> list[str]:
    """The longest word that an unknown compound begins with: `houtbewerking` is about `hout`, whatever the rest."""
    if _is_whole(word) or not word.isalpha():
        return []
    for place in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first = _without_link(word[:place], words)
        if first and not {first, *stems(first)} & GENERIC:
            return [first]
    return []


def wholes_of(word: str, words: Words) -> list[str]:
    """The compounds that end in a word, shortest first."""
    if len(word) < SHORTEST_PART or not word.isalpha():
        return []
    ends = dict.fromkeys((word, *(s for s in stems(word) if len(s) >= SHORTEST_PART)))
    found = (
        whole
        for end in ends
        for whole in words.ending_in(end)
        if not _is_whole(whole) and _without_link(whole[: -len(end)], words)
    )
    return list(dict.fromkeys(found))[:MAX_WHOLES]


def _without_link(start: str, words: Words) -> str | None:
    """The word that the first part of a compound is, None where it is none."""
    for link in LINKS:
        first = start.removesuffix(link) if link else start
        if (not link or start.endswith(link)) and _is_part(first, words):
            return first
    return None


def _is_part(word: str, words: Words) -> bool:
    is_word = words.knows(word) or any(form in lexicon() for form in stems(word))
    return is_word and len(word) >= SHORTEST_PART and word not in STOP_WORDS


def _is_whole(word: str) -> bool:
    return word in WHOLE or any(form in WHOLE for form in stems(word))
