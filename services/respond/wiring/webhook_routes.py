"""Makes the part of the api that manages webhooks."""

import secrets

from fastapi import FastAPI

from services.respond.api.webhooks.deliveries import delivery_routes
from services.respond.api.webhooks.subscriptions import webhook_routes
from services.respond.domain.webhooks.signing import SECRET_BYTES
from services.respond.handlers.webhook_changing import Changing
from services.respond.handlers.webhook_deliveries import Sent
from services.respond.handlers.webhook_secrets import Secrets
from services.respond.handlers.webhook_stopping import Stopping
from services.respond.handlers.webhooks import Subscriptions
from services.respond.store.deliveries import Deliveries
from services.respond.store.webhooks import Webhooks
from services.respond.webhooks.vault import Vault
from services.respond.wiring.ground import Ground


def add_webhooks(app: FastAPI, ground: Ground) -> None:
    """Add the routes."""
    webhooks, deliveries = Webhooks(ground.database), Deliveries(ground.database)
    changing = Changing(webhooks=webhooks, clock=ground.clock)
    given = Secrets(
        changing=changing,
        vault=Vault(ground.settings.webhook_key),
        new_secret=lambda: secrets.token_bytes(SECRET_BYTES),
        clock=ground.clock,
    )
    subscriptions = Subscriptions(
        webhooks=webhooks,
        changing=changing,
        secrets=given,
        reach=ground.settings.webhook_private,
        brands=[brand.id for brand in ground.directory.brands],
        clock=ground.clock,
        ids=ground.ids,
    )
    stopping = Stopping(changing=changing, deliveries=deliveries, clock=ground.clock)
    app.include_router(
        webhook_routes(
            subscriptions=subscriptions, secrets=given, stopping=stopping, webhooks=webhooks, loads=deliveries
        )
    )
    sent = Sent(webhooks=webhooks, deliveries=deliveries, clock=ground.clock, ids=ground.ids)
    app.include_router(delivery_routes(sent=sent, deliveries=deliveries))
