"""What must not open a storm: one loud person, many accounts with one text, a promotion that many are glad of."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.post import Post
from services.classify.domain.storms.rules import MINUTE
from services.classify.evaluation.storms.background import Days, opened
from services.classify.evaluation.storms.gate import Gate, in_order
from services.classify.evaluation.storms.said import Said

LOUD: Final = 40
ACCOUNTS: Final = 30
GLAD: Final = 120
_SPREAD: Final = 15 * MINUTE
_OPENINGS: Final = ("", "hey ", "so ", "@friend ", "ugh, ", "well: ", "LISTEN. ", "again: ")
_ENDINGS: Final = ("", "!", "!!", " 😡", " #fail", " https://t.co/x1", " ...", " pls rt")
_PROMOTION: Final = (
    "Got my free burger at {brand} today, best day ever 😍",
    "{brand} giving away burgers, love it!",
    "I dressed up as a ghost and got my burger for 3 dollars, thank you {brand}!",
    "Happy Halloween from the burger queue at {brand} 🎃",
    "3 dollar burgers tonight at {brand}, you are the best",
    "Thanks {brand} for the spooky burger, delicious!",
    "what a deal, {brand}! my kids are so happy",
    "my favourite night of the year, burger night at {brand} ❤",
)
_COPIED: Final = "Win a voucher! {brand} gives 500 burgers away, retweet and follow to win #burgernight"


def loud(days: Days, texts: Sequence[str], gate: Gate, at: int, chance: Random) -> tuple[Post, ...]:
    """One person posts forty different complaints within a quarter of an hour."""
    said = [_said(days.brand, "loud", chance.choice(texts), at + chance.randrange(_SPREAD)) for _ in range(LOUD)]
    return tuple(in_order(gate.counted(said)))


def copied(days: Days, text: str, gate: Gate, at: int, chance: Random) -> tuple[Post, ...]:
    """Thirty accounts post one complaint, each a little trimmed."""
    said = [
        _said(
            days.brand,
            f"account-{number}",
            chance.choice(_OPENINGS) + text + chance.choice(_ENDINGS),
            at + chance.randrange(_SPREAD),
        )
        for number in range(ACCOUNTS)
    ]
    return tuple(in_order(gate.counted(said)))


def promotion(days: Days, gate: Gate, at: int, chance: Random) -> tuple[Post, ...]:
    """Many are glad of a promotion, and a third of the posts are copies of its slogan."""
    said = [
        _said(
            days.brand,
            f"glad-{number}",
            (_COPIED if number % 3 == 0 else chance.choice(_PROMOTION)).format(brand=days.brand),
            at + chance.randrange(_SPREAD),
        )
        for number in range(GLAD)
    ]
    return tuple(in_order(gate.counted(said)))


def alarms(detector: Detector, days: Days, ours: Sequence[Post], at: int) -> int:
    """Return how many storms open of which at least half the people are these."""
    people = {post.id: post.authors for post in sorted((*days.posts, *ours))}
    those = {author for post in ours for author in post.authors}
    facts = [fact for post in sorted((*days.between(at, at + 2 * _SPREAD), *ours)) for fact in detector.count(post)]
    found = 0
    for fact in opened(facts):
        who = {author for member in fact.members for author in people[member]}
        found += 2 * len(who & those) >= len(who)
    return found


def moments_in(begin: int, end: int, count: int, chance: Random) -> Iterator[int]:
    """Give instants within a span, in order."""
    yield from sorted(chance.randrange(begin, end) for _ in range(count))


def _said(brand: str, author: str, text: str, at: int) -> Said:
    when = datetime.fromtimestamp(at // 1000, UTC) + timedelta(milliseconds=at % 1000)
    return Said(brand=brand, author=author, at=when, text=text, upset=None)
