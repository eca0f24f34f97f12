"""POST /v1/events: 202 means that Kafka has it; the same again changes nothing; too much is sent away, not lost."""

import asyncio
import gzip
from typing import Any

import pytest

from tests.unit.services.ingest.conftest import BATCH, EVENT, Conservation, Station, problem_of
from tests.unit.services.ingest.senders import BEARER, an_event, as_json, signed, with_attributes


async def test_an_accepted_event_is_a_mention_under_the_customers_key(station: Station) -> None:
    response = await station.send(an_event())

    assert response.status_code == 202
    [mention] = station.kafka.mentions
    assert response.json() == {
        "accepted": [mention.event_id],
        "results": [{"index": 0, "status": "accepted", "id": "e-1", "event_id": mention.event_id}],
    }
    [record] = station.kafka.sent[0]
    assert record.key == b"discus/mastodon/https://square.example/users/joe"
    assert dict(record.headers)["ce_id"] == mention.event_id.encode()


async def test_a_trace_goes_on_and_a_broken_one_begins_anew(station: Station) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    await station.send(an_event(), traceparent=f"00-{trace}-00f067aa0ba902b7-01")
    await station.send(an_event(), traceparent="00-zz-x")

    first, second = (dict(records[0].headers)["traceparent"].decode() for records in station.kafka.sent)
    assert first.split("-")[1] == trace
    assert first.split("-")[2] != "00f067aa0ba902b7"
    assert len(second) == 55


async def test_binary_mode_says_the_same(station: Station) -> None:
    event = an_event()
    attributes = {f"ce-{name}": value for name, value in event.items() if name != "data"}

    response = await station.send(event["data"], media_type="application/json", **attributes)

    assert response.status_code == 202
    assert station.kafka.mentions[0].text == "Where is my parcel?"


@pytest.mark.parametrize(
    ("attributes", "data", "error"),
    [
        ({"ce-id": ""}, {}, {"header": "ce-id"}),
        ({"ce-type": "other"}, {}, {"header": "ce-type"}),
        ({}, {"text": 5}, {"pointer": "/text"}),
        ({}, {"text": "a\0"}, {"pointer": "/text"}),
    ],
)
async def test_in_binary_mode_flaws_are_named_by_header_or_within_the_body(
    station: Station, attributes: dict[str, str], data: dict[str, Any], error: dict[str, str]
) -> None:
    event = an_event(**data)
    headers = {f"ce-{name}": value for name, value in event.items() if name != "data"}

    told = problem_of(
        await station.send(event["data"], media_type="application/json", **{**headers, **attributes}), 422
    )

    assert [{name: text for name, text in one.items() if name != "detail"} for one in told["errors"]] == [error]


async def test_gzip_is_signed_as_sent_and_then_unpacked(station: Station) -> None:
    response = await station.send(
        gzip.compress(as_json([an_event(1), an_event(2)])), media_type=BATCH, **{"content-encoding": "gzip"}
    )

    assert response.status_code == 202
    assert len(station.kafka.mentions) == 2


async def test_a_replayed_request_gets_the_same_answer_and_has_no_effect(station: Station) -> None:
    body = as_json([an_event(1), an_event(2, text=5)])
    headers = {**signed(body), "content-type": BATCH}

    first = await station.post(body, headers)
    station.clock.pass_by(200)
    second = await station.post(body, headers)

    assert (second.status_code, second.content) == (first.status_code, first.content) == (202, first.content)
    assert len(station.kafka.sent) == 1


async def test_a_replay_after_its_window_is_stale(station: Station) -> None:
    body = as_json(an_event())
    headers = {**signed(body), "content-type": EVENT}
    await station.post(body, headers)
    station.clock.pass_by(301)

    problem_of(await station.post(body, headers), 401)


async def test_another_body_under_the_same_id_is_another_request(station: Station) -> None:
    for number in (1, 2):
        body = as_json(an_event(number))
        await station.post(body, {**signed(body, message_id="msg-1"), "content-type": EVENT})

    assert len(station.kafka.mentions) == 2


async def test_the_same_event_in_another_request_has_the_same_event_id(station: Station) -> None:
    first, second = await station.send(an_event()), await station.send(an_event())

    assert first.json()["accepted"] == second.json()["accepted"]


