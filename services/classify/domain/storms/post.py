"""A signal as it is counted: an instant, who, and under which keys."""

from dataclasses import dataclass
from typing import Final

from services.classify.domain.distinct import hash_of
from services.classify.domain.taxonomy import PROBLEMS
from shared.contracts.storm import Crowd, Signal

ANY: Final = "*"
"""The key of every complaint of a brand."""
_PROBLEMS: Final = frozenset(str(intent) for intent in PROBLEMS)


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """One complaint; or a `crowd` that was counted before it reached us: many authors of one intent, without keys.

    `at`: milliseconds since 1970. Ordered by time and id, the order in which posts are counted. `members`: event ids to
    be shown.
    """

    at: int
    id: str
    authors: tuple[int, ...]
    members: tuple[str, ...]
    intent: str
    keys: tuple[str, ...]
    sketch: bytes = b""
    reach: int = 0
    crowd: bool = False

    @property
    def counted(self) -> tuple[str, ...]:
        """All keys: its own, that of its intent where that is a problem of ours, and that of every complaint."""
        return (*self.keys, intent_key(self.intent), ANY) if self.intent in _PROBLEMS else (*self.keys, ANY)


def post_of(signal: Signal, intent: str) -> Post:
    """Return the post of a signal."""
    return Post(
        at=round(signal.occurred_at.timestamp() * 1000),
        id=signal.event_id,
        authors=(hash_of(signal.author),),
        members=(signal.event_id,),
        intent=intent,
        keys=(*signal.terms, *(f"#{concept}" for concept in signal.concepts)),
        sketch=bytes.fromhex(signal.sketch),
        reach=signal.audience or 0,
    )


def post_of_crowd(crowd: Crowd, intent: str, *, place: str) -> Post:
    """Return the post of a crowd. `place`: what tells it from other crowds of the same instant."""
    return Post(
        at=round(crowd.at.timestamp() * 1000),
        id=f"crowd:{place}",
        authors=tuple(int(author, 16) for author in crowd.authors),
        members=crowd.members,
        intent=intent,
        keys=(),
        reach=crowd.reach,
        crowd=True,
    )


def intent_key(intent: str) -> str:
    """Return the key of an intent."""
    return f"@{intent}"
