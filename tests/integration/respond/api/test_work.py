"""What agents do over HTTP: conditions, refusals, one answer per key."""

import asyncio
from datetime import timedelta

import httpx2

from shared.case.commands import Assign, Resolve
from shared.case.kept.store import CaseStore
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.stage import Disposition
from shared.directory.presence import Presence
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear
from tests.integration.respond.api.conftest import Site

SPAM = Disposition.SPAM


def an_answer_to(case_json: dict[str, object], text: str = "It comes tomorrow.") -> dict[str, object]:
    return {"text": text, "answers": case_json["last_message"], "seen": case_json["last_message"]}


async def test_a_case_is_read_with_everything_about_it(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)

    answer = await mira.get(f"/v1/cases/{case.id}")

    found = answer.json()
    assert answer.headers["etag"] == '"1"'
    assert found["messages"][0]["text"] == "Where is my parcel?"
    assert found["clocks"] == [
        {
            "kind": "first_response",
            "due_at": "2026-11-21T13:00:00Z",
            "cycle": 1,
            "origin": None,
            "policy": "standard",
            "target_seconds": 3600,
            "fulfilled_at": None,
            "warn_at": "2026-11-21T12:45:00Z",
            "warned_at": None,
            "breached_at": None,
            "paused_since": None,
            "is_paused": False,
            "is_late": False,
        }
    ]
    assert found["can"] == ["claim", "reply", "transfer", "resolve", "snooze", "hold", "merge"]
    assert (found["policy"], found["queue"]) == ("standard", "all")
    assert found["history"][0]["what"] == "case opened by message"
    assert "token" not in str(found)
    assert (await mira.get(f"/v1/cases/{case.id}", headers={"If-None-Match": '"1"'})).status_code == 304


async def test_what_was_answered_in_private_can_be_said_in_public_once(site: Site, mira: httpx2.AsyncClient) -> None:
    private = after(a_case(), an_answer(a_case(), private=True))
    case = after(
        private,
        StartSending(reply_id="r-1", until=NOON + HOUR),
        ReportPosted(reply_id="r-1", native_id="s-1", url=None, posted_at=NOON),
    )
    await site.opened(case)
    here = f"/v1/cases/{case.id}"
    found = (await mira.get(here)).json()

    said = await mira.post(f"{here}/replies", json=an_answer_to(found, "We have written to you."))
    again = await mira.post(f"{here}/replies", json=an_answer_to(found, "We have written to you, really."))

    assert "close_loop" in found["can"]
    assert (said.status_code, said.json()["reply"]["private"]) == (202, False)
    assert (again.status_code, again.json()["code"]) == (409, "already_answered")


async def test_a_case_is_claimed_answered_withdrawn_and_resolved(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    here = f"/v1/cases/{case.id}"

    claimed = await mira.post(f"{here}/claim")
    queued = await mira.post(f"{here}/replies", json=an_answer_to(claimed.json()))
    reply = queued.json()["reply"]
    withdrawn = await mira.post(f"{here}/replies/{reply['id']}/withdraw")
    what = {"disposition": "no_response_needed", "reason": "a mere thanks"}
    resolved = await mira.post(f"{here}/resolve", json=what, headers={"If-Match": withdrawn.headers["etag"]})

    assert (claimed.status_code, claimed.json()["owner"]) == (200, "mira")
    assert (queued.status_code, reply["status"]) == (202, "queued")
    assert queued.json()["sending"] is False
    assert "until the account discus@townsquare is armed" in queued.json()["notice"]
    assert withdrawn.json()["replies"][0]["status"] == "withdrawn"
    assert (resolved.status_code, resolved.json()["stage"]) == (200, "no_response_needed")
    assert (await CaseStore(site.database).get(case.id)).announce_from == 2


async def test_a_retried_request_with_the_same_key_is_one_answer(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    body = an_answer_to((await mira.get(f"/v1/cases/{case.id}")).json())

    answers = await asyncio.gather(
        *(mira.post(f"/v1/cases/{case.id}/replies", json=body, headers={"Idempotency-Key": "k"}) for _ in range(8))
    )

    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["reply"]["id"] for answer in answers}) == 1
    assert len((await CaseStore(site.database).get(case.id)).replies) == 1


