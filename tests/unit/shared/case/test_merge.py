"""Two cases become one (SEMANTICS, section 2): who waits on either, waits on it."""

from dataclasses import replace

import pytest

from shared.case.commands import ApplyPolicies, Command, Tick
from shared.case.merge import merge
from shared.case.refused import Refused
from shared.case.reply_commands import AskHuman, ReportFailed
from shared.case.state.case import FULL, Case
from shared.case.state.clock import ClockKind
from shared.case.state.policy import SEVERITIES, Match, Policy
from shared.case.state.stage import MERGEABLE, Disposition, Stage
from shared.case.state.terms import Terms
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, hear
from tests.unit.shared.case.in_each_stage import HOLD, SNOOZE, in_each_stage, merged
from tests.unit.shared.case.posting import posted, receipt, sending

LATER = NOON + HOUR / 2
JOES, ANNS = in_each_stage(), in_each_stage(author="ann", post="hers")
JOE, ANN = JOES[Stage.NEW], ANNS[Stage.NEW]
WAITING = (Stage.NEW, Stage.ASSIGNED, Stage.INTERNAL_HOLD, Stage.SNOOZED)


def refusal(target: Case, source: Case) -> Refused:
    with pytest.raises(Refused) as refused:
        merge(target, source, by="mira", now=LATER)
    return refused.value


def test_one_goes_on_with_all_that_was_said_and_the_other_says_where() -> None:
    both, gone = merged(JOE, ANN)

    assert [(one.native_id, one.origin) for one in both.messages] == [("post-1", None), ("hers", ANN.id)]
    assert (both.keys, both.live_keys) == ((JOE.customer_key, ANN.customer_key),) * 2
    assert (gone.stage, gone.merged_into, gone.disposition) == (Stage.MERGED, JOE.id, Disposition.MERGED)
    assert (gone.live_keys, gone.clock_due_at, gone.publish_due_at, gone.answer_by) == ((), None, None, None)
    assert both.clock_due_at == JOE.clock_due_at


def test_late_messages_follow_and_belong_to_whom_they_came_from() -> None:
    both, _ = merged(JOE, ANN)
    case = after(both, hear(a_message("hers-2", at=LATER), customer_key=ANN.customer_key), now=LATER)
    case = after(case, hear(a_message("post-2", at=LATER), customer_key=JOE.customer_key), now=LATER)

    assert [one.origin for one in case.messages] == [None, ANN.id, ANN.id, None]


def test_a_merged_case_does_nothing_more_and_says_where_it_went() -> None:
    _, gone = merged(JOE, ANN)
    for command in (hear(a_message("hers-2")), HOLD, ReportFailed(reply_id="r-1", attempt=1, reason="too long")):
        with pytest.raises(Refused) as refused:
            after(gone, command)
        assert (refused.value.code, refused.value.detail) == ("merged", {"merged_into": JOE.id})


def test_the_clocks_of_a_merged_case_are_kept_where_it_went() -> None:
    _, gone = merged(JOE, ANN)

    assert after(gone, Tick(), ApplyPolicies(book=a_book(first_response=60)), now=NOON + 9 * HOUR) is gone


@pytest.mark.parametrize("rests", sorted(MERGEABLE - set(WAITING)))
@pytest.mark.parametrize("waits", WAITING)
def test_whoever_waits_on_the_one_is_not_lost_where_the_other_rests(rests: Stage, waits: Stage) -> None:
    both, _ = merged(JOES[rests], ANNS[waits])
    owner = JOES[rests].owner

    assert both.stage is (Stage.NEW if owner is None else Stage.ASSIGNED)
    assert (both.waits_from, both.disposition, both.settled_at) == (NOON, None, None)


@pytest.mark.parametrize("stage", sorted(MERGEABLE))
def test_a_case_of_which_nobody_waits_changes_nothing_about_the_other(stage: Stage) -> None:
    both, _ = merged(JOES[stage], ANNS[Stage.RESOLVED])

    assert both.standing == JOES[stage].standing


def test_a_hold_stays_one() -> None:
    assert merged(JOES[Stage.INTERNAL_HOLD], ANN)[0].stage is Stage.INTERNAL_HOLD


def test_it_is_as_grave_as_the_graver_of_the_two() -> None:
    assert merged(JOE, replace(ANN, severity="high"))[0].severity == "high"
    assert merged(replace(JOE, severity="high"), ANN)[0].severity == "high"


def test_an_answer_meets_the_clocks_of_all_whom_it_answers() -> None:
    both, _ = merged(JOE, ANN)
    case = posted(both, at=LATER)

    assert (case.stage, [clock.fulfilled_at for clock in case.clocks]) == (Stage.AWAITING_CUSTOMER, [LATER, LATER])


