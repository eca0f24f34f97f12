"""What is searched, in MongoDB: one document for each message and each answer, with its words."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pymongo import UpdateMany, UpdateOne

from services.respond.domain.search.texts import SearchText, texts_of
from services.respond.domain.search.words import words_in
from services.respond.store.indexes import SEARCH_TEXTS
from shared.case.state.case import Case
from shared.mongo.available import available


class SearchTexts:
    """The collection `search_texts`. A document only ever changes to a later version of its own case.

    So the same cases may come again, in any order, from any number of processes. What is to be found no more loses its
    text at once; the bare document keeps its version for a day, in case somebody slow has yet to write an older one.
    """

    def __init__(self, database: Any) -> None:
        self._texts = database[SEARCH_TEXTS]

    async def keep(self, cases: Sequence[Case], *, now: datetime) -> int:
        """Make what is found of these cases what stands on them; return of how many texts. Raises Unavailable."""
        operations: list[UpdateOne | UpdateMany] = []
        count = 0
        for case in cases:
            texts = texts_of(case)
            count += len(texts)
            operations += [_upsert(text, case.version) for text in texts]
            operations.append(_forget_others(case, [text.id for text in texts], now=now))
        if operations:
            with available():
                await self._texts.bulk_write(operations, ordered=False)
        return count


def _upsert(text: SearchText, version: int) -> UpdateOne:
    """The comparison is made by MongoDB, so that an older version can never overwrite a newer one."""
    words = [word.text for word in words_in(text.text)]
    document = {
        "_id": text.id,
        **asdict(text),
        "customer": {name: value for name, value in asdict(text.customer).items() if value is not None},
        "case_version": version,
        "words": list(dict.fromkeys(words)),
        "line": f" {' '.join(words)} ",
    }
    kept = {"$cond": [{"$gt": ["$case_version", version]}, "$$ROOT", {"$literal": document}]}
    return UpdateOne({"_id": text.id}, [{"$replaceWith": kept}], upsert=True)


def _forget_others(case: Case, ids: list[str], *, now: datetime) -> UpdateMany:
    gone = {"case_id": case.id, "case_version": {"$lte": case.version}, "_id": {"$nin": ids}}
    said = dict.fromkeys(("text", "words", "line", "customer", "source"), "")
    return UpdateMany(gone, {"$set": {"case_version": case.version, "gone_at": now}, "$unset": said})
