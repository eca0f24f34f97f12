"""What Faust's tables keep comes back as it was, and stays far below what Kafka takes."""

from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.rates import KEPT, QUARTER, Rates
from services.classify.storm_state import (
    posts_from_bytes,
    posts_to_bytes,
    rates_from_bytes,
    rates_to_bytes,
    row_from_bytes,
    row_to_bytes,
)
from tests.unit.services.classify.storming import RULES, a_crowd, a_known_brand, a_post, people


def test_a_row_comes_back_as_it_was() -> None:
    detector = a_known_brand()
    for post in [*people(20, keys=("parcel", "#lost")), *people(20, 30, intent="outage", keys=("#outage",), named="q")]:
        detector.count(post)
    row = row_from_bytes(row_to_bytes(detector, 1))

    assert len(row.incidents) == 2
    assert list(row.incidents) == detector.incidents
    assert (row.brand, row.slot, row.cursor, row.closed) == ("discus", 1, detector.cursor, detector.closed)


def test_rates_come_back_as_they_were_to_the_last_bit() -> None:
    rates = a_known_brand(keys=("parcel", "#lost")).rates
    found = rates_from_bytes(rates_to_bytes(rates))

    assert (found.since, found.folded, found.counts, found.day) == (rates.since, rates.folded, rates.counts, rates.day)


def test_posts_come_back_as_they_were() -> None:
    posts = [a_post("joe", 3, keys=("app", "#outage"), sketch="0f" * 16, reach=7), a_post("ann", 4), a_crowd(3)]

    assert posts_from_bytes(posts_to_bytes(posts)) == posts


def test_a_very_hot_brand_stays_far_below_what_kafka_takes() -> None:
    detector = Detector("discus", RULES)
    for number in range(1_000):
        detector.count(a_post(f"p{number}", name=f"{number:064}", keys=[f"k{number % 30}"]))
    words = {f"{number:04}{'w' * 40}": 3 for number in range(4 * KEPT)}
    rates = Rates()
    rates.begin(QUARTER)
    rates.fold(2 * QUARTER, {QUARTER: words}, frozenset())

    assert len(row_to_bytes(detector, 0)) < 100_000
    assert len(rates_to_bytes(rates)) < 300_000
