"""What messages were understood to be, in words, and what agents said instead."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from services.respond.domain.corrections import KINDS, Correction, Kind, Labels, judged
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.case.state.policy import SEVERITIES
from shared.contracts.classification import Sentiment
from shared.contracts.taxonomy import FLAGS, INTENTS

LABELS: Final[Mapping[Kind, str]] = {
    "intent": "Topic",
    "sentiment": "Feeling",
    "severity": "Severity",
    "needs_answer": "Needs an answer",
    "language": "Language",
    "flags": "Flags",
}


def _named(values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(one, one.replace("_", " ")) for one in values]


CHOICES: Final[Mapping[Kind, list[tuple[str, str]]]] = {
    "intent": _named(INTENTS),
    "sentiment": _named(tuple(Sentiment)),
    "severity": _named(SEVERITIES),
    "needs_answer": [("true", "yes"), ("false", "no")],
}
"""What an agent chooses from, as value and words."""
FLAG_CHOICES: Final = _named(FLAGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label as it counts now. `was`: what classify had said, where an agent said otherwise."""

    kind: Kind
    words: str
    was: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A message's labels. `was`, `said`: all that classify said, and that with the correction over it.

    `by`: who corrected it; None: nobody. `is_older`: the correction is about an earlier form.
    """

    labels: tuple[Label, ...]
    was: Mapping[str, Any]
    said: Mapping[str, Any]
    by: str | None = None
    note: str = ""
    is_older: bool = False


def understood(case: Case, corrections: Mapping[str, Correction]) -> dict[str, Understood]:
    """Return it for each message, by message id."""
    return {one.id: _understood(one, corrections.get(one.id)) for one in case.messages}


def spoken(kind: Kind, value: Any) -> str:
    """Return a label's value in words."""
    if kind == "flags":
        flags = [value] if isinstance(value, str) else value or ()
        return ", ".join(one.replace("_", " ") for one in flags) or "no flag"
    if kind == "needs_answer":
        return {True: "needs an answer", False: "needs no answer", "yes": "needs an answer"}.get(
            value, "needs no answer"
        )
    return "nothing" if value is None else str(value).replace("_", " ")


def _understood(message: Message, correction: Correction | None) -> Understood:
    was = judged(message)
    if correction is None or not correction.stands:
        return Understood(labels=_labels(was.labels), was=asdict(was.labels), said=asdict(was.labels))
    statement = correction.statement
    said = {kind: value for kind, value in asdict(statement.said).items() if value is not None}
    now = Labels(**{**asdict(was.labels), **said})
    return Understood(
        labels=_labels(now, statement.was.labels, statement.said),
        was=asdict(was.labels),
        said=asdict(now),
        by=statement.by,
        note=statement.note or "",
        is_older=statement.was.revision != message.revision,
    )


def _labels(now: Labels, was: Labels | None = None, said: Labels | None = None) -> tuple[Label, ...]:
    found = []
    for kind in KINDS:
        value = getattr(now, kind)
        before = getattr(was, kind) if said is not None and getattr(said, kind) is not None else value
        if value in (None, ()) and before in (None, ()):
            continue
        was_said = spoken(kind, before) if before != value else None
        found.append(Label(kind=kind, words=spoken(kind, value), was=was_said))
    return tuple(found)
