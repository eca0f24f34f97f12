"""What one customer's mentions, in the order of the topic, make of their case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from services.route.domain.translate import Targets, as_hear, as_open
from shared.case.apply import apply_all
from shared.case.case import Case
from shared.case.decide import decide
from shared.case.events import CaseSettled
from shared.case.hear import open_case
from shared.case.keeping import Past, Step, announcing
from shared.case.stage import Disposition, Stage
from shared.contracts.classification import MentionClassified

_FULL: Final = CaseSettled(
    disposition=Disposition.CONTINUED, reason="full; the next case continues it", stage=Stage.CLOSED, by="route"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What is to be written, and the cases to be announced (also when nothing changed: an announcement may be lost)."""

    steps: tuple[Step, ...]
    cases: tuple[Case, ...]


def changed(
    live: Case | None, past: Sequence[Past], facts: Sequence[MentionClassified], targets: Targets, *, now: datetime
) -> Changed:
    """Continue the live case, or open one where there is none; a full case closes and a linked one opens.

    `past` are the customer's closed cases, oldest first: what had its effect there has no second one here.
    """
    before: Case | None = live
    current: Case | None = live
    done: list[Step] = []
    for fact in facts:
        command = as_hear(fact, targets, now=now)
        if any(fact.mention.event_id in one.events for one in past):
            continue
        previous = past[-1].case_id if past else None
        if current is not None and current.is_full and not current.has_applied(fact.mention.event_id):
            # Announced by the relay: the next look, after a lost race or a crash, no longer comes upon this case.
            full = announcing(lambda case: apply_all(case, [_FULL], now=now))(current)
            done.append(Step(before=before, after=full))
            before, current, previous = None, None, full.id
        if current is None:
            current = open_case(as_open(fact, command, previous=previous), now=now)
        else:
            current = apply_all(current, decide(current, command, now=now), now=now)
    if current is not None:
        done.append(Step(before=before, after=current))
    return Changed(
        steps=tuple(step for step in done if step.after is not step.before),
        cases=tuple(step.after for step in done),
    )
