"""What Faust's tables keep comes back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from services.classify.domain.storm import hear_all
from services.classify.domain.watch import Watch
from services.classify.storm_state import bucket_from_bytes, bucket_to_bytes, row_from_bytes, row_key, row_to_bytes
from tests.unit.services.classify.storming import NOTHING, RULES, a_signal

SIGNALS = st.lists(st.builds(a_signal, st.text(max_size=5), st.integers(0, 200)), max_size=40)


@given(SIGNALS)
def test_a_watch_comes_back_as_it_was(signals: list[object]) -> None:
    watch, _ = hear_all(NOTHING, signals, RULES)  # type: ignore[arg-type]  # Hypothesis builds signals
    row = row_from_bytes(row_to_bytes(watch))
    windows = {start: bucket_from_bytes(bucket_to_bytes(bucket)) for start, bucket in watch.windows.items()}

    assert set(row.starts) == set(watch.windows)
    assert (
        Watch(
            brand=row.watch.brand,
            intent=row.watch.intent,
            latest_at=row.watch.latest_at,
            since=row.watch.since,
            windows=windows,
            storm=row.watch.storm,
        )
        == watch
    )


def test_a_very_hot_window_stays_far_below_what_kafka_takes() -> None:
    watch, _ = hear_all(NOTHING, (a_signal(f"p{n}", event_id=f"{n:064}") for n in range(3_000)), RULES)
    (bucket,) = watch.windows.values()

    assert len(bucket_to_bytes(bucket)) < 50_000
    assert len(row_to_bytes(watch)) < 50_000


def test_no_two_brands_and_intents_share_a_key() -> None:
    assert row_key("a", "b-c") != row_key("a-b", "c")
