"""Saved views: one's own, shared ones, and that none of them shows more than its asker sees."""

from typing import Any

import httpx2

from shared.case.commands import Assign, Tag
from tests.builders import HOUR, a_case, a_message, after
from tests.integration.respond.api.conftest import Site

DUTCH: dict[str, Any] = {"name": "Dutch", "filter": {"language": "nl"}}


async def made(client: httpx2.AsyncClient, **given: Any) -> dict[str, Any]:
    """A view that was made."""
    answer = await client.post("/v1/views", json={**DUTCH, **given})
    assert answer.status_code == 201, answer.text
    return answer.json()  # type: ignore[no-any-return]


async def names(client: httpx2.AsyncClient) -> list[str]:
    """The names of the views that somebody sees."""
    return [one["name"] for one in (await client.get("/v1/views")).json()["items"]]


async def test_a_view_is_kept_changed_and_removed(mira: httpx2.AsyncClient) -> None:
    given = {
        "stage": ["new", "assigned", "new"],
        "brand": "discus",
        "network": "mastodon",
        "language": "nl-BE",
        "severity": "high",
        "intent": "delivery",
        "owner": "me",
        "owned": True,
        "queue": "all",
        "tag": "vip",
        "due_within": 3600,
    }

    view = await made(mira, name="All of it", filter=given, sort="newest")

    assert view["filter"] == {**given, "stage": ["new", "assigned"]}
    assert (view["sort"], view["shared"], view["by"], view["can"]) == ("newest", False, "mira", ["change", "remove"])
    changed = await mira.put(f"/v1/views/{view['id']}", json=DUTCH)
    assert (changed.status_code, changed.json()["name"], changed.json()["filter"]["brand"]) == (200, "Dutch", None)
    assert await names(mira) == ["Dutch"]
    assert (await mira.delete(f"/v1/views/{view['id']}")).status_code == 204
    assert (await mira.delete(f"/v1/views/{view['id']}")).status_code == 404
    assert await names(mira) == []


async def test_a_retried_request_with_the_same_key_is_one_view(mira: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "k"}
    first, again = [await mira.post("/v1/views", json=DUTCH, headers=key) for _ in range(2)]
    other = await mira.post("/v1/views", json={**DUTCH, "sort": "newest"}, headers=key)

    assert first.json()["id"] == again.json()["id"]
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")
    assert await names(mira) == ["Dutch"]


async def test_the_hundred_and_first_view_is_refused(mira: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "k"}
    for _ in range(99):
        await made(mira)
    hundredth = await mira.post("/v1/views", json=DUTCH, headers=key)

    refused = await mira.post("/v1/views", json=DUTCH)
    again = await mira.post("/v1/views", json=DUTCH, headers=key)

    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_views")
    assert (again.status_code, again.json()["id"]) == (201, hundredth.json()["id"])  # asked again, it is no other one


async def test_ones_own_view_is_nobody_elses(mira: httpx2.AsyncClient, joris: httpx2.AsyncClient) -> None:
    view = await made(joris)

    assert (await names(joris), await names(mira)) == (["Dutch"], [])
    for answer in (
        await mira.put(f"/v1/views/{view['id']}", json=DUTCH),
        await mira.delete(f"/v1/views/{view['id']}"),
        await mira.get("/v1/cases", params={"view": view["id"]}),
    ):
        assert answer.status_code == 404


async def test_supervisors_share_and_agents_do_not(mira: httpx2.AsyncClient, joris: httpx2.AsyncClient) -> None:
    own = await made(joris)
    shared = await made(mira, name="For all", shared=True)
    here = f"/v1/views/{shared['id']}"

    refused = [
        await joris.post("/v1/views", json={**DUTCH, "shared": True}),
        await joris.put(f"/v1/views/{own['id']}", json={**DUTCH, "shared": True}),
        await joris.put(here, json=DUTCH),
        await joris.delete(here),
    ]

    assert [(one.status_code, one.json()["code"]) for one in refused] == [(403, "supervisors_only")] * 4
    seen = {one["name"]: one["can"] for one in (await joris.get("/v1/views")).json()["items"]}
    assert seen == {"Dutch": ["change", "remove"], "For all": []}


