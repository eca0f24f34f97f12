"""/v1/quarantine: what was set aside, one letter of it, its replay. Correcting is in fixing.py."""

from datetime import datetime
from typing import Annotated, Protocol

from fastapi import APIRouter, Path, Query
from pydantic import Field

from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.shown import Out, Page
from services.respond.domain.letter import KeptLetter, LetterState
from services.respond.domain.scope import Scope
from services.respond.handlers.replay import NoSuchLetter, Replays
from services.respond.queries.cursor import Place, from_cursor, to_cursor

LetterId = Annotated[str, Path(max_length=512, examples=["classify-lane:care.mentions:3:17"])]


class Letters(Protocol):
    """The quarantine."""

    async def page(
        self, scope: Scope, *, state: LetterState | None, after: Place | None, limit: int
    ) -> tuple[list[KeptLetter], Place | None]: ...

    async def get(self, scope: Scope, letter_id: str) -> KeptLetter | None: ...


class ReplayOut(Out):
    """Somebody put the record back."""

    by: str
    at: datetime


class LetterRow(Out):
    """A letter in a list, without its bytes."""

    id: str
    station: str
    reason: str
    brand: str | None
    origin: str | None = Field(description="who sent it, where it never reached a topic")
    topic: str | None = Field(description="where a replay puts it; none: it cannot be replayed")
    at: datetime
    state: LetterState
    replays: tuple[ReplayOut, ...]


class HeaderOut(Out):
    """A header of the original record; the value is base64."""

    name: str
    value: str


class FixOut(Out):
    """Somebody sent a corrected record in its place."""

    by: str
    at: datetime
    value: str = Field(description="the record as they wrote it")


class LetterOut(LetterRow):
    """A letter with the original bytes, as base64, and as text where they are UTF-8."""

    detail: str | None
    attempts: int
    partition: int | None
    offset: int | None
    key: str | None
    value: str | None
    value_text: str | None
    headers: tuple[HeaderOut, ...]
    fixes: tuple[FixOut, ...]


def quarantine_routes(*, letters: Letters, replays: Replays) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/quarantine", tags=["quarantine"])

    @router.get("", responses=problems())
    async def list_letters(
        agent: CurrentAgent,
        state: LetterState | None = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Annotated[str | None, Query(max_length=1024)] = None,
    ) -> Page[LetterRow]:
        """List what was set aside, the newest first."""
        after = from_cursor(cursor, "letters")
        found, place = await letters.page(scope_of(agent), state=state, after=after, limit=limit)
        return Page(items=tuple(LetterRow.model_validate(_row(kept)) for kept in found), next=to_cursor(place))

    @router.get("/{letter_id}", responses=problems(404))
    async def read_letter(agent: CurrentAgent, letter_id: LetterId) -> LetterOut:
        """Read one letter with its original bytes."""
        kept = await letters.get(scope_of(agent), letter_id)
        if kept is None:
            raise NoSuchLetter(letter_id)
        return letter_out(kept)

    @router.post("/{letter_id}/replay", responses=problems(404, 409))
    async def replay(agent: CurrentAgent, letter_id: LetterId) -> LetterOut:
        """Put the original record back onto its topic. What had its effect before has none again."""
        return letter_out(await replays.replay(letter_id, by=agent.id, scope=scope_of(agent)))

    return router


def letter_out(kept: KeptLetter) -> LetterOut:
    """Return the letter in full."""
    letter = kept.letter
    return LetterOut.model_validate(
        {
            **_row(kept),
            **letter.model_dump(include={"detail", "attempts", "partition", "offset", "key", "value"}),
            "value_text": value_text(kept),
            "headers": [{"name": name, "value": value} for name, value in letter.headers],
            "fixes": kept.fixes,
        }
    )


def value_text(kept: KeptLetter) -> str | None:
    """Return the original value as text; None where it is not UTF-8, or there is none."""
    try:
        return (kept.letter.value_bytes() or b"").decode() or None
    except UnicodeDecodeError:
        return None


def _row(kept: KeptLetter) -> dict[str, object]:
    letter = kept.letter
    return {
        **letter.model_dump(include={"station", "reason", "origin", "topic", "at"}),
        "id": letter.letter_id,
        "brand": kept.brand,
        "state": kept.state,
        "replays": [ReplayOut.model_validate(one) for one in kept.replays],
    }
