"""When accounts may post next, kept where all publisher processes see it."""

from datetime import datetime, timedelta
from typing import Any, Final

from pymongo import ReturnDocument
from pymongo.errors import DuplicateKeyError

from services.respond.publishing.pauses import Rest
from services.respond.publishing.turn import Turn
from services.respond.store.indexes import TURNS
from shared.mongo.available import available

_PATIENCE: Final = timedelta(seconds=2)
"""A turn that comes later than this is not kept for anybody: the answer comes back then."""
_TRIES: Final = 3


class Turns:
    """One document for each account. Methods raise Unavailable."""

    def __init__(self, database: Any, *, gap: timedelta) -> None:
        """`gap`: at least so long passes between two posts of an account."""
        self._turns = database[TURNS]
        self._gap = gap

    async def take(self, account_id: str, *, now: datetime) -> Turn | Rest:
        """Take the account's next turn to post; or learn until when it has none to give."""
        gap_ms = self._gap / timedelta(milliseconds=1)
        soonest = {"$max": ["$next_at", now]}
        moved_on = {"$cond": [{"$lte": [soonest, now + _PATIENCE]}, {"$add": [soonest, gap_ms]}, "$next_at"]}
        before = await self._before(account_id, [{"$set": {"next_at": moved_on}}])
        rest_until = before.get("rest_until")
        if rest_until is not None and rest_until > now:
            return Rest(until=rest_until, reason=before["reason"])
        at = max(before.get("next_at", now), now)
        if at > now + _PATIENCE:
            return Rest(until=at, reason="it takes its time between two posts")
        return Turn(at=at)

    async def rest(self, account_id: str, rest: Rest) -> None:
        """Let the account rest, in all processes; a longer rest that somebody else knows of stands."""
        later = {"$gt": [rest.until, "$rest_until"]}  # what is missing is less than any time
        update = {
            "rest_until": {"$cond": [later, rest.until, "$rest_until"]},
            "reason": {"$cond": [later, rest.reason, "$reason"]},
        }
        await self._before(account_id, [{"$set": update}])

    async def _before(self, account_id: str, update: list[dict[str, Any]]) -> dict[str, Any]:
        with available():
            for tries in range(1, _TRIES + 1):
                try:
                    found = await self._turns.find_one_and_update(
                        {"_id": account_id}, update, upsert=True, return_document=ReturnDocument.BEFORE
                    )
                except DuplicateKeyError:
                    # Two made the first document at once; it is there now.
                    if tries == _TRIES:
                        raise
                else:
                    return dict(found or {})
        raise AssertionError("not reached")
