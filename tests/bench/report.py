"""What a person reads at the end: tables of ratios, of CPU and memory by process, and whether the gates are met."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from tests.bench.numbers import Spread
from tests.bench.results import Measurement, Row

MENTIONS_PER_SECOND: Final = 3_000.0
_PROCESSES: Final = (
    *("ingest", "classify-lane", "classify-storms", "route", "respond-clock", "respond-clock 2"),
    *("floor-door", "floor-worker", "floor-clock", "floor-passing"),
)
_BACKING: Final = ("mongod", "kafka")

Lines = list[list[str]]
"""A table: its head, then its rows."""


def figures(found: Measurement) -> Lines:
    """Return what was measured, with the ratios of the pairs."""
    lines = [[found.id, found.unit, "least to greatest", "ratio to the floor", "least to greatest", "also"]]
    for row in (found.floor, *found.rows):
        ratios = None if row is found.floor else found.ratios(row)
        value = row.value
        lines.append(
            [
                row.name,
                _number(value.median),
                _range(value, _number),
                "" if ratios is None else f"{ratios.median:.2f}",
                "" if ratios is None else _range(ratios, lambda ratio: f"{ratio:.2f}"),
                ", ".join(f"{name} {_number(seen)}" for name, seen in row.more().items() if seen is not None),
            ]
        )
    return lines


def costs(found: Measurement) -> Lines:
    """Return CPU microseconds per mention and peak memory, by process or by part of one."""
    rows = (found.floor, *found.rows)
    seen = dict.fromkeys(name for row in rows for name in row.cpu_us())
    known = [name for name in _PROCESSES if name in seen]
    # What is no process that we know by name is a part of one: a stage of the classifier.
    parts = [name for name in seen if name not in _PROCESSES and name not in _BACKING]
    names = [*known, *parts, *(_BACKING if seen.keys() & set(_BACKING) else ())]
    return [
        [f"{found.id}: CPU us each (peak MB)", *names, "all"],
        *([row.name, *(_cost(row, name) for name in names), _sum(row)] for row in rows),
    ]


def gates(measurements: Sequence[Measurement]) -> Iterator[tuple[str, bool]]:
    """Yield each gate as a sentence, and whether it is met."""
    for found in measurements:
        ratios = found.ratios(found.rows[0])
        sign = "<=" if found.at_most else ">="
        if ratios is not None and found.gate is not None:
            yield f"{found.id} {ratios.median:.2f} {sign} {found.gate:g} ({found.rows[0].name})", found.is_met
        if found.id == "F1":
            for row in found.rows:
                rate = row.value.median
                met = rate >= MENTIONS_PER_SECOND
                yield f"{rate:,.0f} >= {MENTIONS_PER_SECOND:,.0f} mentions/s ({row.name})", met
        yield from ((gate.sentence, gate.is_met) for gate in found.further)


def show(measurements: Sequence[Measurement], machine: str, console: Console) -> None:
    """Print everything."""
    console.print(f"\n{machine}. Medians; ratios are medians of pairs measured back to back.\n")
    for found in measurements:
        for lines in (figures(found), costs(found)):
            table = Table(*lines[0], title=found.title if lines[0][0] == found.id else None, title_justify="left")
            for line in lines[1:]:
                table.add_row(*line)
            console.print(table)
    for sentence, met in gates(measurements):
        console.print(f"{'met    ' if met else 'NOT MET'} {sentence}", style="green" if met else "yellow")


def markdown(measurements: Sequence[Measurement], machine: str) -> str:
    """Return the tables as docs/performance.md shows them."""
    parts = [f"Machine: {machine}."]
    for found in measurements:
        parts.append(f"**{found.title}**")
        parts += ["\n".join(_markdown_table(lines)) for lines in (figures(found), costs(found))]
    parts.append("\n".join(f"- {'met' if met else 'not met'}: {sentence}" for sentence, met in gates(measurements)))
    return "\n\n".join(parts) + "\n"


def write_json(measurements: Sequence[Measurement], machine: str, file: Path) -> None:
    """Write every sample."""
    file.write_text(json.dumps({"machine": machine, "measurements": [asdict(one) for one in measurements]}, indent=2))


def _markdown_table(lines: Lines) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"| {' | '.join(line)} |"
        if number == 0:
            yield "|---" * len(line) + "|"


def _cost(row: Row, name: str) -> str:
    cpu, memory = row.cpu_us(), row.peak_mb()
    if name not in cpu:
        return ""
    spent, peak = cpu[name], memory.get(name)
    return "unavailable" if spent is None else f"{spent:.0f}" + ("" if peak is None else f" ({peak:.0f})")


def _sum(row: Row) -> str:
    known = [spent for spent in row.cpu_us().values() if spent is not None]
    return f"{sum(known):.0f}" if known else "unavailable"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _range(value: Spread, shown: Callable[[float], str]) -> str:
    return f"{shown(value.least)} to {shown(value.greatest)}"
