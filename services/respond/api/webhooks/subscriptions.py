"""/v1/webhooks: admins manage those of their brands, a support platform those of its own."""

from typing import Annotated, Protocol

from fastapi import APIRouter, Path
from starlette.responses import Response

from services.respond.api.conditions import IfMatch, versions
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.door.principal import known_as
from services.respond.api.door.roles import AdminOrSender
from services.respond.api.webhooks.asked import WebhookChangeIn, WebhookIn
from services.respond.api.webhooks.shown import WebhookOut, WebhooksOut, WebhookWithSecretOut, webhook_fields
from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.kept import Load
from services.respond.domain.webhooks.webhook import Webhook
from services.respond.handlers.webhook_secrets import Secrets
from services.respond.handlers.webhook_stopping import Stopping
from services.respond.handlers.webhooks import Subscriptions, Wish

WebhookId = Annotated[str, Path(max_length=128, examples=["wh-0123456789abcdef0123"])]


class Listed(Protocol):
    """The webhooks of some brands."""

    async def page(self, scope: Scope) -> list[Webhook]: ...


class Loads(Protocol):
    """What webhooks still have before them."""

    async def load(self, webhook_id: str) -> Load: ...


def webhook_routes(
    *, subscriptions: Subscriptions, secrets: Secrets, stopping: Stopping, webhooks: Listed, loads: Loads
) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/webhooks", tags=["webhooks"])

    async def shown(webhook: Webhook, response: Response) -> WebhookOut:
        response.headers["ETag"] = f'"{webhook.version}"'
        return WebhookOut(**webhook_fields(webhook, await loads.load(webhook.id)))

    async def with_secret(webhook: Webhook, secret: str, response: Response) -> WebhookWithSecretOut:
        return WebhookWithSecretOut(**(await shown(webhook, response)).model_dump(), secret=secret)

    @router.get("", responses=problems())
    async def list_webhooks(who: AdminOrSender) -> WebhooksOut:
        """List the webhooks of your brands, with how they fare."""
        found = await webhooks.page(scope_of(who))
        return WebhooksOut(items=tuple([WebhookOut(**webhook_fields(one, await loads.load(one.id))) for one in found]))

    @router.post("", status_code=201, responses=problems(409))
    async def create_webhook(who: AdminOrSender, response: Response, given: WebhookIn) -> WebhookWithSecretOut:
        """Subscribe a URL to events of a brand. The answer holds the secret, and is the only one that ever does.

        A brand has one webhook per URL: asking again is 409 with the id of the one that is there.
        """
        wish = Wish(
            url=given.url,
            brand=given.brand,
            events=frozenset(kind.value for kind in given.events),
            description=given.description,
        )
        webhook, secret = await subscriptions.create(wish, by=known_as(who), scope=scope_of(who))
        response.headers["Location"] = f"/v1/webhooks/{webhook.id}"
        return await with_secret(webhook, secret, response)

    @router.get("/{webhook_id}", responses=problems(404))
    async def read_webhook(who: AdminOrSender, webhook_id: WebhookId, response: Response) -> WebhookOut:
        """Read one webhook. `backlog` and `waiting_since` say how far behind it is, `why` what stopped it."""
        return await shown(await subscriptions.get(webhook_id, scope_of(who)), response)

    @router.patch("/{webhook_id}", responses=problems(404, 409, 412))
    async def change_webhook(
        who: AdminOrSender, webhook_id: WebhookId, given: WebhookChangeIn, response: Response, if_match: IfMatch = None
    ) -> WebhookOut:
        """Change where a webhook goes, what it is told, or its description. Its backlog goes to the new URL too."""
        changes = given.changes()
        if "events" in changes:
            changes["events"] = frozenset(kind.value for kind in changes["events"])
        changed = await subscriptions.change(
            webhook_id, changes, by=known_as(who), scope=scope_of(who), versions=versions(if_match)
        )
        return await shown(changed, response)

    @router.delete("/{webhook_id}", status_code=204, responses=problems(404))
    async def remove_webhook(who: AdminOrSender, webhook_id: WebhookId) -> None:
        """Take a webhook away, with everything that it was still to be told. To stop for a while, pause it."""
        await subscriptions.remove(webhook_id, by=known_as(who), scope=scope_of(who))

    @router.post("/{webhook_id}/secret", responses=problems(404, 409))
    async def rotate_secret(who: AdminOrSender, webhook_id: WebhookId, response: Response) -> WebhookWithSecretOut:
        """Give a webhook a new secret. For 24 hours every request is signed with the one before as well."""
        webhook, secret = await secrets.rotate(webhook_id, by=known_as(who), scope=scope_of(who))
        return await with_secret(webhook, secret, response)

    @router.post("/{webhook_id}/pause", responses=problems(404))
    async def pause_webhook(who: AdminOrSender, webhook_id: WebhookId, response: Response) -> WebhookOut:
        """Send nothing until it is resumed. What happens in the meantime is kept, however long that is."""
        return await shown(await stopping.pause(webhook_id, by=known_as(who), scope=scope_of(who)), response)

    @router.post("/{webhook_id}/resume", responses=problems(404))
    async def resume_webhook(who: AdminOrSender, webhook_id: WebhookId, response: Response) -> WebhookOut:
        """Send everything that was kept, in order, and go on. Also for one that Earshot stopped: see `why` first."""
        return await shown(await stopping.resume(webhook_id, by=known_as(who), scope=scope_of(who)), response)

    return router
