"""What pages say of a case."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.respond.console.answering import silent_because, to_answer
from services.respond.console.offers import offers, to_approve
from services.respond.console.timeline import timeline
from services.respond.console.views import EMPTY, TITLES, View, grouped, owed_clock, wanted_for
from services.respond.console.words import DISPOSITIONS, REPLIES, STAGES, TO_GIVE, due_words, followable, span, urgency
from shared.case.commands import Assign, Hold
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import ANSWERABLE, Disposition, Stage
from shared.directory.profile import Profile
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=-45), "45 s"),
        (timedelta(minutes=12, seconds=59), "12 min"),
        (timedelta(hours=1, minutes=5), "1 h 05"),
        (timedelta(days=3, hours=2, minutes=59), "3 d 2 h"),
    ],
)
def test_spans_have_two_units_at_most(length: timedelta, words: str) -> None:
    assert span(length) == words


def test_at_the_deadline_itself_an_answer_is_still_in_time() -> None:
    assert urgency(NOON, None, now=NOON) == "calm"
    assert urgency(NOON, None, now=NOON + timedelta(milliseconds=1)) == "late"
    assert due_words(NOON, now=NOON + HOUR) == "1 h 00 late"


def test_a_warned_deadline_is_soon() -> None:
    assert urgency(NOON + HOUR, NOON, now=NOON) == "soon"


def test_cases_in_the_order_of_deadlines_are_grouped_by_urgency() -> None:
    late, soon, calm = (a_case(author=name, target=HOUR * hours) for name, hours in (("a", 1), ("b", 4), ("c", 99)))
    none = a_case(author="d", clocks=())

    groups = grouped([late, soon, calm, none], order="due", now=NOON + 3.5 * HOUR)

    assert [(group.kind, group.cases) for group in groups] == [
        ("late", [late]),
        ("soon", [soon]),
        ("calm", [calm]),
        ("none", [none]),
    ]


def test_only_links_that_a_browser_merely_follows_are_links() -> None:
    assert followable("https://square.example/1") == "https://square.example/1"
    assert followable("javascript:alert(1)") is None
    assert followable("data:text/html,x") is None
    assert followable(None) is None


def test_the_newest_message_without_an_answer_is_the_one_to_answer() -> None:
    newer = a_message("post-2", at=NOON + HOUR)
    gone = a_message("post-3", at=NOON + 2 * HOUR, deleted_at=NOON + 2 * HOUR)

    assert to_answer(after(a_case(), hear(newer), hear(gone))) == newer


def test_there_is_nothing_to_write_in_while_an_answer_is_on_its_way_or_another_has_the_case() -> None:
    case = a_case()

    assert silent_because(case, agent="mira") is None
    assert "Somebody else" in (silent_because(after(case, Assign(agent="joris", by="joris")), agent="mira") or "")
    assert "on its way" in (silent_because(after(case, an_answer(case)), agent="mira") or "")


def test_the_timeline_is_in_the_order_of_what_was_said() -> None:
    case = a_case()
    answered = after(
        case,
        an_answer(case),
        StartSending(reply_id="r-1", until=NOON + HOUR),
        ReportPosted(reply_id="r-1", native_id="9", url=None, posted_at=NOON + HOUR),
    )
    later = after(answered, hear(a_message("post-2", at=NOON + 2 * HOUR)))

    assert [one.message is not None for one in timeline(later)] == [True, False, True]


def test_there_are_words_for_everything_that_a_case_can_be() -> None:
    """A missing word is a page that nobody can open."""
    assert set(STAGES) == set(Stage)
    assert set(REPLIES) == set(ReplyStatus)
    assert set(DISPOSITIONS) == set(Disposition)
    assert set(TITLES) == set(EMPTY) == set(View)
    assert all(silent_because(replace(a_case(), stage=stage), agent="mira") for stage in set(Stage) - ANSWERABLE)


def test_every_stage_is_in_some_view() -> None:
    assert {stage for view in View for stage in wanted_for(view, agent="mira").stages} == set(Stage)


def test_what_comes_about_by_itself_is_nobodys_to_give() -> None:
    assert set(TO_GIVE) == set(Disposition) - {Disposition.MERGED, Disposition.CONTINUED}


def test_a_case_that_is_over_owes_no_answer() -> None:
    """What it owed, the case owes that goes on for it."""
    assert owed_clock(replace(a_case(), stage=Stage.MERGED)) is None
    assert owed_clock(a_case()) is not None


def test_an_agent_is_offered_what_is_theirs_to_do() -> None:
    mira, joris = (Profile(id=name, name=name, source="file") for name in ("mira", "joris"))
    free = a_case()
    taken = after(free, Assign(agent="mira", by="mira"))

    assert offers(free, mira) == ("claim", "reply", "resolve", "snooze", "hold", "merge")
    assert offers(taken, mira) == ("reply", "release", "transfer", "resolve", "snooze", "hold", "merge")
    assert offers(taken, joris) == ("claim", "reply", "merge")


def test_a_supervisor_is_offered_to_take_up_what_somebody_left_aside() -> None:
    held = after(a_case(), Assign(agent="joris", by="joris"), Hold(by="joris", reason="the depot looks for it"))

    assert "resume" not in offers(held, Profile(id="noor", name="Noor", source="file"))
    assert "resume" in offers(held, Profile(id="mira", name="Mira", source="file", role="supervisor"))


def test_nobody_is_offered_to_approve_their_own_answer() -> None:
    mira, joris = (Profile(id=name, name=name, source="file") for name in ("mira", "joris"))
    case = after(a_case(), an_answer(a_case(), by="joris", for_approval=True))

    assert {"approve", "refuse"} <= set(offers(case, mira))
    assert not {"approve", "refuse"} & set(offers(case, joris))
    assert (to_approve(case, mira), to_approve(case, joris)) == (case.replies[0], None)


def test_mine_are_the_cases_that_i_have_to_do_something_about() -> None:
    assert wanted_for(View.MINE, agent="mira").owner == "mira"
    assert wanted_for(View.FREE, agent="mira").owned is False
