"""Each fault does what it says, on a real connection."""

import time
from collections.abc import AsyncIterator

import pytest
from httpx2 import AsyncClient, ReadTimeout, RemoteProtocolError

from tests.unit.deploy.townsquare.town import Town


@pytest.fixture
async def town(address: str) -> AsyncIterator[Town]:
    async with AsyncClient(base_url=address, timeout=5) as http:
        await http.post("/_square/reset")
        yield Town(http)


async def test_a_timeout_before_accept_posts_nothing_and_answers_nothing(town: Town) -> None:
    mara = await town.person("mara")
    await town.arm("timeout_before_accept", hold=0.05)
    began = time.monotonic()

    with pytest.raises(RemoteProtocolError):
        await town.try_to_say(mara, "Hello?")

    ledger = await town.ledger()
    assert time.monotonic() - began >= 0.05
    assert ledger["statuses"] == []
    [request] = ledger["requests"]
    assert (request["fault"], request["effect"], request["outcome"]) == ("timeout_before_accept", None, "no answer")


async def test_a_timeout_after_accept_posts_and_answers_nothing(town: Town) -> None:
    mara = await town.person("mara")
    await town.arm("timeout_after_accept", hold=0.05)

    with pytest.raises(RemoteProtocolError):
        await town.try_to_say(mara, "Hello?")

    ledger = await town.ledger()
    [status], [request] = ledger["statuses"], ledger["requests"]
    assert (request["effect"], request["status_id"], request["outcome"]) == ("posted", status["id"], "no answer")


async def test_a_client_that_gives_up_earlier_ends_the_hold(town: Town) -> None:
    mara = await town.person("mara")
    await town.arm("timeout_after_accept", hold=60)

    with pytest.raises(ReadTimeout):
        await town.http.post("/api/v1/statuses", data={"status": "Hello?"}, headers=mara.headers, timeout=0.1)

    deadline = time.monotonic() + 5
    while (await town.ledger())["requests"][0]["outcome"] != "no answer":
        assert time.monotonic() < deadline
    assert len((await town.ledger())["statuses"]) == 1


async def test_an_error_500_after_post_has_posted(town: Town) -> None:
    mara = await town.person("mara")
    await town.arm("error_500_after_post")

    answer = await town.try_to_say(mara, "Hello?", key="k")

    assert answer.status_code == 500
    ledger = await town.ledger()
    assert ledger["requests"][0]["outcome"] == "500"
    [status] = ledger["statuses"]
    assert (await town.say(mara, "Hello?", key="k"))["id"] == status["id"]


async def test_rate_limited_says_when_to_come_back_and_posts_nothing(town: Town) -> None:
    mara = await town.person("mara")
    await town.arm("rate_limited", times=2, retry_after=7)

    answer = await town.try_to_say(mara, "Hello?")

    assert (answer.status_code, answer.json()) == (429, {"error": "Too many requests"})
    assert answer.headers["Retry-After"] == "7"
    assert answer.headers["X-RateLimit-Remaining"] == "0"
    assert answer.headers["X-RateLimit-Reset"].endswith("Z")
    assert (await town.try_to_say(mara, "Hello?")).status_code == 429
    assert (await town.try_to_say(mara, "Hello?")).status_code == 200
    assert len((await town.ledger())["statuses"]) == 1


async def test_an_error_503_posts_nothing(town: Town) -> None:
    mara = await town.person("mara")
    await town.arm("error_503")

    assert (await town.try_to_say(mara, "Hello?")).status_code == 503
    assert (await town.ledger())["statuses"] == []


async def test_duplicate_notifications_repeats_each_in_the_page(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    await town.say(mara, "@brand one")
    await town.say(mara, "@brand two")
    plain = [told["id"] for told in await town.notifications(brand)]
    await town.arm("duplicate_notifications")

    assert [told["id"] for told in await town.notifications(brand)] == [plain[0], plain[0], plain[1], plain[1]]
    assert [told["id"] for told in await town.notifications(brand)] == plain


async def test_reorder_notifications_shuffles_the_page_and_loses_nothing(town: Town) -> None:
    mara, brand = await town.person("mara"), await town.person("brand")
    for number in range(8):
        await town.say(mara, f"@brand {number}")
    plain = [told["id"] for told in await town.notifications(brand)]
    await town.arm("reorder_notifications", seed=1)

    mixed = [told["id"] for told in await town.notifications(brand)]

    assert mixed != plain
    assert sorted(mixed) == sorted(plain)


async def test_slow_answers_late_but_well(town: Town) -> None:
    mara = await town.person("mara")
    await town.arm("slow", hold=0.1)
    began = time.monotonic()

    await town.say(mara, "Hello?")

    assert time.monotonic() - began >= 0.1


async def test_the_stage_door_shows_how_often_a_fault_struck_and_disarms(town: Town) -> None:
    mara = await town.person("mara")
    await town.arm("error_503", times=3)
    await town.try_to_say(mara, "Hello?")

    [fault] = (await town.http.get("/_square/faults")).json()
    assert (fault["kind"], fault["on"], fault["times"], fault["fired"]) == ("error_503", "POST /api/v1/statuses", 3, 1)
    await town.http.delete("/_square/faults")
    assert (await town.try_to_say(mara, "Hello?")).status_code == 200
