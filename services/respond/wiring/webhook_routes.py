"""Makes the part of the api that manages webhooks."""

import secrets

from fastapi import FastAPI

from services.respond.api.deliveries import delivery_routes
from services.respond.api.webhooks import webhook_routes
from services.respond.domain.webhooks.signing import SECRET_BYTES
from services.respond.handlers.webhook_deliveries import Sent
from services.respond.handlers.webhooks import Subscriptions
from services.respond.store.deliveries import Deliveries
from services.respond.store.webhooks import Webhooks
from services.respond.webhooks.vault import Vault
from services.respond.wiring.ground import Ground


def add_webhooks(app: FastAPI, ground: Ground) -> None:
    """Add the routes."""
    webhooks, deliveries = Webhooks(ground.database), Deliveries(ground.database)
    subscriptions = Subscriptions(
        webhooks=webhooks,
        deliveries=deliveries,
        vault=Vault(ground.settings.webhook_key),
        reach=ground.settings.webhook_private,
        brands=[brand.id for brand in ground.directory.brands],
        new_secret=lambda: secrets.token_bytes(SECRET_BYTES),
        clock=ground.clock,
        ids=ground.ids,
    )
    app.include_router(webhook_routes(subscriptions=subscriptions, webhooks=webhooks, loads=deliveries))
    sent = Sent(webhooks=webhooks, deliveries=deliveries, clock=ground.clock, ids=ground.ids)
    app.include_router(delivery_routes(sent=sent, deliveries=deliveries))
