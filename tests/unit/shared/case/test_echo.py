"""Our own posts as the network shows them: they open nothing, and count as answers (SEMANTICS, section 2)."""

import pytest

from shared.case.decisions.landing import NATIVE
from shared.case.refused import Refused
from shared.case.reply_commands import AskHuman, Delete, ReportFailed, ReportNotSent, ReportUnknown, Retract, Withdraw
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, hear
from tests.unit.shared.case.in_each_stage import CASES, HOLD
from tests.unit.shared.case.posting import an_echo, first, posted, receipt, sending

LATER = NOON + HOUR / 2
TEXT = "We are sorry; it arrives tomorrow."
OURS = an_echo(at=LATER, text="@joe We are  sorry;\nit arrives tomorrow.")


def test_an_answer_from_the_networks_own_app_is_one() -> None:
    case = after(a_case(), an_echo(at=LATER, text="Sorry!"), now=LATER)
    [reply] = case.replies

    assert (reply.author, reply.text, reply.status, reply.posted_at) == (NATIVE, "Sorry!", ReplyStatus.POSTED, LATER)
    assert (case.stage, case.owner, case.waits_from) == (Stage.AWAITING_CUSTOMER, None, None)
    assert first(case).fulfilled_at == LATER
    assert after(case, an_echo(at=LATER), now=LATER) is case


def test_it_answers_what_had_been_written_by_then_and_nothing_newer() -> None:
    asked = after(a_case(), hear(a_message("post-2", at=NOON + HOUR)), now=NOON + HOUR)
    case = after(asked, an_echo(at=LATER), now=NOON + HOUR)

    assert [message.answered_by for message in case.messages] == ["n-1", None]
    assert (case.stage, case.waits_from) == (Stage.NEW, NOON + HOUR)


@pytest.mark.parametrize("named", ["post-1", "api-1"])
def test_it_says_which_post_it_answers_by_either_of_its_ids(named: str) -> None:
    asked = after(a_case(message=a_message(api_id="api-1")), hear(a_message("post-2", at=LATER)), now=LATER)
    case = after(asked, an_echo(at=LATER, answers=named), now=LATER)

    assert case.replies[0].answers == a_message().id
    assert after(asked, an_echo(at=LATER, answers="gone"), now=LATER).replies[0].answers == asked.messages[1].id


def test_on_a_case_whose_customer_deleted_everything_it_answers_nothing() -> None:
    gone = hear(a_message("post-1", id="gone", deleted_at=NOON), kind="deleted")
    case = after(a_case(), gone, an_echo(at=LATER), now=LATER)

    assert (case.stage, case.replies[0].answers, case.replies[0].covers) == (Stage.NO_RESPONSE_NEEDED, "", ())


@pytest.mark.parametrize("stage", [Stage.INTERNAL_HOLD, Stage.SNOOZED])
def test_it_ends_a_rest_that_kept_the_customer_waiting(stage: Stage) -> None:
    case = after(CASES[stage], an_echo(at=LATER), now=LATER)

    assert (case.stage, case.aside_until, case.aside_reason) == (Stage.AWAITING_CUSTOMER, None, None)


def test_what_is_settled_stays_so_and_keeps_the_answer() -> None:
    case = after(CASES[Stage.NO_RESPONSE_NEEDED], an_echo(at=LATER), now=LATER)

    assert (case.stage, len(case.replies), first(case).fulfilled_at) == (Stage.NO_RESPONSE_NEEDED, 1, LATER)


def test_what_is_closed_hears_no_echo() -> None:
    assert after(CASES[Stage.CLOSED], an_echo(at=LATER), now=LATER) is CASES[Stage.CLOSED]


def in_doubt(case: Case) -> list[Case]:
    unknown = ReportUnknown(reply_id="r-1", attempt=1, reason="silence", look_at=NOON)
    return [case, after(case, unknown), after(case, AskHuman(reply_id="r-1", attempt=1, reason="cannot tell"))]


@pytest.mark.parametrize("case", in_doubt(sending(a_case())))
def test_our_own_words_that_come_back_tell_that_they_landed(case: Case) -> None:
    """The network sets a name before them and its own spaces between them."""
    found = after(case, OURS, now=LATER)

    assert [(one.id, one.status, one.native_id) for one in found.replies] == [("r-1", ReplyStatus.POSTED, "native-n-1")]
    assert (found.stage, first(found).fulfilled_at, found.publish_due_at) == (Stage.AWAITING_CUSTOMER, LATER, None)


def test_words_that_cannot_be_out_yet_are_somebody_elses() -> None:
    failed = after(sending(a_case()), ReportFailed(reply_id="r-1", attempt=1, reason="too long"))

    assert [one.author for one in after(failed, OURS, now=LATER).replies] == ["mira", NATIVE]


def test_what_was_taken_for_native_turns_out_to_be_ours_with_the_receipt() -> None:
    """The network shortens our words, so the echo was not known for ours; then comes the receipt."""
    shown = an_echo("n-1", at=LATER, text="We are so…")
    case = after(sending(a_case()), shown, now=LATER)
    assert [one.author for one in case.replies] == ["mira", NATIVE]

    posted_too = receipt(at=LATER).__class__(reply_id="r-1", native_id="native-n-1", url=None, posted_at=LATER)
    known = after(case, posted_too, now=LATER)

    assert [(one.id, one.status) for one in known.replies] == [("r-1", ReplyStatus.POSTED)]
    assert [one.answered_by for one in known.messages] == ["r-1"]
    assert after(known, shown, now=LATER) is known


def test_what_was_deleted_as_somebody_elses_is_deleted_as_ours() -> None:
    """Somebody asked for the deletion of what they saw; then the receipt says that it is the answer in doubt."""
    shown = after(sending(a_case()), an_echo("n-1", at=LATER, text="We are so…"), now=LATER)
    asked = after(shown, Delete(reply_id="n-1", by="mira"), now=LATER)
    landed = receipt(at=LATER).__class__(reply_id="r-1", native_id="native-n-1", url=None, posted_at=LATER)
    case = after(asked, landed, now=LATER)

    [reply] = case.replies
    assert (reply.id, reply.status, reply.unwanted_by) == ("r-1", ReplyStatus.WITHDRAWN, "mira")
    assert (reply.landed, case.publish_due_at, case.stage) == (("native-n-1",), LATER, Stage.ASSIGNED)


def test_an_echo_of_what_is_recorded_says_nothing_new() -> None:
    case = posted(a_case())
    echo = an_echo(at=NOON).__class__(
        reply_id="n-9", native_id="s-r-1", answers=None, text=TEXT, url=None, posted_at=NOON
    )

    assert after(case, echo) is case


def test_what_landed_after_its_withdrawal_and_is_to_be_deleted_is_no_answer() -> None:
    again = ReportNotSent(reply_id="r-1", attempt=1, reason="not there", again_at=NOON)
    withdrawn = after(sending(a_case()), again, Withdraw(reply_id="r-1", by="mira"))
    with pytest.raises(Refused, match="delete it on the network"):
        after(withdrawn, receipt())
    landed = after(
        withdrawn, Retract(reply_id="r-1", native_id="native-n-1", url=None, delete_at=NOON, reason="landed")
    )

    assert after(landed, OURS, now=LATER) is landed
    assert first(landed).fulfilled_at is None


def test_held_for_something_else_a_case_that_still_owes_an_answer_stays_on_hold() -> None:
    held = after(a_case(), hear(a_message("post-2", at=NOON + HOUR)), HOLD, now=NOON + HOUR)

    assert after(held, an_echo(at=LATER), now=NOON + HOUR).stage is Stage.INTERNAL_HOLD
