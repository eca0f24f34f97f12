"""Drafts in MongoDB: one document for each case that ever had one lately, forgotten a month after the last change."""

from typing import Any

from pymongo.errors import DuplicateKeyError

from services.respond.domain.drafting import SharedDraft
from services.respond.store.indexes import DRAFTS
from shared.mongo.available import available


class Drafts:
    """Where drafts are kept, one writer at a time. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._drafts = database[DRAFTS]

    async def get(self, case_id: str) -> SharedDraft | None:
        """Return the draft of a case, or what a deleted one left behind."""
        with available():
            found = await self._drafts.find_one({"_id": case_id})
        return None if found is None else _draft(found)

    async def swap(self, before: SharedDraft | None, after: SharedDraft) -> bool:
        """Write `after` if the draft still is at the version of `before`; False: somebody was faster."""
        values = {
            "brand": after.brand,
            "text": after.text,
            "answers": after.answers,
            "by": after.by,
            "at": after.at,
            "version": after.version,
        }
        # A version that is never there makes the upsert an insert, which fails where there is a draft.
        at_version = {"_id": after.case_id, "version": -1 if before is None else before.version}
        with available():
            try:
                result = await self._drafts.update_one(
                    at_version, {"$set": values, "$currentDate": {"changed_at": True}}, upsert=before is None
                )
            except DuplicateKeyError:
                return False
        return bool(result.matched_count or result.upserted_id is not None)


def _draft(document: dict[str, Any]) -> SharedDraft:
    return SharedDraft(
        case_id=document["_id"],
        brand=document["brand"],
        text=document["text"],
        answers=document["answers"],
        by=document["by"],
        at=document["at"],
        version=document["version"],
    )
