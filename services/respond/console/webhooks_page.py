"""/webhooks and /webhooks/{id}: what support platforms are told, and what became of it, for admins."""

from itertools import groupby
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query
from starlette.responses import Response

from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Admin
from services.respond.api.webhooks.deliveries import Listed as Deliveries
from services.respond.api.webhooks.subscriptions import Listed, Loads, WebhookId
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.domain.webhooks.event import EventType
from services.respond.domain.webhooks.kept import DeliveryState
from services.respond.handlers.webhook_deliveries import Sent
from services.respond.queries.cursor import from_cursor, to_cursor
from shared.directory.model import Directory

_PAGE: Final = 50
_EVENTS: Final = tuple(
    (about, tuple(one.value for one in events))
    for about, events in groupby(EventType, key=lambda one: one.value.partition(".")[0])
)
"""What can be subscribed to, by what it is about."""


def add_webhooks_pages(
    app: FastAPI,
    *,
    webhooks: Listed,
    loads: Loads,
    sent: Sent,
    deliveries: Deliveries,
    has_key: bool,
    directory: Directory,
    frame: Frame,
    templates: Templates,
) -> None:
    """Add both. `has_key`: is there one to keep secrets under?"""
    router = APIRouter(include_in_schema=False)

    @router.get("/webhooks")
    async def every_webhook(agent: Admin) -> Response:
        scope = scope_of(agent)
        shown: dict[str, Any] = {
            "found": [(one, await loads.load(one.id)) for one in await webhooks.page(scope)],
            "brands": [(one.id, one.name) for one in directory.brands if scope.sees(one.id)],
            "events": _EVENTS,
            "has_key": has_key,
        }
        return templates.page("webhooks.html", **await frame.around(agent), **shown, view=None)

    @router.get("/webhooks/{webhook_id}")
    async def one_webhook(
        agent: Admin,
        webhook_id: WebhookId,
        state: DeliveryState | None = None,
        cursor: Annotated[str | None, Query(max_length=1024)] = None,
    ) -> Response:
        webhook = await sent.webhook(webhook_id, scope_of(agent))
        found, place = await deliveries.page(
            webhook.id, state=state, after=from_cursor(cursor, "deliveries"), limit=_PAGE
        )
        address = {"state": state} if state else {}
        shown: dict[str, Any] = {
            "webhook": webhook,
            "load": await loads.load(webhook.id),
            "found": found,
            "state": state,
            "events": _EVENTS,
            "brands": [(webhook.brand, webhook.brand)],
            "has_key": has_key,
            "first": f"/webhooks/{webhook.id}?{urlencode(address)}",
            "more": f"/webhooks/{webhook.id}?{urlencode({**address, 'cursor': to_cursor(place)})}" if place else None,
            "is_first": cursor is None,
        }
        return templates.page("webhook.html", **await frame.around(agent), **shown, view=None)

    app.include_router(router)
