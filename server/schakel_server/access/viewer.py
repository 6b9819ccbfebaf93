"""Who is asking. Until people and apps can sign in, everybody is anonymous."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Viewer:
    """The caller, as far as rules look at it; `kind` is part of the key under which plans are kept."""

    kind: str = "anonymous"


ANONYMOUS = Viewer()
