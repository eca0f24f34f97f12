"""A small world for cases to live in: time, two customers, and whatever is done to the cases, checked at each step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.case.apply import apply_all
from shared.case.commands import Command, Hear, Open
from shared.case.decide import decide
from shared.case.events import Event
from shared.case.merge import Both, merge, unmerge
from shared.case.opening import open_case
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.parts import Customer
from shared.case.state.policy import Book
from shared.case.state.stage import Stage
from tests.builders import NOON
from tests.unit.shared.case.books import ROUND_THE_CLOCK
from tests.unit.shared.case.steps import check_step

CUSTOMERS = ("joe", "ann")


@dataclass
class Life:
    """A case as it was opened, as it is, and all that happened to it."""

    opened: Case
    case: Case
    happened: list[tuple[Sequence[Event], datetime]] = field(default_factory=list)

    def replayed(self) -> Case:
        """Return what the recorded events make of the case as it was opened."""
        case = self.opened
        for events, at in self.happened:
            case = apply_all(case, events, now=at)
        return case


class World:
    """Everything that there is."""

    def __init__(self) -> None:
        self.now: datetime = NOON
        self.book: Book = ROUND_THE_CLOCK
        self.online: frozenset[str] = frozenset({"mira"})
        self.lives: dict[str, Life] = {}
        self.heard: list[tuple[str, Hear]] = []
        self.refusals: list[str] = []

    @property
    def cases(self) -> list[Case]:
        """All cases, the oldest first."""
        return [life.case for life in self.lives.values()]

    def live(self, customer: str) -> Case | None:
        """Return the case that the customer's next message belongs to."""
        found = [case for case in self.cases if customer in case.live_keys]
        assert len(found) <= 1, "two live cases for one customer"
        return found[0] if found else None

    def wait(self, passed: timedelta) -> None:
        """Let time pass."""
        self.now += passed

    def do(self, case: Case, command: Command) -> bool:
        """Carry out a command; False where it is refused."""
        try:
            events = decide(case, command, now=self.now)
        except Refused as refused:
            self.refusals.append(refused.code)
            return False
        self._happen(case, events)
        return True

    def hear(self, customer: str, command: Hear) -> None:
        """Bring a message to the customer's live case, or open one with it; what had its effect before has none."""
        self.heard.append((customer, command))
        case = self.live(customer)
        over = [past for past in self.cases if customer in past.keys and not past.is_live]
        if any(past.has_applied(command.message.id) for past in over):
            return
        if case is None:
            self._open(customer, command)
        else:
            assert self.do(case, command), "a live case hears everything"

    def merge(self, target: Case, source: Case) -> bool:
        """Merge the second case into the first; False where that is refused."""
        return self._both(target, source, lambda: merge(target, source, by="mira", now=self.now))

    def unmerge(self, target: Case, source: Case) -> bool:
        """Take the second case out of the first; False where that is refused."""
        return self._both(target, source, lambda: unmerge(target, source, by="mira", now=self.now))

    def _both(self, target: Case, source: Case, decided: Callable[[], Both]) -> bool:
        try:
            for_target, for_source = decided()
        except Refused as refused:
            self.refusals.append(refused.code)
            return False
        self._happen(target, for_target)
        self._happen(source, for_source)
        # A merge, work on the merged case and the parting take people longer than no time at all.
        self.wait(timedelta(milliseconds=1))
        return True

    def _happen(self, before: Case, events: Sequence[Event]) -> None:
        after = apply_all(before, events, now=self.now)
        check_step(before, events, after, now=self.now)
        if events:
            life = self.lives[before.id]
            life.happened.append((events, self.now))
            life.case = after

    def _open(self, customer: str, command: Hear) -> None:
        past = [case for case in self.cases if customer in case.keys and case.stage is Stage.CLOSED]
        opened = open_case(
            Open(
                case_id=f"c-{len(self.lives)}",
                brand="discus",
                network="mastodon",
                account_id="discus@townsquare",
                customer_key=customer,
                customer=Customer(id=customer, handle=customer),
                hear=command,
                previous=past[-1].id if past else None,
                last_owner=past[-1].owner if past else None,
            ),
            now=self.now,
        )
        self.lives[opened.id] = Life(opened=opened, case=opened)
