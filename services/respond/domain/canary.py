"""The watchdog's own case: a deadline that nobody meets, so that somebody has to record its breach."""

from datetime import datetime
from typing import Final

from shared.case.decisions.timers import armed
from shared.case.state.case import CANARY, Case
from shared.case.state.clock import ClockKind, SlaClock
from shared.case.state.parts import Customer
from shared.case.state.stage import Stage
from shared.case.state.terms import Terms

TARGET_SECONDS: Final = 5
"""RELIABILITY, section 3."""


def canary(canary_id: str, *, now: datetime) -> Case:
    """Return a case on hold, which nobody is given and nobody sees, due in five seconds."""
    terms = Terms(policy="canary", first_response=TARGET_SECONDS)
    moves = armed(ClockKind.FIRST_RESPONSE, terms, at=now)
    return Case(
        id=canary_id,
        version=1,
        brand=CANARY,
        network=CANARY,
        account_id=CANARY,
        customer_key=f"{CANARY}/{canary_id}",
        customer=Customer(),
        stage=Stage.INTERNAL_HOLD,
        stage_at=now,
        severity="normal",
        opened_at=now,
        changed_at=now,
        terms=terms,
        clocks=tuple(SlaClock(kind=move.kind, log=move.events) for move in moves),
    )
