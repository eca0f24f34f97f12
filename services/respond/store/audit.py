"""The audit trail in MongoDB: the number of an entry is its `_id`, so that of two writers one gets each place.

Entries are only ever inserted and read; the database user needs no more (docs/audit.md).
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, Final

from pymongo.errors import BulkWriteError

from services.respond.domain.audit import BEGINNING, FIRST, Entry, Head, Note, canonical, chained
from services.respond.store.indexes import AUDIT
from shared.mongo.available import available
from shared.runtime.errors import Unavailable

_DUPLICATE: Final = 11000
_TRIES: Final = 100
_PAUSE: Final = 0.002
_LISTS: Final = ("cases", "about", "fields", "brands", "not_done")
_NAMES: Final = tuple(one.name for one in fields(Note))
_NUMBERED: Final = {"_id": {"$gte": FIRST}}


class NotAnEntry(Exception):
    """This document was not written by us, or not left as it was."""


class AuditTrail:
    """The chain. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._audit = database[AUDIT]
        self._head: Head | None = None

    async def append(self, notes: Sequence[Note]) -> None:
        """Chain the notes to the end of the trail, in this order, however many processes append at once.

        Where somebody else was first at a place, what is left goes behind them. After a failure nobody can say how many
        of the notes stand there.
        """
        left = list(notes)
        for attempt in range(_TRIES):
            head = self._head or await self.head()
            entries: list[Entry] = []
            for note in left:
                entries.append(chained(note, entries[-1].head if entries else head))
            self._head = None
            try:
                with available():
                    await self._insert(entries)
            except _Overtaken as overtaken:
                left = left[overtaken.inserted :]
                # What they wrote is read once a majority has it.
                await asyncio.sleep(_PAUSE * min(attempt, 10))
            else:
                self._head = entries[-1].head
                return
        raise Unavailable(f"MongoDB: the end of the audit trail was somebody else's {_TRIES} times")

    async def head(self) -> Head:
        """Return the newest entry's number and hash."""
        with available():
            found = await self._audit.find(_NUMBERED, {"hash": 1}).sort("_id", -1).limit(1).to_list(1)
        return Head(seq=int(found[0]["_id"]), hash=str(found[0].get("hash"))) if found else BEGINNING

    async def walk(self, *, size: int) -> AsyncGenerator[list[dict[str, Any]], None]:
        """Give all documents in the order of their numbers, so many at a time."""
        after: Mapping[str, Any] = _NUMBERED
        while True:
            with available():
                found = await self._audit.find(after).sort("_id", 1).limit(size).to_list(size)
            if not found:
                return
            yield found
            after = {"_id": {"$gt": found[-1]["_id"]}}

    async def _insert(self, entries: Sequence[Entry]) -> None:
        try:
            await self._audit.insert_many([to_document(entry) for entry in entries], ordered=True)
        except BulkWriteError as error:
            details: dict[str, Any] = dict(error.details or {})
            if details.get("writeConcernErrors") or [one["code"] for one in details["writeErrors"]] != [_DUPLICATE]:
                raise
            raise _Overtaken(int(details["nInserted"])) from None


class _Overtaken(Exception):
    """Somebody else was first at a place; so many of ours stand before it."""

    def __init__(self, inserted: int) -> None:
        super().__init__(inserted)
        self.inserted = inserted


def to_document(entry: Entry) -> dict[str, Any]:
    """Return an entry as it is stored: what is empty is absent."""
    said = {
        name: list(value) if name in _LISTS else value
        for name, value in asdict(entry.note).items()
        if value not in (None, ())
    }
    return {"_id": entry.seq, **said, "hash": entry.hash}


def from_document(document: Mapping[str, Any]) -> Entry:
    """Return the entry that a document holds. Raises NotAnEntry."""
    try:
        said: dict[str, Any] = {
            name: tuple(document[name]) if name in _LISTS else document[name] for name in _NAMES if name in document
        }
        entry = Entry(seq=document["_id"], note=Note(**said), hash=document["hash"])
        canonical(entry.note, seq=entry.seq)
    except (KeyError, TypeError) as error:
        raise NotAnEntry(repr(error)) from None
    if to_document(entry) != dict(document):
        raise NotAnEntry("it holds what no entry does")
    return entry
