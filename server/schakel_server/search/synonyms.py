"""Words and phrases that mean the same to who searches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from schakel_server.search.text import STEMMERS, meaningful, read, stem

Phrase = tuple[str, ...]  # folded words


@cache
def groups() -> tuple[tuple[Phrase, ...], ...]:
    """The groups of the table."""
    return tuple(tuple(tuple(meaningful(text)) for text in group) for group in read("synonyms")["groups"])


@cache
def _table() -> dict[Phrase, list[int]]:
    """The groups that a phrase is in, by the stems of its words."""
    found: dict[Phrase, list[int]] = {}
    for number, group in enumerate(groups()):
        for phrase in group:
            for language in STEMMERS:
                numbers = found.setdefault(tuple(stem(word, language) for word in phrase), [])
                if number not in numbers:
                    numbers.append(number)
    return found


@cache
def lexicon() -> frozenset[str]:
    """The stems of all words of the table, which are words whether or not the graph has them."""
    return frozenset(stem for phrase in _table() for stem in phrase)


@cache
def _longest() -> int:
    return max((len(phrase) for phrase in _table()), default=1)


def _numbers(words: Phrase) -> list[int]:
    keys = {tuple(stem(word, language) for word in words) for language in STEMMERS}
    return sorted({number for key in keys for number in _table().get(key, ())})


def phrases(words: list[str]) -> Iterator[Phrase]:
    """The words of a question parted into phrases: the longest that are in the table, and single words."""
    place = 0
    while place < len(words):
        length = next(
            (
                n
                for n in range(min(_longest(), len(words) - place), 1, -1)
                if _numbers(tuple(words[place : place + n]))
            ),
            1,
        )
        yield tuple(words[place : place + length])
        place += length


def synonyms(phrase: Phrase) -> list[Phrase]:
    """What else means the same as a phrase, in the order of the table."""
    own = {tuple(stem(word, "dutch") for word in phrase)}
    others = (other for number in _numbers(phrase) for other in groups()[number])
    return [
        other for other in dict.fromkeys(others) if tuple(stem(word, "dutch") for word in other) not in own
    ]
