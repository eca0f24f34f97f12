"""Who waits for an answer, counted by what they wait for: for the reasons that people can do something about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Protocol

from services.respond.domain.scope import Scope
from services.respond.queries.outcomes import SOME_TIME, within
from shared.case.kept.indexes import CASES
from shared.case.state.stage import Stage
from shared.mongo.available import available


class Reasons(Protocol):
    """Why cases wait, by what they ask for (`Case.demand`). Raises Unavailable."""

    async def of(self, demands: Sequence[str]) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Cases on which customers wait, at one stage; at `new` with the reason why nobody has them, where there is one."""

    stage: Stage
    because: str | None
    cases: int
    oldest: datetime


class WhoWaits:
    """Counts over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any, reasons: Reasons) -> None:
        self._cases = database[CASES]
        self._reasons = reasons

    async def kinds(self, scope: Scope) -> list[Kind]:
        """Return all kinds of these brands, the one first whose first customer has waited longest."""
        wanted = {"waits_from": SOME_TIME, **within(scope)}
        with available():
            found = await self._cases.aggregate([{"$match": wanted}, {"$group": _BY_KIND}]).to_list(None)
        # Read out of an index, a demand that is absent comes as null.
        why = await self._reasons.of([demand for one in found if (demand := one["_id"].get("demand")) is not None])
        kinds: dict[tuple[Stage, str | None], Kind] = {}
        for one in found:
            stage, because = Stage(one["_id"]["stage"]), why.get(one["_id"].get("demand") or "")
            known = kinds.get((stage, because))
            kinds[stage, because] = (
                Kind(stage=stage, because=because, cases=one["cases"], oldest=one["oldest"])
                if known is None
                else replace(known, cases=known.cases + one["cases"], oldest=min(known.oldest, one["oldest"]))
            )
        return sorted(kinds.values(), key=lambda kind: (kind.oldest, kind.stage))


_BY_KIND: Final = {
    "_id": {"stage": "$stage", "demand": "$demand"},
    "cases": {"$sum": 1},
    "oldest": {"$min": "$waits_from"},
}
