"""Webhooks over HTTP: who may manage which, secrets that are shown once, a backlog that is never dropped."""

from base64 import b64decode, b64encode
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.event import Event
from services.respond.domain.webhooks.keys import keys_of
from services.respond.domain.webhooks.subject import Subject, Told
from services.respond.domain.webhooks.webhook import delivery
from services.respond.store.webhook_subjects import Subjects
from services.respond.store.webhooks import Webhooks
from services.respond.webhooks.vault import Vault
from tests.builders import NOON
from tests.integration.respond.api.conftest import Site

URL = "https://crm.example/hooks"
KEY = b64encode(b"k" * 32).decode()
WISH = {"url": URL, "brand": "discus", "events": ["case.opened", "case.answered"]}


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EARSHOT_WEBHOOK_KEY", KEY)
    monkeypatch.setenv("EARSHOT_WEBHOOK_PRIVATE", "10.1.0.0/16, crm.intern.example")


async def made(client: httpx2.AsyncClient, **more: Any) -> Any:
    answer = await client.post("/v1/webhooks", json={**WISH, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def waiting(site: Site, webhook_id: str, *numbers: int) -> None:
    """Put events of a case on their way, as the process does."""
    webhook = await Webhooks(site.database).get(webhook_id, Scope())
    assert webhook is not None
    subject = Subject(id="case/c-1", brand=webhook.brand, told=max(numbers))
    found = [
        delivery(
            webhook,
            Told(
                subject="case/c-1",
                number=number,
                brand=webhook.brand,
                event=Event(id=f"evt-{number}", type="case.opened", at=NOON, known_at=NOON, data={"case_id": "c-1"}),
            ),
        )
        for number in numbers
    ]
    assert await Subjects(site.database).keep([subject], found, now=site.now)


async def test_the_secret_is_shown_at_creation_and_never_again(ada: httpx2.AsyncClient) -> None:
    there = await made(ada, description="help desk")

    assert there["secret"].startswith("whsec_")
    assert len(b64decode(there["secret"].removeprefix("whsec_"))) == 32
    read = await ada.get(f"/v1/webhooks/{there['id']}")
    listed = await ada.get("/v1/webhooks")
    assert "secret" not in read.json()
    assert listed.json()["items"] == [read.json()]
    assert read.json() == {name: value for name, value in there.items() if name != "secret"}
    assert (read.json()["state"], read.json()["backlog"], read.headers["ETag"]) == ("active", 0, '"1"')


async def test_nothing_in_the_database_tells_the_secret(site: Site, ada: httpx2.AsyncClient) -> None:
    """RELIABILITY, section 5: grep a dump."""
    there = await made(ada)
    secret = b64decode(there["secret"].removeprefix("whsec_"))

    [document] = await site.database["webhooks"].find().to_list(None)
    assert secret not in str(document).encode("unicode_escape")
    assert secret not in document["secrets"][0]["data"]
    webhook = await Webhooks(site.database).get(there["id"], Scope())
    assert webhook is not None
    assert Vault(keys_of(KEY)).open(webhook.secrets[0], of=there["id"]) == secret


async def test_without_a_key_none_is_made_and_the_answer_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    monkeypatch.delenv("EARSHOT_WEBHOOK_KEY")
    keyless = Site(database=site.database, broadcast=site.broadcast)

    async with keyless.client("ada") as ada:
        answer = await ada.post("/v1/webhooks", json=WISH)

    assert (answer.status_code, answer.json()["code"]) == (409, "no_key")
    assert "EARSHOT_WEBHOOK_KEY" in answer.json()["detail"]


async def test_a_brand_has_one_webhook_per_url_so_that_asking_twice_tells_nothing_twice(
    ada: httpx2.AsyncClient,
) -> None:
    there = await made(ada)

    again = await ada.post("/v1/webhooks", json=WISH)
    other = await made(ada, brand="quay")

    assert (again.status_code, again.json()["code"], again.json()["webhook"]) == (409, "exists", there["id"])
    taken = await ada.patch(f"/v1/webhooks/{other['id']}", json={"url": URL + "/2"})
    assert taken.status_code == 200
    await made(ada, brand="quay")
    moved = await ada.patch(f"/v1/webhooks/{other['id']}", json={"url": URL})
    assert (moved.status_code, moved.json()["code"]) == (409, "exists")


@pytest.mark.parametrize(
    "url",
    [
        "http://crm.example/hooks",
        "ftp://crm.example",
        "https://user:pass@crm.example/",
        "https://crm.example/#part",
        "https://",
        "crm.example",
        "https://crm.example:99999/",
        "https://crm.exämple/",
        "https://crm.example/a b",
    ],
)
async def test_a_url_that_nobody_should_post_to_is_refused(ada: httpx2.AsyncClient, url: str) -> None:
    answer = await ada.post("/v1/webhooks", json={**WISH, "url": url})

    assert (answer.status_code, answer.json()["code"]) == (422, "wrong_url")


async def test_plain_http_is_for_inner_hosts_that_were_named(ada: httpx2.AsyncClient) -> None:
    await made(ada, url="http://crm.intern.example/hooks")
    await made(ada, url="http://10.1.2.3:8080/hooks")


@pytest.mark.parametrize(
    "wrong",
    [{"events": []}, {"events": ["case.eaten"]}, {"secret": "whsec_x"}, {"state": "active"}, {"brand": "nobodys"}],
)
async def test_what_makes_no_webhook_is_refused(ada: httpx2.AsyncClient, wrong: dict[str, Any]) -> None:
    assert (await ada.post("/v1/webhooks", json={**WISH, **wrong})).status_code == 422


async def test_a_platform_manages_the_webhooks_of_its_own_brand_and_sees_no_other(
    site: Site, helpdesk: httpx2.AsyncClient, ada: httpx2.AsyncClient
) -> None:
    own, foreign = await made(helpdesk), await made(ada, brand="quay")

    assert own["created_by"] == "sender:helpdesk"
    assert [one["id"] for one in (await helpdesk.get("/v1/webhooks")).json()["items"]] == [own["id"]]
    assert (await helpdesk.post("/v1/webhooks", json={**WISH, "brand": "quay"})).status_code == 422
    await waiting(site, foreign["id"], 1)
    for method, path in (
        ("GET", ""),
        ("PATCH", ""),
        ("DELETE", ""),
        ("POST", "/secret"),
        ("POST", "/pause"),
        ("POST", "/resume"),
        ("POST", "/ping"),
        ("GET", "/deliveries"),
        ("GET", "/deliveries/evt-1"),
        ("POST", "/deliveries/evt-1/replay"),
    ):
        body = {"description": "mine"} if method == "PATCH" else None
        answer = await helpdesk.request(method, f"/v1/webhooks/{foreign['id']}{path}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), (method, path)
    assert (await ada.get(f"/v1/webhooks/{foreign['id']}")).json()["description"] == ""


async def test_an_admin_of_one_brand_sees_no_other(aldo: httpx2.AsyncClient, ada: httpx2.AsyncClient) -> None:
    foreign = await made(ada)

    assert (await aldo.get("/v1/webhooks")).json() == {"items": []}
    assert (await aldo.get(f"/v1/webhooks/{foreign['id']}")).status_code == 404


async def test_agents_and_supervisors_manage_none(joris: httpx2.AsyncClient, mira: httpx2.AsyncClient) -> None:
    for client in (joris, mira):
        assert (await client.get("/v1/webhooks")).status_code == 403
        assert (await client.post("/v1/webhooks", json=WISH)).status_code == 403


async def test_a_change_names_what_was_seen(ada: httpx2.AsyncClient) -> None:
    path = f"/v1/webhooks/{(await made(ada))['id']}"

    changed = await ada.patch(path, json={"events": ["storm.opened"]}, headers={"If-Match": '"1"'})
    late = await ada.patch(path, json={"description": "late"}, headers={"If-Match": '"1"'})
    same = await ada.patch(path, json={"events": ["storm.opened"]})

    assert (changed.json()["events"], changed.headers["ETag"]) == (["storm.opened"], '"2"')
    assert (late.status_code, late.json()["version"]) == (412, 2)
    assert same.json()["version"] == 2


async def test_after_a_rotation_the_earlier_secret_signs_for_a_day(site: Site, ada: httpx2.AsyncClient) -> None:
    first = await made(ada)

    second = await ada.post(f"/v1/webhooks/{first['id']}/secret")

    webhook = await Webhooks(site.database).get(first["id"], Scope())
    assert webhook is not None
    assert second.json()["secret"] != first["secret"]
    assert [one.until for one in webhook.secrets] == [None, site.now + timedelta(hours=24)]
    site.now += timedelta(hours=25)
    third = await ada.post(f"/v1/webhooks/{first['id']}/secret")
    assert len(third.json()["secrets_until"]) == 1


async def test_too_many_secrets_at_a_time_are_refused(ada: httpx2.AsyncClient) -> None:
    path = f"/v1/webhooks/{(await made(ada))['id']}/secret"

    answers = [await ada.post(path) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 409]
    assert answers[-1].json()["code"] == "too_many_secrets"


async def test_a_pause_says_who_and_a_resume_makes_everything_due(site: Site, ada: httpx2.AsyncClient) -> None:
    there = await made(ada)
    path = f"/v1/webhooks/{there['id']}"
    await waiting(site, there["id"], 1, 2)

    paused = (await ada.post(f"{path}/pause")).json()
    again = (await ada.post(f"{path}/pause")).json()
    await site.database["webhook_backlogs"].update_many(
        {}, {"$set": {"next_at": NOON + timedelta(hours=8), "failures": 9, "failing_since": NOON}}
    )
    site.now += timedelta(hours=1)
    resumed = (await ada.post(f"{path}/resume")).json()

    assert (paused["state"], paused["why"]["by"], paused["backlog"]) == ("paused", "ada", 2)
    assert again["version"] == paused["version"]
    assert (resumed["state"], resumed["why"], resumed["backlog"]) == ("active", None, 2)
    [backlog] = await site.database["webhook_backlogs"].find().to_list(None)
    assert (backlog["next_at"], backlog["failures"], backlog["failing_since"]) == (site.now, 0, None)


async def test_deliveries_are_listed_page_by_page_the_newest_first(site: Site, ada: httpx2.AsyncClient) -> None:
    there = await made(ada)
    for number in (1, 2, 3):
        site.now += timedelta(minutes=1)
        await site.database["webhook_subjects"].delete_many({})
        await waiting(site, there["id"], number)
    path = f"/v1/webhooks/{there['id']}/deliveries"

    first = (await ada.get(path, params={"limit": 2})).json()
    rest = (await ada.get(path, params={"limit": 2, "cursor": first["next"]})).json()

    assert [one["id"] for one in (*first["items"], *rest["items"])] == ["evt-3", "evt-2", "evt-1"]
    assert rest["next"] is None
    assert "body" not in first["items"][0]
    assert (await ada.get(path, params={"state": "delivered"})).json()["items"] == []
    one = (await ada.get(f"{path}/evt-1")).json()
    assert one["body"] == '{"type":"case.opened","timestamp":"2026-11-21T12:00:00.000Z","data":{"case_id":"c-1"}}'
    assert (one["state"], one["attempts"], one["last"]) == ("waiting", 0, None)


async def test_a_delivered_event_can_be_sent_again_under_its_id(site: Site, ada: httpx2.AsyncClient) -> None:
    there = await made(ada)
    await waiting(site, there["id"], 1)
    await site.database["deliveries"].update_one(
        {}, {"$set": {"state": "delivered", "attempts": 1, "delivered_at": NOON, "expires_at": NOON.replace(year=2100)}}
    )
    await site.database["webhook_backlogs"].delete_many({})

    again = await ada.post(f"/v1/webhooks/{there['id']}/deliveries/evt-1/replay")

    assert (again.status_code, again.json()["state"], again.json()["id"]) == (202, "waiting", "evt-1")
    [document] = await site.database["deliveries"].find().to_list(None)
    assert "expires_at" not in document
    assert await site.database["webhook_backlogs"].count_documents({"next_at": {"$lte": site.now}}) == 1


async def test_a_replay_leaves_alone_what_is_being_sent_at_this_moment(site: Site, ada: httpx2.AsyncClient) -> None:
    there, leased = await made(ada), NOON + timedelta(seconds=30)
    await waiting(site, there["id"], 1)
    await site.database["webhook_backlogs"].update_one({}, {"$set": {"claim": "turn-1", "next_at": leased}})

    await ada.post(f"/v1/webhooks/{there['id']}/deliveries/evt-1/replay")

    [backlog] = await site.database["webhook_backlogs"].find().to_list(None)
    assert (backlog["claim"], backlog["next_at"]) == ("turn-1", leased)


async def test_a_test_can_be_sent_to_a_paused_webhook(ada: httpx2.AsyncClient) -> None:
    path = f"/v1/webhooks/{(await made(ada))['id']}"
    await ada.post(f"{path}/pause")

    ping = await ada.post(f"{path}/ping")

    assert (ping.status_code, ping.json()["type"], ping.json()["state"]) == (202, "webhook.ping", "waiting")
    assert (await ada.get(f"{path}/deliveries/{ping.json()['id']}")).json() == ping.json()


async def test_a_webhook_goes_with_everything_that_it_was_to_be_told(site: Site, ada: httpx2.AsyncClient) -> None:
    there, other = await made(ada), await made(ada, brand="quay")
    await waiting(site, there["id"], 1)
    await site.database["webhook_subjects"].delete_many({})
    await waiting(site, other["id"], 2)

    gone = await ada.delete(f"/v1/webhooks/{there['id']}")

    assert gone.status_code == 204
    assert (await ada.get(f"/v1/webhooks/{there['id']}")).status_code == 404
    assert await site.database["deliveries"].distinct("webhook") == [other["id"]]
    assert await site.database["webhook_backlogs"].distinct("webhook") == [other["id"]]


async def test_what_is_left_over_of_a_webhook_that_is_gone_is_swept_and_nothing_else(
    site: Site, ada: httpx2.AsyncClient
) -> None:
    """A process that had read the webhooks before one was taken away can still put something on its way for it."""
    there, other = await made(ada), await made(ada, brand="quay")
    await waiting(site, there["id"], 1)
    await site.database["webhook_subjects"].delete_many({})
    await waiting(site, other["id"], 2)
    await site.database["webhooks"].delete_one({"_id": there["id"]})

    assert await Webhooks(site.database).sweep() == 1

    assert await site.database["deliveries"].distinct("webhook") == [other["id"]]
    assert await site.database["webhook_backlogs"].distinct("webhook") == [other["id"]]
