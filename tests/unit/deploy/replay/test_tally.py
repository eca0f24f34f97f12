"""Nothing that was read goes uncounted, and nothing that was promised goes unchecked."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import orjson
import pytest

from deploy.local.replay.answers import Taken, Unintelligible, taken
from deploy.local.replay.evidence import Found, Heard
from deploy.local.replay.lag import Lags
from deploy.local.replay.outcome import Outcome, followed, outcome
from deploy.local.replay.posts import Mapping
from deploy.local.replay.rows import Row
from deploy.local.replay.tally import Tally

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
RESULTS = {
    "accepted": ["0a"],
    "results": [
        {"index": 0, "status": "accepted", "id": "1", "event_id": "0a"},
        {"index": 1, "status": "quarantined", "quarantine_id": "l1", "errors": [{"detail": "Too old.", "pointer": ""}]},
        {"index": 2, "status": "ignored", "id": "3", "event_id": "0c", "reason": "own post"},
    ],
}


def heard(event: str, *, at: datetime = NOON, classify: int = 10, route: int = 20) -> Heard:
    classified = at + timedelta(milliseconds=classify)
    return Heard(
        events=(bytes.fromhex(event),),
        received_at=at,
        classified_at=classified,
        routed_at=classified + timedelta(milliseconds=route),
    )


def the_outcome(tally: Tally, found: Found, *, stopped: str = "") -> Outcome:
    behind = followed(tally, found, Lags(), began=NOON)
    return outcome(tally, file="f", run="r", seconds=2.0, stopped=stopped, followed=behind)


def test_each_item_of_a_batch_is_counted_as_what_it_became() -> None:
    found = taken(202, orjson.dumps(RESULTS), sent=3)

    assert found == Taken(accepted=("0a",), letters=("l1",), ignored=1, reasons=("Too old.",))


def test_a_batch_of_which_nothing_could_be_taken_is_in_quarantine() -> None:
    problem = {"detail": "None.", "errors": [{"detail": "Too old.", "pointer": "/0"}], "quarantined": ["l1", "l2"]}

    assert taken(422, orjson.dumps(problem), sent=2) == Taken(letters=("l1", "l2"), reasons=("Too old.",))


def test_a_batch_that_could_not_even_be_read_is_refused() -> None:
    assert taken(413, orjson.dumps({"detail": "Too long."}), sent=2) == Taken(refused=2, reasons=("Too long.",))


@pytest.mark.parametrize(("status", "body"), [(202, b"{}"), (202, b"<html>"), (418, b"{}"), (200, b"[]")])
def test_what_ingest_would_never_say_is_not_counted_as_anything(status: int, body: bytes) -> None:
    with pytest.raises(Unintelligible):
        taken(status, body, sent=1)


def test_every_row_is_a_post_a_companys_or_unmappable() -> None:
    tally = Tally()
    rows = [Row(1, {"text": "a"}), Row(2, None, "not JSON"), Row(3, {"text": "b", "inbound": False}), Row(4, {})]

    posts = list(tally.posts(rows, Mapping(name="f"), limit=None))
    tally.note(Taken(accepted=("0a",)), sent=1)

    assert len(posts) == 1
    assert tally.rows == tally.done == 4
    assert tally.unmappable == Counter({"not JSON": 1, "it has no column that holds a text": 1})


def test_a_limit_counts_rows() -> None:
    tally = Tally()

    assert len(list(tally.posts([Row(n, {"text": "a"}) for n in range(9)], Mapping(name="f"), limit=4))) == 4
    assert tally.rows == 4


def test_a_post_accepted_twice_is_expected_once() -> None:
    tally = Tally()
    tally.note(Taken(accepted=("0a", "0a")), sent=2)

    assert (tally.accepted, tally.repeated, len(tally.accepted_ids)) == (2, 1, 1)


def test_all_accounted_for_is_good() -> None:
    tally = Tally()
    tally.note(Taken(accepted=("0a", "0b"), letters=("l1",)), sent=3)
    found = Found(messages=[heard("0a")], cases=1, opened=1, quarantined_later={b"\x0b"}, letters={"l1"})

    result = the_outcome(tally, found)

    assert result.is_good
    assert result.followed is not None
    assert (result.followed.missing, result.followed.quarantined, result.quarantined) == (0, 2, 1)


@pytest.mark.parametrize(
    "found",
    [Found(letters={"l1"}), Found(messages=[heard("0b")], letters={"l1"}), Found(messages=[heard("0a")])],
    ids=["nothing arrived", "something else arrived", "the letter is not in quarantine"],
)
def test_anything_missing_is_not_good(found: Found) -> None:
    tally = Tally()
    tally.note(Taken(accepted=("0a",), letters=("l1",)), sent=2)

    result = the_outcome(tally, found)

    assert result.followed is not None
    assert result.followed.missing >= 1
    assert not result.is_good


def test_stopping_early_or_being_refused_is_not_good() -> None:
    refused = Tally()
    refused.note(Taken(refused=1), sent=1)

    assert not the_outcome(Tally(), Found(), stopped="no answer").is_good
    assert not the_outcome(refused, Found()).is_good


def test_latency_and_throughput_are_of_messages_that_came_by_this_replay() -> None:
    earlier = NOON - timedelta(hours=1)
    found = Found(messages=[heard("0a", at=earlier, classify=9_999), heard("0b"), heard("0c", route=970)])

    result = the_outcome(Tally(), found).followed

    assert result is not None
    assert (result.messages, result.new_messages) == (3, 2)
    assert result.latency["ingest to classify"].max == 10
    assert result.latency["in all"].max == 980
    assert result.per_second == pytest.approx(2 / 0.98, abs=0.1)