async def test_while_kafka_is_away_nothing_is_accepted_and_the_retry_is(
    station: Station, conserved: Conservation
) -> None:
    body = as_json([an_event(1), an_event(2, text=5)])
    headers = {**signed(body), "content-type": BATCH}
    station.kafka.away = True

    response = await station.post(body, headers)

    problem_of(response, 503)
    assert int(response.headers["retry-after"]) > 0
    station.kafka.away = False
    assert (await station.post(body, headers)).status_code == 202
    assert len(station.kafka.mentions) == 1
    assert conserved() == {"returned": 2, "accepted": 1, "quarantined": 1}


async def test_our_own_posts_are_ignored_with_a_reason_and_not_produced(
    station: Station, conserved: Conservation
) -> None:
    own = an_event(1, author={"id": "discus@townsquare"})

    response = await station.send([own, an_event(2)])

    assert response.status_code == 202
    assert [one["status"] for one in response.json()["results"]] == ["ignored", "accepted"]
    assert response.json()["results"][0]["reason"] == "own post"
    assert [mention.native_id[-1] for mention in station.kafka.mentions] == ["2"]
    assert conserved() == {"ignored": 1, "accepted": 1}


async def test_the_same_bad_event_twice_is_one_letter(station: Station) -> None:
    await station.send([an_event(1), an_event(2, text=5), an_event(2, text=5)])

    assert len(station.kafka.letters) == 1


async def test_beyond_the_requests_in_hand_a_request_is_sent_away(station: Station) -> None:
    body = as_json(an_event())
    places = [station.gate.enter() for _ in range(station.gate.most_requests)]

    response = await station.post(body, {**signed(body), "content-type": EVENT})

    problem_of(response, 503)
    assert int(response.headers["retry-after"]) > 0
    for place in places:
        place.__exit__(None, None, None)
    assert (await station.post(body, {**signed(body), "content-type": EVENT})).status_code == 202


async def test_beyond_the_bytes_in_hand_a_request_is_sent_away(station: Station) -> None:
    with station.gate.enter() as place:
        place.grow(station.gate.most_bytes - 100)
        problem_of(await station.send(an_event()), 503)

    assert (await station.send(an_event())).status_code == 202


async def test_a_body_that_does_not_come_is_408(station: Station) -> None:
    station.events._body_seconds = 0.05

    async def never() -> Any:
        yield b"{"
        await asyncio.Event().wait()

    response = await station.http.post("/v1/events", content=never(), headers={"authorization": f"Bearer {BEARER}"})

    problem_of(response, 408)


async def test_a_platform_that_asks_for_consent_gets_it(station: Station) -> None:
    response = await station.http.options("/v1/events", headers={"WebHook-Request-Origin": "help.example"})

    assert response.status_code == 200
    assert response.headers["webhook-allowed-origin"] == "help.example"
    assert response.headers["webhook-allowed-rate"] == "*"
    assert "POST" in response.headers["allow"]


async def test_consent_is_given_to_names_alone(station: Station) -> None:
    problem_of(await station.http.options("/v1/events", headers={"WebHook-Request-Origin": "a b<script>"}), 400)
    assert (await station.http.options("/v1/events/helpdesk")).status_code == 204


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/v1/events", 405), ("PUT", "/v1/events", 405), ("GET", "/nothing", 404)]
)
async def test_the_frameworks_refusals_are_problems_too(station: Station, method: str, path: str, status: int) -> None:
    response = await station.http.request(method, path)

    problem_of(response, status)
    assert status != 405 or "POST" in response.headers["allow"]


async def test_a_bug_is_a_problem_that_tells_nothing(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(station.kafka, "send", broken)
    monkeypatch.setattr(station.events._intake, "_send", broken)

    response = await station.send(an_event())

    assert "secret" not in problem_of(response, 500)["detail"]


async def test_the_route_is_documented_with_examples_that_are_taken(station: Station) -> None:
    described = (await station.http.get("/v1/openapi.json")).json()
    operation = described["paths"]["/v1/events"]["post"]
    example = operation["requestBody"]["content"][EVENT]["examples"]["one"]["value"]

    assert {"202", "400", "401", "408", "413", "415", "422", "503"} <= set(operation["responses"])
    assert set(described["paths"]) == {"/v1/events", "/v1/events/{sender}"}
    assert "MentionEvent" in described["components"]["schemas"]
    assert (await station.send(with_attributes(example))).status_code == 202
