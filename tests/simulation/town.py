"""The cases of the simulated day: opened, given, lost and done by the real decisions, with every change in view."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from shared.case.apply import apply_all
from shared.case.commands import Assign, Hear, Open, Resolve
from shared.case.decide import decide
from shared.case.keeping import Step
from shared.case.kept.together import Guard
from shared.case.opening import open_case
from shared.case.state.case import Case
from shared.case.state.parts import Customer, Message
from shared.case.state.policy import SEVERITIES, Book, Match, Policy, Queue
from shared.case.state.stage import Disposition
from shared.case.state.terms import Terms
from shared.levels.book import DispatchRules, Levels
from tests.fakes.dispatching import CasesInLine
from tests.simulation.arrivals import Arrival

MIDNIGHT: Final = datetime(2026, 11, 23, tzinfo=UTC)
TARGETS: Final = dict(zip(SEVERITIES, (24 * 3600, 4 * 3600, 3600, 900), strict=True))
"""Seconds to the first answer by severity, as in deploy/local/levels.yaml."""
WEIGHTS: Final = {"helpdesk": 3}
"""More than the smallest capacity."""
OFFLINE_AFTER: Final = 120
SILENCE_AFTER: Final = 45 * 60
QUEUES: Final = (
    Queue(
        id="money",
        match=Match(intents=frozenset({"refund"})),
        skills=frozenset({"ledger"}),
        certifications=frozenset({"payments"}),
    ),
    Queue(id="all", match=Match()),
)


def at(second: int) -> datetime:
    """Return the instant that many seconds after midnight."""
    return MIDNIGHT + timedelta(seconds=second)


def service_levels(targets: dict[str, int]) -> Levels:
    """Return levels with these targets for the first answer."""
    terms = {severity: Terms(policy="day", first_response=seconds) for severity, seconds in targets.items()}
    rules = DispatchRules(
        offline_after=timedelta(seconds=OFFLINE_AFTER),
        silence_after=timedelta(seconds=SILENCE_AFTER),
        weights=WEIGHTS,
        reach_raises_from=None,
    )
    policies = (Policy(id="day", match=Match(), terms=terms),)
    return Levels(book=Book(policies=policies, queues=QUEUES), rules=rules, digest="day")


class Town(CasesInLine):
    """`given`: what the last look gave, each with the case as it waited and as it is now."""

    def __init__(self, levels: Levels) -> None:
        super().__init__()
        self.levels = levels
        self.given: list[Step] = []

    def opens(self, arrival: Arrival) -> Case:
        """A customer wrote."""
        now, customer = at(arrival.at), f"customer-{arrival.number if arrival.again is None else arrival.again}"
        earlier = None if arrival.again is None else self.cases[case_id(arrival.again)]
        case = open_case(
            Open(
                case_id=case_id(arrival.number),
                brand=arrival.brand,
                network=arrival.network,
                account_id="ours",
                customer_key=customer,
                customer=Customer(id=customer),
                hear=Hear(kind="created", message=_message(arrival, now), book=self.levels.book),
                previous=None if earlier is None else earlier.id,
                last_owner=None if earlier is None else earlier.owner or earlier.last_owner,
            ),
            now=now,
        )
        self.put(case)
        return case

    def finishes(self, case: Case, *, now: datetime) -> None:
        """Its owner has dealt with it."""
        done = Resolve(by=case.owner or "", disposition=Disposition.PEER_RESOLVED, reason="simulated")
        self.put(apply_all(case, decide(case, done, now=now), now=now))

    def takes(self, case_id: str, agent: str, *, now: datetime) -> None:
        """Give a waiting case to an agent, without asking anybody."""
        before = self.cases[case_id]
        after = apply_all(before, decide(before, Assign(agent=agent, by="simulated"), now=now), now=now)
        self.given.append(Step(before=before, after=after))
        self.put(after)

    async def those_that_hold(self, steps: Sequence[Step], *, guard: Guard) -> frozenset[str]:
        won = await super().those_that_hold(steps, guard=guard)
        self.given += [step for step in steps if step.after.id in won]
        return won


def case_id(number: int) -> str:
    """Return the id of the case that this arrival opens; ids are in the order of coming."""
    return f"case-{number:05}"


def _message(arrival: Arrival, now: datetime) -> Message:
    identity = f"message-{arrival.number}"
    return Message(
        id=identity,
        native_id=identity,
        events=(identity,),
        text="Where is my parcel?",
        revision="0",
        occurred_at=now,
        received_at=now,
        classified_at=now,
        routed_at=now,
        language=arrival.language,
        intent=arrival.intent,
        severity=arrival.severity,
    )
