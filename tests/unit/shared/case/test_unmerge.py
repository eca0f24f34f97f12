"""Two cases are taken apart again (SEMANTICS, section 2): each is what it was, exactly."""

from dataclasses import replace

import pytest

from shared.case.commands import Assign, Reopen, Resolve, Resume, Tick
from shared.case.merge import unmerge
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind
from shared.case.state.stage import MERGEABLE, Disposition, Stage
from tests.builders import HOUR, NOON, a_book, a_message, after, an_answer, hear
from tests.unit.shared.case.in_each_stage import HOLD, SNOOZE, in_each_stage, merged, parted
from tests.unit.shared.case.posting import posted, receipt, sending

LATER = NOON + HOUR / 2
BOOK = a_book(next_response=7200, resolution=4 * 3600)
JOES, ANNS = in_each_stage(book=BOOK), in_each_stage(author="ann", post="hers", book=BOOK)
BOS = in_each_stage(author="bo", post="theirs", book=BOOK)
STAGES = sorted(MERGEABLE)


def plain(case: Case) -> Case:
    """The case without the record of how it came about."""
    return replace(case, version=0, changed_at=NOON, history=(), announce_from=None)


@pytest.mark.parametrize("source", STAGES)
@pytest.mark.parametrize("target", STAGES)
def test_straight_after_the_merge_both_are_exactly_what_they_were(target: Stage, source: Stage) -> None:
    both, gone = merged(JOES[target], ANNS[source], at=LATER)
    joe, ann = parted(both, gone, at=LATER + HOUR)

    assert (plain(joe), plain(ann)) == (plain(JOES[target]), plain(ANNS[source]))
    assert (joe.version, ann.version) == (JOES[target].version + 2, ANNS[source].version + 2)
    assert [entry.what for entry in joe.history[-2:]] == ["merged in", "unmerged"]
    assert [entry.what for entry in ann.history[-2:]] == ["merged into", "unmerged from"]


def test_a_case_taken_up_again_though_nobody_waits_on_it_stays_so() -> None:
    """One was answered, the other's customer took everything back, both before they were merged."""
    gone_post = hear(a_message("hers", id="gone", deleted_at=NOON), kind="deleted")
    called = after(posted(JOES[Stage.NEW]), SNOOZE, Resume(by="mira"), now=NOON + 1 * HOUR / 8)
    reopened = after(ANNS[Stage.NEW], gone_post, Reopen(by="mira"))
    for target, source in ((called, reopened), (reopened, called)):
        both, gone = merged(target, source, at=LATER)
        assert [plain(case) for case in parted(both, gone, at=LATER + HOUR)] == [plain(target), plain(source)]


@pytest.mark.parametrize("third", STAGES)
@pytest.mark.parametrize("second", STAGES)
def test_what_was_merged_one_into_the_other_comes_apart_one_after_the_other(second: Stage, third: Stage) -> None:
    """Bo's into Ann's, Ann's into Joe's, and back."""
    anns, bos_gone = merged(ANNS[second], BOS[third])
    joes, anns_gone = merged(JOES[Stage.NEW], anns)
    with pytest.raises(Refused) as refused:
        unmerge(anns_gone, bos_gone, by="mira", now=LATER)
    assert (refused.value.code, refused.value.detail) == ("merged", {"merged_into": joes.id})

    joe, ann = parted(joes, anns_gone, at=LATER)
    assert (plain(joe), plain(ann)) == (plain(JOES[Stage.NEW]), plain(anns))

    ann, bo = parted(ann, bos_gone, at=LATER)
    assert (plain(ann), plain(bo)) == (plain(ANNS[second]), plain(BOS[third]))


@pytest.mark.parametrize("first_out", ["ann", "bo"])
@pytest.mark.parametrize("stage", STAGES)
def test_what_was_merged_side_by_side_comes_apart_in_any_order(stage: Stage, first_out: str) -> None:
    ann, bo = replace(ANNS[Stage.NEW], severity="high"), BOS[Stage.ASSIGNED]
    joe = replace(JOES[stage], severity="low")
    joe = replace(joe, messages=tuple(replace(one, severity="low") for one in joe.messages))
    both, ann_gone = merged(joe, ann)
    all_three, bo_gone = merged(both, bo, at=LATER)
    order = [ann_gone, bo_gone] if first_out == "ann" else [bo_gone, ann_gone]
    left = all_three
    for gone in order:
        left, apart = parted(left, gone, at=LATER + HOUR)
        assert plain(apart) == plain(ann if apart.id == ann.id else bo)

    assert plain(left) == plain(joe)


def test_late_words_for_the_innermost_find_their_way_home() -> None:
    anns, bos_gone = merged(ANNS[Stage.NEW], BOS[Stage.NEW])
    joes, anns_gone = merged(JOES[Stage.NEW], anns)
    late = hear(a_message("theirs-2", at=LATER), customer_key=BOS[Stage.NEW].customer_key, book=BOOK)
    _, ann = parted(after(joes, late, now=LATER), anns_gone, at=LATER)
    _, bo = parted(ann, bos_gone, at=LATER)

    assert [message.native_id for message in bo.messages] == ["theirs", "theirs-2"]


