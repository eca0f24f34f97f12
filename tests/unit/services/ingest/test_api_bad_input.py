"""Bad input: each row of the issue has a clear problem, and an accepted neighbour that is not lost."""

import gzip
from typing import Any

import pytest

from services.ingest.domain.limits import BODY_BYTES, INFLATED_BYTES
from tests.unit.services.ingest.conftest import BATCH, EVENT, Conservation, Station, problem_of
from tests.unit.services.ingest.senders import an_event, as_json, with_attributes

DEEP: Any = 1
for _ in range(65):
    DEEP = {"a": DEEP}

# One bad event, as its bytes; where what is wrong stands, as a pointer into a batch of which it is the second.
BAD_EVENTS: dict[str, tuple[bytes, str]] = {
    "too deep": (as_json(an_event(2, fill=DEEP)), "/1"),
    "wrong type of a field": (as_json(an_event(2, text=5)), "/1/data/text"),
    "wrong type of event": (as_json(with_attributes(an_event(2), type="com.example.note.v1")), "/1/type"),
    "newer version of event": (as_json(with_attributes(an_event(2), type="mention.v2")), "/1/type"),
    "unknown network": (as_json(an_event(2, network="friendster")), "/1/data/network"),
    "invalid UTF-8": (as_json(an_event(2, text="caf?")).replace(b"caf?", b"caf\xe9"), "/1"),
    "raw NUL": (as_json(an_event(2, text="a?b")).replace(b"a?b", b"a\0b"), "/1"),
    "escaped NUL": (as_json(an_event(2, text="a\0b")), "/1/data/text"),
    "future date": (as_json(an_event(2, occurred_at="2031-01-01T00:00:00Z")), "/1/data/occurred_at"),
    "empty text": (as_json(an_event(2, text="")), "/1/data/text"),
    "lone surrogate": (as_json(an_event(2, text="caf?")).replace(b"caf?", b"\\ud83d"), "/1"),
    "not an object": (b'"hello"', "/1"),
    "no id": (as_json(with_attributes(an_event(2), id=None)), "/1/id"),
}


@pytest.mark.parametrize(("bad", "where"), BAD_EVENTS.values(), ids=BAD_EVENTS)
async def test_a_bad_event_is_named_and_set_aside_and_its_neighbours_are_taken(
    station: Station, conserved: Conservation, bad: bytes, where: str
) -> None:
    response = await station.send(
        b"[" + b", ".join([as_json(an_event(1)), bad, as_json(an_event(3))]) + b"]", media_type=BATCH
    )

    assert response.status_code == 202
    told = response.json()
    assert [one["status"] for one in told["results"]] == ["accepted", "quarantined", "accepted"]
    assert told["results"][1]["errors"][0]["pointer"] == where
    assert told["accepted"] == [mention.event_id for mention in station.kafka.mentions]
    assert len(station.kafka.sent) == 1, "one write for the whole request"
    [letter] = station.kafka.letters
    assert (letter.letter_id, letter.origin) == (told["results"][1]["quarantine_id"], "helpdesk")
    assert letter.value_bytes() == bad
    assert conserved() == {"accepted": 2, "quarantined": 1}


@pytest.mark.parametrize(("bad", "where"), BAD_EVENTS.values(), ids=BAD_EVENTS)
async def test_a_bad_event_alone_is_a_problem_and_set_aside_and_the_next_one_is_taken(
    station: Station, conserved: Conservation, bad: bytes, where: str
) -> None:
    response = await station.send(bad, media_type=EVENT)

    assert response.status_code in {400, 422}
    told = problem_of(response, response.status_code)
    assert told["errors"][0]["pointer"] == where.removeprefix("/1")
    assert told["quarantined"] == [letter.letter_id for letter in station.kafka.letters]
    assert (await station.send(an_event())).status_code == 202
    assert conserved() == {"accepted": 1, "quarantined": 1}


async def test_a_batch_without_a_good_event_is_422(station: Station) -> None:
    told = problem_of(await station.send([an_event(1, text=5), an_event(2, network="friendster")]), 422)

    assert [error["pointer"] for error in told["errors"]] == ["/0/data/text", "/1/data/network"]
    assert told["quarantined"] == [letter.letter_id for letter in station.kafka.letters]


