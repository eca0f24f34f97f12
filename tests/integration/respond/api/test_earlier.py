"""What a customer came to us with before."""

from datetime import timedelta

import httpx2

from shared.case.commands import Tick
from tests.builders import HOUR, NOON, a_case, a_message, after
from tests.integration.respond.api.conftest import Site
from tests.unit.shared.case.in_each_stage import SPAM, merged


async def test_earlier_cases_are_listed_newest_first_and_paged(site: Site, mira: httpx2.AsyncClient) -> None:
    past = []
    for number in range(5):
        at = NOON - timedelta(days=30 - number // 2)
        case = a_case(message=a_message(f"old-{number}", at=at))
        past.append(after(after(case, SPAM, now=at), Tick(), now=at + 80 * HOUR))
    case, other = a_case(), a_case(author="ann", message=a_message("hers", at=NOON - HOUR))
    await site.opened(*past, case, other)

    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await mira.get(f"/v1/cases/{case.id}/earlier", params={"limit": 2, **cursor})).json()
        found += [one["id"] for one in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}

    by_id = sorted(past, key=lambda one: one.id)
    assert found == [one.id for one in sorted(by_id, key=lambda one: one.opened_at, reverse=True)]
    first = (await mira.get(f"/v1/cases/{found[-1]}/earlier")).json()
    assert {one["id"] for one in first["items"]} <= set(found)
    assert case.id not in {one["id"] for one in first["items"]}, "what came later is not earlier"
    wrong = (await mira.get("/v1/cases", params={"limit": 1})).json()["next"]
    assert (await mira.get(f"/v1/cases/{case.id}/earlier", params={"cursor": wrong})).status_code == 422


async def test_a_merged_case_stands_where_it_went_with_the_past_of_both(site: Site, mira: httpx2.AsyncClient) -> None:
    at = NOON - timedelta(days=30)
    anns_past = after(after(a_case(author="ann", message=a_message("old", at=at)), SPAM, now=at), Tick(), now=NOON)
    joes, anns = merged(a_case(), a_case(author="ann", message=a_message("hers", at=NOON - HOUR)))
    await site.opened(anns_past, anns, joes)

    found = (await mira.get(f"/v1/cases/{joes.id}/earlier")).json()["items"]

    assert [one["id"] for one in found] == [anns_past.id]


async def test_the_past_of_another_brands_case_is_not_there(site: Site, quinn: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)

    assert (await quinn.get(f"/v1/cases/{case.id}/earlier")).status_code == 404
