"""Posts, rules and detectors for tests of storms."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from services.classify.domain.distinct import hash_of
from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.listening import Listening
from services.classify.domain.storms.post import Post
from services.classify.domain.storms.rules import MINUTE, StormRules
from shared.contracts.storm import Signal, StormChanged
from tests.builders import NOON

RULES = StormRules(authors=5, window=timedelta(minutes=60), growth=6, quiet=timedelta(minutes=90))
NOON_MS = round(NOON.timestamp() * 1000)
HOUR = 60.0
DAY = 24 * HOUR


def a_post(
    author: str,
    minute: float = 0,
    *,
    keys: Sequence[str] = (),
    intent: str = "delivery",
    sketch: str = "",
    reach: int = 0,
    name: str | None = None,
) -> Post:
    """A complaint of one person, so many minutes after noon."""
    name = name or f"{author}@{minute}"
    return Post(
        at=NOON_MS + round(minute * MINUTE),
        id=name,
        authors=(hash_of(author),),
        members=(name,),
        intent=intent,
        keys=tuple(keys),
        sketch=bytes.fromhex(sketch),
        reach=reach,
    )


def a_crowd(size: int, minute: float = 0, *, intent: str = "delivery", named: str = "crowd") -> Post:
    """So many people who were counted before they reached us."""
    authors = tuple(hash_of(f"{named}{number}") for number in range(size))
    at = NOON_MS + round(minute * MINUTE)
    return Post(at, f"crowd:{named}@{minute}", authors, (f"{named}-1",), intent, (), crowd=True)


def people(
    count: int, minute: float = 0, *, named: str = "p", intent: str = "delivery", keys: Sequence[str] = ()
) -> list[Post]:
    """Complaints of so many different people."""
    return [a_post(f"{named}{number}", minute, intent=intent, keys=keys) for number in range(count)]


def happens(posts: Iterable[Post], *, rules: StormRules = RULES, brand: str = "discus") -> list[StormChanged]:
    """What these posts make happen, counted in the order in which they are given."""
    detector = Detector(brand, rules)
    return [fact for post in posts for fact in detector.count(post)]


def a_known_brand(*, days: int = 3, each_hour: int = 2, intent: str = "delivery", keys: Sequence[str] = ()) -> Detector:
    """A brand that was listened to for days up to noon, with so many complaints an hour, each of somebody else."""
    detector = Detector("discus", RULES)
    for hour in range(-24 * days, 0):
        for number in range(each_hour):
            minute = hour * HOUR + (number + 0.5) * HOUR / each_hour
            detector.count(a_post(f"usual{hour}.{number}", minute, intent=intent, keys=keys))
    return detector


def listened(posts: Iterable[Post], *, rules: StormRules = RULES, batch: int = 1) -> list[StormChanged]:
    """What happens when these posts come, so many at a time, and then nothing for a while."""
    listening = Listening(Detector("discus", rules))
    came = list(posts)
    facts: list[StormChanged] = []
    for start in range(0, len(came), batch):
        facts += listening.hear(came[start : start + batch], heard_at=NOON_MS)
    return facts + listening.pass_time(NOON_MS + 10**9)


def a_signal(author: str, minute: float = 0, *, event_id: str | None = None, audience: int | None = None) -> Signal:
    """A complaint of one person as it travels, so many minutes after noon."""
    return Signal(
        author=author,
        event_id=event_id or f"{author}@{minute}",
        occurred_at=NOON + timedelta(minutes=minute),
        audience=audience,
    )
