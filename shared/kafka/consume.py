"""Reading records in batches: handle, set aside what cannot be handled, then acknowledge.

The offset is committed only after every effect of the batch is durable, so a crash repeats work and never loses it.
While a partition is being taken away, the batch in hand is finished and committed first.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, TopicPartition
from aiokafka.errors import CommitFailedError, IllegalStateError, KafkaError
from prometheus_client import Counter, Histogram

from shared.kafka.isolate import Handle, Isolation
from shared.kafka.record import Incoming, Rejected
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

SetAside = Callable[[Sequence[Rejected]], Awaitable[None]]
"""Makes rejected records durable elsewhere."""

_LONGEST_WAIT: Final = 10.0

_records = Counter("earshot_records_total", "Records handled", ["topic", "outcome"])
_batch_seconds = Histogram("earshot_batch_seconds", "Time from a batch in hand to its offsets committed", ["topic"])


class BatchConsumer(ConsumerRebalanceListener):  # type: ignore[misc]  # aiokafka is untyped
    """One member of a consumer group."""

    def __init__(
        self,
        *,
        bootstrap: str,
        group: str,
        topics: Sequence[str],
        handle: Handle,
        set_aside: SetAside,
        max_records: int = 500,
        wait_ms: int = 20,
        instance: str | None = None,
    ) -> None:
        """`max_records`: a batch's size at most. `wait_ms`: how long the broker may wait for company.

        `instance`: static membership. A name kept over restarts takes its partitions back at once after a kill.
        """
        self._topics = tuple(topics)
        self._handle = Isolation(handle)
        self._set_aside = set_aside
        self._max_records = max_records
        self._in_hand = asyncio.Lock()
        self._assigned = False
        self._stopping = False
        self._hurry = asyncio.Event()
        self._client = AIOKafkaConsumer(
            bootstrap_servers=bootstrap,
            group_id=group,
            client_id=group,
            group_instance_id=None if instance is None else f"{group}-{instance}",
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
            fetch_max_wait_ms=wait_ms,
            max_partition_fetch_bytes=4_194_304,
            session_timeout_ms=10_000,
            heartbeat_interval_ms=1_000,
            max_poll_interval_ms=300_000,
            metadata_max_age_ms=30_000,
        )

    async def problem(self) -> str | None:
        """Health check: has the group given us a place yet?"""
        return None if self._assigned else "waiting for the consumer group"

    async def run(self, stop: asyncio.Event) -> None:
        """Consume until told to stop. Raises Outage or KafkaError; nothing unfinished is committed."""
        stopping = asyncio.create_task(self._hurry_once(stop))
        self._client.subscribe(self._topics, listener=self)
        await self._client.start()
        try:
            while not stop.is_set():
                found = await self._client.getmany(timeout_ms=200, max_records=self._max_records)
                if found:
                    async with self._in_hand:
                        await self._finish(found)
        finally:
            stopping.cancel()
            await self._client.stop()

    async def _hurry_once(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._stopping = True
        self._hurry.set()

    async def on_partitions_revoked(self, revoked: Sequence[TopicPartition]) -> None:
        """Let the batch in hand be finished before the partitions go; while the world is down, let it go unfinished."""
        self._assigned = False
        self._hurry.set()
        async with self._in_hand:
            log.info("partitions given up", count=len(revoked))

    async def on_partitions_assigned(self, assigned: Sequence[TopicPartition]) -> None:
        """Take note."""
        self._assigned = True
        if not self._stopping:
            self._hurry.clear()
        log.info("partitions taken", count=len(assigned))

    async def _finish(self, found: dict[TopicPartition, list[Any]]) -> None:
        topic = next(iter(found)).topic
        with _batch_seconds.labels(topic).time():
            records = [incoming(message) for messages in found.values() for message in messages]
            rejected = await self._persist(records)
            if rejected is None:
                return
            await self._commit({place: messages[-1].offset + 1 for place, messages in found.items()})
        _records.labels(topic, "handled").inc(len(records) - len(rejected))
        _records.labels(topic, "set aside").inc(len(rejected))

    async def _persist(self, records: Sequence[Incoming]) -> Sequence[Rejected] | None:
        """Handle and set aside, however long the world is down. None: we have to go before it is done."""
        wait = 0.1
        while True:
            try:
                rejected = await self._handle(records)
                if rejected:
                    await self._set_aside(rejected)
            except Unavailable as error:
                log.warning("waiting for the world", error=str(error), retry_in=wait)
                if await _set_within(self._hurry, wait):
                    return None
                wait = min(wait * 2, _LONGEST_WAIT)
            else:
                return rejected

    async def _commit(self, offsets: dict[TopicPartition, int]) -> None:
        still_ours = self._client.assignment()
        ours = {place: offset for place, offset in offsets.items() if place in still_ours}
        if not ours:
            return
        try:
            await self._client.commit(ours)
        except (CommitFailedError, IllegalStateError) as error:
            # A rebalance came between: whoever has the partition now repeats the batch, which changes nothing.
            log.warning("offsets not committed", error=repr(error))
        except KafkaError as error:
            log.warning("offsets not committed; the next batch commits them too", error=repr(error))


async def _set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True


def incoming(message: Any) -> Incoming:
    """Return a record as aiokafka gives it in our own form."""
    return Incoming(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        key=message.key,
        value=message.value,
        headers=tuple((name, value or b"") for name, value in message.headers),  # Kafka allows a header without a value
        timestamp_ms=message.timestamp,
    )
