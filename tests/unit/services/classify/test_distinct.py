"""Counting different people: exact while few, close when many, and the same in whatever order and however often."""

from hypothesis import given
from hypothesis import strategies as st

from services.classify.domain.distinct import KEPT, Distinct, hash_of

PEOPLE = st.lists(st.integers(0, 900).map(lambda n: f"person-{n}"), max_size=800)


def counted(people: list[str]) -> Distinct:
    found = Distinct()
    for person in people:
        found = found.plus(person)
    return found


@given(PEOPLE)
def test_few_people_are_counted_exactly(people: list[str]) -> None:
    few = people[:KEPT]

    assert counted(few).count == len(set(few))


@given(PEOPLE, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(people: list[str], random: object) -> None:
    shuffled = sorted(people + people[: len(people) // 2], key=lambda person: hash((person, str(random))))

    assert counted(shuffled) == counted(people)


@given(PEOPLE, PEOPLE)
def test_merging_counts_who_is_in_both_once(some: list[str], others: list[str]) -> None:
    merged = counted(some).merged(counted(others))

    assert merged == counted(some + others) == counted(others).merged(counted(some))


@given(PEOPLE)
def test_more_people_are_never_fewer(people: list[str]) -> None:
    found = Distinct()
    for person in people:
        assert found.plus(person).count >= found.count
        found = found.plus(person)


def test_many_people_are_counted_closely_in_bounded_space() -> None:
    found = counted([f"person-{number}" for number in range(20_000)])

    assert abs(found.count - 20_000) < 20_000 * 0.15
    assert len(found.hashes) == KEPT


def test_a_person_has_the_same_hash_for_ever() -> None:
    assert hash_of("acme/mastodon/joe") == 0x222FC9B716F4A26D
