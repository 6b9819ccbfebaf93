"""Is the process alive, and can it do its work? For load balancers and people who keep watch."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse

from schakel_server.web.security import EVERY_ANSWER

Ready: TypeAlias = Callable[[], Awaitable[list[str]]]

READY_TIMEOUT_S = 2.0  # shorter than the check interval of common load balancers
NEVER_KEPT = {**EVERY_ANSWER, "Cache-Control": "no-store"}

log = logging.getLogger(__name__)


async def healthz(request: Request) -> JSONResponse:
    """Always fine: that there is an answer is the answer."""
    return JSONResponse({"status": "ok"}, headers=NEVER_KEPT)


def readyz(ready: Ready) -> Callable[[Request], Awaitable[JSONResponse]]:
    """200 when `ready` finds no problem within two seconds, else 503 with the problems."""

    async def answer(request: Request) -> JSONResponse:
        problems = await _problems(ready)
        if problems:
            body = {"status": "not ready", "problems": problems}
            return JSONResponse(body, status_code=503, headers=NEVER_KEPT)
        return JSONResponse({"status": "ready"}, headers=NEVER_KEPT)

    return answer


async def _problems(ready: Ready) -> list[str]:
    try:
        async with asyncio.timeout(READY_TIMEOUT_S):
            return await ready()
    except TimeoutError:
        return [f"The check took longer than {READY_TIMEOUT_S:g} s."]
    except Exception:
        log.exception("readiness_check_failed")
        return ["The check itself failed; see the server's log."]
