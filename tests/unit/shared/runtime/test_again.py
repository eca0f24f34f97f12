"""Again and again until told to stop, more and more patiently while the world is away; in leaping time."""

import asyncio
from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

import pytest
from structlog.testing import capture_logs

from shared.runtime.again import again
from shared.runtime.errors import Unavailable
from tests.unit.shared.runtime.leaping import leap, now

AWAY = Unavailable("no primary")
A_BUG = ZeroDivisionError("ours")


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[MutableMapping[str, Any]]]:
    """What was logged."""
    with capture_logs() as taken:
        yield taken


def times(outcomes: Sequence[bool | int | Exception], *, every: float = 1.0) -> list[float]:
    """When each step was taken that ended so, and when the loop had ended after the last of them said stop."""

    async def main() -> list[float]:
        stop, taken, left = asyncio.Event(), list[float](), list(outcomes)

        async def step() -> bool | int:
            taken.append(round(now(), 6))
            outcome = left.pop(0)
            if not left:
                stop.set()
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        await again(step, stop=stop, every=every, name="test")
        return [*taken, round(now(), 6)]

    return leap(main())


def test_a_step_with_nothing_more_to_do_is_taken_again_after_the_usual_time() -> None:
    assert times([False, 0, False], every=2.5) == [0, 2.5, 5, 5]


def test_a_step_with_more_to_do_is_taken_again_at_once() -> None:
    assert times([True, 500, False, True, False]) == [0, 0, 0, 1, 1, 1]


def test_while_the_world_is_away_each_wait_is_twice_the_one_before_up_to_five_seconds() -> None:
    assert times([AWAY] * 8) == [0, 0.2, 0.6, 1.4, 3, 6.2, 11.2, 16.2, 16.2]


def test_the_first_wait_is_short_however_seldom_the_step_is_taken() -> None:
    """What is renewed every three seconds must not be lost to one failure."""
    assert times([False, AWAY, False, False], every=30) == [0, 30, 30.2, 60.2, 60.2]


def test_a_success_ends_the_patience() -> None:
    assert times([AWAY, AWAY, AWAY, False, AWAY, False]) == [0, 0.2, 0.6, 1.4, 2.4, 2.6, 2.6]


def test_a_bug_ends_nothing_and_waits_five_seconds() -> None:
    assert times([A_BUG, A_BUG, False, A_BUG]) == [0, 5, 10, 11, 11]


def test_the_log_names_the_part_and_tells_the_world_from_a_bug(logs: list[MutableMapping[str, Any]]) -> None:
    times([AWAY, A_BUG, False])

    assert [(line["event"], line["log_level"], line["part"], line["retry_in"]) for line in logs] == [
        ("waits for the world", "warning", "test", 0.2),
        ("met a bug", "error", "test", 5),
    ]
    assert logs[0]["error"] == "no primary"
    assert logs[1]["exc_info"]


@pytest.mark.parametrize(("outcome", "usual"), [(False, 3600.0), (AWAY, 0.2), (A_BUG, 5.0)])
def test_told_to_stop_while_it_waits_it_ends_at_once(outcome: bool | Exception, usual: float) -> None:
    async def main() -> float:
        stop = asyncio.Event()

        async def step() -> bool:
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        asyncio.get_running_loop().call_later(usual / 2, stop.set)
        await again(step, stop=stop, every=3600.0, name="test")
        return now()

    assert leap(main()) == usual / 2


def test_told_to_stop_while_a_step_is_under_way_it_ends_with_that_step() -> None:
    async def main() -> tuple[int, float]:
        stop, ended = asyncio.Event(), 0

        async def step() -> bool:
            nonlocal ended
            await asyncio.sleep(2)
            ended += 1
            return True

        asyncio.get_running_loop().call_later(3, stop.set)
        await again(step, stop=stop, every=1, name="test")
        return ended, now()

    assert leap(main()) == (2, 4)


def test_told_to_stop_before_it_began_it_does_nothing() -> None:
    async def main() -> int:
        stop, taken = asyncio.Event(), 0
        stop.set()

        async def step() -> bool:
            nonlocal taken
            taken += 1
            return False

        await again(step, stop=stop, every=1, name="test")
        return taken

    assert leap(main()) == 0


def test_a_step_that_always_has_more_to_do_leaves_room_for_others() -> None:
    """Also one that never waits for anything itself."""

    async def main() -> int:
        stop, taken = asyncio.Event(), 0

        async def step() -> bool:
            nonlocal taken
            taken += 1
            if taken > 10_000:
                raise AssertionError("nobody else had a turn")
            return True

        asyncio.get_running_loop().call_soon(stop.set)
        await again(step, stop=stop, every=1, name="test")
        return taken

    assert leap(main()) <= 2


def test_being_cancelled_is_no_bug() -> None:
    async def main() -> bool:
        async def step() -> bool:
            await asyncio.sleep(3600)
            return False

        running = asyncio.create_task(again(step, stop=asyncio.Event(), every=1, name="test"))
        await asyncio.sleep(1)
        running.cancel()
        await asyncio.wait({running})
        return running.cancelled()

    assert leap(main())
