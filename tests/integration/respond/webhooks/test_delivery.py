"""From an announcement on Kafka to a receiver on loopback that fails in every way: nothing lost, order kept."""

import hmac
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.respond.domain.scope import Scope
from shared.case.commands import Assign, Resolve
from shared.case.state.case import Case
from shared.case.state.stage import Disposition
from shared.runtime.clock import system_clock
from tests.builders import after
from tests.integration.respond.webhooks.receiver import FAULTS, HANG, Got
from tests.integration.respond.webhooks.scene import SECRET, Scene
from tests.waiting import eventually, until

LIFE = ["case.opened", "case.assigned", "case.resolved"]


def life(case: Case) -> list[Case]:
    """A case opened, taken and settled."""
    now = system_clock()
    taken = after(case, Assign(agent="mira", by="mira"), now=now)
    settled = Resolve(by="mira", disposition=Disposition.SPAM, reason="spam")
    return [case, taken, after(taken, settled, now=now)]


def proven(got: Got, secret: bytes) -> bool:
    """As docs/webhooks.md tells receivers to verify."""
    content = f"{got.headers['webhook-id']}.{got.headers['webhook-timestamp']}.".encode() + got.body
    expected = f"v1,{b64encode(hmac.digest(secret, content, 'sha256')).decode()}"
    return expected in got.headers["webhook-signature"].split()


async def test_a_case_is_told_in_order_signed_and_without_anybodys_words(scene: Scene) -> None:
    webhook_id = await scene.subscribe()
    case = scene.case()

    async with scene.running():
        await scene.announce(*life(case))
        await scene.taken(3)

        async def nothing_left() -> bool:
            return bool(await scene.database["webhook_backlogs"].count_documents({}) == 0)

        await eventually(nothing_left)

    assert scene.receiver.types(case.id) == LIFE
    first = scene.receiver.got[0]
    assert proven(first, SECRET)
    assert (first.path, first.headers["content-type"]) == ("/hooks?from=earshot", "application/json")
    assert first.headers["host"] == scene.receiver.url.split("/")[2]
    assert b"parcel" not in b"".join(one.body for one in scene.receiver.got)
    assert b"Joe" not in b"".join(one.body for one in scene.receiver.got)
    found, _ = await scene.deliveries.page(webhook_id, state="delivered", after=None, limit=10)
    assert {(one.attempts, one.last.status if one.last else None) for one in found} == {(1, 204)}


async def test_announced_again_and_again_it_is_told_once(scene: Scene) -> None:
    await scene.subscribe()
    case = scene.case()

    async with scene.running():
        await scene.announce(*life(case), *life(case)[:2])
        await scene.announce(*life(case))
        await scene.announce(scene.case("ann"))
        await scene.taken(4)

    assert scene.receiver.types(case.id) == LIFE
    assert len(scene.receiver.taken) == 4


@pytest.mark.parametrize("fault", [*(fault for fault in FAULTS if fault != "410"), HANG])
async def test_whatever_a_receiver_does_it_gets_everything_in_order_under_the_same_ids(
    scene: Scene, fault: str
) -> None:
    webhook_id = await scene.subscribe()
    case = scene.case()
    scene.receiver.faults.extend([fault, fault])

    async with scene.running():
        await scene.announce(*life(case))
        await scene.taken(3)

    assert scene.receiver.types(case.id) == LIFE
    assert len({one.event for one in scene.receiver.got}) == 3
    assert [one.event for one in scene.receiver.got[:3]] == [scene.receiver.got[0].event] * 3
    assert len({one.body for one in scene.receiver.got[:3]}) == 1
    assert {one.path for one in scene.receiver.got} == {"/hooks?from=earshot"}, "redirects are not followed"
    assert await scene.state(webhook_id) == "active"


async def test_who_asks_to_wait_is_left_alone_for_so_long(scene: Scene) -> None:
    await scene.subscribe()
    scene.receiver.faults.append("429")

    async with scene.running():
        await scene.announce(scene.case())
        await until(lambda: scene.receiver.got)
        asked = system_clock()
        await scene.announce(scene.case("ann"))
        await scene.taken(2)

    assert system_clock() - asked >= timedelta(seconds=0.9)
    assert len(scene.receiver.got) == 3


async def test_one_case_that_fails_holds_up_no_other(scene: Scene) -> None:
    await scene.subscribe()
    sick, well = scene.case("sick"), scene.case("well")
    scene.receiver.refuses = lambda got: got.told["data"].get("case_id") == sick.id

    async with scene.running():
        await scene.announce(*life(sick), *life(well))
        await scene.taken(3)
        assert scene.receiver.types() == LIFE
        refused = {one.event for one in scene.receiver.got if one.told["data"]["case_id"] == sick.id}
        assert len(refused) == 1, "its later events wait behind the first one"

        scene.receiver.refuses = lambda _: False
        await scene.taken(6)

    assert scene.receiver.types(sick.id) == LIFE


async def test_a_receiver_that_is_gone_is_disabled_and_keeps_its_backlog(scene: Scene) -> None:
    webhook_id = await scene.subscribe()
    case = scene.case()
    scene.receiver.faults.append("410")

    async with scene.running():
        await scene.announce(case)

        async def disabled() -> bool:
            return await scene.state(webhook_id) == "disabled"

        await eventually(disabled)
        await scene.announce(*life(case))
        await eventually(lambda: _backlog(scene, webhook_id, 3))
        assert len(scene.receiver.got) == 1

        await scene.stopping.resume(webhook_id, by="ada", scope=Scope())
        await scene.taken(3)

    assert scene.receiver.types(case.id) == LIFE


