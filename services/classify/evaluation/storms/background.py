"""Days as they were: what the detector hears of them, and what it was at any moment of them."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.post import Post
from services.classify.domain.storms.rates import Rates
from services.classify.domain.storms.rules import StormRules
from shared.contracts.storm import StormChanged, StormKind


@dataclass(frozen=True, slots=True)
class Days:
    """A brand's complaints, in order."""

    brand: str
    posts: tuple[Post, ...]

    def between(self, begin: int, end: int) -> Iterator[Post]:
        """The posts of a span, in milliseconds."""
        return (post for post in self.posts if begin <= post.at < end)


def heard(days: Days, rules: StormRules) -> list[StormChanged]:
    """Return all that happens on these days as they were."""
    detector = Detector(days.brand, rules)
    return [fact for post in days.posts for fact in detector.count(post)]


def moments(days: Days, at: Sequence[int], rules: StormRules) -> Iterator[tuple[int, Detector]]:
    """Give the detector as it was at each of these instants, which are in order. Each is the caller's own."""
    detector = Detector(days.brand, rules)
    waiting = iter(days.posts)
    post = next(waiting, None)
    for moment in at:
        while post is not None and post.at < moment:
            detector.count(post)
            post = next(waiting, None)
        yield moment, twin(detector)


def twin(detector: Detector) -> Detector:
    """Return another that knows the same."""
    made = Detector(detector.brand, detector.rules)
    rates = detector.rates
    made.rates = Rates(since=rates.since, folded=rates.folded, counts=rates.counts, day=rates.day)
    made.cursor, made.incidents, made.closed = detector.cursor, copy(detector.incidents), dict(detector.closed)
    made.recall(chain(detector.recent.unlearned(), detector.recent))
    return made


def opened(facts: Sequence[StormChanged]) -> list[StormChanged]:
    """Return the openings."""
    return [fact for fact in facts if fact.kind is StormKind.OPENED]


def millis(at: datetime) -> int:
    """Return an instant in milliseconds since 1970."""
    return round(at.timestamp() * 1000)
