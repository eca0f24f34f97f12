"""The witness sees what is wrong: each rule, broken on purpose in a small town."""

import asyncio
from dataclasses import replace

import pytest

from services.route.domain.eligible import Worker
from tests.simulation.agents import DAY, HOUR, Agent
from tests.simulation.arrivals import Arrival
from tests.simulation.day import Day, Dispatching
from tests.simulation.town import TARGETS, WEIGHTS, at, service_levels
from tests.simulation.witness import Witness


def an_agent(name: str, *, capacity: int = 1, languages: frozenset[str] = frozenset()) -> Agent:
    worker = Worker(id=name, capacity=capacity, languages=languages)
    return Agent(worker=worker, at_work=((0, DAY),), silent=(), peers=name)


def an_arrival(number: int, *, at: int = 60, severity: str = "normal", again: int | None = None) -> Arrival:
    return Arrival(
        number=number,
        at=at,
        brand="discus",
        network="mastodon",
        language="en",
        intent="delivery",
        severity=severity,
        handling=600,
        again=again,
    )


AGENTS = (
    an_agent("mira"),
    an_agent("joris", capacity=2),
    replace(an_agent("silent", capacity=3), silent=((0, DAY),)),
    an_agent("dutch", capacity=9, languages=frozenset({"nl"})),
    replace(an_agent("night"), at_work=((DAY, 2 * DAY),)),
)
ARRIVALS = (
    *(an_arrival(number, severity="critical" if number % 2 else "low") for number in range(9)),
    *(an_arrival(number, at=10 * HOUR, again=number - 9) for number in range(9, 12)),
)


class Lazy:
    """Looks at the line only on every tenth occasion."""

    def __init__(self, day: Day) -> None:
        self._real = day.dispatcher()
        self._occasions = 0

    async def dispatch(self, fence: int) -> int:
        self._occasions += 1
        return await self._real.dispatch(fence) if self._occasions % 10 == 0 else 0


class Wrong:
    """Gives the last in line to the first agent of a list, or to as many as it likes."""

    def __init__(self, day: Day, *agents: str, at_once: int = 1, backwards: bool = False) -> None:
        self._day = day
        self._agents = agents
        self._at_once = at_once
        self._backwards = backwards

    async def dispatch(self, fence: int) -> int:
        town = self._day.town
        waiting = [one.case_id for one in await town.line.head(await town.line.demands(), limit=99, weights=WEIGHTS)]
        for case in waiting[::-1] if self._backwards else waiting:
            for agent in self._agents:
                if len(town.line.owned.get(agent, {})) < self._at_once:
                    town.takes(case, agent, now=at(self._day.second))
                    break
        return 0


def broken(day: Day, dispatching: Dispatching | None) -> dict[str, str]:
    witness = Witness(AGENTS, with_reasons=dispatching is None)
    asyncio.run(day.run(witness, dispatching))
    return witness.broken


def a_day() -> Day:
    return Day(AGENTS, ARRIVALS, service_levels(TARGETS))


def test_nothing_is_broken_by_the_real_one() -> None:
    day = a_day()

    assert broken(day, None) == {}
    assert all(told.done is not None for told in day.told.values())


@pytest.mark.parametrize(
    ("rule", "agents", "at_once", "backwards"),
    [
        ("the earliest deadline first", ("mira",), 1, True),
        ("nobody able is idle", ("mira",), 1, False),
        ("given to somebody with room", ("mira",), 2, False),
        ("given to somebody able", ("dutch",), 1, False),
        ("given to somebody at work", ("night",), 1, False),
        ("the last agent first", ("mira", "joris"), 1, False),
        ("who lost it last", ("silent",), 1, False),
    ],
)
def test_the_witness_sees_what_is_wrong(rule: str, agents: tuple[str, ...], at_once: int, backwards: bool) -> None:
    day = a_day()

    assert rule in broken(day, Wrong(day, *agents, at_once=at_once, backwards=backwards))


def test_the_witness_sees_agents_who_are_left_idle() -> None:
    day = a_day()

    assert "nobody able is idle" in broken(day, Lazy(day))
