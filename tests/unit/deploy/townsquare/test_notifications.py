"""Mentions arrive once, in pages that lose nothing."""

import re

import pytest

from tests.unit.deploy.townsquare.town import Person, Town


async def a_town_with_mentions(town: Town, count: int) -> tuple[Person, list[str]]:
    """The brand, and the ids of its notifications, oldest first."""
    mara, brand = await town.person("mara"), await town.person("brand")
    for number in range(count):
        await town.say(mara, f"@brand {number}")
    return brand, [told["id"] for told in reversed(await town.notifications(brand, limit=80))]


async def test_a_mention_notifies_with_status_and_account(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    status = await town.say(mara, "Dear @brand, @brand and @nobody: help")

    [told] = await town.notifications(brand)

    assert told["type"] == "mention"
    assert told["status"]["id"] == status["id"]
    assert told["account"]["id"] == mara.id
    assert isinstance(told["id"], str)


async def test_a_reply_without_a_mention_and_a_mention_of_oneself_notify_nobody(town: Town) -> None:
    brand, mara = await town.person("brand"), await town.person("mara")
    root = await town.say(brand, "I am @brand")
    await town.say(mara, "so what", in_reply_to_id=root["id"])

    assert await town.notifications(brand) == []


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 12, 80])
async def test_min_id_paging_loses_nothing_and_repeats_nothing(town: Town, limit: int) -> None:
    brand, everything = await a_town_with_mentions(town, 12)
    seen: list[str] = []
    cursor = "0"
    while page := await town.notifications(brand, min_id=cursor, limit=limit):
        assert len(page) <= limit
        seen += [told["id"] for told in reversed(page)]
        cursor = page[0]["id"]

    assert seen == everything
    assert len(everything) == 12


async def test_since_id_gives_the_newest_page_and_so_may_leave_a_gap(town: Town) -> None:
    brand, everything = await a_town_with_mentions(town, 5)

    page = await town.notifications(brand, since_id=everything[0], limit=2)

    assert [told["id"] for told in page] == [everything[4], everything[3]]


async def test_the_link_header_leads_through_all_pages(town: Town) -> None:
    brand, everything = await a_town_with_mentions(town, 5)
    seen: list[str] = []
    address: str | None = "/api/v1/notifications?types[]=mention&limit=2"
    while address is not None:
        answer = await town.http.get(address, headers=brand.headers)
        seen += [told["id"] for told in answer.json()]
        further = re.search(r'<([^>]+)>; rel="next"', answer.headers.get("Link", ""))
        address = further[1] if further else None

    assert seen == everything[::-1]


async def test_the_prev_link_leads_to_what_came_since(town: Town) -> None:
    brand, _ = await a_town_with_mentions(town, 3)
    answer = await town.get("/api/v1/notifications", brand, limit=2)
    newer = re.search(r'<([^>]+)>; rel="prev"', answer.headers["Link"])
    assert newer is not None
    late = await town.say(await town.person("mara"), "@brand one more")

    page = (await town.http.get(newer[1], headers=brand.headers)).json()

    assert [told["status"]["id"] for told in page] == [late["id"]]


async def test_other_types_of_notification_do_not_exist(town: Town) -> None:
    brand, _ = await a_town_with_mentions(town, 1)

    assert await town.notifications(brand, **{"types[]": "favourite"}) == []
    assert await town.notifications(brand, **{"exclude_types[]": "mention"}) == []


async def test_a_notification_is_for_its_owner(town: Town) -> None:
    brand, [only] = await a_town_with_mentions(town, 1)

    assert (await town.get(f"/api/v1/notifications/{only}", brand)).status_code == 200
    assert (await town.get(f"/api/v1/notifications/{only}", await town.person("mara"))).status_code == 404
    assert (await town.get("/api/v1/notifications")).status_code == 401
