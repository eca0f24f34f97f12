"""A case as others may know it: the state that is announced on care.cases, once per version."""

from datetime import datetime

from shared.case.case import Case
from shared.contracts.case import CaseAnnounced, ClockState
from shared.contracts.envelope import pack
from shared.contracts.topics import CASES
from shared.kafka.record import Outgoing


def announcement(case: Case) -> CaseAnnounced:
    """Return what the world is told of this version of the case: where it stands, never what was said."""
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
        clocks=tuple(
            ClockState(
                kind=clock.kind.value,
                due_at=clock.due_at,
                fulfilled_at=clock.fulfilled_at,
                breached_at=clock.breached_at,
            )
            for clock in case.clocks
        ),
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
