"""Filters: what is asked besides a view takes its place, `me` is who asks, and a deadline is counted from now."""

from datetime import timedelta

from services.respond.domain.views import Filter
from services.respond.queries.filtered import wanted_by
from shared.case.state.stage import Stage
from tests.builders import NOON

SAVED = Filter(stage=("new", "assigned"), brand="discus", owner="me", owned=True, due_within=3600)


def test_what_is_asked_besides_takes_the_place_of_what_the_view_says_of_it() -> None:
    narrowed = SAVED.narrowed(Filter(stage=("new",), owned=False, due_within=0, tag="vip"))

    assert narrowed == Filter(stage=("new",), brand="discus", owner="me", owned=False, due_within=0, tag="vip")
    assert SAVED.narrowed(Filter()) == SAVED


def test_me_is_who_asks_and_due_is_counted_from_now() -> None:
    wanted = wanted_by(SAVED, agent="mira", now=NOON)

    assert (wanted.owner, wanted.stages) == ("mira", (Stage.NEW, Stage.ASSIGNED))
    assert wanted.due_before == NOON + timedelta(hours=1)
    assert wanted_by(Filter(owner="joris"), agent="mira", now=NOON).owner == "joris"


def test_of_two_deadlines_the_earlier_one_counts() -> None:
    soon = NOON + timedelta(minutes=5)

    assert wanted_by(SAVED, agent="mira", now=NOON, due_before=soon).due_before == soon
    assert wanted_by(Filter(), agent="mira", now=NOON, due_before=soon).due_before == soon
    assert wanted_by(Filter(), agent="mira", now=NOON).due_before is None
