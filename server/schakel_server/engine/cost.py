"""What a plan could return at most, in nodes, before anything runs: page sizes multiplied along the nesting.

The figure belongs to the plan and is kept with it; what a list really holds does not change it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from schakel_server.engine import limits
from schakel_server.engine.plan import ByIds, Counts, Many, One, PlaceFound, Plan, Rows, Tally


@dataclass(frozen=True)
class Weights:
    """What counts for how many nodes where no page size says it; ADR 12."""

    parts: int = 5  # a plain list of parts of one node: few, but no page bounds it
    total: int = 10  # a totalCount: no node, yet the database looks at every row
    other_side: int = 1  # whether a page has something before it
    place: int = 5  # a place by its name, found once
    facet: int = 20  # a facet: its values, and the database looks at every row


WEIGHTS = Weights()


def cost_of(plan: Plan) -> int:
    """The nodes that a plan could return at most; parents stand before their children in its sets."""
    times: dict[int, int] = {}
    cost = 0
    for item in plan.sets:
        match item:
            case Rows():
                rows = _parents(item, times) * _size(item)
                times[item.index] = rows
                cost += rows * max(len(item.outlets), 1) if item.is_read else 0
            case Tally():
                each = item.total * WEIGHTS.total + item.other_side * WEIGHTS.other_side
                cost += _parents(item.rows, times) * each
            case Counts():
                cost += _parents(item.rows, times) * WEIGHTS.facet
            case PlaceFound():
                cost += WEIGHTS.place
            case _:
                assert_never(item)  # the type checker finds a kind of set that has no cost
    return cost


def checked_cost(plan: Plan) -> int:
    """The cost of a plan; raises TOO_COMPLEX where it is more than one operation may ask."""
    cost = cost_of(plan)
    limits.NODES.check(cost)
    return cost


def _parents(rows: Rows, times: dict[int, int]) -> int:
    """How many rows this set hangs under; a set at the root counts as under one."""
    return times[rows.source.parent.index] if isinstance(rows.source, One | Many) else 1


def _size(rows: Rows) -> int:
    """How many rows there can be for each parent."""
    if rows.page:
        return rows.page.size
    if isinstance(rows.source, Many):
        return WEIGHTS.parts
    return _ids(rows.source.ids.source) if isinstance(rows.source, ByIds) else 1


def _ids(source: object) -> int:
    """How many ids are asked; a variable may hold as many as are allowed."""
    return len(list(source)) if isinstance(source, Iterable) else limits.IDS.most
