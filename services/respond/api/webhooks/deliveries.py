"""/v1/webhooks/{id}/deliveries and /ping: what was sent, what waits, and sending it again."""

from typing import Annotated, Protocol

from fastapi import APIRouter, Path, Query

from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.door.principal import known_as
from services.respond.api.door.roles import AdminOrSender
from services.respond.api.shown import Page
from services.respond.api.webhooks.shown import DeliveryOut, DeliveryRow, delivery_fields
from services.respond.api.webhooks.subscriptions import WebhookId
from services.respond.domain.webhooks.kept import DeliveryState, KeptDelivery
from services.respond.handlers.webhook_deliveries import Sent
from services.respond.queries.cursor import Place, from_cursor, to_cursor

EventId = Annotated[str, Path(max_length=128, examples=["evt-0123456789abcdef01234567"])]


class Listed(Protocol):
    """The deliveries of a webhook."""

    async def page(
        self, webhook_id: str, *, state: DeliveryState | None, after: Place | None, limit: int
    ) -> tuple[list[KeptDelivery], Place | None]: ...


def delivery_routes(*, sent: Sent, deliveries: Listed) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/webhooks/{webhook_id}", tags=["webhooks"])

    @router.post("/ping", status_code=202, responses=problems(404))
    async def ping(who: AdminOrSender, webhook_id: WebhookId) -> DeliveryOut:
        """Send a test event (`webhook.ping`), also to a paused webhook. It is tried once: read the delivery then."""
        return DeliveryOut(**delivery_fields(await sent.ping(webhook_id, scope=scope_of(who))))

    @router.get("/deliveries", responses=problems(404))
    async def list_deliveries(
        who: AdminOrSender,
        webhook_id: WebhookId,
        state: DeliveryState | None = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Annotated[str | None, Query(max_length=1024)] = None,
    ) -> Page[DeliveryRow]:
        """List what was sent and what waits, the newest first. What was delivered is kept for a week."""
        webhook = await sent.webhook(webhook_id, scope_of(who))
        after = from_cursor(cursor, "deliveries")
        found, place = await deliveries.page(webhook.id, state=state, after=after, limit=limit)
        return Page(items=tuple(DeliveryRow(**delivery_fields(kept)) for kept in found), next=to_cursor(place))

    @router.get("/deliveries/{event_id}", responses=problems(404))
    async def read_delivery(who: AdminOrSender, webhook_id: WebhookId, event_id: EventId) -> DeliveryOut:
        """Read one delivery, with what is sent. Its id is the `webhook-id` of the request."""
        return DeliveryOut(**delivery_fields(await sent.one(webhook_id, event_id, scope=scope_of(who))))

    @router.post("/deliveries/{event_id}/replay", status_code=202, responses=problems(404))
    async def replay(who: AdminOrSender, webhook_id: WebhookId, event_id: EventId) -> DeliveryOut:
        """Send it again, or at once where it waits for its next try. Its `webhook-id` stays the same."""
        kept = await sent.again(webhook_id, event_id, by=known_as(who), scope=scope_of(who))
        return DeliveryOut(**delivery_fields(kept))

    return router