async def test_after_long_failure_it_is_paused_says_why_and_goes_on_in_order_when_resumed(scene: Scene) -> None:
    webhook_id = await scene.subscribe()
    case = scene.case()
    scene.receiver.refuses = lambda _: True

    async with scene.running(webhook_give_up_seconds=0.5):
        await scene.announce(*life(case))

        async def paused() -> bool:
            return await scene.state(webhook_id) == "paused"

        await eventually(paused)
        why = (await scene.subscriptions.get(webhook_id, Scope())).why
        assert why is not None
        assert why.by == "earshot"
        assert f"case.opened of case/{case.id} failed since" in why.reason
        assert "it answered 500" in why.reason
        await eventually(lambda: _backlog(scene, webhook_id, 3))

        scene.receiver.refuses = lambda _: False
        await scene.stopping.resume(webhook_id, by="ada", scope=Scope())
        await scene.taken(3)

    assert scene.receiver.types(case.id) == LIFE


async def test_paused_by_hand_it_keeps_what_happens_and_only_a_test_goes_out(scene: Scene) -> None:
    webhook_id = await scene.subscribe()
    await scene.stopping.pause(webhook_id, by="ada", scope=Scope())
    case = scene.case()

    async with scene.running():
        await scene.announce(*life(case))
        await eventually(lambda: _backlog(scene, webhook_id, 3))
        await scene.sent.ping(webhook_id, scope=Scope())
        await scene.taken(1)
        assert scene.receiver.types() == ["webhook.ping"]

        await scene.stopping.resume(webhook_id, by="ada", scope=Scope())
        await scene.taken(4)

    assert scene.receiver.types(case.id) == LIFE


async def test_a_test_that_fails_is_tried_once_and_pauses_nothing(scene: Scene) -> None:
    webhook_id = await scene.subscribe()
    scene.receiver.refuses = lambda _: True

    async with scene.sending():
        ping = await scene.sent.ping(webhook_id, scope=Scope())

        async def failed() -> bool:
            kept = await scene.sent.one(webhook_id, ping.delivery.event_id, scope=Scope())
            return kept.state == "failed"

        await eventually(failed)

    assert (len(scene.receiver.got), await scene.state(webhook_id)) == (1, "active")


async def test_a_replay_comes_again_under_the_same_id(scene: Scene) -> None:
    webhook_id = await scene.subscribe()
    await scene.announce(*life(scene.case()))

    async with scene.running():
        await scene.taken(3)
        again = scene.receiver.events[0]

        async def marked() -> bool:
            kept = await scene.sent.one(webhook_id, again, scope=Scope())
            return kept.state == "delivered"

        await eventually(marked)
        await scene.sent.again(webhook_id, again, by="ada", scope=Scope())
        await until(lambda: len(scene.receiver.taken) == 4)

    assert scene.receiver.taken[3].event == again
    assert scene.receiver.taken[3].body == scene.receiver.taken[0].body


async def test_during_a_rotation_either_secret_proves_a_request(scene: Scene) -> None:
    webhook_id = await scene.subscribe()
    scene.secret = b"n" * 32
    _, text = await scene.secrets.rotate(webhook_id, by="ada", scope=Scope())

    async with scene.running():
        await scene.announce(scene.case())
        await scene.taken(1)

    got = scene.receiver.got[0]
    assert proven(got, SECRET)
    assert proven(got, b64decode(text.removeprefix("whsec_")))
    assert len(got.headers["webhook-signature"].split()) == 2


async def test_only_what_was_subscribed_to_is_told_from_cases_answers_and_other_brands(scene: Scene) -> None:
    await scene.subscribe(events=["reply.posted", "case.resolved"])
    case = scene.case()
    await scene.database["cases"].insert_one({"_id": case.id, "brand": scene.brand})

    async with scene.running():
        await scene.announce_reply(case, "r-1", "queued", version=2)
        await scene.announce_reply(case, "r-1", "posted", version=3)
        await scene.taken(1)
        await scene.announce(*life(replace(case, brand="another")), *life(scene.case("ann")))
        await scene.taken(2)

    assert sorted(scene.receiver.types()) == ["case.resolved", "reply.posted"]


async def test_no_receiver_is_asked_by_more_than_four_at_a_time_and_two_processes_send_nothing_twice(
    scene: Scene,
) -> None:
    await scene.subscribe()
    cases = [scene.case(f"joe-{number}") for number in range(30)]

    async with scene.telling():
        await scene.announce(*(one for case in cases for one in life(case)))
        webhook = await scene.webhooks.all()
        await eventually(lambda: _backlog(scene, webhook[0].id, 90))
    async with scene.sending(webhook_lease_seconds=60), scene.sending(webhook_lease_seconds=60):
        await scene.taken(90, within=40)

    assert len(scene.receiver.taken) == 90
    assert scene.receiver.busiest <= 8, "four for each process"
    assert all(scene.receiver.types(case.id) == LIFE for case in cases)


async def test_an_inner_address_that_nobody_named_is_not_connected_to(scene: Scene) -> None:
    webhook_id = await scene.subscribe()

    async with scene.running(webhook_private=""):
        await scene.announce(scene.case())

        async def tried() -> Any:
            found, _ = await scene.deliveries.page(webhook_id, state="waiting", after=None, limit=1)
            return found and found[0].last

        await eventually(tried)
        found, _ = await scene.deliveries.page(webhook_id, state="waiting", after=None, limit=1)

    assert scene.receiver.got == []
    assert found[0].last is not None
    assert "EARSHOT_WEBHOOK_PRIVATE" in (found[0].last.error or "")


async def _backlog(scene: Scene, webhook_id: str, count: int) -> bool:
    return (await scene.deliveries.load(webhook_id)).count == count
