"""How many cases still wait after how long, before and now, one panel for each severity."""

from collections.abc import Iterator
from math import log10
from pathlib import Path
from typing import Final

from tests.pictures.marks import HEIGHT, drawing, label, region, rule
from tests.simulation.compared import Compared
from tests.simulation.town import TARGETS
from tests.simulation.waits import SEVERITIES, Waits, waits

PICTURE: Final = Path(__file__).parents[2] / "docs/pictures/dispatch-waiting-times.svg"
STYLE: Final = """<style>
.curve { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
.curve.before { stroke: var(--edge); stroke-dasharray: 2 4; stroke-linecap: round; }
.curve.now { stroke: var(--accent); }
line.due { stroke: var(--late); stroke-width: 1.5; stroke-dasharray: 5 4; }
</style>"""
TICKS: Final = {1: "1 s", 10: "10 s", 60: "1 min", 600: "10 min", 3600: "1 h", 36_000: "10 h"}
DUE: Final = {"critical": "15 min", "high": "1 h", "normal": "4 h", "low": "24 h"}
SHORTEST, LONGEST, MOST = 1, 36 * 3600, 0.5
PANEL_WIDTH, PANEL_HEIGHT, LEFT, TOP, GAP_X, GAP_Y = 428, 112, 62, 132, 54, 72
STEP: Final = 2
"""Pixels between two points of a curve."""


def draw(both: Compared) -> str:
    """Return the picture."""
    parts = [STYLE, *_head()]
    for index, severity in enumerate(SEVERITIES):
        left = LEFT + index % 2 * (PANEL_WIDTH + GAP_X)
        top = TOP + index // 2 * (PANEL_HEIGHT + GAP_Y)
        before, now = waits(both.before, severity), waits(both.after, severity)
        parts += _panel(severity, left, top, before, now)
    title = "A day of 10,000 cases and 100 agents: how many still wait after how long"
    return drawing(title, [*parts, *_foot()])


def _head() -> Iterator[str]:
    yield label(16, 32, "A day of 10,000 cases and 100 agents: how many still wait after how long", "title")
    yield _curve([(16, 50), (42, 50)], "before")
    yield label(50, 54, "before: first come, first served, by the first in the list with a free place", "soft")
    yield _curve([(16, 72), (42, 72)], "now")
    yield label(50, 76, "now: the earliest deadline first, to the customer's last agent or the least loaded", "soft")


def _panel(severity: str, left: float, top: float, before: Waits, now: Waits) -> Iterator[str]:
    right, foot = left + PANEL_WIDTH, top + PANEL_HEIGHT
    yield region(left, right, top, foot, "open")
    for share in (0, 0.25, 0.5):
        yield rule(left, right, _y(share, top), _y(share, top), "hour")
        yield label(left - 8, _y(share, top) + 4, f"{share:.0%}", "soft end")
    for seconds, text in TICKS.items():
        yield rule(_x(seconds, left), _x(seconds, left), top, foot, "hour")
        yield label(_x(seconds, left), foot + 17, text, "soft middle")
    yield rule(_x(TARGETS[severity], left), _x(TARGETS[severity], left), top, foot, "due")
    yield label(left, top - 10, severity, "row")
    yield label(left + 64, top - 10, f"due within {DUE[severity]}", "late")
    yield label(right, top - 10, f"late: {before.late:.1%} before, {now.late:.1%} now", "end")
    for told, kind in ((before, "before"), (now, "now")):
        xs = range(0, PANEL_WIDTH + 1, STEP)
        yield _curve([(left + x, _y(1 - told.within(_seconds(x)), top)) for x in xs], kind)


def _foot() -> Iterator[str]:
    late = "Late: answered after the deadline; a case takes eight minutes, up to thirty."
    yield label(16, HEIGHT - 34, f"The same people both times, simulated. {late}", "soft")
    why = "Who still waits for hours waits for somebody who may take it: by night nobody does money, French or Finnish."
    yield label(16, HEIGHT - 14, why, "soft")


def _x(seconds: float, left: float) -> float:
    return left + PANEL_WIDTH * log10(seconds / SHORTEST) / log10(LONGEST / SHORTEST)


def _seconds(x: float) -> float:
    return float(SHORTEST * (LONGEST / SHORTEST) ** (x / PANEL_WIDTH))


def _y(share: float, top: float) -> float:
    return top + PANEL_HEIGHT * (1 - min(share, MOST) / MOST)


def _curve(points: list[tuple[float, float]], kind: str) -> str:
    return f'<polyline class="curve {kind}" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'
