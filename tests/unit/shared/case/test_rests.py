"""Stages that end by themselves, and those that never do (SEMANTICS, section 1)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.case.commands import Hold, Resolve, Resume, Snooze, Tick
from shared.case.refused import Refused
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, hear
from tests.unit.shared.case.posting import first, posted, sending

QUIET = timedelta(hours=72)
MS = timedelta(milliseconds=1)
SPAM = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")


def test_a_customer_who_does_not_come_back_was_answered_after_the_quiet_period_and_closed_after_another() -> None:
    case = posted(a_case())
    assert case.clock_due_at == NOON + QUIET
    assert after(case, Tick(), now=NOON + QUIET - MS) is case

    resolved = after(case, Tick(), now=NOON + QUIET)
    assert (resolved.stage, resolved.disposition) == (Stage.RESOLVED, Disposition.ANSWERED)
    assert resolved.clock_due_at == NOON + 2 * QUIET

    closed = after(resolved, Tick(), now=NOON + 2 * QUIET)
    assert (closed.stage, closed.disposition, closed.clock_due_at) == (Stage.CLOSED, Disposition.ANSWERED, None)


def test_the_quiet_period_is_the_policys() -> None:
    case = posted(a_case(book=a_book(quiet_seconds=3600)))

    assert case.clock_due_at == NOON + HOUR


def test_a_case_that_waits_for_us_never_ends_by_itself() -> None:
    """Hootsuite closes unanswered ones after thirty days; its customers still wait."""
    years = NOON + timedelta(days=3650)

    assert after(a_case(), Tick(), now=years).stage is Stage.NEW
    assert after(sending(a_case()), Tick(), now=years).stage is Stage.PUBLISHING
    assert after(a_case(), Hold(by="mira", reason="courier"), Tick(), now=years).stage is Stage.INTERNAL_HOLD


def test_a_customer_who_comes_back_within_the_quiet_period_ends_it() -> None:
    settled = after(posted(a_case()), SPAM)
    case = after(settled, hear(a_message("post-2", at=NOON + QUIET - MS)), now=NOON + QUIET - MS)
    later = after(case, Tick(), now=NOON + 5 * QUIET)

    assert (later.stage, [message.native_id for message in later.messages]) == (Stage.NEW, ["post-1", "post-2"])


def test_what_was_closed_hears_nothing_more_and_says_what_would() -> None:
    closed = after(after(a_case(), SPAM), Tick(), now=NOON + QUIET)
    assert after(closed, hear(), now=NOON + QUIET) is closed, "what had its effect before has none now"

    with pytest.raises(Refused) as refused:
        after(closed, hear(a_message("post-2")), now=NOON + QUIET)

    assert (refused.value.code, refused.value.detail["stage"]) == ("illegal_transition", Stage.CLOSED)


@pytest.mark.parametrize(("owner", "stage"), [(None, Stage.NEW), ("mira", Stage.ASSIGNED)])
def test_a_snooze_that_is_over_brings_the_case_back(owner: str | None, stage: Stage) -> None:
    asleep = after(a_case(owner=owner), Snooze(by="mira", until=NOON + HOUR / 2))
    assert (asleep.stage, asleep.clock_due_at) == (Stage.SNOOZED, NOON + HOUR / 2)

    case = after(asleep, Tick(), now=NOON + HOUR / 2)

    assert (case.stage, case.aside_until, first(case).due_at) == (stage, None, NOON + HOUR)


def test_a_hold_until_a_time_ends_then_and_one_without_ends_by_hand() -> None:
    until = after(a_case(), Hold(by="mira", reason="courier", until=NOON + HOUR / 2))
    held = after(a_case(), Hold(by="mira", reason="courier"))

    assert after(until, Tick(), now=NOON + HOUR / 2).stage is Stage.NEW
    assert (held.rests_until, after(held, Resume(by="mira")).stage) == (None, Stage.NEW)


def test_looking_too_early_changes_nothing() -> None:
    asleep = after(a_case(), Snooze(by="mira", until=NOON + HOUR / 2))

    assert after(asleep, Tick(), now=NOON + HOUR / 2 - MS) is asleep


def test_a_time_that_is_left_over_ends_nothing_that_is_being_worked_on() -> None:
    case = replace(a_case(), aside_until=NOON)

    assert after(case, Tick(), now=NOON) is case
