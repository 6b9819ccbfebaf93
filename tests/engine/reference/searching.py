"""Searching by looking: the terms of each row are held against each thing that is asked for, one after the other.

What terms a text has, and what a question means, is search/'s to say; which rows that finds is said here again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from schakel_server.access.viewer import ANONYMOUS
from schakel_server.declare.catalogue import TypeDeclaration
from schakel_server.search.formulas import Term
from schakel_server.search.highlights import Marker
from schakel_server.search.questions import CLASS_WORTH, Concept, Question, Variant, question_of
from schakel_server.search.text import terms_of
from schakel_server.search.vocabulary import Words
from tortoise.models import Model

from tests.engine.reference.conditions import Sight, held_by, shown
from tests.engine.reference.tables import Tables

MOST = 100  # points of one concept


@dataclass
class Library:
    """What rows can be searched by, and the words that everybody could see when the rows were written."""

    tables: Tables
    written_at: dt.datetime
    _terms: dict[str, dict[str, str]] = field(default_factory=dict)

    def terms(self, declaration: TypeDeclaration, row: Model) -> dict[str, str]:
        """The terms of a row, each with its class."""
        if row.pk not in self._terms:
            parts = ((column.search, held_by(row, column)) for column in declaration.searched())
            self._terms[row.pk] = {term[1:]: term[0].upper() for term in terms_of(parts).split()}
        return self._terms[row.pk]

    @cached_property
    def words(self) -> Words:
        sight = Sight(self.tables, ANONYMOUS, self.written_at)
        return Words(
            term
            for declaration in self.tables.catalogue.nodes()
            for row in self.tables.all(declaration)
            if declaration.searched() and sight.sees(declaration, row)
            for term in self.terms(declaration, row)
        )

    def search(self, text: str) -> Search:
        return Search(self, question_of(text, self.words))


@dataclass(frozen=True)
class Search:
    """What is looked for, and how well rows fit it."""

    library: Library
    question: Question

    @property
    def is_empty(self) -> bool:
        return not self.question.concepts

    def points(self, declaration: TypeDeclaration, row: Model) -> int | None:
        """The points of all concepts together, None where one of them is not in the row."""
        terms = self.library.terms(declaration, row)
        found = [_worth(concept, terms) for concept in self.question.concepts]
        return sum(found) if all(found) else None

    def score(self, declaration: TypeDeclaration, row: Model) -> float | None:
        """The part of all points that a row could have."""
        points = self.points(declaration, row)
        if points is None or self.is_empty:
            return None
        return round(points / (MOST * len(self.question.concepts)), 4)

    def highlights(self, declaration: TypeDeclaration, row: Model, locale: str) -> list[dict[str, Any]]:
        """The texts in which something was found, heaviest first, as the graph gives them."""
        if self.is_empty:
            return []
        marker, found = Marker(self.question), []
        for column in sorted(declaration.searched(), key=lambda column: column.search):
            value = shown(row, column, locale) if column.enum is None else None
            parts = marker.parts(", ".join(value) if isinstance(value, list) else value or "")
            if parts:
                listed = [{"text": part.text, "isMatch": part.is_match} for part in parts]
                found.append({"field": column.flat_name, "parts": listed})
        return found


def _worth(concept: Concept, terms: Mapping[str, str]) -> int:
    """The points of one concept: those of the best way in which it is there."""
    return max((_of_variant(variant, terms) for variant in concept.variants), default=0)


def _of_variant(variant: Variant, terms: Mapping[str, str]) -> int:
    """All terms have to be there; the one that weighs least counts."""
    return variant.share * min(_of_term(term, terms) for term in variant.terms) // 100


def _of_term(term: Term, terms: Mapping[str, str]) -> int:
    if not term.is_prefix:
        return CLASS_WORTH[terms[term.text]] if term.text in terms else 0
    return max((CLASS_WORTH[terms[held]] for held in terms if held.startswith(term.text)), default=0)
