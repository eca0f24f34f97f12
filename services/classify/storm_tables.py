"""Faust's tables, and the few places where its insides have to be known (pinned: faust-streaming 0.15.3).

`storms` has a row per brand and intent; `people` is windowed (tumbling, five minutes). Both have changelogs that
another worker recovers from. Windows expire in event time, by tombstones: Faust would expire them by this machine's
clock, which empties the windows of a replayed day while they are being counted.
"""

import asyncio
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import faust
from faust.exceptions import PartitionsMismatch
from faust.streams import _current_event
from faust.tables.table import Table

from services.classify.counting import Touched
from services.classify.domain.watch import WINDOW_SECONDS, Watch
from services.classify.storm_state import Row, bucket_from_bytes, bucket_to_bytes, row_from_bytes, row_key, row_to_bytes
from shared.contracts.topics import SIGNALS
from shared.kafka.admin import NewTopicSpec
from shared.runtime.errors import Unavailable

_DEADLINE: Final = 20.0


class WrittenTable(Table):  # type: ignore[type-arg]  # of keys and values that are known when it is made
    """A table whose changelog writes can be waited for; Faust's own flush can miss the one that it is just sending."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._writes: list[asyncio.Future[Any]] = []

    def send_changelog(self, *args: Any, **options: Any) -> Any:
        """Keep the promise of every write."""
        promise = super().send_changelog(*args, **options)
        self._writes.append(promise)
        return promise

    async def written(self) -> None:
        """Return when Kafka has every change. Raises Unavailable."""
        writes, self._writes = self._writes, []
        try:
            async with asyncio.timeout(_DEADLINE):
                await asyncio.gather(*writes)
        except Exception as error:
            raise Unavailable(f"changelog of {self.name} not written: {error!r}") from error


class StormTables:
    """What is remembered about storms."""

    def __init__(self, app: faust.App, *, retention: timedelta) -> None:
        """`retention`: how long the windows' changelog is kept; no shorter than care.signals, which may be reread."""
        self._partitions: int = app.conf.topic_partitions
        self._retention_ms = str(int(retention.total_seconds() * 1000))
        common: dict[str, Any] = {"value_type": bytes, "key_type": str, "partitions": self._partitions}
        self._rows: Any = app.Table("storms", **common)
        self._people: Any = app.Table("people", **common)
        self._windows: Any = self._people.tumbling(WINDOW_SECONDS)

    def topics(self) -> list[NewTopicSpec]:
        """Return the changelogs. Faust would create them, and then fall over metadata that does not know them yet."""
        compacted = {"cleanup.policy": "compact"}
        bounded = {"cleanup.policy": "compact,delete", "retention.ms": self._retention_ms}
        return [
            NewTopicSpec(name=table.changelog_topic_name, partitions=self._partitions, config=config)
            for table, config in ((self._rows, compacted), (self._people, bounded))
        ]

    def load(self, partition: int, brand: str, intent: str) -> Watch:
        """Return what is remembered of a brand and intent, empty at first."""
        key = row_key(brand, intent)
        with _on(partition):
            value = self._rows.get(key)
            if value is None:
                return Watch(brand=brand, intent=intent)
            row = row_from_bytes(value)
            found = {start: self._windows[key][_range(start)] for start in row.starts if self._has(key, start)}
        return replace(row.watch, windows={start: bucket_from_bytes(value) for start, value in found.items()})

    async def save(self, touched: Sequence[Touched]) -> None:
        """Make the watches durable. Raises Unavailable.

        Rows first: a row that is ahead of its windows has told its facts and tells none again; windows ahead of their
        row would make a replay open a storm at another moment than it did.
        """
        try:
            await self._save(touched)
        except PartitionsMismatch as error:
            raise Unavailable(f"Kafka does not show all changelogs yet: {error}") from error

    async def _save(self, touched: Sequence[Touched]) -> None:
        for one in touched:
            with _on(one.partition):
                self._rows[row_key(one.watch.brand, one.watch.intent)] = row_to_bytes(one.watch)
        await self._rows.written()
        for one in touched:
            key = row_key(one.watch.brand, one.watch.intent)
            with _on(one.partition):
                for start in one.windows & one.watch.windows.keys():
                    self._windows[key][_range(start)] = bucket_to_bytes(one.watch.windows[start])
                for start in one.before.windows.keys() - one.watch.windows.keys():
                    if self._has(key, start):
                        del self._windows[key][_range(start)]
        await self._people.written()

    def rows(self) -> list[Row]:
        """Return all rows that this worker has at hand; some may belong to partitions that it no longer owns."""
        return [row_from_bytes(value) for value in self._rows.values()]

    def _has(self, key: str, start: int) -> bool:
        return (key, _range(start)) in self._people


def _range(start: int) -> tuple[float, float]:
    # Exactly Faust's own WindowRange: the end is inclusive, a tenth of a second before the next begins.
    return (float(start), start + WINDOW_SECONDS - 0.1)


class _Place:
    """As much of an event as tables ask for."""

    def __init__(self, partition: int) -> None:
        self.message = self
        self.topic = SIGNALS.name
        self.partition = partition


@contextmanager
def _on(partition: int) -> Iterator[None]:
    """Faust takes a key's partition from the event being processed: in a batch there are many, in a timer none."""
    event = _Place(partition)
    token = _current_event.set(weakref.ref(event))  # type: ignore[arg-type]  # all of an event that is asked for
    try:
        yield
    finally:
        _current_event.reset(token)
