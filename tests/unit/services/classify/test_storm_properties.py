"""What holds of storms whatever comes: order, batches and repetitions do not matter, and people count once."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.listening import Listening
from services.classify.domain.storms.post import Post
from services.classify.storm_state import (
    posts_from_bytes,
    posts_to_bytes,
    rates_from_bytes,
    rates_to_bytes,
    row_from_bytes,
    row_to_bytes,
)
from shared.contracts.storm import StormChanged
from tests.unit.services.classify.storming import NOON_MS, RULES, a_post, listened

WORDS = ("app", "parcel", "#outage", "#lost", "app login")


@st.composite
def stories(draw: st.DrawFn) -> list[Post]:
    """A few hours of one brand, in order, with a burst or two in it."""
    chance = Random(draw(st.integers(0, 10**6)))
    posts = []
    for which, start in enumerate((0, draw(st.integers(0, 300)))):
        for number in range(draw(st.integers(0, 40))):
            keys = [word for word in WORDS if chance.random() < 0.4]
            minute = start + chance.random() * draw(st.sampled_from([5, 30, 200]))
            intent = chance.choice(["outage", "delivery", "other"])
            posts.append(a_post(f"p{chance.randrange(60)}", minute, keys=keys, intent=intent, name=f"{which}-{number}"))
    return sorted(posts)


def late(posts: list[Post], chance: Random) -> list[Post]:
    """The same posts, each up to the lateness late."""
    return sorted(posts, key=lambda post: post.at + chance.random() * RULES.lateness_ms * 0.99)


def told(facts: list[StormChanged]) -> dict[tuple[str, int], StormChanged]:
    return {(fact.storm_id, fact.step): fact for fact in facts}


def reborn(listening: Listening, heard: list[Post]) -> Listening:
    """What another worker reads from the tables: the row, the rates, and all posts that were appended."""
    detector = Detector(listening.brand, RULES)
    row = row_from_bytes(row_to_bytes(listening.detector, 0))
    detector.cursor, detector.incidents, detector.closed = row.cursor, list(row.incidents), row.closed
    detector.rates = rates_from_bytes(rates_to_bytes(listening.detector.rates))
    made = Listening(detector)
    made.remembered(posts_from_bytes(posts_to_bytes(heard)), heard_at=NOON_MS)
    return made


@settings(deadline=None)
@given(stories(), st.integers(0, 10**6))
def test_the_order_in_which_posts_come_within_the_lateness_does_not_matter(posts: list[Post], seed: int) -> None:
    assert listened(late(posts, Random(seed))) == listened(posts)


@settings(deadline=None)
@given(stories(), st.integers(1, 50), st.integers(0, 10**6))
def test_batches_do_not_matter(posts: list[Post], size: int, seed: int) -> None:
    assert listened(late(posts, Random(seed)), batch=size) == listened(posts)


@settings(deadline=None)
@given(stories(), st.integers(0, 100), st.integers(0, 100))
def test_hearing_again_what_was_heard_changes_nothing(posts: list[Post], start: int, end: int) -> None:
    assert listened([*posts[:end], *posts[start:end], *posts[end:]]) == listened(posts)


@settings(deadline=None)
@given(stories(), st.integers(0, 100), st.integers(0, 100), st.integers(0, 10**6))
def test_who_goes_on_from_the_tables_tells_what_would_have_been_told(
    posts: list[Post], cut: int, lost: int, seed: int
) -> None:
    """A worker wrote its tables, heard more and told what came of it, and died: the next begins at the tables."""
    came = late(posts, Random(seed))
    first = Listening(Detector("discus", RULES))
    before = first.hear(came[:cut], heard_at=NOON_MS)
    second = reborn(first, came[:cut])
    untold = first.hear(came[cut : cut + lost], heard_at=NOON_MS)
    after = second.hear(came[cut:], heard_at=NOON_MS) + second.pass_time(NOON_MS + 10**9)

    assert told(before + untold + after) == told(listened(posts))
    assert before + after == listened(posts)


@settings(deadline=None)
@given(stories(), st.integers(0, 100), st.integers(0, 100), st.integers(0, 10**6))
def test_a_row_that_is_behind_its_posts_tells_the_same(posts: list[Post], cut: int, more: int, seed: int) -> None:
    """The posts were appended and the row was not, then the worker died: the records come again."""
    came = late(posts, Random(seed))
    first = Listening(Detector("discus", RULES))
    before = first.hear(came[:cut], heard_at=NOON_MS)
    second = reborn(first, came[: cut + more])
    after = second.hear(came[cut:], heard_at=NOON_MS) + second.pass_time(NOON_MS + 10**9)

    assert told(before + after) == told(listened(posts))


@settings(deadline=None)
@given(stories())
def test_the_steps_of_a_storm_are_opened_then_grown_then_calmed_and_no_two_are_the_same(posts: list[Post]) -> None:
    steps: dict[str, list[StormChanged]] = {}
    for fact in listened(posts):
        steps.setdefault(fact.storm_id, []).append(fact)
    for facts in steps.values():
        kinds = [fact.kind for fact in facts]

        assert [fact.step for fact in facts] == list(range(len(facts)))
        assert kinds[0] == "opened"
        assert all(kind == "grown" for kind in kinds[1:-1])
        assert all(one.authors <= two.authors for one, two in pairwise(facts))


@settings(deadline=None)
@given(stories())
def test_a_storm_opens_with_as_many_different_people_as_it_says(posts: list[Post]) -> None:
    authors = {post.id: post.authors for post in posts}
    for fact in listened(posts):
        if fact.kind == "opened":
            assert len({authors[member] for member in fact.members}) == fact.authors >= RULES.quick_least
