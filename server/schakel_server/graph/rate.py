"""How much an address may ask in a minute, counted in the nodes that its operations could return.

A request takes what it costs from an account of its address, which is an integer in memory. Only when an
account is used up is the shared count asked for more (library limits, in memory or in Valkey), a twentieth
of the rate at a time: asking it for every request would cost more than many a request. See ADR 12.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from dataclasses import dataclass
from typing import Any

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import FixedWindowRateLimiter
from valkey.asyncio import ConnectionPool
from valkey.exceptions import ValkeyError

from schakel_server.engine.failures import failure

WINDOW_S = 60.0
STEPS = 20  # of a rate: what an account is given at a time
LEAST = 100  # nodes that any request counts for
REFUSED = 1_000  # nodes that a document counts for that is read and refused
INTROSPECTION = 10_000  # nodes that asking for the schema counts for; it takes about 0.1 s
ACCOUNTS = 50_000  # addresses remembered, about 200 bytes each
VALKEY_TIMEOUT_S = 0.25  # that a request may wait for Valkey
VALKEY_AGAIN_S = 5.0  # after which it is tried again

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Account:
    """What an address may still ask: `left` here, `elsewhere` in the shared count, both until `ends_at`."""

    address: str
    left: int
    elsewhere: int
    ends_at: float
    is_blocked: bool = False

    @property
    def remaining(self) -> int:
        """Nodes that the address can still ask in this minute."""
        return max(self.left + self.elsewhere, 0)

    def charge(self, nodes: int) -> None:
        """Take what a request costs; an operation under way is never stopped for it."""
        self.left -= nodes

    def told(self) -> bytes:
        """What remains, as JSON."""
        return b"%d" % self.remaining


class Uncounted(Account):
    """The account of who may ask without end."""

    def charge(self, nodes: int) -> None:
        """Costs nothing."""

    def told(self) -> bytes:
        """Nothing is counted, so nothing is left of it."""
        return b"null"


def price_of(cost: int, *, is_introspection: bool) -> int:
    """What a request is charged for an operation of this cost."""
    return max(cost, INTROSPECTION if is_introspection else LEAST)


UNCOUNTED = Uncounted("", 1, 0, math.inf)


class RateMeter:
    """The accounts of one process."""

    def __init__(self, nodes_per_minute: int, valkey_url: str = "") -> None:
        self._rate = nodes_per_minute
        self._step = max(nodes_per_minute // STEPS, 1)
        self._item = RateLimitItemPerMinute(nodes_per_minute)
        self._accounts: dict[str, Account] = {}
        self._own = FixedWindowRateLimiter(MemoryStorage())
        self._shared = Shared(valkey_url) if valkey_url else None

    def account_of(self, address: str) -> Account:
        """The account of an address; where nothing is left of it, it has to be renewed before anything is asked."""
        account = self._accounts.get(address)
        now = time.time()
        if account is None or account.ends_at <= now:
            account = self._opened(address, now)
        return account

    async def close(self) -> None:
        """Close the connections to Valkey."""
        if self._shared:
            await self._shared.close()

    def _opened(self, address: str, now: float) -> Account:
        """A new account; its first step is counted when it asks for a second, which few do."""
        if len(self._accounts) >= ACCOUNTS:
            self._forget(now)
        self._accounts.pop(address, None)
        account = Account(address, self._step, self._rate - self._step, now + WINDOW_S)
        self._accounts[address] = account
        return account

    def _forget(self, now: float) -> None:
        """Drop accounts whose minute is over, and the oldest half of what is left where that is too little."""
        kept = [item for item in self._accounts.values() if item.ends_at > now]
        kept = kept[len(kept) // 2 :] if len(kept) > ACCOUNTS // 2 else kept
        self._accounts = {item.address: item for item in kept}

    async def renew(self, account: Account) -> None:
        """Add a step to an account that is used up; what it used is counted with it.

        Raises a Failure with RATE_LIMITED when the address has used up its minute.
        """
        if not account.is_blocked:
            needed = self._step - account.left
            account.left = self._step  # at once: requests side by side must not count the same twice
            is_granted, resets_at, elsewhere = await self._hit(account.address, needed)
            account.ends_at, account.elsewhere = resets_at, elsewhere
            account.is_blocked = not is_granted
        if account.is_blocked:
            account.left = account.elsewhere = 0
            wait_s = max(math.ceil(account.ends_at - time.time()), 1)
            raise failure("rate_limited", limit=self._rate, retry_after=wait_s)

    async def _hit(self, address: str, nodes: int) -> tuple[bool, float, int]:
        """Whether so many more are allowed, when the count starts anew, and how many are left then."""
        if self._shared and self._shared.is_there:
            try:
                async with asyncio.timeout(VALKEY_TIMEOUT_S):
                    found = await self._asked(self._shared.limiter, address, nodes)
            except (ValkeyError, OSError, TimeoutError) as error:
                self._shared.note_away(error)
            else:
                self._shared.note_back()
                return found
        return await self._asked(self._own, address, nodes)

    async def _asked(
        self, limiter: FixedWindowRateLimiter, address: str, nodes: int
    ) -> tuple[bool, float, int]:
        is_granted = await limiter.hit(self._item, address, cost=nodes)
        resets_at, elsewhere = await limiter.get_window_stats(self._item, address)
        return is_granted, resets_at, elsewhere


class Shared:
    """The count that several processes share in Valkey; while it is away each counts by itself."""

    def __init__(self, url: str) -> None:
        options: dict[str, Any] = {
            "socket_timeout": VALKEY_TIMEOUT_S,
            "socket_connect_timeout": VALKEY_TIMEOUT_S,
        }
        self._pool = ConnectionPool.from_url(url, **options)
        pool: Any = self._pool  # which the library's own types leave out
        storage = RedisStorage(f"async+{url}", implementation="valkey", connection_pool=pool)
        self.limiter = FixedWindowRateLimiter(storage)
        self._again_at = 0.0
        self._is_away = False

    @property
    def is_there(self) -> bool:
        """Whether to ask it: not within seconds after it was found away."""
        return time.monotonic() >= self._again_at

    def note_away(self, error: BaseException) -> None:
        """It didn't answer; told once."""
        self._again_at = time.monotonic() + VALKEY_AGAIN_S
        if not self._is_away:
            log.warning(
                "Valkey is away (%s); each process counts its callers by itself", type(error).__name__
            )
        self._is_away = True

    def note_back(self) -> None:
        """It answered."""
        if self._is_away:
            log.warning("Valkey is back; processes count their callers together")
        self._is_away = False

    async def close(self) -> None:
        """Close its connections."""
        await self._pool.aclose()
