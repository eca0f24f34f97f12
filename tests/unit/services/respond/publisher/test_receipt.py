"""When the customer had our answer."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.respond.publishing.pauses import Pauses
from services.respond.publishing.receipt import posted_at
from services.respond.publishing.timing import Timing
from tests.builders import HOUR, NOON

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
instants = st.timedeltas(-9 * DAY, 9 * DAY).map(lambda span: NOON + span)


def test_the_networks_time_counts_where_it_is_possible() -> None:
    assert posted_at(NOON + SECOND, queued_at=NOON, now=NOON + HOUR) == NOON + SECOND


def test_a_network_that_cuts_its_times_to_seconds_is_believed() -> None:
    queued_at = NOON + timedelta(milliseconds=700)

    assert posted_at(NOON, queued_at=queued_at, now=NOON + HOUR) == queued_at


def test_an_impossible_time_is_replaced_by_ours() -> None:
    now = NOON + HOUR

    assert posted_at(NOON - HOUR, queued_at=NOON, now=now) == now
    assert posted_at(now + HOUR, queued_at=NOON, now=now) == now
    assert posted_at(None, queued_at=NOON, now=now) == now


@given(instants | st.none(), st.timedeltas(timedelta(), timedelta(days=3)))
def test_an_answer_is_never_had_before_it_was_queued_nor_after_now(created: datetime | None, age: timedelta) -> None:
    now = (NOON + age).replace(microsecond=0)

    assert NOON <= posted_at(created, queued_at=NOON, now=now) <= now


def test_troubles_in_a_row_rest_longer_and_a_success_forgets_them() -> None:
    pauses = Pauses(Timing())
    pauses.trouble("a", now=NOON, reason="away")
    pauses.trouble("a", now=NOON + 2 * SECOND, reason="away")
    rest = pauses.of("a", now=NOON + 2 * SECOND)
    assert rest is not None
    assert rest.until == NOON + 6 * SECOND

    pauses.fine("a")
    assert pauses.of("a", now=NOON + 6 * SECOND) is None
    pauses.trouble("a", now=NOON + HOUR, reason="away")
    rest = pauses.of("a", now=NOON + HOUR)
    assert rest is not None
    assert rest.until == NOON + HOUR + 2 * SECOND


def test_many_troubles_at_the_same_time_are_one() -> None:
    pauses = Pauses(Timing())
    for _ in range(20):
        pauses.trouble("a", now=NOON, reason="timed out")

    rest = pauses.of("a", now=NOON)
    assert rest is not None
    assert rest.until == NOON + 2 * SECOND


def test_a_short_rest_does_not_shorten_a_long_one() -> None:
    pauses = Pauses(Timing())
    pauses.rest("a", until=NOON + HOUR, reason="429")
    pauses.rest("a", until=NOON + SECOND, reason="away")

    rest = pauses.of("a", now=NOON)
    assert rest is not None
    assert rest.until == NOON + HOUR
