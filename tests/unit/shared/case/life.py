"""The machine's ground: one world, what time and the service levels do to it, and what is checked after each step."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from shared.case.commands import ApplyPolicies, Tick
from shared.case.state.case import Case
from shared.case.state.stage import SETTLED, TERMINAL
from tests.unit.shared.case import invariants
from tests.unit.shared.case.books import BOOKS
from tests.unit.shared.case.ways_out import has_way_out
from tests.unit.shared.case.world import CUSTOMERS, World

CUSTOMER = st.sampled_from(CUSTOMERS)
AGENT = st.sampled_from(["mira", "joris"])
MINUTES = st.integers(0, 90) | st.sampled_from([90, 120, 240, 480, 1440, 1441, 4000])
PICK = st.integers(0, 30)


class Living(RuleBasedStateMachine):
    """Rules about time, and invariants."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.checked: dict[str, Case] = {}

    @rule(minutes=MINUTES, are_clocks_at_work=st.booleans())
    def time_passes(self, minutes: int, are_clocks_at_work: bool) -> None:
        self.world.wait(timedelta(minutes=minutes))
        if are_clocks_at_work:
            self.clocks_look()

    @rule()
    def nothing_is_said_for_a_day(self) -> None:
        self.time_passes(24 * 60 + 1, are_clocks_at_work=True)

    def clocks_look(self) -> None:
        """Let the clocks do what has fallen due."""
        for case in self.world.cases:
            if case.clock_due_at is not None and case.clock_due_at <= self.world.now:
                assert self.world.do(case, Tick(book=self.world.book))

    @rule(pick=PICK)
    def a_clock_looks_for_nothing(self, pick: int) -> None:
        for case in self.world.cases[pick : pick + 1]:
            assert self.world.do(case, Tick(book=self.world.book))
            due = self.world.lives[case.id].case.clock_due_at
            assert due is None or due >= self.world.now, "once is enough"

    @rule(book=st.sampled_from(sorted(BOOKS)))
    def service_levels_change(self, book: str) -> None:
        self.world.book = BOOKS[book]
        for case in self.world.cases:
            assert self.world.do(case, ApplyPolicies(book=self.world.book))

    @rule(online=st.frozensets(AGENT))
    def agents_come_and_go(self, online: frozenset[str]) -> None:
        self.world.online = online

    @invariant()
    def every_rule_holds(self) -> None:
        for customer in CUSTOMERS:
            self.world.live(customer)
        merged = [(case, case.before_merge) for case in self.world.cases if case.before_merge is not None]
        owed_nothing = {
            case.id
            for case, standing in merged
            if standing.stage in SETTLED or not any(clock.is_response and clock.is_open for clock in case.clocks)
        }
        for case in self.world.cases:
            if self.checked.get(case.id) is not case:
                invariants.check(case, now=self.world.now, owed_nothing=owed_nothing)
                assert case.stage in TERMINAL or has_way_out(case, now=self.world.now), f"stuck in {case.stage}"
                self.checked[case.id] = case

    def teardown(self) -> None:
        for life in self.world.lives.values():
            assert life.replayed() == life.case, "the same events make the same case"
