"""What came in for either case while they were one (SEMANTICS, section 2): as if they had never been merged."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.case.commands import ApplyPolicies, Hear, Tick
from shared.case.state.case import Case
from shared.case.state.stage import MERGEABLE, Disposition, Stage
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, hear
from tests.unit.shared.case.in_each_stage import SPAM, in_each_stage, merged, parted
from tests.unit.shared.case.posting import an_echo, first, following, posted, resolution
from tests.unit.shared.case.test_unmerge import plain

BOOK = a_book(next_response=7200, resolution=4 * 3600)
JOES, ANNS = in_each_stage(book=BOOK), in_each_stage(author="ann", post="hers", book=BOOK)
BOUNDED = settings(deadline=None, max_examples=10)
MERGED_AT = NOON + HOUR / 4
MINUTE = timedelta(minutes=1)

WORDS = st.lists(
    st.fixed_dictionaries(
        {
            "after": st.integers(0, 30),
            "late": st.integers(0, 60),
            "needs_answer": st.booleans(),
            "severity": st.sampled_from(["low", "normal", "high"]),
            "intent": st.sampled_from([None, "refund", "praise"]),
            "language": st.sampled_from([None, "nl"]),
        }
    ),
    min_size=1,
    max_size=4,
)


def said(case: Case, words: list[dict[str, object]], *, key: str) -> Case:
    """The case after a customer said all this, each thing so many minutes after the last and so late."""
    now = MERGED_AT
    for number, word in enumerate(words):
        now += int(str(word["after"])) * MINUTE
        then = now - int(str(word["late"])) * MINUTE
        labels = {name: value for name, value in word.items() if name not in ("after", "late")}
        message = a_message(f"{key}-{number}", at=then, received_at=now - MINUTE / 2, **labels)
        command = Hear(kind="created", message=message, book=BOOK, online=frozenset({"mira"}), customer_key=key)
        case = after(case, command, now=now)
    return case


def settled_in(case: Case) -> Case:
    """The case without the record of how it came about, and without when it came to its stage."""
    clocks = sorted(case.clocks, key=lambda clock: (clock.kind, clock.cycle))
    return replace(plain(case), stage_at=NOON, clocks=tuple(clocks))


@pytest.mark.parametrize("target", sorted(MERGEABLE))
@pytest.mark.parametrize("source", sorted(MERGEABLE - {Stage.INTERNAL_HOLD}))
@BOUNDED
@given(words=WORDS)
def test_what_the_one_that_left_heard_it_has_heard_as_by_itself(
    target: Stage, source: Stage, words: list[dict[str, object]]
) -> None:
    """All but the hold: that ends for both where they are worked on as one, and begins again when they part."""
    key = ANNS[source].customer_key
    both, gone = merged(JOES[target], ANNS[source], at=MERGED_AT)
    joe, ann = parted(said(both, words, key=key), gone, at=NOON + 9 * HOUR)
    alone = said(ANNS[source], words, key=key)

    assert settled_in(ann) == settled_in(alone)
    assert plain(joe) == plain(JOES[target])


@pytest.mark.parametrize("target", sorted(MERGEABLE))
@pytest.mark.parametrize("source", sorted(MERGEABLE))
@BOUNDED
@given(words=WORDS)
def test_what_the_one_that_stayed_heard_it_has_heard_as_by_itself(
    target: Stage, source: Stage, words: list[dict[str, object]]
) -> None:
    key = JOES[target].customer_key
    both, gone = merged(JOES[target], ANNS[source], at=MERGED_AT)
    joe, ann = parted(said(both, words, key=key), gone, at=NOON + 9 * HOUR)
    alone = said(JOES[target], words, key=key)

    assert settled_in(joe) == settled_in(alone)
    assert plain(ann) == plain(ANNS[source])


@pytest.mark.parametrize("target", sorted(MERGEABLE))
def test_a_hold_begins_again_where_it_was_and_the_customer_who_wrote_meanwhile_is_timed(target: Stage) -> None:
    both, gone = merged(JOES[target], ANNS[Stage.INTERNAL_HOLD], at=MERGED_AT)
    late = hear(a_message("hers-2", at=MERGED_AT), customer_key=ANNS[Stage.NEW].customer_key, book=BOOK)
    _, ann = parted(after(both, late, now=MERGED_AT), gone, at=NOON + HOUR)

    assert (ann.stage, ann.aside_reason) == (Stage.INTERNAL_HOLD, "the courier has to say")
    assert (first(ann).due_at, resolution(ann).is_paused) == (NOON + HOUR, True)


def test_what_its_customer_took_back_meanwhile_settles_the_one_that_left() -> None:
    gone_post = a_message("hers", id="gone", deleted_at=MERGED_AT + MINUTE)
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW], at=MERGED_AT)
    heard = after(
        both, hear(gone_post, kind="deleted", customer_key=ANNS[Stage.NEW].customer_key), now=MERGED_AT + MINUTE
    )
    joe, ann = parted(heard, gone, at=NOON + HOUR)

    assert (heard.stage, joe.stage) == (Stage.NEW, Stage.NEW)
    assert (ann.stage, ann.disposition) == (Stage.NO_RESPONSE_NEEDED, Disposition.NO_RESPONSE_NEEDED)


@pytest.mark.parametrize("hours", [1, 2, 9])
def test_deadlines_that_passed_meanwhile_are_recorded_where_they_belong(hours: int) -> None:
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW], at=MERGED_AT)
    later = NOON + hours * HOUR + MINUTE
    joe, ann = parted(after(both, Tick(), now=later), gone, at=later)

    assert [clock.log for clock in joe.clocks] == [
        clock.log for clock in after(JOES[Stage.NEW], Tick(), now=later).clocks
    ]
    assert [clock.log for clock in ann.clocks] == [
        clock.log for clock in after(ANNS[Stage.NEW], Tick(), now=later).clocks
    ]


def test_who_was_owed_nothing_by_the_terms_of_the_other_is_owed_by_its_own() -> None:
    """The one that stays has no targets at all; a question for the other comes in meanwhile."""
    joe, ann = a_case(book=a_book(policy="none", first_response=None)), ANNS[Stage.AWAITING_CUSTOMER]
    both, gone = merged(joe, ann, at=MERGED_AT)
    asked = hear(a_message("hers-2", at=MERGED_AT), customer_key=ann.customer_key, book=BOOK)
    _, ann = parted(after(both, asked, now=MERGED_AT), gone, at=NOON + HOUR)

    assert following(ann).due_at == MERGED_AT + 2 * HOUR


@pytest.mark.parametrize("settled", ["target", "source"])
def test_what_was_armed_meanwhile_stands_still_again_on_the_one_that_is_settled(settled: str) -> None:
    """It came with a change of policies, since somebody else waited on the same case."""
    none = a_book(policy="none", first_response=None)
    quiet = after(a_case(book=none), SPAM)
    asking = a_case(message=a_message("hers"), author="ann", book=none)
    target, source = (quiet, asking) if settled == "target" else (asking, quiet)
    both, gone = merged(target, source, at=MERGED_AT)
    changed = after(both, ApplyPolicies(book=BOOK), now=MERGED_AT)
    apart = {case.id: case for case in parted(changed, gone, at=NOON + HOUR)}

    assert apart[quiet.id].stage is Stage.NO_RESPONSE_NEEDED
    assert all(clock.is_paused or not clock.is_open for clock in apart[quiet.id].clocks)
    assert first(apart[asking.id]).due_at == NOON + HOUR


def test_an_answer_that_came_while_the_other_slept_hands_the_word_to_its_customer() -> None:
    ann = ANNS[Stage.SNOOZED]
    both, gone = merged(JOES[Stage.NEW], ann, at=MERGED_AT)
    joe, ann = parted(posted(both, at=MERGED_AT + MINUTE), gone, at=NOON + HOUR)

    assert (joe.stage, ann.stage, ann.aside_until) == (Stage.AWAITING_CUSTOMER, Stage.AWAITING_CUSTOMER, None)


def test_an_answer_in_the_networks_own_app_goes_with_the_message_that_it_names() -> None:
    both, gone = merged(JOES[Stage.NEW], ANNS[Stage.NEW], at=MERGED_AT)
    joe, ann = parted(after(both, an_echo(at=MERGED_AT, answers="hers"), now=MERGED_AT), gone, at=NOON + HOUR)

    assert ([one.id for one in joe.replies], [one.id for one in ann.replies]) == ([], ["n-1"])
