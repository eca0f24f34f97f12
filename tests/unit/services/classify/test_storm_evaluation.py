"""The evaluation of storms: its figures by hand, its own posts, and what it does where there is no data."""

from datetime import UTC, datetime
from math import isclose
from pathlib import Path
from random import Random

import pytest

from services.classify.evaluation.storms.__main__ import main
from services.classify.evaluation.storms.background import Days, moments
from services.classify.evaluation.storms.figures import median, rate, share
from services.classify.evaluation.storms.injections import Injection, happened
from services.classify.evaluation.storms.said import Said, outages
from services.classify.evaluation.storms.themes import SINGLE, Themes
from services.classify.evaluation.storms.trial import _calm_moment
from tests.unit.services.classify.storming import HOUR, NOON_MS, RULES, a_post


def test_a_share_has_wilsons_interval() -> None:
    found = share(8, 10)

    assert (found.value, found.n) == (0.8, 10)
    assert isclose(found.low, 0.490, abs_tol=0.001)
    assert isclose(found.high, 0.943, abs_tol=0.001)


def test_a_rate_of_none_in_twelve_may_still_be_one_in_three() -> None:
    found = rate(0, 12)

    assert (found.value, found.low) == (0.0, 0.0)
    assert isclose(found.high, 3.689 / 12, abs_tol=0.001)
    assert isclose(rate(3, 1).low, 0.619, abs_tol=0.001)


def test_a_median_is_in_the_middle_of_its_interval() -> None:
    found = median([float(number) for number in range(101)])

    assert found.value == 50
    assert 38 <= found.low < 50 < found.high <= 62


def test_the_hand_written_outages_are_many_in_five_languages_and_none_twice() -> None:
    texts = [text for found in outages().values() for text in found]

    assert len(texts) == len(set(texts)) >= 60
    assert {language for _, language in outages()} == {"en", "nl", "de", "fr", "es"}
    assert all(len(outages()[theme, "en"]) >= 15 for theme in SINGLE[:4])


def test_texts_of_development_and_test_are_never_the_same_nor_to_the_same_brand() -> None:
    at = datetime(2015, 2, 17, tzinfo=UTC)
    said = [
        Said(brand=f"b{n % 5}", author=f"a{n}", at=at, text=f"text {n}", theme="Late Flight", upset=True)
        for n in range(400)
    ]
    themes = Themes(said)
    dev, test = (
        {one.text for seed in range(20) for one in themes.texts("late", 30, period, brand="b0", chance=Random(seed))}
        for period in ("dev", "test")
    )

    assert dev.isdisjoint(test)
    assert {one.brand for one in said if one.text in dev | test} == {"b1", "b2", "b3", "b4"}


def test_a_storm_that_is_put_into_a_quiet_day_is_heard_and_its_delay_includes_the_lateness() -> None:
    usual = tuple(a_post(f"u{n}", n * HOUR, intent="billing") for n in range(72))
    at = NOON_MS + 73 * 3_600_000
    posts = tuple(a_post(f"p{n}", 73 * HOUR + n, intent="outage", keys=("#outage", "down")) for n in range(15))
    injection = Injection(theme="app", size=15, at=at, posts=posts, starts=tuple(post.at for post in posts))
    days = Days("discus", usual)
    ((_, detector),) = moments(days, [at], RULES)
    outcome = happened(detector, days, injection)

    assert outcome.needed in (4, 5)
    assert outcome.after == outcome.needed - 1 + RULES.lateness_ms / 60_000
    assert (outcome.precision, outcome.strays) == (1.0, 0)


def test_storms_begin_when_no_other_is_open() -> None:
    lives = [(NOON_MS, NOON_MS + 3_600_000)]
    within = NOON_MS - 7_200_000, NOON_MS + 7_200_000
    at = [_calm_moment(within, lives, Random(seed)) for seed in range(50)]

    assert all(one is not None and not NOON_MS - 3_600_000 <= one <= NOON_MS + 3_600_000 for one in at)
    assert _calm_moment((NOON_MS, NOON_MS + 10), lives, Random(1)) is None


def test_without_the_data_it_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path)]) == 2
    assert "airline_first80_by_time.jsonl" in capsys.readouterr().err
