"""Which tables a statement reads, from its own text: what it does not name it cannot depend on."""

from __future__ import annotations

import re

# Our statements write keywords in capitals and names in small letters; a name before `(` is a function.
_READ = re.compile(r'\b(?:FROM|JOIN)\s+"?([a-z_]\w*)"?(?![\w(])')
_DEFINED = re.compile(r"\b(\w+) AS\s+(?:NOT )?(?:MATERIALIZED\s+)?\((?=SELECT\b|WITH\b)")


def tables_of(sql: str) -> frozenset[str]:
    """The tables and link tables that a statement of ours reads, also in conditions and rules.

    Common tables, which the statement defines itself, are not among them.
    """
    return frozenset(_READ.findall(sql)) - frozenset(_DEFINED.findall(sql))
