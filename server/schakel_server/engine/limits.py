"""Every limit of one request in one table: how much, of what, and where the number comes from.

What is counted in a document is counted with its fragments written out, so that an operation is worth
the same however it is cut up. Rates and deadlines are an installation's own, see `settings.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schakel_server.engine.failures import Failure, failure

DESIGN = "DESIGN, ids, pages, limits"
CONTRACT = "CONTRACT, one and many"
MOST_TOLD = 2**53 - 1  # whole numbers beyond it are no numbers to JavaScript
MEASURED = "measured: beyond it, refusing costs more than 100 ms; ADR 12"


@dataclass(frozen=True)
class Limit:
    """At most `most` of `unit`; `origin` says why that many, `refusal` is the key of the message."""

    most: int
    unit: str
    refusal: str
    origin: str

    def exceeded(self, given: int, path: tuple[str | int, ...] = (), **values: str) -> Failure:
        """The error for a request that has `given` of them."""
        return failure(self.refusal, path, limit=self.most, given=min(given, MOST_TOLD), **values)

    def check(self, given: int, path: tuple[str | int, ...] = ()) -> None:
        """Raise the error where `given` is too many."""
        if given > self.most:
            raise self.exceeded(given, path)


# What comes in
BODY = Limit(256 * 2**10, "bytes of a request", "body_too_large", DESIGN)
TEXT = Limit(64 * 2**10, "characters of a document", "text_too_long", MEASURED)
TOKENS = Limit(2_000, "words and signs of a document", "too_many_tokens", DESIGN)
VALUES = Limit(10_000, "values in the variables, lists and objects included", "too_many_values", MEASURED)

# What a document may consist of
OPERATIONS = Limit(20, "operations in a document", "too_many_operations", MEASURED)
FRAGMENTS = Limit(50, "fragments in a document", "too_many_fragments", MEASURED)
VARIABLES = Limit(100, "variables of an operation", "too_many_variables", MEASURED)
DEPTH = Limit(15, "fields inside each other, ofType not counted", "too_deep", DESIGN)
VALUE_DEPTH = Limit(40, "lists and objects inside each other in an argument", "value_too_deep", MEASURED)
ALIASES = Limit(30, "fields under another name", "too_many_aliases", DESIGN)
DIRECTIVES = Limit(50, "directives", "too_many_directives", MEASURED)
ROOTS = Limit(30, "fields at the root", "too_many_roots", MEASURED)
FIELDS = Limit(1_000, "fields", "too_many_fields", MEASURED)
REPEATS = Limit(30, "times one key in one selection", "too_many_repeats", MEASURED)
INTROSPECTION = Limit(3, "times one list of the schema", "too_much_introspection", MEASURED)

# What an operation may ask for
PAGE = Limit(100, "rows of a page", "page_size", CONTRACT)
IDS = Limit(100, "ids in nodes(ids:)", "too_many_ids", CONTRACT)
SETS = Limit(200, "objects and lists", "too_many_sets", "a bound on the size of the statement")
CONDITION_DEPTH = Limit(
    10, "levels of a condition", "where_too_deep", "PostgreSQL plans longer than it may take beyond it"
)
CONDITIONS = Limit(1_000, "comparisons in all conditions", "too_many_conditions", MEASURED)
NODES = Limit(50_000, "nodes that an operation could return", "too_many_nodes", DESIGN)

LIMITS: Mapping[str, Limit] = {
    name: value for name, value in dict(globals()).items() if isinstance(value, Limit)
}
