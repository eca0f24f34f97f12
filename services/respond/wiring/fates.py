"""Makes what people do with answers that have left the house."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import FastAPI

from services.respond.api.cases.fates import fate_routes
from services.respond.api.showing import Showing
from services.respond.handlers.desk import Desk
from services.respond.handlers.fates import Fates
from services.respond.networks.outbound import CannotTell, Found, Outbound
from services.respond.publishing.one_post import next_post, taken_posts
from services.respond.wiring.ground import Ground
from services.respond.wiring.networks import one_network
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.case.state.reply import Reply


class AskedNow:
    """Asks networks while somebody waits, over a connection for this one question: it is asked seldom."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def at(self, url: str, case: Case, reply: Reply) -> Found:
        """Return the post of ours at that address, if it can be what is next of that answer."""
        post = next_post(reply)
        async with self._network(case.account_id) as network:
            if network is None:
                return _NO_ACCOUNT
            return await network.locate(url, post.frozen, below=post.below, since=reply.queued_at)

    async def saying(self, case: Case, reply: Reply) -> Found:
        """Return the post that says what is next of that answer."""
        post, ours = next_post(reply), taken_posts(case)
        async with self._network(case.account_id) as network:
            if network is None:
                return _NO_ACCOUNT
            return await network.lookup(post.frozen, below=post.below, since=reply.queued_at, ours=ours)

    @asynccontextmanager
    async def _network(self, account_id: str) -> AsyncIterator[Outbound | None]:
        account = self._ground.directory.account(account_id)
        if account is None:
            yield None
            return
        async with one_network(account, self._ground.settings, clock=self._ground.clock) as network:
            yield network


_NO_ACCOUNT: Final = CannotTell(reason="the directory has no such account")


def add_fates(app: FastAPI, ground: Ground, *, desk: Desk, showing: Showing) -> None:
    """Add the routes."""
    fates = Fates(cases=CaseStore(ground.database), networks=AskedNow(ground), clock=ground.clock)
    app.include_router(fate_routes(desk=desk, fates=fates, showing=showing))
