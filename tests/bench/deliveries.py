"""Signed requests, made before the clock runs: what a support platform would send, byte for byte."""

from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from hmac import digest

import orjson

from tests.bench.mentions import Draft


def event_of(draft: Draft) -> bytes:
    """Return the CloudEvent of a post, in JSON."""
    return orjson.dumps(
        {
            "specversion": "1.0",
            "id": draft.event_id,
            "source": "https://desk.example/",
            "type": "com.example.mention.v1",
            "time": draft.data["occurred_at"],
            "datacontenttype": "application/json",
            "data": draft.data,
        }
    )


def single_requests(drafts: Sequence[Draft], *, key: bytes, at: datetime) -> list[bytes]:
    """Return a request for each post."""
    return [
        _request(event_of(draft), f"d-{draft.event_id[:24]}", key=key, at=at, kind="cloudevents") for draft in drafts
    ]


def batch_requests(drafts: Sequence[Draft], *, size: int, key: bytes, at: datetime) -> list[bytes]:
    """Return requests with `size` posts each."""
    groups = [drafts[first : first + size] for first in range(0, len(drafts), size)]
    return [
        _request(
            b"[" + b",".join(event_of(draft) for draft in group) + b"]",
            f"b-{group[0].event_id[:24]}",
            key=key,
            at=at,
            kind="cloudevents-batch",
        )
        for group in groups
    ]


def _request(body: bytes, delivery: str, *, key: bytes, at: datetime, kind: str) -> bytes:
    seconds = int(at.timestamp())
    signature = b64encode(digest(key, f"{delivery}.{seconds}.".encode() + body, "sha256")).decode()
    head = (
        "POST /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Content-Type: application/{kind}+json\r\nContent-Length: {len(body)}\r\n"
        f"webhook-id: {delivery}\r\nwebhook-timestamp: {seconds}\r\nwebhook-signature: v1,{signature}\r\n\r\n"
    )
    return head.encode() + body
