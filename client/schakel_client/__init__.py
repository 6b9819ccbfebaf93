"""Headless, typed client for the Schakel graph.

::

    async with AsyncSchakel("https://schakel.example.org") as client:
        async for offer in client.offers.iterate(where={"kind": {"eq": "INTERNSHIP_BOL"}}):
            print(offer.title, offer.provider)

More types stand in `schakel_client.types`, enums in `schakel_client.enums`, and the types of `where`
and `order_by` in `schakel_client.inputs`.
"""

from schakel_client._generated.types import Activity, Offer, Organisation, OrganisationRef, ThemeRef
from schakel_client._version import __version__
from schakel_client.client import AsyncSchakel
from schakel_client.errors import (
    Conflict,
    ConnectionFailed,
    DeadlineExceeded,
    ErrorDetail,
    GraphError,
    InvalidInput,
    NotFound,
    PermissionDenied,
    RateLimited,
    SchakelError,
    ServerError,
    UnexpectedAnswer,
)
from schakel_client.page import Page, PageInfo

__all__ = [
    "Activity",
    "AsyncSchakel",
    "Conflict",
    "ConnectionFailed",
    "DeadlineExceeded",
    "ErrorDetail",
    "GraphError",
    "InvalidInput",
    "NotFound",
    "Offer",
    "Organisation",
    "OrganisationRef",
    "Page",
    "PageInfo",
    "PermissionDenied",
    "RateLimited",
    "SchakelError",
    "ServerError",
    "ThemeRef",
    "UnexpectedAnswer",
    "__version__",
]
