"""The queue: cases by filter, in order of their deadlines or of their latest change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from services.respond.domain.scope import Scope
from services.respond.queries.cursor import Place
from shared.case.kept.document import from_document
from shared.case.kept.indexes import CASES
from shared.case.state.case import CANARY, Case
from shared.case.state.stage import Stage
from shared.mongo.available import available

Order = Literal["due", "newest"]

# Rows show the newest message only. Arrival is nearly the network's order; three make up for a swapped pair.
GLIMPSE = {"history": 0, "replies": 0, "messages": {"$slice": -3}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which cases; what is None or empty does not matter. `owned` False: those that nobody has.

    `language` is a tag (`nl` also finds `nl-BE`); `und` finds those of which nobody knows it.
    """

    stages: Sequence[Stage] = ()
    brand: str | None = None
    network: str | None = None
    owner: str | None = None
    owned: bool | None = None
    queue: str | None = None
    severity: str | None = None
    intent: str | None = None
    language: str | None = None
    tag: str | None = None
    due_before: datetime | None = None


class CaseList:
    """Lists of cases; each case comes with its last few messages, without replies and history.

    Methods raise Unavailable.
    """

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def page(
        self, scope: Scope, wanted: Wanted, *, order: Order, after: Place | None, limit: int
    ) -> tuple[list[Case], Place | None]:
        """Return a page of cases and the place to go on from; None: that was all.

        By `due`: those with a deadline first, the most urgent (or most overdue) leading, then the others by change.
        """
        base = condition(scope, wanted)
        found: list[Case] = []
        if order == "due" and (after is None or after.kind == "due"):
            found = await self._due(base, after, limit + 1)
            after = None
        if len(found) <= limit:
            missing = {**base, "answer_by": {"$exists": False}} if order == "due" else base
            if wanted.due_before is None or order == "newest":
                found += await self._changed(missing, after, limit + 1 - len(found))
        if len(found) <= limit:
            return found, None
        return found[:limit], _place(found[limit - 1], order)

    async def count(self, scope: Scope, wanted: Wanted, *, at_most: int) -> int:
        """Return how many there are, counted up to a limit."""
        with available():
            counted: int = await self._cases.count_documents(condition(scope, wanted), limit=at_most)
        return counted

    async def _due(self, base: dict[str, Any], after: Place | None, limit: int) -> list[Case]:
        within = {**base.get("answer_by", {}), "$exists": True}
        extra: dict[str, Any] = {}
        if after is not None:
            within["$gte"] = after.at
            extra["$or"] = [{"answer_by": {"$gt": after.at}}, {"_id": {"$gt": after.id}}]
        return await self._find({**base, "answer_by": within, **extra}, [("answer_by", 1), ("_id", 1)], limit)

    async def _changed(self, base: dict[str, Any], after: Place | None, limit: int) -> list[Case]:
        extra: dict[str, Any] = {}
        if after is not None:
            extra["changed_at"] = {"$lte": after.at}
            extra["$or"] = [{"changed_at": {"$lt": after.at}}, {"_id": {"$gt": after.id}}]
        return await self._find({**base, **extra}, [("changed_at", -1), ("_id", 1)], limit)

    async def _find(self, found: dict[str, Any], order: list[tuple[str, int]], limit: int) -> list[Case]:
        with available():
            documents = await self._cases.find(found, GLIMPSE).sort(order).limit(limit).to_list(None)
        return [from_document(document) for document in documents]


def condition(scope: Scope, wanted: Wanted) -> dict[str, Any]:
    """Return the filter. Values are typed before they come here; none of them can be an operator."""
    equal = {name: getattr(wanted, name) for name in ("network", "owner", "queue", "severity", "intent")}
    found: dict[str, Any] = {name: value for name, value in equal.items() if value is not None}
    if wanted.owned is not None and wanted.owner is None:
        found["owner"] = {"$exists": wanted.owned}
    if wanted.tag is not None:
        found["tags"] = wanted.tag
    if wanted.language is not None:
        found["language"] = _speaking(wanted.language)
    if wanted.stages:
        found["stage"] = {"$in": [stage.value for stage in wanted.stages]}
    if wanted.brand is not None and scope.sees(wanted.brand):
        found["brand"] = wanted.brand
    elif wanted.brand is not None or not scope.is_all:
        # A brand outside the scope is one without cases, not an error: it tells nothing about what is there.
        found["brand"] = {"$in": [] if wanted.brand is not None else sorted(scope.brands)}
    else:
        found["brand"] = {"$ne": CANARY}
    if wanted.due_before is not None:
        found["answer_by"] = {"$lt": wanted.due_before}
    return found


def _speaking(language: str) -> Any:
    if language == "und":
        return {"$in": [None, language]}
    return re.compile(f"^{re.escape(language)}(?:-|$)")


def _place(case: Case, order: Order) -> Place:
    if order == "due" and case.answer_by is not None:
        return Place(kind="due", at=case.answer_by, id=case.id)
    return Place(kind="newest" if order == "newest" else "rest", at=case.changed_at, id=case.id)
