"""Sources that fail back off alone; the line to Kafka is mended by one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import pytest

from services.ingest.link import Link
from services.ingest.sources.mastodon_api import NotAllowed, Paused
from services.ingest.sources.supervision import Supervision, Task
from shared.kafka.record import Outgoing
from shared.runtime.errors import Unavailable
from tests.unit.services.ingest.fakes import StandingClock
from tests.unit.services.ingest.senders import NOON
from tests.waiting import until

RECORD = Outgoing(topic="t", key=b"k", value=b"v")


def failing(*errors: Exception) -> Callable[[], Awaitable[float]]:
    """A step that raises each in turn, then works."""
    left = list(errors)

    async def step() -> float:
        await asyncio.sleep(0)
        if left:
            raise left.pop(0)
        return 0.001

    return step


async def running(supervision: Supervision, condition: Callable[[], object]) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(supervision.run(stop))
    await until(condition, within=5)
    stop.set()
    await asyncio.wait_for(running, 5)


async def test_a_source_that_fails_tries_again_and_disturbs_nobody() -> None:
    steps = 0

    async def well() -> float:
        nonlocal steps
        steps += 1
        return 0.001

    bad = failing(Unavailable("down"), RuntimeError("a bug"), Unavailable("down"))
    supervision = Supervision(
        [Task("bad", "mentions", bad), Task("good", "mentions", well)], clock=StandingClock(), first_wait=0.01
    )
    assert supervision.problems() == {"bad mentions": "not yet started", "good mentions": "not yet started"}

    await running(supervision, lambda: not any(supervision.problems().values()))

    assert steps > 3


@pytest.mark.parametrize("error", [NotAllowed("401"), Paused(NOON + timedelta(hours=1))])
async def test_who_is_told_to_wait_waits_and_still_stops_at_once(error: Exception) -> None:
    supervision = Supervision([Task("a", "mentions", failing(error))], clock=StandingClock(), first_wait=0.001)

    await running(supervision, lambda: supervision.problems()["a mentions"] == str(error))

    assert supervision.problems()["a mentions"] == str(error)


async def test_a_step_under_way_is_cut_off_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.ingest.sources.supervision._LAST_STEP_SECONDS", 0.05)
    begun = asyncio.Event()

    async def endless() -> float:
        begun.set()
        await asyncio.Event().wait()
        return 0

    await running(Supervision([Task("a", "mentions", endless)], clock=StandingClock()), begun.is_set)


async def test_without_sources_there_is_nothing_to_do_until_the_end() -> None:
    supervision = Supervision([], clock=StandingClock())

    await running(supervision, lambda: True)

    assert supervision.problems() == {}


class Line:
    """A producer whose line can be cut."""

    def __init__(self) -> None:
        self.cut = True
        self.connected = False
        self.sent: list[Outgoing] = []

    async def start(self) -> None:
        if self.cut:
            raise Unavailable("no broker")
        self.connected = True

    async def problem(self) -> str | None:
        return None if self.connected else "not connected"

    async def send(self, records: Sequence[Outgoing]) -> None:
        self.sent += records


async def test_while_the_line_is_cut_writes_fail_at_once_and_then_it_is_mended() -> None:
    line, stop = Line(), asyncio.Event()
    link = Link(line)
    keeping = asyncio.create_task(link.keep(stop))
    with pytest.raises(Unavailable):
        await link.send([RECORD])
    await link.send([])
    line.cut = False

    await until(lambda: line.connected, within=5)

    await link.send([RECORD])
    assert line.sent == [RECORD]
    stop.set()
    await asyncio.wait_for(keeping, 5)
