"""What is usual for a brand: learned in a day or two, by the hour of the day, forgotten as slowly, and bounded."""

from services.classify.domain.storms.post import ANY
from services.classify.domain.storms.rates import HOUR, KEPT, QUARTER, Rates
from services.classify.domain.storms.score import score

START = 1_000 * 24 * HOUR


def learned(days: float, people_at: dict[int, int], *, key: str = "late", usually: int = 0) -> Rates:
    """After so many days on which so many people spoke of a key in each quarter of some hours of the day."""
    rates = Rates()
    rates.begin(START)
    for start in range(START, START + round(days * 24 * HOUR), QUARTER):
        number = people_at.get(start // HOUR % 24, usually)
        rates.fold(start + QUARTER, {start: {key: number, ANY: number} if number else {}}, frozenset())
    return rates


def test_nothing_is_known_of_a_brand_at_first_so_that_a_guess_stands_in() -> None:
    rates = Rates()
    rates.begin(START)

    assert rates.is_new
    assert (
        0
        < rates.expected("word", START, HOUR)
        < rates.expected("@outage", START, HOUR)
        < rates.expected(ANY, START, HOUR)
    )


def test_what_was_said_ten_times_an_hour_for_three_days_is_expected_about_ten_times_an_hour() -> None:
    rates = learned(3, dict.fromkeys(range(24), 10))

    assert 30 < rates.expected("late", START + 3 * 24 * HOUR, HOUR) < 41
    assert 2 * rates.expected("late", START, HOUR // 2) == rates.expected("late", START, HOUR)


def test_the_hour_of_the_day_matters() -> None:
    rates = learned(7, dict.fromkeys(range(9, 18), 5), usually=1)
    night, day = (rates.expected("late", START + hour * HOUR + HOUR // 2, HOUR) for hour in (3, 12))

    assert day > 2 * night


def test_what_is_said_no_more_is_forgotten_in_days() -> None:
    rates = learned(2, dict.fromkeys(range(24), 10))
    before = rates.expected("late", START, HOUR)
    rates.fold(rates.folded + 4 * 24 * HOUR, {}, frozenset())

    assert rates.expected("late", START, HOUR) < before / 5


def test_what_is_said_in_a_storm_hardly_counts() -> None:
    calm, stormy = learned(2, {}), learned(2, {})
    calm.fold(calm.folded + QUARTER, {calm.folded: {"late": 40}}, frozenset())
    stormy.fold(stormy.folded + QUARTER, {stormy.folded: {"late": 40}}, frozenset({"late"}))

    assert stormy.expected("late", START, HOUR) < calm.expected("late", START, HOUR) / 5


def test_only_the_strongest_keys_are_remembered() -> None:
    rates = learned(1, {})
    rates.fold(rates.folded + QUARTER, {rates.folded: {f"word{n}": 1 + n % 7 for n in range(3 * KEPT)}}, frozenset())

    assert len(rates.counts) == KEPT
    assert min(count for count, _ in rates.counts.values()) > 1


def test_a_gap_of_a_year_is_folded_at_once() -> None:
    rates = learned(1, {})
    rates.fold(rates.folded + 365 * 24 * HOUR, {}, frozenset())

    assert rates.folded == START + 366 * 24 * HOUR


def test_more_people_surprise_more_and_more_expected_ones_less() -> None:
    assert score(3, 3.0, 1.5) == 0.0
    surprises = [score(people, 0.5, 1.5) for people in range(1, 40)]
    assert surprises == sorted(surprises)
    assert score(10, 0.5, 1.5) > score(10, 1.0, 1.5) > score(10, 5.0, 1.5)
