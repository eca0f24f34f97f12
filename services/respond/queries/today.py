"""Today's deadlines, counted inside MongoDB over the cases that changed today or are still open."""

from typing import Any, Final

from services.respond.domain.scope import Scope
from services.respond.domain.today import SLOT_SECONDS, Counted, Day, Today
from services.respond.queries.outcomes import within
from shared.case.kept.indexes import CASES
from shared.case.state.clock import ClockKind, ClockMove
from shared.case.state.stage import OURS, SETTLED, TERMINAL, Stage
from shared.mongo.available import available

_OPEN: Final = sorted(stage.value for stage in Stage if stage not in SETTLED | TERMINAL)
_BUSY: Final = sorted(stage.value for stage in OURS - {Stage.NEW})
_FIRST: Final = ClockKind.FIRST_RESPONSE.value


class TodayReport:
    """Counts over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def of(self, day: Day, scope: Scope, *, brand: str | None) -> Today:
        """Return the report on this day; of a brand outside the scope an empty one."""
        report = Today(day=day)
        if brand is not None and not scope.sees(brand):
            return report
        with available():
            [found] = await self._cases.aggregate(pipeline(day, scope, brand=brand)).to_list(1)
        report.count(
            Counted(
                kind=ClockKind(one["_id"]["kind"]),
                status=one["_id"]["status"],
                met_slot=one["_id"].get("met"),
                breach_slot=one["_id"].get("breach"),
                count=one["count"],
            )
            for one in found["clocks"]
        )
        report.count_opened({one["_id"]: one["count"] for one in found["opened"]})
        report.first_seconds = [int(one["_id"]) for one in found["first"] for _ in range(one["count"])]
        return report

    async def loads(self) -> dict[str, int]:
        """Return how many cases are each agent's to do something about; who has none is left out."""
        wanted = {"owner": {"$exists": True}, "stage": {"$in": _BUSY}}
        with available():
            found = await self._cases.aggregate(
                [{"$match": wanted}, {"$group": {"_id": "$owner", "cases": {"$sum": 1}}}]
            ).to_list(None)
        return {one["_id"]: one["cases"] for one in found}


def pipeline(day: Day, scope: Scope, *, brand: str | None) -> list[dict[str, Any]]:
    """Return the aggregation. What happens to a clock changes its case, so history before today is not looked at."""
    mine = {"brand": brand} if brand is not None else within(scope)
    today = {"$gte": day.start, "$lt": day.end}
    either: list[dict[str, Any]] = [{"changed_at": {"$gte": day.start}}, {"stage": {"$in": _OPEN}}]
    return [
        {"$match": {"$or": [{**one, **mine} for one in either]}},
        {"$match": {"stage": {"$ne": Stage.MERGED.value}}},
        {"$project": {"opened_at": 1, "runs": {"$ne": ["$stage", Stage.CLOSED.value]}, "clocks": _clocks()}},
        {
            "$facet": {
                "opened": [
                    {"$match": {"opened_at": today}},
                    {"$group": {"_id": _slot("$opened_at"), "count": {"$sum": 1}}},
                ],
                "clocks": [
                    {"$unwind": "$clocks"},
                    {"$group": {"_id": _alike(day), "count": {"$sum": 1}}},
                ],
                "first": [
                    {"$unwind": "$clocks"},
                    {"$match": {"clocks.kind": _FIRST, "clocks.met": today, "clocks.began": {"$ne": None}}},
                    {"$group": {"_id": _seconds("$clocks.began", "$clocks.met"), "count": {"$sum": 1}}},
                ],
            }
        },
    ]


def _clocks() -> dict[str, Any]:
    """Each clock's log as the few instants that count, worked out as SlaClock does."""
    breach, met = _first(ClockMove.BREACH), _first(ClockMove.FULFIL)
    stopped = {"$last": _lines(ClockMove.PAUSE, ClockMove.RESUME)}
    terms = {"$last": _lines(ClockMove.APPLY_POLICY)}
    in_time_after_all = {"$and": [{"$ne": ["$$met", None]}, {"$lte": ["$$met", "$$breach"]}]}
    one = {
        "kind": "$$clock.kind",
        "began": _first(ClockMove.ACTIVATE),
        "met": "$$met",
        "breach": {"$cond": [in_time_after_all, None, "$$breach"]},
        "paused": {"$eq": [{"$getField": {"field": "move", "input": stopped}}, ClockMove.PAUSE.value]},
        "timed": {"$gt": [{"$getField": {"field": "target_seconds", "input": terms}}, None]},
    }
    named = {"$let": {"vars": {"met": met, "breach": breach}, "in": one}}
    return {"$map": {"input": "$clocks", "as": "clock", "in": named}}


def _alike(day: Day) -> dict[str, Any]:
    """What clocks are counted by. Open ones of a closed case are its continuation's; what is settled stands still."""

    def is_today(at: str) -> dict[str, Any]:
        return {"$and": [{"$gte": [at, day.start]}, {"$lt": [at, day.end]}]}

    is_late = {"$ne": ["$clocks.breach", None]}
    branches: list[tuple[dict[str, Any] | str, Any]] = [
        (is_today("$clocks.met"), {"$cond": [is_late, "met_late", "met"]}),
        ({"$or": [{"$ne": ["$clocks.met", None]}, {"$not": ["$runs"]}]}, "over"),
        ("$clocks.paused", "paused"),
        (is_late, "late"),
        ("$clocks.timed", "running"),
    ]
    return {
        "kind": "$clocks.kind",
        "status": {
            "$switch": {"branches": [{"case": when, "then": then} for when, then in branches], "default": "untimed"}
        },
        "met": {"$cond": [is_today("$clocks.met"), _slot("$clocks.met"), None]},
        "breach": {"$cond": [is_today("$clocks.breach"), _slot("$clocks.breach"), None]},
    }


def _lines(*moves: ClockMove) -> dict[str, Any]:
    wanted = {"$in": ["$$line.move", [move.value for move in moves]]}
    return {"$filter": {"input": "$$clock.log", "as": "line", "cond": wanted}}


def _first(move: ClockMove) -> dict[str, Any]:
    found = {"$getField": {"field": "at", "input": {"$first": _lines(move)}}}
    return {"$ifNull": [found, None]}


def _slot(at: str) -> dict[str, Any]:
    return {"$toLong": {"$floor": {"$divide": [{"$toLong": at}, SLOT_SECONDS * 1000]}}}


def _seconds(start: str, end: str) -> dict[str, Any]:
    """Whole seconds between; 0 where an answer was posted before the message that it turned out to answer."""
    return {"$max": [0, {"$toLong": {"$ceil": {"$divide": [{"$subtract": [end, start]}, 1000]}}}]}
