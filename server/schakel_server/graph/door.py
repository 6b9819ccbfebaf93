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

    def account_of(self, scope: Scope, headers: Headers) -> Account:
        """The account that pays for a request; where nothing is left of it, it has to be renewed first."""
        if self._meter is None:
            return UNCOUNTED
        address = self._callers.address_of(scope, headers)
        return UNCOUNTED if address is None else self._meter.account_of(address)

    async def renew(self, account: Account) -> None:
        """Let an account go on; raises a Failure with RATE_LIMITED where its address has used up its minute."""
        if self._meter:
            await self._meter.renew(account)

    def watch(self, receive: Receive) -> Watch:
        """The bounds of one request's work, as a context."""
        return Watch(self._watches, receive)

    async def close(self) -> None:
        """Let go of what is shared with other processes."""
        if self._meter:
            await self._meter.close()
