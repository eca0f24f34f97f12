"""`python -m tests.pictures.storm_life` draws docs/pictures/storm-life.svg: one outage as the storm detector hears it.

The posts are those of the evaluation's outages.tsv, written for it; what is usual before is made up, by a fixed seed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from services.classify.domain.storms.bursts import Volume
from services.classify.domain.storms.concepts import concepts_of
from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.post import ANY, Post, post_of
from services.classify.domain.storms.rules import MINUTE
from services.classify.domain.storms.score import score
from services.classify.domain.storms.sketch import sketch_of
from services.classify.domain.storms.words import terms_of
from services.classify.domain.text import read
from services.classify.evaluation.storms.said import outages
from services.classify.settings import StormSettings
from shared.contracts.storm import Signal, StormChanged, StormKind
from tests.pictures.marks import HEIGHT, WIDTH, drawing, label, mark, region, rule

PICTURE: Final = Path(__file__).parents[2] / "docs/pictures/storm-life.svg"
BEGIN: Final = datetime(2026, 11, 20, 9, tzinfo=UTC)
END: Final = BEGIN + timedelta(hours=4, minutes=30)
BREAKS: Final = BEGIN + timedelta(minutes=65)
LEFT, RIGHT = 70.0, WIDTH - 20.0
BARS_TOP, BARS_FOOT = 112.0, 276.0
SCORE_TOP, SCORE_FOOT = 316.0, 430.0
STEP: Final = timedelta(minutes=5)
KEY: Final = "@outage"
_MARKS: Final = {StormKind.OPENED: "start", StormKind.GROWN: "warn", StormKind.CALMED: "met"}


@dataclass
class Life:
    """What happened: complaints and what was usual by five minutes, the surprise after each post, and the facts."""

    posts: dict[datetime, int] = field(default_factory=dict)
    usual: dict[datetime, float] = field(default_factory=dict)
    scores: list[tuple[datetime, float]] = field(default_factory=list)
    facts: list[StormChanged] = field(default_factory=list)


def life() -> Life:
    """Let it happen."""
    detector = Detector("acme", StormSettings().storm_rules)
    told = Life()
    for post in sorted((*_everyday(), *_outage())):
        facts = detector.count(post)
        at = datetime.fromtimestamp(post.at / 1000, UTC)
        if BEGIN <= at < END:
            start = BEGIN + (at - BEGIN) // STEP * STEP
            told.posts[start] = told.posts.get(start, 0) + 1
            told.usual[start] = detector.rates.expected(ANY, post.at, 5 * MINUTE)
            told.scores.append((at, _surprise(detector, post.at)))
            told.facts += facts
    told.facts += detector.calm(round(END.timestamp() * 1000))
    return told


def draw() -> str:
    """Return the picture."""
    told = life()
    last = told.facts[-1]
    parts = [
        label(16, 32, f"One storm: {last.label}", "title"),
        label(16, 54, "An app fails at 10:05; people say so in five languages, each in other words.", "soft"),
        *_hours(),
        *_bars(told),
        *_scores(told),
        *_facts(told),
        *_key(),
    ]
    return drawing(
        "One storm's life: complaints, what is usual, the score, and when it opened, grew and was over", parts
    )


def _everyday() -> Iterator[Post]:
    chance = Random(5)
    words = [f"matter{chr(97 + one)}{chr(97 + other)}" for one in range(26) for other in range(4)]
    at = BEGIN - timedelta(days=5)
    number = 0
    while at < END:
        at += timedelta(minutes=chance.expovariate(1 / (7 if 7 <= at.hour < 21 else 40)))
        text = " ".join(chance.sample(words, 3))
        intent = chance.choice(("billing", "delivery", "service", "order"))
        number += 1
        yield _post(f"usual{number}", at, text, intent)


def _outage() -> Iterator[Post]:
    chance = Random(11)
    texts = [text for (theme, _), found in outages().items() if theme == "app" for text in found]
    chance.shuffle(texts)
    at = BREAKS
    for number, text in enumerate(texts):
        at += timedelta(minutes=chance.expovariate(1 / (0.7 if number < 26 else 3.0)))
        yield _post(f"upset{number}", at, text, "outage")


def _post(author: str, at: datetime, text: str, intent: str) -> Post:
    words = read(text).words
    signal = Signal(
        author=author,
        event_id=author,
        occurred_at=at,
        terms=terms_of(words),
        concepts=concepts_of(words),
        sketch=sketch_of(words),
    )
    return post_of(signal, intent)


def _surprise(detector: Detector, now: int) -> float:
    rules, best = detector.rules, 0.0
    volume = Volume(detector.recent, detector.rates, rules, now)
    for span in rules.spans:
        people = len({post.authors for post in detector.recent.posts(KEY) if post.at > now - span})
        best = max(best, score(people, volume.expected(KEY, people, span), rules.dispersion))
    return best


def _x(at: datetime) -> float:
    return LEFT + (at - BEGIN) / (END - BEGIN) * (RIGHT - LEFT)


def _hours() -> Iterator[str]:
    at = BEGIN
    while at <= END:
        yield rule(_x(at), _x(at), BARS_TOP, SCORE_FOOT, "hour")
        yield label(_x(at), SCORE_FOOT + 18, f"{at:%H:%M}", "soft middle")
        at += timedelta(minutes=30)


def _bars(told: Life) -> Iterator[str]:
    yield label(16, BARS_TOP - 26, "complaints in five minutes; the dashes: what is usual then", "row")
    most = max(told.posts.values())
    height = (BARS_FOOT - BARS_TOP) / most
    for count in range(0, most + 1, 2):
        yield label(LEFT - 10, BARS_FOOT - count * height + 4, str(count), "soft end")
    for start, count in sorted(told.posts.items()):
        yield region(_x(start) + 1, _x(start + STEP) - 1, BARS_FOOT - count * height, BARS_FOOT, "stage ours")
    for start, usual in sorted(told.usual.items()):
        y = BARS_FOOT - usual * height
        yield rule(_x(start), _x(start + STEP), y, y, "bar paused")


def _scores(told: Life) -> Iterator[str]:
    wanted = StormSettings().storm_rules.intent_score
    most = max(value for _, value in told.scores)
    height = (SCORE_FOOT - SCORE_TOP) / most
    yield label(16, SCORE_TOP - 14, "surprise that so many report an outage; the dashes: enough for a storm", "row")
    for tick in range(0, round(most) + 1, 20):
        yield label(LEFT - 10, SCORE_FOOT - tick * height + 4, str(tick), "soft end")
    y = SCORE_FOOT - wanted * height
    yield rule(LEFT, RIGHT, y, y, "bar paused")
    (before, last), *rest = told.scores
    for at, value in rest:
        yield rule(_x(before), _x(at), SCORE_FOOT - last * height, SCORE_FOOT - last * height, "bar still")
        yield rule(_x(at), _x(at), SCORE_FOOT - last * height, SCORE_FOOT - value * height, "bar still")
        before, last = at, value


def _facts(told: Life) -> Iterator[str]:
    for fact in told.facts:
        yield rule(_x(fact.at), _x(fact.at), BARS_TOP - 4, SCORE_FOOT, "")
        yield mark(_x(fact.at), BARS_TOP - 4, _MARKS[fact.kind])
        if fact.kind is not StormKind.GROWN:
            side = "end" if fact.kind is StormKind.OPENED else ""
            shift = -10 if fact.kind is StormKind.OPENED else 10
            text = f"{fact.kind.value} {fact.at:%H:%M}, {fact.authors} people"
            yield label(_x(fact.at) + shift, BARS_TOP + 14, text, f"small {side}".strip())


def _key() -> Iterator[str]:
    x: float = LEFT
    for kind in StormKind:
        yield mark(x, HEIGHT - 26, _MARKS[kind])
        yield label(x + 14, HEIGHT - 22, kind.value, "soft")
        x += 110


if __name__ == "__main__":
    PICTURE.write_text(draw())
