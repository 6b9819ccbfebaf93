"""From what somebody searches for to what is looked for: concepts, each with its variants and their worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from schakel_server.search.compounds import beginning_of, parts_of, wholes_of
from schakel_server.search.formulas import Clause, Formula, Term, Way
from schakel_server.search.synonyms import Phrase, phrases, synonyms
from schakel_server.search.text import CLASSES, STEMMERS, meaningful, stem, stems
from schakel_server.search.vocabulary import Words

MAX_TEXT = 200  # characters of a question
MAX_CONCEPTS = 10
MAX_VARIANTS = 64  # of one concept
MAX_LIKE = 8  # words that one may be a typing error for
SHORTEST_PREFIX = 3  # letters
SHORTEST_STEM_PREFIX = 4


class Share(IntEnum):
    """How much of a word's worth a variant has, in per cent."""

    EXACT = 100
    SYNONYM = 80
    PREFIX = 60
    PART = 50
    SLIP = 40


CLASS_WORTH = {"A": 100, "B": 60, "C": 30}
TOP = 100  # points of a concept that stands in a title as it was asked
# Every number of points that a concept can have, greatest first: the steps of the CASE that counts them.
LEVELS: tuple[int, ...] = tuple(
    sorted({share * worth // 100 for share in Share for worth in CLASS_WORTH.values()}, reverse=True)
)


@dataclass(frozen=True)
class Variant:
    """Terms that stand for a concept when all of them are there."""

    terms: Way
    share: Share


@dataclass(frozen=True)
class Concept:
    """One thing that is looked for."""

    variants: tuple[Variant, ...]

    def clause(self) -> Clause:
        """What must be there for the concept to be there at all."""
        return tuple(variant.terms for variant in self.variants)

    def level(self, points: int) -> Formula:
        """What must be there for this many points, given that there aren't more."""
        ways = tuple(
            tuple(
                Term(term.text, term.is_prefix, CLASSES[: CLASSES.index(letter) + 1])
                for term in variant.terms
            )
            for variant in self.variants
            for letter, worth in CLASS_WORTH.items()
            if variant.share * worth // 100 == points
        )
        return (ways,) if ways else ()


@dataclass(frozen=True)
class Question:
    """What is looked for: rows in which every concept is."""

    concepts: tuple[Concept, ...]

    def formula(self) -> Formula:
        return tuple(concept.clause() for concept in self.concepts)


@lru_cache(2000)
def concepts_of(text: str) -> tuple[Phrase, ...]:
    """The things that a text asks for, each once: words, and phrases that have synonyms."""
    return tuple(dict.fromkeys(phrases(meaningful(text))))


def question_of(text: str, words: Words) -> Question:
    """What is looked for by a text, with the help of the words that there are."""
    return Question(tuple(Concept(_variants(phrase, words)) for phrase in concepts_of(text)))


def unknown(text: str, words: Words) -> bool:
    """Whether the text has a word that none of these is."""
    return any(not words.knows(word) for phrase in concepts_of(text) for word in phrase)


def _variants(phrase: Phrase, words: Words) -> tuple[Variant, ...]:
    ways: dict[Way, Share] = {}
    for way, share in _ways(phrase, words):
        if len(ways) >= MAX_VARIANTS:
            break
        ways.setdefault(way, share)
    return tuple(Variant(way, share) for way, share in ways.items())


def _ways(phrase: Phrase, words: Words) -> Iterator[tuple[Way, Share]]:
    """The ways in which a concept can be met, best first."""
    yield from ((way, Share.EXACT) for way in _forms(phrase))
    others = synonyms(phrase)
    for same in others:
        yield from ((way, Share.SYNONYM) for way in _forms(same))
    if len(phrase) > 1:
        return
    (word,) = phrase
    yield from (((Term(start, is_prefix=True),), Share.PREFIX) for start in _starts(word))
    for parts in parts_of(word, words):
        yield from ((way, Share.PART) for way in _forms(parts))
    yield from (((Term(whole),), Share.PART) for whole in wholes_of(word, words))
    if not others and not words.knows(word) and not words.begins(word):
        for guess in words.like(word, MAX_LIKE) or beginning_of(word, words):
            for meant in ((guess,), *synonyms((guess,))):
                yield from ((way, Share.SLIP) for way in _forms(meant))


def _forms(phrase: Phrase) -> Iterator[Way]:
    """The terms of a phrase as they stand in a Dutch text, and in an English one."""
    for language in STEMMERS:
        yield tuple(Term(stem(word, language)) for word in phrase)


def _starts(word: str) -> Iterator[str]:
    if len(word) >= SHORTEST_PREFIX:
        yield word
    yield from (s for s in stems(word) if len(s) >= SHORTEST_STEM_PREFIX and s != word and word.startswith(s))
