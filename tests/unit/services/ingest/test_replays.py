"""Remembered answers are bounded in age and in size, and forgetting one is harmless."""

from datetime import timedelta

import pytest

from services.ingest.gate import Full, Gate
from services.ingest.replays import Answer, Delivery, Replays
from tests.unit.services.ingest.senders import NOON

ANSWER = Answer(status=202, body=b"x" * 1_000, media_type="application/json")


def a_delivery(number: int = 1, *, sender: str = "helpdesk", digest: bytes = b"d") -> Delivery:
    return Delivery(sender, str(number), digest)


def test_an_answer_is_remembered_for_its_time() -> None:
    replays = Replays(keep=timedelta(minutes=10))
    replays.remember(a_delivery(), ANSWER, now=NOON)

    assert replays.find(a_delivery(), now=NOON + timedelta(minutes=9, seconds=59)) == ANSWER
    assert replays.find(a_delivery(), now=NOON + timedelta(minutes=10)) is None


@pytest.mark.parametrize("other", [a_delivery(2), a_delivery(sender="replay"), a_delivery(digest=b"e")])
def test_another_request_is_not_a_replay(other: Delivery) -> None:
    replays = Replays(keep=timedelta(minutes=10))
    replays.remember(a_delivery(), ANSWER, now=NOON)

    assert replays.find(other, now=NOON) is None


def test_the_first_answer_stays() -> None:
    replays = Replays(keep=timedelta(minutes=10))
    replays.remember(a_delivery(), ANSWER, now=NOON)
    replays.remember(a_delivery(), Answer(status=422, body=b"", media_type=""), now=NOON)

    assert replays.find(a_delivery(), now=NOON) == ANSWER


def test_the_oldest_go_when_there_is_no_more_room() -> None:
    replays = Replays(keep=timedelta(minutes=10), most_bytes=10 * (1_000 + 512))
    for number in range(15):
        replays.remember(a_delivery(number), ANSWER, now=NOON)

    known = [number for number in range(15) if replays.find(a_delivery(number), now=NOON)]
    assert known == list(range(5, 15))


def test_a_gate_counts_what_is_inside_and_forgets_what_has_left() -> None:
    gate = Gate(most_requests=2, most_bytes=10)
    with gate.enter() as first:
        first.grow(6)
        with gate.enter() as second:
            second.grow(4)
            with pytest.raises(Full):
                second.grow(1)
            with pytest.raises(Full):
                gate.enter()
    assert (gate.requests, gate.bytes) == (0, 0)
