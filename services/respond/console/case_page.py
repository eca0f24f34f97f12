"""The page of one case: what was said, what is known, and everything that an agent can do about it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Protocol

from fastapi import APIRouter, FastAPI
from starlette.responses import Response

from services.respond.api.cases.reading import CaseId
from services.respond.api.conditions import AnyVersion, CurrentAgent
from services.respond.api.door.agents import scope_of
from services.respond.api.showing import Reasons
from services.respond.console.answering import closes_loop, silent_because, to_answer
from services.respond.console.frame import Frame
from services.respond.console.labels import CHOICES, FLAG_CHOICES, LABELS, understood
from services.respond.console.offers import offers, to_approve
from services.respond.console.render import Templates
from services.respond.console.timeline import last_reply_of_others, timeline
from services.respond.domain.corrections import Correction, cases_of
from services.respond.domain.drafting import SharedDraft
from services.respond.domain.notes import Note
from services.respond.domain.scope import Scope
from services.respond.handlers.change import Asking
from services.respond.handlers.desk import Desk
from services.respond.queries.earlier import EarlierCases
from shared.case.state.case import Case
from shared.directory.model import Directory
from shared.directory.profile import Profile

_NOTES: Final = 500
_EARLIER: Final = 5
"""How many a page shows; the API has the others."""


class Notes(Protocol):
    """The notes on cases. Raises NoSuchCase and Unavailable."""

    async def page(
        self, case_id: str, asking: Asking, *, after: tuple[datetime, str] | None, limit: int
    ) -> tuple[Sequence[Note], bool]: ...


class Drafts(Protocol):
    """The drafts of cases. Raises Unavailable."""

    async def get(self, case_id: str) -> SharedDraft | None: ...


class Corrections(Protocol):
    """The corrections of messages, by message id. Raises Unavailable."""

    async def on(self, case_ids: Collection[str]) -> Mapping[str, Correction]: ...


class Everybody(Protocol):
    """The agents who are not gone."""

    def all(self) -> tuple[Profile, ...]: ...


def add_case_page(
    app: FastAPI,
    *,
    desk: Desk,
    reasons: Reasons,
    notes: Notes,
    drafts: Drafts,
    corrections: Corrections,
    earlier: EarlierCases,
    everybody: Everybody,
    frame: Frame,
    directory: Directory,
    templates: Templates,
) -> None:
    """Add /cases/{id}."""
    router = APIRouter(include_in_schema=False)

    @router.get("/cases/{case_id}")
    async def one_case(agent: CurrentAgent, case_id: CaseId, asking: AnyVersion) -> Response:
        case = await desk.read(case_id, asking)
        written, _ = await notes.page(case_id, asking, after=None, limit=_NOTES)
        draft = await drafts.get(case_id)
        return templates.page(
            "case.html",
            **await frame.around(agent),
            **about(case, agent, directory),
            said=timeline(case, written),
            understood=understood(case, await corrections.on(cases_of(case))),
            LABELS=LABELS,
            CHOICES=CHOICES,
            FLAG_CHOICES=FLAG_CHOICES,
            draft=draft if draft is not None and draft.is_there else None,
            earlier=await _earlier(earlier, case, scope_of(agent)),
            colleagues=colleagues(everybody, case, agent),
            why=await reasons.of([] if case.demand is None else [case.demand]),
        )

    app.include_router(router)


async def _earlier(cases: EarlierCases, case: Case, scope: Scope) -> list[Case]:
    found, _ = await cases.page(scope, case, after=None, limit=_EARLIER)
    return found


def about(case: Case, agent: Profile, directory: Directory) -> dict[str, Any]:
    """Return what the page says of the case to this agent."""
    account = directory.account(case.account_id)
    return {
        "case": case,
        "answering": to_answer(case),
        "closing": closes_loop(case),
        "silence": silent_because(case, agent=agent.id),
        "can": offers(case, agent),
        "approving": to_approve(case, agent),
        "replied": last_reply_of_others(case, agent.id),
        "is_mine": case.owner == agent.id,
        "is_free": case.owner is None,
        "armed": account is not None and account.armed,
        "account": account,
        "view": None,
    }


def colleagues(everybody: Everybody, case: Case, agent: Profile) -> list[Profile]:
    """Return to whom the case could be given: those who see its brand, by name."""
    others = (one for one in everybody.all() if one.id not in (agent.id, case.owner))
    return sorted((one for one in others if Scope(one.brands).sees(case.brand)), key=lambda one: one.name.casefold())
