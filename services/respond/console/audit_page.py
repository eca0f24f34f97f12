"""/audit: who asked for which change, and how it ended, for supervisors."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query
from starlette.responses import Response

from services.respond.api.door.agents import scope_of
from services.respond.api.door.audience import routes_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.oversight.audit import Before, Heads
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.queries.audit import AuditList

_PAGE: Final = 50
_OWN_WORDS: Final = {
    "POST /session": "Sign in",
    "POST /session/end": "Sign out",
    "GET /v1/quarantine/{letter_id}": "Read a letter",
    "GET /quarantine/{letter_id}": "Read a letter",
    "POST /v1/quarantine/{letter_id}/replay": "Replay a letter",
    "POST /v1/quarantine/{letter_id}/fix": "Correct a letter",
}

Filter = Annotated[str, Query(max_length=128)]


def add_audit_page(app: FastAPI, *, trail: AuditList, heads: Heads, frame: Frame, templates: Templates) -> None:
    """Add /audit."""
    router = APIRouter(include_in_schema=False)
    labels: dict[str, str] = {}

    def label(what: str) -> str:
        """Say a route in words: by its own name, as the OpenAPI document has it."""
        if not labels:
            named = {f"{method} {one.path}": one.name for one in routes_of(app) for method in one.methods or ()}
            labels.update({route: name.replace("_", " ").capitalize() for route, name in named.items()})
            labels.update(_OWN_WORDS)
        return labels.get(what, what)

    @router.get("/audit")
    async def audit(agent: Supervisor, case: Filter = "", by: Filter = "", before: Before = None) -> Response:
        wanted = {"case": case.strip(), "by": by.strip()}
        found, following = await trail.page(
            scope_of(agent), case=wanted["case"] or None, agent=wanted["by"] or None, before=before, limit=_PAGE
        )
        address = {name: value for name, value in wanted.items() if value}
        return templates.page(
            "audit.html",
            **await frame.around(agent),
            found=found,
            head=await heads.head(),
            label=label,
            wanted=wanted,
            first=f"/audit?{urlencode(address)}",
            more=f"/audit?{urlencode({**address, 'before': following})}" if following else None,
            is_first=before is None,
            view=None,
        )

    app.include_router(router)
