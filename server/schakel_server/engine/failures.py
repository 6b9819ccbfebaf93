"""Errors of reading, with the code, the place in the answer and what to do."""

from __future__ import annotations

from typing import Any

from graphql import GraphQLError


def failure(code: str, message: str, path: tuple[str | int, ...] = (), **extensions: Any) -> GraphQLError:
    """An error with `extensions.code`, as CONTRACT lists them."""
    return GraphQLError(message, path=list(path) or None, extensions={"code": code, **extensions})
