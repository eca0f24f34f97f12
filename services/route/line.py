"""The line as dispatch sees it: who waits for what, and what each agent has."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from services.route.domain.assignment import Load, Waiting
from shared.case.kept.indexes import CASES
from shared.case.state.stage import Stage
from shared.mongo.available import available

BUSY: Final = (Stage.ASSIGNED.value, Stage.AWAITING_APPROVAL.value, Stage.PUBLISHING.value)
"""Stages in which a case takes one of its owner's places."""
_GLANCE: Final = dict.fromkeys(("demand", "network", "last_owner", "avoid"), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A case that somebody has and has not answered: whose turn it is, and since when it has been theirs."""

    case_id: str
    owner: str
    since: datetime


class Line:
    """Reads over the cases. Methods raise Unavailable when MongoDB does not answer."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def demands(self) -> list[str]:
        """Return what is asked for by those who wait, each once. It costs by their kinds, not by their number."""
        with available():
            return [str(one) for one in await self._cases.distinct("demand", {"demand": {"$gte": ""}})]

    async def head(self, demands: Collection[str], *, limit: int, weights: Mapping[str, int]) -> list[Waiting]:
        """Return the first in line of those who ask for one of these. `weights` by network; 1 where there is none."""
        with available():
            cursor = self._cases.find({"demand": {"$in": sorted(demands)}}, _GLANCE)
            found = await cursor.sort([("serve_by", 1), ("_id", 1)]).limit(limit).to_list(None)
        return [
            Waiting(
                case_id=one["_id"],
                demand=one["demand"],
                weight=weights.get(one["network"], 1),
                last_owner=one.get("last_owner"),
                avoid=one.get("avoid"),
            )
            for one in found
        ]

    async def load(self, weights: Mapping[str, int]) -> Load:
        """Return what everybody has, counted from the cases themselves, so that no load can leak."""
        with available():
            counted = await self._cases.aggregate(
                [
                    {"$match": {"owner": {"$gte": ""}, "stage": {"$in": list(BUSY)}}},
                    {
                        "$group": {
                            "_id": {"owner": "$owner", "network": "$network"},
                            "cases": {"$sum": 1},
                            "last": {"$max": "$owner_since"},
                        }
                    },
                ]
            ).to_list(None)
        load = Load()
        for one in counted:
            owner, network = one["_id"]["owner"], one["_id"]["network"]
            load.taken[owner] = load.taken.get(owner, 0) + one["cases"] * weights.get(network, 1)
            if one.get("last") is not None:
                load.given_at[owner] = max(one["last"], load.given_at.get(owner, one["last"]))
        return load

    async def owners(self) -> frozenset[str]:
        """Return whoever has a case."""
        with available():
            return frozenset(await self._cases.distinct("owner", {"owner": {"$gte": ""}}))

    async def held(self, owners: Collection[str], *, before: datetime, limit: int) -> Sequence[Held]:
        """Return assigned cases that have been these owners' turn since before then, the longest held first."""
        wanted = {
            "owner": {"$in": sorted(owners)},
            "stage": Stage.ASSIGNED.value,
            "owner_since": {"$lt": before},
            "stage_at": {"$lt": before},
        }
        with available():
            cursor = (
                self._cases.find(wanted, {"owner": 1, "owner_since": 1, "stage_at": 1})
                .sort("owner_since", 1)
                .limit(limit)
            )
            found = await cursor.to_list(None)
        return [
            Held(case_id=one["_id"], owner=one["owner"], since=max(one["owner_since"], one["stage_at"]))
            for one in found
        ]
