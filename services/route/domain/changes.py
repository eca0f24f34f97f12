"""What one customer's mentions, in the order of the topic, make of their case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from services.route.domain.translate import Ground, as_echo, as_hear, as_open
from shared.case.apply import apply_all
from shared.case.decide import decide
from shared.case.events import CaseSettled
from shared.case.keeping import Past, Step, announcing
from shared.case.opening import continue_case, open_case
from shared.case.state.case import Case
from shared.case.state.stage import Disposition, Stage
from shared.contracts.classification import MentionClassified
from shared.contracts.mention import MentionKind

_FULL: Final = CaseSettled(
    disposition=Disposition.CONTINUED, reason="full; the next case continues it", stage=Stage.CLOSED, by="route"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What is to be written, and the cases to be announced (also when nothing changed: an announcement may be lost)."""

    steps: tuple[Step, ...]
    cases: tuple[Case, ...]


def changed(
    live: Case | None,
    past: Sequence[Past],
    facts: Sequence[MentionClassified],
    ground: Ground,
    *,
    now: datetime,
    full: Case | None = None,
) -> Changed:
    """Continue the live case, or open one where there is none; a full case closes and a linked one opens.

    `past` are the customer's cases that are over, oldest first: what had its effect there has no second one here.
    `full`: the last of them, where it was closed as full and no case goes on for it yet. Our own answers open nothing.
    """
    before: Case | None = live
    current: Case | None = live
    done: list[Step] = []
    for fact in facts:
        if fact.mention.kind is MentionKind.ECHO:
            if current is not None:
                current = apply_all(current, decide(current, as_echo(fact.mention), now=now), now=now)
            continue
        if any(fact.mention.event_id in one.events for one in past):
            continue
        command = as_hear(fact, ground, now=now)
        if current is None:
            last = past[-1] if past else None
            opening = as_open(
                fact,
                command,
                previous=None if last is None else last.case_id,
                last_owner=None if last is None else last.last_owner,
            )
            current = open_case(opening, now=now) if full is None else continue_case(full, opening, now=now)
        elif current.is_full and not current.has_applied(fact.mention.event_id):
            # Announced by the relay: the next look, after a lost race or a crash, no longer comes upon this case.
            full = announcing(lambda case: apply_all(case, [_FULL], now=now))(current)
            done.append(Step(before=before, after=full))
            opening = as_open(fact, command, previous=full.id, last_owner=full.owner or full.last_owner)
            before, current = None, continue_case(current, opening, now=now)
        else:
            current = apply_all(current, decide(current, command, now=now), now=now)
    if current is not None:
        done.append(Step(before=before, after=current))
    return Changed(
        steps=tuple(step for step in done if step.after is not step.before),
        cases=tuple(step.after for step in done),
    )
