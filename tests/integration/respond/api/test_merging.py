"""Merging over HTTP: exactly undone, one winner, and nothing that was said is lost to the case that went."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2

from services.route.domain.changes import changed
from services.route.domain.translate import Ground
from shared.case.commands import Assign
from shared.case.kept.store import CaseStore
from shared.case.reply_commands import AskHuman, ReportUnknown, StartSending
from shared.case.state.case import Case
from tests.builders import HOUR, NOON, a_book, a_case, a_classified, a_mention, a_message, after, an_answer
from tests.integration.respond.api.conftest import Site

GROUND = Ground(book=a_book())


def joes() -> Case:
    """A case of Joe's, whom Mira looks after."""
    return after(a_case(), Assign(agent="mira", by="mira"))


def anns(**fields: Any) -> Case:
    """A case of Ann's, who waits a quarter of an hour less."""
    message = a_message("post-2", at=NOON + timedelta(minutes=15), text="The same with mine.")
    return a_case(author="ann", message=message, **fields)


async def read(client: httpx2.AsyncClient, case: Case) -> dict[str, Any]:
    """The case as the API shows it, without what a change leaves behind: its version and its history."""
    found: dict[str, Any] = (await client.get(f"/v1/cases/{case.id}")).json()
    return {name: value for name, value in found.items() if name not in ("version", "changed_at", "history")}


async def merged(client: httpx2.AsyncClient, target: Case, source: Case, act: str = "merge") -> httpx2.Response:
    return await client.post(f"/v1/cases/{target.id}/{act}", json={"case": source.id})


async def heard_later(site: Site, source: Case) -> Case:
    """What route makes of a later message of that case's customer."""
    mention = a_mention("post-3", author="ann", occurred_at=NOON + HOUR, received_at=NOON + HOUR, text="Still nothing.")
    store = CaseStore(site.database)
    live = await store.live([source.customer_key])
    done = changed(live.get(source.customer_key), (), [a_classified(mention)], GROUND, now=NOON + HOUR)
    assert await store.save(done.steps)
    return done.cases[-1]


