"""/v1/quarantine: why letters wait, replaying those of one reason, and correcting one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final, Protocol

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from services.respond.api.asked import In
from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.limit import MOST_BYTES
from services.respond.api.oversight.quarantine import LetterId, LetterOut, letter_out
from services.respond.api.problems import of
from services.respond.api.shown import Out
from services.respond.domain.letter import SameReason
from services.respond.domain.scope import Scope
from services.respond.handlers.fix import Fixes
from services.respond.handlers.replay import NoSuchLetter, Replays
from shared.case.refused import Refused
from shared.runtime.errors import Unavailable

MOST_AT_ONCE: Final = 100


class Waiting(Protocol):
    """The letters that wait. Methods raise Unavailable."""

    async def reasons(self, scope: Scope) -> list[SameReason]: ...

    async def alike(self, scope: Scope, *, station: str, reason: str, limit: int) -> Sequence[str]: ...


class FixIn(In):
    """A corrected record."""

    value: Annotated[str, Field(min_length=2, max_length=MOST_BYTES, description="the whole record, as JSON text")]

    model_config = ConfigDict(json_schema_extra={"examples": [{"value": '{"version": 1, "event_id": "5f0c6d1e"}'}]})


class ReplayAlikeIn(In):
    """Which waiting letters to replay, the oldest first."""

    station: Annotated[str, Field(min_length=1, max_length=128)]
    reason: Annotated[str, Field(min_length=1, max_length=10_000)]
    limit: Annotated[int, Field(ge=1, le=MOST_AT_ONCE)] = MOST_AT_ONCE

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"station": "route", "reason": "met a bug: KeyError", "limit": 100}]}
    )


class SameReasonOut(Out):
    """Waiting letters that one station set aside for one reason."""

    station: str
    reason: str
    letters: int
    oldest: datetime
    can_replay: bool = Field(description="false: none of them ever reached a topic")


class ReasonsOut(Out):
    """Why letters wait: the fifty reasons with the most letters."""

    items: tuple[SameReasonOut, ...]


class ItemProblemOut(Out):
    """Why one was not replayed."""

    code: str
    detail: str


class ReplayedOut(Out):
    """What became of one letter."""

    id: str
    status: int = Field(description="200: the record is on its topic again")
    problem: ItemProblemOut | None


class ReplayedAlikeOut(Out):
    """What became of each. It ends early where Kafka does not answer."""

    results: tuple[ReplayedOut, ...]
    is_all: bool = Field(description="false: more of them wait; ask again")


def fixing_routes(*, letters: Waiting, replays: Replays, fixes: Fixes) -> APIRouter:
    """Return the routes. They have to stand before those with a letter's id in their path."""
    router = APIRouter(prefix="/v1/quarantine", tags=["quarantine"])

    @router.get("/reasons", responses=problems())
    async def list_reasons(agent: CurrentAgent) -> ReasonsOut:
        """List why letters wait, by station and reason, those with the most letters first."""
        found = await letters.reasons(scope_of(agent))
        return ReasonsOut(items=tuple(SameReasonOut.model_validate(one) for one in found))

    @router.post("/replay", responses=problems())
    async def replay_alike(agent: Supervisor, given: ReplayAlikeIn) -> ReplayedAlikeOut:
        """Replay the waiting letters of one station and reason, at most a hundred at a time. Supervisors only."""
        scope = scope_of(agent)
        ids = await letters.alike(scope, station=given.station, reason=given.reason, limit=given.limit + 1)
        results: list[ReplayedOut] = []
        for letter_id in ids[: given.limit]:
            try:
                await replays.replay(letter_id, by=agent.id, scope=scope)
                results.append(ReplayedOut(id=letter_id, status=200, problem=None))
            except (NoSuchLetter, Refused, Unavailable) as error:
                found = of(error)
                problem = ItemProblemOut(code=found.code, detail=str(found))
                results.append(ReplayedOut(id=letter_id, status=found.status, problem=problem))
                if isinstance(error, Unavailable):
                    break
        return ReplayedAlikeOut(results=tuple(results), is_all=len(results) == len(ids))

    @router.post("/{letter_id}/fix", responses=problems(404, 409))
    async def fix(agent: Supervisor, letter_id: LetterId, given: FixIn) -> LetterOut:
        """Send a corrected record in its place. Supervisors only.

        It is checked first against what the topic carries; `errors` of a 422 say what is wrong, and in which line. The
        original stays, beside who corrected it. What had its effect before has none again.
        """
        return letter_out(await fixes.fix(letter_id, given.value, by=agent.id, scope=scope_of(agent)))

    return router
