"""Tells a person what is going on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Protocol

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text


class State(StrEnum):
    WORKING = "…"
    DONE = "✓"
    WARNING = "!"
    FAILED = "✗"


class Progress(Protocol):
    """One line per name; what is said last about a name replaces what was said before, where that is possible."""

    def say(self, name: str, text: str, state: State = State.WORKING) -> None: ...


class Silent:
    def say(self, name: str, text: str, state: State = State.WORKING) -> None:
        """For tests and measurements."""


class Lines:
    """Without a terminal: a line whenever there is something new, of a download only now and then."""

    QUIET_SECONDS = 2.0

    def __init__(self, console: Console) -> None:
        self._console = console
        self._said: dict[str, float] = {}

    def say(self, name: str, text: str, state: State = State.WORKING) -> None:
        now = time.monotonic()
        if state is State.WORKING and now < self._said.get(name, 0.0) + self.QUIET_SECONDS:
            return
        self._said[name] = now
        self._console.print(f"{state} {name}: {text}", markup=False, highlight=False, soft_wrap=True)


class Lively:
    """On a terminal: spinners that become ticks."""

    STYLES = {State.WORKING: "cyan", State.DONE: "green", State.WARNING: "yellow", State.FAILED: "red"}  # noqa: RUF012

    def __init__(self, live: Live) -> None:
        self._live = live
        self._rows: dict[str, tuple[Spinner | Text, Text, Text]] = {}

    def say(self, name: str, text: str, state: State = State.WORKING) -> None:
        style = self.STYLES[state]
        working = self._rows[name][0] if name in self._rows else None
        if state is not State.WORKING:
            mark: Spinner | Text = Text(state.value, style=style)
        else:
            mark = working if isinstance(working, Spinner) else Spinner("dots", style=style)
        self._rows[name] = (mark, Text(name, style="bold"), Text(text, style="yellow" if style == "yellow" else ""))
        table = Table.grid(padding=(0, 1))
        for row in self._rows.values():
            table.add_row(*row)
        self._live.update(table)


class Relay:
    """Passes on what is said to whoever listens at the time."""

    def __init__(self, to: Progress) -> None:
        self.to = to

    def say(self, name: str, text: str, state: State = State.WORKING) -> None:
        self.to.say(name, text, state)


@contextmanager
def shown(console: Console) -> Iterator[Progress]:
    """Whatever suits the console, for the time of the start."""
    if not console.is_terminal:
        yield Lines(console)
        return
    with Live(console=console, refresh_per_second=12) as live:
        yield Lively(live)
