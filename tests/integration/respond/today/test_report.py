"""Today's report counts what happened to clocks today and what is still open, and looks at nothing else."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx2

from services.respond.domain.scope import Scope
from services.respond.domain.today import day_of
from services.respond.queries.today import pipeline
from shared.case.commands import Assign, Resolve, Tick
from shared.case.kept.indexes import CASES
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.case import Case
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.lives import a_case_at

DAY = timedelta(days=1)


def asked(author: str, *, hours_ago: float, **fields: Any) -> Case:
    """A case whose first answer was due an hour after it was opened, with Mira."""
    at = NOON - hours_ago * HOUR
    case = a_case(author=author, message=a_message(f"post-{author}", at=at), **fields)
    return after(case, Assign(agent="mira", by="route"), now=at)


def answered(case: Case, *, minutes: int) -> Case:
    at = case.opened_at + timedelta(minutes=minutes)
    receipt = ReportPosted(reply_id="r-1", native_id=f"answer-{case.id}", url=None, posted_at=at)
    return after(ticked(case, at), an_answer(case), StartSending(reply_id="r-1", until=at), receipt, now=at)


def ticked(case: Case, now: Any) -> Case:
    """The case after the clock process has looked at it."""
    return after(case, Tick(), now=now)


async def today(client: httpx2.AsyncClient, **params: str) -> dict[str, Any]:
    answer = await client.get("/v1/reports/today", params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def first(report: dict[str, Any]) -> dict[str, int]:
    return next({**one} for one in report["clocks"] if one["kind"] == "first_response")


async def test_clocks_count_as_what_became_of_them(site: Site, mira: httpx2.AsyncClient) -> None:
    await site.opened(
        answered(asked("in-time", hours_ago=3), minutes=60),
        answered(asked("late", hours_ago=4), minutes=90),
        answered(asked("yesterday", hours_ago=30), minutes=30),
        ticked(asked("late-and-open", hours_ago=2), NOON),
        ticked(asked("late-since-yesterday", hours_ago=20), NOON),
        asked("running", hours_ago=0.5),
        replace(ticked(asked("merged", hours_ago=2), NOON), stage=Stage.MERGED),
        replace(ticked(asked("continued", hours_ago=2), NOON), stage=Stage.CLOSED),
    )

    report = await today(mira)

    found = first(report)
    # What a merged or a full case owes, another one owes; that its deadline passed today is told all the same.
    assert (found["met"], found["met_late"], found["late"], found["running"], found["paused"]) == (1, 1, 2, 1, 0)
    assert found["breached"] == 3
    hours = {one["hour"]: one for one in report["hours"]}
    assert [hours[hour]["opened"] for hour in (8, 9, 10, 11)] == [1, 1, 2, 1]
    assert [hours[hour]["answered"] for hour in (9, 10)] == [1, 1]
    assert [hours[hour]["breached"] for hour in (9, 11)] == [1, 2]
    assert report["first_response"] == {"answered": 2, "median_minutes": 60.0, "p90_minutes": 90.0}


async def test_what_is_settled_without_an_answer_stands_still_and_is_no_success(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    settled = Resolve(by="mira", disposition=Disposition.SPAM, reason="x")
    await site.opened(
        after(asked("a", hours_ago=0.5), settled, now=NOON),
        after(ticked(asked("b", hours_ago=2), NOON), settled, now=NOON),
    )

    found = first(await today(mira))

    assert (found["met"], found["met_late"], found["late"], found["running"]) == (0, 0, 0, 0)
    assert (found["paused"], found["breached"]) == (2, 1)


async def test_the_day_is_that_of_the_zone(site: Site, mira: httpx2.AsyncClient) -> None:
    await site.opened(answered(asked("night", hours_ago=12.5), minutes=15))

    assert first(await today(mira))["met"] == 0
    there = await today(mira, zone="Europe/Amsterdam")
    assert first(there)["met"] == 1
    assert [one["hour"] for one in there["hours"] if one["answered"]] == [0]
    for zone in ("Europe/Atlantis", "../../etc/passwd", "", "/etc/localtime"):
        answer = await mira.get("/v1/reports/today", params={"zone": zone})
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_zone"), zone


async def test_it_holds_only_cases_of_ones_brands(
    site: Site, mira: httpx2.AsyncClient, sara: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await site.opened(asked("d", hours_ago=0.5), asked("q", hours_ago=0.5, brand="quay"))

    assert first(await today(mira))["running"] == 2
    assert first(await today(mira, brand="discus"))["running"] == 1
    assert first(await today(sara))["running"] == 1
    assert first(await today(sara, brand="discus"))["running"] == 0
    assert (await joris.get("/v1/reports/today")).status_code == 403


async def test_load_is_what_each_has_to_do_with_how_they_are_there(
    site: Site, mira: httpx2.AsyncClient, joris: httpx2.AsyncClient
) -> None:
    await joris.put("/v1/presence")
    owned = [a_case_at(stage, owner="joris") for stage in (Stage.ASSIGNED, Stage.PUBLISHING, Stage.AWAITING_CUSTOMER)]
    await site.opened(*owned)

    first_of_all, *others = (await today(mira))["agents"]

    assert (first_of_all["agent"], first_of_all["presence"], first_of_all["cases"]) == ("joris", "online", 2)
    assert (first_of_all["capacity"], first_of_all["share"]) == (20, 0.1)
    assert {"mira", "quinn", "sara"} <= {one["agent"] for one in others}
    assert {(one["presence"], one["cases"]) for one in others} == {("offline", 0)}
    assert not {"quinn", "sara"} & {one["agent"] for one in (await today(mira, brand="discus"))["agents"]}


async def test_history_is_not_looked_at(site: Site) -> None:
    """Two index scans: what changed today, and what is open. A year of settled cases costs nothing."""
    old = [replace(a_case_at(Stage.CLOSED, name=str(number)), changed_at=NOON - 30 * DAY) for number in range(60)]
    await site.opened(*old, asked("a", hours_ago=0.5), answered(asked("b", hours_ago=3), minutes=5))
    asked_for = pipeline(day_of(NOON, ZoneInfo("UTC")), Scope(), brand=None)

    explained = await site.database.command(
        {
            "explain": {"aggregate": CASES, "pipeline": asked_for, "cursor": {}},
            "verbosity": "executionStats",
        }
    )

    assert "COLLSCAN" not in str(explained)
    assert _examined(explained) < 10


def _examined(part: Any) -> int:
    """The most documents that any stage says it has examined."""
    if isinstance(part, dict):
        return max([int(part.get("totalDocsExamined", 0)), *(_examined(one) for one in part.values())])
    return max((_examined(one) for one in part), default=0) if isinstance(part, list) else 0
