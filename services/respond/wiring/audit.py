"""Makes the audit trail: what records requests, its routes, and the part that logs where it ends."""

import asyncio
from datetime import timedelta
from typing import Any

import structlog
from fastapi import FastAPI

from services.respond.api.oversight.audit import audit_routes
from services.respond.api.oversight.recording import Recorder
from services.respond.handlers.journal import Journal
from services.respond.queries.audit import AuditList
from services.respond.queries.case_brands import CaseBrands
from services.respond.store.audit import AuditTrail
from services.respond.wiring.ground import Ground
from shared.runtime.again import again
from shared.runtime.process import RunPart

log = structlog.get_logger()


def make_recorder(ground: Ground) -> Recorder:
    """Return what requests are recorded with: one journal per process."""
    return Recorder(
        journal=Journal(AuditTrail(ground.database)),
        brands=CaseBrands(ground.database),
        clock=ground.clock,
        ids=ground.ids,
    )


def add_audit(app: FastAPI, ground: Ground) -> None:
    """Add the routes that show the trail."""
    app.include_router(audit_routes(trail=AuditList(ground.database), heads=AuditTrail(ground.database)))


def anchors(database: Any, *, every: timedelta) -> RunPart:
    """Return the part that logs the trail's head: an anchor out of reach of whoever can write to the database."""
    trail = AuditTrail(database)

    async def note() -> bool:
        head = await trail.head()
        log.info("audit head", seq=head.seq, hash=head.hash)
        return False

    async def run(stop: asyncio.Event) -> None:
        await again(note, stop=stop, every=every.total_seconds(), name="audit anchor")

    return run
