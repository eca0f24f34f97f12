"""Storms: many different people, one issue, a short time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.classify.domain.storms.detector import MEMBERS, Detector
from tests.builders import NOON
from tests.unit.services.classify.storming import (
    NOON_MS,
    RULES,
    a_crowd,
    a_known_brand,
    a_post,
    happens,
    people,
)


def test_of_a_brand_never_heard_before_the_fifth_person_with_one_issue_opens_a_storm_and_the_fourth_does_not() -> None:
    assert happens(people(4)) == []
    (opened,) = happens(people(5))

    assert (opened.kind, opened.step, opened.authors) == ("opened", 0, 5)


def test_one_loud_person_never_opens_a_storm() -> None:
    assert happens(a_post("loud", minute / 10, keys=("down", "#outage")) for minute in range(500)) == []


def test_people_are_counted_and_not_posts() -> None:
    assert happens([one for number in range(4) for one in (a_post(f"p{number}", 0), a_post(f"p{number}", 7))]) == []


def test_people_too_far_apart_in_time_do_not_add_up() -> None:
    assert happens(a_post(f"p{number}", 20 * number) for number in range(20)) == []


def test_an_hour_is_an_hour() -> None:
    assert len(happens([*people(4), a_post("late", 59.9)])) == 1
    assert happens([*people(4), a_post("late", 60)]) == []


def test_the_opening_names_who_and_since_when_and_how_many_could_read_it() -> None:
    (opened,) = happens(a_post(f"p{number}", number, reach=10) for number in range(5))

    assert opened.members == tuple(f"p{number}@{number}" for number in range(5))
    assert (opened.first_at, opened.latest_at) == (NOON, NOON + timedelta(minutes=4))
    assert (opened.reach, opened.window_seconds, opened.label) == (50, 3600, "Deliveries late or lost")


def test_a_storm_is_called_by_its_issue_and_by_the_words_that_set_it_apart() -> None:
    known = a_known_brand(keys=("please", "order"))
    posts = [a_post(f"p{n}", n / 2, intent="outage", keys=("please", "app", "login", "#outage")) for n in range(8)]
    opened, *_ = [fact for post in posts for fact in known.count(post)]

    assert opened.label == "Service not working: app, login"
    assert opened.terms == ("app", "login")
    assert opened.score is not None
    assert opened.score > RULES.concept_score


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
    facts = happens(people(2_000), rules=replace(RULES, growth=10_000))

    assert max(len(fact.members) for fact in facts) == MEMBERS
    assert facts[-1].authors >= 1_000


def test_a_storm_is_over_after_the_quiet_time_and_dated_when_that_was() -> None:
    facts = happens([*people(5), a_post("late", 91)])

    assert [fact.kind for fact in facts] == ["opened", "calmed"]
    assert (facts[1].step, facts[1].authors) == (1, 5)
    assert facts[1].at == NOON + timedelta(minutes=90)


def test_a_complaint_within_the_quiet_time_keeps_it_open() -> None:
    known = a_known_brand(intent="service", each_hour=1)
    posts = [*people(6), a_post("p0", 80), a_post("p1", 160)]

    assert [fact.kind for post in posts for fact in known.count(post)] == ["opened"]


def test_everyday_complaints_of_a_large_brand_do_not_keep_a_storm_open() -> None:
    known = a_known_brand(each_hour=6)
    facts = [fact for post in people(60) for fact in known.count(post)]
    for minute in range(60, 400, 10):
        facts += known.count(a_post(f"usual{minute}", minute))

    assert [fact.kind for fact in facts][-1] == "calmed"


def test_who_made_a_storm_that_is_over_does_not_open_the_next() -> None:
    facts = happens([*people(40), a_post("late", 20)], rules=replace(RULES, quiet=timedelta(minutes=10)))

    assert [fact.kind for fact in facts][-1] == "calmed"


def test_the_next_storm_has_an_id_of_its_own() -> None:
    facts = happens([*people(5), *people(5, 200)])

    assert [fact.kind for fact in facts] == ["opened", "calmed", "opened"]
    assert facts[0].storm_id == facts[1].storm_id != facts[2].storm_id
    assert facts[2].step == 0


def test_time_alone_calms_a_storm_once_and_as_the_next_complaint_would() -> None:
    detector, other = Detector("discus", RULES), Detector("discus", RULES)
    for post in people(5):
        detector.count(post)
        other.count(post)
    due = NOON_MS + RULES.quiet_ms

    assert detector.calm(due) == []
    (fact,) = detector.calm(due + 1)
    assert (fact.kind, fact.at) == ("calmed", NOON + RULES.quiet)
    assert detector.calm(due + 10**9) == []
    assert other.count(a_post("late", 1_000)) == [fact]


def test_what_was_before_an_open_storm_does_not_join_it() -> None:
    detector = Detector("discus", RULES)
    facts = [fact for post in [*people(5, 60), *people(50, 1, named="before")] for fact in detector.count(post)]

    assert [fact.authors for fact in facts] == [5]


@pytest.mark.parametrize("intent", ["delivery", "outage"])
def test_an_id_tells_brands_intents_and_times_apart(intent: str) -> None:
    facts = {
        happens(people(5, minute, intent=intent), brand=brand)[0].storm_id
        for brand in ("discus", "bolt")
        for minute in (0, 60)
    }

    assert len(facts) == 4


def test_a_burst_of_other_words_about_the_same_posts_joins_the_open_storm() -> None:
    posts = [a_post(f"p{n}", n / 4, intent="outage", keys=("app", "#outage", "login")) for n in range(30)]

    assert len({fact.storm_id for fact in happens(posts)}) == 1


def test_two_issues_at_one_time_are_two_storms() -> None:
    lost = [a_post(f"a{n}", n, intent="delivery", keys=("parcel", "#lost")) for n in range(12)]
    down = [a_post(f"b{n}", n, intent="outage", keys=("app", "#outage")) for n in range(12)]
    opened = [fact for fact in happens(sorted(lost + down)) if fact.kind == "opened"]

    assert {fact.intent for fact in opened} == {"delivery", "outage"}


def test_a_crowd_makes_a_storm_larger_and_opens_none() -> None:
    assert happens([a_crowd(500)]) == []
    facts = happens([*people(5), a_crowd(500, 1)])

    assert [(fact.kind, fact.authors) for fact in facts] == [("opened", 5), ("grown", 505)]


def test_a_crowd_of_another_issue_leaves_a_storm_alone() -> None:
    assert len(happens([*people(5), a_crowd(500, 1, intent="billing")])) == 1


def test_people_with_one_failure_in_five_languages_meet_though_they_share_no_word() -> None:
    known = a_known_brand(intent="service")
    words = ["down", "storing", "ausfall", "panne", "caido", "offline"]
    posts = [a_post(f"p{n}", n, intent="other", keys=(word, "#outage")) for n, word in enumerate(words)]

    assert [fact.kind for post in posts for fact in known.count(post)] == ["opened"]


def test_many_complaints_without_a_common_word_are_heard_when_they_are_far_too_many() -> None:
    known = a_known_brand(intent="service", each_hour=1)
    posts = [a_post(f"p{n}", n / 4, intent="other", keys=(f"word{n}",)) for n in range(20)]
    facts = [fact for post in posts for fact in known.count(post)]

    assert facts[0].label == "Many complaints"


def test_what_is_usual_for_a_brand_is_no_storm() -> None:
    known = a_known_brand(each_hour=30, keys=("parcel", "#lost"))
    facts = [fact for n in range(60) for fact in known.count(a_post(f"today{n}", 2 * n, keys=("parcel", "#lost")))]

    assert facts == []
