"""What of a collection changed lately, for a process that asks again and again."""

from datetime import datetime, timedelta
from typing import Any, Final

from shared.mongo.available import available

OVERLAP: Final = timedelta(seconds=10)
"""How much later than its time a change may become visible and still be found."""
AT_MOST: Final = 2_000


class TooMany(Exception):
    """More changed than is read at a time."""


class Recent:
    """One reader's place among the changes of a collection whose writers set `changed_at` by the server's clock and
    let `version` grow.

    Each look reads the last seconds again, and gives what is not known from the look before. So a change that becomes
    visible after a later one is not passed over, whichever process wrote it.
    """

    def __init__(self, collection: Any, *fields: str, at_most: int = AT_MOST) -> None:
        """`fields` are what a look returns of each document, besides its id and version."""
        self._collection = collection
        self._fields = {"version": 1, "changed_at": 1, **dict.fromkeys(fields, 1)}
        self._at_most = at_most
        self._newest: datetime | None = None
        self._known: dict[Any, int] | None = None

    async def look(self) -> list[dict[str, Any]]:
        """Return what changed since the last look, the oldest change first; of the first look, nothing.

        Raises Unavailable; then the next look gives it. Raises TooMany; then the next look goes on from the newest.
        """
        lately = {} if self._newest is None else {"changed_at": {"$gte": self._newest - OVERLAP}}
        with available():
            cursor = self._collection.find(lately, self._fields).sort("changed_at", -1).limit(self._at_most)
            found = await cursor.to_list(None)
        known, self._known = self._known, {one["_id"]: one["version"] for one in found}
        if found:
            self._newest = found[0]["changed_at"]
        if known is None:
            return []
        changed = [one for one in reversed(found) if known.get(one["_id"]) != one["version"]]
        if len(found) == self._at_most and changed and changed[0] is found[-1]:  # it does not reach back to the known
            raise TooMany(f"more than {self._at_most} documents changed since the last look")
        return changed
