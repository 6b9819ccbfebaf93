"""Which tables a statement reads, from its own text: what it does not name it cannot depend on."""

from __future__ import annotations

import re

from schakel_server.storage.written import EVERYTHING

SEARCHED = "_terms"  # ends the name of the column or table that any search looks into
# Our statements write keywords in capitals and names in small letters; a name before `(` is a function.
_READ = re.compile(r'\b(?:FROM|JOIN)\s+"?([a-z_]\w*)"?(?![\w(])')
_DEFINED = re.compile(r"\b(\w+)(?:\([^()]*\))? AS\s+(?:NOT )?(?:MATERIALIZED\s+)?\(")


def tables_of(sql: str) -> frozenset[str]:
    """The tables and link tables that a statement of ours reads, also in conditions and rules.

    Common tables, which the statement defines itself, are not among them. What is searched for depends on the
    words of all types, which help with its spelling: so on every table.
    """
    found = frozenset(_READ.findall(sql)) - frozenset(_DEFINED.findall(sql))
    return found | EVERYTHING if SEARCHED in sql else found
