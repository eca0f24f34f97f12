"""What a webhook tells of: something that happened to a case, an answer or a storm."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

Value = str | int | None


class EventType(StrEnum):
    """What can be subscribed to. docs/webhooks.md says what each means."""

    CASE_OPENED = "case.opened"
    CASE_ASSIGNED = "case.assigned"
    CASE_UNASSIGNED = "case.unassigned"
    CASE_WARNED = "case.warned"
    CASE_BREACHED = "case.breached"
    CASE_ANSWERED = "case.answered"
    CASE_RESOLVED = "case.resolved"
    CASE_REOPENED = "case.reopened"
    CASE_CLOSED = "case.closed"
    CASE_MERGED = "case.merged"
    CASE_UNMERGED = "case.unmerged"
    REPLY_AWAITING_APPROVAL = "reply.awaiting_approval"
    REPLY_REFUSED = "reply.refused"
    REPLY_QUEUED = "reply.queued"
    REPLY_POSTED = "reply.posted"
    REPLY_UNKNOWN = "reply.unknown"
    REPLY_NEEDS_HUMAN = "reply.needs_human"
    REPLY_FAILED = "reply.failed"
    REPLY_WITHDRAWN = "reply.withdrawn"
    REPLY_DELETED = "reply.deleted"
    STORM_OPENED = "storm.opened"
    STORM_GROWN = "storm.grown"
    STORM_CALMED = "storm.calmed"


PING: Final = "webhook.ping"
"""Sent when somebody asks for it; nobody subscribes to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened. `id` is the same however often it is derived or sent.

    `at`: when it happened. `known_at`: when it was written down, which can be much later for a deadline; a webhook is
    told of what was written down since it was made. `data` holds ids, states and addresses, never anybody's words.
    """

    id: str
    type: str
    at: datetime
    known_at: datetime
    data: Mapping[str, Value] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The JSON that is sent: the very same text at each attempt, so that it can be signed and compared."""
        told = {"type": self.type, "timestamp": instant(self.at), "data": self.data}
        return json.dumps(told, separators=(",", ":"), ensure_ascii=False)


def instant(at: datetime) -> str:
    """Return an instant as it stands in a body: UTC, to the millisecond, `2026-11-21T12:00:00.000Z`."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def event_id(*named: object) -> str:
    """Return the id of what these name: `evt-` and 24 hexadecimal digits. It holds no dot, as the standard asks."""
    return f"evt-{sha256(chr(31).join(str(one) for one in named).encode()).hexdigest()[:24]}"
