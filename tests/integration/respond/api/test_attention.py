"""Who is at a case, and what colleagues do there, told to every page of the brand through every process."""

import json
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from services.respond.domain.scope import Scope
from services.respond.live.broadcast import Broadcast, Listener
from services.respond.live.told import Ears, Told
from services.respond.queries.recent import Recent, TooMany
from services.respond.store.indexes import ATTENTION, NOTES
from services.respond.wiring.together import make_watch
from shared.case.state.case import Case
from tests.builders import NOON, a_case
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_bad_input import problem

SECOND = timedelta(seconds=1)


@pytest.fixture
async def case(site: Site) -> Case:
    """A case of Discus."""
    opened = a_case()
    await site.opened(opened)
    return opened


class Process:
    """Another api process on the same database, with its own listeners."""

    def __init__(self, site: Site) -> None:
        self.broadcast = Broadcast(boot="other", window=100)
        self.watch = make_watch(replace(site.ground, broadcast=self.broadcast))

    async def told(self, *ears: Ears) -> list[list[tuple[str, dict[str, Any]]]]:
        """What each of these hears by a look."""
        with ExitStack() as listening:
            all_of_them = [listening.enter_context(self.broadcast.listening(one, last_id=None)) for one in ears]
            await self.watch.look()
            return [await _heard(one) for one in all_of_them]


async def _heard(listener: Listener) -> list[tuple[str, dict[str, Any]]]:
    listener.end()
    heard: list[Told] = []
    while (event := await listener.next()) is not None:
        heard.append(event)
    return [(event.kind, json.loads(event.data)) for event in heard if event.kind != "hello"]


def ears(agent: str, *brands: str) -> Ears:
    return Ears(scope=Scope(frozenset(brands)), agent=agent)


async def pay(client: httpx2.AsyncClient, case: Case, doing: str) -> list[tuple[str, str]]:
    answer = await client.put(f"/v1/cases/{case.id}/attention", json={"doing": doing})
    assert answer.status_code == 200, answer.text
    return [(one["agent"], one["doing"]) for one in answer.json()["items"]]


async def there(client: httpx2.AsyncClient, case: Case) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await client.get(f"/v1/cases/{case.id}/attention")).json()["items"]
    return items


