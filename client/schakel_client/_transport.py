"""Requests over HTTP: one POST with a deadline, and what can go wrong with it told in the client's own errors."""

from __future__ import annotations

import asyncio

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientOSError,
    ClientResponseError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    ServerDisconnectedError,
    TCPConnector,
)

from schakel_client._answers import Response
from schakel_client._sessions import LoopSessions
from schakel_client._version import __version__
from schakel_client.errors import ConnectionFailed, DeadlineExceeded, ServerError

ACCEPT = "application/graphql-response+json, application/json;q=0.9"
KEEP_ALIVE_S = 4.0  # shorter than uvicorn's 5 s, so that the server is not the first to close


class Transport:
    """The way to one GraphQL endpoint."""

    def __init__(self, endpoint: str, *, token: str | None, language: str | None) -> None:
        self.endpoint = endpoint
        self._headers = {
            "Accept": ACCEPT,
            "Content-Type": "application/json",
            "User-Agent": f"schakel-client/{__version__}",
        }
        if token is not None:
            self._headers["Authorization"] = f"Bearer {token}"
        if language is not None:
            self._headers["Accept-Language"] = language
        self._sessions = LoopSessions(self._make_session)

    async def post(self, body: bytes, *, timeout_s: float, is_read: bool) -> Response:
        """The whole response, whatever its status.

        A read is sent once more when a kept connection proves to be closed by the other side.

        Raises:
            ConnectionFailed: there was no connection, or it broke off.
            DeadlineExceeded: connecting, sending and reading took longer than `timeout_s` together.
            ServerError: the answer is no HTTP.
        """
        try:
            async with asyncio.timeout(timeout_s) as deadline:
                try:
                    return await self._post(body)
                except (ServerDisconnectedError, ClientOSError) as error:
                    if not is_read or isinstance(error, ClientConnectorError):
                        raise
                    return await self._post(body)
        except TimeoutError as error:
            if not deadline.expired():
                raise ConnectionFailed(f"{self.endpoint} does not answer: {error}") from error
            raise DeadlineExceeded(f"{self.endpoint} did not answer within {timeout_s:g} seconds.") from error
        except ClientConnectorError as error:
            raise ConnectionFailed(f"{self.endpoint} can't be reached: {error}") from error
        except ClientResponseError as error:
            raise ServerError(f"{self.endpoint} does not answer in HTTP: {error}", code="INTERNAL") from error
        except (ClientError, OSError) as error:
            reason = str(error) or type(error).__name__
            raise ConnectionFailed(f"The connection to {self.endpoint} broke off: {reason}") from error

    async def _post(self, body: bytes) -> Response:
        session = await self._sessions.get()
        async with session.post(self.endpoint, data=body, allow_redirects=False) as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            return Response(response.status, await response.read(), headers)

    async def aclose(self) -> None:
        """Close the connections of the running event loop."""
        await self._sessions.close()

    def _make_session(self) -> ClientSession:
        return ClientSession(
            connector=TCPConnector(keepalive_timeout=KEEP_ALIVE_S),
            headers=self._headers,
            cookie_jar=DummyCookieJar(),
            timeout=ClientTimeout(),
        )
