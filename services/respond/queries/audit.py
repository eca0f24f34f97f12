"""Reading the audit trail: one line per request, the newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.respond.domain.scope import Scope
from services.respond.store.indexes import AUDIT
from shared.mongo.available import available


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A request. `status` and `ended_at` are None where nobody knows how it ended: it runs, or its process died."""

    seq: int
    at: datetime
    request: str
    who: str | None
    role: str | None
    address: str | None
    what: str
    cases: tuple[str, ...]
    about: tuple[str, ...]
    fields: tuple[str, ...]
    status: int | None
    not_done: tuple[str, ...]
    ended_at: datetime | None


class AuditList:
    """Reads over the trail. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._audit = database[AUDIT]

    async def page(
        self, scope: Scope, *, case: str | None, agent: str | None, before: int | None, limit: int
    ) -> tuple[list[Recorded], int | None]:
        """Return requests, and the number to go on before; None: that was all.

        Who does not see all brands sees what was about cases of theirs, and what people did who serve theirs only.
        """
        wanted = _condition(scope, case=case, agent=agent)
        if before is not None:
            wanted["_id"] = {"$lt": before}
        with available():
            leading = await self._audit.find(wanted).sort("_id", -1).limit(limit + 1).to_list(None)
            shown = leading[:limit]
            requests = [one["request"] for one in shown]
            ends = await self._audit.find({"request": {"$in": requests}, "step": "ended"}).to_list(None)
        ended = {one["request"]: one for one in ends}
        found = [_recorded(one, ended.get(one["request"], {})) for one in shown]
        return found, found[-1].seq if len(leading) > limit else None


def _condition(scope: Scope, *, case: str | None, agent: str | None) -> dict[str, Any]:
    wanted: dict[str, Any] = {"step": "begun"}
    if agent is not None:
        wanted["who"] = agent
    if case is not None:
        wanted["cases"] = case
    if not scope.is_all:
        seen = sorted(scope.brands)
        wanted["brands"] = {"$in": seen, "$not": {"$elemMatch": {"$nin": seen}}}
    return wanted


def _recorded(begun: Mapping[str, Any], ended: Mapping[str, Any]) -> Recorded:
    return Recorded(
        seq=begun["_id"],
        at=begun["at"],
        request=begun["request"],
        who=begun.get("who"),
        role=begun.get("role"),
        address=begun.get("address"),
        what=begun["what"],
        cases=tuple(begun.get("cases", ())),
        about=tuple(begun.get("about", ())),
        fields=tuple(begun.get("fields", ())),
        status=ended.get("status"),
        not_done=tuple(ended.get("not_done", ())),
        ended_at=ended.get("at"),
    )
