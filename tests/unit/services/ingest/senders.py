"""What a support platform does: make events, sign them, send them."""

import copy
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import orjson

from services.ingest.domain.accounts import OurAccount, OurAccounts
from services.ingest.domain.mention import Origin
from services.ingest.domain.standard_webhooks import key_of, sign
from shared.directory.model import Directory

NOON: Final = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
OLD_SECRET: Final = "whsec_" + b64encode(b"o" * 32).decode()
NEW_SECRET: Final = "whsec_" + b64encode(b"n" * 32).decode()
BEARER: Final = "a-bearer-key-of-some-length"
ORIGIN: Final = Origin(sender="helpdesk", brand="discus", delivery_id="msg-1", verified="standard-webhooks")

DIRECTORY: Final = Directory.model_validate(
    {
        "version": 1,
        "brands": [{"id": "discus", "name": "Discus"}, {"id": "other", "name": "Other"}],
        "senders": [
            {"id": "helpdesk", "brand": "discus", "standard_webhooks": [OLD_SECRET, NEW_SECRET]},
            {"id": "replay", "brand": "discus", "bearer": [BEARER]},
            {"id": "stranger", "brand": "other", "bearer": ["another-bearer-key-of-theirs"]},
        ],
    }
)


def our_accounts() -> OurAccounts:
    """One account of discus on mastodon, two on reddit; one of another brand."""
    return OurAccounts(
        [
            OurAccount("discus@townsquare", "discus", "mastodon"),
            OurAccount("discus-uk", "discus", "reddit"),
            OurAccount("discus-us", "discus", "reddit"),
            OurAccount("other@townsquare", "other", "mastodon"),
        ]
    )


def an_event(number: int = 1, /, **data: Any) -> dict[str, Any]:
    """A CloudEvent in its structured form; `data` changes its data, where None takes a field away."""
    said = {
        "network": "mastodon",
        "native_id": f"https://square.example/users/joe/statuses/{number}",
        "author": {"id": "https://square.example/users/joe", "handle": "joe@square.example"},
        "text": "Where is my parcel?",
        "occurred_at": "2026-11-21T11:59:00Z",
        **data,
    }
    return {
        "specversion": "1.0",
        "id": f"e-{number}",
        "source": "https://help.example/inboxes/3",
        "type": "com.example.mention.v1",
        "data": {name: value for name, value in said.items() if value is not None},
    }


def with_attributes(event: Mapping[str, Any], **attributes: Any) -> dict[str, Any]:
    """The event with other attributes; None takes one away."""
    changed = {**copy.deepcopy(dict(event)), **attributes}
    return {name: value for name, value in changed.items() if value is not None}


def signed(body: bytes, *, secret: str = NEW_SECRET, at: datetime = NOON, message_id: str = "msg-1") -> dict[str, str]:
    """The three headers of Standard Webhooks."""
    timestamp = str(int(at.timestamp()))
    return {
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": sign(key_of(secret), message_id=message_id, timestamp=timestamp, body=body),
    }


def as_json(value: Any) -> bytes:
    """Compact JSON."""
    return orjson.dumps(value)
