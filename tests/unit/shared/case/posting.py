"""Short ways to an answer that the customer has, and to the clocks that it is about."""

from datetime import datetime, timedelta
from typing import Any

from shared.case.commands import HearEcho
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind, SlaClock
from tests.builders import NOON, after, an_answer

LEASE = timedelta(seconds=30)


def sending(case: Case, *, at: datetime = NOON, reply_id: str = "r-1", **fields: Any) -> Case:
    """The case with an answer to its newest message on the way."""
    by = {"by": case.owner} if case.owner else {}
    return after(
        case,
        an_answer(case, reply_id=reply_id, **by, **fields),
        StartSending(reply_id=reply_id, until=at + LEASE),
        now=at,
    )


def receipt(reply_id: str = "r-1", *, at: datetime = NOON) -> ReportPosted:
    """The network's word that it has the answer."""
    return ReportPosted(reply_id=reply_id, native_id=f"s-{reply_id}", url=None, posted_at=at)


def posted(case: Case, *, at: datetime = NOON, reply_id: str = "r-1", **fields: Any) -> Case:
    """The case with an answer to its newest message that the customer can read."""
    return after(sending(case, at=at, reply_id=reply_id, **fields), receipt(reply_id, at=at), now=at)


def an_echo(name: str = "n-1", *, at: datetime = NOON, answers: str | None = None, text: str = "Sorry!") -> HearEcho:
    """An answer of ours that the network shows."""
    return HearEcho(reply_id=name, native_id=f"native-{name}", answers=answers, text=text, url=None, posted_at=at)


def first(case: Case) -> SlaClock:
    """The clock of the first response."""
    return _only(case, ClockKind.FIRST_RESPONSE)


def following(case: Case, *, cycle: int = 1) -> SlaClock:
    """The clock of a next response."""
    return _only(case, ClockKind.NEXT_RESPONSE, cycle=cycle)


def resolution(case: Case, *, cycle: int = 1) -> SlaClock:
    """The clock of the resolution."""
    return _only(case, ClockKind.RESOLUTION, cycle=cycle)


def _only(case: Case, kind: ClockKind, *, cycle: int = 1) -> SlaClock:
    [found] = [clock for clock in case.clocks if (clock.kind, clock.cycle, clock.origin) == (kind, cycle, None)]
    return found
