"""A set-aside record is corrected by a supervisor: checked, sent, and kept beside the original."""

import json
from typing import Any

import httpx2
import pytest

from services.respond.store.quarantine import Quarantine
from shared.contracts.classification import MentionClassified
from shared.contracts.deadletter import DeadLetter, as_base64
from shared.contracts.envelope import unpack
from shared.kafka.record import Incoming
from tests.builders import a_classified, a_mention
from tests.integration.respond.api.conftest import Site
from tests.unit.services.respond.api.test_keeping import a_letter

ID = "route:care.classified:0:7"
FIX = f"/v1/quarantine/{ID}/fix"


def a_record(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = a_classified().model_dump(mode="json", exclude_none=True)
    return {**found, **changes}


def a_broken_letter(letter_id: str = ID, **fields: Any) -> DeadLetter:
    broken = json.dumps(a_record(classified_at="tomorrow")).encode()
    return a_letter(letter_id, **{"value": as_base64(broken), **fields})


async def kept(site: Site, *letters: DeadLetter, brand: str | None = "discus") -> None:
    await Quarantine(site.database).keep([(letter, brand) for letter in letters])


async def test_a_corrected_record_is_sent_as_written_and_the_original_stays(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    await kept(site, a_broken_letter())
    value = json.dumps({**a_record(), "of_a_newer_version": 1}, indent=2)

    answer = await mira.post(FIX, json={"value": value})

    assert answer.status_code == 200, answer.text
    shown = answer.json()
    assert (shown["state"], "tomorrow" in shown["value_text"]) == ("replayed", True)
    assert shown["fixes"] == [{"by": "mira", "at": "2026-11-21T12:00:00Z", "value": value}]
    [sent] = site.sent
    assert (sent.topic, sent.key) == ("care.classified", a_mention().customer_key.encode())
    assert (sent.value, dict(sent.headers)["traceparent"]) == (value.encode(), b"00-1")
    read = Incoming(topic=sent.topic, partition=0, offset=0, key=sent.key, value=sent.value, headers=sent.headers)
    assert unpack(read, MentionClassified) == a_classified()


@pytest.mark.parametrize(
    ("value", "where", "line", "what"),
    [
        ('{\n "version": 1,\n}', "/", 3, "no JSON"),
        ("[1]", "/", 1, "object"),
        (json.dumps(a_record(classified_at="tomorrow"), indent=1), "/classified_at", None, "datetime"),
        (json.dumps({"mention": {}}, indent=1), "/mention/event_id", 2, "required"),
        ("[" * 100_000, "/", 1, "nested"),
        ('{"version": ' + "1" * 5_000 + "}", "/", 1, "number"),
        (json.dumps({"mention": {"labels": [1] * 2_000}}), "/", 1, "values of it are wrong"),
    ],
)
async def test_what_is_no_record_is_not_sent_and_the_place_is_named(
    *, site: Site, mira: httpx2.AsyncClient, value: str, where: str, line: int | None, what: str
) -> None:
    await kept(site, a_broken_letter())

    answer = await mira.post(FIX, json={"value": value})

    problem = answer.json()
    assert (answer.status_code, problem["code"], site.sent) == (422, "not_a_record", [])
    first = problem["errors"][0]
    expected = line or next(n for n, row in enumerate(value.split("\n"), 1) if "tomorrow" in row)
    assert (first["where"], first["line"]) == (where, expected)
    assert what in first["what"]
    assert (await mira.get(f"/v1/quarantine/{ID}")).json()["state"] == "waiting"


async def test_nobody_writes_below_the_account_of_another_brand(
    site: Site, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient
) -> None:
    """The case that it opened would be Quay's, and Quay's agents would answer it from Discus' account."""
    await kept(site, a_broken_letter(), brand="quay")
    quays = a_mention(brand="quay")
    record = json.dumps(a_record(mention=quays.model_dump(mode="json", exclude_none=True)))

    for client in (sara, mira):
        answer = await client.post(FIX, json={"value": record})
        assert (answer.status_code, answer.json()["errors"][0]["where"]) == (422, "/mention/account_id")

    assert quays.account_id == "discus@townsquare"
    assert site.sent == []


async def test_nobody_writes_into_a_brand_that_they_do_not_see_or_that_there_is_not(
    site: Site, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient
) -> None:
    await kept(site, a_broken_letter(), brand="quay")

    for client, brand in ((sara, "discus"), (mira, "atlantis"), (mira, "earshot-canary")):
        record = a_record(mention=a_mention(brand=brand).model_dump(mode="json", exclude_none=True))
        answer = await client.post(FIX, json={"value": json.dumps(record)})
        assert (answer.status_code, answer.json()["errors"][0]["where"]) == (422, "/mention/brand"), brand

    record = a_record(
        mention=a_mention(brand="quay", account_id="quay@townsquare").model_dump(mode="json", exclude_none=True)
    )
    assert (await sara.post(FIX, json={"value": json.dumps(record)})).status_code == 200
    assert [sent.key.split(b"/")[0] for sent in site.sent if sent.key] == [b"quay"]


async def test_only_supervisors_who_see_a_letter_correct_it(
    site: Site, joris: httpx2.AsyncClient, sara: httpx2.AsyncClient
) -> None:
    await kept(site, a_broken_letter())
    body = {"value": json.dumps(a_record())}

    assert (await joris.post(FIX, json=body)).status_code == 403
    assert (await sara.post(FIX, json=body)).status_code == 404
    assert site.sent == []


async def test_what_never_reached_a_topic_is_not_corrected_here(site: Site, mira: httpx2.AsyncClient) -> None:
    await kept(site, a_broken_letter(topic=None, origin="helpdesk"))

    answer = await mira.post(FIX, json={"value": "{}"})

    assert (answer.status_code, answer.json()["code"]) == (409, "no_topic")


async def test_corrections_of_one_letter_come_to_an_end(site: Site, mira: httpx2.AsyncClient) -> None:
    """So that its document never outgrows what MongoDB takes."""
    await kept(site, a_broken_letter())
    body = {"value": json.dumps(a_record())}

    statuses = [(await mira.post(FIX, json=body)).status_code for _ in range(11)]

    assert statuses == [200] * 10 + [409]


async def test_while_kafka_is_away_nothing_counts_as_corrected(site: Site, mira: httpx2.AsyncClient) -> None:
    await kept(site, a_broken_letter())
    site.is_kafka_down = True

    assert (await mira.post(FIX, json={"value": json.dumps(a_record())})).status_code == 503
    assert (await mira.get(f"/v1/quarantine/{ID}")).json()["fixes"] == []


async def test_letters_of_one_reason_are_replayed_together_each_with_its_result(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    many = [a_letter(f"l-{number}", reason="a bug") for number in range(4)]
    await kept(site, *many, a_letter("other", reason="another"), a_letter("stuck", reason="a bug", topic="care.gone"))

    reasons = (await mira.get("/v1/quarantine/reasons")).json()["items"]
    assert [(one["reason"], one["letters"]) for one in reasons] == [("a bug", 5), ("another", 1)]
    asked = {"station": "route", "reason": "a bug"}
    part = (await mira.post("/v1/quarantine/replay", json={**asked, "limit": 3})).json()
    rest = (await mira.post("/v1/quarantine/replay", json=asked)).json()

    assert [(one["id"], one["status"]) for one in part["results"]] == [(f"l-{number}", 200) for number in range(3)]
    assert (part["is_all"], rest["is_all"]) == (False, True)
    assert [(one["id"], one["status"]) for one in rest["results"]] == [("l-3", 200), ("stuck", 409)]
    assert rest["results"][1]["problem"]["code"] == "unknown_topic"
    assert len(site.sent) == 4
    waiting = (await mira.get("/v1/quarantine", params={"state": "waiting"})).json()["items"]
    assert {one["id"] for one in waiting} == {"other", "stuck"}


async def test_replaying_many_stops_where_kafka_does_not_answer_and_is_within_ones_brands(
    site: Site, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await kept(site, *(a_letter(f"l-{number}", reason="a bug") for number in range(3)))
    asked = {"station": "route", "reason": "a bug"}

    assert (await sara.get("/v1/quarantine/reasons")).json()["items"] == []
    assert (await sara.post("/v1/quarantine/replay", json=asked)).json() == {"results": [], "is_all": True}
    assert (await joris.post("/v1/quarantine/replay", json=asked)).status_code == 403
    site.is_kafka_down = True
    down = (await mira.post("/v1/quarantine/replay", json=asked)).json()
    assert [one["status"] for one in down["results"]] == [503]
    assert down["is_all"] is False
