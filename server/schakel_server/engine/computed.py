"""Computed fields: what they need as a selection, and their JSON made from the answer to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import orjson
from graphql import OperationDefinitionNode, SelectionSetNode, parse

from schakel_server.engine.plan import NEEDED, Completion

_NEEDED = NEEDED.encode()


@lru_cache(maxsize=256)  # one for each declared field; far fewer than that
def needed_selection(needs: str) -> SelectionSetNode:
    """The selection that a declaration names."""
    (definition,) = parse(f"{{ {needs} }}").definitions
    assert isinstance(definition, OperationDefinitionNode)
    return definition.selection_set


def completed(text: bytes, completions: Sequence[Completion]) -> bytes:
    """A text of rows with their computed fields made: every row has the same ones, in the same order."""
    parts = text.split(_NEEDED)
    step = 2 * len(completions)
    for i, completion in enumerate(completions):
        parts[2 * i + 1 :: step] = [_made(completion, needed) for needed in parts[2 * i + 1 :: step]]
    return b"".join(parts)


def _made(completion: Completion, needed: bytes) -> bytes:
    return orjson.dumps(completion.make(orjson.loads(needed), completion.language))
