"""The queue: a view, narrowed down by filters, a page of it at a time."""

from collections.abc import Sequence
from typing import Annotated, Final, Protocol
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, FastAPI, Query
from starlette.responses import Response

from services.respond.api.agents import scope_of
from services.respond.api.conditions import CurrentAgent
from services.respond.api.showing import Reasons
from services.respond.console.filters import DUE_WORDS, NOBODY, UNKNOWN_LANGUAGE, Choice, Filters
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.console.views import EMPTY, TITLES, View, grouped, order_of, wanted_for
from services.respond.domain.scope import Scope
from services.respond.handlers.views import Views
from services.respond.queries.cases import CaseList, Order
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.filtered import wanted_by
from shared.case.state.case import Case
from shared.case.state.policy import SEVERITIES
from shared.directory.model import Directory
from shared.directory.profile import Profile
from shared.runtime.clock import Clock

_PAGE: Final = 50
_SHORT: Final = Query(max_length=128)


class Everybody(Protocol):
    """The agents who are not gone."""

    def all(self) -> tuple[Profile, ...]: ...


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
            colleagues=_agents(everybody, scope),
            order=order,
            address=address,
            without={name: f"/?{urlencode(_but(address, name))}" for name in chosen.chosen()},
            more=f"/?{urlencode({**address, 'cursor': to_cursor(place)})}" if place else None,
            is_first=cursor is None,
        )

    app.include_router(router)


def choices(
    found: Sequence[Case], chosen: Filters, *, directory: Directory, everybody: Everybody, scope: Scope, owners: bool
) -> list[Choice]:
    """Return the filters that there is something to choose in. Topics, languages and tags are those on the page.

    `owners`: does the view leave it open whose the cases are?
    """
    brands = [(brand.id, brand.name) for brand in directory.brands if scope.sees(brand.id)]
    networks = sorted({account.network for account in directory.accounts} | {case.network for case in found})
    languages = {case.language for case in found if case.language} | {chosen.language} - {""}
    named = {
        "brand": brands if len(brands) > 1 else [],
        "network": [(name, name) for name in networks] if len(networks) > 1 else [],
        "severity": [(level, level.capitalize()) for level in reversed(SEVERITIES)],
        "due": list(DUE_WORDS.items()),
        "owner": [(NOBODY, "Nobody"), *_agents(everybody, scope)] if owners else [],
        "language": [(name, name) for name in sorted(languages)] + [(UNKNOWN_LANGUAGE, "Not known")],
        "intent": _those({case.intent for case in found}, chosen.intent),
        "tag": _those({tag for case in found for tag in case.tags}, chosen.tag),
    }
    labels = {"intent": "Topic"}
    return [
        Choice(name=name, label=labels.get(name, name.capitalize()), values=values)
        for name, values in named.items()
        if values
    ]


def _those(values: set[str | None], chosen: str) -> list[tuple[str, str]]:
    return [(one, one) for one in sorted({one for one in values if one} | ({chosen} - {""}))]


def _agents(everybody: Everybody, scope: Scope) -> list[tuple[str, str]]:
    """Those who serve a brand of the agent's, by name."""
    seen = (one for one in everybody.all() if scope.is_all or not one.brands or one.brands & scope.brands)
    return sorted(((one.id, one.name) for one in seen), key=lambda pair: pair[1].casefold())


def _but(address: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in address.items() if key != name}