async def test_a_shared_view_is_seen_by_those_who_see_its_brand(
    site: Site, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient, quinn: httpx2.AsyncClient
) -> None:
    await made(mira, name="Discus", filter={"brand": "discus"}, shared=True)
    quay = await made(mira, name="Quay", filter={"brand": "quay"}, shared=True)
    everybody = await made(mira, name="Everybody", filter={}, shared=True)

    assert await names(quinn) == ["Everybody", "Quay"]
    assert await names(mira) == ["Discus", "Everybody", "Quay"]
    taken = await sara.put(
        f"/v1/views/{quay['id']}", json={"name": "Ours", "filter": {"brand": "quay"}, "shared": True}
    )
    assert (taken.status_code, taken.json()["by"]) == (200, "mira")
    for_more = await sara.delete(f"/v1/views/{everybody['id']}")
    assert (for_more.status_code, for_more.json()["code"]) == (403, "not_within_brands")
    kept = await sara.put(f"/v1/views/{quay['id']}", json={"name": "Mine", "filter": {"brand": "quay"}})
    assert (kept.status_code, kept.json()["code"]) == (422, "not_yours_to_keep")


async def test_who_does_not_see_all_brands_shares_with_those_of_one(sara: httpx2.AsyncClient) -> None:
    for brand, code in ((None, "brand_missing"), ("discus", "wrong_brand"), ("atlantis", "wrong_brand")):
        answer = await sara.post("/v1/views", json={"name": "x", "filter": {"brand": brand}, "shared": True})
        assert (answer.status_code, answer.json()["code"]) == (422, code)
        assert "discus" not in answer.text.replace(f"no brand {brand}", "")
    await made(sara, filter={"brand": "quay"}, shared=True)


async def test_a_view_applies_its_filter_within_what_its_asker_sees(
    site: Site, mira: httpx2.AsyncClient, quinn: httpx2.AsyncClient
) -> None:
    mine = after(a_case(author="mine", message=a_message("1", language="nl")), Assign(agent="mira", by="mira"))
    free = a_case(author="free", message=a_message("2", language="nl-BE"))
    quay = a_case(author="quay", message=a_message("3", language="nl"), brand="quay")
    english = a_case(author="english", message=a_message("4", language="en"))
    await site.opened(mine, free, quay, english)
    everybody = (await made(mira, shared=True))["id"]
    of_discus = (await made(mira, name="Discus", filter={"brand": "discus"}))["id"]
    hers = (await made(mira, name="Hers", filter={"owner": "me"}, shared=True))["id"]

    async def seen(client: httpx2.AsyncClient, **params: str) -> set[str]:
        return {one["id"] for one in (await client.get("/v1/cases", params=params)).json()["items"]}

    assert await seen(mira, view=everybody) == {mine.id, free.id, quay.id}
    assert await seen(quinn, view=everybody) == {quay.id}
    assert await seen(mira, view=everybody, owned="false") == {free.id, quay.id}
    assert await seen(mira, view=of_discus, language="en") == {english.id}
    assert (await seen(mira, view=hers), await seen(quinn, view=hers)) == ({mine.id}, set())
    assert await seen(mira, owner="me") == {mine.id}
    assert (await quinn.get("/v1/cases", params={"view": of_discus})).status_code == 404


async def test_a_view_pages_in_its_own_order_and_counts_deadlines_from_now(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    cases = [
        after(
            a_case(author=f"a{number}", message=a_message(f"p{number}"), target=HOUR * number),
            Tag(tag="wave", by="mira"),
            now=site.now + HOUR * (number % 3) / 60,
        )
        for number in range(1, 7)
    ]
    await site.opened(*cases)
    soon = (await made(mira, filter={"tag": "wave", "due_within": 4 * 3600 + 1}, sort="due"))["id"]
    newest = (await made(mira, filter={"tag": "wave"}, sort="newest"))["id"]

    async def walk(view: str) -> list[str]:
        found: list[str] = []
        cursor: dict[str, str] = {}
        while True:
            page = (await mira.get("/v1/cases", params={"view": view, "limit": 2, **cursor})).json()
            found += [one["id"] for one in page["items"]]
            if page["next"] is None:
                return found
            cursor = {"cursor": page["next"]}

    assert await walk(soon) == [case.id for case in cases[:4]]
    by_id = sorted(cases, key=lambda case: case.id)
    assert await walk(newest) == [case.id for case in sorted(by_id, key=lambda case: case.changed_at, reverse=True)]
    site.now += HOUR * 2
    assert await walk(soon) == [case.id for case in cases], "two hours later two more are due within four"
