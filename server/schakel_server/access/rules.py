"""The rules that types share. A rule gives the condition under which a viewer may see a row; nothing else decides."""

from __future__ import annotations

from collections.abc import Callable

from schakel_server.access.conditions import EVERYTHING, All, Condition, Now, OneOf, Test, equals, missing
from schakel_server.access.viewer import Viewer

Rule = Callable[[Viewer], Condition]


def published(_viewer: Viewer) -> Condition:
    """Published, within its publication window, and public."""
    return All(
        (
            equals("status", "PUBLISHED"),
            equals("visibility", "PUBLIC"),
            OneOf((missing("publish_at"), Test("publish_at", "instant", "lte", Now()))),
            OneOf((missing("unpublish_at"), Test("unpublish_at", "instant", "gt", Now()))),
        )
    )


def with_its_node(_viewer: Viewer) -> Condition:
    """A part is seen by whoever sees the node that it belongs to, and is reached only through that node."""
    return EVERYTHING
