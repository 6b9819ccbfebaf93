"""The types of results: nodes, their parts, and the small references to related nodes."""

from schakel_client._generated import types as _types
from schakel_client._generated.types import *  # noqa: F403

__all__: list[str] = []
__all__ += _types.__all__
