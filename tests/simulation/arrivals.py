"""Ten thousand customers of one day: quiet at night, busy by day, and three times much too many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from tests.simulation.agents import DAY, HOUR

COUNT: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A case to be. `at` and `handling` in seconds; `again`: number of an earlier case of the same customer."""

    number: int
    at: int
    brand: str
    network: str
    language: str
    intent: str
    severity: str
    handling: int
    again: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """A failure that many tell of within a short time."""

    count: int
    start: int
    lasting: int
    brand: str
    languages: dict[str, float]


BY_HOUR: Final = (2, 1, 1, 1, 1, 2, 4, 7, 10, 11, 11, 10, 10, 10, 10, 9, 9, 9, 10, 11, 11, 9, 6, 3)
"""How many write in which hour, as weights."""
BRANDS: Final = {"discus": 0.7, "vinyl": 0.3}
NETWORKS: Final = {"mastodon": 0.65, "x": 0.2, "helpdesk": 0.15}
LANGUAGES: Final = {"en": 0.45, "nl": 0.26, "de": 0.15, "fr": 0.08, "fi": 0.028, "und": 0.03, "ja": 0.002}
"""Nobody speaks Japanese."""
INTENTS: Final = {"delivery": 0.5, "defect": 0.39, "refund": 0.11}
SEVERITIES: Final = {"low": 0.25, "normal": 0.5, "high": 0.2, "critical": 0.05}
BURSTS: Final = (
    Burst(count=700, start=9 * HOUR + 1800, lasting=2400, brand="discus", languages={"nl": 0.8, "en": 0.2}),
    Burst(count=400, start=15 * HOUR, lasting=1200, brand="vinyl", languages={"en": 0.6, "de": 0.4}),
    Burst(count=600, start=20 * HOUR, lasting=1800, brand="discus", languages={"de": 0.6, "en": 0.4}),
)
AGAIN: Final = 0.25
"""The share of those who had a case earlier that day, two hours ago or more."""
HANDLING: Final = (60, 480, 1800)
"""Seconds that an agent needs for a case: at least, in the middle, at most."""


def arrivals(chance: Random) -> list[Arrival]:
    """Return the day's cases in the order of their coming."""
    drawn: list[dict[str, Any]] = []
    for burst in BURSTS:
        for _ in range(burst.count):
            at = burst.start + chance.randrange(burst.lasting)
            drawn.append({"at": at, "brand": burst.brand, "language": _one(burst.languages, chance)})
    while len(drawn) < COUNT:
        hour = chance.choices(range(24), BY_HOUR)[0]
        at = min(hour * HOUR + chance.randrange(HOUR), DAY - 1)
        drawn.append({"at": at, "brand": _one(BRANDS, chance), "language": _one(LANGUAGES, chance)})
    drawn.sort(key=lambda one: int(one["at"]))
    found: list[Arrival] = []
    for number, fields in enumerate(drawn):
        found.append(_arrival(number, fields, found, chance))
    return found


def _arrival(number: int, fields: dict[str, Any], before: Sequence[Arrival], chance: Random) -> Arrival:
    least, middle, most = HANDLING
    again = chance.choice(before) if before and chance.random() < AGAIN else None
    if again is None or again.at > fields["at"] - 2 * HOUR:
        again = None
    else:
        fields = {**fields, "brand": again.brand, "language": again.language}
    return Arrival(
        number=number,
        **fields,
        network=_one(NETWORKS, chance) if again is None else again.network,
        intent=_one(INTENTS, chance),
        severity=_one(SEVERITIES, chance),
        handling=round(min(most, max(least, middle * chance.lognormvariate(0, 0.5)))),
        again=None if again is None else again.number,
    )


def _one(weights: dict[str, float], chance: Random) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]
