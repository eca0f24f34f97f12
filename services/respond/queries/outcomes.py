"""Every mention ends in a disposition: who still waits for one, oldest first, and what ended without (always none)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from services.respond.domain.scope import Scope
from services.respond.queries.cursor import Place
from shared.case.kept.document import from_document
from shared.case.kept.indexes import CASES
from shared.case.state.case import CANARY, Case
from shared.mongo.available import available

COUNTED_UP_TO: Final = 100_000
SOME_TIME: Final = {"$gt": datetime.fromisoformat("1970-01-01T00:00:00+00:00")}
"""That there is a time at all, said so that the partial indexes are used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Cases on which a customer waits, since when the first has, and cases that ended without a disposition."""

    waiting: int
    oldest: datetime | None
    without_outcome: int


class Outcomes:
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def counts(self) -> Counts:
        """Return the counts over all brands, each up to a hundred thousand."""
        with available():
            waiting = await self._cases.count_documents({"waits_from": SOME_TIME}, limit=COUNTED_UP_TO)
            first = (
                await self._cases.find({"waits_from": SOME_TIME}, {"waits_from": 1}).sort(_OLDEST).limit(1).to_list(1)
            )
            lost = await self._cases.count_documents({"is_without_outcome": True}, limit=COUNTED_UP_TO)
        return Counts(waiting=waiting, oldest=first[0]["waits_from"] if first else None, without_outcome=lost)

    async def waiting(self, scope: Scope, *, after: Place | None, limit: int) -> tuple[list[Case], Place | None]:
        """Return cases on which a customer waits, who has waited longest first, and the place to go on from."""
        wanted: dict[str, Any] = {"waits_from": {**SOME_TIME, **({"$gte": after.at} if after else {})}, **within(scope)}
        if after is not None:
            wanted["$or"] = [{"waits_from": {"$gt": after.at}}, {"_id": {"$gt": after.id}}]
        with available():
            found = await self._cases.find(wanted, {"history": 0}).sort(_OLDEST).limit(limit + 1).to_list(None)
        cases = [from_document(one) for one in found[:limit]]
        if len(found) <= limit:
            return cases, None
        last = cases[-1]
        return cases, Place(kind="waiting", at=last.waits_from or last.opened_at, id=last.id)

    async def without(self, scope: Scope, *, limit: int) -> list[Case]:
        """Return cases that ended without a disposition. There is none, unless something is wrong with Earshot."""
        with available():
            found = await self._cases.find({"is_without_outcome": True, **within(scope)}).limit(limit).to_list(None)
        return [from_document(one) for one in found]


_OLDEST: Final = [("waits_from", 1), ("_id", 1)]


def within(scope: Scope) -> dict[str, Any]:
    """Return the condition that a case is of the agent's brands, and not the watchdog's."""
    return {"brand": {"$ne": CANARY} if scope.is_all else {"$in": sorted(scope.brands)}}
