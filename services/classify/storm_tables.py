"""Faust's tables, and the few places where its insides have to be known (pinned: faust-streaming 0.15.3).

`brands` has a row per brand, and its usual rates; `posts` is windowed (tumbling, five minutes) and has the posts of a
brand batch by batch, so that remembering a post is one append. Both have changelogs that another worker recovers from.
Windows expire in event time, by tombstones: Faust would expire them by this machine's clock, which empties the windows
of a replayed day while they are being counted.
"""

import asyncio
import weakref
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, Final

import faust
from faust.exceptions import PartitionsMismatch
from faust.streams import _current_event
from faust.tables.table import Table

from services.classify.counting import Touched
from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.listening import Listening
from services.classify.domain.storms.post import Post
from services.classify.domain.storms.rules import StormRules
from services.classify.storm_state import (
    posts_from_bytes,
    posts_to_bytes,
    rates_from_bytes,
    rates_to_bytes,
    row_from_bytes,
    row_to_bytes,
)
from shared.contracts.topics import SIGNALS
from shared.kafka.admin import NewTopicSpec
from shared.runtime.errors import Unavailable

_DEADLINE: Final = 20.0
_WINDOW_SECONDS: Final = 300
_AT_ONCE: Final = 400
"""Posts in one value: together below 400,000 bytes, where Kafka takes a million."""
_SEPARATOR: Final = "\x1f"  # cannot occur in an id
_ROW: Final = f"{_SEPARATOR}row"


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

    def __init__(self, app: faust.App, *, rules: StormRules, retention: timedelta) -> None:
        """`retention`: how long the windows' changelog is kept; no shorter than care.signals, which may be reread."""
        self._rules = rules
        self._partitions: int = app.conf.topic_partitions
        self._retention_ms = str(int(retention.total_seconds() * 1000))
        common: dict[str, Any] = {"value_type": bytes, "key_type": str, "partitions": self._partitions}
        self._rows: Any = app.Table("brands", **common)
        self._posts: Any = app.Table("posts", **common)
        self._windows: Any = self._posts.tumbling(_WINDOW_SECONDS)
        self._batches: dict[str, set[tuple[str, int]]] | None = None
        self._slots: dict[str, tuple[int, int]] = {}

    def topics(self) -> list[NewTopicSpec]:
        """Return the changelogs. Faust would create them, and then fall over metadata that does not know them yet."""
        compacted = {"cleanup.policy": "compact"}
        bounded = {"cleanup.policy": "compact,delete", "retention.ms": self._retention_ms}
        return [
            NewTopicSpec(name=table.changelog_topic_name, partitions=self._partitions, config=config)
            for table, config in ((self._rows, compacted), (self._posts, bounded))
        ]

    def load(self, partition: int, brand: str, *, heard_at: int) -> Listening:
        """Return what is remembered of a brand, nothing at first."""
        detector = Detector(brand, self._rules)
        listening = Listening(detector)
        with _on(partition):
            value = self._rows.get(f"{brand}{_ROW}")
            if value is not None:
                row = row_from_bytes(value)
                rates = self._rows.get(_rates_key(brand, row.slot))
                if rates is not None:
                    detector.rates = rates_from_bytes(rates)
                detector.cursor, detector.incidents, detector.closed = row.cursor, list(row.incidents), row.closed
                self._slots[brand] = row.slot, detector.rates.folded
            found = [self._windows[key][_range(start)] for key, start in sorted(self._of(brand))]
        listening.remembered((post for value in found for post in posts_from_bytes(value)), heard_at=heard_at)
        return listening

    async def save(self, touched: Sequence[Touched]) -> None:
        """Make it durable. Raises Unavailable.

        Posts first, then the rates, in the place that no row names yet, and the row last. A row that is behind its
        posts counts them again and tells the same; one ahead of them would have forgotten what it counted.
        """
        try:
            await self._save(touched)
        except PartitionsMismatch as error:
            raise Unavailable(f"Kafka does not show all changelogs yet: {error}") from error

    def unfinished(self) -> Iterable[str]:
        """Return the brands with an open storm or waiting posts; some may be of partitions that are no longer ours."""
        for key, value in self._rows.items():
            if key.endswith(_ROW):
                row = row_from_bytes(value)
                newest = max((start for _, start in self._of(row.brand)), default=0) + _WINDOW_SECONDS
                if row.incidents or newest * 1000 > row.cursor[0]:
                    yield row.brand

    def forget(self) -> None:
        """Look at the tables anew: another worker may have written."""
        self._batches = None
        self._slots.clear()

    async def _save(self, touched: Sequence[Touched]) -> None:
        for one in touched:
            with _on(one.partition):
                self._append(one)
        await self._posts.written()
        slots: dict[str, tuple[int, int]] = {}
        for one in touched:
            with _on(one.partition):
                slots[one.listening.brand] = self._put_rates(one.listening.detector)
        await self._rows.written()
        for one in touched:
            detector = one.listening.detector
            with _on(one.partition):
                self._rows[f"{detector.brand}{_ROW}"] = row_to_bytes(detector, slots[detector.brand][0])
        await self._rows.written()
        self._slots |= slots

    def _append(self, touched: Touched) -> None:
        brand, kept_from = touched.listening.brand, touched.listening.kept_from
        batches = self._of(brand)
        posts = [post for post in touched.posts if post.at > kept_from]
        for number in range(0, len(posts), _AT_ONCE):
            some = posts[number : number + _AT_ONCE]
            batch = f"{brand}{_SEPARATOR}{touched.place}.{number}", _newest_window(some)
            self._windows[batch[0]][_range(batch[1])] = posts_to_bytes(some)
            batches.add(batch)
        for batch in [one for one in batches if (one[1] + _WINDOW_SECONDS) * 1000 <= kept_from]:
            del self._windows[batch[0]][_range(batch[1])]
            batches.discard(batch)

    def _put_rates(self, detector: Detector) -> tuple[int, int]:
        slot, folded = self._slots.get(detector.brand, (1, -1))
        if detector.rates.folded != folded:
            slot = 1 - slot
            self._rows[_rates_key(detector.brand, slot)] = rates_to_bytes(detector.rates)
        return slot, detector.rates.folded

    def _of(self, brand: str) -> set[tuple[str, int]]:
        """Return the batches of a brand: their keys and windows. The tables are looked through once."""
        if self._batches is None:
            self._batches = defaultdict(set)
            for key, window in self._posts:
                self._batches[key.rpartition(_SEPARATOR)[0]].add((key, int(window[0])))
        return self._batches[brand]


def _rates_key(brand: str, slot: int) -> str:
    return f"{brand}{_SEPARATOR}rates{slot}"


def _newest_window(posts: Sequence[Post]) -> int:
    return max(post.at for post in posts) // (1000 * _WINDOW_SECONDS) * _WINDOW_SECONDS


def _range(start: int) -> tuple[float, float]:
    # Exactly Faust's own WindowRange: the end is inclusive, a tenth of a second before the next begins.
    return (float(start), start + _WINDOW_SECONDS - 0.1)


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