REFUSED_BODIES: dict[str, tuple[bytes, dict[str, str], int]] = {
    "no JSON": (b"hello", {}, 400),
    "cut short": (as_json([an_event()])[:-9], {"content-type": BATCH}, 400),
    "batch of 0": (b"[]", {"content-type": BATCH}, 422),
    "batch of 1,001": (as_json([an_event(n) for n in range(1_001)]), {"content-type": BATCH}, 413),
    "an object where a batch should be": (as_json(an_event()), {"content-type": BATCH}, 400),
    "too deep for any reader": (b"[" * 100_000, {"content-type": BATCH}, 400),
    "a media type of others": (b"<a/>", {"content-type": "application/xml"}, 415),
    "plain JSON": (as_json(an_event()), {"content-type": "application/json"}, 415),
    "no media type": (as_json(an_event()), {"content-type": ""}, 415),
    "another encoding": (as_json(an_event()), {"content-encoding": "br"}, 415),
    "no gzip": (as_json(an_event()), {"content-encoding": "gzip"}, 400),
    "a gzip bomb": (gzip.compress(b"[" + b" " * INFLATED_BYTES + b"]"), {"content-encoding": "gzip"}, 413),
}


@pytest.mark.parametrize(("body", "headers", "status"), REFUSED_BODIES.values(), ids=REFUSED_BODIES)
async def test_a_body_that_cannot_be_read_is_a_problem_and_set_aside_whole_and_the_next_one_is_taken(
    station: Station, conserved: Conservation, body: bytes, headers: dict[str, str], status: int
) -> None:
    response = await station.send(body, **{"content-type": EVENT, **headers})

    told = problem_of(response, status)
    [letter] = station.kafka.letters
    assert told["quarantined"] == [letter.letter_id]
    assert letter.value_bytes() == body
    assert (await station.send(an_event())).status_code == 202
    assert conserved() == {"accepted": 1, "quarantined": 1}


async def test_a_media_type_that_is_not_taken_is_told_which_are(station: Station) -> None:
    assert "cloudevents" in (await station.send(b"", media_type="text/plain")).headers["accept-post"]


@pytest.mark.parametrize("announced", [True, False])
async def test_an_oversize_body_is_413_and_not_read_on(station: Station, announced: bool) -> None:
    body = b" " * (BODY_BYTES + 1)
    headers = {"authorization": "Bearer x", "content-type": EVENT}

    async def parts() -> Any:
        for at in range(0, len(body), 65_536):
            yield body[at : at + 65_536]

    response = await station.http.post("/v1/events", content=body if announced else parts(), headers=headers)

    problem_of(response, 413)
    assert station.kafka.sent == []
    assert (await station.send(an_event())).status_code == 202


async def test_a_body_of_just_the_limit_is_taken(station: Station) -> None:
    """Spaces are the cheapest megabyte."""
    body = as_json([an_event()])

    assert (await station.send(body.ljust(BODY_BYTES), media_type=BATCH)).status_code == 202


async def test_a_very_long_body_is_set_aside_cut(station: Station) -> None:
    body = b"x" * BODY_BYTES

    problem_of(await station.send(body, media_type=EVENT), 413)

    [letter] = station.kafka.letters
    assert body.startswith(letter.value_bytes() or b"-")
    assert "cut" in (letter.detail or "")
    assert max(len(one.value or b"") for one in station.kafka.sent[0]) < 1_000_000


async def test_10_000_characters_are_taken_whole(station: Station) -> None:
    text = "\u00fc\U0001f4e6" * 5_000

    assert (await station.send(an_event(text=text))).status_code == 202
    assert station.kafka.mentions[0].text == text


@pytest.mark.parametrize("count", [1, 1_000])
async def test_batches_of_1_to_1_000_are_taken(station: Station, count: int) -> None:
    response = await station.send([an_event(n) for n in range(count)])

    assert response.status_code == 202
    assert len(response.json()["accepted"]) == count == len(station.kafka.mentions)
