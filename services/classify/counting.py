"""A batch of care.signals: what it makes happen, decided before anything is written anywhere."""

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from services.classify.domain.storms.listening import Listening
from services.classify.domain.storms.post import Post, post_of, post_of_crowd
from shared.contracts.envelope import pack, unpack
from shared.contracts.storm import SignalsCounted, StormChanged
from shared.contracts.topics import STORMS
from shared.kafka.record import Incoming, Outgoing, Rejected
from shared.runtime.errors import Poison

SOURCE: Final = "/earshot/classify/storms"

Load = Callable[[int, str], Listening]
"""What is known of a brand, by partition and name."""


@dataclass(slots=True)
class Touched:
    """A brand that a batch spoke of, the partition that keeps it, and the posts that came, known or not.

    Known ones are written again: after a crash the local store can know a post that the changelog, which the next
    worker reads, does not. `place`: the offset at which the batch begins.
    """

    partition: int
    listening: Listening
    place: int
    posts: list[Post] = field(default_factory=list)


@dataclass(slots=True)
class Counted:
    """What a batch comes to. `bugs`: how many records at its end met a bug in a row."""

    touched: dict[str, Touched] = field(default_factory=dict)
    facts: list[Outgoing] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    bugs: int = 0


def count(
    records: Sequence[Incoming],
    load: Load,
    forget: Callable[[str], None],
    *,
    heard_at: int,
    before: Counted | None = None,
) -> Counted:
    """Return what these records make happen, added to what those `before` them did.

    One that cannot be taken is rejected and changes nothing. `forget`: a brand whose detector met a bug half-way
    through a record is loaded anew and hears the batch again.
    """
    counted = before or Counted()
    for record in records:
        try:
            brand, posts = _posts(record)
        except Poison as poison:
            counted.rejected.append(Rejected(record=record, reason=str(poison)))
            continue
        known = counted.touched.get(brand)
        try:
            if known is None:
                known = Touched(record.partition, load(record.partition, brand), record.offset)
            facts = [storm_record(change) for change in known.listening.hear(posts, heard_at=heard_at)]
        except Exception as bug:
            detail = traceback.format_exc(limit=-8)
            counted.rejected.append(Rejected(record=record, reason=f"bug: {bug!r}", detail=detail))
            counted.bugs += 1
            forget(brand)
            if brand in counted.touched:
                _again(counted.touched[brand], load, heard_at)
        else:
            counted.touched[brand] = known
            known.posts += posts
            counted.facts += facts
            counted.bugs = 0
    return counted


def storm_record(change: StormChanged) -> Outgoing:
    """Return the record of a fact. Its id is `storm_id:step`, so that telling it twice is telling it once."""
    return pack(
        STORMS, change, key=change.brand, fact_id=f"{change.storm_id}:{change.step}", source=SOURCE, at=change.at
    )


def _posts(record: Incoming) -> tuple[str, list[Post]]:
    """Raises Poison."""
    found = unpack(record, SignalsCounted)
    posts = [post_of(signal, found.intent) for signal in found.signals]
    posts += [
        post_of_crowd(crowd, found.intent, place=f"{record.partition}:{record.offset}:{number}")
        for number, crowd in enumerate(found.crowds)
    ]
    return found.brand, posts


def _again(known: Touched, load: Load, heard_at: int) -> None:
    """What this batch makes happen was collected before; it is the same once more."""
    known.listening = load(known.partition, known.listening.brand)
    known.listening.hear(known.posts, heard_at=heard_at)
