"""The figures that we judge ourselves by, held against numbers worked out by hand."""

import numpy as np
import pytest

from services.classify.evaluation.agreement import agreement_figures, kappa
from services.classify.evaluation.figures import Figure, accuracy, expected_error, macro_f1, macro_recall
from services.classify.evaluation.intervals import of_rate, of_share
from services.classify.evaluation.table import cells, markdown

TRUTH = ["a", "a", "a", "b", "b", "c"]
SAID = ["a", "a", "b", "b", "c", "c"]


def test_accuracy_f1_and_recall() -> None:
    assert accuracy("m", TRUTH, SAID, baseline="", target=None).result == pytest.approx(4 / 6)
    assert macro_f1("m", TRUTH, SAID, baseline="", target=None).result == pytest.approx((0.8 + 0.5 + 2 / 3) / 3)
    assert macro_recall("m", TRUTH, SAID, baseline="", target=None).result == pytest.approx((2 / 3 + 0.5 + 1) / 3)


def test_a_confidence_that_says_what_happens_has_no_error() -> None:
    sure = np.array([0.75] * 4 + [0.25] * 4)

    assert expected_error(sure, np.array([1, 1, 1, 0, 1, 0, 0, 0], dtype=bool)) == pytest.approx(0.0)
    assert expected_error(sure, np.zeros(8, dtype=bool)) == pytest.approx(0.5)


def test_intervals_are_those_of_the_books() -> None:
    assert of_share(8, 10).low == pytest.approx(0.490, abs=0.001)
    assert of_share(8, 10).high == pytest.approx(0.943, abs=0.001)
    assert of_share(0, 0).high == 1.0
    assert of_rate(0, 61).high == pytest.approx(3.7 / 61, rel=0.02)
    assert of_rate(0, 61).low == 0.0


def test_kappa_takes_chance_off() -> None:
    assert kappa([("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15) == pytest.approx(0.4)
    assert kappa([("y", "y"), ("n", "n")]) == 1.0


def test_the_evaluation_posts_are_labelled_twice() -> None:
    figures = {(figure.metric, figure.note): figure for figure in agreement_figures()}

    assert figures["kappa of labellers, intent", "first and second"].n >= 1_500


@pytest.mark.parametrize(("result", "smaller", "met"), [(0.6, False, True), (0.4, False, False), (0.4, True, True)])
def test_a_target_is_met_from_its_own_side(result: float, smaller: bool, met: bool) -> None:
    figure = Figure(metric="m", baseline="", target=0.5, result=result, n=9, interval=None, smaller=smaller)

    assert figure.met is met
    assert ("yes" if met else "no") in cells(figure)[4]
    assert markdown([figure]).count("\n") == 2
