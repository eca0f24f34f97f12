"""The arithmetic that the figures stand on."""

import pytest

from tests.bench.numbers import Spread, due_times, latencies, pair_ratios, quantile, rate_between, spread


def test_a_quantile_is_a_value_that_was_measured() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert quantile(values, 0.5) == 50.0
    assert quantile(values, 0.99) == 99.0
    assert quantile(values, 1.0) == 100.0
    assert quantile([7.0], 0.99) == 7.0


def test_a_ratio_belongs_to_its_pair_so_that_a_slow_minute_slows_both() -> None:
    quiet, busy = (4_000.0, 8_000.0), (1_000.0, 2_000.0)
    ratios = pair_ratios([quiet[0], busy[0]], [quiet[1], busy[1]])
    assert spread(ratios) == Spread(median=0.5, least=0.5, greatest=0.5)


def test_pairs_have_two_sides() -> None:
    with pytest.raises(ValueError, match="argument"):
        pair_ratios([1.0, 2.0], [1.0])


def test_a_rate_leaves_out_the_first_twentieth() -> None:
    slow_start = [(0.0, 0), (10.0, 40), (11.0, 100), (12.0, 600), (13.0, 1_000)]
    assert rate_between(slow_start, total=1_000) == pytest.approx(900 / 2.0)


def test_a_rate_counts_from_what_was_seen_and_not_from_what_was_hoped() -> None:
    in_leaps = [(1.0, 500), (2.0, 1_000)]
    assert rate_between(in_leaps, total=1_000) == pytest.approx(500.0)


def test_a_backlog_that_is_gone_at_the_first_look_says_nothing() -> None:
    with pytest.raises(ValueError, match="too few looks"):
        rate_between([(0.1, 1_000)], total=1_000)


def test_latency_counts_from_the_due_time_so_that_a_stall_hides_nothing() -> None:
    """A server stalls for a second; ten posts due meanwhile are sent and answered when it is back."""
    due = due_times(100.0, per_second=10.0, count=10)
    answered = [101.0 + 0.001 * number for number in range(10)]
    took = latencies(due, answered)
    assert took[0] == pytest.approx(1.0)
    assert quantile(took, 0.5) > 0.5, "counted from when they were sent, it would be a millisecond"


def test_due_times_do_not_wait_for_anybody() -> None:
    assert due_times(5.0, per_second=100.0, count=3) == [5.0, 5.01, 5.02]
