"""A hot brand: it costs what its posts cost, no more, and its neighbours' storms open as if it were not there."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from services.classify.counting import count
from services.classify.domain.complaint import SINGLY, signals_of
from services.classify.domain.storms import bursts
from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.listening import Listening
from services.classify.domain.storms.post import Post
from shared.contracts.envelope import pack, unpack
from shared.contracts.mention import Mention
from shared.contracts.storm import SignalsCounted, StormChanged
from shared.contracts.topics import SIGNALS
from shared.kafka.record import Incoming, Outgoing
from tests.builders import NOON, a_classified, a_mention
from tests.unit.services.classify.storming import NOON_MS, RULES, a_post, happens

NOISE = 50_000
STORIES = (
    "my parcel never came and tracking shows nothing at all",
    "where is the delivery that you promised for tuesday",
    "courier marked it as delivered, my door says otherwise",
    "lost in your depot again, is it, just tell me",
    "a week without news of my order, this is a joke",
    "no sign of the box with the medicine for my mother",
)
KEYS = tuple(f"k{number}" for number in range(24))


def entries(posts: int) -> int:
    """How many entries so many posts of one window make, each under 24 keys."""
    detector = Detector("hot", replace(RULES, detail=100))
    for number in range(posts):
        detector.count(a_post(f"p{number}", number / posts, keys=KEYS, name=f"{number:06}"))
    return detector.recent.work


def test_beyond_so_many_posts_a_window_counts_only_by_issue() -> None:
    assert entries(100) == 100 * 26
    assert entries(600) - entries(400) == 200 * 2


def test_the_cost_of_a_post_does_not_grow_with_the_posts_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted, not timed: how many posts are looked at in asking what bursts, of a busy brand in which nothing does."""
    looked = [0]
    within = bursts._within

    def counting(trail: Sequence[Post], after: int) -> list[Post]:
        found = within(trail, after)
        looked[0] += len(found) + 1
        return found

    monkeypatch.setattr(bursts, "_within", counting)

    def looks(posts: int) -> int:
        looked[0] = 0
        happens(
            (a_post(f"p{number}", number / posts, keys=KEYS, name=f"{number:06}") for number in range(posts)),
            rules=replace(RULES, times=10**9, floor_times=10**9, authors=10**6, detail=100),
        )
        return looked[0]

    assert looks(2_000) < 2.5 * looks(1_000)


def batches(mentions: list[Mention]) -> list[SignalsCounted]:
    """As the lane makes them: five hundred mentions at a time."""
    return [
        counted
        for start in range(0, len(mentions), 500)
        for counted in signals_of([a_classified(mention) for mention in mentions[start : start + 500]])
    ]


def taken(counted: list[SignalsCounted]) -> tuple[list[StormChanged], int]:
    """What is told of the quiet brand, and how many entries the detector of the hot one made."""
    records = []
    for offset, one in enumerate(counted):
        out = pack(SIGNALS, one, key=one.brand, fact_id=str(offset), source="/test", at=NOON)
        records.append(
            Incoming(topic=out.topic, partition=0, offset=offset, key=out.key, value=out.value, headers=out.headers)
        )
    known: dict[str, Listening] = {}

    def load(partition: int, brand: str) -> Listening:
        return known.setdefault(brand, Listening(Detector(brand, RULES)))

    def forget(brand: str) -> None:
        del known[brand]

    found = count(records, load, forget, heard_at=NOON_MS)
    assert found.rejected == []
    told = [unpack(arrived, StormChanged) for arrived in map(again, found.facts)]
    told += [fact for one in known.values() for fact in one.pass_time(NOON_MS + RULES.lateness_ms)]
    hot = known["hot"].detector.recent.work if "hot" in known else 0
    return [fact for fact in told if fact.brand == "quiet"], hot


def again(out: Outgoing) -> Incoming:
    return Incoming(topic=out.topic, partition=0, offset=0, key=out.key, value=out.value, headers=out.headers)


@pytest.fixture(scope="module")
def noise() -> list[Mention]:
    some = a_mention("0", brand="hot", text="The app is down and nobody answers, what is going on with the login page")
    author = some.author
    return [
        some.model_copy(
            update={"event_id": f"hot-{number}", "author": author.model_copy(update={"id": f"https://x/{number}"})}
        )
        for number in range(NOISE)
    ]


def test_a_quiet_brands_storm_opens_at_the_same_time_beside_fifty_thousand_posts(noise: list[Mention]) -> None:
    quiet = [
        a_mention(f"q{number}", brand="quiet", author=f"q{number}", text=text) for number, text in enumerate(STORIES)
    ]
    alone, _ = taken(batches(quiet))
    mixed = noise[:]
    for number, mention in enumerate(quiet):
        mixed.insert(number * NOISE // len(STORIES), mention)
    beside, work = taken(batches(mixed))

    assert alone == beside != []
    assert work <= NOISE // 500 * (SINGLY + 1) * 40
