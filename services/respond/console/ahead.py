"""Pages that browsers load ahead, when the pointer rests on a link to them: so that opening one feels instant."""

from typing import Final

from fastapi import APIRouter, FastAPI
from starlette.responses import JSONResponse, Response

from services.respond.api.conditions import CurrentAgent

_TYPE: Final = "application/speculationrules+json"
_RULES: Final = {
    "prefetch": [{"where": {"href_matches": ["/cases/*", "/?*", "/waiting*"]}, "eagerness": "moderate"}],
}
"""Pages that only show: nothing is changed or recorded by loading them. Loading ahead runs none of their scripts."""


def add_ahead(app: FastAPI) -> None:
    """Add /ahead.json."""
    router = APIRouter(include_in_schema=False)

    @router.get("/ahead.json")
    async def ahead(agent: CurrentAgent) -> Response:
        return JSONResponse(_RULES, media_type=_TYPE)

    app.include_router(router)
