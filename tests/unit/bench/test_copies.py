"""A copy of a case is as good a case as the one that it was copied from."""

from collections import Counter
from datetime import timedelta
from typing import Any, Final

import pytest
from bson import decode, encode
from bson.codec_options import CodecOptions

from shared.case.commands import Tick
from shared.case.kept.document import from_document, to_document
from shared.case.state.clock import ClockMove
from shared.levels.file import read_levels
from tests.bench.armed import LEVELS, armed_cases
from tests.bench.copies import Due, Template, far, load, template
from tests.builders import HOUR, NOON, after

AWARE: Final[CodecOptions[dict[str, Any]]] = CodecOptions(tz_aware=True)
BOOK: Final = read_levels(LEVELS).book


def templates(move: ClockMove) -> list[Template]:
    return [template(case) for case in armed_cases(BOOK, move=move, count=12)]


def document_of(due: Due) -> dict[str, Any]:
    found: dict[str, Any] = decode(due.document.raw, AWARE)
    return found


@pytest.mark.parametrize("move", [ClockMove.WARN, ClockMove.BREACH])
def test_all_that_a_case_derives_from_itself_is_right_in_a_copy(move: ClockMove) -> None:
    """Keys, bucket, due instants, place in the line: worked out anew they are what stands there."""
    for kind in templates(move):
        copied = document_of(kind.copy("w0000001", due_at=NOON))
        anew = decode(encode(to_document(from_document(copied))), AWARE)
        assert copied == anew
        assert copied["clock_due_at"] == NOON


@pytest.mark.parametrize("move", [ClockMove.WARN, ClockMove.BREACH])
def test_what_is_due_next_is_recorded_at_its_instant_and_nothing_else(move: ClockMove) -> None:
    for kind in templates(move):
        due = kind.copy("w0000001", due_at=NOON)
        case = from_document(document_of(due))
        assert after(case, Tick(book=BOOK), now=NOON - timedelta(milliseconds=1)) is case
        fired = after(case, Tick(book=BOOK), now=NOON + timedelta(milliseconds=1))
        [line] = fired.clocks[0].log[due.lines :]
        assert (line.move, line.at) == (due.move, due.at) == (move, NOON)
        assert fired.version == due.version + 1
        assert fired.clock_due_at is not None
        assert fired.clock_due_at > NOON + 24 * HOUR, "it must not fall due again while the bench runs"


def test_no_two_copies_share_an_id_or_a_key() -> None:
    kinds = templates(ClockMove.WARN)
    there = [decode(one.raw, AWARE) for one in far(kinds, 500, first=NOON, within=HOUR)]
    there += [document_of(one) for one in load(kinds, 500, letter="a", first=NOON, per_second=100)]
    assert len({one["_id"] for one in there}) == 1_000
    assert len({one["live_keys"][0] for one in there}) == 1_000
    assert len({one["messages"][0]["id"] for one in there}) == 1_000


def test_what_is_far_is_spread_over_all_the_time_that_is_given() -> None:
    kinds = templates(ClockMove.WARN)
    dues = [decode(one.raw, AWARE)["clock_due_at"] for one in far(kinds, 1_000, first=NOON, within=10 * HOUR)]
    by_hour = Counter((due - NOON) // HOUR for due in dues)
    assert sorted(by_hour) == list(range(10))
    assert all(95 <= count <= 105 for count in by_hour.values())


def test_a_load_falls_due_evenly() -> None:
    due = load(templates(ClockMove.BREACH), 300, letter="a", first=NOON, per_second=100)
    assert [one.at for one in due[::100]] == [NOON, NOON + timedelta(seconds=1), NOON + timedelta(seconds=2)]
    assert all(document_of(one)["clock_due_at"] == one.at for one in due)


def test_a_name_of_another_length_would_spoil_the_document() -> None:
    with pytest.raises(ValueError, match="has not 8 characters"):
        templates(ClockMove.WARN)[0].copy("w1", due_at=NOON)
