"""Nobody unknown is heard: forged, stale and missing credentials are 401 without effect; known senders are heard."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from services.ingest.senders import Senders
from shared.directory.model import Directory
from tests.unit.services.ingest.conftest import BATCH, EVENT, Station, problem_of
from tests.unit.services.ingest.senders import BEARER, NEW_SECRET, NOON, OLD_SECRET, an_event, as_json, signed

BODY = as_json(an_event())
OTHER = "whsec_" + "QUJD" * 12


def tampered(change: Callable[[dict[str, str]], dict[str, str]]) -> dict[str, str]:
    return change(signed(BODY))


UNPROVEN = {
    "nothing": {},
    "no signature": tampered(lambda headers: {**headers, "webhook-signature": ""}),
    "no id": tampered(lambda headers: {**headers, "webhook-id": ""}),
    "no timestamp": tampered(lambda headers: {**headers, "webhook-timestamp": ""}),
    "another secret": signed(BODY, secret=OTHER),
    "another body": signed(BODY + b" "),
    "another id": tampered(lambda headers: {**headers, "webhook-id": "msg-2"}),
    "another time": tampered(lambda headers: {**headers, "webhook-timestamp": str(int(NOON.timestamp()) - 1)}),
    "stale": signed(BODY, at=NOON - timedelta(seconds=301)),
    "early": signed(BODY, at=NOON + timedelta(seconds=301)),
    "another key": {"authorization": "Bearer not-the-key-that-we-know"},
    "an empty key": {"authorization": "Bearer "},
    "another scheme": {"authorization": f"Basic {BEARER}"},
    "a signing secret as key": {"authorization": f"Bearer {NEW_SECRET}"},
    "a wrong signature beside a good key": {**signed(BODY, secret=OTHER), "authorization": f"Bearer {BEARER}"},
}


@pytest.mark.parametrize("headers", UNPROVEN.values(), ids=UNPROVEN)
async def test_unproven_requests_are_401_without_effect_and_a_neighbour_is_taken(
    station: Station, headers: dict[str, str]
) -> None:
    response = await station.post(BODY, {**headers, "content-type": EVENT})

    problem_of(response, 401)
    assert response.headers["www-authenticate"].startswith("Bearer")
    assert station.kafka.sent == []
    assert (await station.send(an_event())).status_code == 202


async def test_a_stale_request_is_told_what_is_stale(station: Station) -> None:
    response = await station.post(BODY, {**UNPROVEN["stale"], "content-type": EVENT})

    assert "webhook-timestamp" in problem_of(response, 401)["detail"]


@pytest.mark.parametrize("secret", [OLD_SECRET, NEW_SECRET])
async def test_both_live_secrets_are_good_during_a_rotation(station: Station, secret: str) -> None:
    response = await station.post(BODY, {**signed(BODY, secret=secret), "content-type": EVENT})

    assert response.status_code == 202
    assert station.kafka.mentions[0].deliveries[0].verified == "standard-webhooks"


async def test_a_bearer_key_is_as_good(station: Station) -> None:
    response = await station.send_with_key(an_event())

    assert response.status_code == 202
    assert station.kafka.mentions[0].deliveries[0].verified == "bearer"


async def test_the_sender_decides_on_the_brand(station: Station) -> None:
    await station.send_with_key(an_event(brand="discus"), key="another-bearer-key-of-theirs")

    assert [mention.brand for mention in station.kafka.mentions] == ["other"]


async def test_a_sender_may_be_named_in_the_path(station: Station) -> None:
    assert (await station.send_with_key(an_event(), to="/v1/events/replay")).status_code == 202


@pytest.mark.parametrize("name", ["helpdesk", "nobody"])
async def test_a_key_is_good_for_its_own_sender_alone_and_names_cannot_be_guessed(station: Station, name: str) -> None:
    named = await station.send_with_key(an_event(), to=f"/v1/events/{name}")
    unnamed = await station.send_with_key(an_event(), key="wrong-key-wrong-key")

    assert problem_of(named, 401) == problem_of(unnamed, 401)


async def test_nothing_is_parsed_before_the_sender_is_known(station: Station) -> None:
    response = await station.post(b"[" * 200_000, {**signed(BODY), "content-type": BATCH})

    problem_of(response, 401)


def test_a_signing_secret_of_another_form_refuses_to_start_and_names_its_sender() -> None:
    wrong = {
        "version": 1,
        "brands": [{"id": "discus", "name": "Discus"}],
        "senders": [{"id": "helpdesk", "brand": "discus", "standard_webhooks": ["not of that form!"]}],
    }

    with pytest.raises(ValueError, match="sender helpdesk: a Standard Webhooks secret"):
        Senders(Directory.model_validate(wrong), tolerance=timedelta(minutes=5))
