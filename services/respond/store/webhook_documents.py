"""How deliveries stand in MongoDB: one document each, and one backlog per webhook and subject.

A backlog is there while its subject has undelivered events. `next_at` is when its first one is due; whoever claims it
moves that into the future, so nobody else looks at it meanwhile.
"""

from datetime import datetime
from typing import Any, Final

from pymongo import UpdateOne

from services.respond.domain.webhooks.webhook import Delivery

KEPT_DAYS: Final = 7
"""How long a delivered one can be looked up and replayed."""

_FIELDS: Final = ("webhook", "event_id", "brand", "subject", "number", "type", "at", "body")


def backlog_id(webhook: str, subject: str) -> str:
    """Return the id of the backlog."""
    return f"{webhook}|{subject}"


def delivery_added(delivery: Delivery, *, now: datetime) -> UpdateOne:
    """Return the write that keeps a delivery, once."""
    document = {name: getattr(delivery, name) for name in _FIELDS}
    fresh = {"state": "waiting", "attempts": 0, "created_at": now}
    return UpdateOne({"_id": delivery.id}, {"$setOnInsert": {**document, **fresh}}, upsert=True)


def backlog_added(delivery: Delivery, *, now: datetime) -> UpdateOne:
    """Return the write that makes the delivery's subject due. One that waits already stays due when it was."""
    fresh: dict[str, Any] = {
        "webhook": {"$literal": delivery.webhook},
        "subject": {"$literal": delivery.subject},
        "added": {"$add": [{"$ifNull": ["$added", 0]}, 1]},
        "failures": {"$ifNull": ["$failures", 0]},
        "next_at": {"$ifNull": ["$next_at", now]},
        "is_ping": delivery.is_ping,
    }
    return UpdateOne({"_id": backlog_id(delivery.webhook, delivery.subject)}, [{"$set": fresh}], upsert=True)


def delivery_read(document: dict[str, Any]) -> Delivery:
    """Return the delivery."""
    return Delivery(**{name: document[name] for name in _FIELDS})
