"""A mere thanks asks nothing of anybody; a question after it does (SEMANTICS, section 1; frappe/helpdesk#2228)."""

import pytest

from shared.case.commands import Assign, Command, Hear, Hold, Release, Resolve, Snooze
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, hear
from tests.unit.shared.case.posting import posted

LATER = NOON + 9 * HOUR
MIRA = frozenset({"mira"})
THANKS = hear(a_message("post-2", at=LATER, text="Thanks!", needs_answer=False), online=MIRA)
RESTS: list[tuple[Stage, Command | None]] = [
    (Stage.AWAITING_CUSTOMER, None),
    (Stage.RESOLVED, Resolve(by="mira", disposition=Disposition.ANSWERED)),
    (Stage.NO_RESPONSE_NEEDED, Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")),
    (Stage.SNOOZED, Snooze(by="mira", until=NOON + 48 * HOUR)),
    (Stage.INTERNAL_HOLD, Hold(by="mira", reason="the courier has to say")),
]


def question(*, online: frozenset[str] = frozenset()) -> Hear:
    return hear(a_message("post-2", at=LATER, text="And my refund?"), online=online)


@pytest.mark.parametrize(("stage", "rest"), RESTS)
def test_a_mere_thanks_is_kept_and_leaves_the_case_where_it_is(stage: Stage, rest: Command | None) -> None:
    case = after(posted(a_case()), *([rest] if rest else []))
    thanked = after(case, THANKS, now=LATER)

    assert (thanked.stage, thanked.stage_at, thanked.owner) == (stage, case.stage_at, "mira")
    assert (thanked.disposition, thanked.clocks, thanked.rests_until) == (
        case.disposition,
        case.clocks,
        case.rests_until,
    )
    assert thanked.messages[-1].text == "Thanks!"


@pytest.mark.parametrize(("stage", "rest"), RESTS[:4])
def test_a_question_brings_the_case_back_to_its_owner_who_is_at_work(stage: Stage, rest: Command | None) -> None:
    case = after(posted(a_case()), *([rest] if rest else []))
    asked = after(case, question(online=MIRA), now=LATER)

    assert case.stage is stage
    assert (asked.stage, asked.owner) == (Stage.ASSIGNED, "mira")
    assert (asked.disposition, asked.disposition_reason, asked.settled_at) == (None, None, None)


@pytest.mark.parametrize(("stage", "rest"), RESTS[:4])
def test_a_question_brings_the_case_to_the_queue_when_its_owner_is_not_at_work(
    stage: Stage, rest: Command | None
) -> None:
    case = after(posted(a_case()), *([rest] if rest else []))
    asked = after(case, question(online=frozenset({"joris"})), now=LATER)

    assert case.stage is stage
    assert (asked.stage, asked.owner, asked.last_owner) == (Stage.NEW, None, "mira")


def test_a_hold_stays_one_while_the_customer_asks_and_the_wait_is_timed() -> None:
    held = after(posted(a_case()), Hold(by="mira", reason="the courier has to say"))
    asked = after(held, question(online=MIRA), now=LATER)

    assert (asked.stage, asked.aside_reason, asked.waits_from) == (
        Stage.INTERNAL_HOLD,
        "the courier has to say",
        LATER,
    )


def test_a_case_that_nobody_had_comes_back_to_the_queue() -> None:
    released = after(a_case(), Assign(agent="mira", by="route"), Release(by="mira"))
    asleep = after(released, Snooze(by="joris", until=NOON + 48 * HOUR))
    asked = after(asleep, question(online=MIRA), now=LATER)

    assert (asked.stage, asked.owner, asked.last_owner) == (Stage.NEW, None, "mira")


def test_a_thanks_on_a_case_that_waits_for_us_answers_nothing() -> None:
    case = after(a_case(), THANKS, now=LATER)

    assert (case.stage, case.waits_from, case.clocks) == (Stage.NEW, NOON, a_case().clocks)
