"""The enums of the graph; each takes values that it does not know yet."""

from schakel_client._generated import enums as _enums
from schakel_client._generated.enums import *  # noqa: F403
from schakel_client._open_enum import OpenEnum

__all__ = ["OpenEnum"]
__all__ += _enums.__all__
