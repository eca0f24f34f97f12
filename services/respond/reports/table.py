"""The parity report as a table of plain text."""

from collections.abc import Sequence
from typing import Final

from services.respond.reports.deciles import Row

_HEAD: Final = f"{'':17}{'':>9}{'':>10}{'':>8}{'open time':>18}{'wall clock':>18}"
_NAMES: Final = (
    f"{'followers':17}{'cases':>9}{'answered':>10}{'late':>8}{'median':>10}{'p90':>8}{'median':>10}{'p90':>8}"
)


def table(rows: Sequence[Row]) -> str:
    """Return the report; the rows as `Tally.rows` gives them."""
    if not rows:
        return "No case with a deadline for its first answer was found.\n"
    lines = ["Time to the first answer, by how many people follow the customer", "", _HEAD, _NAMES]
    lines += [_line(row) for row in rows]
    known = [row for row in rows if row.least is not None and row.open_median is not None]
    if len(known) > 1:
        lines += ["", _compared(known[0], known[-1])]
    return "\n".join(lines) + "\n"


def _line(row: Row) -> str:
    times = [row.open_median, row.open_p90, row.wall_median, row.wall_p90]
    cells = "".join(f"{_length(one):>{width}}" for one, width in zip(times, (10, 8, 10, 8), strict=True))
    return f"{_followers(row):17}{row.cases:>9,}{row.answered:>10,}{row.breached:>8.1%}{cells}"


def _followers(row: Row) -> str:
    if row.least is None or row.most is None:
        return "unknown"
    return f"{row.least:,}" if row.least == row.most else f"{row.least:,}-{row.most:,}"


def _length(seconds: float | None) -> str:
    if seconds is None:
        return "-"
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.1f} m" if seconds < 3600 else f"{seconds / 3600:.1f} h"


def _compared(least: Row, most: Row) -> str:
    if not least.open_median or most.open_median is None:
        return "The least followed are answered at once: there is nothing to compare with."
    ratio = most.open_median / least.open_median
    return f"The most followed wait {ratio:.2f} times as long as the least followed (median, open time)."
