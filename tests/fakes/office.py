"""An office where everything goes on at once: colleagues write notes and drafts, answer, withdraw; customers write; the
real publisher posts on a network that fails in every way; the relay announces. What must stay inside is marked."""

import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, cast

from services.respond.domain.scope import Scope
from services.respond.handlers.answer import Answers
from services.respond.handlers.change import Asking
from services.respond.handlers.desk import Desk
from services.respond.handlers.drafts import CaseDrafts
from services.respond.handlers.drafts import Kept as KeptDrafts
from services.respond.handlers.macros import Kept as KeptMacros
from services.respond.handlers.macros import Macros
from services.respond.handlers.notes import CaseNotes
from services.respond.handlers.notes import Kept as KeptNotes
from services.respond.handlers.rests import Rests
from services.respond.networks.freeze import freeze
from services.respond.relay import Relay
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.directory.profile import Profile
from shared.kafka.record import Outgoing
from tests.fakes.cases import InMemoryCases
from tests.fakes.network import FakeNetwork
from tests.unit.services.respond.api.desks import Accounts
from tests.unit.services.respond.publisher.bench import Bench

CANARY: Final = "canary"
"""Stands in every note and every draft, and nowhere else."""

AllCases: TypeAlias = CaseStore | InMemoryCases

PEOPLE: Final = {
    agent: Profile(id=agent, name=agent.title(), source="file", role="supervisor" if agent == "mira" else "agent")
    for agent in ("mira", "joris", "kim")
}


class Roster:
    """Everybody."""

    def get(self, agent_id: str) -> Profile | None:
        return PEOPLE.get(agent_id)


class Overheard:
    """A network, and everything that it was ever handed."""

    def __init__(self, network: FakeNetwork) -> None:
        self.network = network
        self.handed: list[str] = []

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        method = getattr(self.network, name)

        async def heard(*given: Any, **named: Any) -> Any:
            self.handed.append(f"{name} {given!r} {named!r}")
            return await method(*given, **named)

        return heard


@dataclass
class Facts:
    """Where announcements go."""

    records: list[Outgoing] = field(default_factory=list)

    async def start(self) -> None:
        return None

    async def send(self, records: Sequence[Outgoing]) -> None:
        self.records += records


class Office:
    """`publishing`: the cases as the publisher reaches them, where that is another way than the desk's."""

    def __init__(
        self,
        *,
        seed: int,
        cases: AllCases,
        notes: KeptNotes,
        drafts: KeptDrafts,
        macros: KeptMacros,
        publishing: AllCases | None = None,
        customers: int = 24,
    ) -> None:
        self.chance = random.Random(seed)
        self.cases = cases
        self.bench = Bench()
        self.network = Overheard(FakeNetwork(clock=self.bench.clock))
        self.bench.cases = cast(Any, publishing or cases)
        self.bench.network = cast(Any, self.network)
        self.bench.restart()
        self.facts = Facts()
        clock = self.bench.clock
        self.relay = Relay(cases=cases, facts=self.facts, clock=clock)
        self.rests, self.desk = Rests(cases=cases, clock=clock), Desk(cases=cases, clock=clock)
        self.notes = CaseNotes(cases=cases, notes=notes, roster=Roster(), clock=clock, ids=self.new_id)
        self.drafts = CaseDrafts(cases=cases, drafts=drafts, clock=clock)
        self.macros = Macros(
            macros=macros, cases=cases, brand_names={"discus": "Discus DVD Rental"}, clock=clock, ids=self.new_id
        )
        self.answers = Answers(
            cases=cases, accounts=Accounts(), freeze=freeze, clock=clock, ids=self.new_id, drafts=self.drafts
        )
        self.customers = customers
        self.case_ids: list[str] = []
        self.written: list[tuple[str, str]] = []
        self.shelf: list[str] = []
        self.done: dict[str, int] = {}
        self.count = 0

    def outside(self) -> str:
        """Return everything that left: what the network was handed, and what was announced."""
        return "\n".join([*self.network.handed, *map(repr, self.facts.records)])

    async def case(self, case_id: str) -> Case:
        return await self.cases.get(case_id)

    def who(self) -> Asking:
        agent = self.chance.choice(list(PEOPLE))
        return Asking(agent=agent, scope=Scope(), is_supervisor=PEOPLE[agent].is_supervisor)

    def new_id(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}-{self.count}"
