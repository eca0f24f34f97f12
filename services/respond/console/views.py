"""The views of the queue, and what a page needs to know of a case."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from services.respond.console.words import urgency
from services.respond.domain.ways import ways
from services.respond.queries.cases import Order, Wanted
from shared.case.case import Case
from shared.case.clock import ClockKind, SlaClock
from shared.case.parts import Message, Reply, ReplyStatus
from shared.case.stage import Stage


class View(StrEnum):
    """A saved view of the queue, the same for everybody."""

    WAITING = "waiting"
    MINE = "mine"
    FREE = "free"
    ANSWERED = "answered"
    SETTLED = "settled"


TITLES: Final = {
    View.WAITING: "Waiting",
    View.MINE: "Mine",
    View.FREE: "Unassigned",
    View.ANSWERED: "With the customer",
    View.SETTLED: "Settled",
}
EMPTY: Final = {
    View.WAITING: "Nobody is waiting. Every customer has an answer.",
    View.MINE: "Nothing is yours right now.",
    View.FREE: "Every waiting case has somebody who looks after it.",
    View.ANSWERED: "No answer is on its way, and no customer has one to read.",
    View.SETTLED: "Nothing has been settled yet.",
}

GROUPS: Final = {"late": "Late", "soon": "Due soon", "calm": "In time", "none": "No deadline"}


def wanted_for(view: View, *, agent: str) -> Wanted:
    """Return which cases a view shows."""
    match view:
        case View.WAITING:
            return Wanted(stages=(Stage.NEW, Stage.ASSIGNED))
        case View.MINE:
            return Wanted(stages=(Stage.NEW, Stage.ASSIGNED, Stage.PUBLISHING), owner=agent)
        case View.FREE:
            return Wanted(stages=(Stage.NEW, Stage.ASSIGNED), owned=False)
        case View.ANSWERED:
            return Wanted(stages=(Stage.PUBLISHING, Stage.AWAITING_CUSTOMER))
        case View.SETTLED:
            return Wanted(stages=(Stage.RESOLVED, Stage.NO_RESPONSE_NEEDED, Stage.CLOSED))


def order_of(view: View) -> Order:
    """Return the order that suits a view when nobody asks for another."""
    return "newest" if view in (View.ANSWERED, View.SETTLED) else "due"


def owed_clock(case: Case) -> SlaClock | None:
    """Return the clock of the answer that is owed first."""
    owed = [
        (due, clock)
        for clock in case.clocks
        if clock.kind is not ClockKind.RESOLUTION and clock.fulfilled_at is None and (due := clock.due_at) is not None
    ]
    return min(owed, key=lambda pair: pair[0])[1] if owed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cases that are equally urgent, under one heading; without a heading it is the whole list."""

    kind: str
    title: str
    cases: list[Case]


def grouped(cases: list[Case], *, order: Order, now: datetime) -> list[Group]:
    """Return the cases in groups by urgency where they are in the order of their deadlines."""
    if order != "due":
        return [Group(kind="all", title="", cases=cases)] if cases else []
    groups = {kind: Group(kind=kind, title=title, cases=[]) for kind, title in GROUPS.items()}
    for case in cases:
        clock = owed_clock(case)
        due = None if clock is None else clock.due_at
        kind = "none" if clock is None or due is None else urgency(due, clock.warn_at, now=now)
        groups[kind].cases.append(case)
    return [group for group in groups.values() if group.cases]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A place in the timeline: the customer's message or an answer of ours, and the answer that a message has."""

    at: datetime
    message: Message | None = None
    reply: Reply | None = None
    answer: Reply | None = None


def timeline(case: Case) -> list[Said]:
    """Return messages and answers in the order in which they were said."""
    said = [Said(at=one.occurred_at, message=one, answer=case.answer_to(one.id)) for one in case.messages]
    said += [Said(at=one.posted_at or one.queued_at, reply=one) for one in case.replies]
    return sorted(said, key=lambda one: (one.at, one.reply is not None))


def to_answer(case: Case) -> Message | None:
    """Return the message that an answer would be to, unless somebody says otherwise: the newest without one."""
    open_ones = [one for one in case.messages if one.deleted_at is None and case.answer_to(one.id) is None]
    return max(open_ones, key=lambda one: (one.occurred_at, one.id), default=None)


def silent_because(case: Case, *, agent: str) -> str | None:
    """Return why there is nothing to write an answer in; None: there is."""
    if "reply" not in ways(case):
        return {
            Stage.PUBLISHING: "An answer is on its way. You can write again when it has landed.",
            Stage.AWAITING_CUSTOMER: "It is the customer's turn. You can write again when they have.",
        }.get(case.stage, "This case is settled. It comes back when the customer writes again.")
    if case.owner not in (None, agent):
        return "Somebody else looks after this case. Take it over to answer."
    if any(one.status is ReplyStatus.NEEDS_HUMAN for one in case.replies):
        return "First settle the answer above: was it posted?"
    if to_answer(case) is None:
        return "Every message has an answer."
    return None
