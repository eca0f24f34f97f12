"""A case as a document, and the smallest update from one to the next."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from shared.case.commands import Hold, Resume
from shared.case.kept.document import DERIVED, difference, from_document, to_document
from shared.case.state.case import Case
from tests.builders import HOUR, NOON, a_case, a_message, after, hear
from tests.unit.shared.case.documents import as_bytes, stored, updated
from tests.unit.shared.case.in_each_stage import CASES, merged, parted
from tests.unit.shared.case.posting import posted

HELD = after(a_case(), Hold(by="mira", reason="the courier has to say", until=NOON + HOUR))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_whatever_its_stage_it_reads_back_the_same_and_its_derived_values_can_be_worked_out_again(case: Case) -> None:
    document = stored(to_document(case))
    bare = {name: value for name, value in document.items() if name not in DERIVED}

    assert from_document(document) == from_document(bare) == case
    assert as_bytes(to_document(from_document(bare))) == as_bytes(document)


def test_an_update_names_what_differs_and_nothing_else() -> None:
    heard = after(a_case(), hear(a_message("post-2", at=NOON + HOUR / 2)), now=NOON + HOUR / 2)

    assert set(difference(a_case(), heard)["$set"]) == {"version", "changed_at", "messages.1", "history.1"}
    assert difference(a_case(), a_case()) == {"$set": {}}


def test_what_is_no_more_is_absent_and_not_null() -> None:
    resumed = after(HELD, Resume(by="mira"))
    update = difference(HELD, resumed)

    assert {"aside_until", "aside_reason"} <= update["$unset"].keys()
    assert "aside_until" not in to_document(resumed)
    assert as_bytes(updated(stored(to_document(HELD)), update)) == as_bytes(to_document(resumed))


def test_a_list_that_has_shrunk_is_written_as_a_whole() -> None:
    both, gone = merged(a_case(), a_case(message=a_message("hers"), author="ann"))
    alone, _ = parted(both, gone)
    update = difference(both, alone)

    assert [one["native_id"] for one in update["$set"]["messages"]] == ["post-1"]
    assert update["$set"]["absorbed"] == []
    assert as_bytes(updated(stored(to_document(both)), update)) == as_bytes(to_document(alone))


def test_the_mark_of_what_is_to_be_announced_is_written_with_every_change() -> None:
    """The relay may clear it meanwhile without a new version, and must not clear this change's with it."""
    marked = replace(a_case(), announce_from=1)

    assert difference(marked, replace(marked, version=2))["$set"] == {"version": 2, "announce_from": 1}
    assert difference(marked, replace(marked, version=2, announce_from=None))["$unset"] == {"announce_from": ""}


def test_what_a_closed_case_was_looked_up_by_is_gone_from_the_document() -> None:
    live, closed = to_document(a_case()), to_document(CASES[next(stage for stage in CASES if stage.value == "closed")])

    assert live.keys() - closed.keys() >= {"live_keys", "answer_by", "clock_due_at", "demand", "serve_by", "waits_from"}
    assert closed["keys"] == live["keys"]


def test_what_is_no_case_is_not_read_as_one() -> None:
    document = to_document(posted(a_case()))
    with pytest.raises(ValidationError):
        from_document({**document, "stage": "lost"})
