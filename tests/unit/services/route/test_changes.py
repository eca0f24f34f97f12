"""What one customer's mentions make of their case."""

from dataclasses import replace
from datetime import timedelta

from services.route.domain.changes import changed
from services.route.domain.translate import Ground, clock_start
from shared.case.keeping import Past
from shared.case.state.case import FULL, Case
from shared.case.state.clock import ClockKind
from shared.case.state.parts import Revision
from shared.case.state.policy import Match, Policy
from shared.case.state.stage import Disposition, Stage
from shared.case.state.terms import Terms
from shared.contracts.classification import MentionClassified, Severity
from shared.contracts.mention import Delivery
from tests.builders import HOUR, NOON, a_book, a_case, a_classified, a_mention, a_message

TARGETS = {"low": 4 * 3600, "normal": 3600, "high": 600, "critical": 60}
BY_SEVERITY = Policy(
    id="by-severity",
    match=Match(),
    terms={severity: Terms(policy="by-severity", first_response=seconds) for severity, seconds in TARGETS.items()},
)
GROUND = Ground(book=a_book(BY_SEVERITY))


def heard(live: Case | None, *facts: MentionClassified, past: tuple[Past, ...] = ()) -> tuple[Case, ...]:
    return changed(live, past, facts, GROUND, now=NOON).cases


def test_the_first_mention_opens_a_case_with_its_clock_running() -> None:
    [case] = heard(None, a_classified(severity=Severity.HIGH))

    assert case.stage is Stage.NEW
    assert case.version == 1
    clock = case.clock(ClockKind.FIRST_RESPONSE)
    assert clock is not None
    assert clock.due_at == NOON + timedelta(seconds=600)


def test_mentions_of_one_batch_end_on_one_case() -> None:
    [case] = heard(None, *(a_classified(a_mention(f"post-{number}")) for number in range(5)))

    assert [message.native_id for message in case.messages] == [f"post-{number}" for number in range(5)]


def test_the_same_mention_twice_changes_nothing() -> None:
    [case] = heard(None, a_classified())
    result = changed(case, (), [a_classified()], GROUND, now=NOON + HOUR)

    assert result.steps == ()
    assert result.cases == (case,)


def test_a_mention_that_had_its_effect_on_a_closed_case_opens_no_second_one() -> None:
    mention = a_mention()
    past = Past(case_id="c-old", keys=(mention.customer_key,), events=frozenset({mention.event_id}))

    assert heard(None, a_classified(mention), past=(past,)) == ()


def test_a_new_case_is_linked_to_the_customers_last_one() -> None:
    past = Past(case_id="c-old", keys=("discus/mastodon/joe",), events=frozenset(), last_owner="mira")
    [case] = heard(None, a_classified(), past=(past,))

    assert (case.previous, case.last_owner) == ("c-old", "mira")


def test_a_full_case_is_continued_in_a_linked_one_that_its_agent_should_go_on_with() -> None:
    full = replace(a_case(), owner="mira", messages=tuple(a_message(f"m-{number}") for number in range(FULL)))
    closed, opened = heard(full, a_classified(a_mention("one-too-many")))

    assert (closed.stage, closed.disposition) == (Stage.CLOSED, Disposition.CONTINUED)
    assert (opened.previous, opened.last_owner) == (closed.id, "mira")
    assert [message.native_id for message in opened.messages] == ["one-too-many"]


def test_what_a_crash_left_closed_as_full_is_continued_with_what_was_owed() -> None:
    full = replace(a_case(target=HOUR / 2), stage=Stage.CLOSED, disposition=Disposition.CONTINUED)
    past = Past(case_id=full.id, keys=full.keys, events=frozenset(), is_continued=True)
    [opened] = changed(None, (past,), [a_classified(a_mention("next"))], GROUND, now=NOON + HOUR, full=full).cases

    assert (opened.previous, opened.serve_by) == (full.id, NOON + HOUR / 2)


def test_our_own_answer_opens_no_case() -> None:
    assert heard(None, a_classified(a_mention("ours", kind="echo"))) == ()


def test_our_answer_in_the_networks_own_app_answers_the_live_case() -> None:
    [case] = heard(None, a_classified(), a_classified(a_mention("ours", kind="echo", occurred_at=NOON)))

    assert case.stage is Stage.AWAITING_CUSTOMER
    assert [reply.native_id for reply in case.replies] == ["ours"]
    assert [clock.fulfilled_at for clock in case.clocks] == [NOON]
    assert case.demand is None


def test_a_delete_that_comes_first_suppresses_the_create() -> None:
    [tombstone] = heard(None, a_classified(a_mention(kind="deleted")))
    [case] = heard(tombstone, a_classified(a_mention()))

    assert case.stage is Stage.NO_RESPONSE_NEEDED
    assert case.last_message is None
    assert case.clocks == ()


def test_an_edit_shows_both_texts() -> None:
    [case] = heard(
        None, a_classified(), a_classified(a_mention(kind="edited", revision="2026-11-21T12:05:00Z", text="Found it!"))
    )

    assert case.messages[0].text == "Found it!"
    assert [earlier.text for earlier in case.messages[0].earlier] == ["Where is my parcel?"]


def test_an_older_form_that_arrives_late_does_not_replace_the_newer() -> None:
    newer = a_classified(a_mention(kind="edited", revision="2026-11-21T12:05:00Z", text="Found it!"))
    [case] = heard(None, newer, a_classified())

    assert case.messages[0].text == "Found it!"
    assert len(case.messages) == 1


def test_the_clock_starts_when_the_customer_wrote_unless_that_is_not_to_be_believed() -> None:
    assert clock_start(a_mention(occurred_at=NOON - HOUR)) == NOON - HOUR
    assert clock_start(a_mention(occurred_at=NOON - 30 * HOUR)) == NOON
    assert clock_start(a_mention(occurred_at=NOON + HOUR)) == NOON
    polled = (Delivery(transport="poll"),)
    assert clock_start(a_mention(occurred_at=NOON - 30 * HOUR, deliveries=polled)) == NOON - 30 * HOUR


def test_a_case_is_full_before_its_words_outgrow_a_document() -> None:
    """MongoDB refuses what is larger than 16 MiB, and a letter takes up to four bytes."""
    longest = "x" * 40_000
    case = replace(a_case(), messages=tuple(a_message(f"m-{number}", text=longest) for number in range(25)))

    assert [one.stage for one in heard(case, a_classified(a_mention("next")))] == [Stage.CLOSED, Stage.NEW]


def test_a_post_edited_over_and_over_fills_its_case_too() -> None:
    forms = tuple(Revision(text="x", revision=str(number), until=NOON) for number in range(FULL))
    case = replace(a_case(), messages=(a_message(earlier=forms),))

    assert [one.stage for one in heard(case, a_classified(a_mention("next")))] == [Stage.CLOSED, Stage.NEW]


def test_a_full_case_is_closed_with_a_mark_for_the_relay() -> None:
    """Whoever crashes or loses a race now finds the next case only, and never comes to announce this one."""
    full = replace(a_case(), messages=tuple(a_message(f"m-{number}") for number in range(FULL)))
    closed, _ = heard(full, a_classified(a_mention("one-too-many")))

    assert closed.announce_from == closed.version
