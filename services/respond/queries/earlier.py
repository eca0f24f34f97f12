"""The customer's earlier cases with the brand."""

from typing import Any

from services.respond.domain.scope import Scope
from services.respond.queries.cases import GLIMPSE
from services.respond.queries.cursor import Place
from services.respond.queries.outcomes import within
from shared.case.kept.document import from_document
from shared.case.kept.indexes import CASES
from shared.case.state.case import Case
from shared.case.state.stage import Stage
from shared.mongo.available import available


class EarlierCases:
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def page(
        self, scope: Scope, case: Case, *, after: Place | None, limit: int
    ) -> tuple[list[Case], Place | None]:
        """Return cases of the same customers opened before this one, the newest first, and the place to go on from.

        Merged cases are left out: what was said there stands on the one that goes on for them. Each comes with its last
        few messages, without replies and history.
        """
        condition: dict[str, Any] = {
            "keys": {"$in": list(case.keys)},
            "_id": {"$ne": case.id},
            "opened_at": {"$lte": case.opened_at},
            "stage": {"$ne": Stage.MERGED.value},
            **within(scope),
        }
        if after is not None:
            condition["opened_at"]["$lte"] = after.at
            condition["$or"] = [{"opened_at": {"$lt": after.at}}, {"_id": {"$gt": after.id}}]
        with available():
            cursor = self._cases.find(condition, GLIMPSE).sort([("opened_at", -1), ("_id", 1)])
            found = [from_document(document) for document in await cursor.limit(limit + 1).to_list(None)]
        if len(found) <= limit:
            return found, None
        last = found[limit - 1]
        return found[:limit], Place(kind="earlier", at=last.opened_at, id=last.id)
