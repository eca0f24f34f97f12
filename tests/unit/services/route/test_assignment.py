"""Who gets which waiting case."""

from hypothesis import given
from hypothesis import strategies as st

from services.route.domain.assignment import Waiting, Worker, assign, brands_of

BRANDS = ("discus", "vinyl")
workers_strategy = st.lists(
    st.builds(
        Worker,
        id=st.sampled_from([f"agent-{n}" for n in range(6)]),
        capacity=st.integers(1, 5),
        brands=st.frozensets(st.sampled_from(BRANDS)),
    ),
    unique_by=lambda worker: worker.id,
    max_size=6,
)
waiting_strategy = st.lists(
    st.builds(Waiting, case_id=st.uuids().map(str), brand=st.sampled_from(BRANDS)),
    unique_by=lambda case: case.case_id,
    max_size=30,
)


@given(waiting=waiting_strategy, workers=workers_strategy)
def test_nobody_gets_more_than_they_can_hold_or_a_brand_they_do_not_serve(
    waiting: list[Waiting], workers: list[Worker]
) -> None:
    given_to = assign(waiting, workers, {})
    brand = {case.case_id: case.brand for case in waiting}
    for worker in workers:
        theirs = [case for case, agent in given_to.items() if agent == worker.id]
        assert len(theirs) <= worker.capacity
        assert all(not worker.brands or brand[case] in worker.brands for case in theirs)


@given(waiting=waiting_strategy, workers=workers_strategy)
def test_no_case_waits_while_somebody_eligible_has_a_free_place(waiting: list[Waiting], workers: list[Worker]) -> None:
    given_to = assign(waiting, workers, {})
    for case in waiting:
        if case.case_id not in given_to:
            for worker in workers:
                full = list(given_to.values()).count(worker.id) >= worker.capacity
                assert full or (worker.brands and case.brand not in worker.brands)


def test_the_oldest_due_case_takes_the_only_free_place() -> None:
    waiting = [Waiting(case_id="oldest", brand="discus"), Waiting(case_id="newer", brand="discus")]

    assert assign(waiting, [Worker(id="mira", capacity=3)], {"mira": 2}) == {"oldest": "mira"}


def test_the_smaller_share_of_capacity_goes_first() -> None:
    workers = [Worker(id="half", capacity=10), Worker(id="third", capacity=3)]

    assert assign([Waiting(case_id="c", brand="discus")], workers, {"half": 5, "third": 1}) == {"c": "third"}


@given(workers=workers_strategy.filter(bool), brand=st.sampled_from(BRANDS))
def test_the_brands_of_several_workers_are_those_that_one_of_them_serves(workers: list[Worker], brand: str) -> None:
    together = brands_of(workers)

    assert (not together or brand in together) == any(not one.brands or brand in one.brands for one in workers)