async def test_attention_lasts_twenty_seconds_unless_renewed(
    site: Site, case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    assert await pay(mira, case, "viewing") == [("mira", "viewing")]
    site.now = NOON + 12 * SECOND
    assert await pay(joris, case, "typing") == [("joris", "typing"), ("mira", "viewing")]

    assert await there(mira, case) == [
        {"agent": "joris", "name": "Joris", "doing": "typing", "until": "2026-11-21T12:00:32Z"},
        {"agent": "mira", "name": "Mira", "doing": "viewing", "until": "2026-11-21T12:00:20Z"},
    ]
    site.now = NOON + 20 * SECOND
    assert [one["agent"] for one in await there(mira, case)] == ["joris"]
    await pay(joris, case, "viewing")
    site.now = NOON + 39 * SECOND
    assert [(one["agent"], one["doing"]) for one in await there(mira, case)] == [("joris", "viewing")]


async def test_who_leaves_is_gone_at_once_and_may_leave_twice(
    case: Case, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await pay(mira, case, "viewing")
    await pay(joris, case, "viewing")

    for _ in range(2):
        assert (await mira.delete(f"/v1/cases/{case.id}/attention")).status_code == 204
    assert [one["agent"] for one in await there(joris, case)] == ["joris"]


async def test_what_lies_outside_ones_brands_is_not_there(site: Site, case: Case) -> None:
    async with site.client("quinn") as quinn:
        here = f"/v1/cases/{case.id}/attention"
        problem(await quinn.get(here), 404)
        problem(await quinn.put(here, json={"doing": "viewing"}), 404)
        problem(await quinn.delete(here), 404)
    assert await site.database[ATTENTION].count_documents({}) == 0


async def test_every_process_tells_who_came_changed_and_left_and_no_renewals(
    site: Site, case: Case, mira: httpx2.AsyncClient
) -> None:
    processes = [Process(site), Process(site)]
    seen: list[list[str]] = []

    async def look() -> None:
        for process in processes:
            [heard] = await process.told(ears("joris"))
            seen.append([f"{kind}:{[one['doing'] for one in data['items']]}" for kind, data in heard])

    await pay(mira, case, "viewing")
    await look()
    site.now += 8 * SECOND
    await pay(mira, case, "viewing")
    await look()
    await pay(mira, case, "typing")
    await look()
    site.now += 20 * SECOND
    await look()

    came, changed, left = ["attention:['viewing']"], ["attention:['typing']"], ["attention:[]"]
    assert seen == [came, came, [], [], changed, changed, left, left]


async def test_attention_names_the_case_and_who_is_there(site: Site, case: Case, mira: httpx2.AsyncClient) -> None:
    await pay(mira, case, "typing")
    [[(kind, data)]] = await Process(site).told(ears("joris"))

    item = {"agent": "mira", "name": "Mira", "doing": "typing", "until": "2026-11-21T12:00:20+00:00"}
    assert (kind, data) == ("attention", {"case": case.id, "items": [item]})


async def test_only_those_who_see_the_brand_are_told(site: Site, case: Case, mira: httpx2.AsyncClient) -> None:
    """Of notes, drafts and attention alike."""
    process = Process(site)
    await process.watch.look()
    await pay(mira, case, "viewing")
    await mira.post(f"/v1/cases/{case.id}/notes", json={"text": "@joris look"})
    await mira.put(f"/v1/cases/{case.id}/draft", json={"text": "We"})

    joris, sees, not_theirs = await process.told(ears("joris"), ears("kim", "discus"), ears("quinn", "quay"))

    assert sorted(kind for kind, _ in joris) == ["attention", "draft", "note", "notice"]
    assert sorted(kind for kind, _ in sees) == ["attention", "draft", "note"]
    assert not_theirs == []


async def test_notes_and_drafts_are_told_once_by_each_process_and_never_what_they_say(
    site: Site, case: Case, mira: httpx2.AsyncClient
) -> None:
    processes = [Process(site), Process(site)]
    for process in processes:
        await process.watch.look()
    made = await mira.post(f"/v1/cases/{case.id}/notes", json={"text": "canary @joris"})
    await mira.put(f"/v1/cases/{case.id}/draft", json={"text": "canary"})

    for process in processes:
        [heard] = await process.told(ears("joris"))
        assert heard == [
            ("note", {"case": case.id}),
            (
                "notice",
                {"case": case.id, "customer": "joe", "about": "note mention", "at": "2026-11-21T12:00:00+00:00"},
            ),
            ("draft", {"case": case.id, "version": 1, "by": "mira"}),
        ]
        assert await process.told(ears("joris")) == [[]]
    await mira.delete(f"/v1/cases/{case.id}/notes/{made.json()['id']}")
    await mira.delete(f"/v1/cases/{case.id}/draft")
    for process in processes:
        assert await process.told(ears("joris")) == [
            [("note", {"case": case.id}), ("draft", {"case": case.id, "version": 2, "by": "mira"})]
        ]


async def test_what_stood_there_before_a_process_came_is_not_told_as_new(
    site: Site, case: Case, mira: httpx2.AsyncClient
) -> None:
    await mira.post(f"/v1/cases/{case.id}/notes", json={"text": "long ago"})

    assert await Process(site).told(ears("joris")) == [[]]


async def test_a_change_that_becomes_visible_late_is_still_told(
    site: Site, case: Case, mira: httpx2.AsyncClient
) -> None:
    """Another process's write, stamped before one that was seen already."""
    process = Process(site)
    await process.watch.look()
    await mira.post(f"/v1/cases/{case.id}/notes", json={"text": "first seen"})
    assert len((await process.told(ears("joris")))[0]) == 1
    [newest] = await site.database[NOTES].find().to_list(None)
    late = {**newest, "_id": "n-late", "changed_at": newest["changed_at"] - 5 * SECOND}
    await site.database[NOTES].insert_one(late)

    assert await process.told(ears("joris")) == [[("note", {"case": case.id})]]


async def test_more_changes_than_are_read_at_a_time_are_noticed(
    site: Site, case: Case, mira: httpx2.AsyncClient
) -> None:
    """Then pages are told to look for themselves; it goes on from there."""
    recent = Recent(site.database[NOTES], "case", at_most=3)
    await recent.look()

    async def notes(count: int) -> None:
        for _ in range(count):
            await mira.post(f"/v1/cases/{case.id}/notes", json={"text": "one more"})

    await notes(2)
    assert len(await recent.look()) == 2
    await notes(2)
    assert len(await recent.look()) == 2
    await notes(3)
    with pytest.raises(TooMany):
        await recent.look()
    assert await recent.look() == []
    await notes(1)
    assert len(await recent.look()) == 1


async def test_attention_is_forgotten_by_the_servers_clock(site: Site) -> None:
    indexes = await site.database[ATTENTION].index_information()

    assert indexes["expiry"]["expireAfterSeconds"] == 3600
    assert indexes["expiry"]["key"] == [("renewed_at", 1)]
