"""Macros: written by supervisors within their brands, filled in for a case by everyone."""

import asyncio
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from shared.case.state.parts import Customer
from tests.builders import a_case, a_message
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.test_bad_input import problem

LATE: dict[str, Any] = {
    "title": "A parcel is late",
    "text": "We are sorry, {{customer.name}}. {{agent.name}} of {{brand.name}}",
    "brand": "discus",
    "language": "en",
    "tags": ["late-parcel"],
}


async def made(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    answer = await client.post("/v1/macros", json={**LATE, **fields})
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/v1/macros/{answer.json()['id']}"
    found: dict[str, Any] = answer.json()
    return found


async def titles(client: httpx2.AsyncClient, **params: str) -> set[str]:
    return {one["title"] for one in (await client.get("/v1/macros", params=params)).json()["items"]}


async def test_a_macro_is_added_read_changed_and_removed(site: Site, mira: httpx2.AsyncClient) -> None:
    added = await made(mira)
    here = f"/v1/macros/{added['id']}"
    expected = {"id": added["id"], **LATE, "version": 1, "changed_at": "2026-11-21T12:00:00Z", "changed_by": "mira"}
    assert added == expected

    read = await mira.get(here)
    assert (read.json(), read.headers["etag"]) == (expected, '"1"')
    changed = await mira.put(here, json={**LATE, "title": "Late"}, headers={"If-Match": '"1"'})
    assert (changed.json(), changed.headers["etag"]) == ({**expected, "title": "Late", "version": 2}, '"2"')
    assert (await mira.put(here, json={**LATE, "title": "Late"})).json()["version"] == 2
    problem(await mira.put(here, json=LATE, headers={"If-Match": '"1"'}), 412)
    problem(await mira.delete(here, headers={"If-Match": '"1"'}), 412)

    assert (await mira.delete(here, headers={"If-Match": '"2"'})).status_code == 204
    problem(await mira.get(here), 404)
    problem(await mira.delete(here), 404)


async def test_a_retried_macro_is_one(mira: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "k"}
    first, again = [await mira.post("/v1/macros", json=LATE, headers=key) for _ in range(2)]

    assert first.json() == again.json()
    other = await mira.post("/v1/macros", json={**LATE, "title": "Other"}, headers=key)
    assert problem(other, 422)["code"] == "key_reused"


async def test_retrying_while_somebody_removes_it_meets_no_bug(mira: httpx2.AsyncClient) -> None:
    key = {"Idempotency-Key": "k"}
    here = f"/v1/macros/{(await mira.post('/v1/macros', json=LATE, headers=key)).json()['id']}"

    async def turns() -> list[int]:
        statuses = []
        for _ in range(15):
            again = await mira.post("/v1/macros", json=LATE, headers=key)
            statuses += [again.status_code, (await mira.delete(here)).status_code]
        return statuses

    found = await asyncio.gather(*(turns() for _ in range(6)))

    assert {status for statuses in found for status in statuses} <= {201, 204, 404, 412}


async def test_agents_use_macros_and_only_supervisors_write_them(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    macro = await made(mira)
    here = f"/v1/macros/{macro['id']}"

    for answer in (
        await joris.post("/v1/macros", json=LATE),
        await joris.put(here, json=LATE),
        await joris.delete(here),
    ):
        assert problem(answer, 403)["code"] == "supervisors_only"
    assert (await joris.get(here)).json() == macro


async def test_everybody_sees_the_macros_of_their_brands_and_those_for_all(
    mira: httpx2.AsyncClient, sara: httpx2.AsyncClient, quinn: httpx2.AsyncClient
) -> None:
    ours = await made(mira, title="discus")
    await made(mira, title="quay", brand="quay", language="nl")
    await made(mira, title="all", brand=None, language=None)

    assert await titles(mira) == {"discus", "quay", "all"}
    assert await titles(mira, brand="discus") == {"discus", "all"}
    assert await titles(mira, language="nl") == {"quay", "all"}
    for client in (sara, quinn):
        assert await titles(client) == {"quay", "all"}
        assert await titles(client, brand="discus") == {"all"}
        problem(await client.get(f"/v1/macros/{ours['id']}"), 404)


async def test_a_supervisor_of_some_brands_writes_for_those(mira: httpx2.AsyncClient, sara: httpx2.AsyncClient) -> None:
    theirs, everybodys = await made(sara, brand="quay"), await made(mira, brand=None)
    ours = await made(mira, brand="discus")

    for body, says in (
        ({**LATE, "brand": None}, "name one"),
        (LATE, "known are quay"),
        ({**LATE, "brand": "vinyl"}, ""),
    ):
        for answer in (
            await sara.post("/v1/macros", json=body),
            await sara.put(f"/v1/macros/{theirs['id']}", json=body),
        ):
            found = problem(answer, 422)
            assert (found["code"], says in str(found["detail"])) == ("wrong_brand", True)
    quays = {**LATE, "brand": "quay"}
    for answer in (
        await sara.put(f"/v1/macros/{everybodys['id']}", json=quays),
        await sara.delete(f"/v1/macros/{everybodys['id']}"),
    ):
        assert problem(answer, 403)["code"] == "not_within_brands"
    problem(await sara.put(f"/v1/macros/{ours['id']}", json=quays), 404)
    problem(await sara.delete(f"/v1/macros/{ours['id']}"), 404)
    assert (await sara.delete(f"/v1/macros/{theirs['id']}")).status_code == 204


async def test_macros_are_listed_page_by_page(mira: httpx2.AsyncClient) -> None:
    for number in range(5):
        await made(mira, title=f"macro {number}")

    seen: list[str] = []
    cursor = None
    for _ in range(3):
        params = {"limit": "2", **({"cursor": cursor} if cursor else {})}
        page = (await mira.get("/v1/macros", params=params)).json()
        seen += [one["title"] for one in page["items"]]
        cursor = page["next"]

    assert cursor is None
    assert sorted(seen) == [f"macro {number}" for number in range(5)]


@pytest.mark.parametrize("text", ["Dear {{customer.nmae}}", "{{}}", "{{ customer.name", "{{constructor}} {{7*7}}"])
async def test_what_is_no_variable_is_refused_with_those_that_are(mira: httpx2.AsyncClient, text: str) -> None:
    macro = await made(mira)

    for answer in (
        await mira.post("/v1/macros", json={**LATE, "text": text}),
        await mira.put(f"/v1/macros/{macro['id']}", json={**LATE, "text": text}),
    ):
        found = problem(answer, 422)
        assert found["code"] == "unknown_variables"
        assert "{{customer.name}}" in str(found["detail"])
        assert "{{case.topic}}" in str(found["detail"])


async def test_a_macro_is_filled_in_for_a_case_and_changes_nothing(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    case = a_case()
    await site.opened(case)
    text = "{{customer.name}} {{ customer.handle }} {{agent.name}} {{brand.name}} {{case.id}} {{case.topic}}"
    macro = await made(mira, text=text)

    filled = await joris.post(f"/v1/cases/{case.id}/macros/{macro['id']}")

    assert filled.json() == {
        "text": f"Joe joe Joris Discus DVD Rental {case.id} delivery",
        "tags": ["late-parcel"],
        "missing": [],
    }
    assert (await joris.get(f"/v1/cases/{case.id}")).json()["version"] == case.version


async def test_a_customers_name_is_text_whatever_it_looks_like(site: Site, mira: httpx2.AsyncClient) -> None:
    case = replace(a_case(), customer=Customer(id="u", handle=None, display_name="{{agent.name}}\n{{case.id}}\u202e"))
    await site.opened(case)
    macro = await made(mira, text="Dear {{customer.name}} @{{customer.handle}}")

    filled = (await mira.post(f"/v1/cases/{case.id}/macros/{macro['id']}")).json()

    assert filled["text"] == "Dear {{agent.name}} {{case.id}} @{{customer.handle}}"
    assert filled["missing"] == ["customer.handle"]


async def test_a_macro_of_another_brand_is_not_there_for_a_case(site: Site, mira: httpx2.AsyncClient) -> None:
    ours, theirs = a_case(), a_case(author="ann", message=a_message("p2"), brand="quay")
    await site.opened(ours, theirs)
    macro, everybodys = await made(mira), await made(mira, brand=None)

    problem(await mira.post(f"/v1/cases/{theirs.id}/macros/{macro['id']}"), 404)
    assert (await mira.post(f"/v1/cases/{theirs.id}/macros/{everybodys['id']}")).status_code == 200
    async with site.client("quinn") as quinn:
        problem(await quinn.post(f"/v1/cases/{ours.id}/macros/{everybodys['id']}"), 404)
        assert (await quinn.post(f"/v1/cases/{theirs.id}/macros/{everybodys['id']}")).status_code == 200
