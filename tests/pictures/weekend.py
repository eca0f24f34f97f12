"""One case over a weekend: people act at the times below, and the case and its clocks work out everything else."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from shared.case.commands import Assign, Command, Hear, Resolve, Tick
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind
from shared.case.state.policy import Book
from shared.case.state.stage import Disposition, Stage
from shared.levels.file import levels_of
from tests.builders import a_case, a_message, after, an_answer

ZONE: Final = ZoneInfo("Europe/Amsterdam")
LEVELS: Final = """\
version: 1
calendars:
  office: {zone: Europe/Amsterdam, hours: {mon-fri: ["09:00-17:00"]}}
policies:
  - id: business
    calendar: office
    targets: {first_response: 2h, next_response: 2h, resolution: 8h}
    warn_at: 0.75
queues:
  - id: all
"""
A_MOMENT: Final = timedelta(milliseconds=250)
"""How long after a deadline a clock worker comes by."""


def local(text: str) -> datetime:
    """Return the instant that a clock in the office showed, such as '2026-11-20 16:45'."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


WRITES: Final = local("2026-11-20 16:45")  # a Friday
TAKEN: Final = local("2026-11-23 09:20")
ANSWERED: Final = local("2026-11-23 10:30")
WRITES_AGAIN: Final = local("2026-11-23 13:30")
ANSWERED_LATE: Final = local("2026-11-23 16:15")
RESOLVED: Final = local("2026-11-24 10:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend:
    """The case at the end, each stage with its first instant, and what its resolution was due at on the way."""

    case: Case
    hours: str | None
    stages: tuple[tuple[datetime, Stage], ...]
    due_before_pause: datetime | None
    due_after_pause: datetime | None


def weekend() -> Weekend:
    """Return what becomes of the case."""
    book = levels_of(LEVELS.encode(), Path("levels.yaml")).book
    case = a_case(message=a_message(at=WRITES), book=book)
    stages = [(WRITES, case.stage)]
    dues: dict[datetime, datetime | None] = {}
    acts: list[tuple[datetime, list[Command]]] = [
        (TAKEN, [Assign(agent="mira", by="route")]),
        (ANSWERED, _answer("r-1", at=ANSWERED)),
        (WRITES_AGAIN, [_again(book)]),
        (ANSWERED_LATE, _answer("r-2", at=ANSWERED_LATE)),
        (RESOLVED, [Resolve(by="mira", disposition=Disposition.ANSWERED)]),
    ]
    for at, commands in acts:
        case = _ticked(case, book, until=at)
        if at in (ANSWERED, ANSWERED_LATE):
            dues[at] = _resolution_due(case)
            case = after(case, an_answer(case, reply_id="r-1" if at == ANSWERED else "r-2"), now=at)
        case = after(case, *commands, now=at)
        stages.append((at, case.stage))
    return Weekend(
        case=case,
        hours=case.terms.hours,
        stages=tuple(stages),
        due_before_pause=dues[ANSWERED],
        due_after_pause=dues[ANSWERED_LATE],
    )


def _ticked(case: Case, book: Book, *, until: datetime) -> Case:
    while case.clock_due_at is not None and case.clock_due_at < until:
        case = after(case, Tick(book=book), now=case.clock_due_at + A_MOMENT)
    return case


def _answer(reply_id: str, *, at: datetime) -> list[Command]:
    """What the publisher does with it."""
    return [
        StartSending(reply_id=reply_id, until=at + timedelta(seconds=30)),
        ReportPosted(reply_id=reply_id, native_id=f"native-{reply_id}", url=None, posted_at=at),
    ]


def _again(book: Book) -> Command:
    return Hear(kind="created", message=a_message("post-2", at=WRITES_AGAIN), book=book, online=frozenset({"mira"}))


def _resolution_due(case: Case) -> datetime | None:
    clock = case.clock(ClockKind.RESOLUTION)
    return None if clock is None else clock.due_at
