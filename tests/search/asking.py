"""Asking for what is found."""

from typing import Any

from tortoise import Tortoise

from tests.contract.asking import Graph


def model_of(name: str) -> Any:
    return Tortoise.apps["schakel"][name]


async def found(graph: Graph, many: str, text: str, field: str = "title") -> list[str]:
    """The Dutch titles that a connection finds by a text, in order."""
    query = f"query ($q: String) {{ {many}(search: $q) {{ nodes {{ {field}(locale: NL) }} }} }}"
    return [node[field] for node in (await graph.data(query, q=text))[many]["nodes"]]


async def refresh(graph: Graph) -> None:
    """Let the graph know the words that were just written, which it would by itself a moment later."""
    vocabulary = graph.service.engine.searcher.vocabulary
    vocabulary.forget()
    await vocabulary.refresh()
