"""Fairness to each single agent: who can do the same and has more to do than hands is given a share by capacity."""

import asyncio

import pytest

from services.route.domain.eligible import Worker
from tests.simulation.agents import DAY, Agent
from tests.simulation.arrivals import Arrival
from tests.simulation.day import Day
from tests.simulation.town import TARGETS, service_levels
from tests.simulation.witness import Witness

CAPACITIES = (2, 3, 4, 5, 6)
COUNT = 2_000


def test_every_agent_is_given_their_share_within_a_tenth() -> None:
    people = [
        Agent(worker=Worker(id=f"agent-{size}", capacity=size), at_work=((0, 2 * DAY),), silent=(), peers="all")
        for size in CAPACITIES
    ]
    customers = [
        Arrival(
            number=number,
            at=number // 100,
            brand="discus",
            network="mastodon",
            language="en",
            intent="delivery",
            severity="low",
            handling=300 + number * 7919 % 600,
            again=None,
        )
        for number in range(COUNT)
    ]
    day, witness = Day(people, customers, service_levels(TARGETS)), Witness(people)
    asyncio.run(day.run(witness))

    assert witness.broken == {}
    for person in people:
        fair = person.worker.capacity / sum(CAPACITIES)
        share = witness.places_given[person.worker.id] / witness.places_given.total()
        assert share == pytest.approx(fair, rel=0.1)
