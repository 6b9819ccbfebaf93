"""What the tests of search share: an empty graph of each kind for a module, and the demo on both databases."""

from tests.contract.conftest import graph, shared
from tests.engine.conftest import demo_urls

__all__ = ["demo_urls", "graph", "shared"]
