"""Makes the pages for setting things up: macros, agents, webhooks."""

from fastapi import FastAPI

from services.respond.console.agents_page import add_agents_page
from services.respond.console.frame import Frame
from services.respond.console.macros_page import add_macros_page
from services.respond.console.render import Templates
from services.respond.console.webhooks_page import add_webhooks_pages
from services.respond.handlers.load import Team
from services.respond.handlers.webhook_deliveries import Sent
from services.respond.queries.today import TodayReport
from services.respond.store.deliveries import Deliveries
from services.respond.store.macros import MacroShelf
from services.respond.store.webhooks import Webhooks
from services.respond.webhooks.vault import Vault
from services.respond.wiring.ground import Ground
from shared.directory.presence import Presence


def add_setting_up(app: FastAPI, ground: Ground, *, frame: Frame, templates: Templates) -> None:
    """Add /macros, /agents, /webhooks and /webhooks/{id}."""
    database, directory, clock = ground.database, ground.directory, ground.clock
    add_macros_page(app, shelf=MacroShelf(database), directory=directory, frame=frame, templates=templates)
    team = Team(roster=ground.roster, presence=Presence(database), loads=TodayReport(database), clock=clock)
    add_agents_page(app, everybody=ground.roster, team=team, directory=directory, frame=frame, templates=templates)
    webhooks, deliveries = Webhooks(database), Deliveries(database)
    add_webhooks_pages(
        app,
        webhooks=webhooks,
        loads=deliveries,
        sent=Sent(webhooks=webhooks, deliveries=deliveries, clock=clock, ids=ground.ids),
        deliveries=deliveries,
        has_key=Vault(ground.settings.webhook_key).has_key,
        directory=directory,
        frame=frame,
        templates=templates,
    )
