"""What F5 asks of the classifier, and how its stages are timed."""

from collections.abc import Iterator

import pytest

from services.classify.model.fast import FastClassifier
from tests.bench.f5 import BATCHES, SINGLE, targets
from tests.bench.reading.floor import Floor
from tests.bench.reading.posts import authored, earlier, many
from tests.bench.reading.stages import REST, STAGES, Stopwatch, stopwatch
from tests.bench.reading.timing import BATCH, in_batches, one_by_one
from tests.bench.report import costs
from tests.bench.results import Measurement, Row, Sample
from tests.builders import a_mention


def rows(*, rate: float, p99: float) -> list[Row]:
    return [Row(BATCHES, [Sample(value=rate)]), Row(SINGLE, [Sample(value=900.0, more={"p99 ms": p99})])]


def test_rate_latency_and_memory_each_have_a_gate() -> None:
    met = [gate.is_met for gate in targets(rows(rate=6_000.0, p99=1.0), peak_mb=350.0)]
    assert met == [True, True, True]
    missed = [gate.is_met for gate in targets(rows(rate=5_999.0, p99=1.01), peak_mb=351.0)]
    assert missed == [False, False, False]


def test_memory_that_is_unknown_has_no_gate() -> None:
    assert len(list(targets(rows(rate=1.0, p99=1.0), peak_mb=float("nan")))) == 2


def test_time_inside_an_inner_stage_is_not_the_outer_ones() -> None:
    times: Iterator[float] = iter([0.0, 1.0, 3.0, 7.0, 8.0, 8.5])
    watch = Stopwatch(lambda: next(times))
    inner = watch.around("inner", lambda: None)
    watch.around("outer", inner)()
    watch.switch(REST)
    assert watch.spent == {REST: 1.5, "outer": 3.0, "inner": 4.0}


def test_every_stage_is_timed_and_the_classifier_is_as_before_afterwards(classifier: FastClassifier) -> None:
    plain = [getattr(place, name) for _, place, name in STAGES]
    with stopwatch() as watch:
        classifier.classify([a_mention()])
    assert set(watch.spent) == {stage for stage, *_ in STAGES} | {REST}
    assert [getattr(place, name) for _, place, name in STAGES] == plain


def test_stages_are_columns_and_backing_that_took_no_part_is_none() -> None:
    by_stage = Row("by stage", [Sample(value=1.0, cpu_us={"read": 40.0, "linear": 60.0})])
    found = Measurement(id="F5", title="", unit="", floor=Row("floor", [Sample(value=2.0)]), rows=[by_stage], gate=None)
    assert costs(found)[0][1:] == ["read", "linear", "all"]
    assert costs(found)[2][1:] == ["40", "60", "100"]


def test_only_whole_batches_count_and_every_single_post_does() -> None:
    seen: list[int] = []

    def read(mentions: object) -> list[int]:
        seen.append(len(mentions))  # type: ignore[arg-type]
        return seen

    posts = [a_mention()] * (2 * BATCH + 1)
    in_batches(read, posts)
    assert seen == [BATCH, BATCH]
    seen.clear()
    assert set(one_by_one(read, posts).more) == {"p50 ms", "p99 ms", "wall p50 ms", "wall p99 ms"}
    assert seen == [1] * len(posts)


def test_what_was_read_before_is_not_what_is_measured() -> None:
    measured = {post.text for post in authored()}
    assert len(measured) > 1_000
    assert not measured & {post.text for post in earlier(4_000)}


@pytest.mark.parametrize("count", [0, 3, 50_000])
def test_there_are_as_many_posts_as_are_asked_for(count: int) -> None:
    assert sum(1 for _ in many(count)) == count


def test_the_floor_gives_a_number_per_text() -> None:
    assert Floor()([a_mention(text="one two"), a_mention(text="")]) == [6, 0]
