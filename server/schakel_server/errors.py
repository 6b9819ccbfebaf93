"""The errors that Schakel raises on purpose: one tree, a stable code on each.

::

    SchakelError
    ├── InvalidInput       INVALID_INPUT     the caller sent something that cannot be used
    ├── Unauthenticated    UNAUTHENTICATED   nobody is signed in, or the token has ended
    ├── PermissionDenied   FORBIDDEN         this viewer may not do this
    ├── NotFound           NOT_FOUND         no such thing, or none that this viewer may know of
    ├── Conflict           CONFLICT          somebody else changed it first
    ├── RateLimited        RATE_LIMITED      too much in too short a time
    ├── Timeout            TIMED_OUT         the deadline passed, and the work was stopped
    └── Unavailable        INTERNAL          a part of the platform cannot be reached now

Rooms subclass a family and keep or narrow its code. Codes are those of ``errors[].extensions.code``
in the contract. A message says what happened and what to do, and nothing from inside.
"""

from collections.abc import Sequence
from typing import ClassVar

CODES = frozenset(
    {
        "BAD_REQUEST",
        "PERSISTED_QUERY_NOT_FOUND",
        "PARSE_FAILED",
        "VALIDATION_FAILED",
        "INVALID_ID",
        "INVALID_CURSOR",
        "INVALID_INPUT",
        "TOO_COMPLEX",
        "UNAUTHENTICATED",
        "FORBIDDEN",
        "NOT_FOUND",
        "CONFLICT",
        "RATE_LIMITED",
        "TIMED_OUT",
        "INTERNAL",
    }
)


class SchakelError(Exception):
    """A failure that the caller is told about.

    `code` is one of CODES, `message` is for people, `field` is the path of the input that is
    to blame (empty when none is).
    """

    default_code: ClassVar[str] = "INTERNAL"

    def __init__(self, message: str, *, code: str | None = None, field: Sequence[str] = ()) -> None:
        self.code = code or self.default_code
        if self.code not in CODES:
            raise ValueError(f"{self.code!r} is not an error code of the contract: {sorted(CODES)}")
        self.message = message
        self.field = tuple(field)
        super().__init__(message)


class InvalidInput(SchakelError):
    """The caller sent something that cannot be used."""

    default_code = "INVALID_INPUT"


class Unauthenticated(SchakelError):
    """Nobody is signed in, or the token is unknown, expired or revoked."""

    default_code = "UNAUTHENTICATED"


class PermissionDenied(SchakelError):
    """The viewer is known and may not do this."""

    default_code = "FORBIDDEN"


class NotFound(SchakelError):
    """There is no such thing, or none whose existence this viewer may know of."""

    default_code = "NOT_FOUND"


class Conflict(SchakelError):
    """Somebody else changed it first, or it is no longer in a state that allows this."""

    default_code = "CONFLICT"


class RateLimited(SchakelError):
    """Too much in too short a time; `retry_after_s` seconds later it may be tried again."""

    default_code = "RATE_LIMITED"

    def __init__(self, message: str, *, retry_after_s: float, field: Sequence[str] = ()) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(message, field=field)


class Timeout(SchakelError):
    """The deadline passed; the work has been stopped."""

    default_code = "TIMED_OUT"


class Unavailable(SchakelError):
    """A part that Schakel stands on (the database, a service) cannot be reached now."""

    default_code = "INTERNAL"
