"""From a host to the one address that is connected to."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from services.respond.domain.webhooks.reach import Reach, Target

_THREADS: Final = 64

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Returns the addresses of a host. Raises OSError where it has none."""


class NotAllowed(Exception):
    """The host leads inside; the message says what it led to."""


class Resolver:
    """Asks the machine's resolver, which can take half a minute for a name that nobody answers for.

    So it has threads of its own, and a host is asked for once at a time: what hangs keeps nobody else waiting.
    """

    def __init__(self, lookup: Callable[..., Any] = socket.getaddrinfo, *, threads: int = _THREADS) -> None:
        """`lookup`: as `socket.getaddrinfo`."""
        self._lookup = lookup
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="resolver")
        self._asked: dict[tuple[str, int], asyncio.Future[Any]] = {}

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        """Return the addresses of a host. Raises OSError and UnicodeError."""
        asking = self._asked.get((host, port))
        if asking is None:
            asking = asyncio.get_running_loop().run_in_executor(self._threads, self._ask, host, port)
            self._asked[host, port] = asking
            asking.add_done_callback(lambda done: self._answered((host, port), done))
        # Whoever asks may go away; those who wait for the same answer do not.
        return [str(address[0]) for _, _, _, _, address in await asyncio.shield(asking)]

    def close(self) -> None:
        """Begin no more look-ups."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _ask(self, host: str, port: int) -> Any:
        return self._lookup(host, port, type=socket.SOCK_STREAM)

    def _answered(self, asked: tuple[str, int], done: asyncio.Future[Any]) -> None:
        del self._asked[asked]
        if not done.cancelled():
            done.exception()  # nobody may be left who wants to know


async def vetted(target: Target, reach: Reach, resolving: Resolve) -> str:
    """Return an address of the target that may be connected to. The name is looked up once: whoever answers otherwise
    the next time (rebinding) is not asked a next time.

    Raises NotAllowed, OSError.
    """
    try:
        addresses = await resolving(target.host, target.port)
    except UnicodeError:
        raise NotAllowed(f"{target.host} is no name that could be looked up") from None
    allowed = [address for address in addresses if reach.allows(target.host, address)]
    if not allowed:
        raise NotAllowed(f"{target.host} is at {', '.join(addresses) or 'no address'}: not on the open internet")
    return allowed[0]
