"""The case that a customer's first message opens."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.case.commands import Open
from shared.case.decisions.timers import armed, follow
from shared.case.decisions.unfolding import Unfolding
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind, SlaClock
from shared.case.state.parts import Entry
from shared.case.state.stage import Disposition, Stage
from shared.case.state.terms import Terms

_AT_FIRST: Final = (ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION)


def open_case(command: Open, *, now: datetime) -> Case:
    """Return the case at version 1, its clocks armed under the terms that its policy gives."""
    opened = _opened(command, now=now)
    terms, queue = _terms(command, opened)
    if command.hear.message.deleted_at is not None:
        return _suppressed(replace(opened, terms=terms, queue=queue), now=now)
    return replace(opened, terms=terms, queue=queue, clocks=_armed(_AT_FIRST, command, terms))


def continue_case(full: Case, command: Open, *, now: datetime) -> Case:
    """Return the case that goes on for a full one: what was owed there to this customer is owed here.

    The time of that is not begun anew.
    """
    opened = _opened(command, now=now)
    terms, queue = _terms(command, opened)
    opened = replace(opened, terms=terms, queue=queue)
    origin = full.origin_of(command.customer_key)
    theirs = (clock for clock in full.clocks if clock.origin == origin and clock.is_open)
    owed = tuple(replace(clock, cycle=1, origin=None) for clock in theirs)
    waits = any(clock.is_response and not clock.is_paused for clock in owed)
    if command.hear.message.deleted_at is not None and not waits:
        return _suppressed(opened, now=now)
    answered = any(one.answered_by is not None and one.origin == origin for one in full.messages)
    response = ClockKind.NEXT_RESPONSE if answered else ClockKind.FIRST_RESPONSE
    kinds = [] if any(clock.is_response for clock in owed) else [response]
    if all(clock.is_response for clock in owed):
        kinds.append(ClockKind.RESOLUTION)
    turn = Unfolding(replace(opened, clocks=owed + _armed(kinds, command, terms)), now=now)
    follow(turn, at=command.hear.message.received_at)
    return turn.case


def _opened(command: Open, *, now: datetime) -> Case:
    heard = command.hear.message
    return Case(
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
        history=(Entry(at=now, by="customer", what="case opened by message"),),
    )


def _terms(command: Open, opened: Case) -> tuple[Terms, str]:
    book, facts = command.hear.book, opened.facts
    return book.terms(facts), book.queue(facts)


def _suppressed(opened: Case, *, now: datetime) -> Case:
    """Deleted before it arrived: the tombstone stays, so that the late create is suppressed."""
    return replace(
        opened,
        stage=Stage.NO_RESPONSE_NEEDED,
        settled_at=now,
        disposition=Disposition.NO_RESPONSE_NEEDED,
        disposition_reason="deleted by its author before it arrived",
        history=(Entry(at=now, by="customer", what="message deleted"),),
    )


def _armed(kinds: Collection[ClockKind], command: Open, terms: Terms) -> tuple[SlaClock, ...]:
    since = command.hear.message.since
    moves = (move for kind in kinds for move in armed(kind, terms, at=since))
    return tuple(SlaClock(kind=move.kind, log=move.events) for move in moves)
