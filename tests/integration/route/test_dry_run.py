"""A dry run says what other service levels would change, and changes nothing."""

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from deploy.local.stack_file import StackFile, stack_path
from services.route.dry_run import all_cases
from shared.case.state.stage import Stage
from tests.builders import HOUR, NOON
from tests.integration.route.levels import cases_of, due_after, levels_with, opened

ROOT = Path(__file__).parents[3]
LEVELS = """
version: 1
policies:
  - {id: money, match: {intents: [refund]}, targets: {first_response: 30m}}
  - {id: standard, targets: {first_response: 2h, resolution: 24h}}
queues: [{id: all}]
"""
READS = {"find", "getMore", "aggregate", "count", "killCursors", "endSessions", "dbHash", "profile"}


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Awaitable[Ended]]

DRY_RUN = "services.route.dry_run"
BESIDE = f"deploy.local.beside {DRY_RUN}"


@pytest.fixture
def run(database: Any, mongo_url: str, tmp_path: Path) -> Run:
    """`python -m services.route.dry_run` on a file with this text."""
    names = {"EARSHOT_MONGO_URL": mongo_url, "EARSHOT_MONGO_DATABASE": database.name}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("EARSHOT_")} | names

    async def ran(text: str, *arguments: str, module: str = DRY_RUN, **changed: str | None) -> Ended:
        path = tmp_path / "levels.yaml"
        await asyncio.to_thread(path.write_text, text)
        given = {name: value for name, value in {**environment, **changed}.items() if value is not None}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *module.split(), str(path), *arguments,
            env=given | {"PYTHONPATH": str(ROOT)}, cwd=tmp_path,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, err = await process.communicate()
        return Ended(process.returncode or 0, out.decode(), err.decode())

    return ran


def rows(text: str) -> list[list[str]]:
    """The lines, cut at two spaces or more."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in text.splitlines()]


async def test_it_says_which_policy_every_case_would_get_and_what_moves(run: Run, database: Any) -> None:
    joe, ann, eve = cases_of("joe", "ann", "eve", book=due_after(1))
    await opened(database, [joe, replace(ann, intent="refund"), replace(eve, stage=Stage.CLOSED)])

    ended = await run(LEVELS)

    assert ended.code == 0, ended.err
    found = rows(ended.out)
    assert found[0] == ["2 open cases"]
    assert ["standard", "money", "1"] in found
    assert ["standard", "standard, other terms", "1"] in found
    assert ["later", "1", "0"] in found
    assert [joe.id, "first_response 1", "2026-11-21 13:00:00Z", "2026-11-21 14:00:00Z", "+1h"] in found
    assert "2 of 2 cases" in ended.err


async def test_it_writes_nothing(run: Run, database: Any) -> None:
    """MongoDB's own word: it was asked for reads alone, and every collection is byte for byte what it was."""
    await opened(database, cases_of("joe", "ann", book=due_after(1)))
    before = await database.command("dbHash")
    await database.command("profile", 2)

    for arguments in ([], ["--case", cases_of("joe", book=due_after(1))[0].id]):
        assert (await run(LEVELS, *arguments)).code == 0

    await database.command("profile", 0)
    asked = [next(iter(one["command"])) for one in await database["system.profile"].find().to_list(None)]
    assert "find" in asked
    assert set(asked) <= READS
    after = await database.command("dbHash")
    assert (after["md5"], after["collections"]) == (before["md5"], before["collections"])


async def test_deadlines_that_would_be_passed_at_once_are_counted_and_come_first(database: Any) -> None:
    joe, ann = cases_of("joe", "ann", book=due_after(4))
    (slow,) = cases_of("eve", book=due_after(100))
    await opened(database, [joe, ann, slow])

    text = await all_cases(database, levels_with(due_after(2)), clock=lambda: NOON + 3 * HOUR)

    assert ["earlier", "3", "3"] in rows(text)
    affected = rows(text)[-3:]
    assert affected[0][0] == slow.id
    assert {row[-1] for row in affected} == {"-98h, passed at once", "-2h, passed at once"}


async def test_one_case_is_shown_in_full(run: Run, database: Any) -> None:
    (joe,) = cases_of("joe", book=due_after(1))
    await opened(database, [joe])

    ended = await run(LEVELS, "--case", joe.id)

    assert ended.code == 0, ended.err
    found = rows(ended.out)
    assert ["case", joe.id] in found
    assert ["intent", "delivery"] in found
    assert ["policy", "money", "no: intents"] in found
    assert ["policy", "standard", "yes"] in found
    assert ["first_response 1", "1h", "2h", "2026-11-21 13:00:00Z", "2026-11-21 14:00:00Z", "always"] in found


async def test_wrong_levels_are_said_before_anything_is_asked(run: Run) -> None:
    """MongoDB is not needed to learn that a file is wrong."""
    ended = await run(LEVELS.replace("30m", "0m"), EARSHOT_MONGO_URL="mongodb://127.0.0.1:1")

    assert (ended.code, ended.out) == (2, "")
    assert "policies/0/targets/first_response: 0m is no time at all" in ended.err


async def test_a_case_that_does_not_exist_is_said_so(run: Run) -> None:
    ended = await run(LEVELS, "--case", "c-nobody")

    assert (ended.code, ended.out) == (1, "")
    assert "There is no case c-nobody" in ended.err


async def test_a_mongodb_that_does_not_answer_is_named(run: Run) -> None:
    ended = await run(LEVELS, EARSHOT_MONGO_URL="mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")

    assert (ended.code, ended.out) == (1, "")
    assert "EARSHOT_MONGO_URL" in ended.err
    assert "Traceback" not in ended.err


async def test_without_a_case_nothing_would_change(run: Run) -> None:
    ended = await run(LEVELS)

    assert (ended.code, ended.out) == (0, "No case is open: nothing would change.\n")


async def test_make_dry_run_looks_at_the_stack_that_runs_here(
    run: Run, database: Any, mongo_url: str, tmp_path: Path
) -> None:
    await opened(database, cases_of("joe", book=due_after(1)))
    stack = StackFile("", "mock", "", mongo_url, database.name, {}, {}, {"supervisor": os.getpid()}, "")
    data = tmp_path / ".earshot"
    data.mkdir()
    stack_path(data).write_text(json.dumps(asdict(stack)))

    ended = await run(LEVELS, module=BESIDE, EARSHOT_MONGO_URL=None, EARSHOT_MONGO_DATABASE=None)

    assert ended.code == 0, ended.err
    assert ended.out.startswith("1 open case\n")
    assert (await run("", module=BESIDE)).code == 2
