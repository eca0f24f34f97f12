"""Requests that ingest must take: anything else would measure refusals."""

from base64 import b64decode, b64encode
from hmac import digest

import orjson

from tests.bench.deliveries import batch_requests, single_requests
from tests.bench.mentions import drafts
from tests.builders import NOON

KEY = bytes(range(32))


def parts(request: bytes) -> tuple[dict[str, str], bytes]:
    head, _, body = request.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")[1:]
    return dict(line.split(": ", 1) for line in lines), body


def test_a_request_is_signed_as_standard_webhooks_asks() -> None:
    headers, body = parts(single_requests(drafts(1, run="a", at=NOON), key=KEY, at=NOON)[0])
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    assert headers["webhook-signature"] == "v1," + b64encode(digest(KEY, signed, "sha256")).decode()
    assert len(b64decode(headers["webhook-signature"][3:])) == 32
    assert int(headers["Content-Length"]) == len(body)


def test_no_two_requests_are_one_delivery() -> None:
    requests = single_requests(drafts(20, run="a", at=NOON), key=KEY, at=NOON)
    assert len({parts(request)[0]["webhook-id"] for request in requests}) == 20


def test_a_batch_holds_its_events_in_order() -> None:
    posts = drafts(5, run="a", at=NOON)
    bodies = [orjson.loads(parts(request)[1]) for request in batch_requests(posts, size=2, key=KEY, at=NOON)]
    assert [len(body) for body in bodies] == [2, 2, 1]
    assert [event["id"] for body in bodies for event in body] == [post.event_id for post in posts]
