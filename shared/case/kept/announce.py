"""A case as others may know it: the state that is announced on care.cases, once per version."""

from datetime import datetime
from typing import Final

from shared.case.state.case import Case
from shared.case.state.clock import ClockMove, SlaClock
from shared.contracts.case import CaseAnnounced, ClockState, DeadlinePassed, NoticeGiven
from shared.contracts.envelope import pack
from shared.contracts.topics import CASES
from shared.kafka.record import Outgoing

_MOST_PASSED: Final = 20


def announcement(case: Case) -> CaseAnnounced:
    """Return what the world is told of this version of the case: where it stands, never what was said."""
    newest = {(clock.kind, clock.origin): clock for clock in case.clocks}
    return CaseAnnounced(
        case_id=case.id,
        case_version=case.version,
        brand=case.brand,
        network=case.network,
        customer_key=case.customer_key,
        customer_handle=case.customer.handle,
        stage=case.stage.value,
        owner=case.owner,
        disposition=None if case.disposition is None else case.disposition.value,
        severity=case.severity,
        intent=case.intent,
        language=case.language,
        message_count=len(case.messages),
        opened_at=case.opened_at,
        changed_at=case.changed_at,
        clocks=tuple(_state(clock) for clock in newest.values()),
        policy=case.terms.policy,
        queue=case.queue,
        merged_into=case.merged_into,
        notices=tuple(
            NoticeGiven(about=notice.about, at=notice.at, to=notice.to)
            for notice in case.notices
            if notice.changed_in >= (case.announce_from or case.version)
        ),
        passed=_passed(case.clocks),
        answered_at=max((reply.posted_at for reply in case.replies if reply.posted_at is not None), default=None),
        absorbed=tuple(merged for one in case.absorbed for merged in one.cases),
    )


def _passed(clocks: tuple[SlaClock, ...]) -> tuple[DeadlinePassed, ...]:
    found = [
        DeadlinePassed(kind=clock.kind.value, move=move, at=at, origin=clock.origin)
        for clock in clocks
        for move, at in (("warn", clock.first(ClockMove.WARN)), ("breach", clock.breached_at))
        if at is not None
    ]
    return tuple(sorted(found, key=lambda one: one.at)[-_MOST_PASSED:])


def _state(clock: SlaClock) -> ClockState:
    return ClockState(
        kind=clock.kind.value,
        due_at=clock.due_at,
        fulfilled_at=clock.fulfilled_at,
        warned_at=clock.first(ClockMove.WARN),
        breached_at=clock.breached_at,
    )


def announcement_record(case: Case, *, source: str, at: datetime, traceparent: str | None = None) -> Outgoing:
    """Return the record that announces this version. Its id `case_id:version` is the same each time it is announced."""
    return pack(
        CASES,
        announcement(case),
        key=case.id,
        fact_id=f"{case.id}:{case.version}",
        source=source,
        at=at,
        traceparent=traceparent,
    )
