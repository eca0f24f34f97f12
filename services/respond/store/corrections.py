"""Corrections in MongoDB, one document for each message. No text of the customer's is copied into them."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from pymongo import ReturnDocument
from pymongo.errors import DuplicateKeyError

from services.respond.domain.corrections import Correction, Judgement, Labels, Statement, differences
from services.respond.store.indexes import CORRECTIONS
from shared.mongo.available import available

Document = dict[str, Any]


class CorrectionShelf:
    """Where corrections are kept. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._corrections = database[CORRECTIONS]

    async def get(self, case_ids: Collection[str], message_id: str) -> Correction | None:
        """Return the correction of a message that is at home in one of these cases."""
        with available():
            found = await self._corrections.find_one({"case": {"$in": list(case_ids)}, "message": message_id})
        return None if found is None else to_correction(found)

    async def on(self, case_ids: Collection[str]) -> dict[str, Correction]:
        """Return the corrections of messages that are at home in these cases, by message id."""
        with available():
            found = await self._corrections.find({"case": {"$in": list(case_ids)}}).to_list(None)
        return {one["message"]: to_correction(one) for one in found}

    async def save(self, correction: Correction) -> Correction | None:
        """Keep this version of it; None: another writer was first, and nothing is kept."""
        document = to_document(correction)
        with available():
            try:
                kept = await self._corrections.find_one_and_replace(
                    {"_id": document["_id"], "version": correction.version - 1},
                    document,
                    upsert=correction.version == 1,
                    return_document=ReturnDocument.AFTER,
                )
            except DuplicateKeyError:
                return None
        return None if kept is None else to_correction(kept)


def to_document(correction: Correction) -> Document:
    """Return it as it is kept. What is looked for stands outside of the statement as well."""
    statement = correction.statement
    corrected = [asdict(one) for one in differences(statement)]
    return {
        "_id": f"{correction.case_id}/{correction.message_id}",
        "case": correction.case_id,
        "message": correction.message_id,
        "brand": correction.brand,
        "classified_at": correction.classified_at,
        "at": statement.at,
        "model": statement.was.model,
        "labels": list(statement.said.kinds),
        "corrected": corrected,
        "corrected_labels": list(dict.fromkeys(one["label"] for one in corrected)),
        "stands": correction.stands,
        "statement": asdict(statement),
        "earlier": [asdict(one) for one in correction.earlier],
        "withdrawn_at": correction.withdrawn_at,
        "withdrawn_by": correction.withdrawn_by,
        "version": correction.version,
    }


def to_correction(document: Document) -> Correction:
    """Return the correction that a document holds."""
    return Correction(
        case_id=document["case"],
        message_id=document["message"],
        brand=document["brand"],
        classified_at=document["classified_at"],
        statement=_statement(document["statement"]),
        earlier=tuple(_statement(one) for one in document["earlier"]),
        withdrawn_at=document["withdrawn_at"],
        withdrawn_by=document["withdrawn_by"],
        version=document["version"],
    )


def _statement(document: Document) -> Statement:
    was = document["was"]
    return Statement(
        was=Judgement(labels=_labels(was["labels"]), model=was["model"], revision=was["revision"]),
        said=_labels(document["said"]),
        by=document["by"],
        at=document["at"],
        note=document["note"],
    )


def _labels(document: Document) -> Labels:
    flags = document["flags"]
    return Labels(**{**document, "flags": None if flags is None else tuple(flags)})
