"""Builders for tests of eligibility, assignment and dispatch."""

from datetime import timedelta
from typing import Any

from services.route.domain.assignment import Waiting
from services.route.domain.eligible import Worker
from shared.case.state.policy import Match, Queue
from shared.levels.book import DispatchRules, Levels
from tests.builders import a_book

QUEUES = (
    Queue(
        id="money",
        match=Match(intents=frozenset({"refund"})),
        certifications=frozenset({"payments"}),
        skills=frozenset({"ledger"}),
    ),
    Queue(id="all", match=Match()),
)


def a_worker(agent: str = "mira", capacity: int = 3, **abilities: set[str]) -> Worker:
    """An agent at work who takes anything, unless said otherwise."""
    return Worker(id=agent, capacity=capacity, **{name: frozenset(words) for name, words in abilities.items()})


def a_demand(brand: str = "discus", network: str = "mastodon", language: str = "en", queue: str = "all") -> str:
    """What a case asks of an agent, as `Case.demand` writes it."""
    return f"{brand}|{network}|{language}|{queue}"


def a_waiting(case_id: str = "c", **fields: Any) -> Waiting:
    """A case in line."""
    return Waiting(**{"case_id": case_id, "demand": a_demand(), **fields})


def some_rules(**fields: Any) -> DispatchRules:
    """Two minutes for who is not at work, ten for who is silent, every case one place."""
    given = {
        "offline_after": timedelta(minutes=2),
        "silence_after": timedelta(minutes=10),
        "weights": {},
        "reach_raises_from": None,
    }
    return DispatchRules(**{**given, **fields})


def some_levels(**rules: Any) -> Levels:
    """The queues above, and these rules."""
    return Levels(book=a_book(queues=QUEUES[:-1]), rules=some_rules(**rules), digest="test")
