"""Signals and rules for tests of storms."""

from collections.abc import Iterable
from datetime import timedelta

from services.classify.domain.storm import hear_all
from services.classify.domain.watch import StormRules, Watch
from shared.contracts.storm import Signal, StormChanged
from tests.builders import NOON

RULES = StormRules(authors=5, window=timedelta(minutes=60), growth=6, quiet=timedelta(minutes=90))
NOTHING = Watch(brand="discus", intent="delivery")


def a_signal(author: str, minute: float = 0, *, event_id: str | None = None, audience: int | None = None) -> Signal:
    """A complaint of one person, so many minutes after noon."""
    return Signal(
        author=author,
        event_id=event_id or f"{author}@{minute}",
        occurred_at=NOON + timedelta(minutes=minute),
        audience=audience,
    )


def people(count: int, minute: float = 0, *, named: str = "p") -> list[Signal]:
    """Complaints of so many different people."""
    return [a_signal(f"{named}{number}", minute) for number in range(count)]


def happens(signals: Iterable[Signal], *, rules: StormRules = RULES, watch: Watch = NOTHING) -> list[StormChanged]:
    """What these signals make happen."""
    return hear_all(watch, signals, rules)[1]
