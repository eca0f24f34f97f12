"""What the tables say."""

from dataclasses import replace

from tests.bench.report import costs, figures, gates
from tests.bench.results import Measurement, Row, Sample
from tests.bench.usage import Usage, cpu_seconds, peak_mb, spent_us


def measured(*, ours: tuple[float, ...], floors: tuple[float, ...], at_most: bool = False) -> Measurement:
    return Measurement(
        id="F1",
        title="Throughput",
        unit="mentions/s",
        floor=Row("floor", [Sample(value=value) for value in floors]),
        rows=[Row("ours", [Sample(value=value, cpu_us={"route": 90.0, "kafka": None}) for value in ours])],
        gate=0.35,
        at_most=at_most,
    )


def test_a_gate_is_met_by_the_median_of_the_pairs() -> None:
    found = measured(ours=(4.0, 1.0, 4.0), floors=(10.0, 10.0, 10.0))
    assert found.is_met
    assert dict(gates([found]))["F1 0.40 >= 0.35 (ours)"]


def test_a_gate_of_latency_is_an_upper_bound() -> None:
    assert not measured(ours=(4.0,), floors=(1.0,), at_most=True).is_met


def test_a_row_without_pairs_has_no_ratio() -> None:
    found = measured(ours=(4.0,), floors=(10.0, 10.0))
    found = replace(found, rows=[replace(found.rows[0], paired=False)])
    assert found.ratios(found.rows[0]) is None
    assert figures(found)[2][3] == ""


def test_costs_are_unavailable_rather_than_guessed() -> None:
    head, _, ours = costs(measured(ours=(4.0,), floors=(10.0,)))
    assert dict(zip(head, ours, strict=True)) == {
        "F1: CPU us each (peak MB)": "ours",
        "route": "90",
        "mongod": "",
        "kafka": "unavailable",
        "all": "90",
    }


def test_linux_tells_cpu_time_in_ticks_behind_a_name_that_may_hold_anything() -> None:
    line = "42 (a (b) c) S 1 42 42 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 4 0 100 0 0"
    assert cpu_seconds(line, ticks_per_second=100) == 2.0
    assert peak_mb("VmPeak:\t 1 kB\nVmHWM:\t  2048 kB\n") == 2.0


def test_what_was_spent_is_per_mention() -> None:
    before, after = {"route": Usage(1.0, 50.0), "kafka": None}, {"route": Usage(1.5, 60.0), "kafka": None}
    assert spent_us(before, after, count=1_000) == {"route": 500.0, "kafka": None}