async def test_a_merged_case_points_to_the_one_that_goes_on_and_an_unmerge_restores_both(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    """SEMANTICS 2: unmerge restores both cases, their clocks and threading exactly."""
    joe, ann = joes(), anns()
    await site.opened(joe, ann)
    before = [await read(mira, joe), await read(mira, ann)]

    answer = await merged(mira, joe, ann)
    head, gone = answer.json(), (await mira.get(f"/v1/cases/{ann.id}")).json()
    back = await merged(mira, joe, ann, "unmerge")

    assert answer.status_code == 200
    assert head["merged"] == [ann.id]
    assert [one["text"] for one in head["messages"]] == ["Where is my parcel?", "The same with mine."]
    assert [clock["origin"] for clock in head["clocks"]] == [None, ann.id]
    assert (gone["stage"], gone["merged_into"], gone["disposition"]) == ("merged", joe.id, "merged")
    assert gone["can"] == []
    assert back.status_code == 200
    assert [await read(mira, joe), await read(mira, ann)] == before
    assert (await CaseStore(site.database).get(ann.id)).announce_from is not None


async def test_merging_twice_is_merging_once_and_so_is_unmerging(site: Site, mira: httpx2.AsyncClient) -> None:
    joe, ann = joes(), anns()
    await site.opened(joe, ann)

    for act in ("merge", "unmerge"):
        first, again = [await merged(mira, joe, ann, act) for _ in range(2)]
        assert (first.status_code, again.status_code) == (200, 200)
        assert first.headers["etag"] == again.headers["etag"]


async def test_a_late_message_of_the_merged_customer_comes_to_the_head_and_goes_home_with_its_case(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    joe, ann = joes(), anns()
    await site.opened(joe, ann)
    await merged(mira, joe, ann)

    head = await heard_later(site, ann)
    await merged(mira, joe, ann, "unmerge")

    assert head.id == joe.id
    assert [one["text"] for one in (await read(mira, ann))["messages"]] == ["The same with mine.", "Still nothing."]
    assert [one["text"] for one in (await read(mira, joe))["messages"]] == ["Where is my parcel?"]


async def test_whatever_is_asked_of_a_merged_case_names_the_one_that_goes_on(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    joe, ann = joes(), anns()
    await site.opened(joe, ann)
    await merged(mira, joe, ann)

    for act, body in (("claim", None), ("snooze", {"until": "2026-11-21T15:00:00Z"}), ("reopen", None)):
        answer = await mira.post(f"/v1/cases/{ann.id}/{act}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (409, "merged"), act
        assert answer.json()["merged_into"] == joe.id


async def test_two_cases_that_are_merged_into_each_other_at_once_have_one_winner(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    """No customer is live twice, and none is live nowhere."""
    store = CaseStore(site.database)
    for number in range(8):
        one = a_case(author=f"a{number}", message=a_message(f"a-{number}"))
        other = a_case(author=f"b{number}", message=a_message(f"b-{number}"))
        await site.opened(one, other)

        answers = await asyncio.gather(merged(mira, one, other), merged(mira, other, one))

        assert sorted(answer.status_code for answer in answers) == [200, 409], [one.text for one in answers]
        lost = next(answer.json() for answer in answers if answer.status_code == 409)
        assert lost["code"] == "merged"
        found = [await store.get(case.id) for case in (one, other)]
        assert sorted(case.is_live for case in found) == [False, True]
        keys = [key for case in found for key in case.live_keys]
        assert sorted(keys) == sorted([one.customer_key, other.customer_key])
        head = next(case for case in found if case.is_live)
        assert set(await store.live(keys)) == set(keys)
        assert {case.id for case in (await store.live(keys)).values()} == {head.id}


async def test_messages_that_arrive_while_cases_are_merged_and_unmerged_are_all_kept(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    joe, ann = joes(), anns()
    await site.opened(joe, ann)
    store = CaseStore(site.database)

    async def hears(number: int) -> None:
        mention = a_mention(f"late-{number}", author="ann", occurred_at=NOON + HOUR, received_at=NOON + HOUR)
        while True:
            live = await store.live([ann.customer_key])
            done = changed(live.get(ann.customer_key), (), [a_classified(mention)], GROUND, now=NOON + HOUR)
            if await store.save(done.steps):
                return

    async def merges() -> None:
        for act in ("merge", "unmerge", "merge", "unmerge"):
            assert (await merged(mira, joe, ann, act)).status_code == 200

    await asyncio.gather(merges(), *(hears(number) for number in range(8)))

    kept = await store.get(ann.id)
    assert {one.native_id for one in kept.messages} == {"post-2", *(f"late-{number}" for number in range(8))}
    assert [one.native_id for one in (await store.get(joe.id)).messages] == ["post-1"]


async def test_what_cannot_be_merged_is_refused_with_its_reason(site: Site, mira: httpx2.AsyncClient) -> None:
    joe, ann = joes(), anns()
    elsewhere = a_case(author="eve", message=a_message("post-4"), account_id="discus@elsewhere")
    asked = a_case(author="kim", message=a_message("post-5"))
    unsettled = after(
        asked,
        an_answer(asked),
        StartSending(reply_id="r-1", until=NOON + HOUR),
        ReportUnknown(reply_id="r-1", attempt=1, reason="no answer", look_at=NOON),
        AskHuman(reply_id="r-1", attempt=1, reason="look-ups cannot tell"),
    )
    queued = a_case(author="lee", message=a_message("post-6"))
    sending = after(queued, an_answer(queued))
    await site.opened(joe, ann, elsewhere, unsettled, sending)

    async def refused(target: Case, source: Case, act: str = "merge") -> dict[str, Any]:
        answer = await merged(mira, target, source, act)
        assert answer.status_code == 409, answer.text
        found: dict[str, Any] = answer.json()
        assert {"stage", "can", "case_version"} <= set(found)
        return found

    assert (await refused(joe, joe))["code"] == "same_case"
    assert (await refused(joe, elsewhere))["code"] == "other_account"
    assert (await refused(joe, unsettled))["code"] == "reply_under_way"
    under_way = await refused(joe, sending)
    assert (under_way["code"], under_way["case"], under_way["stage"]) == (
        "illegal_transition",
        sending.id,
        "publishing",
    )
    await merged(mira, joe, ann)
    into_merged = await refused(ann, elsewhere)
    assert (into_merged["code"], into_merged["merged_into"]) == ("merged", joe.id)
    assert (await refused(elsewhere, ann))["code"] == "merged"
    assert (await refused(elsewhere, ann, "unmerge"))["code"] == "not_merged"


async def test_a_chain_of_merges_is_taken_apart_from_its_end(site: Site, mira: httpx2.AsyncClient) -> None:
    joe, ann = joes(), anns()
    kim = a_case(author="kim", message=a_message("post-5"))
    await site.opened(joe, ann, kim)
    await merged(mira, ann, kim)
    await merged(mira, joe, ann)

    too_early = await merged(mira, ann, kim, "unmerge")
    outer = await merged(mira, joe, ann, "unmerge")
    inner = await merged(mira, ann, kim, "unmerge")

    assert (too_early.status_code, too_early.json()["code"]) == (409, "merged")
    assert (outer.status_code, inner.status_code) == (200, 200)
    assert (await read(mira, kim))["stage"] == "new"


async def test_a_foreign_brands_case_is_not_there_on_either_side(site: Site, quinn: httpx2.AsyncClient) -> None:
    ours = a_case(author="eve", message=a_message("post-4"), brand="quay")
    theirs = joes()
    await site.opened(ours, theirs)

    for target, source in ((ours, theirs), (theirs, ours)):
        for act in ("merge", "unmerge"):
            assert (await merged(quinn, target, source, act)).status_code == 404


async def test_a_version_of_the_head_that_is_gone_is_412(site: Site, mira: httpx2.AsyncClient) -> None:
    joe, ann = joes(), anns()
    await site.opened(joe, ann)

    answer = await mira.post(f"/v1/cases/{joe.id}/merge", json={"case": ann.id}, headers={"If-Match": '"1"'})

    assert (answer.status_code, answer.headers["etag"]) == (412, '"2"')
    assert (await CaseStore(site.database).get(ann.id)) == ann
