"""The story is worth telling: many different people, no two the same words, everything fits the network."""

import re
from itertools import combinations

import pytest

from deploy.local.demo.cast import CAST, STAR, Stage
from deploy.local.demo.replies import ANSWERS
from deploy.local.demo.story import ANGRY, FIRST, OTHERS, WITH_ORDER_NUMBER, Line, running_order
from deploy.local.townsquare.square import MAX_CHARACTERS

EVERYTHING = [line.text for line in running_order()] + list(ANSWERS.values())


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def line_of(username: str) -> Line:
    return next(line for line in ANGRY if line.username == username)


def test_at_least_forty_different_people_are_angry_and_a_few_are_not() -> None:
    assert len({line.username for line in ANGRY}) == len(ANGRY) >= 40
    assert len({line.username for line in running_order()}) == len(ANGRY) + len(OTHERS)
    assert len(OTHERS) >= 3


def test_everybody_who_speaks_is_in_the_cast_once_and_nobody_stands_about() -> None:
    assert sorted(line.username for line in running_order()) == sorted(one.username for one in CAST)


def test_texts_differ_in_more_than_a_noun() -> None:
    for one, other in combinations(EVERYTHING, 2):
        shared = words(one) & words(other)
        assert len(shared) < 0.6 * len(words(one) | words(other)), f"{one} / {other}"


@pytest.mark.parametrize("text", EVERYTHING)
def test_texts_fit_the_network_with_room_for_a_name(text: str) -> None:
    assert 0 < len(text) <= MAX_CHARACTERS - 60


def test_every_post_mentions_us() -> None:
    assert all("@discus" in line.text for line in running_order())


def test_several_languages_are_spoken() -> None:
    assert {line.language for line in ANGRY} >= {"en", "de", "nl", "fr", "es"}


def test_one_names_an_order_and_one_is_famous() -> None:
    assert re.search(r"\b[A-Z]{2}-\d{4,}\b", line_of(WITH_ORDER_NUMBER).text)
    assert [one.username for one in CAST if one.followers >= 900_000] == [STAR]


def test_replies_follow_what_they_answer() -> None:
    seen: set[str] = set()
    for line in running_order():
        assert line.reply_to is None or line.reply_to in seen
        seen.add(line.username)
    assert running_order()[0].username == FIRST


def test_the_famous_one_is_not_answered_first() -> None:
    assert next(iter(ANSWERS)) == FIRST
    assert list(ANSWERS)[-1] == STAR


@pytest.mark.parametrize("performance", [1, 2, 117])
def test_names_are_allowed_on_the_square_in_every_performance(performance: int) -> None:
    names = [str(account["username"]) for account in Stage(performance).accounts()]

    assert all(re.fullmatch(r"[A-Za-z0-9_]+", name) for name in names)
    assert len(set(names)) == len(CAST)


def test_performances_share_nobody() -> None:
    first, second = ({str(one["username"]) for one in Stage(number).accounts()} for number in (1, 2))

    assert not first & second


@pytest.mark.parametrize(
    ("username", "sorry", "wrong", "promise"),
    [
        (FIRST, "sorry", "lost", "tonight"),
        (WITH_ORDER_NUMBER, "apologise", "lost", "tonight"),
        ("gran_ingrid", "sorry", "missing", "tomorrow"),
        ("tobias_r", "leid", "verloren", "heute Abend"),
        ("joost_de_w", "spijt", "kwijt", "Vanavond"),
        (STAR, "sorry", "lost", "tonight"),
    ],
)
def test_every_answer_is_an_apology_what_is_wrong_and_what_will_be_done(
    username: str, sorry: str, wrong: str, promise: str
) -> None:
    assert all(part in ANSWERS[username] for part in (sorry, wrong, promise))


def test_the_answers_cover_all_that_mira_writes() -> None:
    assert len(ANSWERS) >= 3
    assert set(ANSWERS) <= {line.username for line in ANGRY}