async def test_of_many_answers_to_one_message_one_is_taken(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    body = an_answer_to((await mira.get(f"/v1/cases/{case.id}")).json())
    async with site.client("joris") as joris:
        answers = await asyncio.gather(
            *(client.post(f"/v1/cases/{case.id}/replies", json=body) for client in (mira, joris) for _ in range(10))
        )

    assert sorted(answer.status_code for answer in answers) == [202] + [409] * 19
    assert len((await CaseStore(site.database).get(case.id)).replies) == 1


async def test_a_newer_message_is_shown_and_the_answer_is_sent_once_it_was_seen(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    case = a_case()
    newer = a_message("post-2", at=NOON + timedelta(minutes=1), text="And the invoice is wrong.")
    await site.opened(after(case, hear(newer)))
    body = {"text": "It comes tomorrow.", "answers": case.messages[0].id, "seen": case.messages[0].id}

    refused = await mira.post(f"/v1/cases/{case.id}/replies", json=body)
    sent = await mira.post(f"/v1/cases/{case.id}/replies", json={**body, "seen": refused.json()["newest"]})

    assert (refused.status_code, refused.json()["code"]) == (409, "newer_message")
    assert refused.json()["text"] == "And the invoice is wrong."
    assert sent.status_code == 202


async def test_a_refusal_names_the_stage_and_what_is_legal_from_it(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)

    answer = await mira.post(f"/v1/cases/{case.id}/release")
    refused = await mira.post(
        f"/v1/cases/{case.id}/resolve", json={"disposition": "answered"}, headers={"If-Match": '"1"'}
    )

    assert answer.status_code == 200  # releasing what nobody has is done already
    assert refused.status_code == 409
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.json()["stage"] == "new"
    assert refused.json()["can"] == ["claim", "reply", "transfer", "resolve", "snooze", "hold", "merge"]


async def test_writes_on_a_version_that_is_gone_are_412_and_resolving_unseen_is_428(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"))
    await site.opened(case)
    here, what = f"/v1/cases/{case.id}", {"disposition": "spam", "reason": "an advertisement"}

    for path, body in (("release", None), ("resolve", what)):
        answer = await mira.post(f"{here}/{path}", json=body, headers={"If-Match": '"1"'})
        assert (answer.status_code, answer.headers["etag"]) == (412, '"2"')
    assert (await mira.post(f"{here}/resolve", json=what)).status_code == 428


async def test_too_long_for_the_network_is_422_with_its_reason(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    body = an_answer_to((await mira.get(f"/v1/cases/{case.id}")).json(), text="x" * 9_999)

    answer = await mira.post(f"/v1/cases/{case.id}/replies", json=body)

    assert answer.status_code == 422
    assert answer.json()["code"] != "invalid"


async def test_without_an_account_it_is_409_and_says_so(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case(account_id="quay@elsewhere")
    await site.opened(case)
    body = an_answer_to((await mira.get(f"/v1/cases/{case.id}")).json())

    answer = await mira.post(f"/v1/cases/{case.id}/replies", json=body)

    assert (answer.status_code, answer.json()["code"]) == (409, "no_account")


async def test_nothing_is_assigned_that_was_not_meant_to_be(site: Site, mira: httpx2.AsyncClient) -> None:
    case = a_case()
    await site.opened(case)
    body = an_answer_to((await mira.get(f"/v1/cases/{case.id}")).json())

    for field in ("id", "token", "frozen", "status", "by", "reply_id", "version"):
        answer = await mira.post(f"/v1/cases/{case.id}/replies", json={**body, field: "mine"})
        assert answer.status_code == 422, field
        assert answer.json()["errors"][0]["where"] == f"body:/{field}"


async def test_a_claim_beyond_ones_capacity_is_done_and_says_so(site: Site, mira: httpx2.AsyncClient) -> None:
    """SEMANTICS 4: manual assignment may exceed capacity, and says so. Noor has room for two."""
    made = {"id": "noor", "name": "Noor", "capacity": 2}
    key = (await mira.post("/v1/agents", json=made)).json()["key"]
    cases = [a_case(author=f"a{number}", message=a_message(f"p{number}")) for number in range(5)]
    settled = after(cases[4], Assign(agent="noor", by="noor"), Resolve(by="noor", disposition=SPAM, reason="x"))
    await site.opened(*cases[:4], settled)

    async with site.client(key=key) as noor:
        said = [(await noor.post(f"/v1/cases/{case.id}/claim")).json() for case in cases[:4]]
        again = (await noor.post(f"/v1/cases/{cases[3].id}/claim")).json()

    assert [one["owner"] for one in said] == ["noor"] * 4
    assert [one["notice"] for one in said] == [None, None, "this is your 3rd case of 2", "this is your 4th case of 2"]
    assert again["notice"] == "this is your 4th case of 2"


async def test_a_heartbeat_lasts_45_seconds(site: Site, mira: httpx2.AsyncClient) -> None:
    answer = await mira.put("/v1/presence")

    assert answer.json() == {"state": "online", "until": "2026-11-21T12:00:45Z"}
    presence = Presence(site.database)
    assert await presence.online(now=NOON + timedelta(seconds=44)) == {"mira"}
    assert await presence.online(now=NOON + timedelta(seconds=45)) == set()


async def test_me_is_who_i_am_and_the_brands_that_i_see(quinn: httpx2.AsyncClient) -> None:
    assert (await quinn.get("/v1/me")).json() == {
        "id": "quinn",
        "name": "Quinn",
        "role": "agent",
        "capacity": 20,
        "skills": [],
        "certifications": [],
        "languages": [],
        "networks": [],
        "brands": [{"id": "quay", "name": "Quay Bikes"}],
    }