def test_an_answer_meets_no_clock_of_somebody_who_wrote_after_it() -> None:
    book = a_book(next_response=7200)
    answered = posted(merged(JOE, ANN)[0])
    asked = after(answered, hear(a_message("post-2", at=LATER), book=book), ApplyPolicies(book=book), now=LATER)
    on_its_way = sending(asked, at=LATER, reply_id="r-2")
    late = hear(a_message("hers-2", at=LATER + HOUR), customer_key=ANN.customer_key, book=book)
    case = after(on_its_way, late, receipt("r-2", at=LATER + HOUR), now=LATER + HOUR)

    assert (case.stage, case.waits_from) == (Stage.ASSIGNED, LATER + HOUR)
    nexts = [one for one in case.clocks if one.kind is ClockKind.NEXT_RESPONSE]
    assert [(one.origin, one.cycle, one.fulfilled_at) for one in nexts] == [(None, 1, LATER + HOUR), (ANN.id, 1, None)]


def test_twice_is_once() -> None:
    both, gone = merged(JOE, ANN)

    assert merge(both, gone, by="mira", now=LATER) == ([], [])


def test_no_case_is_merged_with_itself_nor_in_a_circle_nor_into_one_that_is_gone() -> None:
    both, gone = merged(JOE, ANN)
    other = a_case(message=a_message("other"), author="bo")

    assert refusal(JOE, JOE).code == "same_case"
    assert refusal(gone, both).code == "merged"
    assert (refusal(gone, other).code, refusal(gone, other).detail) == ("merged", {"merged_into": JOE.id})
    assert refusal(other, gone).code == "merged"


@pytest.mark.parametrize("stage", sorted(set(Stage) - MERGEABLE - {Stage.MERGED}))
def test_no_case_is_merged_while_an_answer_is_on_its_way_or_when_it_is_closed(stage: Stage) -> None:
    for target, source in ((JOE, ANNS[stage]), (JOES[stage], ANN)):
        refused = refusal(target, source)
        assert (refused.code, refused.detail["stage"]) == ("illegal_transition", stage)


def test_no_case_is_merged_while_nobody_knows_what_became_of_an_answer() -> None:
    doubtful = after(sending(JOE), AskHuman(reply_id="r-1", attempt=1, reason="cannot tell"))

    assert (doubtful.stage, refusal(doubtful, ANN).code) == (Stage.ASSIGNED, "reply_under_way")
    assert refusal(ANN, doubtful).code == "reply_under_way"


@pytest.mark.parametrize("field", ["brand", "network", "account_id"])
def test_cases_with_different_accounts_of_ours_stay_apart(field: str) -> None:
    assert refusal(JOE, replace(ANN, **{field: "another"})).code == "other_account"  # type: ignore[arg-type]


def test_a_full_case_takes_no_other_in_and_goes_into_none() -> None:
    """Together they might outgrow a document."""
    full = replace(JOE, messages=tuple(a_message(f"post-{number}") for number in range(FULL)))

    assert (refusal(full, ANN).code, refusal(ANN, full).code) == ("full", "full")


@pytest.mark.parametrize("rest", [HOLD, SNOOZE])
def test_the_clock_of_a_customer_who_writes_again_goes_on_though_the_case_was_ours_already(rest: Command) -> None:
    """Hers paused while she had her answer; his case was waiting for us all the time."""
    book = a_book(resolution=4 * 3600)
    hers = posted(a_case(message=a_message("hers"), author="ann", book=book))
    both, _ = merged(a_case(book=book), hers)
    asked = hear(a_message("hers-2", at=LATER), customer_key=hers.customer_key, book=book)
    case = after(both, asked, now=LATER)

    [clock] = [one for one in case.clocks if one.origin == hers.id and not one.is_response]
    assert clock.due_at == NOON + 4.5 * HOUR
    assert after(both, rest, asked, now=LATER).stage is not Stage.MERGED


def test_what_was_settled_is_nobodys_wait_where_the_other_ones_customer_is_awaited() -> None:
    both, _ = merged(JOES[Stage.AWAITING_CUSTOMER], ANNS[Stage.NO_RESPONSE_NEEDED])

    assert (both.stage, both.waits_from) == (Stage.AWAITING_CUSTOMER, None)


def test_each_customer_is_owed_their_own_first_response() -> None:
    """His was given; hers was praise, with no deadline, until she asked."""
    praise = Policy(
        id="praise", match=Match(needs_answer=False), terms=dict.fromkeys(SEVERITIES, Terms(policy="praise"))
    )
    book = a_book(praise)
    hers = a_case(message=a_message("hers", needs_answer=False), author="ann", book=book)
    both, _ = merged(posted(a_case(book=book)), hers)
    asked = hear(a_message("hers-2", at=LATER), customer_key=hers.customer_key, book=book)
    [clock] = [one for one in after(both, asked, now=LATER).clocks if one.origin == hers.id]

    assert (clock.kind, clock.due_at) == (ClockKind.FIRST_RESPONSE, LATER + HOUR)
