"""The case's history: a line for each thing that people may ask about later."""

from datetime import datetime

from shared.case.state.case import Case
from shared.case.state.parts import Entry


def noted(case: Case, at: datetime, by: str, what: str, note: str | None = None) -> tuple[Entry, ...]:
    """Return the history with one line more."""
    return (*case.history, Entry(at=at, by=by, what=what, note=note))
