"""Which ports the stack listens on."""

import os
import random
import socket
from collections.abc import Mapping

# Below the range from which Linux and macOS take the near end of outgoing connections, so that a port that was free
# a moment ago is still free when the child binds it.
RANDOM_PORTS = range(20_000, 32_000)


class PortRefused(Exception):
    """The user asked for this very port and cannot have it."""


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


class Ports:
    """Hands out ports, each at most once.

    `near_defaults`: the default or the next free port after it, as a person expects; otherwise any free port, so that
    several stacks can run side by side.
    """

    def __init__(self, *, near_defaults: bool = False, environment: Mapping[str, str] = os.environ) -> None:
        self._near_defaults = near_defaults
        self._environment = environment
        self._given: set[int] = set()

    def take(self, process: str, default: int) -> int:
        """Raises PortRefused when EARSHOT_PORT_<PROCESS> names something else than a free port."""
        variable = "EARSHOT_PORT_" + process.upper().replace("-", "_")
        if asked := self._environment.get(variable):
            port = int(asked) if asked.isdecimal() else 0
            if not 0 < port < 65_536:
                raise PortRefused(f"{variable}={asked}: that is no port")
            if port in self._given or not is_free(port):
                raise PortRefused(f"{variable}={port}: that port is in use; free it or name another one")
        elif self._near_defaults:
            port = next(port for port in range(default, 65_536) if self._usable(port))
        else:
            chance = random.SystemRandom()
            port = next(port for port in iter(lambda: chance.choice(RANDOM_PORTS), 0) if self._usable(port))
        self._given.add(port)
        return port

    def _usable(self, port: int) -> bool:
        return port not in self._given and is_free(port)
