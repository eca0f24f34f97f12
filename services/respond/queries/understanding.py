"""What was classified since a time, and what of it agents corrected, counted inside MongoDB."""

from datetime import datetime
from typing import Any

from services.respond.domain.corrections import Difference
from services.respond.domain.scope import Scope
from services.respond.domain.understanding import Counts, Understanding, understanding
from services.respond.queries.outcomes import within
from services.respond.store.indexes import CORRECTIONS
from shared.case.kept.indexes import CASES
from shared.case.state.stage import Stage
from shared.mongo.available import available

_NOTHING = Counts(classified={}, corrected={}, labels={}, differences={})


class UnderstandingReport:
    """Counts over the cases and the corrections. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]
        self._corrections = database[CORRECTIONS]

    async def of(self, scope: Scope, *, brand: str | None, since: datetime, most: int) -> Understanding:
        """Return the report on messages that were classified since; of a brand outside the scope an empty one.

        Both numbers are about the same messages, whenever they were corrected.
        """
        if brand is not None and not scope.sees(brand):
            return understanding(_NOTHING, most=most)
        mine = within(scope) if brand is None else {"brand": brand}
        with available():
            classified = await self._cases.aggregate(classified_by_model(mine, since)).to_list(None)
            [found] = await self._corrections.aggregate(corrected_by_model(mine, since)).to_list(1)
        counts = Counts(
            classified={one["_id"]: one["count"] for one in classified},
            corrected={one["_id"]: one["count"] for one in found["messages"]},
            labels={(one["_id"].get("model"), one["_id"]["label"]): one["count"] for one in found["labels"]},
            differences={
                (one["_id"].get("model"), Difference(**one["_id"]["one"])): one["count"] for one in found["differences"]
            },
        )
        return understanding(counts, most=most)


def classified_by_model(mine: dict[str, Any], since: datetime) -> list[dict[str, Any]]:
    """Return the aggregation. A message changes its case when it comes, so older history is not looked at.

    A merged case's messages stand on the one that goes on for it as well. A deletion alone has no words.
    """
    was_read = {"$or": [{"messages.judged": {"$exists": True}}, {"messages.deleted_at": {"$exists": False}}]}
    return [
        {"$match": {"changed_at": {"$gte": since}, "stage": {"$ne": Stage.MERGED.value}, **mine}},
        {"$project": {"messages.classified_at": 1, "messages.judged.model": 1, "messages.deleted_at": 1}},
        {"$unwind": "$messages"},
        {"$match": {"messages.classified_at": {"$gte": since}, **was_read}},
        {"$group": {"_id": {"$ifNull": ["$messages.judged.model", None]}, "count": {"$sum": 1}}},
    ]


def corrected_by_model(mine: dict[str, Any], since: datetime) -> list[dict[str, Any]]:
    """Return the aggregation. What was only confirmed is no correction."""
    count = {"count": {"$sum": 1}}
    return [
        {"$match": {"classified_at": {"$gte": since}, "stands": True, "corrected.0": {"$exists": True}, **mine}},
        {
            "$facet": {
                "messages": [{"$group": {"_id": "$model", **count}}],
                "labels": [
                    {"$unwind": "$corrected_labels"},
                    {"$group": {"_id": {"model": "$model", "label": "$corrected_labels"}, **count}},
                ],
                "differences": [
                    {"$unwind": "$corrected"},
                    {"$group": {"_id": {"model": "$model", "one": "$corrected"}, **count}},
                ],
            }
        },
    ]
