"""The producer when Kafka goes away in the middle: it neither hangs at the end nor writes later by itself."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from deploy.local.home import occupy
from deploy.local.kafka.mock import start_mock
from shared.kafka.produce import Producer
from shared.kafka.record import Outgoing
from shared.runtime.errors import Unavailable
from tests.waiting import eventually, until

A_RECORD = Outgoing(topic="test", key=b"k", value=b"v")


@pytest.fixture
async def cut_off(tmp_path: Path) -> AsyncIterator[Producer]:
    """A producer that was connected to a Kafka which is gone now."""
    async with occupy(tmp_path) as home:
        kafka, address = await start_mock(home)
        await kafka.wait_ready(20)
        producer = Producer(bootstrap=address.read_text(), client_id="test", deadline=1.0)

        async def is_connected() -> bool:
            try:
                await producer.send([A_RECORD])
            except Unavailable:  # a second is short where the machine is busy
                return False
            return True

        await eventually(is_connected)
        await kafka.stop()
        yield producer


def still_at_work() -> set[str]:
    """What aiokafka's producers do in the background."""
    names = {getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()}
    return {name for name in names if name.startswith(("Sender.", "MessageAccumulator.", "AIOKafkaClient."))}


async def test_a_producer_that_was_thrown_away_does_not_go_on_trying(cut_off: Producer) -> None:
    with pytest.raises(Unavailable):
        await cut_off.send([A_RECORD])

    await until(lambda: not still_at_work())


async def test_who_waits_to_learn_who_leads_is_let_go(cut_off: Producer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers that any more once the connections are closed; aiokafka would wait for ever."""
    client = cut_off._client
    assert client is not None
    wait_for_ever = asyncio.get_running_loop().create_future
    monkeypatch.setattr(client.client, "_metadata_update", lambda *_: wait_for_ever())

    with pytest.raises(Unavailable):
        await cut_off.send([A_RECORD])

    await until(lambda: not still_at_work())


async def test_stopping_with_a_write_under_way_comes_to_an_end(cut_off: Producer) -> None:
    writing = asyncio.create_task(cut_off.send([A_RECORD]))
    await asyncio.sleep(0.1)
    writing.cancel()

    async with asyncio.timeout(20):
        await cut_off.stop()

    await until(lambda: not still_at_work())
