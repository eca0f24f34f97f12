"""A hundred agents: what they can do is skewed, their shifts overlap, some break off and some fall silent."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from services.route.domain.eligible import Worker

HOUR: Final = 3600
DAY: Final = 24 * HOUR

Span = tuple[int, int]
"""From when to when, in seconds since the day began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """`at_work`: their shifts. `silent`: when they are there and do nothing. `peers`: who can do the same, and when."""

    worker: Worker
    at_work: tuple[Span, ...]
    silent: tuple[Span, ...]
    peers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Agents with the same abilities; `shifts`: how many start when, for eight hours."""

    name: str
    shifts: dict[int, int]
    languages: tuple[str, ...]
    brands: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    certifications: tuple[str, ...] = ()
    capacities: tuple[int, ...] = (3, 4, 6)


TEAMS: Final = (
    Team(name="general", shifts={6: 12, 10: 6, 14: 12, 22: 6}, languages=("en", "nl")),
    Team(name="german", shifts={7: 6, 14: 6, 22: 3}, languages=("de", "en"), brands=("discus",)),
    Team(name="french", shifts={8: 5, 15: 5}, languages=("fr", "en")),
    Team(name="finnish", shifts={9: 3}, languages=("fi", "en")),
    Team(
        name="money",
        shifts={8: 6, 15: 6},
        languages=("en", "nl", "de", "fr", "fi"),
        skills=("ledger",),
        certifications=("payments",),
    ),
    Team(name="vinyl", shifts={6: 6, 14: 8, 22: 4}, languages=("en", "nl", "de"), brands=("vinyl",)),
    Team(name="desk", shifts={9: 6}, languages=("en",), networks=("helpdesk",), capacities=(2,)),
)
SHIFT: Final = 8 * HOUR
BREAKING_OFF: Final = 8
FALLING_SILENT: Final = 6


def agents(chance: Random) -> list[Agent]:
    """Return the hundred. The shifts are the same on two days, so that whoever is left in line overnight is served."""
    found = [
        Agent(
            worker=_worker(team, number, capacity=team.capacities[number % len(team.capacities)]),
            at_work=tuple(_shifts(start)),
            silent=(),
            peers=f"{team.name} from {start}",
        )
        for team in TEAMS
        for number, start in enumerate(start for start, count in team.shifts.items() for _ in range(count))
    ]
    odd = chance.sample(range(len(found)), BREAKING_OFF + FALLING_SILENT)
    for index in odd[:BREAKING_OFF]:
        found[index] = _breaking_off(found[index], chance)
    for index in odd[BREAKING_OFF:]:
        found[index] = _falling_silent(found[index], chance)
    return found


def _worker(team: Team, number: int, *, capacity: int) -> Worker:
    return Worker(
        id=f"{team.name}-{number:02}",
        capacity=capacity,
        brands=frozenset(team.brands),
        networks=frozenset(team.networks),
        languages=frozenset(team.languages),
        skills=frozenset(team.skills),
        certifications=frozenset(team.certifications),
    )


def _shifts(start: int) -> Iterator[Span]:
    if start * HOUR + SHIFT > DAY:
        yield 0, start * HOUR + SHIFT - DAY
    for day in range(2):
        begin = start * HOUR + day * DAY
        yield begin, begin + SHIFT


def _breaking_off(agent: Agent, chance: Random) -> Agent:
    """They are gone in the middle of the first whole shift, for an hour or for good."""
    spans = list(agent.at_work)
    index = next(index for index, (begin, end) in enumerate(spans) if end - begin == SHIFT)
    begin, end = spans[index]
    gone = begin + chance.randrange(HOUR, SHIFT - 2 * HOUR)
    spans[index : index + 1] = [(begin, gone), *([(gone + HOUR, end)] if chance.random() < 0.5 else [])]
    return Agent(
        worker=agent.worker, at_work=tuple(spans), silent=agent.silent, peers=f"{agent.worker.id}, who breaks off"
    )


def _falling_silent(agent: Agent, chance: Random) -> Agent:
    begin, _ = next(span for span in agent.at_work if span[1] - span[0] == SHIFT)
    since = begin + chance.randrange(HOUR, SHIFT - 3 * HOUR)
    return Agent(
        worker=agent.worker,
        at_work=agent.at_work,
        silent=((since, since + 2 * HOUR),),
        peers=f"{agent.worker.id}, who falls silent",
    )
