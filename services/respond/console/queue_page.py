"""The queue: a view, narrowed down by filters, a page of it at a time."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, FastAPI, Query
from starlette.responses import Response

from services.respond.api.conditions import CurrentAgent
from services.respond.api.door.agents import scope_of
from services.respond.api.showing import Reasons
from services.respond.console.choices import Everybody, agents_of, choices
from services.respond.console.filters import Filters
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.console.views import EMPTY, TITLES, View, grouped, order_of, wanted_for
from services.respond.handlers.views import Views
from services.respond.queries.cases import CaseList, Order
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.filtered import wanted_by
from shared.directory.model import Directory
from shared.runtime.clock import Clock

_PAGE: Final = 50
_SHORT: Final = Query(max_length=128)


def filters(
    *,
    brand: Annotated[str, _SHORT] = "",
    network: Annotated[str, _SHORT] = "",
    language: Annotated[str, _SHORT] = "",
    severity: Annotated[str, _SHORT] = "",
    intent: Annotated[str, _SHORT] = "",
    tag: Annotated[str, _SHORT] = "",
    owner: Annotated[str, _SHORT] = "",
    due: Annotated[str, _SHORT] = "",
) -> Filters:
    """Return what the address narrows the view down to."""
    return Filters(
        brand=brand,
        network=network,
        language=language,
        severity=severity,
        intent=intent,
        tag=tag,
        owner=owner,
        due=due,
    )


def add_queue_page(
    app: FastAPI,
    *,
    cases: CaseList,
    reasons: Reasons,
    views: Views,
    everybody: Everybody,
    frame: Frame,
    directory: Directory,
    templates: Templates,
    clock: Clock,
) -> None:
    """Add /."""
    router = APIRouter(include_in_schema=False)

    @router.get("/")
    async def queue(
        *,
        agent: CurrentAgent,
        chosen: Annotated[Filters, Depends(filters)],
        view: View = View.WAITING,
        saved: Annotated[str, _SHORT] = "",
        sort: Annotated[Order | None, Query()] = None,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Response:
        scope, own = scope_of(agent), await views.get(saved, agent) if saved else None
        order = sort or (order_of(view) if own is None else own.sort)
        base = wanted_for(view, agent=agent.id) if own is None else wanted_by(own.filter, agent=agent.id, now=clock())
        wanted = chosen.narrowed(base, now=clock())
        after = from_cursor(cursor, *(("newest",) if order == "newest" else ("due", "rest")))
        found, place = await cases.page(scope, wanted, order=order, after=after, limit=_PAGE)
        whole = {"view": view.value} if own is None else {"saved": own.id}
        address = {**whole, **chosen.chosen(), "sort": order}
        return templates.page(
            "queue.html",
            **await frame.around(agent),
            groups=grouped(found, order=order, now=clock()),
            why=await reasons.of([one.demand for one in found if one.demand is not None]),
            view=view if own is None else None,
            saved=own,
            to_save=chosen.to_save(wanted, agent=agent.id),
            may_change=own is not None and own.is_changed_by(agent),
            title=TITLES[view] if own is None else own.name,
            empty=EMPTY[view] if own is None and not chosen.chosen() else "Nothing in this view is like that.",
            whole=f"/?{urlencode(whole)}",
            hidden=whole,
            chosen=chosen,
            choices=choices(
                found,
                chosen,
                directory=directory,
                everybody=everybody,
                scope=scope,
                owners=base.owner is None and base.owned is None,
            ),
            colleagues=agents_of(everybody, scope),
            order=order,
            address=address,
            without={name: f"/?{urlencode(_but(address, name))}" for name in chosen.chosen()},
            more=f"/?{urlencode({**address, 'cursor': to_cursor(place)})}" if place else None,
            is_first=cursor is None,
        )

    app.include_router(router)


def _but(address: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in address.items() if key != name}
