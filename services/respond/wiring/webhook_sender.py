"""Makes what sends webhooks' events."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from typing import Any, Final

import httpx2

from services.respond.domain.webhooks.trying import Patience
from services.respond.settings import RespondSettings
from services.respond.store.backlogs import Backlogs
from services.respond.store.webhooks import Webhooks
from services.respond.webhooks.aftermath import Aftermath
from services.respond.webhooks.posting import Posting
from services.respond.webhooks.resolving import Resolver
from services.respond.webhooks.sender import Sender
from services.respond.webhooks.vault import Vault
from shared.runtime.clock import Clock, system_clock
from shared.runtime.ids import random_id

_FINE: Final = 1_000_000


@asynccontextmanager
async def make_sender(database: Any, settings: RespondSettings, *, time: Clock) -> AsyncIterator[Sender]:
    """Give the sender; `time` is the server's. Its connections are closed on the way out."""
    webhooks, backlogs = Webhooks(database), Backlogs(database)
    patience = Patience(
        first_wait=timedelta(seconds=settings.webhook_first_wait_seconds),
        give_up=timedelta(seconds=settings.webhook_give_up_seconds),
    )
    # It goes where it is told and nowhere else: no proxy, no redirect, no connection kept for another host.
    http = httpx2.AsyncClient(
        timeout=settings.webhook_seconds,
        limits=httpx2.Limits(max_connections=settings.webhook_in_flight, max_keepalive_connections=0),
        follow_redirects=False,
        trust_env=False,
    )
    with closing(Resolver()) as resolver:
        async with http:
            yield Sender(
                webhooks=webhooks,
                backlogs=backlogs,
                post=Posting(
                    http=http,
                    secrets=Vault(settings.webhook_key),
                    reach=settings.webhook_private,
                    resolve=resolver,
                    clock=system_clock,
                    seconds=settings.webhook_seconds,
                ),
                aftermath=Aftermath(
                    webhooks=webhooks,
                    backlogs=backlogs,
                    patience=patience,
                    chance=lambda: secrets.randbelow(_FINE) / _FINE,
                ),
                clock=time,
                ids=random_id,
                lasting=timedelta(seconds=settings.webhook_lease_seconds),
                parallel=settings.webhook_parallel,
                in_flight=settings.webhook_in_flight,
                poll_seconds=settings.webhook_poll_seconds,
            )
