"""Cases in MongoDB: look-ups, one bulk write per batch, and compare-and-set on the version."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, Final

import structlog
from pydantic import ValidationError
from pymongo import InsertOne, UpdateOne
from pymongo.errors import BulkWriteError

from shared.case.keeping import Change, Due, NoSuchCase, Past, Step
from shared.case.kept.document import Document, difference, from_document, to_document
from shared.case.kept.indexes import CASES
from shared.case.state.case import BUCKETS, Case
from shared.case.state.stage import Disposition
from shared.mongo.available import available
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

_DUPLICATE: Final = 11000
_TRIES: Final = 50
_GLANCE: Final = dict.fromkeys(("keys", "messages.events", "owner", "last_owner", "disposition"), 1)


class CaseStore:
    """Where cases are kept. Every method raises Unavailable when MongoDB does not answer."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def get(self, case_id: str) -> Case:
        """Return a case. Raises NoSuchCase."""
        with available():
            document = await self._cases.find_one({"_id": case_id})
        if document is None:
            raise NoSuchCase(case_id)
        return from_document(document)

    async def some(self, case_ids: Iterable[str]) -> list[Case]:
        """Return those of these cases that there are, in no order."""
        return await self._find({"_id": {"$in": list(case_ids)}}, skip_unreadable=True)

    async def live(self, keys: Iterable[str]) -> dict[str, Case]:
        """Return the live cases of these customers, by customer key."""
        wanted = set(keys)
        found = await self._find({"live_keys": {"$in": list(wanted)}})
        return {key: case for case in found for key in case.keys if key in wanted}

    async def past(self, keys: Iterable[str]) -> list[Past]:
        """Return what is worth knowing of these customers' cases that are over, the oldest first."""
        condition = {"keys": {"$in": list(keys)}, "live_keys": {"$exists": False}}
        with available():
            cursor = self._cases.find(condition, _GLANCE)
            found = await cursor.sort("opened_at", 1).to_list(None)
        return [
            Past(
                case_id=document["_id"],
                keys=tuple(document["keys"]),
                events=frozenset(event for message in document.get("messages", ()) for event in message["events"]),
                last_owner=document.get("owner") or document.get("last_owner"),
                is_continued=document.get("disposition") == Disposition.CONTINUED,
            )
            for document in found
        ]

    async def save(self, steps: Sequence[Step]) -> bool:
        """Write all steps in one bulk. True: every one won its compare-and-set.

        False: at least one lost to another writer. The others may have been written, so decide again on what is there
        now; a change that has happened already decides to nothing.
        """
        if not steps:
            return True
        updates = sum(step.before is not None for step in steps)
        with available():
            try:
                result = await self._cases.bulk_write([operation(step) for step in steps], ordered=False)
            except BulkWriteError as error:
                failed = error.details.get("writeErrors", [])
                if error.details.get("writeConcernErrors") or any(one["code"] != _DUPLICATE for one in failed):
                    raise
                return False
        return bool(result.matched_count == updates)

    async def update(self, case_id: str, change: Change) -> Case:
        """Change a case by compare-and-set, again and again until it wins; return the case as it then is.

        What `change` raises goes through, and nothing is written. Raises NoSuchCase.
        """
        for _ in range(_TRIES):
            before = await self.get(case_id)
            after = change(before)
            if after is before or await self.save([Step(before=before, after=after)]):
                return after
        raise Unavailable(f"case {case_id} kept changing under {_TRIES} tries")

    async def due(
        self,
        kind: Due,
        *,
        now: datetime,
        limit: int,
        buckets: Collection[int] = range(BUCKETS),
        but_of: Collection[str] = (),
    ) -> list[Case]:
        """Return the cases whose timer of that kind is due, the oldest-due first; none of the accounts `but_of`."""
        condition: Document = {kind: {"$lte": now}}
        if but_of:
            condition["account_id"] = {"$nin": list(but_of)}
        if len(buckets) < BUCKETS:
            condition["bucket"] = {"$in": list(buckets)}
        return await self._find(condition, sort=kind, limit=limit, skip_unreadable=True)

    async def unannounced(self, *, limit: int, buckets: Collection[int] = range(BUCKETS)) -> list[Case]:
        """Return cases with changes that were not announced yet."""
        condition: Document = {"announce_from": {"$exists": True}}
        if len(buckets) < BUCKETS:
            condition["bucket"] = {"$in": list(buckets)}
        return await self._find(condition, limit=limit, skip_unreadable=True)

    async def mark_announced(self, cases: Sequence[Case]) -> None:
        """Clear the mark of cases that have not changed since; the others will be announced in their newer version."""
        if cases:
            with available():
                await self._cases.bulk_write(
                    [
                        UpdateOne({"_id": case.id, "version": case.version}, {"$unset": {"announce_from": ""}})
                        for case in cases
                    ],
                    ordered=False,
                )

    async def _find(
        self, condition: Document, *, sort: str | None = None, limit: int = 0, skip_unreadable: bool = False
    ) -> list[Case]:
        with available():
            cursor = self._cases.find(condition)
            if sort is not None:
                cursor = cursor.sort(sort, 1)
            found = await cursor.limit(limit).to_list(None)
        return [case for document in found if (case := _read(document, skip_unreadable)) is not None]


def _read(document: Document, skip_unreadable: bool) -> Case | None:
    """A document that another version wrote, or a hand spoilt, must not stop the deadlines of all the others."""
    try:
        return from_document(document)
    except ValidationError as error:
        if not skip_unreadable:
            raise
        log.error("case cannot be read", case=document.get("_id"), problems=error.error_count())
        return None


def operation(step: Step) -> InsertOne[Document] | UpdateOne:
    """Return the write that makes this step, and does nothing where somebody else was there first."""
    if step.before is None:
        return InsertOne(to_document(step.after))
    return UpdateOne({"_id": step.before.id, "version": step.before.version}, difference(step.before, step.after))
