"""Turning cases into what answers hold of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from starlette.responses import Response

from services.respond.api.conditions import etag
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
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove, SlaClock
from shared.case.state.reply import ReplyStatus
from shared.runtime.clock import Clock


class Reasons(Protocol):
    """Why cases wait, by what they ask for (`Case.demand`). Raises Unavailable."""

    async def of(self, demands: Sequence[str]) -> Mapping[str, str]: ...


class Showing:
    """Shows cases as they are now, with why they wait. Methods raise Unavailable."""

    def __init__(self, *, reasons: Reasons, clock: Clock) -> None:
        self._reasons = reasons
        self._clock = clock

    async def case(self, case: Case, response: Response) -> CaseOut:
        """Return the case in full, and put its entity tag on the answer."""
        response.headers["ETag"] = etag(case)
        return case_out(case, await self.why([case]), now=self._clock())

    async def rows(self, cases: Sequence[Case]) -> tuple[CaseRow, ...]:
        """Return the cases as they stand in a list."""
        why = await self.why(cases)
        return tuple(case_row(case, why) for case in cases)

    async def why(self, cases: Sequence[Case]) -> Mapping[str, str]:
        """Return the reasons why these wait, by what they ask for."""
        return await self._reasons.of([case.demand for case in cases if case.demand is not None])


def case_row(case: Case, why: Mapping[str, str]) -> CaseRow:
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
        tags=case.tags,
        queue=case.queue,
        tier=case.customer.tier,
        aside_until=case.aside_until,
        aside_reason=case.aside_reason,
        answer_by=case.answer_by,
        waits_because=why.get(case.demand or ""),
        opened_at=case.opened_at,
        changed_at=case.changed_at,
        first_line=first_line(case),
    )


def case_out(case: Case, why: Mapping[str, str], *, now: datetime) -> CaseOut:
    """Return the case in full."""
    newest = case.last_message
    return CaseOut(
        **dict(case_row(case, why)),
        account_id=case.account_id,
        disposition=case.disposition,
        disposition_reason=case.disposition_reason,
        previous=case.previous,
        policy=case.terms.policy,
        merged_into=case.merged_into,
        merged=tuple(one.case_id for one in case.absorbed),
        fence=case.fence,
        can=ways(case),
        last_message=None if newest is None else newest.id,
        messages=tuple(MessageOut.model_validate(message) for message in case.messages),
        replies=tuple(ReplyOut.model_validate(reply) for reply in case.replies),
        clocks=tuple(_clock(clock, now=now) for clock in case.clocks),
        history=tuple(EntryOut.model_validate(entry) for entry in case.history),
    )


def queued_out(queued: Queued) -> QueuedOut:
    """Return what an agent is told about an answer that was taken."""
    waits = None
    if not queued.armed:
        waits = f"sending is off until the account {queued.case.account_id} is armed; the answer waits"
    if queued.reply.status is ReplyStatus.AWAITING_APPROVAL:
        waits = "a colleague has to approve this answer before it goes out"
        if queued.needed is not None:
            waits = f"{waits}: {queued.needed.asked}"
    return QueuedOut(
        reply=ReplyOut.model_validate(queued.reply),
        case_version=queued.case.version,
        sending=queued.armed,
        notice=waits,
    )


def first_line(case: Case, *, at_most: int = 200) -> str:
    """Return the beginning of the customer's newest message that still stands."""
    newest = case.last_message
    lines = (newest.text if newest else "").strip().splitlines()
    line = lines[0] if lines else ""
    return line if len(line) <= at_most else f"{line[: at_most - 1]}…"


def _clock(clock: SlaClock, *, now: datetime) -> ClockOut:
    met, due, terms = clock.fulfilled_at, clock.due_at, clock.terms
    still_since = clock.paused_since if met is None else None
    return ClockOut(
        kind=clock.kind.value,
        cycle=clock.cycle,
        origin=clock.origin,
        policy=policy_of(clock),
        target_seconds=None if terms is None else terms.target_seconds,
        due_at=due,
        fulfilled_at=met,
        warn_at=clock.warn_at,
        warned_at=clock.first(ClockMove.WARN),
        breached_at=clock.breached_at,
        paused_since=still_since,
        is_paused=still_since is not None,
        is_late=due is not None and (met or now) > due,
    )


def policy_of(clock: SlaClock) -> str | None:
    """Return the name of the policy that a clock runs under, without the digest of its terms."""
    ref = None if clock.terms is None else clock.terms.policy
    return None if ref is None else ref.rpartition("@")[0] or ref
