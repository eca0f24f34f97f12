"""Waiting until everything that was accepted has arrived."""

import asyncio
from typing import Protocol

POLL_SECONDS = 0.5
_LONGEST_SECONDS = 5.0
_SHARE_OF_TIME = 10  # a look over many cases takes long, so we look seldom, and spare the database


class Counts(Protocol):
    """How many have arrived."""

    async def count(self) -> int: ...


class Distance(Protocol):
    """Is anything still on its way?"""

    @property
    def caught_up(self) -> bool: ...


class Shows(Protocol):
    """Tells a person how many of how many."""

    def arrived(self, so_far: int, of: int) -> None: ...


async def follow(evidence: Counts, *, expected: int, patience: float, shows: Shows) -> bool:
    """Has everything arrived? False once nothing more has for `patience` seconds."""
    loop = asyncio.get_running_loop()
    best, best_at = -1, loop.time()
    while True:
        began = loop.time()
        arrived = await evidence.count()
        shows.arrived(arrived, expected)
        if arrived >= expected:
            return True
        now = loop.time()
        if arrived > best:
            best, best_at = arrived, now
        if now - best_at > patience:
            return False
        await asyncio.sleep(min(max(POLL_SECONDS, _SHARE_OF_TIME * (now - began)), _LONGEST_SECONDS))


async def settle(distance: Distance, *, patience: float) -> None:
    """What arrives a second time shows nowhere, so wait until nothing is on its way; for `patience` seconds at most."""
    try:
        async with asyncio.timeout(patience):
            while not distance.caught_up:  # noqa: ASYNC110 - what is asked runs in other processes
                await asyncio.sleep(POLL_SECONDS)
    except TimeoutError:
        pass  # the table shows who is behind
