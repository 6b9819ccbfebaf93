"""The errors that the client raises: one tree.

::

    SchakelError
    ├── ConnectionFailed       the platform could not be reached, or the connection broke off
    ├── DeadlineExceeded       the call took longer than its `timeout_s`
    ├── UnexpectedAnswer       the answer does not fit the type that it was to become
    └── GraphError             the platform answered with errors; what it could give is kept in `data`
        ├── NotFound           NOT_FOUND: no such thing, or none that this caller may know of
        ├── InvalidInput       BAD_REQUEST, PARSE_FAILED, VALIDATION_FAILED, INVALID_ID, INVALID_CURSOR,
        │                      INVALID_INPUT, TOO_COMPLEX: the question can't be answered as it is
        ├── PermissionDenied   UNAUTHENTICATED, FORBIDDEN: no token, an ended one, or not enough rights
        ├── Conflict           CONFLICT: somebody else changed it first
        ├── RateLimited        RATE_LIMITED: too much in too short a time, see `retry_after_s`
        └── ServerError        INTERNAL, TIMED_OUT, or an answer that is no GraphQL (such as a proxy's page)

A code that this version of the client does not know is a plain GraphError. All of them pickle.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

__all__ = [
    "Conflict",
    "ConnectionFailed",
    "DeadlineExceeded",
    "ErrorDetail",
    "GraphError",
    "InvalidInput",
    "NotFound",
    "PermissionDenied",
    "RateLimited",
    "SchakelError",
    "ServerError",
    "UnexpectedAnswer",
    "error_class",
]


class ErrorDetail(msgspec.Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """One of the errors of an answer, as the platform gave it."""

    message: str = ""
    path: tuple[str | int, ...] | None = None
    extensions: dict[str, object] | None = None

    @property
    def code(self) -> str:
        """The stable code, such as `INVALID_ID`; empty when there is none."""
        code = (self.extensions or {}).get("code")
        return code if isinstance(code, str) else ""


class SchakelError(Exception):
    """Anything that went wrong between this program and the platform; `message` is for people."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ConnectionFailed(SchakelError):
    """The platform could not be reached, or the connection broke off before the answer was whole."""


class DeadlineExceeded(SchakelError):
    """The call took longer than its `timeout_s`, and was given up."""


class UnexpectedAnswer(SchakelError):
    """The answer does not fit the type that it was to become; the message names the place."""


class GraphError(SchakelError):
    """The platform answered with errors.

    `code` and `path` are those of the first error, `errors` are all of them, `data` is what the
    platform could give all the same, and `status` the HTTP status.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        path: Sequence[str | int] = (),
        errors: Sequence[ErrorDetail] = (),
        data: dict[str, object] | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.path = tuple(path)
        self.errors = tuple(errors)
        self.data = data
        self.status = status

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]" if self.code else self.message


class NotFound(GraphError):
    """There is no such thing, or none whose existence this caller may know of."""


class InvalidInput(GraphError):
    """The question can't be answered as it is; the message says what to mend."""


class PermissionDenied(GraphError):
    """There is no token, it has ended, or it does not allow this."""


class Conflict(GraphError):
    """Somebody else changed it first, or its state no longer allows this."""


class RateLimited(GraphError):
    """Too much in too short a time; try again after `retry_after_s` seconds, where that is known."""

    retry_after_s: float | None = None


class ServerError(GraphError):
    """The platform, or a proxy before it, could not answer."""


_CLASSES: dict[str, type[GraphError]] = {
    "NOT_FOUND": NotFound,
    "BAD_REQUEST": InvalidInput,
    "PARSE_FAILED": InvalidInput,
    "VALIDATION_FAILED": InvalidInput,
    "INVALID_ID": InvalidInput,
    "INVALID_CURSOR": InvalidInput,
    "INVALID_INPUT": InvalidInput,
    "TOO_COMPLEX": InvalidInput,
    "UNAUTHENTICATED": PermissionDenied,
    "FORBIDDEN": PermissionDenied,
    "CONFLICT": Conflict,
    "RATE_LIMITED": RateLimited,
    "TIMED_OUT": ServerError,
    "INTERNAL": ServerError,
}


def error_class(code: str) -> type[GraphError]:
    """The class of errors with this code."""
    return _CLASSES.get(code, GraphError)
