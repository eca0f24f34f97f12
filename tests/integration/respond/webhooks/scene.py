"""Webhooks over a real Kafka and MongoDB: processes, in this one or in their own, and a receiver."""

import asyncio
import signal
from base64 import b64encode
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.event import EventType
from services.respond.domain.webhooks.keys import keys_of
from services.respond.domain.webhooks.reach import Reach
from services.respond.handlers.webhook_changing import Changing
from services.respond.handlers.webhook_deliveries import Sent
from services.respond.handlers.webhook_secrets import Secrets
from services.respond.handlers.webhook_stopping import Stopping
from services.respond.handlers.webhooks import Subscriptions, Wish
from services.respond.settings import RespondSettings
from services.respond.store.deliveries import Deliveries
from services.respond.store.indexes import create_indexes
from services.respond.store.webhooks import Webhooks
from services.respond.timekeeping import Timekeeping
from services.respond.webhooks.vault import Vault
from services.respond.wiring.webhook_sender import make_sender
from services.respond.wiring.webhooks import wire
from shared.case.kept.announce import announcement_record
from shared.case.state.case import Case
from shared.contracts.envelope import pack
from shared.contracts.reply import ReplyChanged
from shared.contracts.topics import REPLIES
from shared.kafka.produce import Producer
from shared.mongo.server_time import ServerTime
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from shared.runtime.process import RunPart
from tests.builders import a_case, a_message
from tests.integration.respond.process import respond_process
from tests.integration.respond.webhooks.receiver import Receiver
from tests.waiting import until

KEY: Final = b64encode(b"a key that only tests would have!"[:32]).decode()
SECRET: Final = b"s" * 32
EVERYTHING: Final = frozenset(kind.value for kind in EventType)
HASTY: Final = {
    "webhook_seconds": 0.6,
    "webhook_lease_seconds": 1.5,
    "webhook_first_wait_seconds": 0.05,
    "webhook_poll_seconds": 0.02,
    "webhook_private": "127.0.0.0/8",
    "webhook_key": KEY,
    "instance": "test-webhooks",
}
"""As short as a test wants them. One name for all, so that no test waits for the place of another's process."""


@dataclass
class Scene:
    """`brand` is no other test's, so that what others announce is nobody's business here.

    `secret`: what the next webhook, or rotation, is given.
    """

    database: Any
    mongo_url: str
    bootstrap: str
    receiver: Receiver
    producer: Producer
    brand: str
    logs: list[MutableMapping[str, Any]]
    secret: bytes = SECRET

    def __post_init__(self) -> None:
        self.webhooks, self.deliveries = Webhooks(self.database), Deliveries(self.database)
        changing = Changing(webhooks=self.webhooks, clock=system_clock)
        self.secrets = Secrets(
            changing=changing, vault=Vault(keys_of(KEY)), new_secret=lambda: self.secret, clock=system_clock
        )
        self.stopping = Stopping(changing=changing, deliveries=self.deliveries, clock=system_clock)
        self.subscriptions = Subscriptions(
            webhooks=self.webhooks,
            changing=changing,
            secrets=self.secrets,
            reach=Reach.of("127.0.0.0/8"),
            brands=[self.brand],
            clock=system_clock,
            ids=random_id,
        )
        self.sent = Sent(webhooks=self.webhooks, deliveries=self.deliveries, clock=system_clock, ids=random_id)

    async def subscribe(self, *, url: str | None = None, events: Collection[str] = EVERYTHING) -> str:
        """Make a webhook; return its id."""
        await create_indexes(self.database)
        wish = Wish(url=url or self.receiver.url, brand=self.brand, events=frozenset(events), description="")
        made, _ = await self.subscriptions.create(wish, by="ada", scope=Scope())
        return made.id

    def case(self, author: str = "joe", **fields: Any) -> Case:
        """A case of the brand, just opened."""
        made = a_case(message=a_message(random_id("post"), at=system_clock()), author=author)
        return replace(made, brand=self.brand, **fields)

    async def announce(self, *cases: Case) -> None:
        """Tell Kafka of these versions of cases."""
        now = system_clock()
        await self.producer.send([announcement_record(case, source="/test", at=now) for case in cases])

    async def announce_reply(self, case: Case, reply_id: str, state: str, *, version: int) -> None:
        """Tell Kafka where an answer stands."""
        now = system_clock()
        fact = ReplyChanged.model_validate(
            {
                "reply_id": reply_id,
                "case_id": case.id,
                "case_version": version,
                "state": state,
                "author": "mira",
                "answers": "m-1",
                "network": "mastodon",
                "account_id": "a",
                "at": now,
            }
        )
        record = pack(REPLIES, fact, key=case.id, fact_id=f"{reply_id}:{version}", source="/test", at=now)
        await self.producer.send([record])

    async def taken(self, count: int, *, within: float = 12) -> None:
        """Wait until the receiver has taken so many different events, and all of it is marked."""
        try:
            await until(lambda: len(self.receiver.events) >= count, within=within)
        except TimeoutError:
            raise AssertionError(f"it took {self.receiver.types()}; logged was {self.logs[-10:]}") from None
        assert len(self.receiver.events) == count

    async def state(self, webhook_id: str) -> str:
        """Where the webhook stands."""
        return (await self.subscriptions.get(webhook_id, Scope())).state.value

    # -- processes -------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def running(self, **settings: Any) -> AsyncIterator[None]:
        """The process in this one, made by the real wiring, without its HTTP server."""
        async with (
            wire(self._settings(settings)) as made,
            _until_left(made[one] for one in ("teller", "sender", "time")),
        ):
            yield

    @asynccontextmanager
    async def telling(self) -> AsyncIterator[None]:
        """What derives events alone: nothing is sent."""
        async with wire(self._settings({})) as made, _until_left([made["teller"]]):
            yield

    @asynccontextmanager
    async def sending(self, **settings: Any) -> AsyncIterator[None]:
        """What sends alone."""
        time = ServerTime(self.database)
        async with (
            make_sender(self.database, self._settings(settings), time=time) as sender,
            _until_left([sender.run, Timekeeping(time).run]),
        ):
            yield

    def _settings(self, more: Mapping[str, Any]) -> RespondSettings:
        ground = {"mongo_url": self.mongo_url, "mongo_database": self.database.name}
        return RespondSettings(**{**HASTY, **ground, "kafka_bootstrap": self.bootstrap, **more})

    async def dies_at(self, failpoint: str, *, within: float = 60) -> None:
        """Run a process of its own until it kills itself there."""
        async with self.process(EARSHOT_FAILPOINT=failpoint) as process, asyncio.timeout(within):
            assert await process.wait() == -signal.SIGKILL

    @asynccontextmanager
    async def process(self, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """One in a process of its own; killed at the end if it still lives."""
        hasty = {f"EARSHOT_{name.upper()}": str(value) for name, value in HASTY.items()}
        given = {**hasty, "EARSHOT_KAFKA_BOOTSTRAP": self.bootstrap, **environment}
        async with respond_process(self.mongo_url, self.database, "webhooks", environment=given) as process:
            yield process


@asynccontextmanager
async def _until_left(parts: Iterable[RunPart]) -> AsyncIterator[None]:
    """Run parts of a process until the block ends."""
    stop = asyncio.Event()
    tasks = [asyncio.ensure_future(part(stop)) for part in parts]
    try:
        yield
    finally:
        stop.set()
        await asyncio.gather(*tasks)
