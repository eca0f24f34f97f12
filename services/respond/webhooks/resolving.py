"""From a host to the one address that is connected to."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence

from services.respond.domain.webhooks.reach import Reach, Target

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Returns the addresses of a host. Raises OSError where it has none."""


class NotAllowed(Exception):
    """The host leads inside; the message says what it led to."""


async def resolve(host: str, port: int) -> Sequence[str]:
    """Ask the machine's resolver."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(address[0]) for _, _, _, _, address in found]


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
