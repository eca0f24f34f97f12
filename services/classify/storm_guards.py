"""Three guards around faust-streaming 0.15.3 (pinned), each for a loss of records that our test of rebalances has seen.

1. In a rebalance a stream skips what it still held of the old generation, and acknowledges it as it does (`streams.py`,
   "Skipping message"). So only we can acknowledge.
2. After recovery the partitions are resumed, then the flow is, and resuming it empties the queues, with whatever came
   between (`recovery.py`, `on_recovery_completed`; `mode/utils/queues.py`). So resuming keeps the queues.
3. Should there be a third way: in a generation of the group, offsets follow each other, beginning with the committed
   one. A hole ends the process, and the next one reads from the last commit, which 1 keeps before the hole.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from mode.utils.queues import FlowControlEvent

from shared.kafka.record import Incoming


class Skipped(Exception):
    """Records between two that we were handed never came. End the process: the next one reads from the last commit."""


class KeepingFlow(FlowControlEvent):
    """A flow whose queues are emptied when it is suspended (Faust does so itself) and not when it is resumed."""

    def resume(self) -> None:
        """Let messages through again."""
        self._suspend.clear()
        self._resume.set()


class Acknowledgements:
    """Acknowledges what it is given, and refuses everybody else."""

    def __init__(self, app: Any) -> None:
        self._open = False
        consumer = app.consumer
        acknowledge = consumer.ack

        def ours_only(message: Any) -> bool:
            return bool(self._open and acknowledge(message))

        consumer.ack = ours_only

    def let(self, events: Iterable[Any]) -> None:
        """Acknowledge these, in order."""
        self._open = True
        try:
            for event in events:
                event.ack()
        finally:
            self._open = False


class Gaps:
    """Watches that offsets follow each other: care.signals has no transactions and is not compacted, so they do."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self._generation: int | None = None
        self._next: dict[int, int] = {}

    async def check(self, generation: int, records: Sequence[Incoming], places: Iterable[Any]) -> None:
        """Take note of what was handed to us; `places` are the partitions as Faust names them. Raises Skipped."""
        if generation != self._generation:
            self._generation, self._next = generation, {}
        for place in places:
            if place.partition not in self._next:
                earliest = (await self._app.consumer.earliest_offsets(place))[place]
                committed = self._app.consumer._committed_offset.get(place)
                self._next[place.partition] = max(earliest, committed or 0)
        for record in records:
            expected = self._next[record.partition]
            if record.offset > expected:
                raise Skipped(f"{record.topic}/{record.partition}: expected {expected}, handed {record.offset}")
            self._next[record.partition] = max(expected, record.offset + 1)
