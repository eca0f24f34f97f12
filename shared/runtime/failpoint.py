"""Dying on purpose between two durable steps, so that tests can prove that it does no harm."""

import os
import signal
from typing import Final

_ARMED: Final = os.environ.get("EARSHOT_FAILPOINT", "")


def failpoint(name: str) -> None:
    """Kill this process, as `kill -9` would, if EARSHOT_FAILPOINT is this name. Otherwise nothing happens."""
    if name == _ARMED:
        os.kill(os.getpid(), signal.SIGKILL)
