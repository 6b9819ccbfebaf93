"""The judged list: what is asked, what should be found, and how good what is found is."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from tests.contract.asking import Graph

LOOKED_AT = 100  # rows of an answer that recall looks at
FIRST = 5


@dataclass(frozen=True)
class Judged:
    """A query with patterns of what it should find in a connection."""

    text: str
    want: tuple[str, ...]
    many: str

    def wants(self, slug: str) -> bool:
        return any(fnmatch(slug, pattern) for pattern in self.want)


@dataclass(frozen=True)
class Outcome:
    """How good an answer is: the part of the first five that is wanted, and the part of the wanted that is there."""

    query: Judged
    found: tuple[str, ...]
    precision: float
    recall: float


def judged() -> list[Judged]:
    """The queries of the list."""
    listed = tomllib.loads(Path(__file__).with_name("judged.toml").read_text("utf-8"))["query"]
    return [Judged(item["text"], tuple(item["want"]), item.get("in", "offers")) for item in listed]


async def outcomes(graph: Graph) -> list[Outcome]:
    """What the graph makes of each query."""
    everything = {many: await _all(graph, many) for many in {query.many for query in judged()}}
    return [await _outcome(graph, query, everything[query.many]) for query in judged()]


def means(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """Mean precision at five, and mean recall."""
    count = len(outcomes)
    return sum(o.precision for o in outcomes) / count, sum(o.recall for o in outcomes) / count


async def _outcome(graph: Graph, query: Judged, everything: Sequence[str]) -> Outcome:
    asked = f"query ($q: String) {{ {query.many}(search: $q, first: {LOOKED_AT}) {{ nodes {{ slug }} }} }}"
    nodes = (await graph.data(asked, q=query.text))[query.many]["nodes"]
    found = tuple(node["slug"] for node in nodes)
    wanted = [slug for slug in everything if query.wants(slug)]
    assert wanted, f"nothing in the demo is what {query.text!r} wants"
    first = found[:FIRST]
    precision = sum(map(query.wants, first)) / len(first) if first else 0.0
    return Outcome(query, found, precision, sum(slug in found for slug in wanted) / len(wanted))


async def _all(graph: Graph, many: str) -> list[str]:
    slugs: list[str] = []
    after = None
    while True:
        asked = "first: 100, after: $a) { nodes { slug } pageInfo { hasNextPage endCursor } }"
        page = (await graph.data(f"query ($a: String) {{ {many}({asked} }}", a=after))[many]
        slugs += [node["slug"] for node in page["nodes"]]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            return slugs
