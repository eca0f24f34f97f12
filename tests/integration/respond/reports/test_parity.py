"""The parity report over cases in MongoDB: each wait once, with the followers of whoever waited."""

import asyncio
import os
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.respond.domain.canary import canary
from services.respond.reports.deciles import FirstAnswer
from services.respond.reports.first_answers import Chosen, FirstAnswers
from services.respond.reports.parity import parity
from shared.case.apply import apply_all
from shared.case.commands import Assign, Open, Tick
from shared.case.keeping import Step
from shared.case.kept.indexes import CASES
from shared.case.kept.store import CaseStore
from shared.case.merge import merge
from shared.case.opening import continue_case
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.case import Case
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear

ROOT = Path(__file__).parents[4]
EVERYBODY = Chosen()


def asked_by(author: str, followers: int | None, **fields: Any) -> Case:
    case = a_case(author=author, message=a_message(f"post-of-{author}"), **fields)
    return replace(case, customer=replace(case.customer, followers=followers))


def answered(case: Case, minutes: int) -> Case:
    at = NOON + timedelta(minutes=minutes)
    asked = after(case, Assign(agent="mira", by="route"))
    receipt = ReportPosted(reply_id="r-1", native_id=f"answer-to-{case.id}", url=None, posted_at=at)
    return after(asked, an_answer(asked), StartSending(reply_id="r-1", until=at), Tick(), receipt, now=at)


async def keep(database: Any, *cases: Case) -> None:
    for case in cases:
        assert await CaseStore(database).save([Step(before=None, after=case)])


async def waits(database: Any, chosen: Chosen = EVERYBODY, *, size: int = 2) -> list[FirstAnswer]:
    found = [one async for page in FirstAnswers(database).pages(chosen, size=size) for one in page]
    return sorted(found, key=lambda one: (one.followers is None, one.followers or 0))


def a_wait(followers: int | None, minutes: float | None, *, breached: bool = False) -> FirstAnswer:
    seconds = None if minutes is None else minutes * 60
    return FirstAnswer(followers=followers, open_seconds=seconds, wall_seconds=seconds, breached=breached)


async def test_each_wait_is_told_once_with_what_became_of_it(database: Any) -> None:
    await keep(
        database,
        answered(asked_by("joe", 1), 5),
        answered(asked_by("ann", 2), 90),
        asked_by("bob", 3),
        after(asked_by("eve", 4), Tick(), now=NOON + 2 * HOUR),
        answered(asked_by("sam", None), 7),
    )

    assert await waits(database) == [
        a_wait(1, 5),
        a_wait(2, 90, breached=True),
        a_wait(3, None),
        a_wait(4, None, breached=True),
        a_wait(None, 7),
    ]


@pytest.mark.parametrize("size", [1, 3, 100])
async def test_the_size_of_the_pages_does_not_matter(database: Any, size: int) -> None:
    await keep(database, *(answered(asked_by(f"author-{number}", number), number) for number in range(7)))

    assert await waits(database, size=size) == [a_wait(number, number) for number in range(7)]


async def test_the_watchdogs_own_case_is_nobodys_wait(database: Any) -> None:
    await keep(database, canary("canary-1", now=NOON))

    assert await waits(database) == []


async def test_who_waits_on_a_case_merged_into_another_is_told_there_and_once(database: Any) -> None:
    famous, friend = asked_by("joe", 1_000_000), asked_by("ann", 5)
    stays, merged = merge(famous, friend, by="mira", now=NOON)
    both = apply_all(famous, stays, now=NOON)
    await keep(database, apply_all(friend, merged, now=NOON), answered(both, 10))

    assert await waits(database, size=1) == [a_wait(5, 10), a_wait(1_000_000, 10)]


async def test_what_a_full_case_left_unanswered_is_told_of_the_case_that_continues_it(database: Any) -> None:
    full = replace(asked_by("joe", 5), stage=Stage.CLOSED, disposition=Disposition.CONTINUED)
    opening = Open(
        case_id="c-next",
        brand=full.brand,
        network=full.network,
        account_id=full.account_id,
        customer_key=full.customer_key,
        customer=full.customer,
        hear=hear(a_message("next", at=NOON + HOUR / 2)),
        previous=full.id,
    )
    goes_on = continue_case(full, opening, now=NOON + HOUR / 2)
    await keep(database, full, answered(goes_on, 45))

    assert await waits(database) == [a_wait(5, 45)]


async def test_brand_severity_and_day_choose(database: Any) -> None:
    late = replace(asked_by("bob", 3), opened_at=NOON + 48 * HOUR)
    await keep(database, asked_by("joe", 1, brand="vinyl"), asked_by("ann", 2, severity="critical"), late)

    for chosen, followers in (
        (Chosen(brand="vinyl"), [1]),
        (Chosen(severity="critical"), [2]),
        (Chosen(since=NOON + HOUR), [3]),
        (Chosen(brand="vinyl", severity="critical"), []),
    ):
        assert [one.followers for one in await waits(database, chosen)] == followers


async def test_a_case_that_cannot_be_read_is_left_out(database: Any) -> None:
    await keep(database, answered(asked_by("joe", 1), 5))
    await database[CASES].insert_one({"_id": "c-spoilt", "brand": "discus", "stage": "new", "clocks": [{"kind": "?"}]})

    assert await waits(database) == [a_wait(1, 5)]


async def test_the_report_is_a_table(database: Any) -> None:
    await keep(database, *(answered(asked_by(f"author-{number}", number), 10) for number in range(20)))
    told = await parity(database, EVERYBODY, page=3)

    assert "0-1" in told
    assert told.endswith("The most followed wait 1.00 times as long as the least followed (median, open time).\n")


async def test_the_command_writes_the_table_to_standard_output_and_nothing_else(database: Any, mongo_url: str) -> None:
    await keep(database, answered(asked_by("joe", 1), 5))
    code, out, err = await run(mongo_url, database.name)

    assert (code, out, err) == (0, await parity(database, EVERYBODY), "")


async def test_the_command_says_what_to_do_where_mongodb_is_away_or_an_argument_is_wrong(mongo_url: str) -> None:
    code, out, err = await run("mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=200", "nothing")
    assert (code, out) == (1, "")
    assert "EARSHOT_MONGO_URL" in err

    code, _, err = await run(mongo_url, "nothing", "--since", "yesterday")
    assert code == 2
    assert "'yesterday' is no day: write it as 2026-11-21" in err


async def run(url: str, name: str, *arguments: str) -> tuple[int, str, str]:
    environment = {**os.environ, "EARSHOT_MONGO_URL": url, "EARSHOT_MONGO_DATABASE": name}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "services.respond.reports.parity", *arguments,
        env=environment, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()
