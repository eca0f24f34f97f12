"""Turning cases into what answers hold of them."""

from datetime import datetime

from services.respond.api.shown import (
    CaseOut,
    CaseRow,
    ClockOut,
    CustomerOut,
    EntryOut,
    MessageOut,
    QueuedOut,
    ReplyOut,
)
from services.respond.domain.ways import ways
from services.respond.handlers.answer import Queued
from shared.case.case import Case
from shared.case.clock import SlaClock


def case_row(case: Case) -> CaseRow:
    """Return the case as it stands in a list."""
    return CaseRow(
        id=case.id,
        version=case.version,
        brand=case.brand,
        network=case.network,
        customer=CustomerOut.model_validate(case.customer),
        stage=case.stage,
        severity=case.severity,
        intent=case.intent,
        language=case.language,
        owner=case.owner,
        queue=case.queue,
        tier=case.customer.tier,
        aside_until=case.aside_until,
        aside_reason=case.aside_reason,
        answer_by=case.answer_by,
        opened_at=case.opened_at,
        changed_at=case.changed_at,
        first_line=first_line(case),
    )


def case_out(case: Case, *, now: datetime) -> CaseOut:
    """Return the case in full."""
    newest = case.last_message
    return CaseOut(
        **dict(case_row(case)),
        account_id=case.account_id,
        disposition=case.disposition,
        disposition_reason=case.disposition_reason,
        previous=case.previous,
        policy=case.terms.policy,
        merged_into=case.merged_into,
        merged=tuple(one.case_id for one in case.absorbed),
        can=ways(case),
        last_message=None if newest is None else newest.id,
        messages=tuple(MessageOut.model_validate(message) for message in case.messages),
        replies=tuple(ReplyOut.model_validate(reply) for reply in case.replies),
        clocks=tuple(_clock(clock, now=now) for clock in case.clocks),
        history=tuple(EntryOut.model_validate(entry) for entry in case.history),
    )


def queued_out(queued: Queued) -> QueuedOut:
    """Return what an agent is told about an answer that was taken."""
    off = f"sending is off until the account {queued.case.account_id} is armed; the answer waits"
    return QueuedOut(
        reply=ReplyOut.model_validate(queued.reply),
        case_version=queued.case.version,
        sending=queued.armed,
        notice=None if queued.armed else off,
    )


def first_line(case: Case, *, at_most: int = 200) -> str:
    """Return the beginning of the customer's newest message that still stands."""
    newest = case.last_message
    lines = (newest.text if newest else "").strip().splitlines()
    line = lines[0] if lines else ""
    return line if len(line) <= at_most else f"{line[: at_most - 1]}…"


def _clock(clock: SlaClock, *, now: datetime) -> ClockOut:
    met, due = clock.fulfilled_at, clock.due_at
    return ClockOut(
        kind=clock.kind.value,
        due_at=due,
        cycle=clock.cycle,
        target_seconds=None if clock.terms is None else clock.terms.target_seconds,
        fulfilled_at=met,
        warn_at=clock.warn_at,
        breached_at=clock.breached_at,
        is_paused=clock.is_paused,
        is_late=due is not None and (met or now) > due,
    )
