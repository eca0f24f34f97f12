"""One round of dispatch ends, gives all that can be given, and tells why the rest waits."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from services.route.domain.assignment import Load, Waiting
from services.route.domain.eligible import Eligibility, Worker
from services.route.domain.round import Round
from tests.builders import NOON
from tests.unit.services.route.dispatching import QUEUES, a_demand, a_waiting, a_worker
from tests.unit.services.route.test_assignment import LINES, TAKEN, WORKERS, assigned

DUTCH = a_demand(language="nl")


def given_by(
    line: Sequence[Waiting],
    workers: Sequence[Worker],
    load: Load,
    *,
    at_once: int = 3,
    unwritable: frozenset[str] = frozenset(),
) -> tuple[dict[str, str], Round]:
    """Go round as dispatch does, over a line of which only the head can be seen."""
    left, total = list(line), dict[str, str]()
    turn = Round(dict.fromkeys(case.demand for case in line), Eligibility(workers, QUEUES), load)
    while wanted := turn.wanted():
        head = turn.fresh([case for case in left if case.demand in wanted][: turn.enough(at_once)])
        if not head:
            break
        won = {case: agent for case, agent in turn.give(head, now=NOON).items() if case not in unwritable}
        turn.settle(won)
        total.update(won)
        left = [case for case in left if case.case_id not in won]
    return total, turn


def test_a_long_line_that_nobody_can_serve_keeps_no_agent_from_the_others() -> None:
    line = [*(a_waiting(f"dutch-{n}", demand=DUTCH) for n in range(500)), a_waiting("english")]
    total, turn = given_by(line, [a_worker("mira"), a_worker("joris", 1, languages={"nl"})], Load(taken={"joris": 1}))

    assert list(total) == ["dutch-0", "dutch-1", "dutch-2"]
    assert turn.why() == {
        DUTCH: "all 2 who could take it are full",
        a_demand(): "the one who could take it is full",
    }
    total, _ = given_by(line, [a_worker("mira", languages={"en"})], Load())
    assert list(total) == ["english"]


def test_what_cannot_be_written_takes_nobodys_place() -> None:
    """A case that meets a bug is first in line for ever; the next one is given in the same round all the same."""
    line = [a_waiting("broken"), a_waiting("sound")]
    total, _ = given_by(line, [a_worker(capacity=1)], Load(), at_once=1, unwritable=frozenset({"broken"}))

    assert total == {"sound": "mira"}


def test_a_heavy_case_is_given_at_last_under_a_steady_rain_of_light_ones() -> None:
    """Each time one of the agent's four light cases is done, another one is there to take its place."""
    given_to: list[str] = []
    has = 4
    for _ in range(3):
        load = Load(taken={"mira": has - 1})
        total, _ = given_by([a_waiting("heavy", weight=3), a_waiting("light")], [a_worker(capacity=4)], load)
        given_to += total
        has = load.taken["mira"]

    assert given_to == ["heavy"]


def test_whoever_waits_for_a_larger_place_is_told_so_though_others_have_small_ones() -> None:
    line = [a_waiting("heavy", weight=3, demand=DUTCH)]
    _, turn = given_by(line, [a_worker("mira"), a_worker("joris")], Load(taken={"mira": 1, "joris": 2}))

    assert turn.why() == {DUTCH: "the place that is kept for it is still too small"}


@given(line=LINES, workers=WORKERS, taken=TAKEN)
def test_whoever_waits_is_told_why(line: list[Waiting], workers: list[Worker], taken: dict[str, int]) -> None:
    total, turn = given_by(line, workers, Load(taken=dict(taken)))

    assert {case.demand for case in line if case.case_id not in total} <= set(turn.why())


@given(line=LINES, workers=WORKERS, taken=TAKEN, at_once=st.integers(1, 5))
def test_seeing_only_the_head_of_the_line_gives_what_seeing_all_of_it_gives(
    line: list[Waiting], workers: list[Worker], taken: dict[str, int], at_once: int
) -> None:
    by_rounds, _ = given_by(line, workers, Load(taken=dict(taken)), at_once=at_once)

    assert by_rounds == assigned(line, workers, Load(taken=dict(taken)))


@given(line=LINES, workers=WORKERS, taken=TAKEN, unwritable=st.frozensets(st.integers(0, 999).map(str)))
def test_it_ends_and_counts_only_what_was_written(
    line: list[Waiting], workers: list[Worker], taken: dict[str, int], unwritable: frozenset[str]
) -> None:
    load = Load(taken=dict(taken))
    total, turn = given_by(line, workers, load, unwritable=unwritable)

    weight = {case.case_id: case.weight for case in line}
    for worker in workers:
        theirs = sum(weight[case] for case, agent in total.items() if agent == worker.id)
        assert load.taken.get(worker.id, 0) == taken.get(worker.id, 0) + theirs
    assert set(turn.why()) <= {case.demand for case in line}
