"""What today's charts are drawn from: rectangles in units of the drawing. The style sheet gives them their colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.respond.domain.today import ClockDay, HourDay

WIDTH: Final = 100.0
"""Of a bar that is divided."""
HEIGHT: Final = 10.0
"""Of the tallest column."""
_LEAST: Final = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a divided bar: from `x` on, `width` wide, of `WIDTH`. `kind` is its colour, `label` what it counts."""

    kind: str
    label: str
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """An hour's column: `height` of `HEIGHT`, standing on the ground line."""

    hour: int
    count: int
    height: float

    @property
    def y(self) -> float:
        """Return where its top is."""
        return HEIGHT - self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A row of columns, one per hour. `busiest`: the hour with the most, and None where there is none."""

    kind: str
    label: str
    total: int
    columns: tuple[Column, ...]
    busiest: int | None


def divided(clock: ClockDay) -> list[Piece]:
    """Return the bar of one kind of deadline, divided by what became of it; of nothing, no pieces."""
    parts = (
        ("met", "in time", clock.met),
        ("met-late", "answered late", clock.met_late),
        ("late", "late and open", clock.late),
        ("running", "running", clock.running),
    )
    total = sum(count for *_, count in parts)
    pieces: list[Piece] = []
    x = 0.0
    for kind, label, count in parts:
        if count:
            width = WIDTH * count / total
            pieces.append(Piece(kind=kind, label=label, count=count, x=round(x, 3), width=round(width, 3)))
            x += width
    return pieces


def by_hour(hours: Sequence[HourDay]) -> list[Series]:
    """Return the three rows of columns on one scale, so that they can be compared."""
    rows = (
        ("opened", "Cases opened", [one.opened for one in hours]),
        ("answered", "Messages answered", [one.answered for one in hours]),
        ("breached", "Deadlines passed", [one.breached for one in hours]),
    )
    most = max((count for *_, counts in rows for count in counts), default=0)
    return [_series(kind, label, counts, most=most) for kind, label, counts in rows]


def _series(kind: str, label: str, counts: Sequence[int], *, most: int) -> Series:
    columns = tuple(
        # One of a thousand is still seen.
        Column(hour=hour, count=count, height=round(max(_LEAST, HEIGHT * count / most), 3) if count else 0.0)
        for hour, count in enumerate(counts)
    )
    busiest = max(columns, key=lambda one: one.count)
    return Series(
        kind=kind, label=label, total=sum(counts), columns=columns, busiest=busiest.hour if busiest.count else None
    )
