"""How long each customer waited for the first answer, page by page from the cases."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import structlog
from pydantic import TypeAdapter, ValidationError

from services.respond.reports.deciles import FirstAnswer, first_answer
from shared.case.kept.indexes import CASES
from shared.case.state.case import CANARY
from shared.case.state.clock import ClockKind, SlaClock
from shared.case.state.stage import Disposition, Stage
from shared.mongo.available import available

log = structlog.get_logger()

_CLOCKS: Final = TypeAdapter(tuple[SlaClock, ...])
_GLANCE: Final = dict.fromkeys(("clocks", "customer.followers", "disposition"), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which cases are reported on; None: all. `since`: opened then or later."""

    brand: str | None = None
    severity: str | None = None
    since: datetime | None = None


class FirstAnswers:
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def pages(self, chosen: Chosen, *, size: int) -> AsyncGenerator[list[FirstAnswer], None]:
        """Give every wait for a first answer once, in pages of so many cases by id; so none is held for long.

        What waits on a case that goes on for others (merged into it, or full) is told of there, with the followers of
        the customer who waits.
        """
        wanted, after = _wanted(chosen), ""
        while True:
            with available():
                cursor = self._cases.find({**wanted, "_id": {"$gt": after}}, _GLANCE)
                documents = await cursor.sort("_id", 1).limit(size).to_list(None)
            if not documents:
                return
            after = documents[-1]["_id"]
            clocks = {one["_id"]: _clocks(one) for one in documents}
            followers = {one["_id"]: _followers(one) for one in documents}
            origins = {clock.origin for found in clocks.values() for clock in found if clock.origin is not None}
            followers |= await self._followers(origins - followers.keys())
            yield [
                answer
                for case, found in clocks.items()
                for clock in found
                if (answer := first_answer(clock, followers=followers.get(clock.origin or case))) is not None
            ]

    async def _followers(self, cases: set[str]) -> Mapping[str, int | None]:
        if not cases:
            return {}
        with available():
            found = await self._cases.find({"_id": {"$in": sorted(cases)}}, {"customer.followers": 1}).to_list(None)
        return {one["_id"]: _followers(one) for one in found}


def _wanted(chosen: Chosen) -> dict[str, Any]:
    wanted: dict[str, Any] = {"brand": chosen.brand or {"$ne": CANARY}, "stage": {"$ne": Stage.MERGED.value}}
    if chosen.severity is not None:
        wanted["severity"] = chosen.severity
    if chosen.since is not None:
        wanted["opened_at"] = {"$gte": chosen.since}
    return wanted


def _clocks(document: Mapping[str, Any]) -> Sequence[SlaClock]:
    """Return the clocks that count here: a full case leaves what it still owes to the case that continues it."""
    try:
        clocks = _CLOCKS.validate_python(document.get("clocks", ()))
    except ValidationError as error:
        log.error("case cannot be read", case=document["_id"], problems=error.error_count())
        return ()
    continued = document.get("disposition") == Disposition.CONTINUED.value
    return [one for one in clocks if one.kind is ClockKind.FIRST_RESPONSE and not (continued and one.is_open)]


def _followers(document: Mapping[str, Any]) -> int | None:
    found = document.get("customer", {}).get("followers")
    return None if found is None else int(found)
