"""One table: every metric with what was best before, what is wanted, what came out, of how many, and how sure."""

from collections.abc import Sequence

from rich.table import Table

from services.classify.evaluation.figures import Figure

_HEADS = ("metric", "best before", "target", "result", "met", "n", "95 % interval", "note")


def cells(figure: Figure) -> tuple[str, ...]:
    """Return one row as texts."""
    sign = "" if figure.target is None else ("≤ " if figure.smaller else "≥ ")
    return (
        figure.metric,
        figure.baseline or "–",
        "–" if figure.target is None else f"{sign}{figure.target:g}",
        _number(figure.result),
        {None: "", True: "yes", False: "**no**"}[figure.met],
        f"{figure.n:,}",
        str(figure.interval) if figure.interval else "–",
        figure.note,
    )


def for_people(figures: Sequence[Figure]) -> Table:
    """Return the table for a terminal."""
    table = Table(title="How well it understands")
    for head in _HEADS:
        table.add_column(head, justify="right" if head in ("result", "n") else "left", overflow="fold")
    for figure in figures:
        row = cells(figure)
        table.add_row(*row[:4], row[4].strip("*"), *row[5:], style="red" if figure.met is False else None)
    return table


def markdown(figures: Sequence[Figure]) -> str:
    """Return the table for a document."""
    lines = [f"| {' | '.join(_HEADS)} |", "|" + "---|" * len(_HEADS)]
    lines += [f"| {' | '.join(cells(figure))} |" for figure in figures]
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value:.3f}" if abs(value) < 10 else f"{value:,.0f}"
