"""Storms: many different people, one issue, a short time."""

from datetime import timedelta

import pytest

from services.classify.domain.storm import hear, hear_all, rest
from services.classify.domain.watch import MEMBERS, StormRules
from tests.builders import NOON
from tests.unit.services.classify.storming import NOTHING, RULES, a_signal, happens, people


def test_the_fifth_person_opens_a_storm_and_the_fourth_does_not() -> None:
    assert happens(people(4)) == []
    (opened,) = happens(people(5))

    assert (opened.kind, opened.step, opened.authors) == ("opened", 0, 5)


def test_one_loud_person_never_opens_a_storm() -> None:
    assert happens(a_signal("loud", minute / 10) for minute in range(500)) == []


def test_people_are_counted_and_not_posts() -> None:
    twice_each = [signal for number in range(4) for signal in (a_signal(f"p{number}", 0), a_signal(f"p{number}", 7))]

    assert happens(twice_each) == []


def test_people_too_far_apart_in_time_do_not_add_up() -> None:
    assert happens(a_signal(f"p{number}", 20 * number) for number in range(20)) == []


def test_an_hour_is_an_hour_of_whole_windows() -> None:
    """Four at noon count for somebody until their window, which ends at 12:05, is an hour past."""
    assert len(happens([*people(4), a_signal("late", 64.9)])) == 1
    assert happens([*people(4), a_signal("late", 65)]) == []


def test_the_opening_names_who_and_since_when_and_how_many_could_read_it() -> None:
    (opened,) = happens(a_signal(f"p{number}", number, audience=10) for number in range(5))

    assert opened.members == tuple(f"p{number}@{number}" for number in range(5))
    assert (opened.first_at, opened.latest_at) == (NOON, NOON + timedelta(minutes=4))
    assert (opened.reach, opened.window_seconds, opened.label) == (50, 3600, "Deliveries late or lost")


def test_reach_that_nobody_knows_is_unknown() -> None:
    assert happens(people(5))[0].reach is None


def test_a_storm_grows_when_it_doubles_or_by_so_many_more() -> None:
    facts = happens(people(40))

    assert [fact.authors for fact in facts] == [5, 10, 16, 22, 28, 34, 40]
    assert [fact.step for fact in facts] == list(range(7))
    assert {fact.kind for fact in facts[1:]} == {"grown"}


def test_each_step_names_only_the_posts_that_are_new_and_together_they_name_all() -> None:
    facts = happens(people(40))

    assert [len(fact.members) for fact in facts] == [5, 5, 6, 6, 6, 6, 6]
    assert len({member for fact in facts for member in fact.members}) == 40


def test_a_step_names_a_bounded_number_of_posts_but_counts_them_all() -> None:
    rules = StormRules(authors=5, window=RULES.window, growth=10_000, quiet=RULES.quiet)
    facts = happens(people(2_000), rules=rules)

    assert max(len(fact.members) for fact in facts) == MEMBERS
    assert facts[-1].authors >= 1_000


def test_a_storm_is_over_after_the_quiet_time_and_dated_when_that_was() -> None:
    facts = happens([*people(5), a_signal("late", 91)])

    assert [fact.kind for fact in facts] == ["opened", "calmed"]
    assert (facts[1].step, facts[1].authors) == (1, 5)
    assert facts[1].at == NOON + timedelta(minutes=90)


def test_a_complaint_within_the_quiet_time_keeps_it_open() -> None:
    assert [fact.kind for fact in happens([*people(5), a_signal("p0", 80), a_signal("p1", 160)])] == ["opened"]


def test_who_made_a_storm_that_is_over_does_not_open_the_next() -> None:
    quick = StormRules(authors=5, window=RULES.window, growth=25, quiet=timedelta(minutes=10))
    facts = happens([*people(40), a_signal("late", 20)], rules=quick)

    assert [fact.kind for fact in facts][-1] == "calmed"


def test_the_next_storm_has_an_id_of_its_own() -> None:
    facts = happens([*people(5), *people(5, 200)])

    assert [fact.kind for fact in facts] == ["opened", "calmed", "opened"]
    assert facts[0].storm_id == facts[1].storm_id != facts[2].storm_id
    assert facts[2].step == 0


def test_time_alone_calms_a_storm_once() -> None:
    watch, _ = hear_all(NOTHING, people(5), RULES)
    due = NOON + RULES.quiet

    assert rest(watch, now=due, rules=RULES) == (watch, [])
    calm, (fact,) = rest(watch, now=due + timedelta(days=2), rules=RULES)
    assert (fact.kind, fact.at) == ("calmed", due)
    assert rest(calm, now=due + timedelta(days=3), rules=RULES) == (calm, [])


def test_calming_by_time_and_by_the_next_complaint_is_the_same_fact() -> None:
    watch, _ = hear_all(NOTHING, people(5), RULES)
    _, by_time = rest(watch, now=NOON + timedelta(days=1), rules=RULES)
    _, by_complaint = hear(watch, a_signal("late", 1_000), RULES)

    assert by_time == by_complaint


def test_people_who_come_out_of_order_are_counted_in_their_own_time() -> None:
    shuffled = [a_signal("p3", 30), a_signal("p1", 10), a_signal("p4", 40), a_signal("p0", 0), a_signal("p2", 20)]

    assert [fact.authors for fact in happens(shuffled)] == [5]


def test_what_comes_too_late_to_count_changes_nothing() -> None:
    watch, _ = hear_all(NOTHING, people(4, 300), RULES)

    assert hear_all(watch, people(50, 100, named="old"), RULES) == (watch, [])


def test_what_was_before_an_open_storm_does_not_join_it() -> None:
    watch, _ = hear_all(NOTHING, people(5, 60), RULES)

    assert happens(people(50, 50, named="before"), watch=watch) == []


def test_old_windows_are_forgotten() -> None:
    watch, _ = hear_all(NOTHING, (a_signal("p", minute) for minute in range(0, 2_000, 5)), RULES)

    assert len(watch.windows) <= (60 + 15) / 5 + 1


@pytest.mark.parametrize("intent", ["delivery", "parking"])
def test_an_id_tells_brands_intents_and_times_apart(intent: str) -> None:
    facts = {
        happens(people(5, minute), watch=type(NOTHING)(brand=brand, intent=intent))[0].storm_id
        for brand in ("discus", "bolt")
        for minute in (0, 60)
    }

    assert len(facts) == 4
