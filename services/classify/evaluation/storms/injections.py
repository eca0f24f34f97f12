"""Storms that did not happen, put into days that did."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.post import Post
from services.classify.domain.storms.rules import MINUTE
from services.classify.evaluation.storms.background import Days, opened
from services.classify.evaluation.storms.gate import Gate, in_order
from services.classify.evaluation.storms.said import Said
from services.classify.evaluation.storms.themes import Period, Text, Themes

SPREAD: Final = 15 * MINUTE
WITHIN: Final = 60 * MINUTE
"""A storm that is not heard an hour after its first post counts as missed."""
_MARK: Final = "injected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Injection:
    """A storm to come: when it begins (milliseconds) and what of it is counted. `starts`: of all posts, gate or not."""

    theme: str
    size: int
    at: int
    posts: tuple[Post, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one: `after` minutes and `needed` posts (of all, gate or not) it was heard; None if it was not."""

    brand: str
    theme: str
    size: int
    after: float | None
    needed: int | None
    precision: float | None
    label: str
    strays: int


def injections(
    days: Days, moments: Sequence[tuple[int, str, int]], themes: Themes, gate: Gate, *, period: Period, chance: Random
) -> Iterator[Injection]:
    """Make one for each moment, theme and size."""
    for at, theme, size in moments:
        texts = themes.texts(theme, size, period, brand=days.brand, chance=chance)
        times = sorted(at + chance.randrange(SPREAD) for _ in texts)
        said = [
            _said(days.brand, text, when, number) for number, (text, when) in enumerate(zip(texts, times, strict=True))
        ]
        yield Injection(theme=theme, size=size, at=at, posts=tuple(in_order(gate.counted(said))), starts=tuple(times))


def happened(detector: Detector, days: Days, injection: Injection) -> Outcome:
    """Let it happen, and say what the detector made of it. That posts are waited for is part of the delay."""
    lateness = detector.rules.lateness_ms
    posts = sorted((*days.between(injection.at, injection.at + WITHIN + SPREAD), *injection.posts))
    ours = {post.id for post in injection.posts}
    strays = 0
    for post in posts:
        if post.at > injection.starts[0] + WITHIN:
            break
        for fact in opened(detector.count(post)):
            share = len(ours.intersection(fact.members)) / max(1, len(fact.members))
            if share < 0.5:
                strays += 1
                continue
            heard_at = round(fact.at.timestamp() * 1000)
            return Outcome(
                brand=days.brand,
                theme=injection.theme,
                size=injection.size,
                after=(heard_at + lateness - injection.starts[0]) / MINUTE,
                needed=sum(at <= heard_at for at in injection.starts),
                precision=share,
                label=fact.label,
                strays=strays,
            )
    return Outcome(
        brand=days.brand,
        theme=injection.theme,
        size=injection.size,
        after=None,
        needed=None,
        precision=None,
        label="",
        strays=strays,
    )


def _said(brand: str, text: Text, at: int, number: int) -> Said:
    when = datetime.fromtimestamp(at // 1000, UTC) + timedelta(milliseconds=at % 1000)
    return Said(brand=brand, author=f"{_MARK}-{number}-{at}", at=when, text=text.text, upset=True)
