"""What holds of a case at all times."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from shared.case.decisions.landing import NATIVE
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import OURS, SET_ASIDE, SETTLED, TERMINAL, Stage
from shared.case.state.tags import MOST_TAGS, is_tag

IN_THE_INDEX = (ReplyStatus.QUEUED, ReplyStatus.SENDING, ReplyStatus.UNKNOWN)


def check(case: Case, *, now: datetime, owed_nothing: Collection[str]) -> None:
    """Raise AssertionError where the case breaks a rule. `owed_nothing`: cases that did not when they were merged."""
    assert bool(case.live_keys) == (case.stage not in TERMINAL)
    assert len(set(case.keys)) == len(case.keys)
    assert (case.disposition is not None) == (case.stage in SETTLED | TERMINAL)
    assert not case.is_without_outcome
    assert case.tags == tuple(sorted({tag for tag in case.tags if is_tag(tag)}))
    assert len(case.tags) <= MOST_TAGS
    _check_replies(case)
    _check_logs(case, now=now)
    if case.is_live:
        _check_place(case, owed_nothing)
        _check_clocks(case, owed_nothing)


def _check_replies(case: Case) -> None:
    active = Counter((one.answers, one.private) for one in case.replies if one.is_active and one.author != NATIVE)
    assert all(number == 1 for number in active.values()), "one active answer per message, and one in public beside it"
    assert len({one.id for one in case.replies}) == len(case.replies)
    if case.is_live:
        waits = any(one.status in IN_THE_INDEX or one.due_at is not None for one in case.replies)
        assert waits == (case.publish_due_at is not None), "the publisher finds what waits for it"
        under_way = [one.status for one in case.replies if one.is_under_way]
        asks = under_way == [ReplyStatus.AWAITING_APPROVAL]
        assert asks == (case.stage is Stage.AWAITING_APPROVAL)
        assert (bool(under_way) and not asks) == (case.stage is Stage.PUBLISHING)


def _check_place(case: Case, owed_nothing: Collection[str]) -> None:
    if case.stage in OURS:
        assert (case.owner is None) == (case.stage is Stage.NEW)
    if case.stage not in SET_ASIDE:
        assert (case.aside_until, case.aside_reason) == (None, None)
    assert (case.settled_at is not None) == (case.stage in SETTLED)
    assert (case.merged_into, case.before_merge) == (None, None)
    if case.stage is Stage.AWAITING_CUSTOMER:
        waiting = (one.origin for one in case.messages if one.waits)
        assert _unowed(case, owed_nothing).issuperset(waiting), "nobody is kept waiting for a customer who waits"
        assert case.waits_from is None


def _unowed(case: Case, owed_nothing: Collection[str]) -> set[str | None]:
    """Whose unanswered messages nobody owed an answer to when the cases were merged."""
    was = any(one.before.stage in SETTLED for one in case.absorbed)
    return {*owed_nothing, None} if was else {*owed_nothing}


def _check_logs(case: Case, *, now: datetime) -> None:
    names = [(one.kind, one.cycle, one.origin) for one in case.clocks]
    assert len(set(names)) == len(names)
    for clock in case.clocks:
        moves = [line.move for line in clock.log]
        assert moves[:2] == [ClockMove.ACTIVATE, ClockMove.APPLY_POLICY]
        for once in (ClockMove.ACTIVATE, ClockMove.WARN, ClockMove.BREACH, ClockMove.FULFIL):
            assert moves.count(once) <= 1
        assert all(line.at <= now for line in clock.log)
        rests = [line for line in clock.log if line.move in (ClockMove.PAUSE, ClockMove.RESUME)]
        assert [line.move for line in rests] == ([ClockMove.PAUSE, ClockMove.RESUME] * len(rests))[: len(rests)]
        assert all(pause.at <= resume.at for pause, resume in zip(rests[::2], rests[1::2], strict=False))
        if clock.is_response and clock.fulfilled_at is not None and clock.fulfilled_at == clock.due_at:
            assert clock.breached_at is None, "an answer at the deadline is in time"


def _check_clocks(case: Case, owed_nothing: Collection[str]) -> None:
    response = Counter(one.origin for one in case.clocks if one.is_response and one.is_open)
    resolution = Counter(one.origin for one in case.clocks if not one.is_response and one.is_open)
    assert all(number == 1 for number in (*response.values(), *resolution.values())), "one clock at a time"
    if case.stage in SETTLED:
        assert not resolution or case.absorbed
    else:
        for origin in {one.origin for one in case.messages if one.waits}:
            answered = any(one.answered_by is not None and one.origin == origin for one in case.messages)
            target = case.terms.next_response if answered else case.terms.first_response
            # What nobody owed an answer to any more has a clock again once its customer writes.
            if target is not None and origin not in _unowed(case, owed_nothing):
                assert response[origin] == 1, "whoever waits has a clock"
        if case.stage in OURS and case.terms.resolution is not None and not case.absorbed:
            assert resolution[None] == 1
    if not case.absorbed:
        for clock in case.clocks:
            still = case.stage in SETTLED if clock.is_response else case.stage not in OURS
            assert not clock.is_open or clock.is_paused == still
