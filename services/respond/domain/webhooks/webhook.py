"""A webhook: where it goes, what it wants to hear, and whether it is being told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from services.respond.domain.webhooks.event import PING
from services.respond.domain.webhooks.subject import Told

CLOCKS_DIFFER: Final = timedelta(minutes=1)
"""The clocks of those who write down and of those who make webhooks may differ by this: rather a little of what was
just before than nothing of what was just after."""


class WebhookState(StrEnum):
    """Only an active one is told; the others keep their backlog. Disabled: the receiver answered 410, gone for good."""

    ACTIVE = "active"
    PAUSED = "paused"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why it is not told. `by`: who paused it, or `earshot`."""

    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A secret at rest. `until`: how long it still signs, once a newer one is there; None: it is the newest."""

    key_id: str
    nonce: bytes
    data: bytes
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """One subscription of a brand's. `version` grows with each change that a person makes."""

    id: str
    url: str
    brand: str
    events: frozenset[str]
    description: str
    secrets: tuple[Sealed, ...]
    state: WebhookState
    version: int
    created_at: datetime
    created_by: str
    changed_at: datetime
    why: Why | None = None
    not_before: datetime | None = None

    def wants(self, told: Told) -> bool:
        """Is it to be told of this?"""
        event = told.event
        since = self.created_at - CLOCKS_DIFFER
        return told.brand == self.brand and event.type in self.events and event.known_at >= since


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One event on its way to one webhook, in its place (`number`) among those of its subject."""

    webhook: str
    event_id: str
    brand: str
    subject: str
    number: int
    type: str
    at: datetime
    body: str

    @property
    def id(self) -> str:
        """The same however often it is made."""
        return delivery_id(self.webhook, self.event_id)

    @property
    def is_ping(self) -> bool:
        """Is it a test, which is tried once?"""
        return self.type == PING


def delivery_id(webhook_id: str, event_id: str) -> str:
    """Return the id of an event's way to a webhook."""
    return f"{webhook_id}:{event_id}"


def deliveries(told: Iterable[Told], webhooks: Iterable[Webhook]) -> Iterator[Delivery]:
    """Give what each webhook is to be told."""
    listening = tuple(webhooks)
    for one in told:
        for webhook in listening:
            if webhook.wants(one):
                yield delivery(webhook, one)


def delivery(webhook: Webhook, told: Told) -> Delivery:
    """Return the event on its way to this webhook."""
    event = told.event
    return Delivery(
        webhook=webhook.id,
        event_id=event.id,
        brand=webhook.brand,
        subject=told.subject,
        number=told.number,
        type=event.type,
        at=event.at,
        body=event.body,
    )
