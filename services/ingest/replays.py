"""Answers that were given, so that a request played again gets the same one and has no effect."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response, as it goes over the wire."""

    status: int
    body: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """One request: whose, under which id, with which body. Another body under the same id is another request."""

    sender: str
    id: str
    digest: bytes


class Replays:
    """The latest answers, bounded in age and size.

    What has been forgotten is simply taken again: its event ids are the same, so that still nothing happens twice.
    """

    def __init__(self, *, keep: timedelta, most_bytes: int = 33_554_432) -> None:
        """`keep` must cover the whole window in which a signature stays valid."""
        self._keep = keep
        self._most_bytes = most_bytes
        self._answers: OrderedDict[Delivery, tuple[datetime, Answer]] = OrderedDict()
        self._bytes = 0

    def find(self, delivery: Delivery, *, now: datetime) -> Answer | None:
        """Return the answer that this request was given before, if it is remembered."""
        self._forget(now)
        found = self._answers.get(delivery)
        return None if found is None else found[1]

    def remember(self, delivery: Delivery, answer: Answer, *, now: datetime) -> None:
        """Keep an answer whose effects are durable."""
        if delivery in self._answers:
            return
        self._answers[delivery] = (now, answer)
        self._bytes += _size(answer)
        self._forget(now)

    def _forget(self, now: datetime) -> None:
        while self._answers:
            oldest, (at, answer) = next(iter(self._answers.items()))
            if at + self._keep > now and self._bytes <= self._most_bytes:
                return
            del self._answers[oldest]
            self._bytes -= _size(answer)


def _size(answer: Answer) -> int:
    return len(answer.body) + 512  # about what an entry weighs besides
