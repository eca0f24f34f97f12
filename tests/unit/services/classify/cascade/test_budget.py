"""How much is asked: a share of the traffic, so many a minute, so many characters a day."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.classify.cascade.budget import Budget, Limits
from tests.builders import HOUR, NOON

PLENTY = 10**9


def a_budget(*, seen: int = 0, **limits: float) -> Budget:
    given = {"share": 1.0, "calls_per_minute": PLENTY, "characters_per_day": PLENTY, **limits}
    budget = Budget(Limits(**given))  # type: ignore[arg-type]
    budget.saw(seen)
    return budget


@given(st.lists(st.integers(0, 700), max_size=30), st.floats(0.01, 1), st.lists(st.integers(0, 900), max_size=30))
def test_never_more_than_the_share_of_what_came(seen: list[int], share: float, tries: list[int]) -> None:
    budget, came, asked = a_budget(share=share), 0, 0
    for batch, wanted in zip(seen, tries, strict=False):
        budget.saw(batch)
        came += batch
        for _ in range(wanted):
            if budget.exceeded(1, NOON) is None:
                budget.take(1, NOON)
                asked += 1
    assert asked <= came * share * (1 + 1e-9)


def test_single_mentions_add_up_to_a_question() -> None:
    budget = a_budget(share=0.2)

    found = []
    for _ in range(10):
        budget.saw(1)
        found.append(budget.exceeded(1, NOON) is None)
        if found[-1]:
            budget.take(1, NOON)

    assert found == [False, False, False, False, True] * 2


def test_a_quiet_day_does_not_pay_for_a_storm() -> None:
    budget = a_budget(share=0.2)
    for _ in range(10_000):
        budget.saw(1)

    asked = 0
    while budget.exceeded(1, NOON) is None and asked < PLENTY:
        budget.take(1, NOON)
        asked += 1

    assert asked == 100


def test_calls_of_the_last_minute_count_whatever_the_clocks_minute() -> None:
    budget = a_budget(seen=100, calls_per_minute=2)
    for seconds in (50, 59):
        budget.take(1, NOON + timedelta(seconds=seconds))

    assert budget.exceeded(1, NOON + timedelta(seconds=61)) == "minute"
    assert budget.exceeded(1, NOON + timedelta(seconds=110)) is None


def test_a_question_that_would_go_over_the_days_characters_is_not_asked_and_a_smaller_one_is() -> None:
    budget = a_budget(seen=100, characters_per_day=100)
    budget.take(60, NOON)

    assert budget.exceeded(41, NOON) == "day"
    assert budget.exceeded(40, NOON) is None
    assert budget.exceeded(100, NOON + 12 * HOUR) is None


def test_nothing_is_asked_before_anything_came() -> None:
    assert a_budget().exceeded(0, NOON) == "share"
