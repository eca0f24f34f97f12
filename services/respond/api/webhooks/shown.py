"""Webhooks and deliveries as clients see them."""

from datetime import datetime
from typing import Any

from pydantic import Field

from services.respond.api.shown import Out
from services.respond.domain.webhooks.kept import DeliveryState, KeptDelivery, Load
from services.respond.domain.webhooks.webhook import Webhook, WebhookState


class WhyOut(Out):
    """Why it is not told. `by`: who paused it, or `earshot` itself."""

    by: str
    at: datetime
    reason: str


class WebhookOut(Out):
    """A webhook and how it fares."""

    id: str
    url: str
    brand: str
    events: tuple[str, ...]
    description: str
    state: WebhookState = Field(description="paused and disabled ones keep their backlog; resume when it is mended")
    why: WhyOut | None = Field(description="why it is paused or disabled")
    not_before: datetime | None = Field(description="until when the receiver asked us to wait (Retry-After)")
    secrets_until: tuple[datetime, ...] = Field(description="until when earlier secrets still sign beside the newest")
    backlog: int = Field(description="events not delivered yet; counted up to 10,000")
    waiting_since: datetime | None = Field(description="how old the oldest of them is")
    version: int
    created_at: datetime
    created_by: str
    changed_at: datetime


class WebhookWithSecretOut(WebhookOut):
    """A webhook and its newest secret. Nobody can read the secret again: pass it on now."""

    secret: str = Field(examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])


class WebhooksOut(Out):
    """All that you may manage, in the order of their making."""

    items: tuple[WebhookOut, ...]


class AttemptOut(Out):
    """The last attempt. `status`: the receiver's answer; `error`: why there was none that counts."""

    at: datetime
    status: int | None
    error: str | None
    took_ms: int


class DeliveryRow(Out):
    """An event on its way to a webhook. `id` is the `webhook-id` that the receiver sees."""

    id: str
    type: str
    subject: str = Field(description="what it is about; the events of one subject arrive in order")
    number: int = Field(description="its place among the events of its subject")
    at: datetime = Field(description="when it happened")
    state: DeliveryState = Field(description="only a test can fail for good; others wait until they are delivered")
    attempts: int
    created_at: datetime
    next_at: datetime | None = Field(description="when it is tried again, where it has failed")
    delivered_at: datetime | None
    last: AttemptOut | None


class DeliveryOut(DeliveryRow):
    """A delivery with what is sent, to the byte."""

    body: str


def webhook_fields(webhook: Webhook, load: Load) -> dict[str, Any]:
    """Return what is shown of a webhook."""
    until = [one.until for one in webhook.secrets if one.until is not None]
    names = ("id", "url", "brand", "description", "state", "not_before", "version")
    return {
        **{name: getattr(webhook, name) for name in (*names, "created_at", "created_by", "changed_at")},
        "events": tuple(sorted(webhook.events)),
        "why": None if webhook.why is None else WhyOut.model_validate(webhook.why),
        "secrets_until": tuple(until),
        "backlog": load.count,
        "waiting_since": load.oldest,
    }


def delivery_fields(kept: KeptDelivery) -> dict[str, Any]:
    """Return what is shown of a delivery."""
    delivery = kept.delivery
    return {
        "id": delivery.event_id,
        **{name: getattr(delivery, name) for name in ("type", "subject", "number", "at", "body")},
        **{name: getattr(kept, name) for name in ("state", "attempts", "created_at", "next_at", "delivered_at")},
        "last": None if kept.last is None else AttemptOut.model_validate(kept.last),
    }
