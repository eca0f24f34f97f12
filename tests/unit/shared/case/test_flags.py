"""A message keeps its flags, and what classify said of it as it reads now."""

from dataclasses import replace

import pytest

from shared.case.kept.document import from_document, to_document
from shared.case.state.case import Case
from shared.case.state.parts import Judged, Message
from tests.builders import NOON, a_case, a_message, after, hear

SAID = Judged(model="m-1", language="en", sentiment="negative", intent="delivery", severity="normal", needs_answer=True)


def edited(case: Case, **labels: object) -> Message:
    """The message of the case after its author edited it."""
    known = case.messages[0]
    form = replace(a_message(), id="e-2", events=("e-2",), native_id=known.native_id, revision="1", **labels)  # type: ignore[arg-type]
    return after(case, hear(form, kind="edited"), now=NOON).messages[0]


def test_an_edit_is_judged_anew_and_takes_no_flag_back() -> None:
    """As with severity: who threatened with a lawyer and took it back has still done so."""
    case = a_case(message=a_message(flags=("legal",), judged=SAID))
    anew = replace(SAID, intent="refund", flags=("churn",))

    message = edited(case, flags=("churn",), judged=anew)

    assert (message.flags, message.judged) == (("churn", "legal"), anew)


@pytest.mark.parametrize("is_edit_first", [False, True])
def test_the_flags_of_an_earlier_form_stay_whatever_came_first(is_edit_first: bool) -> None:
    """Order is by revision, never by arrival; what was said of the newest form is of that form alone."""
    anew = replace(SAID, intent="refund", flags=("churn",))
    forms = [
        hear(a_message("post-2", id="created", flags=("legal",), judged=SAID)),
        hear(a_message("post-2", id="edited", revision="1", flags=("churn",), judged=anew), kind="edited"),
    ]

    message = after(a_case(), *(reversed(forms) if is_edit_first else forms)).messages[1]

    assert (message.flags, message.judged) == (("churn", "legal"), anew)


def test_cases_from_before_flags_are_read_as_having_none() -> None:
    case = a_case(message=a_message(flags=("legal",), judged=SAID))
    document = to_document(case)
    assert from_document(document) == case

    for message in document["messages"]:
        del message["flags"], message["judged"]

    assert [(one.flags, one.judged) for one in from_document(document).messages] == [((), None)]
