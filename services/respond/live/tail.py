"""Following topics from their end: every instance hears everything, and nothing is committed anywhere."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any, Final

import structlog
from aiokafka import AIOKafkaConsumer
from aiokafka.errors import KafkaError

from services.respond.live.broadcast import Broadcast
from shared.contracts.case import CaseAnnounced, NoticeGiven
from shared.contracts.envelope import unpack
from shared.contracts.storm import StormChanged
from shared.contracts.topics import CASES, STORMS
from shared.kafka.record import Incoming
from shared.runtime.errors import Poison

log = structlog.get_logger()

_LONGEST_WAIT: Final = 10.0


class Tail:
    """A consumer without a group. What it misses while Kafka is away, its listeners are told to look up."""

    def __init__(
        self, *, bootstrap: str, topics: Sequence[str], tell: Callable[[Incoming], None], missed: Callable[[], None]
    ) -> None:
        """`tell` is called with each new record, `missed` when some may have gone by unheard."""
        self._bootstrap = bootstrap
        self._topics = tuple(topics)
        self._tell = tell
        self._missed = missed
        self._has_followed = False

    async def problem(self) -> str | None:
        """Health check: has it ever got to the end? Later outages of Kafka's leave the rest of the API useful."""
        return None if self._has_followed else "not following the announcements yet"

    async def run(self, stop: asyncio.Event) -> None:
        """Follow until told to stop, connecting again as often as needed."""
        wait = 0.2
        while not stop.is_set():
            try:
                await self._follow(stop)
                wait = 0.2
            except (KafkaError, OSError) as error:
                log.warning("live announcements interrupted", error=repr(error), retry_in=wait)
                await _pause(stop, wait)
                wait = min(wait * 2, _LONGEST_WAIT)

    async def _follow(self, stop: asyncio.Event) -> None:
        client = AIOKafkaConsumer(
            *self._topics,
            bootstrap_servers=self._bootstrap,
            client_id="respond-live",
            group_id=None,
            auto_offset_reset="latest",
            enable_auto_commit=False,
            isolation_level="read_committed",
            fetch_max_wait_ms=50,
            metadata_max_age_ms=30_000,
        )
        try:
            await client.start()
            for place in client.assignment():
                await client.position(place)  # fixes where the end is before anyone is told that we listen
            if self._has_followed:
                self._missed()
            self._has_followed = True
            while not stop.is_set():
                found = await client.getmany(timeout_ms=200, max_records=1_000)
                for messages in found.values():
                    for message in messages:
                        self._tell(_incoming(message))
        finally:
            await client.stop()


def telling(broadcast: Broadcast) -> Callable[[Incoming], None]:
    """Return what makes live events of records: `case` with the announcement, `notice` with each notice on it,
    `storm` with the storm."""

    def tell(record: Incoming) -> None:
        try:
            if record.topic == CASES.name:
                case = unpack(record, CaseAnnounced)
                data = case.model_dump_json(exclude={"customer_key", "notices"})
                broadcast.tell_case(case.case_id, case.case_version, brand=case.brand, data=data)
                for notice in case.notices:
                    _tell_notice(broadcast, case, notice)
            elif record.topic == STORMS.name:
                storm = unpack(record, StormChanged)
                broadcast.tell("storm", brand=storm.brand, data=storm.model_dump_json(exclude={"members"}))
        except Poison as poison:
            # Whoever owns the topic sets such a record aside; here it is only not shown.
            log.warning("unreadable announcement", topic=record.topic, offset=record.offset, reason=str(poison))

    return tell


def _tell_notice(broadcast: Broadcast, case: CaseAnnounced, notice: NoticeGiven) -> None:
    at = notice.at.isoformat()
    data = {"case": case.case_id, "customer": case.customer_handle, "about": notice.about, "at": at}
    broadcast.tell_notice(case.case_id, notice.about, at, to=notice.to, brand=case.brand, data=json.dumps(data))


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        pass


def _incoming(message: Any) -> Incoming:
    return Incoming(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        key=message.key,
        value=message.value,
        headers=tuple((name, value or b"") for name, value in message.headers),
        timestamp_ms=message.timestamp,
    )
