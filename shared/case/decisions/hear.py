"""What happens when a customer says, edits or deletes something."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.case.commands import Hear
from shared.case.decisions.timers import follow, judge_anew, owe, start_over
from shared.case.decisions.unfolding import Unfolding
from shared.case.decisions.working import settle
from shared.case.events import Event, MessageHeard, OwnerChanged, SeverityRaised, StageChanged
from shared.case.refused import illegal
from shared.case.state.case import Case
from shared.case.state.parts import Message, Revision
from shared.case.state.policy import higher
from shared.case.state.stage import ANSWERABLE, CALLED_BACK, SET_ASIDE, TERMINAL, Disposition, Stage

_NUMBERS: Final = 10**18


def decide(case: Case, command: Hear, *, now: datetime) -> list[Event]:
    """Return what a message does to a case that is there."""
    heard = command.message
    if case.has_applied(heard.id):
        return []
    if not case.is_live:
        raise illegal("add a message to", case.stage, set(Stage) - TERMINAL)
    turn = Unfolding(case, now=now)
    known = next((one for one in case.messages if one.native_id == heard.native_id), None)
    if known is None:
        origin = None if command.customer_key is None else case.origin_of(command.customer_key)
        what = "received" if heard.deleted_at is None else "deleted"
        turn.add(MessageHeard(message=replace(heard, origin=origin), what=what))
    else:
        turn.add(_about_known(known, heard, command.kind))
    stands = turn.case.message(heard.id if known is None else known.id)
    if stands is not None and stands.deleted_at is None:
        if higher(stands.severity, turn.case.severity) != turn.case.severity:
            turn.add(SeverityRaised(severity=stands.severity))
        if stands.waits and (known is None or not known.needs_answer):
            _called_back(turn, stands, command.online)
        judge_anew(turn, command.book)
        owe(turn)
    elif known is not None and known.is_unanswered:
        _asks_no_more(turn)
    return turn.events


def _about_known(known: Message, heard: Message, kind: str) -> MessageHeard:
    """A further event about a post that we have. Order is by revision, never by arrival."""
    applied = replace(known, events=(*known.events, heard.id))
    if kind == "deleted":
        return MessageHeard(message=replace(applied, deleted_at=known.deleted_at or heard.deleted_at), what="deleted")
    if known.deleted_at is not None and not known.text:
        # The tombstone came first. The text is kept for the record; it asks nothing of anybody.
        suppressed = replace(
            heard, id=known.id, events=applied.events, deleted_at=known.deleted_at, origin=known.origin
        )
        return MessageHeard(message=suppressed, what="received after its deletion")
    flags = tuple(sorted({*known.flags, *heard.flags}))
    if _order(heard.revision) <= _order(known.revision):
        earlier = (Revision(text=heard.text, revision=heard.revision, until=known.occurred_at), *known.earlier)
        # Whatever the order: what was grave or wanted an answer once is so, as if the forms had come one by one.
        graver = replace(
            applied,
            earlier=earlier,
            flags=flags,
            severity=higher(known.severity, heard.severity),
            needs_answer=known.needs_answer or heard.needs_answer,
            waits_from=heard.waits_from if heard.needs_answer else known.waits_from,
        )
        return MessageHeard(message=graver, what="received in an earlier form")
    edited = replace(
        applied,
        text=heard.text,
        revision=heard.revision,
        intent=heard.intent,
        sentiment=heard.sentiment,
        severity=higher(known.severity, heard.severity),
        needs_answer=known.needs_answer or heard.needs_answer,
        flags=flags,
        judged=heard.judged,
        # What was no question before is one from now on, and not since it was written.
        waits_from=known.waits_from if known.needs_answer else heard.waits_from,
        earlier=(*known.earlier, Revision(text=known.text, revision=known.revision, until=heard.received_at)),
    )
    return MessageHeard(message=edited, what="edited")


def _called_back(turn: Unfolding, message: Message, online: frozenset[str]) -> None:
    """It is our turn again: the owner's, who is at work, or else the queue's.

    Where it already was, since another customer waits on the same case, this one's clocks go on now.
    """
    case = turn.case
    if case.stage in CALLED_BACK:
        if case.owner is not None and case.owner not in online:
            turn.add(OwnerChanged(owner=None, by="route", note="not at work"))
        back = Stage.NEW if turn.case.owner is None else Stage.ASSIGNED
        turn.add(StageChanged(stage=back, by="customer", note="wrote again"))
    if turn.case.is_ours:
        follow(turn, at=message.received_at, origins={message.origin})
        start_over(turn, at=message.since, origin=message.origin)


def _asks_no_more(turn: Unfolding) -> None:
    """The customer took back the last thing that stood there without an answer."""
    case = turn.case
    if case.stage in ANSWERABLE | SET_ASIDE and not any(message.is_unanswered for message in case.messages):
        settle(turn, Disposition.NO_RESPONSE_NEEDED, "deleted by its author", by="customer")


def _order(revision: str) -> tuple[int, str]:
    """Numbers before texts, numbers by size, texts (ISO times) by spelling; "0" is the first form."""
    return (int(revision), "") if revision.isdecimal() else (_NUMBERS, revision)
