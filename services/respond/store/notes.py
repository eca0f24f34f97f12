"""Notes in MongoDB, in a collection of their own: what publishes answers has no way to it (decision 0021)."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from pymongo import ReturnDocument
from pymongo.errors import DuplicateKeyError

from services.respond.domain.notes import Note
from services.respond.store.indexes import NOTES
from shared.mongo.available import available

_NOW = {"changed_at": True}  # the server's time: other processes find what changed by it


class Notes:
    """Where notes are kept. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._notes = database[NOTES]

    async def add(self, note: Note) -> Note:
        """Keep a note; return it, or the one that has its id already."""
        document = {
            "case": note.case_id,
            "brand": note.brand,
            "author": note.author,
            "at": note.at,
            "text": note.text,
            "names": list(note.names),
            "version": 1,
        }
        with available():
            try:
                found = await self._notes.find_one_and_update(
                    {"_id": note.id},
                    {"$setOnInsert": document, "$currentDate": _NOW},
                    upsert=True,
                    return_document=ReturnDocument.AFTER,
                )
            except DuplicateKeyError:  # two at once with one key: the other one was first
                found = await self._notes.find_one({"_id": note.id})
        return _note(found)

    async def page(self, case_ids: Collection[str], *, after: tuple[datetime, str] | None, limit: int) -> list[Note]:
        """Return notes on these cases, the oldest first. `after`: time and id of the last one seen."""
        condition: dict[str, Any] = {"case": {"$in": list(case_ids)}}
        if after is not None:
            at, note_id = after
            condition |= {"at": {"$gte": at}, "$or": [{"at": {"$gt": at}}, {"_id": {"$gt": note_id}}]}
        with available():
            found = await self._notes.find(condition).sort([("at", 1), ("_id", 1)]).limit(limit).to_list(None)
        return [_note(one) for one in found]

    async def get(self, case_ids: Collection[str], note_id: str) -> Note | None:
        """Return a note on one of these cases."""
        with available():
            found = await self._notes.find_one({"_id": note_id, "case": {"$in": list(case_ids)}})
        return None if found is None else _note(found)

    async def delete(self, note_id: str, *, by: str, at: datetime) -> None:
        """Let the text go; who deleted it first, and when, stays."""
        gone: dict[str, Any] = {"text": None, "names": [], "deleted_at": at, "deleted_by": by, "version": 2}
        with available():
            await self._notes.update_one({"_id": note_id, "version": 1}, {"$set": gone, "$currentDate": _NOW})


def _note(document: dict[str, Any]) -> Note:
    return Note(
        id=document["_id"],
        case_id=document["case"],
        brand=document["brand"],
        author=document["author"],
        at=document["at"],
        text=document["text"],
        names=tuple(document["names"]),
        deleted_at=document.get("deleted_at"),
        deleted_by=document.get("deleted_by"),
    )
