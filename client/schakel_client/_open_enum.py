"""The base of the generated enums: text whose values may be more than those known when it was generated."""

from __future__ import annotations

from enum import StrEnum


class OpenEnum(StrEnum):
    """An enum that takes values it does not know yet, as the graph gets new ones without notice.

    Such a value compares, pickles and prints like any other; `is_known` tells it apart.
    """

    @property
    def is_known(self) -> bool:
        """Whether this version of the client knew the value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member
