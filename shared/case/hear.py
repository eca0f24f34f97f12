"""What happens when a customer says, edits or deletes something."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.case.case import Case
from shared.case.clock import ClockEvent, ClockKind, ClockMove, SlaClock
from shared.case.commands import Hear, Open
from shared.case.events import ClockMoved, Event, MessageHeard, SeverityRaised, StageChanged
from shared.case.parts import Entry, Message, Revision
from shared.case.stage import SETTLED, Disposition, Stage

SEVERITIES: Final = ("low", "normal", "high", "critical")


def open_case(command: Open, *, now: datetime) -> Case:
    """Return the case that a customer's first message opens, at version 1, its clock armed."""
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
        severity=heard.severity,
        language=heard.language,
        intent=heard.intent,
        opened_at=now,
        changed_at=now,
        previous=command.previous,
    )
    if command.hear.kind == "deleted":
        # Deleted before it arrived: the tombstone stays, so that the late create is suppressed.
        return replace(
            opened,
            stage=Stage.NO_RESPONSE_NEEDED,
            settled_at=now,
            disposition=Disposition.NO_RESPONSE_NEEDED,
            disposition_reason="deleted by its author before it arrived",
            messages=(heard,),
            history=(Entry(at=now, by="customer", what="message deleted"),),
        )
    return replace(
        opened,
        messages=(heard,),
        clocks=(SlaClock(kind=ClockKind.FIRST_RESPONSE, log=_armed(command.hear)),),
        history=(Entry(at=now, by="customer", what="case opened by message"),),
    )


def decide(case: Case, command: Hear) -> list[Event]:
    """Return what a message does to a case that is there."""
    heard = command.message
    if case.has_applied(heard.id):
        return []
    known = next((one for one in case.messages if one.native_id == heard.native_id), None)
    if known is not None:
        return _about_known(known, heard, command.kind)
    events: list[Event] = [MessageHeard(message=heard, what="received" if heard.deleted_at is None else "deleted")]
    if heard.deleted_at is not None:
        return events
    if SEVERITIES.index(heard.severity) > SEVERITIES.index(case.severity):
        events.append(SeverityRaised(severity=heard.severity))
    return events + _reopened(case, command)


def _about_known(known: Message, heard: Message, kind: str) -> list[Event]:
    """A further event about a post that we have. Order is by revision, never by arrival."""
    applied = replace(known, events=(*known.events, heard.id))
    if kind == "deleted":
        return [MessageHeard(message=replace(applied, deleted_at=heard.deleted_at), what="deleted")]
    if known.deleted_at is not None and not known.text:
        # The tombstone came first. The text is kept for the record; it asks nothing of anybody.
        suppressed = replace(heard, id=known.id, events=applied.events, deleted_at=known.deleted_at)
        return [MessageHeard(message=suppressed, what="received after its deletion")]
    if _order(heard.revision) <= _order(known.revision):
        earlier = (Revision(text=heard.text, revision=heard.revision, until=known.occurred_at), *known.earlier)
        return [MessageHeard(message=replace(applied, earlier=earlier), what="received in an earlier form")]
    return [
        MessageHeard(
            message=replace(
                applied,
                text=heard.text,
                revision=heard.revision,
                intent=heard.intent,
                sentiment=heard.sentiment,
                earlier=(*known.earlier, Revision(text=known.text, revision=known.revision, until=heard.received_at)),
            ),
            what="edited",
        )
    ]


def _reopened(case: Case, command: Hear) -> list[Event]:
    """A settled case comes back when the customer does; a mere thanks is logged and leaves it settled."""
    if case.stage not in {*SETTLED, Stage.AWAITING_CUSTOMER} or not command.message.needs_answer:
        return []
    back = Stage.NEW if case.owner is None else Stage.ASSIGNED
    events: list[Event] = [StageChanged(stage=back, by="customer", note="wrote again")]
    # A message that was long on its way may have come in before the pause began: then there was none.
    events += [
        ClockMoved(
            kind=clock.kind, events=(ClockEvent(move=ClockMove.RESUME, at=max(since, command.message.received_at)),)
        )
        for clock in case.clocks
        if (since := clock.paused_since) is not None and clock.fulfilled_at is None
    ]
    if case.clock(ClockKind.FIRST_RESPONSE) is None:
        events.append(ClockMoved(kind=ClockKind.FIRST_RESPONSE, events=_armed(command)))
    return events


def _armed(command: Hear) -> tuple[ClockEvent, ...]:
    at: datetime = command.clock_start
    return (
        ClockEvent(move=ClockMove.ACTIVATE, at=at),
        ClockEvent(
            move=ClockMove.APPLY_POLICY, at=at, target_seconds=command.target_seconds, warn_share=command.warn_share
        ),
    )


def _order(revision: str) -> tuple[int, str]:
    """Numbers before texts, numbers by size, texts (ISO times) by spelling; "0" is the first form."""
    return (int(revision), "") if revision.isdecimal() else (10**18, revision)
