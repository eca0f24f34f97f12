"""Makes our accounts able to speak."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

import httpx2

from services.respond.networks.mastodon.answers import allowance
from services.respond.networks.mastodon.client import Mastodon
from services.respond.networks.outbound import Outbound
from services.respond.publishing.budgets import Budgets
from services.respond.publishing.timing import Timing
from services.respond.publishing.voices import Voice, Voices
from services.respond.settings import RespondSettings
from shared.directory.model import Account, Directory
from shared.runtime.clock import Clock


@asynccontextmanager
async def make_voices(
    directory: Directory, settings: RespondSettings, *, budgets: Budgets, clock: Clock
) -> AsyncIterator[Voices]:
    """Give a voice to every account of the directory; their connections are closed on the way out.

    `budgets` hears what the networks' answers say of what is left.
    """
    async with AsyncExitStack() as ending:
        voices: dict[str, Voice] = {}
        for account in directory.accounts:
            http = await ending.enter_async_context(_connection(account, settings))
            http.event_hooks["response"].append(_listening(account.id, budgets, clock=clock))
            voices[account.id] = Voice(armed=account.armed, network=Mastodon(http=http, clock=clock))
        yield voices


@asynccontextmanager
async def one_network(account: Account, settings: RespondSettings, *, clock: Clock) -> AsyncIterator[Outbound]:
    """Give the network of one account for a question or two."""
    async with _connection(account, settings) as http:
        yield Mastodon(http=http, clock=clock)


def make_timing(settings: RespondSettings) -> Timing:
    """Return the publisher's times as set."""
    return Timing(
        attempt=timedelta(seconds=settings.publisher_attempt_seconds),
        lease=timedelta(seconds=settings.publisher_lease_seconds),
        first_look=timedelta(seconds=settings.publisher_first_look_seconds),
        absent_after=timedelta(seconds=settings.publisher_absent_seconds),
        settle_within=timedelta(seconds=settings.publisher_settle_seconds),
        first_wait=timedelta(seconds=settings.publisher_first_wait_seconds),
        delete_wait=timedelta(seconds=settings.publisher_delete_wait_seconds),
        looks=settings.publisher_looks,
        sendings=settings.publisher_sendings,
    )


def _listening(account_id: str, budgets: Budgets, *, clock: Clock) -> Callable[[httpx2.Response], Awaitable[None]]:
    async def listen(response: httpx2.Response) -> None:
        budgets.saw(account_id, response.request.method, allowance(response.headers, now=clock()))

    return listen


def _connection(account: Account, settings: RespondSettings) -> httpx2.AsyncClient:
    seconds = settings.network_seconds
    return httpx2.AsyncClient(
        base_url=account.base_url,
        headers={"Authorization": f"Bearer {account.token.get_secret_value()}", "User-Agent": "Earshot"},
        timeout=httpx2.Timeout(seconds, connect=min(seconds, 5.0)),
        # An idle connection that the server has closed would make a sending unknown for nothing.
        limits=httpx2.Limits(max_connections=20, keepalive_expiry=2.0),
        follow_redirects=False,
    )
