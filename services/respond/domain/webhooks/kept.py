"""A delivery as it is kept, for those who look it up."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from services.respond.domain.webhooks.webhook import Delivery

DeliveryState = Literal["waiting", "delivered", "failed"]
"""Only a test can fail for good; everything else waits until it is delivered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The last one. `status`: the receiver's, `error`: in our words; one of them is there. `took_ms`: milliseconds."""

    at: datetime
    status: int | None
    error: str | None
    took_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDelivery:
    """A delivery and what became of it. `next_at`: when it is tried again, where it has failed."""

    delivery: Delivery
    state: DeliveryState
    attempts: int
    created_at: datetime
    next_at: datetime | None = None
    delivered_at: datetime | None = None
    last: Attempt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a webhook still has before it. `count`: up to a limit; `oldest`: since when the first one waits."""

    count: int
    oldest: datetime | None
