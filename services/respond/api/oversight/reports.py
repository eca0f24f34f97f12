"""GET /v1/reports/today: what became of today's deadlines, and who has how much to do."""

from datetime import datetime
from typing import Annotated, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from fastapi import APIRouter, Query
from pydantic import Field

from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.shown import Out
from services.respond.domain.refusals import NotTaken
from services.respond.domain.today import Today, day_of
from services.respond.handlers.load import Team
from services.respond.queries.today import TodayReport
from shared.case.state.clock import ClockKind
from shared.directory.at_work import PresenceState
from shared.runtime.clock import Clock

Brand = Annotated[str | None, Query(max_length=128, description="only this one of your brands")]
Zone = Annotated[
    str, Query(max_length=64, description="whose day it is, as an IANA name", examples=["Europe/Amsterdam"])
]
UTC_NAME: Final = "UTC"


class ClockDayOut(Out):
    """Deadlines of one kind."""

    kind: ClockKind
    met: int = Field(description="met today, in time")
    met_late: int = Field(description="met today, after the deadline")
    late: int = Field(description="still open now, the deadline has passed, today or before")
    running: int = Field(description="still open now, the deadline is ahead")
    paused: int = Field(description="still open now, time stands still")
    breached: int = Field(description="deadlines that passed unmet today, whatever followed")


class HourDayOut(Out):
    """An hour of the day, where the zone is."""

    hour: int = Field(ge=0, le=23)
    opened: int = Field(description="cases")
    answered: int = Field(description="messages")
    breached: int = Field(description="deadlines")


class FirstOut(Out):
    """First answers that customers got today, from their message on, on the wall clock."""

    answered: int
    median_minutes: float | None
    p90_minutes: float | None


class LoadOut(Out):
    """An agent, and what they have to do something about, in all brands."""

    agent: str
    name: str
    cases: int
    capacity: int
    share: float = Field(description="of the capacity; more than 1 where a supervisor gave more")
    presence: PresenceState
    since: datetime | None


class TodayOut(Out):
    """The report, as of now."""

    zone: str
    start: datetime
    end: datetime
    brand: str | None
    clocks: tuple[ClockDayOut, ...]
    hours: tuple[HourDayOut, ...]
    first_response: FirstOut
    agents: tuple[LoadOut, ...] = Field(description="who is at work first, the fullest leading")


def zone_of(name: str) -> ZoneInfo:
    """Return the zone. Raises NotTaken."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NotTaken("unknown_zone", "there is no such time zone; give an IANA name: Europe/Amsterdam") from None


def report_routes(*, reports: TodayReport, team: Team, clock: Clock) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/reports", tags=["reports"], responses=problems())

    @router.get("/today")
    async def today(agent: Supervisor, brand: Brand = None, zone: Zone = UTC_NAME) -> TodayOut:
        """Read what became of today's deadlines and who has how much to do, within your brands. Supervisors only."""
        day = day_of(clock(), zone_of(zone))
        found = await reports.of(day, scope_of(agent), brand=brand)
        loads = await team.of(agent, brand=brand)
        return TodayOut(
            zone=zone,
            start=day.start,
            end=day.end,
            brand=brand,
            clocks=tuple(ClockDayOut.model_validate(one) for one in found.clocks),
            hours=tuple(HourDayOut.model_validate(one) for one in found.hours),
            first_response=first_out(found),
            agents=tuple(LoadOut.model_validate(one) for one in loads),
        )

    return router


def first_out(found: Today) -> FirstOut:
    """Return how long those waited who got their first answer today."""
    return FirstOut(
        answered=len(found.first_seconds), median_minutes=found.first_minutes(50), p90_minutes=found.first_minutes(90)
    )
