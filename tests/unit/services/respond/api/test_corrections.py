"""What a correction says: what differs, whose message it is, and how often it comes up."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

import pytest

from services.respond.console.labels import CHOICES, FLAG_CHOICES, LABELS, understood
from services.respond.domain.corrections import (
    KINDS,
    Correction,
    Difference,
    Judgement,
    Labels,
    Statement,
    differences,
    is_repeated,
    judged,
)
from services.respond.domain.scope import Scope
from services.respond.domain.understanding import Counts, understanding
from services.respond.handlers.change import Asking
from services.respond.handlers.corrections import Corrections
from shared.case.state.parts import Judged
from shared.runtime.errors import Unavailable
from tests.builders import NOON, a_case, a_message
from tests.fakes.cases import InMemoryCases

WAS = Labels(
    intent="billing", sentiment="negative", severity="normal", needs_answer=True, language="en", flags=("churn",)
)


def a_statement(said: Labels, **fields: Any) -> Statement:
    judgement = Judgement(labels=WAS, model="m-1", revision="0")
    return Statement(**{"was": judgement, "said": said, "by": "mira", "at": NOON, **fields})


def a_correction(said: Labels, *, message_id: str = "m", **fields: Any) -> Correction:
    return Correction(
        case_id="c",
        message_id=message_id,
        brand="discus",
        classified_at=NOON,
        statement=fields.pop("statement", a_statement(said)),
        **fields,
    )


def test_what_was_not_said_and_what_was_only_confirmed_is_no_difference() -> None:
    said = Labels(intent="refund", needs_answer=False, severity="normal")

    assert differences(a_statement(said)) == [
        Difference(label="intent", was="billing", said="refund"),
        Difference(label="needs_answer", was="yes", said="no"),
    ]


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        (("churn",), []),
        ((), [("churn", None)]),
        (("legal",), [("churn", None), (None, "legal")]),
        (("churn", "legal"), [(None, "legal")]),
    ],
)
def test_each_flag_is_a_difference_of_its_own(
    flags: tuple[str, ...], found: list[tuple[str | None, str | None]]
) -> None:
    assert [(one.was, one.said) for one in differences(a_statement(Labels(flags=flags)))] == found


def test_only_the_same_word_by_the_same_agent_on_the_same_form_that_still_counts_is_said_twice() -> None:
    said = Labels(intent="refund")
    kept = a_correction(said)
    again = a_statement(said, at=NOON.replace(hour=13))

    assert is_repeated(again, kept)
    for other in (
        replace(again, by="joris"),
        replace(again, note="because"),
        replace(again, said=Labels(intent="order")),
        replace(again, was=replace(again.was, revision="1")),
    ):
        assert not is_repeated(other, kept)
    assert not is_repeated(again, replace(kept, withdrawn_at=NOON))
    assert not is_repeated(again, None)


def test_a_message_from_before_the_models_word_was_kept_goes_by_its_own_labels() -> None:
    own: dict[str, Any] = {
        "language": "nl",
        "sentiment": "neutral",
        "intent": "order",
        "severity": "high",
        "needs_answer": True,
    }
    old = a_message(**own)
    kept = replace(old, judged=Judged(model="m-2", **{**own, "severity": "normal"}, flags=("legal",)))

    assert judged(old) == Judgement(labels=Labels(**own, flags=()), model=None, revision="0")
    assert (judged(kept).model, judged(kept).labels.severity, judged(kept).labels.flags) == (
        "m-2",
        "normal",
        ("legal",),
    )


def test_the_page_shows_what_agents_said_with_what_it_was_and_all_else_as_it_is() -> None:
    message = a_message(judged=Judged(model="m-1", **{**vars_of(WAS), "flags": ("churn",)}))
    case = a_case(message=message)
    correction = a_correction(Labels(intent="refund", severity="normal", flags=()), message_id=message.id)

    shown = understood(case, {message.id: correction})[message.id]

    assert {one.kind: (one.words, one.was) for one in shown.labels} == {
        "intent": ("refund", "billing"),
        "sentiment": ("negative", None),
        "severity": ("normal", None),
        "needs_answer": ("needs an answer", None),
        "language": ("en", None),
        "flags": ("no flag", "churn"),
    }
    assert (shown.by, shown.is_older, shown.was["intent"], shown.said["intent"]) == ("mira", False, "billing", "refund")
    withdrawn = understood(case, {message.id: replace(correction, withdrawn_at=NOON)})[message.id]
    assert (withdrawn.by, {one.was for one in withdrawn.labels}) == (None, {None})
    before = Judgement(labels=WAS, model="m-1", revision="-1")
    older = replace(correction, statement=a_statement(Labels(intent="refund"), was=before))
    assert understood(case, {message.id: older})[message.id].is_older


def vars_of(labels: Labels) -> dict[str, Any]:
    return {kind: getattr(labels, kind) for kind in KINDS}


def test_every_kind_has_a_word_and_every_label_can_be_chosen() -> None:
    assert set(LABELS) == set(KINDS)
    assert {*CHOICES, "language", "flags"} == set(KINDS)
    assert len(FLAG_CHOICES) == 9


def test_the_report_adds_up_over_models_and_puts_the_most_frequent_first() -> None:
    refund = Difference(label="intent", was="billing", said="refund")
    order = Difference(label="intent", was="delivery", said="order")
    legal = Difference(label="flags", was=None, said="legal")
    counts = Counts(
        classified={"m-1": 10, "m-2": 30},
        corrected={"m-1": 2, None: 1},
        labels={("m-1", "intent"): 2, (None, "intent"): 1, ("m-1", "flags"): 1},
        differences={("m-1", refund): 1, (None, refund): 1, ("m-1", order): 1, ("m-1", legal): 1},
    )

    found = understanding(counts, most=2)

    assert (found.whole.classified, found.whole.corrected) == (40, 3)
    assert {kind: count for kind, count in found.whole.labels.items() if count} == {"intent": 3, "flags": 1}
    assert [(one.difference, one.count) for one in found.whole.confusions] == [(refund, 2), (order, 1)]
    assert [(one.model, one.classified, one.corrected) for one in found.models] == [
        ("m-2", 30, 0),
        ("m-1", 10, 2),
        (None, 0, 1),
    ]


class Contested:
    """A store to which another writer always was first."""

    def __init__(self, known: Correction | None) -> None:
        self._known = known
        self.saves = 0

    async def get(self, case_ids: Collection[str], message_id: str) -> Correction | None:
        return self._known

    async def save(self, correction: Correction) -> Correction | None:
        self.saves += 1
        if self.saves > 1_000:
            raise AssertionError("it never gives up")
        return None


async def test_who_is_never_first_is_told_to_try_again() -> None:
    """A write that cannot be seen yet, as while a majority is missing, must not keep the process busy for ever."""
    case = a_case()
    message, asking = case.messages[0], Asking(agent="mira", scope=Scope())
    known = a_correction(Labels(intent="order"), message_id=message.id)
    new, there = (
        Corrections(cases=InMemoryCases(case), corrections=Contested(one), clock=lambda: NOON) for one in (None, known)
    )

    for trying in (
        new.correct(case.id, message.id, Labels(intent="refund"), asking),
        there.correct(case.id, message.id, Labels(intent="refund"), asking),
        there.withdraw(case.id, message.id, asking),
    ):
        with pytest.raises(Unavailable, match="kept changing"):
            await trying
