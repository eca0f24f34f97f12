"""/v1/views: filters over the cases under a name. GET /v1/cases?view=ID applies one."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import ConfigDict, Field
from starlette.responses import Response

from services.respond.api.asked import In
from services.respond.api.cases.filters import DueWithin, Language, Owned, Owner, Queue, Stages, TagWord, Word
from services.respond.api.cases.working import Key
from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.roles import a_supervisor
from services.respond.api.shown import Out
from services.respond.domain.views import Filter, Sort, View
from services.respond.handlers.views import Views, Wish
from shared.case.state.stage import Stage
from shared.directory.abilities import Name
from shared.directory.profile import Profile

ViewId = Annotated[str, Path(max_length=128, examples=["v-0123456789abcdef0123"])]


class ViewFilterIn(In):
    """Which cases, in the words of GET /v1/cases; what is left out does not matter."""

    stage: Stages | None = None
    brand: Word | None = None
    network: Word | None = None
    language: Language | None = None
    severity: Word | None = None
    intent: Word | None = None
    owner: Owner | None = None
    owned: Owned | None = None
    queue: Queue | None = None
    tag: TagWord | None = None
    due_within: DueWithin | None = None

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"stage": ["new", "assigned"], "language": "nl", "due_within": 3600}]}
    )


class ViewIn(In):
    """A view as it should be. Shared: seen by those who see its brand, by everybody where it has none."""

    name: Name
    filter: ViewFilterIn = Field(default_factory=ViewFilterIn)
    sort: Sort = "due"
    shared: bool = Field(default=False, description="supervisors only")

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"name": "Dutch, due within the hour", "filter": {"language": "nl", "due_within": 3600}}]
        }
    )

    def wish(self) -> Wish:
        """Return it in the words of the handler."""
        given = self.filter.model_dump(exclude_none=True, mode="json")
        stages = tuple(dict.fromkeys(given.pop("stage", ())))
        return Wish(name=self.name, filter=Filter(stage=stages, **given), sort=self.sort, shared=self.shared)


class ViewFilterOut(Out):
    """Which cases; what is none or empty does not matter."""

    stage: tuple[Stage, ...]
    brand: str | None
    network: str | None
    language: str | None
    severity: str | None
    intent: str | None
    owner: str | None = Field(description="`me`: whoever asks")
    owned: bool | None
    queue: str | None
    tag: str | None
    due_within: int | None = Field(description="seconds")


class ViewOut(Out):
    """A saved view."""

    id: str
    name: str
    filter: ViewFilterOut
    sort: Sort
    shared: bool
    by: str = Field(description="who made it, and whose it is unless it is shared")
    can: tuple[str, ...] = Field(description="what you can do with it: change, remove")
    changed_at: datetime


class ViewsOut(Out):
    """All that you see, by name: yours, and those that are shared with you."""

    items: tuple[ViewOut, ...]


def view_routes(views: Views) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/views", tags=["views"])

    @router.get("", responses=problems())
    async def list_views(agent: CurrentAgent) -> ViewsOut:
        """List your views, and those that are shared with you. There are few; they are not paged."""
        return ViewsOut(items=tuple(_shown(one, agent) for one in await views.seen(agent)))

    @router.post("", status_code=201, responses=problems(409))
    async def create_view(
        agent: CurrentAgent, response: Response, given: ViewIn, idempotency_key: Key = None
    ) -> ViewOut:
        """Save a view, for yourself or shared. Shared ones are made by supervisors; who does not see all brands names
        one. It never shows anybody a case that they would not see without it."""
        if given.shared:
            a_supervisor(agent)
        made = await views.create(given.wish(), by=agent, key=idempotency_key)
        response.headers["Location"] = f"/v1/views/{made.id}"
        return _shown(made, agent)

    @router.put("/{view_id}", responses=problems(404))
    async def change_view(agent: CurrentAgent, view_id: ViewId, given: ViewIn) -> ViewOut:
        """Put this in the place of a view. A shared one is any supervisor's to change who sees its brand."""
        if given.shared or (await views.get(view_id, agent)).shared:
            a_supervisor(agent)
        return _shown(await views.change(view_id, given.wish(), by=agent), agent)

    @router.delete("/{view_id}", status_code=204, responses=problems(404))
    async def remove_view(agent: CurrentAgent, view_id: ViewId) -> None:
        """Remove a view. A shared one is any supervisor's to remove who sees its brand."""
        if (await views.get(view_id, agent)).shared:
            a_supervisor(agent)
        await views.remove(view_id, by=agent)

    return router


def _shown(view: View, agent: Profile) -> ViewOut:
    can = ("change", "remove") if view.is_changed_by(agent) else ()
    return ViewOut.model_validate({**{name: getattr(view, name) for name in _SAME}, "filter": view.filter, "can": can})


_SAME = ("id", "name", "sort", "shared", "by", "changed_at")
