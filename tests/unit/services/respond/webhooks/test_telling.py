"""What is told follows from announcements: once, in order, and also where versions were skipped or came again."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.webhooks.subject import Subject
from services.respond.domain.webhooks.telling import Fact, hear
from tests.builders import NOON
from tests.unit.services.respond.webhooks.facts import a_case, a_reply, a_storm, minutes, told, types


def passed(move: str, at: float, kind: str = "first_response", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "move": move, "at": minutes(at), **more}


LIFE = [
    a_case(1),
    a_case(2, "assigned", owner="mira"),
    a_case(3, "assigned", owner="mira", passed=[passed("warn", 3)]),
    a_case(4, "assigned", owner="mira", passed=[passed("warn", 3), passed("breach", 4)]),
    a_case(5, "publishing", owner="mira", passed=[passed("warn", 3), passed("breach", 4)]),
    a_case(6, "awaiting_customer", owner="mira", answered_at=minutes(6), passed=[passed("breach", 4)]),
    a_case(7, "resolved", owner="mira", answered_at=minutes(6), disposition="answered"),
    a_case(8, "assigned", owner="mira", answered_at=minutes(6)),
    a_case(9, "resolved", owner="mira", answered_at=minutes(6), disposition="answered"),
    a_case(10, "closed", owner="mira", answered_at=minutes(6), disposition="answered"),
]
TOLD = [
    "case.opened",
    "case.assigned",
    "case.warned",
    "case.breached",
    "case.answered",
    "case.resolved",
    "case.reopened",
    "case.resolved",
    "case.closed",
]


def test_a_whole_life_is_told_step_by_step() -> None:
    assert types(*LIFE) == TOLD
    assert [one.number for one in told(*LIFE)] == list(range(1, len(TOLD) + 1))


@given(st.data())
def test_heard_again_or_late_nothing_is_told_twice(data: st.DataObject) -> None:
    """Any announcement may come again at any time after its first."""
    heard = list(LIFE)
    for _ in range(data.draw(st.integers(0, 12))):
        at = data.draw(st.integers(1, len(heard)))
        heard.insert(at, data.draw(st.sampled_from(heard[:at])))

    assert [one.event.id for one in told(*heard)] == [one.event.id for one in told(*LIFE)]


@given(st.sets(st.sampled_from(range(len(LIFE) - 1))))
def test_whatever_is_skipped_what_happened_once_is_told_once_and_in_order(skipped: set[int]) -> None:
    """Writers announce their newest version only, and compaction drops what nobody had read yet."""
    heard = [one for at, one in enumerate(LIFE) if at not in skipped]

    found = types(*heard)

    once = ("case.opened", "case.assigned", "case.answered", "case.closed")
    assert [found.count(kind) for kind in once] == [1] * len(once)
    assert 1 <= found.count("case.resolved") <= 2
    assert found.count("case.reopened") <= found.count("case.resolved")
    order = [TOLD.index(kind) for kind in found if kind not in ("case.resolved", "case.reopened")]
    assert all(first < second for first, second in pairwise(order))


def test_a_breach_is_told_though_its_clock_is_no_longer_the_newest() -> None:
    last = a_case(9, "new", passed=[passed("warn", 3), passed("breach", 4), passed("warn", 8, "next_response")])

    found = [one.event for one in told(a_case(1), last)]

    assert [one.type for one in found] == ["case.opened", "case.warned", "case.breached", "case.warned"]
    assert [one.data.get("clock") for one in found[1:]] == ["first_response", "first_response", "next_response"]
    assert (found[2].at, found[2].data["passed_at"]) == (minutes(4), "2026-11-21T12:04:00.000Z")


def test_an_older_writer_tells_of_breaches_by_its_clocks_alone() -> None:
    clock = {"kind": "first_response", "warned_at": minutes(3), "breached_at": minutes(4)}

    assert types(a_case(1), a_case(4, clocks=[clock])) == ["case.opened", "case.warned", "case.breached"]
    newer = a_case(5, clocks=[clock], passed=[passed("warn", 3), passed("breach", 4)])
    assert types(a_case(1), a_case(4, clocks=[clock]), newer) == ["case.opened", "case.warned", "case.breached"]


def test_a_skipped_answer_is_told_though_the_customer_has_written_again() -> None:
    assert types(a_case(1), a_case(5, "new", answered_at=minutes(4))) == ["case.opened", "case.answered"]


def test_a_case_that_was_full_is_closed_and_not_resolved() -> None:
    assert types(a_case(1), a_case(2, "closed", disposition="continued")) == ["case.opened", "case.closed"]


def test_a_case_that_changes_hands_names_both() -> None:
    found = told(a_case(1, owner="mira"), a_case(2, owner="joris"), a_case(3))

    assert [one.event.type for one in found] == ["case.opened", "case.assigned", "case.assigned", "case.unassigned"]
    assert [(one.event.data["previous_owner"], one.event.data["owner"]) for one in found[1:]] == [
        (None, "mira"),
        ("mira", "joris"),
        ("joris", None),
    ]


def test_a_merge_is_told_of_the_case_that_ended_and_brings_no_old_news_to_the_other() -> None:
    absorbed = [
        a_case(1, case_id="c-2"),
        a_case(2, "merged", case_id="c-2", merged_into="c-1", passed=[passed("warn", 1)]),
    ]
    went_on = [
        a_case(1),
        a_case(2, absorbed=["c-2"], answered_at=NOON, passed=[passed("warn", 1, origin="c-2")]),
        a_case(3, absorbed=["c-2"], answered_at=NOON, passed=[passed("breach", 3, origin="c-2")]),
        a_case(4, answered_at=None),
        a_case(5, "awaiting_customer", answered_at=minutes(5)),
    ]

    assert types(*absorbed) == ["case.opened", "case.warned", "case.merged"]
    assert types(*went_on) == ["case.opened", "case.breached", "case.answered"]


def test_a_case_that_is_parted_again_tells_only_that() -> None:
    merged = a_case(2, "merged", merged_into="c-2", owner="mira")
    alone = a_case(3, "resolved", owner="mira", disposition="answered", passed=[passed("breach", 2)], answered_at=NOON)

    assert types(a_case(1, owner="mira"), merged, alone)[2:] == ["case.merged", "case.unmerged"]
    assert types(a_case(1), merged, alone, a_case(4, "assigned", owner="mira"))[-1] == "case.reopened"


def test_an_answer_is_told_state_by_state_and_never_twice() -> None:
    states = [
        (2, "queued"),
        (3, "sending"),
        (4, "unknown"),
        (4, "unknown"),
        (5, "queued"),
        (3, "sending"),
        (6, "posted"),
    ]

    assert types(*(a_reply(version, state) for version, state in states)) == [
        "reply.queued",
        "reply.unknown",
        "reply.queued",
        "reply.posted",
    ]


def test_an_answer_that_moves_without_changing_its_state_is_no_news() -> None:
    assert types(a_reply(2, "withdrawn"), a_reply(4, "withdrawn", url="https://square.example/1")) == [
        "reply.withdrawn"
    ]


def test_a_case_and_its_answers_are_one_row() -> None:
    found = told(a_case(1), a_reply(2, "queued"), a_case(3, owner="mira"), a_reply(3, "posted"))

    assert [(one.number, str(one.event.type)) for one in found] == [
        (1, "case.opened"),
        (2, "reply.queued"),
        (3, "case.assigned"),
        (4, "reply.posted"),
    ]
    assert {one.subject for one in found} == {"case/c-1"}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([(0, "opened"), (1, "grown"), (1, "grown"), (2, "calmed")], ["opened", "grown", "calmed"]),
        ([(3, "calmed")], ["opened", "calmed"]),
        ([(2, "grown"), (1, "opened"), (5, "calmed"), (4, "grown")], ["opened", "calmed"]),
    ],
)
def test_a_storm_is_told_by_its_highest_step(steps: list[tuple[int, str]], expected: list[str]) -> None:
    assert types(*(a_storm(step, kind) for step, kind in steps)) == [f"storm.{kind}" for kind in expected]


def test_what_is_known_changes_nothing() -> None:
    subject, _ = hear(Subject(id="case/c-1"), a_case(3))

    again, more = hear(subject, a_case(3))

    assert again is subject
    assert more == ()


def test_nobodys_words_are_told() -> None:
    """Ids, states and addresses; whoever wants more reads it from the API, with a key."""
    facts: list[Fact] = [*LIFE, a_reply(11, "failed"), a_storm(0, "opened")]
    bodies = "".join(one.event.body for fact in facts for one in told(fact))

    assert "joe" not in bodies
    assert "words" not in bodies


def test_ids_differ_for_all_that_differs_and_hold_no_dot() -> None:
    found = [one.event.id for one in (*told(*LIFE), *told(a_reply(2, "posted")), *told(a_storm(0, "opened")))]

    assert len(set(found)) == len(found)
    assert not any("." in one for one in found)


def test_of_a_case_seen_for_the_first_time_what_is_long_past_is_known_as_such() -> None:
    """So that a webhook that was made today is not told what happened last week."""
    first = a_case(60, "assigned", owner="mira", passed=[passed("breach", 4)])

    assert [one.event.known_at for one in told(first)] == [NOON, minutes(60), minutes(4)]
    assert [one.event.known_at for one in told(a_case(1), first)][1:] == [minutes(60), minutes(60)]
