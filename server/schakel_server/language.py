"""Which language a caller reads, from what its browser or program says."""

from __future__ import annotations

from collections.abc import Sequence

MAX_RANGES = 20  # of Accept-Language; browsers send fewer than ten


def accepted_language(header: str, known: Sequence[str]) -> str:
    """The known language with the highest weight (RFC 9110, 12.5.4), the first one for whom we know nothing of."""
    best, best_weight = known[0], 0.0
    for item in header.split(",")[:MAX_RANGES]:
        name, _, parameters = item.partition(";")
        primary = name.strip().lower().partition("-")[0]
        weight = _weight(parameters)
        if weight > best_weight and primary in known:
            best, best_weight = primary, weight
    return best


def _weight(parameters: str) -> float:
    key, _, value = parameters.strip().partition("=")
    if key.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
