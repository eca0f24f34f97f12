"""Who does which part of the work: workers divide numbered buckets among them by lease.

All of it is one document, so every renewal sees and changes the whole division at once: a bucket stands with one member
or with none, however many renew at the same moment. A member is there until its time is over by the server's clock; who
renews after that removes it, and its buckets are free.

Correctness never rests on this. Clocks go wrong, and a process can freeze between looking at its buckets and acting; so
what is done for a bucket has to be right when two do it, as every change of a case is: a compare-and-set. Shares only
save doing it twice.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from pymongo import ReturnDocument

from shared.mongo.available import available

SHARES: Final = "shares"

_SURELY: Final = 0.99
"""This part of `lasting` a worker counts on: the server counts whole milliseconds, and no two clocks run alike."""


class Shares:
    """One worker's share of the buckets 0 to `parts` - 1. Methods raise Unavailable; call them from one task."""

    def __init__(
        self,
        database: Any,
        *,
        name: str,
        holder: str,
        parts: int = 256,
        lasting: timedelta,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`holder`: a name that no other process has. `name` and `parts` are the same for all who divide the work.

        `lasting`: how long a renewal holds; a third of it is a good time between two. `monotonic`: seconds.
        """
        self._shares = database[SHARES]
        self._name = name
        self._holder = holder
        self._parts = parts
        self._lasting = lasting
        self._monotonic = monotonic
        self._held: frozenset[int] = frozenset()
        self._ends = 0.0

    async def renew(self) -> frozenset[int]:
        """Stay, or become, one of those who divide the work; return the buckets held now.

        Removes those whose time is over, takes what is free up to a fair share, and gives back what is more than that.
        One round trip, and a second one where there is something to give back. A worker that joins has its share when
        all others have renewed and it has renewed after them.
        """
        sent = self._monotonic()
        with available():
            document = await self._shares.find_one_and_update(
                {"_id": self._name},
                _renewal(self._holder, self._parts, self._lasting),
                upsert=True,
                return_document=ReturnDocument.AFTER,
            )
        share = _share(document, self._holder, self._parts)
        # Counted from before the server did, so that this worker lets go before others can take.
        self._held, self._ends = share.kept, sent + self._lasting.total_seconds() * _SURELY
        if share.surplus:
            # Only now that this worker has stopped working on them may others take them.
            with available():
                await self._shares.update_one(
                    # Should this arrive late, after a renewal that has kept them after all, it finds nothing.
                    {"_id": self._name, "members": {"$elemMatch": {"holder": self._holder, "until": share.until}}},
                    {"$pullAll": {"members.$.buckets": share.surplus}},
                )
        return self.held()

    def held(self) -> frozenset[int]:
        """Return the buckets held now; none when the last renewal is about `lasting` ago."""
        return self._held if self._monotonic() < self._ends else frozenset()

    async def leave(self) -> None:
        """Give everything back at once. Should it fail, the time of what was held runs out by itself."""
        self._held = frozenset()
        with available():
            await self._shares.update_one({"_id": self._name}, {"$pull": {"members": {"holder": self._holder}}})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """What one member has after a renewal."""

    kept: frozenset[int]
    surplus: list[int]
    until: datetime


def _share(document: dict[str, Any], holder: str, parts: int) -> _Share:
    members = document["members"]
    [mine] = [member for member in members if member["holder"] == holder]
    size = fair_share(parts, members=len(members), rank=sum(member["holder"] < holder for member in members))
    buckets = sorted(mine["buckets"])
    return _Share(kept=frozenset(buckets[:size]), surplus=buckets[size:], until=mine["until"])


def fair_share(parts: int, *, members: int, rank: int) -> int:
    """Return how many of the parts belong to the member of that rank, the first being 0; shares differ by at most 1."""
    return parts // members + (rank < parts % members)


def _renewal(holder: str, parts: int, lasting: timedelta) -> list[dict[str, Any]]:
    """The update that makes a worker a member until `lasting` from now, with what it has and what is free and fair."""
    me = {"$literal": holder}
    members = {"$ifNull": ["$members", []]}
    living = {"$and": [{"$ne": ["$$one.holder", me]}, {"$gt": ["$$one.until", "$$NOW"]}]}
    own = {"$first": {"$filter": {"input": members, "as": "one", "cond": {"$eq": ["$$one.holder", me]}}}}
    smaller = {"$filter": {"input": "$others", "as": "one", "cond": {"$lt": ["$$one.holder", me]}}}
    workers = {"$add": [{"$size": "$others"}, 1]}
    one_more = {"$cond": [{"$lt": [{"$size": smaller}, {"$mod": [parts, workers]}]}, 1, 0]}
    fair = {"$add": [{"$floor": {"$divide": [parts, workers]}}, one_more]}
    taken = {
        "$reduce": {"input": "$others.buckets", "initialValue": "$mine", "in": {"$setUnion": ["$$value", "$$this"]}}
    }
    room = {"$max": [0, {"$subtract": [fair, {"$size": "$mine"}]}]}
    member = {
        "holder": me,
        "until": {"$add": ["$$NOW", lasting // timedelta(milliseconds=1)]},
        "buckets": {"$concatArrays": ["$mine", {"$slice": ["$free", room]}]},
    }
    return [
        {"$set": {"others": {"$filter": {"input": members, "as": "one", "cond": living}}, "own": own}},
        {"$set": {"mine": {"$ifNull": ["$own.buckets", []]}}},
        {"$set": {"free": {"$setDifference": [{"$range": [0, parts]}, taken]}}},
        {"$replaceWith": {"_id": "$_id", "members": {"$concatArrays": ["$others", [member]]}}},
    ]
