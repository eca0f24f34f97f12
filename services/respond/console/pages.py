"""The pages: queue, quarantine, one letter."""

from dataclasses import replace
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query
from starlette.responses import Response

from services.respond.api.agents import scope_of
from services.respond.api.conditions import CurrentAgent
from services.respond.api.quarantine import LetterId, value_text
from services.respond.api.showing import Reasons
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.console.views import (
    EMPTY,
    TITLES,
    View,
    grouped,
    order_of,
    wanted_for,
)
from services.respond.handlers.replay import NoSuchLetter
from services.respond.queries.cases import CaseList, Order
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.store.quarantine import Quarantine
from shared.directory.model import Directory
from shared.runtime.clock import Clock

_PAGE: Final = 50

Filter = Annotated[str, Query(max_length=128)]


def add_pages(
    app: FastAPI,
    *,
    cases: CaseList,
    reasons: Reasons,
    quarantine: Quarantine,
    frame: Frame,
    directory: Directory,
    templates: Templates,
    clock: Clock,
) -> None:
    """Add the pages."""
    router = APIRouter(include_in_schema=False)
    brands = {brand.id: brand.name for brand in directory.brands}

    @router.get("/")
    async def queue(
        *,
        agent: CurrentAgent,
        view: View = View.WAITING,
        brand: Filter = "",
        network: Filter = "",
        severity: Filter = "",
        intent: Filter = "",
        sort: Annotated[Order | None, Query()] = None,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Response:
        order = sort or order_of(view)
        chosen = {"brand": brand, "network": network, "severity": severity, "intent": intent}
        wanted = replace(
            wanted_for(view, agent=agent.id),
            brand=brand or None,
            network=network or None,
            severity=severity or None,
            intent=intent or None,
        )
        after = from_cursor(cursor, *(("newest",) if order == "newest" else ("due", "rest")))
        found, place = await cases.page(scope_of(agent), wanted, order=order, after=after, limit=_PAGE)
        address = {"view": view.value, **{name: value for name, value in chosen.items() if value}, "sort": order}
        return templates.page(
            "queue.html",
            **await frame.around(agent),
            groups=grouped(found, order=order, now=clock()),
            why=await reasons.of([one.demand for one in found if one.demand is not None]),
            view=view,
            title=TITLES[view],
            empty=EMPTY[view],
            chosen=chosen,
            order=order,
            networks=sorted({account.network for account in directory.accounts}),
            brands=[(name, brands[name]) for name in brands if scope_of(agent).sees(name)],
            more=f"/?{urlencode({**address, 'cursor': to_cursor(place)})}" if place else None,
            is_first=cursor is None,
        )

    @router.get("/quarantine")
    async def letters(agent: CurrentAgent, cursor: Annotated[str | None, Query(max_length=1024)] = None) -> Response:
        after = from_cursor(cursor, "letters")
        found, place = await quarantine.page(scope_of(agent), state=None, after=after, limit=_PAGE)
        more = f"/quarantine?{urlencode({'cursor': to_cursor(place)})}" if place else None
        return templates.page("quarantine.html", **await frame.around(agent), found=found, more=more, view=None)

    @router.get("/quarantine/{letter_id}")
    async def one_letter(agent: CurrentAgent, letter_id: LetterId) -> Response:
        kept = await quarantine.get(scope_of(agent), letter_id)
        if kept is None:
            raise NoSuchLetter(letter_id)
        more: dict[str, Any] = {"kept": kept, "letter": kept.letter, "text": value_text(kept), "view": None}
        return templates.page("letter.html", **await frame.around(agent), **more)

    app.include_router(router)

