"""Notes: written and read by colleagues, deleted by their author or a supervisor, told to whom they name."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from services.respond.store.indexes import NOTES
from shared.case.kept.indexes import CASES
from shared.case.state.stage import Stage
from tests.builders import NOON, a_case, a_message
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_bad_input import problem

MINUTE = timedelta(minutes=1)


async def written(client: httpx2.AsyncClient, case_id: str, text: str, **headers: str) -> dict[str, Any]:
    """The note that was just written."""
    answer = await client.post(f"/v1/cases/{case_id}/notes", json={"text": text}, headers=headers)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def listed(client: httpx2.AsyncClient, case_id: str, **params: str | int) -> list[dict[str, Any]]:
    answer = await client.get(f"/v1/cases/{case_id}/notes", params=params)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def test_a_note_is_read_by_colleagues_and_changes_nothing_on_the_case(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = a_case()
    await site.opened(case)
    before = await site.database[CASES].find_one({"_id": case.id})

    made = await written(joris, case.id, "Rang the depot.\r\nIt is in Utrecht.")

    assert made == {
        "id": made["id"],
        "case_id": case.id,
        "author": "joris",
        "at": "2026-11-21T12:00:00Z",
        "text": "Rang the depot.\nIt is in Utrecht.",
        "names": [],
        "deleted_at": None,
        "deleted_by": None,
    }
    assert await listed(mira, case.id) == [made]
    assert await site.database[CASES].find_one({"_id": case.id}) == before


async def test_notes_are_listed_the_oldest_first_page_by_page(site: Site, mira: httpx2.AsyncClient) -> None:
    """Also where several were written in one instant."""
    case = a_case()
    await site.opened(case)
    texts = [f"note {number}" for number in range(7)]
    for number, text in enumerate(texts):
        site.now = NOON + MINUTE * (number // 3)
        await written(mira, case.id, text)

    seen: list[dict[str, Any]] = []
    cursor: str | None = None
    for _ in range(4):
        params: dict[str, str | int] = {"limit": 2, **({"cursor": cursor} if cursor else {})}
        page = (await mira.get(f"/v1/cases/{case.id}/notes", params=params)).json()
        seen += page["items"]
        cursor = page["next"]

    assert cursor is None
    assert sorted(one["text"] for one in seen) == texts
    assert [(one["at"], one["id"]) for one in seen] == sorted((one["at"], one["id"]) for one in seen)


async def test_a_deleted_note_leaves_who_and_when_and_not_what(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = a_case()
    await site.opened(case)
    made = await written(joris, case.id, "the wrong thing, @mira")
    here = f"/v1/cases/{case.id}/notes/{made['id']}"

    site.now = NOON + MINUTE
    assert (await joris.delete(here)).status_code == 204
    site.now = NOON + 2 * MINUTE
    assert (await mira.delete(here)).status_code == 204

    [left] = await listed(mira, case.id)
    assert (left["text"], left["deleted_by"], left["deleted_at"]) == (None, "joris", "2026-11-21T12:01:00Z")
    assert "wrong thing" not in str(await site.database[NOTES].find().to_list(None))


async def test_authors_delete_their_notes_and_supervisors_anybodys(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = a_case()
    await site.opened(case)
    miras, joriss = await written(mira, case.id, "one"), await written(joris, case.id, "two")

    refused = await joris.delete(f"/v1/cases/{case.id}/notes/{miras['id']}")

    assert problem(refused, 403)["code"] == "not_your_note"
    assert (await mira.delete(f"/v1/cases/{case.id}/notes/{joriss['id']}")).status_code == 204
    assert [one["text"] for one in await listed(mira, case.id)] in (["one", None], [None, "one"])


async def test_a_note_is_found_on_its_own_case_only(site: Site, mira: httpx2.AsyncClient) -> None:
    ours, other = a_case(), a_case(author="ann", message=a_message("p2"))
    await site.opened(ours, other)
    made = await written(mira, ours.id, "here")

    problem(await mira.delete(f"/v1/cases/{other.id}/notes/{made['id']}"), 404)
    problem(await mira.delete(f"/v1/cases/{ours.id}/notes/n-unknown"), 404)
    assert await listed(mira, other.id) == []


async def test_what_lies_outside_ones_brands_is_not_there(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    made = await written(mira, case.id, "not for Quay")
    here = f"/v1/cases/{case.id}/notes"

    async with site.client("quinn") as quinn, site.client("sara") as sara:
        for client in (quinn, sara):
            problem(await client.get(here), 404)
            problem(await client.post(here, json={"text": "x"}), 404)
            problem(await client.delete(f"{here}/{made['id']}"), 404)
    async with site.client() as nobody, site.client("helpdesk") as platform:
        problem(await nobody.get(here), 401)
        problem(await platform.get(here), 403)


async def test_a_retried_note_is_one_note(site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    key = {"Idempotency-Key": "k"}

    made = await asyncio.gather(*(written(mira, case.id, "once", **key) for _ in range(8)))
    others = await written(joris, case.id, "another agent's key is another key", **key)

    assert len({one["id"] for one in made}) == 1
    assert {one["id"] for one in await listed(mira, case.id)} == {made[0]["id"], others["id"]}
    again = await mira.post(f"/v1/cases/{case.id}/notes", json={"text": "other words"}, headers=key)
    assert problem(again, 422)["code"] == "key_reused"


async def test_who_is_named_finds_it_among_their_notices(site: Site, mira: httpx2.AsyncClient) -> None:
    """Agents who do not see the brand are not told, nor who wrote it, nor anybody once it is deleted."""
    case = a_case()
    await site.opened(case)
    made = await written(mira, case.id, "@Joris, call them. @quinn @mira @nobody a@joris.example @joris.")
    assert made["names"] == ["joris"]

    async with site.client("joris") as joris, site.client("quinn") as quinn:
        [notice] = (await joris.get("/v1/notices")).json()["items"]
        assert notice == {
            "case_id": case.id,
            "brand": "discus",
            "customer_handle": "joe",
            "about": "note mention",
            "at": "2026-11-21T12:00:00Z",
            "to": "joris",
        }
        for client in (quinn, mira):
            assert (await client.get("/v1/notices")).json()["items"] == []
        await mira.delete(f"/v1/cases/{case.id}/notes/{made['id']}")
        assert (await joris.get("/v1/notices")).json()["items"] == []


async def test_notes_of_a_merged_case_are_read_with_the_one_that_goes_on(site: Site, mira: httpx2.AsyncClient) -> None:
    """They stay its own, so that parting the two again moves none of them."""
    one, other = a_case(), a_case(author="ann", message=a_message("p2"))
    await site.opened(one, other)
    await written(mira, one.id, "on the one")
    site.now = NOON + MINUTE
    theirs = await written(mira, other.id, "on the other")

    assert (await mira.post(f"/v1/cases/{one.id}/merge", json={"case": other.id})).status_code == 200
    assert [found["text"] for found in await listed(mira, one.id)] == ["on the one", "on the other"]
    assert [found["text"] for found in await listed(mira, other.id)] == ["on the other"]
    refused = await mira.post(f"/v1/cases/{other.id}/notes", json={"text": "too late"})
    assert problem(refused, 409)["merged_into"] == one.id
    assert (await mira.delete(f"/v1/cases/{one.id}/notes/{theirs['id']}")).status_code == 204

    assert (await mira.post(f"/v1/cases/{one.id}/unmerge", json={"case": other.id})).status_code == 200
    assert [found["text"] for found in await listed(mira, one.id)] == ["on the one"]


async def test_a_closed_case_can_still_be_noted_on(site: Site, mira: httpx2.AsyncClient) -> None:
    case = replace(a_case(), stage=Stage.CLOSED)
    await site.opened(case)

    assert (await written(mira, case.id, "for whoever reads this"))["text"] == "for whoever reads this"


@pytest.mark.parametrize("text", ["", "  \n", "a\x00b", "x" * 10_001])
async def test_a_note_has_to_say_something(site: Site, mira: httpx2.AsyncClient, text: str) -> None:
    case = a_case()
    await site.opened(case)

    problem(await mira.post(f"/v1/cases/{case.id}/notes", json={"text": text}), 422)
