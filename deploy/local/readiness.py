"""Checks that say "it is of use now". None of them raises when the answer is no."""

import asyncio
import http.client
import os
from collections.abc import Awaitable, Callable

POLL_SECONDS = 0.03


async def until(check: Callable[[], Awaitable[bool]]) -> None:
    """Returns when the check says yes; the caller bounds it with `asyncio.timeout`."""
    while not await check():  # noqa: ASYNC110 - what is asked runs in another process
        await asyncio.sleep(POLL_SECONDS)


def is_alive(pid: int) -> bool:
    """Somebody's process has this number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # alive, and somebody else's
    return True


async def port_open(port: int, host: str = "127.0.0.1") -> bool:
    try:
        _, writer = await asyncio.open_connection(host, port)
    except OSError:
        return False
    writer.close()
    try:
        await writer.wait_closed()
    except OSError:
        pass  # the other side was quicker
    return True


async def http_ok(port: int, path: str, host: str = "127.0.0.1") -> bool:
    """A GET answers 200."""
    return await asyncio.to_thread(_status, host, port, path) == 200


def _status(host: str, port: int, path: str) -> int | None:
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
