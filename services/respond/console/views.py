"""The views of the queue, and what a page needs to know of a case."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from services.respond.console.words import urgency
from services.respond.queries.cases import Order, Wanted
from shared.case.state.case import Case
from shared.case.state.clock import SlaClock
from shared.case.state.stage import Stage


class View(StrEnum):
    """A saved view of the queue, the same for everybody."""

    WAITING = "waiting"
    MINE = "mine"
    FREE = "free"
    APPROVAL = "approval"
    ASIDE = "aside"
    ANSWERED = "answered"
    SETTLED = "settled"


TITLES: Final = {
    View.WAITING: "Waiting",
    View.MINE: "Mine",
    View.FREE: "Unassigned",
    View.APPROVAL: "For approval",
    View.ASIDE: "Set aside",
    View.ANSWERED: "With the customer",
    View.SETTLED: "Settled",
}
LETTERS: Final = {
    View.WAITING: "w",
    View.MINE: "m",
    View.FREE: "u",
    View.APPROVAL: "a",
    View.ASIDE: "s",
    View.ANSWERED: "c",
    View.SETTLED: "d",
}
"""g and this letter go to the view."""
EMPTY: Final = {
    View.WAITING: "Nobody is waiting. Every customer has an answer.",
    View.MINE: "Nothing is yours right now.",
    View.FREE: "Every waiting case has somebody who looks after it.",
    View.APPROVAL: "No answer waits for a second person.",
    View.ASIDE: "Nothing is snoozed or on hold.",
    View.ANSWERED: "No answer is on its way, and no customer has one to read.",
    View.SETTLED: "Nothing has been settled yet.",
}

GROUPS: Final = {"late": "Late", "soon": "Due soon", "calm": "In time", "none": "No deadline"}


def wanted_for(view: View, *, agent: str) -> Wanted:
    """Return which cases a view shows."""
    match view:
        case View.WAITING:
            return Wanted(stages=(Stage.NEW, Stage.ASSIGNED, Stage.AWAITING_APPROVAL))
        case View.MINE:
            mine = (Stage.NEW, Stage.ASSIGNED, Stage.AWAITING_APPROVAL, Stage.PUBLISHING)
            return Wanted(stages=mine, owner=agent)
        case View.FREE:
            return Wanted(stages=(Stage.NEW, Stage.ASSIGNED), owned=False)
        case View.APPROVAL:
            return Wanted(stages=(Stage.AWAITING_APPROVAL,))
        case View.ASIDE:
            return Wanted(stages=(Stage.SNOOZED, Stage.INTERNAL_HOLD))
        case View.ANSWERED:
            return Wanted(stages=(Stage.PUBLISHING, Stage.AWAITING_CUSTOMER))
        case View.SETTLED:
            return Wanted(stages=(Stage.RESOLVED, Stage.NO_RESPONSE_NEEDED, Stage.CLOSED, Stage.MERGED))


def order_of(view: View) -> Order:
    """Return the order that suits a view when nobody asks for another."""
    return "newest" if view in (View.ANSWERED, View.SETTLED) else "due"


def owed_clock(case: Case) -> SlaClock | None:
    """Return the clock of the answer that is owed first; what a case owed that is over, another one owes."""
    owed = [
        (due, clock)
        for clock in case.clocks
        if case.runs(clock) and _is_owed(clock) and (due := clock.due_at) is not None
    ]
    return min(owed, key=lambda pair: pair[0])[1] if owed else None


def _is_owed(clock: SlaClock) -> bool:
    """A response's clock stands still only where nothing is owed any more."""
    return clock.is_response and clock.is_open and not clock.is_paused


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
