"""A run in which a deadline is missing, there twice, early or strange has no figures."""

from datetime import timedelta
from typing import Any

import pytest
from bson import encode
from bson.raw_bson import RawBSONDocument

from tests.bench.complete import Incomplete
from tests.bench.copies import Due
from tests.bench.recorded import Write, lateness
from tests.builders import NOON

MS = timedelta(milliseconds=1)
START = {"move": "activate", "at": NOON}
BREACH = {"move": "breach", "at": NOON}


def due(case_id: str) -> Due:
    return Due(case_id=case_id, at=NOON, move="breach", lines=1, version=1, document=RawBSONDocument(encode({})))


def wrote(case_id: str, *, late: timedelta = 40 * MS) -> Write:
    return Write(case_id=case_id, at=NOON + late)


def test_lateness_is_from_the_deadlines_instant_to_the_write_by_the_servers_clock() -> None:
    logs = {"c-1": [START, BREACH], "c-2": [START, BREACH]}
    writes = [wrote("c-2", late=250 * MS), wrote("c-1")]
    assert lateness([due("c-1"), due("c-2")], logs, writes) == [0.04, 0.25]


@pytest.mark.parametrize(
    ("log", "writes", "why"),
    [
        ([START], [], "found is \\[\\]"),
        ([START, BREACH, BREACH], [wrote("c-1")], "was to be recorded"),
        ([START, {"move": "warn", "at": NOON}], [wrote("c-1")], "was to be recorded"),
        ([START, {"move": "breach", "at": NOON + MS}], [wrote("c-1")], "was to be recorded"),
        ([START, BREACH], [], "written 0 times"),
        ([START, BREACH], [wrote("c-1"), wrote("c-1")], "written 2 times"),
        ([START, BREACH], [wrote("c-1", late=-MS)], "0.001 s early"),
        ([START, BREACH], [wrote("c-1"), wrote("c-9")], "nothing due, for example c-9"),
    ],
    ids=["missing", "twice", "another move", "another instant", "unwritten", "written twice", "early", "not due"],
)
def test_anything_but_each_deadline_once_at_its_instant_makes_the_run_void(
    log: list[dict[str, Any]], writes: list[Write], why: str
) -> None:
    with pytest.raises(Incomplete, match=f"void: .*{why}"):
        lateness([due("c-1")], {"c-1": log}, writes)


def test_a_case_that_is_gone_makes_the_run_void() -> None:
    with pytest.raises(Incomplete, match="void"):
        lateness([due("c-1")], {}, [])
