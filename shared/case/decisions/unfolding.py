"""A decision that unfolds: each event is applied before the next one is decided on."""

from datetime import datetime

from shared.case.apply import apply
from shared.case.events import Event
from shared.case.state.case import Case


class Unfolding:
    """The events decided so far, and the case as they make it."""

    def __init__(self, case: Case, *, now: datetime) -> None:
        self.before = case
        self.case = case
        self.now = now
        self.events: list[Event] = []

    def add(self, *events: Event) -> None:
        """Decide on these."""
        for event in events:
            self.events.append(event)
            self.case = apply(self.case, event, now=self.now)
