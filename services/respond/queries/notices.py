"""What an agent was to be told of, read from the cases."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from services.respond.domain.scope import Scope
from services.respond.queries.outcomes import within
from shared.case.kept.indexes import CASES
from shared.mongo.available import available

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
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def since(self, at: datetime, scope: Scope, *, agent: str, is_supervisor: bool, limit: int) -> list[Kept]:
        """Return the agent's notices after that instant, the newest first."""
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