def test_twice_is_once() -> None:
    joe, ann = parted(*merged(JOES[Stage.NEW], ANNS[Stage.NEW]))

    assert unmerge(joe, ann, by="mira", now=LATER) == ([], [])
    assert [plain(case) for case in parted(*merged(joe, ann))] == [plain(JOES[Stage.NEW]), plain(ANNS[Stage.NEW])]


def test_only_what_was_merged_into_a_case_is_taken_out_of_it() -> None:
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW])
    with pytest.raises(Refused) as refused:
        unmerge(BOS[Stage.NEW], gone, by="mira", now=LATER)
    assert refused.value.code == "not_merged"
    with pytest.raises(Refused) as refused:
        unmerge(both, replace(gone, merged_into="c-other"), by="mira", now=LATER)
    assert refused.value.code == "not_merged"


def test_nothing_is_taken_out_of_a_case_that_is_closed_or_about_to_answer() -> None:
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW])
    spam = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
    closed = after(after(both, spam), Tick(), now=NOON + 80 * HOUR)
    for case, stage in ((closed, Stage.CLOSED), (sending(both), Stage.PUBLISHING)):
        with pytest.raises(Refused) as refused:
            unmerge(case, gone, by="mira", now=LATER)
        assert (refused.value.code, refused.value.detail["stage"]) == ("illegal_transition", stage)


def test_what_an_answer_covered_stays_answered_on_both_and_the_answer_goes_with_what_it_answers() -> None:
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW])
    joe, ann = parted(posted(both, at=LATER, answers=ANNS[Stage.NEW].messages[0].id), gone, at=LATER + HOUR)

    assert (joe.stage, ann.stage) == (Stage.AWAITING_CUSTOMER, Stage.AWAITING_CUSTOMER)
    assert (len(joe.replies), [one.id for one in ann.replies]) == (0, ["r-1"])
    for case in (joe, ann):
        assert [one.answered_by for one in case.messages] == ["r-1"]
        clocks = {one.kind: one for one in case.clocks}
        assert clocks[ClockKind.FIRST_RESPONSE].fulfilled_at == LATER
        assert clocks[ClockKind.RESOLUTION].paused_since == LATER
        assert after(case, Resolve(by="mira", disposition=Disposition.ANSWERED)).stage is Stage.RESOLVED


def test_a_message_that_has_its_answer_gets_no_second_one_after_parting() -> None:
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW])
    joe, ann = parted(posted(both, answers=ANNS[Stage.NEW].messages[0].id), gone)
    asked = after(ann, hear(a_message("hers-2", at=LATER)), now=LATER)
    with pytest.raises(Refused) as refused:
        after(asked, an_answer(asked, reply_id="r-2", answers=ann.messages[0].id))

    assert (refused.value.code, joe.answer_to(ann.messages[0].id)) == ("already_answered", None)


def test_an_answer_to_one_of_them_while_the_other_waits_leaves_each_with_its_own() -> None:
    """Ann writes again while the answer to all is on its way."""
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW])
    on_its_way = sending(both)
    late = hear(a_message("hers-2", at=LATER), customer_key=ANNS[Stage.NEW].customer_key, book=BOOK)
    answered = after(after(on_its_way, late, now=LATER), receipt(at=LATER), now=LATER)
    assert answered.stage is Stage.ASSIGNED
    joe, ann = parted(answered, gone, at=LATER + HOUR)

    assert (joe.stage, ann.stage) == (Stage.AWAITING_CUSTOMER, Stage.NEW)
    assert (joe.waits_from, ann.waits_from) == (None, LATER)


def test_work_on_the_one_that_stayed_stays_done() -> None:
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW])
    joe, ann = parted(after(both, Assign(agent="joris", by="route"), HOLD), gone, at=LATER)

    assert (joe.stage, joe.owner, joe.aside_reason) == (Stage.INTERNAL_HOLD, "joris", HOLD.reason)
    assert (ann.stage, ann.owner) == (Stage.NEW, None)
    assert all(not clock.is_paused for clock in ann.clocks)


@pytest.mark.parametrize("stage", [Stage.RESOLVED, Stage.NO_RESPONSE_NEEDED, Stage.AWAITING_CUSTOMER, Stage.SNOOZED])
def test_what_was_worked_on_only_for_the_others_sake_rests_again(stage: Stage) -> None:
    both, gone = merged(JOES[stage], ANNS[Stage.NEW])
    assert both.stage in (Stage.NEW, Stage.ASSIGNED)
    joe, _ = parted(after(both, Assign(agent="joris", by="joris"), now=LATER), gone, at=LATER)

    assert joe.standing == JOES[stage].standing
    assert joe.clocks == JOES[stage].clocks


def test_settled_together_the_one_that_stayed_is_settled_and_the_other_waits_again() -> None:
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW])
    spam = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
    joe, ann = parted(after(both, spam, now=LATER), gone, at=LATER + HOUR)

    assert (joe.stage, joe.disposition, ann.stage, ann.disposition) == (
        Stage.NO_RESPONSE_NEEDED,
        Disposition.SPAM,
        Stage.NEW,
        None,
    )
    clocks = {(one.kind, one.cycle): one for one in ann.clocks}
    assert clocks[ClockKind.FIRST_RESPONSE, 1].due_at == NOON + 2 * HOUR, "an hour stood still while it was settled"
    assert clocks[ClockKind.RESOLUTION, 2].due_at == LATER + 5 * HOUR
