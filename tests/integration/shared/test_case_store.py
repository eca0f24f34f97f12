"""One suite over the fake and the real store, so that the fake cannot drift."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from shared.case.apply import apply_all
from shared.case.commands import Assign, Resolve, Tick
from shared.case.decide import decide
from shared.case.keeping import NoSuchCase, Past, Step, announcing
from shared.case.kept.indexes import CASES
from shared.case.kept.store import CaseStore
from shared.case.merge import merge
from shared.case.state.case import Case
from shared.case.state.stage import Disposition
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear
from tests.fakes.cases import InMemoryCases

Store = CaseStore | InMemoryCases


@pytest.fixture(params=["fake", "real"])
def store(request: pytest.FixtureRequest) -> Any:
    if request.param == "fake":
        return InMemoryCases()
    return CaseStore(request.getfixturevalue("database"))


async def opened(store: Store, case: Case) -> bool:
    return await store.save([Step(before=None, after=case)])


def assigned_to(agent: str) -> Any:
    def change(case: Case) -> Case:
        return apply_all(case, decide(case, Assign(agent=agent, by="route"), now=NOON), now=NOON)

    return change


async def test_what_was_opened_reads_back_the_same(store: Store) -> None:
    case = after(a_case(), an_answer(a_case()))
    await opened(store, case)

    assert await store.get(case.id) == case


async def test_a_customer_has_one_live_case(store: Store) -> None:
    assert await opened(store, a_case())
    assert not await opened(store, replace(a_case(), id="c-other"))


async def test_a_case_is_live_for_the_customers_of_those_merged_into_it(store: Store) -> None:
    head, other = a_case(), a_case(message=a_message("post-2"), author="sue")
    stays, goes = merge(head, other, by="mira", now=NOON)
    await opened(store, apply_all(other, goes, now=NOON))
    merged = apply_all(head, stays, now=NOON)
    await opened(store, merged)

    assert await store.live([other.customer_key]) == {other.customer_key: merged}
    assert not await opened(store, replace(other, id="c-again")), "her next message continues the head"


async def test_a_closed_case_makes_room_for_the_next(store: Store) -> None:
    first = after(a_case(), Resolve(by="mira", disposition=Disposition.SPAM, reason="an advertisement"))
    closed = after(first, Tick(), now=NOON + timedelta(days=4))
    await opened(store, closed)

    assert await opened(store, replace(a_case(), id="c-next"))
    assert (await store.live([closed.customer_key]))[closed.customer_key].id == "c-next"
    assert await store.past([closed.customer_key, "discus/mastodon/nobody"]) == [
        Past(case_id=closed.id, keys=(closed.customer_key,), events=frozenset({a_message().id}))
    ]


async def test_a_saved_step_reads_back_as_the_state_it_led_to(store: Store) -> None:
    before = a_case()
    later = after(before, hear(a_message("post-2", at=NOON + HOUR)), Assign(agent="mira", by="route"))
    answered = after(later, an_answer(later))
    await opened(store, before)

    assert await store.save([Step(before=before, after=answered)])
    assert await store.get(before.id) == answered


async def test_of_two_changes_to_one_version_one_loses(store: Store) -> None:
    before = a_case()
    await opened(store, before)

    assert await store.save([Step(before=before, after=assigned_to("mira")(before))])
    assert not await store.save([Step(before=before, after=assigned_to("joris")(before))])
    assert (await store.get(before.id)).owner == "mira"


async def test_a_step_that_lost_does_not_hold_up_its_neighbours(store: Store) -> None:
    taken, fresh = a_case(), a_case(author="ann", message=a_message("post-2"))
    await opened(store, taken)

    assert not await store.save([Step(before=None, after=taken), Step(before=None, after=fresh)])
    assert await store.get(fresh.id) == fresh


async def test_every_one_of_many_concurrent_updates_takes_place(store: Store) -> None:
    case = a_case()
    await opened(store, case)

    async def hears(number: int) -> None:
        await store.update(case.id, lambda it: after(it, hear(a_message(f"more-{number}"))))

    await asyncio.gather(*(hears(number) for number in range(12)))

    stored = await store.get(case.id)
    assert len(stored.messages) == 13
    assert stored.version == 13


async def test_an_unknown_case_is_named(store: Store) -> None:
    with pytest.raises(NoSuchCase, match="c-none"):
        await store.get("c-none")


async def test_due_cases_come_oldest_due_first_and_only_when_due(store: Store) -> None:
    late = a_case(author="late", message=a_message("post-1"), target=2 * HOUR)
    soon = a_case(author="soon", message=a_message("post-2"))
    await opened(store, late)
    await opened(store, soon)
    warned_at = NOON + HOUR * 0.75

    assert await store.due("clock_due_at", now=warned_at - timedelta(milliseconds=1), limit=9) == []
    assert await store.due("clock_due_at", now=warned_at, limit=9) == [soon]
    assert await store.due("clock_due_at", now=NOON + 9 * HOUR, limit=9) == [soon, late]
    assert await store.due("clock_due_at", now=NOON + 9 * HOUR, limit=1) == [soon]
    assert await store.due("clock_due_at", now=NOON + 9 * HOUR, limit=9, buckets=[soon.bucket]) == (
        [soon, late] if soon.bucket == late.bucket else [soon]
    )
    assert await store.due("clock_due_at", now=NOON + 9 * HOUR, limit=9, but_of=["discus@townsquare"]) == []
    assert await store.due("publish_due_at", now=NOON + 9 * HOUR, limit=9) == []


async def test_a_case_whose_timer_is_gone_is_not_due_again(store: Store) -> None:
    case = a_case()
    await opened(store, case)
    breached = after(case, Tick(), now=NOON + 2 * HOUR)
    await store.save([Step(before=case, after=breached)])

    assert await store.due("clock_due_at", now=NOON + 99 * HOUR, limit=9) == []


async def test_a_change_stays_unannounced_until_marked(store: Store) -> None:
    case = a_case()
    await opened(store, case)
    changed = await store.update(case.id, announcing(assigned_to("mira")))

    assert await store.unannounced(limit=9) == [changed]
    await store.mark_announced([changed])
    assert await store.unannounced(limit=9) == []


async def test_marking_an_old_version_leaves_the_newer_one_unannounced(store: Store) -> None:
    case = a_case()
    await opened(store, case)
    first = await store.update(case.id, announcing(assigned_to("mira")))
    second = await store.update(case.id, announcing(assigned_to("joris")))

    await store.mark_announced([first])

    assert await store.unannounced(limit=9) == [second]


async def test_a_change_made_while_the_mark_is_cleared_is_still_announced(store: Store) -> None:
    """The relay clears the mark without a new version; a writer who read the case before that must not lose its own."""
    case = a_case()
    await opened(store, case)
    first = await store.update(case.id, announcing(assigned_to("mira")))
    await store.mark_announced([first])

    await store.save([Step(before=first, after=announcing(assigned_to("joris"))(first))])

    assert [one.version for one in await store.unannounced(limit=9)] == [first.version + 1]


async def test_one_case_that_cannot_be_read_does_not_stop_the_deadlines_of_the_others(database: Any) -> None:
    store = CaseStore(database)
    spoilt, fine = a_case(author="spoilt"), a_case(author="fine", message=a_message("post-2"))
    await opened(store, spoilt)
    await opened(store, fine)
    await database[CASES].update_one({"_id": spoilt.id}, {"$set": {"stage": "from another version"}})

    assert await store.due("clock_due_at", now=NOON + 9 * HOUR, limit=9) == [fine]
