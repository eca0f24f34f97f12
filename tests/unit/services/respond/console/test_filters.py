"""What narrows a view of the queue down."""

from datetime import timedelta

from services.respond.console.filters import Filters
from services.respond.console.views import View, wanted_for
from services.respond.queries.cases import Wanted
from shared.case.state.stage import Stage
from tests.builders import HOUR, NOON


def test_what_is_not_chosen_leaves_the_view_as_it_is() -> None:
    shown = Wanted(stages=(Stage.NEW,), brand="quay", language="nl", due_before=NOON)

    assert Filters().narrowed(shown, now=NOON) == shown


def test_what_is_chosen_takes_the_place_of_what_the_view_says() -> None:
    narrowed = Filters(severity="high", due="hour", tag="late-parcel").narrowed(Wanted(severity="low"), now=NOON)

    assert (narrowed.severity, narrowed.tag, narrowed.due_before) == ("high", "late-parcel", NOON + HOUR)


def test_late_is_due_before_now() -> None:
    assert Filters(due="late").narrowed(Wanted(), now=NOON).due_before == NOON
    assert Filters(due="whenever").narrowed(Wanted(), now=NOON).due_before is None


def test_an_owner_can_be_nobody_and_does_not_change_a_view_of_ones_own_cases() -> None:
    assert Filters(owner="nobody").narrowed(Wanted(), now=NOON).owned is False
    assert Filters(owner="joris").narrowed(Wanted(), now=NOON).owner == "joris"
    mine = wanted_for(View.MINE, agent="mira")
    assert Filters(owner="joris").narrowed(mine, now=NOON) == mine


def test_a_view_is_saved_in_the_words_of_the_api_and_its_deadlines_count_from_when_it_is_opened() -> None:
    chosen = Filters(brand="discus", due="day")
    shown = chosen.narrowed(wanted_for(View.FREE, agent="mira"), now=NOON)

    assert chosen.to_save(shown, agent="mira") == {
        "stage": ["new", "assigned"],
        "owned": False,
        "brand": "discus",
        "due_within": int(timedelta(days=1).total_seconds()),
    }


def test_ones_own_cases_are_saved_as_those_of_whoever_looks() -> None:
    shown = wanted_for(View.MINE, agent="mira")

    assert Filters().to_save(shown, agent="mira")["owner"] == "me"
    assert Filters(owner="joris").to_save(Wanted(owner="joris"), agent="mira")["owner"] == "joris"


def test_one_filter_is_taken_off_alone() -> None:
    assert Filters(brand="discus", tag="late").without("brand").chosen() == {"tag": "late"}
