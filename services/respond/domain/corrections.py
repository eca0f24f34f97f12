"""Corrections: what an agent says a message is, where classify said otherwise. They are evaluation data (0030)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, get_args

from shared.case.state.case import Case
from shared.case.state.parts import Message

Kind = Literal["intent", "sentiment", "severity", "needs_answer", "language", "flags"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
MOST_EARLIER: Final = 50
"""How many statements a correction keeps besides the one that counts; the oldest go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What somebody says of a message. None: nothing was said of that; no flags at all are an empty tuple."""

    intent: str | None = None
    sentiment: str | None = None
    severity: str | None = None
    needs_answer: bool | None = None
    language: str | None = None
    flags: tuple[str, ...] | None = None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Return of what something was said."""
        return tuple(kind for kind in KINDS if getattr(self, kind) is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What had been said of a message in this form: `revision`. `model` is None where the case has not kept it."""

    labels: Labels
    model: str | None
    revision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An agent's word on a message, and what it corrects."""

    was: Judgement
    said: Labels
    by: str
    at: datetime
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A label that was corrected, as text. Of flags there is one for each that came (`was` None) or went (`said`)."""

    label: Kind
    was: str | None
    said: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What counts now of a message, `earlier` statements (the newest first), and whether it was withdrawn.

    `case_id`: where the message is at home: after a merge still the case that it came with. `version` grows by one with
    each change.
    """

    case_id: str
    message_id: str
    brand: str
    classified_at: datetime
    statement: Statement
    earlier: tuple[Statement, ...] = ()
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    version: int = 1

    @property
    def stands(self) -> bool:
        """Does it count?"""
        return self.withdrawn_at is None


def judged(message: Message) -> Judgement:
    """Return what had been said of a message as it reads now."""
    by = message if message.judged is None else message.judged
    labels = Labels(
        intent=by.intent,
        sentiment=by.sentiment,
        severity=by.severity,
        needs_answer=by.needs_answer,
        language=by.language,
        flags=by.flags,
    )
    return Judgement(
        labels=labels, model=None if message.judged is None else message.judged.model, revision=message.revision
    )


def is_repeated(statement: Statement, after: Correction | None) -> bool:
    """Does it say nothing that the same agent's statement, which counts, has not said?"""
    if after is None or not after.stands:
        return False
    last = after.statement
    return (last.was, last.said, last.by, last.note) == (statement.was, statement.said, statement.by, statement.note)


def home_of(case: Case, message: Message) -> str:
    """Return the case that a message came with, whichever goes on for it now."""
    return message.origin or case.id


def cases_of(case: Case) -> tuple[str, ...]:
    """Return the case and those that it goes on for: where its messages are at home."""
    return (case.id, *(one for absorbed in case.absorbed for one in absorbed.cases))


def differences(statement: Statement) -> list[Difference]:
    """Return what was corrected; what an agent only confirmed is none."""
    return list(_differences(statement.was.labels, statement.said))


def _differences(was: Labels, said: Labels) -> Iterator[Difference]:
    for kind in said.kinds:
        before, after = getattr(was, kind), getattr(said, kind)
        if kind == "flags":
            yield from _flags(before or (), after)
        elif before != after:
            yield Difference(label=kind, was=as_text(before), said=as_text(after))


def _flags(was: Collection[str], said: Collection[str]) -> Iterator[Difference]:
    for flag in sorted({*was, *said}):
        if (flag in was) != (flag in said):
            yield Difference(label="flags", was=flag if flag in was else None, said=flag if flag in said else None)


def as_text(value: Any) -> str | None:
    """Return a label as a table shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)
