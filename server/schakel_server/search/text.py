"""From text to terms: folded, split into words, without stop words, stemmed; the same for both databases."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter
from typing import Any

import Stemmer  # type: ignore[import-not-found]

from schakel_server.storage.text import fold_needle

STEMMERS = ("dutch", "english")
CLASSES = "ABC"  # how much a field weighs: name or title; summary and other names; the rest
RUNNING = "c"  # the class of running text, of which only stems are kept: half the terms, and as much is found
LONGEST_WORD = 60  # letters; what is longer is cut off (a tsvector takes 2,046 bytes)
LONG_STEM = 7  # letters from which doubled vowels count as one: `materiaal`, `materialen`
STEMMING_ROUNDS = 4  # `gastlessen` becomes `gastles`, then `gastl`, as `gastles` does
_WORD = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"([aeou])\1")


def read(name: str) -> dict[str, Any]:
    """One of the data files of this room."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text("utf-8"))


_DATA = read("words")
STOP_WORDS = frozenset(_DATA["stop"].split())
WHOLE = frozenset(_DATA["compounds"]["whole"].split())
GENERIC = frozenset(_DATA["compounds"]["generic"].split())
_JOINED: dict[str, str] = _DATA["stems"]


@dataclass(frozen=True)
class Word:
    """A word as it stands in a text, and where."""

    folded: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text in order, each folded to ASCII letters and digits; stop words are among them."""
    found = ((match.group(), match.start(), match.end()) for match in _WORD.finditer(text))
    return [Word(ascii_word(word), start, end) for word, start, end in found]


@lru_cache(50_000)
def ascii_word(word: str) -> str:
    """The folded word; letters that don't fold to ASCII by their number, so that both databases agree on it."""
    folded = fold_needle(word)
    if not (folded.isascii() and folded.isalnum()):
        folded = "".join(c if c.isascii() else f"q{ord(c):x}q" for c in folded if c.isalnum())
    return folded[:LONGEST_WORD]


def meaningful(text: str) -> list[str]:
    """The folded words of a text that are worth looking for."""
    found = [ascii_word(word) for word in _WORD.findall(text)]
    return [word for word in found if word and word not in STOP_WORDS]


@cache
def _stemmer(language: str) -> Any:
    return Stemmer.Stemmer(language)


@lru_cache(50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word in `dutch` or `english`; codes such as `25998` or `r4` stay as they are."""
    if not word.isalpha():
        return word
    found = word
    for _ in range(STEMMING_ROUNDS if language == "dutch" else 1):
        shorter = _stemmer(language).stemWord(found)
        if shorter == found or len(shorter) < 3:
            break
        found = shorter
    found = _JOINED.get(found, found)
    return _DOUBLED.sub(r"\1", found) if len(found) >= LONG_STEM else found


def stems(word: str) -> tuple[str, ...]:
    """The stems under which a word may be found, whatever the language of the text."""
    return tuple(dict.fromkeys(stem(word, language) for language in STEMMERS))


@lru_cache(20_000)
def _sentence_terms(sentence: str, language: str, letter: str) -> dict[str, str]:
    """The stem of each word of a sentence, and the word itself but in long text: `fiets` to `afiets`."""
    found = meaningful(sentence)
    stemming = "english" if language == "en" else "dutch"
    as_they_stand = found if letter != RUNNING else []
    return {term: letter + term for term in [*(stem(word, stemming) for word in found), *as_they_stand]}


def terms_of(parts: Iterable[tuple[str, Any]]) -> str:
    """The terms of a row: `afiets bwerkplaats`, each with the letter of the heaviest class that it stands in.

    A part is a class and what a column holds: text, text by language, or a list of words. Sentences come back, in
    lists and in what is made up, so their terms are kept.
    """
    found: dict[str, str] = {}
    for letter, value in sorted(parts, key=itemgetter(0), reverse=True):
        for text, language in _texts(value):
            for sentence in text.replace(". ", ".\n").split("\n"):
                found.update(_sentence_terms(sentence, language, letter.lower()))
    return " ".join(found.values())


def _texts(value: Any) -> Iterable[tuple[str, str]]:
    if isinstance(value, str):
        yield value, "nl"
    elif isinstance(value, Mapping):
        yield from ((text, language) for language, text in value.items() if text)
    elif isinstance(value, list | tuple):
        yield from ((str(item), "nl") for item in value)
