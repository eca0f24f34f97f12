"""What an agent was to be told of, read from the cases and from the notes that name them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from services.respond.domain.scope import Scope
from services.respond.queries.handles import Handles
from services.respond.queries.outcomes import within
from services.respond.store.indexes import NOTES
from shared.case.kept.indexes import CASES
from shared.mongo.available import available

MENTION: Final = "note mention"
"""What a notice is about that tells an agent of a note that names them."""

_MINE: Final = {"_id": 1, "brand": 1, "customer.handle": 1, "notices": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A notice on a case. `to`: the agent's id; None: the supervisors of the brand."""

    case_id: str
    brand: str
    customer_handle: str | None
    about: str
    at: datetime
    to: str | None


class Notices:
    """Reads over the cases and the notes. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]
        self._notes = database[NOTES]
        self._handles = Handles(database)

    async def since(self, at: datetime, scope: Scope, *, agent: str, is_supervisor: bool, limit: int) -> list[Kept]:
        """Return the agent's notices after that instant, the newest first."""
        on_cases = await self._on_cases(at, scope, agent=agent, is_supervisor=is_supervisor, limit=limit)
        in_notes = await self._in_notes(at, scope, agent=agent, limit=limit)
        return sorted([*on_cases, *in_notes], key=lambda one: one.at, reverse=True)[:limit]

    async def _on_cases(self, at: datetime, scope: Scope, *, agent: str, is_supervisor: bool, limit: int) -> list[Kept]:
        after = {"notices.at": {"$gt": at}}
        to = {"$or": [{"notices.to": agent}, {"notices.to": None}]} if is_supervisor else {"notices.to": agent}
        with available():
            found = await self._cases.aggregate(
                [
                    {"$match": {**after, **within(scope)}},
                    {"$project": _MINE},
                    {"$unwind": "$notices"},
                    {"$match": {**after, **to}},
                    {"$sort": {"notices.at": -1, "_id": 1}},
                    {"$limit": limit},
                ]
            ).to_list(None)
        return [
            Kept(
                case_id=one["_id"],
                brand=one["brand"],
                customer_handle=one.get("customer", {}).get("handle"),
                about=one["notices"]["about"],
                at=one["notices"]["at"],
                to=one["notices"].get("to"),
            )
            for one in found
        ]

    async def _in_notes(self, at: datetime, scope: Scope, *, agent: str, limit: int) -> list[Kept]:
        named = {"names": agent, "at": {"$gt": at}, **within(scope)}
        with available():
            found = (
                await self._notes.find(named, {"case": 1, "brand": 1, "at": 1})
                .sort("at", -1)
                .limit(limit)
                .to_list(None)
            )
        handles = await self._handles.of([one["case"] for one in found])
        return [
            Kept(
                case_id=one["case"],
                brand=one["brand"],
                customer_handle=handles.get(one["case"]),
                about=MENTION,
                at=one["at"],
                to=agent,
            )
            for one in found
        ]
