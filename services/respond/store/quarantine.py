"""The quarantine in MongoDB: every letter once, with who replayed it and when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pymongo import UpdateOne

from services.respond.domain.letter import Fix, KeptLetter, LetterState, Replay, SameReason
from services.respond.domain.scope import Scope
from services.respond.queries.cursor import Place
from services.respond.store.indexes import QUARANTINE
from shared.contracts.deadletter import DeadLetter
from shared.mongo.available import available

_NO_BYTES = {"letter.value": 0, "letter.headers": 0, "letter.detail": 0, "fixes": 0}
_REASONS = 50


class Quarantine:
    """Where letters are kept until a person has seen to them. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._letters = database[QUARANTINE]

    async def keep(self, letters: Sequence[tuple[DeadLetter, str | None]]) -> None:
        """Keep letters with their brands; a letter that is there already stays as it is."""
        operations = [
            UpdateOne(
                {"_id": letter.letter_id},
                {
                    "$setOnInsert": {
                        "letter": letter.model_dump(exclude={"letter_id"}, exclude_none=True),
                        "brand": brand,
                        "state": "waiting",
                        "at": letter.at,
                        "replays": [],
                    }
                },
                upsert=True,
            )
            for letter, brand in letters
        ]
        if operations:
            with available():
                await self._letters.bulk_write(operations, ordered=False)

    async def page(
        self, scope: Scope, *, state: LetterState | None, after: Place | None, limit: int
    ) -> tuple[list[KeptLetter], Place | None]:
        """Return letters without their bytes, the newest first, and the place to go on from."""
        condition: dict[str, Any] = _within(scope)
        if state is not None:
            condition["state"] = state
        if after is not None:
            condition["at"] = {"$lte": after.at}
            condition["$or"] = [{"at": {"$lt": after.at}}, {"_id": {"$gt": after.id}}]
        with available():
            cursor = self._letters.find(condition, _NO_BYTES).sort([("at", -1), ("_id", 1)]).limit(limit + 1)
            found = [_kept(document) for document in await cursor.to_list(None)]
        if len(found) <= limit:
            return found, None
        last = found[limit - 1].letter
        return found[:limit], Place(kind="letters", at=last.at, id=last.letter_id)

    async def get(self, scope: Scope, letter_id: str) -> KeptLetter | None:
        """Return one letter with its bytes; None where the agent does not see one of that id."""
        with available():
            found = await self._letters.find_one({"_id": letter_id, **_within(scope)})
        return None if found is None else _kept(found)

    async def waiting(self, scope: Scope, *, at_most: int) -> int:
        """Return how many letters wait for somebody, counted up to a limit."""
        with available():
            count: int = await self._letters.count_documents({"state": "waiting", **_within(scope)}, limit=at_most)
        return count

    async def replayed(self, letter_id: str, *, by: str, at: datetime) -> None:
        """Take note that somebody put the record back."""
        with available():
            await self._letters.update_one(
                {"_id": letter_id}, {"$set": {"state": "replayed"}, "$push": {"replays": {"by": by, "at": at}}}
            )

    async def fixed(self, letter_id: str, *, by: str, at: datetime, value: str) -> None:
        """Take note that somebody sent a corrected record; the original stays as it was."""
        with available():
            await self._letters.update_one(
                {"_id": letter_id},
                {"$set": {"state": "replayed"}, "$push": {"fixes": {"by": by, "at": at, "value": value}}},
            )

    async def reasons(self, scope: Scope) -> list[SameReason]:
        """Return why letters wait, by station and reason: the fifty with the most letters."""
        group = {
            "_id": {"station": "$letter.station", "reason": "$letter.reason"},
            "letters": {"$sum": 1},
            "oldest": {"$min": "$at"},
            "topic": {"$min": "$letter.topic"},
        }
        order = {"letters": -1, "oldest": 1, "_id": 1}
        with available():
            found = await self._letters.aggregate(
                [{"$match": {"state": "waiting", **_within(scope)}}, {"$group": group}, {"$sort": order}, _FIRST]
            ).to_list(None)
        return [
            SameReason(
                station=one["_id"]["station"],
                reason=one["_id"]["reason"],
                letters=one["letters"],
                oldest=one["oldest"],
                can_replay=one["topic"] is not None,
            )
            for one in found
        ]

    async def alike(self, scope: Scope, *, station: str, reason: str, limit: int) -> list[str]:
        """Return the ids of waiting letters of that station and reason, the oldest first."""
        wanted = {"state": "waiting", "letter.station": station, "letter.reason": reason, **_within(scope)}
        with available():
            found = (
                await self._letters.find(wanted, {"_id": 1}).sort([("at", 1), ("_id", 1)]).limit(limit).to_list(None)
            )
        return [one["_id"] for one in found]


_FIRST = {"$limit": _REASONS}


def _within(scope: Scope) -> dict[str, Any]:
    return {} if scope.is_all else {"brand": {"$in": sorted(scope.brands)}}


def _kept(document: dict[str, Any]) -> KeptLetter:
    return KeptLetter(
        letter=DeadLetter.model_validate({**document["letter"], "letter_id": document["_id"]}),
        brand=document.get("brand"),
        state=document["state"],
        replays=tuple(Replay(by=one["by"], at=one["at"]) for one in document.get("replays", ())),
        fixes=tuple(Fix(by=one["by"], at=one["at"], value=one["value"]) for one in document.get("fixes", ())),
    )
