"""Harm decides, not fame: followers move severity by one step at most, and the order of the line only through it."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.route.domain.assignment import Load, Waiting, assign
from services.route.domain.changes import changed
from services.route.domain.eligible import Eligibility
from services.route.domain.priority import severity_of
from services.route.domain.translate import Ground
from shared.case.state.case import Case
from shared.case.state.policy import SEVERITIES, Match, Policy
from shared.case.state.terms import Terms
from shared.contracts.classification import Severity
from tests.builders import HOUR, NOON, a_book, a_classified, a_mention
from tests.unit.services.route.dispatching import QUEUES, a_worker

FEW, MANY = 10, 1_000_000
SEVERITY = st.sampled_from(SEVERITIES)
FOLLOWERS = st.none() | st.integers(0, 10**9)
FROM = st.none() | st.integers(1, 10**9)
BY_SEVERITY = Policy(
    id="by-severity",
    match=Match(),
    terms={
        severity: Terms(policy="by-severity", first_response=seconds)
        for severity, seconds in zip(SEVERITIES, (86_400, 14_400, 3_600, 900), strict=True)
    },
)


def steps(one: str, other: str) -> int:
    return SEVERITIES.index(other) - SEVERITIES.index(one)


@given(said=SEVERITY, raises_from=FROM)
def test_ten_or_a_million_followers_are_one_step_apart_at_most(said: str, raises_from: int | None) -> None:
    few = severity_of(said, reach=FEW, raises_from=raises_from)
    many = severity_of(said, reach=MANY, raises_from=raises_from)

    assert steps(few, many) in (0, 1)


@given(said=SEVERITY, reach=FOLLOWERS, raises_from=FROM)
def test_any_reach_raises_by_one_step_at_most_and_lowers_nothing(
    said: str, reach: int | None, raises_from: int | None
) -> None:
    assert steps(said, severity_of(said, reach=reach, raises_from=raises_from)) in (0, 1)


@pytest.mark.parametrize(("reach", "severity"), [(999, "normal"), (1000, "high"), (None, "normal")])
def test_the_step_is_taken_from_the_threshold_on_and_not_where_the_reach_is_unknown(
    reach: int | None, severity: str
) -> None:
    assert severity_of("normal", reach=reach, raises_from=1000) == severity


def test_there_is_nothing_above_critical() -> None:
    assert severity_of("critical", reach=MANY, raises_from=1) == "critical"


def opened(severity: str, *, followers: int | None, number: int = 0, raises_from: int | None = None) -> Case:
    """The case that a mention opens, written so many minutes ago."""
    mention = a_mention(f"post-{number}", author=f"author-{number}", occurred_at=NOON - number * HOUR / 60)
    mention = mention.model_copy(update={"author": mention.author.model_copy(update={"followers": followers})})
    ground = Ground(book=a_book(BY_SEVERITY), reach_raises_from=raises_from)
    [case] = changed(None, (), [a_classified(mention, severity=Severity(severity))], ground, now=NOON).cases
    return case


@given(severity=SEVERITY, raises_from=FROM)
def test_the_whole_way_to_the_case_a_million_followers_are_worth_one_step(
    severity: str, raises_from: int | None
) -> None:
    few = opened(severity, followers=FEW, raises_from=raises_from)
    many = opened(severity, followers=MANY, raises_from=raises_from)

    assert steps(few.severity, many.severity) in (0, 1)
    assert steps(severity, many.severity) in (0, 1)


def who_is_given_what(cases: list[Case]) -> list[tuple[str, str]]:
    """In the order of the line, to three agents with places for half of them."""
    line = sorted((case.serve_by or NOON, case.id, case.demand or "") for case in cases)
    waiting = [Waiting(case_id=case_id, demand=demand) for _, case_id, demand in line]
    workers = [a_worker(agent, max(1, len(cases) // 6)) for agent in ("mira", "joris", "ann")]
    return list(assign(waiting, Eligibility(workers, QUEUES), Load(), now=NOON).items())


@given(said=st.lists(st.tuples(SEVERITY, FOLLOWERS), min_size=1, max_size=12), chance=st.randoms())
def test_who_is_served_in_which_order_does_not_depend_on_followers(
    said: list[tuple[str, int | None]], chance: Random
) -> None:
    """As long as the configuration names no reach that raises: shuffle the followers, and nothing changes."""
    cases = [opened(severity, followers=fame, number=number) for number, (severity, fame) in enumerate(said)]
    fame = [followers for _, followers in said]
    chance.shuffle(fame)
    others = [
        opened(severity, followers=followers, number=number)
        for number, ((severity, _), followers) in enumerate(zip(said, fame, strict=True))
    ]

    assert who_is_given_what(cases) == who_is_given_what(others)


@given(severity=SEVERITY, raises_from=st.integers(1, 10**9), cases=st.lists(FOLLOWERS, min_size=2, max_size=6))
def test_among_cases_of_one_severity_fame_is_no_further_matter(
    severity: str, raises_from: int, cases: list[int | None]
) -> None:
    """Where a reach does raise, it acts through the severity alone: of the same severity, who wrote first is first."""
    line = [
        replace(opened(severity, followers=fame, number=number, raises_from=raises_from), id=f"c-{number}")
        for number, fame in enumerate(cases)
    ]
    for severity_now in {case.severity for case in line}:
        same = [case for case in line if case.severity == severity_now]
        by_deadline = sorted(same, key=lambda case: case.serve_by or NOON)
        assert by_deadline == sorted(same, key=lambda case: case.messages[0].occurred_at)
