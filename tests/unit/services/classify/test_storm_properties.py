"""What holds of storms whatever comes: replays repeat the same facts, batches do not matter, people count once."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.classify.domain.storm import hear_all
from services.classify.domain.watch import StormRules
from shared.contracts.storm import Signal, StormChanged
from tests.unit.services.classify.storming import NOTHING, RULES, a_signal, happens

SIGNALS = st.lists(
    st.builds(a_signal, st.integers(0, 30).map(lambda n: f"p{n}"), st.integers(0, 900)),
    max_size=120,
)
QUICK = StormRules(authors=3, window=timedelta(minutes=30), growth=4, quiet=timedelta(minutes=20))


def told(facts: list[StormChanged]) -> dict[tuple[str, int], StormChanged]:
    return {(fact.storm_id, fact.step): fact for fact in facts}


@given(SIGNALS, st.sampled_from([RULES, QUICK]))
def test_no_fact_has_the_id_and_step_of_another(signals: list[Signal], rules: StormRules) -> None:
    facts = happens(signals, rules=rules)

    assert len(told(facts)) == len(facts)


@given(SIGNALS, st.integers(0, 120), st.sampled_from([RULES, QUICK]))
def test_batches_do_not_matter(signals: list[Signal], cut: int, rules: StormRules) -> None:
    watch, first = hear_all(NOTHING, signals[:cut], rules)

    assert first + happens(signals[cut:], watch=watch, rules=rules) == happens(signals, rules=rules)


@given(SIGNALS, st.integers(0, 120), st.integers(0, 120), st.sampled_from([RULES, QUICK]))
def test_a_crash_before_remembering_repeats_the_same_facts(
    signals: list[Signal], start: int, more: int, rules: StormRules
) -> None:
    """Facts were told, then the process died before the tables were written: the replay tells the same."""
    watch, before = hear_all(NOTHING, signals[:start], rules)
    _, lost = hear_all(watch, signals[start : start + more], rules)
    replayed = happens(signals[start:], watch=watch, rules=rules)

    assert told(before + lost + replayed) == told(happens(signals, rules=rules))


@given(SIGNALS, st.integers(0, 120), st.integers(0, 120))
def test_a_crash_after_remembering_tells_nothing_anew(signals: list[Signal], start: int, more: int) -> None:
    """The tables were written, then the process died before it acknowledged: it hears the same again."""
    watch, before = hear_all(NOTHING, signals[: start + more], RULES)
    after = happens(signals[start:], watch=watch)

    assert told(before + after) == told(happens(signals))


@given(SIGNALS, st.sampled_from([RULES, QUICK]))
def test_a_storm_opens_with_at_least_so_many_people_who_are_all_different(
    signals: list[Signal], rules: StormRules
) -> None:
    authors = {signal.event_id: signal.author for signal in signals}
    for fact in happens(signals, rules=rules):
        if fact.kind == "opened":
            assert fact.authors >= rules.authors
            assert len({authors[member] for member in fact.members}) == fact.authors


@given(SIGNALS, st.sampled_from([RULES, QUICK]))
def test_the_steps_of_a_storm_are_opened_then_grown_then_calmed(signals: list[Signal], rules: StormRules) -> None:
    steps: dict[str, list[StormChanged]] = {}
    for fact in happens(signals, rules=rules):
        steps.setdefault(fact.storm_id, []).append(fact)
    for facts in steps.values():
        kinds = [fact.kind for fact in facts]

        assert [fact.step for fact in facts] == list(range(len(facts)))
        assert kinds[0] == "opened"
        assert all(kind == "grown" for kind in kinds[1:-1])
        assert [fact.authors for fact in facts] == sorted(fact.authors for fact in facts)


@given(SIGNALS, st.integers(0, 120), st.integers(0, 120))
def test_a_row_that_is_ahead_of_its_windows_tells_nothing_anew(signals: list[Signal], start: int, more: int) -> None:
    """The row was written and its windows were not, then the process died: rows are written first for this."""
    signals = sorted(signals, key=lambda signal: signal.occurred_at)
    behind, _ = hear_all(NOTHING, signals[:start], RULES)
    ahead, before = hear_all(NOTHING, signals[: start + more], RULES)
    windows = {begin: behind.windows[begin] for begin in ahead.windows if begin in behind.windows}
    after = happens(signals[start:], watch=replace(ahead, windows=windows))

    assert told(before + after) == told(happens(signals))
