"""What is asked of the clocks."""

from dataclasses import replace
from math import isnan, nan

from tests.bench.f4 import cost_growth, lateness_gates
from tests.bench.filling import batches
from tests.bench.firing import P99, without_kafka
from tests.bench.report import gates
from tests.bench.results import Gate, Measurement, Row, Sample


def measured(*, cost: float = 1_000.0, late: tuple[float, ...] = (300.0,)) -> Measurement:
    return Measurement(
        id="F4",
        title="Deadlines",
        unit="CPU us per deadline",
        floor=Row("floor", [Sample(value=500.0) for _ in late]),
        rows=[Row("one clock", [Sample(value=cost, more={P99: one}) for one in late])],
        gate=None,
    )


def test_lateness_is_judged_by_the_median_of_the_runs() -> None:
    [met] = lateness_gates(1_000_000, measured(late=(300.0, 5_000.0, 400.0)))
    [unmet] = lateness_gates(1_000_000, measured(late=(300.0, 5_000.0, 2_400.0)))
    assert met.is_met
    assert not unmet.is_met
    assert unmet.sentence == "F4 lateness p99 2,400 <= 2,000 ms (one clock, 1,000,000 armed)"


def test_cost_is_compared_between_the_fewest_and_the_most_armed() -> None:
    sizes = (10_000, 100_000, 1_000_000)
    [gate] = cost_growth(sizes, [measured(cost=1_000.0), measured(cost=5_000.0), measured(cost=2_100.0)])
    assert gate.sentence == "F4 cost of a deadline with 1,000,000 armed / with 10,000: 2.10 <= 2"
    assert not gate.is_met


def test_one_size_and_unknown_costs_say_nothing_of_growth() -> None:
    assert list(cost_growth((10_000,), [measured()])) == []
    assert list(cost_growth((10_000, 20_000), [measured(), measured(cost=nan)])) == []


def test_only_the_gates_that_are_no_ratio_are_reported() -> None:
    found = replace(measured(), further=[Gate("on time", True)])
    assert list(gates([found])) == [("on time", True)]


def test_the_cost_of_a_deadline_is_unknown_where_one_process_is() -> None:
    assert without_kafka({"respond-clock": 700.0, "mongod": 300.0, "kafka": 900.0}) == 1_000.0
    assert isnan(without_kafka({"respond-clock": 700.0, "mongod": None, "kafka": 1.0}))


def test_batches_hold_every_document_once() -> None:
    assert list(batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batches([], 2)) == []
