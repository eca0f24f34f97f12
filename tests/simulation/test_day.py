"""Ten thousand customers, a hundred agents, one day: nobody starves or is idle for nothing, and shares are fair."""

from collections import Counter, defaultdict

import pytest

from tests.simulation.agents import Agent
from tests.simulation.compared import Compared, compared
from tests.simulation.day import Told
from tests.simulation.picture import PICTURE, draw
from tests.simulation.waits import waits


@pytest.fixture(scope="module")
def both() -> Compared:
    return compared()


def unserved(both: Compared) -> list[Told]:
    return [told for told in both.after.told.values() if told.done is None]


def test_in_no_second_of_the_day_a_rule_is_broken(both: Compared) -> None:
    """Nobody able is idle while a case waits, the earliest deadline is first, the last agent is preferred, who lost it
    is last, nobody has more than they can hold, no load leaks, and whoever waits is told why.
    """
    assert both.witness.broken == {}
    assert both.witness.looks > 15_000


def test_the_day_is_hard_enough_to_break_them(both: Compared) -> None:
    assert len(both.agents) == 100
    assert len(both.after.told) == 10_000
    assert both.witness.longest_line > 300
    assert both.witness.honoured > 100
    assert both.witness.kept > 1_000


def test_everybody_is_served_whom_anybody_could_serve(both: Compared) -> None:
    assert {told.arrival.language for told in unserved(both)} == {"ja"}
    assert all(told.done is None for told in both.after.told.values() if told.arrival.language == "ja")


def test_whom_nobody_could_serve_is_told_so_all_day(both: Compared) -> None:
    why = [reasons for demand, reasons in both.witness.reasons.items() if "|ja|" in demand]

    assert why
    assert all(reasons == {"no speaker of ja is at work"} for reasons in why)


def test_who_comes_when_nobody_can_be_asked_is_served_when_somebody_is(both: Compared) -> None:
    """Nobody who may handle money is at work before eight."""
    at_night = [
        told
        for told in both.after.told.values()
        if told.arrival.intent == "refund" and told.arrival.at < 8 * 3600 and told.arrival.language != "ja"
    ]

    assert len(at_night) > 50
    assert min(told.hands[0][0] for told in at_night) == 8 * 3600


def test_what_an_agent_loses_by_being_gone_or_silent_is_served_by_another(both: Compared) -> None:
    lost = [told for told in both.after.told.values() if told.lost]
    silent = {agent.worker.id for agent in both.agents if agent.silent}

    assert len(lost) > 100
    assert any(silent.intersection(told.lost) for told in lost)
    assert all(told.done is not None and len(told.hands) == len(told.lost) + 1 for told in lost)


def test_when_the_day_is_over_nobody_has_anything(both: Compared) -> None:
    assert not any(both.after.town.line.owned.values())


def test_while_more_waits_than_they_can_take_shares_are_shares_of_capacity(both: Compared) -> None:
    """Within a tenth, over agents who can do the same and are there at the same time, in places by capacity."""
    groups: dict[str, list[Agent]] = defaultdict(list)
    for agent in both.agents:
        groups[agent.peers].append(agent)
    compared_groups = 0
    for peers in groups.values():
        places, capacity = Counter[int](), Counter[int]()
        for agent in peers:
            places[agent.worker.capacity] += both.witness.places_given[agent.worker.id]
            capacity[agent.worker.capacity] += agent.worker.capacity
        if places.total() < 300 or len(capacity) == 1:
            continue
        compared_groups += 1
        for size in capacity:
            fair = capacity[size] / capacity.total()
            assert places[size] / places.total() == pytest.approx(fair, rel=0.1)

    assert compared_groups >= 4


@pytest.mark.parametrize("severity", ["critical", "high"])
def test_who_is_in_need_waits_less_than_when_first_come_was_first_served(both: Compared, severity: str) -> None:
    before, after = waits(both.before, severity), waits(both.after, severity)

    assert after.quantile(0.9) < before.quantile(0.9) / 5
    assert after.late < before.late


def test_the_price_is_paid_where_there_is_time(both: Compared) -> None:
    """Who may wait for a day does wait for longer, and is answered within it all the same."""
    assert waits(both.after, "low").quantile(0.9) > waits(both.before, "low").quantile(0.9)
    assert waits(both.after, "low").late == 0


def test_the_committed_picture_is_what_is_drawn(both: Compared) -> None:
    assert PICTURE.read_text() == draw(both), "draw it again: make simulate"
