"""Who gets which waiting case (SEMANTICS, section 4)."""

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from services.route.domain.assignment import Load, Waiting, assign, open_demands
from services.route.domain.eligible import Eligibility, Worker
from tests.builders import HOUR, NOON
from tests.unit.services.route.dispatching import QUEUES, a_demand, a_waiting, a_worker

DUTCH = a_demand(language="nl")


def assigned(waiting: Sequence[Waiting], workers: Sequence[Worker], load: Load | None = None) -> dict[str, str]:
    return assign(waiting, Eligibility(workers, QUEUES), load or Load(), now=NOON)


def test_the_first_in_line_takes_the_only_free_place() -> None:
    line = [a_waiting("first"), a_waiting("second")]

    assert assigned(line, [a_worker(capacity=3)], Load(taken={"mira": 2})) == {"first": "mira"}


def test_the_customers_last_agent_comes_before_the_least_loaded() -> None:
    case = a_waiting(last_owner="mira")

    assert assigned([case], [a_worker("joris"), a_worker("mira")], Load(taken={"mira": 2})) == {"c": "mira"}


def test_a_last_agent_who_is_full_or_cannot_take_it_is_not_waited_for() -> None:
    case = a_waiting(last_owner="mira", demand=DUTCH)

    assert assigned([case], [a_worker("joris"), a_worker("mira")], Load(taken={"mira": 3})) == {"c": "joris"}
    assert assigned([case], [a_worker("joris"), a_worker("mira", languages={"en"})]) == {"c": "joris"}


def test_the_smallest_share_of_capacity_comes_first() -> None:
    load = Load(taken={"half": 5, "third": 1})

    assert assigned([a_waiting()], [a_worker("half", 10), a_worker("third", 3)], load) == {"c": "third"}


def test_of_equal_shares_who_was_given_nothing_for_longest_comes_first_and_who_never_was_before_them() -> None:
    workers = [a_worker("a"), a_worker("b"), a_worker("c")]
    load = Load(given_at={"a": NOON - HOUR, "b": NOON - 2 * HOUR, "c": NOON})

    assert list(assigned([a_waiting("1"), a_waiting("2"), a_waiting("3")], workers, load).values()) == ["b", "a", "c"]
    assert assigned([a_waiting()], [*workers, a_worker("new")], load) == {"c": "new"}


def test_who_lost_it_by_silence_gets_it_again_only_where_nobody_else_can_take_it() -> None:
    case = a_waiting(avoid="mira", last_owner="mira")
    both = [a_worker("mira"), a_worker("joris", capacity=1)]

    assert assigned([case], both) == {"c": "joris"}
    assert assigned([case], both, Load(taken={"joris": 1})) == {"c": "mira"}


def test_a_case_weighs_what_its_network_weighs() -> None:
    line = [a_waiting("one", weight=2), a_waiting("two", weight=2)]

    assert assigned(line, [a_worker(capacity=3)]) == {"one": "mira"}


def test_what_is_heavier_than_any_capacity_goes_to_somebody_with_nothing() -> None:
    heavy = a_waiting("heavy", weight=9)

    assert assigned([heavy], [a_worker(capacity=2)], Load(taken={"mira": 1})) == {}
    assert assigned([heavy], [a_worker(capacity=2)]) == {"heavy": "mira"}


def test_a_free_place_that_is_too_small_is_kept_for_the_heavy_case_that_comes_before_the_light_ones() -> None:
    """Else light cases would take each place as it came free, and the heavy one would never have room."""
    line = [a_waiting("heavy", weight=3), a_waiting("light")]

    assert assigned(line, [a_worker(capacity=4)], Load(taken={"mira": 2})) == {}
    assert assigned(line[::-1], [a_worker(capacity=4)], Load(taken={"mira": 2})) == {"light": "mira"}


def test_only_the_place_that_lacks_least_is_kept() -> None:
    line = [a_waiting("heavy", weight=3), a_waiting("one"), a_waiting("two")]
    load = Load(taken={"near": 2, "far": 3})

    assert assigned(line, [a_worker("far", 4), a_worker("near", 4)], load) == {"one": "far"}


def test_a_case_that_nobody_can_serve_holds_nobody_up() -> None:
    line = [a_waiting(f"dutch-{n}", demand=DUTCH) for n in range(50)]

    assert assigned([*line, a_waiting("english")], [a_worker(languages={"en"})]) == {"english": "mira"}


def test_demands_are_open_while_somebody_able_has_a_free_place_that_is_not_kept() -> None:
    eligible = Eligibility([a_worker("mira", languages={"en"}), a_worker("joris", languages={"nl"})], QUEUES)
    demands = [DUTCH, a_demand(), a_demand(language="fr")]

    assert open_demands(demands, eligible, Load()) == [DUTCH, a_demand()]
    assert open_demands(demands, eligible, Load(taken={"mira": 3})) == [DUTCH]
    assert open_demands(demands, eligible, Load(kept={"joris": a_waiting(weight=9)})) == [a_demand()]


