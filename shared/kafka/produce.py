"""Writing records: idempotent, acknowledged by all replicas, with a deadline of our own.

aiokafka's idempotent batches never expire and a gap in its sequence numbers is permanent (RELIABILITY, section 2). So a
write that is late or out of order means *unknown*: the producer is thrown away, a new one is built, and the caller, who
gets `Unavailable`, sends the same records again under the same ids.
"""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from shared.kafka.partition import partition_of
from shared.kafka.record import Outgoing
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

# From here on a hand-built batch for a partition costs less than aiokafka's bookkeeping per record (11 against 21 us).
# Fewer records travel better in the open batch that aiokafka lets all callers share.
_WORTH_A_BATCH: Final = 32
_STOP_SECONDS: Final = 5.0


class Producer:
    """Writes records and returns when Kafka has them."""

    def __init__(self, *, bootstrap: str, client_id: str, deadline: float = 10.0, linger_ms: int = 2) -> None:
        """`deadline`: seconds after which a write counts as unknown."""
        self._bootstrap = bootstrap
        self._client_id = client_id
        self._deadline = deadline
        self._linger_ms = linger_ms
        self._client: AIOKafkaProducer | None = None
        self._starting = asyncio.Lock()
        # aiokafka takes one hand-built batch per partition at a time, wakes all who wait for the place at once, and
        # counts the time of those who lose several times over. So they wait here, first come, first served.
        self._places: dict[tuple[str, int], asyncio.Lock] = defaultdict(asyncio.Lock)

    async def start(self) -> None:
        """Connect. Raises Unavailable when no broker answers."""
        await self._connected()

    async def stop(self) -> None:
        """Send what is still waiting, as far as Kafka takes it soon, and disconnect."""
        client, self._client = self._client, None
        if client is None:
            return
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await client.stop()
        except (KafkaError, TimeoutError, OSError) as error:
            log.warning("producer stopped with records unsent", error=repr(error))
            await _throw_away(client)

    async def problem(self) -> str | None:
        """Health check: is there a live connection?"""
        return None if self._client is not None else "not connected to Kafka"

    async def send(self, records: Sequence[Outgoing]) -> None:
        """Write all records; return when every one is acknowledged.

        Records of one key keep their order. Raises Unavailable when that is not known within the deadline: some may
        have been written, so send the same records again.
        """
        if not records:
            return
        client = await self._connected()
        try:
            async with asyncio.timeout(self._deadline):
                waiting = await self._handed_over(client, records)
                # Shielded: cancelling a future of aiokafka's would confuse its own bookkeeping.
                acknowledged = asyncio.gather(*waiting)
                acknowledged.add_done_callback(_heard_of)
                await asyncio.shield(acknowledged)
        except (KafkaError, TimeoutError, OSError) as error:
            await self._discard(client, error)
            raise Unavailable(f"Kafka did not acknowledge {len(records)} records: {error!r}") from error

    async def _handed_over(self, client: AIOKafkaProducer, records: Sequence[Outgoing]) -> list[Any]:
        """Return what to wait for."""
        if len(records) < _WORTH_A_BATCH:
            return await _one_by_one(client, records)
        by_partition: dict[tuple[str, int], list[Outgoing]] = defaultdict(list)
        for record in records:
            by_partition[record.topic, await _partition(client, record)].append(record)
        waiting = []
        for place, group in by_partition.items():
            if len(group) < _WORTH_A_BATCH:
                waiting += await _one_by_one(client, group)
            else:
                async with self._places[place]:
                    waiting += await _as_batches(client, *place, group)
        return waiting

    async def _connected(self) -> AIOKafkaProducer:
        async with self._starting:
            if self._client is None:
                client = AIOKafkaProducer(
                    bootstrap_servers=self._bootstrap,
                    client_id=self._client_id,
                    enable_idempotence=True,
                    acks="all",
                    linger_ms=self._linger_ms,
                    max_batch_size=262_144,
                    max_request_size=2_097_152,
                    request_timeout_ms=int(self._deadline * 1000),
                )
                try:
                    async with asyncio.timeout(self._deadline):
                        await client.start()
                except (KafkaError, TimeoutError, OSError) as error:
                    await _throw_away(client)
                    raise Unavailable(f"no Kafka broker at {self._bootstrap}: {error!r}") from error
                self._client = client
            return self._client

    async def _discard(self, client: AIOKafkaProducer, error: BaseException) -> None:
        if self._client is client:
            self._client = None
            log.warning("producer discarded", error=repr(error))
            task = asyncio.create_task(_throw_away(client))
            _stopping.add(task)
            task.add_done_callback(_stopping.discard)


_stopping: set[asyncio.Task[None]] = set()


def _heard_of(done: asyncio.Future[Any]) -> None:
    """What becomes of a write that nobody waits for any more is no news for the log."""
    if not done.cancelled():
        done.exception()


async def _throw_away(client: AIOKafkaProducer) -> None:
    """End a producer without letting it send what it still holds.

    Its own `stop` waits until Kafka has everything, for ever if need be, and given up on it goes on trying by itself:
    what the caller has long sent again would land once more, behind newer records of the same key.
    """
    try:
        async with asyncio.timeout(_STOP_SECONDS):
            sending = None if client._sender is None else client._sender.sender_task
            if sending is not None:
                sending.cancel()
            await client.client.close()  # wakes the requests under way, for which the sender waits
            while sending is not None and not sending.done():
                _let_go_of_metadata(client)
                await asyncio.wait({sending}, timeout=0.05)
            client._message_accumulator.fail_all(KafkaError("thrown away"))
            await client.stop()
    except (KafkaError, TimeoutError, OSError) as error:
        log.info("producer did not stop cleanly", error=repr(error))


def _let_go_of_metadata(client: AIOKafkaProducer) -> None:
    """Free whoever waits to learn who leads: a client of aiokafka's that was closed leaves them waiting for ever."""
    waited_for = client.client._md_update_fut
    if waited_for is not None and not waited_for.done():
        waited_for.set_result(False)


async def _one_by_one(client: AIOKafkaProducer, records: Sequence[Outgoing]) -> list[Any]:
    return [
        await client.send(
            record.topic,
            value=record.value,
            key=record.key,
            headers=list(record.headers),
            timestamp_ms=record.timestamp_ms,
            **({} if record.key is None else {"partition": await _partition(client, record)}),
        )
        for record in records
    ]


async def _as_batches(client: AIOKafkaProducer, topic: str, partition: int, records: Sequence[Outgoing]) -> list[Any]:
    waiting = []
    batch = client.create_batch()
    for record in records:
        if not _append(batch, record):
            waiting.append(await client.send_batch(batch, topic, partition=partition))
            batch = client.create_batch()
            if not _append(batch, record):
                raise ValueError(f"record of {len(record.value or b'')} bytes does not fit into a batch of Kafka's")
    waiting.append(await client.send_batch(batch, topic, partition=partition))
    return waiting


def _append(batch: Any, record: Outgoing) -> bool:
    appended = batch.append(
        key=record.key, value=record.value, timestamp=record.timestamp_ms, headers=list(record.headers)
    )
    return appended is not None


async def _partition(client: AIOKafkaProducer, record: Outgoing) -> int:
    partitions = client.client.cluster.partitions_for_topic(record.topic)
    if not partitions:
        partitions = await client.partitions_for(record.topic)
    return partition_of(record.key or b"", len(partitions))
