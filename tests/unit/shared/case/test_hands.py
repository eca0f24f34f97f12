"""Whose a case is: given to a colleague, and a fence that tells its holder apart from a former one."""

from dataclasses import replace

import pytest

from shared.case.commands import Assign, Command, Hold, Release, Resume, Transfer
from shared.case.decide import decide
from shared.case.kept.document import from_document, to_document
from shared.case.refused import Refused
from shared.case.state.parts import Notice
from shared.case.state.stage import Stage
from tests.builders import NOON, a_case, a_message, after, an_answer
from tests.unit.shared.case.in_each_stage import CASES, merged, parted

GIVEN = after(CASES[Stage.ASSIGNED], Transfer(to="joris", by="mira", note="she asked for you"))


def test_a_colleague_gets_the_case_with_a_note_and_is_told() -> None:
    assert (GIVEN.owner, GIVEN.stage) == ("joris", Stage.ASSIGNED)
    assert [(line.by, line.what, line.note) for line in GIVEN.history[-2:]] == [
        ("mira", "owner joris", "she asked for you"),
        ("mira", "notified joris", "transfer mira"),
    ]
    assert GIVEN.notices[-1] == Notice(at=NOON, about="transfer mira", to="joris", changed_in=GIVEN.version)


def test_who_has_the_case_already_is_not_given_it_again() -> None:
    assert decide(GIVEN, Transfer(to="joris", by="mira"), now=NOON) == []


def test_the_fence_grows_with_each_change_of_owner_and_with_nothing_else() -> None:
    case = a_case()
    assert case.fence == 0
    hands: tuple[Command, ...] = (
        Assign(agent="mira", by="route"),
        Transfer(to="joris", by="mira"),
        Release(by="joris"),
        Assign(agent="mira", by="mira"),
    )
    for number, command in enumerate(hands, start=1):
        case = after(case, command)
        assert case.fence == number
    assert after(case, Hold(by="mira", reason="the courier has to say"), Resume(by="mira")).fence == 4


def test_who_lost_the_case_and_got_it_back_does_not_answer_with_what_they_knew_before() -> None:
    mine = CASES[Stage.ASSIGNED]
    again = after(mine, Release(by="route", why="silent"), Assign(agent="mira", by="mira"))

    with pytest.raises(Refused) as refused:
        decide(again, an_answer(again, fence=mine.fence), now=NOON)

    assert (refused.value.code, refused.value.detail) == ("lease_lost", {"owner": "mira", "fence": 3})
    assert after(again, an_answer(again, fence=again.fence)).replies
    assert after(again, an_answer(again)).replies, "who does not say which, means whichever it is"


def test_an_answer_that_was_taken_already_is_not_refused_for_its_fence() -> None:
    """A retried request, after the case changed hands."""
    mine = CASES[Stage.ASSIGNED]
    answered = after(mine, an_answer(mine, fence=mine.fence))

    assert decide(replace(answered, fence=9), an_answer(mine, fence=mine.fence), now=NOON) == []


def test_an_owner_whom_an_unmerge_brings_back_has_another_fence_than_before() -> None:
    """The case rested, was called back by the other one's customer, and given to somebody else for that."""
    waiting = CASES[Stage.AWAITING_CUSTOMER]
    both, gone = merged(waiting, a_case(message=a_message("hers"), author="ann"))
    assert both.stage is Stage.ASSIGNED
    both = after(both, Transfer(to="joris", by="mira"))

    alone, _ = parted(both, gone)

    assert (alone.owner, alone.fence) == ("mira", both.fence + 1)


def test_a_document_from_before_has_no_fence_and_no_tags() -> None:
    old = to_document(a_case())
    del old["fence"]

    assert (from_document(old).fence, from_document(old).tags) == (0, ())
