"""What was said on a case, as its page tells it."""

from dataclasses import replace

from services.respond.console.timeline import last_reply_of_others, timeline
from services.respond.domain.notes import Note
from shared.case.state.reply import ReplyStatus
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear


def test_notes_stand_where_they_were_written() -> None:
    case = after(a_case(), hear(a_message("post-2", at=NOON + 2 * HOUR)))
    note = Note(id="n-1", case_id=case.id, brand="discus", author="mira", at=NOON + HOUR, text="Rang them.")

    said = timeline(case, [note])

    assert [(one.message is not None, one.note) for one in said] == [(True, None), (False, note), (True, None)]


def test_only_a_colleagues_answer_that_counts_is_told_to_who_writes_one() -> None:
    case = a_case()
    answered = after(case, an_answer(case, by="joris"))
    [reply] = answered.replies

    assert last_reply_of_others(answered, "mira") == reply
    assert last_reply_of_others(answered, "joris") is None
    withdrawn = replace(answered, replies=(replace(reply, status=ReplyStatus.WITHDRAWN),))
    assert last_reply_of_others(withdrawn, "mira") is None
