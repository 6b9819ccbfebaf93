"""Searching in a plan: the texts that an operation searches for, and the operands that stand for them.

A plan depends on how many concepts a text has, not on which; everything else is bound when it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    GraphQLString,
    Undefined,
    ValueNode,
    Visitor,
    value_from_ast,
    visit,
)

from schakel_server.engine.failures import failure
from schakel_server.engine.plan import Operand, Path, Search
from schakel_server.engine.references import plain
from schakel_server.search.questions import LEVELS, MAX_CONCEPTS, MAX_TEXT, TOP, Question, concepts_of


def _no_question(_text: str) -> Question:
    raise LookupError("this operation was made without a searcher")


class _Texts(Visitor):
    """Collects the arguments that are searched for: `search` of a connection, `text` of the root field `search`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[ValueNode] = []

    def enter_field(self, node: FieldNode, *_: Any) -> None:
        self.found += _arguments(node)


def _arguments(node: FieldNode) -> Iterator[ValueNode]:
    wanted = ("search", "text") if node.name.value == "search" else ("search",)
    return (argument.value for argument in node.arguments or () if argument.name.value in wanted)


def texts_of(document: DocumentNode) -> tuple[ValueNode, ...]:
    """The values that a document searches for, variables or literal text."""
    visitor = _Texts()
    visit(document, visitor)
    return tuple(visitor.found)


def searched(nodes: Sequence[ValueNode], values: Mapping[str, Any]) -> dict[int, str]:
    """The texts that are searched for with these variables, by the identity of their place in the document."""
    given = {id(node): value_from_ast(node, GraphQLString, dict(values)) for node in nodes}
    return {key: plain(text) for key, text in given.items() if text is not None and text is not Undefined}


@dataclass(frozen=True)
class Searches:
    """The texts of one request by their place, and what makes questions of them."""

    texts: Mapping[int, str] = field(default_factory=dict)
    question: Callable[[str], Question] = _no_question

    def shape(self) -> tuple[int, ...]:
        """What a plan depends on."""
        return tuple(len(concepts_of(text)) if len(text) <= MAX_TEXT else -1 for text in self.texts.values())

    def search_of(self, node: FieldNode, source: Any, path: Path) -> Search | None:
        """What a field searches for; None where nothing is given. `source` is the text or a reference to it."""
        if source is None:
            return None
        text = next(self.texts[id(value)] for value in _arguments(node))
        if len(text) > MAX_TEXT:
            raise failure("search_too_long", path, limit=MAX_TEXT, given=len(text))
        count = len(concepts_of(text))
        if count > MAX_CONCEPTS:
            raise failure("search_too_wide", path, limit=MAX_CONCEPTS, given=count)
        ask = self.question

        def level(concept: int, points: int) -> Operand:
            return Operand(source, "terms", path, lambda text: ask(text).concepts[concept].level(points))

        levels = tuple(tuple(level(i, points) for points in LEVELS[:-1]) for i in range(count))
        match = Operand(source, "terms", path, lambda text: ask(text).formula())
        return Search(source, match, levels, Operand(source, "question", path, ask))


def scoring(search: Search | None) -> Callable[[bytes], bytes]:
    """What makes a score of points: the part of what a row could have had."""
    most = TOP * len(search.levels) if search else 1
    return lambda points: str(round(int(points) / most, 4)).encode()
