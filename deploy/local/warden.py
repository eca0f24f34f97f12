"""A small program that outlives the supervisor by seconds, so that nothing else does.

Every child writes its pid to our standard input before it becomes what it is to be, and holds that pipe open until
then. So the end of the pipe means: the supervisor is gone, however it went, and we know all of its children. They lead
process groups of their own; ending the groups ends grandchildren too. Until we exit we also hold the lock of the data
folder.

It runs as `python -I -S warden.py SECONDS`, on the standard library alone, and works wherever there are process groups.
"""

import os
import signal
import sys
import time
from collections.abc import Iterable

POLL_SECONDS = 0.02


def groups_named(lines: Iterable[str]) -> set[int]:
    """The groups still ours: a line `N` is a child that started, a line `-N` one that is known to have ended."""
    groups: set[int] = set()
    for line in lines:
        number = int(line)
        if number > 0:
            groups.add(number)
        else:
            groups.discard(-number)
    return groups


def signal_groups(groups: Iterable[int], what: int) -> set[int]:
    """Signals them, returns those that still exist."""
    there = set()
    for group in groups:
        try:
            os.killpg(group, what)
        except ProcessLookupError:
            continue
        except PermissionError:
            pass  # macOS says so of a group that holds only zombies
        there.add(group)
    return there


def end(groups: set[int], *, within_seconds: float) -> None:
    signal_groups(groups, signal.SIGCONT)
    left = signal_groups(groups, signal.SIGTERM)
    deadline = time.monotonic() + within_seconds
    while left and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
        left = signal_groups(left, 0)
    signal_groups(left, signal.SIGKILL)


def main() -> None:
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    end(groups_named(sys.stdin), within_seconds=float(sys.argv[1]))


if __name__ == "__main__":
    main()
