"""The picture of a clock's life is what the clocks do, and what docs/semantics.md says that it shows."""

from datetime import datetime
from pathlib import Path
from typing import Final

from shared.case.state.clock import ClockKind, ClockMove, SlaClock
from tests.pictures.clock_life import BEGIN, END, PICTURE, draw
from tests.pictures.weekend import LEVELS, local, weekend

PAGE: Final = Path(__file__).parents[3] / "docs/semantics.md"


def moves(clock: SlaClock | None) -> list[tuple[ClockMove, datetime]]:
    assert clock is not None
    return [(event.move, event.at) for event in clock.log if event.move is not ClockMove.APPLY_POLICY]


def test_the_committed_picture_is_what_is_drawn() -> None:
    assert PICTURE.read_text() == draw(), "draw it again: python -m tests.pictures.clock_life"


def test_only_open_time_counts_and_the_weekend_is_none() -> None:
    """15 minutes on Friday and an hour and a quarter on Monday are three quarters of two hours."""
    first = weekend().case.clock(ClockKind.FIRST_RESPONSE)

    assert moves(first) == [
        (ClockMove.ACTIVATE, local("2026-11-20 16:45")),
        (ClockMove.WARN, local("2026-11-23 10:15")),
        (ClockMove.FULFIL, local("2026-11-23 10:30")),
    ]
    assert first is not None
    assert first.due_at == local("2026-11-23 10:45")


def test_an_answer_after_the_breach_leaves_it_at_the_deadlines_instant() -> None:
    following = weekend().case.clock(ClockKind.NEXT_RESPONSE)

    assert moves(following)[1:] == [
        (ClockMove.WARN, local("2026-11-23 15:00")),
        (ClockMove.BREACH, local("2026-11-23 15:30")),
        (ClockMove.FULFIL, local("2026-11-23 16:15")),
    ]
    assert following is not None
    assert following.breached_at == local("2026-11-23 15:30")


def test_the_customers_turn_moves_the_resolution_by_the_open_time_that_it_took() -> None:
    """Three hours on Monday: from 16:45 that day to 11:45 on the next."""
    told = weekend()

    assert (told.due_before_pause, told.due_after_pause) == (local("2026-11-23 16:45"), local("2026-11-24 11:45"))


def test_everything_that_happens_is_within_the_picture() -> None:
    case = weekend().case

    assert all(BEGIN < event.at < END for clock in case.clocks for event in clock.log)
    assert all(clock.due_at is None or clock.due_at < END for clock in case.clocks)


def test_the_page_shows_the_service_levels_that_the_picture_was_drawn_under() -> None:
    assert f"```yaml\n{LEVELS}```" in PAGE.read_text()