LANGUAGES = ["nl", "en", "fr"]
WORKERS = st.lists(
    st.builds(
        Worker,
        id=st.sampled_from([f"agent-{n}" for n in range(6)]),
        capacity=st.integers(1, 5),
        languages=st.frozensets(st.sampled_from(LANGUAGES)),
    ),
    unique_by=lambda worker: worker.id,
    max_size=6,
)
AGENTS = st.sampled_from([*(f"agent-{n}" for n in range(6)), None])
LINES = st.lists(
    st.builds(
        Waiting,
        case_id=st.integers(0, 999).map(str),
        demand=st.sampled_from([a_demand(language=language) for language in LANGUAGES]),
        weight=st.integers(1, 6),
        last_owner=AGENTS,
        avoid=AGENTS,
    ),
    unique_by=lambda case: case.case_id,
    max_size=30,
)
TAKEN = st.dictionaries(st.sampled_from([f"agent-{n}" for n in range(6)]), st.integers(0, 5))


def speaks(worker: Worker, case: Waiting) -> bool:
    return not worker.languages or case.demand.split("|")[2] in worker.languages


@given(line=LINES, workers=WORKERS, taken=TAKEN)
def test_nobody_gets_more_than_they_can_hold_but_who_had_nothing(
    line: list[Waiting], workers: list[Worker], taken: dict[str, int]
) -> None:
    given_to = assigned(line, workers, Load(taken=dict(taken)))
    for worker in workers:
        theirs = [case for case in line if given_to.get(case.case_id) == worker.id]
        before, weight = taken.get(worker.id, 0), sum(case.weight for case in theirs)
        assert all(speaks(worker, case) for case in theirs)
        assert not theirs or before + weight <= worker.capacity or (before == 0 and len(theirs) == 1)


@given(line=LINES, workers=WORKERS, taken=TAKEN)
def test_a_case_waits_only_where_no_place_of_its_size_is_free_or_an_earlier_one_keeps_it(
    line: list[Waiting], workers: list[Worker], taken: dict[str, int]
) -> None:
    load = Load(taken=dict(taken))
    given_to = assigned(line, workers, load)
    earlier: list[Waiting] = []
    for case in line:
        if case.case_id in given_to:
            continue
        for worker in workers:
            has, size = load.taken.get(worker.id, 0), min(case.weight, worker.capacity)
            too_small = has + size > worker.capacity
            assert not speaks(worker, case) or too_small or any(speaks(worker, one) for one in earlier)
        earlier.append(case)


@given(line=LINES, workers=WORKERS, taken=TAKEN)
def test_no_case_is_passed_by_a_later_one_of_its_kind(
    line: list[Waiting], workers: list[Worker], taken: dict[str, int]
) -> None:
    """Of the same demand and weight, those who are given come before those who wait."""
    given_to = assigned(line, workers, Load(taken=dict(taken)))
    waits: set[tuple[str, int]] = set()
    for case in line:
        kind = (case.demand, case.weight)
        assert case.case_id not in given_to or kind not in waits
        if case.case_id not in given_to:
            waits.add(kind)


@given(line=LINES, workers=WORKERS, taken=TAKEN, order=st.randoms(use_true_random=False))
def test_the_outcome_does_not_depend_on_the_order_of_the_agents(
    line: list[Waiting], workers: list[Worker], taken: dict[str, int], order: Random
) -> None:
    shuffled = list(workers)
    order.shuffle(shuffled)

    assert assigned(line, workers, Load(taken=dict(taken))) == assigned(line, shuffled, Load(taken=dict(taken)))


@given(st.lists(st.integers(1, 6), min_size=2, max_size=6))
def test_while_all_have_work_shares_of_capacity_differ_by_less_than_one_case(capacities: list[int]) -> None:
    workers = [a_worker(f"agent-{n}", capacity) for n, capacity in enumerate(capacities)]
    load = Load()
    for number in range(sum(capacities)):
        assigned([a_waiting(str(number))], workers, load)
        shares = [Fraction(load.taken.get(worker.id, 0), worker.capacity) for worker in workers]
        assert max(shares) - min(shares) <= Fraction(1, min(capacities))


@given(seconds=st.lists(st.integers(0, 100), min_size=2, max_size=5, unique=True))
def test_in_turn_where_nobody_has_anything(seconds: list[int]) -> None:
    """Agents whose cases are done at once are given the next one in the order in which they had their last."""
    workers = [a_worker(f"agent-{n}") for n in range(len(seconds))]
    load = Load(given_at={f"agent-{n}": NOON - timedelta(seconds=ago) for n, ago in enumerate(seconds)})
    expected = [f"agent-{n}" for n in sorted(range(len(seconds)), key=lambda n: -seconds[n])]
    given_to: list[str] = []
    for number in range(len(seconds)):
        now = NOON + timedelta(seconds=1 + number)
        given_to += assign([a_waiting()], Eligibility(workers, QUEUES), load, now=now).values()
        load.taken.clear()

    assert given_to == expected
