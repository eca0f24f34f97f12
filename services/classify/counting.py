"""A batch of care.signals: what it makes happen, decided before anything is written anywhere."""

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from services.classify.domain.storm import hear_all
from services.classify.domain.watch import StormRules, Watch, window_of
from shared.contracts.envelope import pack, unpack
from shared.contracts.storm import SignalsCounted, StormChanged
from shared.contracts.topics import STORMS
from shared.kafka.record import Incoming, Outgoing, Rejected
from shared.runtime.errors import Poison

SOURCE: Final = "/earshot/classify/storms"

Load = Callable[[int, str, str], Watch]
"""What is remembered, by partition, brand and intent."""


@dataclass(slots=True)
class Touched:
    """A watch as it is after the batch, the partition that keeps it, and the windows that signals fell into.

    Every such window is written, changed or not: after a crash the local store can know a signal that the changelog,
    which the next worker reads, does not.
    """

    partition: int
    before: Watch
    watch: Watch
    windows: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Counted:
    """What a batch comes to. `bugs`: how many records at its end met a bug in a row."""

    touched: dict[tuple[str, str], Touched] = field(default_factory=dict)
    facts: list[Outgoing] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    bugs: int = 0


def count(records: Sequence[Incoming], load: Load, rules: StormRules) -> Counted:
    """Return what these records make happen. One that cannot be taken is rejected and changes nothing."""
    counted = Counted()
    for record in records:
        try:
            _count_one(record, load, rules, counted)
        except Poison as poison:
            counted.rejected.append(Rejected(record=record, reason=str(poison)))
        except Exception as bug:
            detail = traceback.format_exc(limit=-8)
            counted.rejected.append(Rejected(record=record, reason=f"bug: {bug!r}", detail=detail))
            counted.bugs += 1
        else:
            counted.bugs = 0
    return counted


def storm_record(change: StormChanged) -> Outgoing:
    """Return the record of a fact. Its id is `storm_id:step`, so that telling it twice is telling it once."""
    return pack(
        STORMS, change, key=change.brand, fact_id=f"{change.storm_id}:{change.step}", source=SOURCE, at=change.at
    )


def _count_one(record: Incoming, load: Load, rules: StormRules, counted: Counted) -> None:
    found = unpack(record, SignalsCounted)
    key = found.brand, found.intent
    known = counted.touched.get(key)
    if known is None:
        watch = load(record.partition, *key)
        known = Touched(record.partition, watch, watch)
    watch, changes = hear_all(known.watch, found.signals, rules)
    facts = [storm_record(change) for change in changes]
    known.watch = watch
    known.windows |= {window_of(signal.occurred_at) for signal in found.signals}
    counted.touched[key] = known
    counted.facts += facts
