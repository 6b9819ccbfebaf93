"""What lists are asked with besides filters: circles around what there is, and texts that find something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.engine.reference.values import Dice, Made, Values, literal, object_of

UNKNOWN = [
    "",
    " ",
    "Nergenshuizen",
    "0999 AA",
    "1000",
    "9747 A",
    "9747 ASS",
    "Groningen 9747",
    "%",
    "een\x01",
]
OFF_THE_MAP = [
    {"latitude": 86, "longitude": 6, "distanceKm": 1},
    {"latitude": 53, "longitude": 181, "distanceKm": 1},
    {"latitude": 53, "longitude": 6, "distanceKm": -1},
    {"place": "Groningen", "distanceKm": 500.5},
    {"latitude": 53, "longitude": 6, "place": "Groningen", "distanceKm": 25},
    {"longitude": 6, "distanceKm": 25},
    {"distanceKm": 25},
]
TOO_MUCH = ["stage " * 33 + "etc", "aap noot mies wim zus jet teun vuur gijs lam kees"]
WORDS = [
    "gastles internship bpv kleren bedrijven stagebdrijf kledng houtbewerking circulaire materialen leskist",
    "mvo csr r4 25998 q43 fiets bicycle workshops company companies afvalwater tekst wrkplaats reststroom",
]
OTHER_TEXTS = [
    "",
    "de het een",
    "?!",
    "maatschappelijk verantwoord ondernemen",
    "circulair inkopen",
    "e\u0301e\u0301n",
]


@dataclass(frozen=True)
class Finding:
    """Makes the values of `near` and of texts that are searched for."""

    values: Values

    @property
    def dice(self) -> Dice:
        return self.values.dice

    def near(self, kind: Any) -> Made:
        """A circle around one of the positions or the places there are."""
        if self.values.fault():
            bad: dict[str, Any] = self.dice.pick(
                [*OFF_THE_MAP, *({"place": place, "distanceKm": 25} for place in UNKNOWN)]
            )
            return object_of([(name, literal(value)) for name, value in bad.items()])
        radius = self.dice.pick([25, 0, 3, 100.5, 500])
        if self.dice.chance(40):
            given: dict[str, Any] = {"place": self._spelt(self.dice.pick(self.values.pools.places()))}
        else:
            latitude, longitude = self.dice.pick(self.values.pools.positions())
            given = {"latitude": latitude, "longitude": longitude}
        members = {**given, "distanceKm": radius}
        return object_of([(name, self._member(kind, name, value)) for name, value in members.items()])

    def _member(self, kind: Any, name: str, value: Any) -> Made:
        return self.values.given(kind.fields[name].type, lambda: literal(value), may_lack=False)

    def _spelt(self, place: str) -> str:
        return self.dice.pick([place, place.upper(), place[:4] if place[:4].isdigit() else f"  {place} "])

    def text(self) -> Made:
        """A text to search for: some words, as they stand in the rows or nearly so."""
        if self.values.fault():
            return literal(self.dice.pick(TOO_MUCH))
        if self.dice.chance(10):
            return literal(self.dice.pick(OTHER_TEXTS))
        known = self._words()
        words = [self._word(known) for _ in range(self.dice.pick([1, 1, 1, 2, 3]))]
        return literal(self.dice.pick([" ", " ", ", ", " de "]).join(words))

    def _words(self) -> Sequence[str]:
        return self.values.pools.words() if self.dice.chance(60) else " ".join(WORDS).split()

    def _word(self, known: Sequence[str]) -> str:
        word, place = self.dice.pick(known), self.dice.below(8)
        ways = [word, word, word.upper(), word[: 3 + place], word[:place] + word[place + 1 :]]
        return self.dice.pick([*ways, word + self.dice.pick(known)])
