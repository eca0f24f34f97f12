"""The case that a customer's first message opens."""

from dataclasses import replace
from datetime import datetime

from shared.case.case import Case
from shared.case.clock import ClockKind, SlaClock
from shared.case.commands import Open
from shared.case.parts import Entry
from shared.case.stage import Disposition, Stage
from shared.case.timers import armed


def open_case(command: Open, *, now: datetime) -> Case:
    """Return the case at version 1, its clocks armed under the terms that its policy gives."""
    heard = command.hear.message
    opened = Case(
        id=command.case_id,
        version=1,
        brand=command.brand,
        network=command.network,
        account_id=command.account_id,
        customer_key=command.customer_key,
        customer=command.customer,
        stage=Stage.NEW,
        stage_at=now,
        severity=heard.severity,
        language=heard.language,
        intent=heard.intent,
        last_owner=command.last_owner,
        opened_at=now,
        changed_at=now,
        previous=command.previous,
        messages=(heard,),
    )
    book = command.hear.book
    opened = replace(opened, terms=book.terms(opened.facts), queue=book.queue(opened.facts))
    if heard.deleted_at is not None:
        # Deleted before it arrived: the tombstone stays, so that the late create is suppressed.
        return replace(
            opened,
            stage=Stage.NO_RESPONSE_NEEDED,
            settled_at=now,
            disposition=Disposition.NO_RESPONSE_NEEDED,
            disposition_reason="deleted by its author before it arrived",
            history=(Entry(at=now, by="customer", what="message deleted"),),
        )
    moves = [
        move
        for kind in (ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION)
        for move in armed(kind, opened.terms, at=heard.since)
    ]
    return replace(
        opened,
        clocks=tuple(SlaClock(kind=move.kind, log=move.events) for move in moves),
        history=(Entry(at=now, by="customer", what="case opened by message"),),
    )


def continue_case(full: Case, command: Open, *, now: datetime) -> Case:
    """Return the case that goes on for a full one: what was owed there is owed here, its time not begun anew."""
    opened = open_case(command, now=now)
    carried = tuple(replace(clock, cycle=1, origin=None) for clock in full.clocks if clock.is_open)
    kinds = {clock.kind for clock in carried}
    others = tuple(clock for clock in opened.clocks if clock.kind not in kinds)
    answered = any(clock.is_response and not clock.is_open for clock in full.clocks)
    if answered and not any(clock.is_response for clock in carried):
        others = tuple(
            replace(clock, kind=ClockKind.NEXT_RESPONSE) if clock.kind is ClockKind.FIRST_RESPONSE else clock
            for clock in others
        )
    return replace(opened, clocks=carried + others)
