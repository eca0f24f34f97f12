"""Which of the server's answers are believed."""

from datetime import timedelta

import pytest

from shared.mongo.server_time import Sample, agreeing
from tests.builders import NOON


def sample(at: float, *, took: float, ahead: timedelta = timedelta()) -> Sample:
    """An answer from halfway through a round trip, by a server whose time is NOON at 0; `ahead`: how wrong that is."""
    return Sample(sent=at, received=at + took, server=NOON + timedelta(seconds=at + took / 2) + ahead)


def test_an_answer_is_taken_to_be_from_halfway() -> None:
    assert sample(100, took=4).zero == NOON
    assert Sample(sent=10, received=14, server=NOON).zero == NOON - timedelta(seconds=12)


def test_the_doubt_is_half_the_round_trip_and_the_millisecond_that_the_server_cuts_to() -> None:
    assert sample(100, took=4).doubt == timedelta(seconds=2.001)


@pytest.mark.parametrize(
    ("apart", "agrees"),
    [(0, True), (51, True), (-51, True), (53, False), (-53, False), (3_600_000, False), (-3_600_000, False)],
)
def test_an_earlier_answer_is_believed_as_long_as_both_can_be_true(apart: int, agrees: bool) -> None:
    """Half of 20 ms, half of 80 ms and a millisecond each: 52 ms."""
    earlier = sample(0, took=0.02)
    newest = sample(60, took=0.08, ahead=timedelta(milliseconds=apart))

    assert agreeing([earlier], newest) == ([earlier] if agrees else [])


def test_only_those_that_disagree_are_forgotten() -> None:
    good, wrong = sample(0, took=0.01), sample(5, took=0.01, ahead=timedelta(seconds=1))

    assert agreeing([wrong, good], sample(10, took=0.5)) == [good]
