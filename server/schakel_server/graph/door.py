"""What every request has to pass before it is read: the rate of its address, its deadline, its caller's presence."""

from __future__ import annotations

from starlette.types import Receive, Scope

from schakel_server.graph.callers import Callers, Headers
from schakel_server.graph.rate import UNCOUNTED, Account, RateMeter
from schakel_server.graph.watch import Watch, Watches
from schakel_server.settings import Settings


class Door:
    """Admits requests as an installation's settings say."""

    def __init__(self, settings: Settings) -> None:
        self._callers = Callers(settings.trusted_proxies)
        rate = settings.nodes_per_minute
        self._meter = RateMeter(rate, settings.valkey_url) if rate else None
        self._watches = Watches(settings.deadline_s)

    async def admit(self, scope: Scope, headers: Headers) -> Account:
        """The account that pays for a request; raises a Failure with RATE_LIMITED where it is used up."""
        address = self._callers.address_of(scope, headers) if self._meter else None
        if self._meter is None or address is None:
            return UNCOUNTED
        account = self._meter.account_of(address)
        if account.left <= 0:
            await self._meter.renew(account)
        return account

    def watch(self, receive: Receive) -> Watch:
        """The bounds of one request's work, as a context."""
        return Watch(self._watches, receive)

    async def close(self) -> None:
        """Let go of what is shared with other processes."""
        if self._meter:
            await self._meter.close()
