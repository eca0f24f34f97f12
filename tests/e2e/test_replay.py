"""A file of posts through the front door: all accounted for, and a second time nothing changes."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from deploy.local.replay.arguments import asked
from deploy.local.replay.outcome import Followed, Outcome
from deploy.local.replay.replaying import replay
from deploy.local.running import Stack

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(120)]


def posts_by(crowd: str) -> list[dict[str, object]]:
    """300 posts by 60 people."""
    return [{"id": n, "author": f"{crowd}-{n % 60}", "text": f"@discus parcel {n} is lost"} for n in range(300)]


async def replayed(earshot: Stack, file: Path, *more: str) -> tuple[Outcome, Followed]:
    outcome = await replay(asked([str(file), "--data", str(earshot.home.path), *more]), Console(file=StringIO()))
    assert outcome.followed is not None
    return outcome, outcome.followed


async def test_every_row_of_a_file_is_on_a_case_in_quarantine_or_named(earshot: Stack, tmp_path: Path) -> None:
    file = tmp_path / "posts.jsonl"
    bad = [{"id": "nul", "text": "\0", "author": "jsonl-1"}, {"id": "empty", "text": " "}]
    file.write_text("\n".join(json.dumps(post) for post in [*posts_by("jsonl"), *bad]) + "\nnot json\n")

    outcome, followed = await replayed(earshot, file)

    assert outcome.is_good
    assert (outcome.rows, outcome.accepted, outcome.quarantined) == (303, 300, 1)
    assert outcome.unmappable == {"its text is empty": 1, "not JSON": 1}
    assert (followed.messages, followed.new_messages, followed.cases, followed.opened) == (300, 300, 60, 60)
    assert (followed.quarantined, followed.missing) == (1, 0)


async def test_the_same_run_again_changes_nothing(earshot: Stack, tmp_path: Path) -> None:
    file = tmp_path / "posts.csv"
    with file.open("w", newline="") as out:
        writer = csv.DictWriter(out, ["id", "author", "text"])
        writer.writeheader()
        writer.writerows(posts_by("csv"))

    _, first = await replayed(earshot, file, "--run-id", "again")
    outcome, second = await replayed(earshot, file, "--run-id", "again")

    assert outcome.accepted == 300
    assert (first.messages, first.new_messages) == (300, 300)
    assert (second.messages, second.new_messages, second.missing) == (300, 0, 0)
