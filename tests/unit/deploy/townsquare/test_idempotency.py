"""One post per idempotency key, where keys are honoured; one per request, where they are not."""

import asyncio

from deploy.local.townsquare.square import Idempotency, Square
from tests.unit.deploy.townsquare.town import StoppedClock, Town


async def test_the_same_key_within_the_hour_is_the_same_status(town: Town, clock: StoppedClock) -> None:
    brand = await town.person("brand")
    first = await town.say(brand, "We hear you.", key="k")
    clock.pass_by(minutes=59)

    again = await town.say(brand, "Other words.", key="k")

    assert again["id"] == first["id"]
    assert "We hear you." in again["content"]
    assert len((await town.ledger())["statuses"]) == 1


async def test_parallel_requests_with_one_key_make_one_status(town: Town) -> None:
    brand = await town.person("brand")

    told = await asyncio.gather(*(town.say(brand, "We hear you.", key="k") for _ in range(20)))

    ledger = await town.ledger()
    assert len({status["id"] for status in told}) == len(ledger["statuses"]) == 1
    assert ledger["idempotency_keys"][0]["replays"] == 19


async def test_after_an_hour_the_key_is_new(town: Town, clock: StoppedClock) -> None:
    brand = await town.person("brand")
    first = await town.say(brand, "We hear you.", key="k")
    clock.pass_by(seconds=3600)

    assert (await town.say(brand, "We hear you.", key="k"))["id"] != first["id"]


async def test_a_key_belongs_to_its_account(town: Town) -> None:
    one, other = await town.person("one"), await town.person("other")

    assert (await town.say(one, "Hello.", key="k"))["id"] != (await town.say(other, "Hello.", key="k"))["id"]


async def test_without_a_key_the_same_text_is_posted_again(town: Town) -> None:
    brand = await town.person("brand")

    assert (await town.say(brand, "We hear you."))["id"] != (await town.say(brand, "We hear you."))["id"]


async def test_a_refused_post_leaves_its_key_unused(town: Town) -> None:
    brand = await town.person("brand")
    assert (await town.try_to_say(brand, "x" * 501, key="k")).status_code == 422

    assert "short" in (await town.say(brand, "short", key="k"))["content"]


async def test_a_key_whose_status_was_deleted_answers_404(town: Town) -> None:
    brand = await town.person("brand")
    status = await town.say(brand, "We hear you.", key="k")
    await town.http.delete(f"/api/v1/statuses/{status['id']}", headers=brand.headers)

    assert (await town.try_to_say(brand, "We hear you.", key="k")).status_code == 404


async def test_a_server_may_ignore_keys_and_then_says_it_is_no_genuine_mastodon(town: Town, square: Square) -> None:
    brand = await town.person("brand")
    square.idempotency = Idempotency.IGNORED

    assert (await town.say(brand, "Twice.", key="k"))["id"] != (await town.say(brand, "Twice.", key="k"))["id"]
    assert "compatible" in (await town.get("/api/v2/instance")).json()["version"]
    assert [status["idempotency_key"] for status in (await town.ledger())["statuses"]] == ["k", "k"]
