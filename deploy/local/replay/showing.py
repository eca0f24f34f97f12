"""How far it is: a bar on a terminal, lines elsewhere."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

QUIET_SECONDS = 2.0


class Showing(Protocol):
    """`sent` counts rows that need nothing more; `arrived` counts posts. Both are over at `of`."""

    def sent(self, rows: int, of: int, *, accepted: int) -> None: ...
    def arrived(self, so_far: int, of: int) -> None: ...


class Bars:
    """Two bars, the second as soon as there is something to wait for."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def sent(self, rows: int, of: int, *, accepted: int) -> None:
        self._show("sent to ingest", rows, of, accepted)

    def arrived(self, so_far: int, of: int) -> None:
        self._show("on cases or set aside", so_far, of, so_far)

    def _show(self, name: str, done: int, of: int, counted: int) -> None:
        if name not in self._tasks:
            self._tasks[name] = self._progress.add_task(name, total=of, rate="")
        task = self._progress.tasks[self._tasks[name]]
        rate = f"{counted / task.elapsed:,.0f}/s" if task.elapsed else ""
        self._progress.update(self._tasks[name], completed=done, total=of, rate=rate)


class Lines:
    """A line now and then, and one at the end of each part."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._began: dict[str, float] = {}
        self._said: dict[str, float] = {}

    def sent(self, rows: int, of: int, *, accepted: int) -> None:
        self._say("sent to ingest", rows, of, unit="rows", more=f", {accepted:,} accepted")

    def arrived(self, so_far: int, of: int) -> None:
        self._say("on cases or set aside", so_far, of, unit="posts")

    def _say(self, name: str, done: int, of: int, *, unit: str, more: str = "") -> None:
        now = time.monotonic()
        took = now - self._began.setdefault(name, now)
        if done < of and now < self._said.setdefault(name, now) + QUIET_SECONDS:
            return
        self._said[name] = now
        self._console.print(
            f"{name}: {done:,} of {of:,} {unit}{more}{pace(done, of, took)}", highlight=False, soft_wrap=True
        )


def pace(done: int, of: int, seconds: float) -> str:
    """The rate, and how long it will still take at that; nothing while there is nothing to reckon with."""
    if not done or seconds < 0.5:
        return ""
    rate = done / seconds
    left = f", {(of - done) / rate:,.0f} s left" if done < of else ""
    return f", {rate:,.0f}/s{left}"


@contextmanager
def showing(console: Console) -> Iterator[Showing]:
    """Whatever suits the console."""
    if not console.is_terminal:
        yield Lines(console)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as progress:
        yield Bars(progress)
