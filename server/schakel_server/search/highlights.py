"""Which words of a text were found, as parts of plain text that a page can mark as it likes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from schakel_server.search.formulas import Term
from schakel_server.search.questions import Question
from schakel_server.search.text import Word, stems, words

SNIPPET = 200  # characters of a long text that are shown
BEFORE = 60  # of them at most before the first word that was found
CUT = "…"


@dataclass(frozen=True)
class Part:
    """A piece of text, and whether it is what was searched for."""

    text: str
    is_match: bool


@dataclass(frozen=True)
class Marker:
    """Marks what a question finds."""

    question: Question

    @cached_property
    def _terms(self) -> frozenset[str]:
        return frozenset(term.text for term in self._all() if not term.is_prefix)

    @cached_property
    def _starts(self) -> tuple[str, ...]:
        return tuple(term.text for term in self._all() if term.is_prefix)

    def _all(self) -> Iterator[Term]:
        for concept in self.question.concepts:
            for variant in concept.variants:
                yield from variant.terms

    def finds(self, word: str) -> bool:
        """Whether this folded word is one that was searched for, or stands for it."""
        is_there = word in self._terms or any(form in self._terms for form in stems(word))
        return is_there or word.startswith(self._starts)

    def parts(self, text: str) -> list[Part]:
        """The text in parts, of a long one a piece around what was found; empty where nothing was."""
        text = " ".join(text.split())
        found = [word for word in words(text) if word.folded and self.finds(word.folded)]
        if not found:
            return []
        start, end = _window(text, found)
        parts = [Part(CUT, False)] if start else []
        place = start
        for word in found:
            if place <= word.start and word.end <= end:
                parts += [Part(text[place : word.start], False), Part(text[word.start : word.end], True)]
                place = word.end
        parts += [Part(text[place:end], False), Part(CUT if end < len(text) else "", False)]
        return _joined(parts)


def _window(text: str, found: list[Word]) -> tuple[int, int]:
    """Where the piece begins and ends: where most of what was found stands together, cut between words."""
    if len(text) <= SNIPPET:
        return 0, len(text)
    best = max(found, key=lambda first: (_within(first, found), -first.start))
    start = max(0, min(best.start - BEFORE, len(text) - SNIPPET))
    if start:
        space = text.find(" ", start, best.start)
        start = space + 1 if space >= 0 else best.start
    end = min(start + SNIPPET, len(text))
    if end < len(text):
        space = text.rfind(" ", best.end, end + 1)
        end = space if space >= 0 else max(end, best.end)
    return start, end


def _within(first: Word, found: list[Word]) -> int:
    reach = first.start + SNIPPET - BEFORE
    return len({word.folded for word in found if first.start <= word.start and word.end <= reach})


def _joined(parts: list[Part]) -> list[Part]:
    """Without empty parts, and neighbours of the same kind as one."""
    joined: list[Part] = []
    for part in parts:
        if not part.text:
            continue
        if joined and not part.is_match and not joined[-1].is_match:
            joined[-1] = Part(joined[-1].text + part.text, False)
        else:
            joined.append(part)
    return joined
