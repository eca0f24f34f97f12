"""A load generator: a few connections kept alive, requests made beforehand, as little work per answer as can be.

It runs on a loop and in a thread of its own, uvloop's: on two cores the generator's own cost is part of what
is measured, on both sides alike.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from time import perf_counter
from typing import Any

import uvloop

Schedule = Sequence[float]
"""When each request is due, by `perf_counter`."""


class Unexpected(Exception):
    """An answer that is not 202."""


class _Connection(asyncio.Protocol):
    """Sends a request, waits for all of its answer, takes the next."""

    def __init__(self, following: Callable[["_Connection"], None], broken: Callable[[Exception], None]) -> None:
        self._following, self._broken = following, broken
        self._transport: Any = None
        self._answer = b""
        self.busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def send(self, request: bytes) -> None:
        self.busy = True
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._answer += data
        head, end, body = self._answer.partition(b"\r\n\r\n")
        if not end or len(body) < _length(head):
            return
        self._answer = b""
        self.busy = False
        if head[9:12] != b"202":
            self._broken(Unexpected(f"{head[:60]!r} {body[:400]!r}"))
        else:
            self._following(self)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.busy:
            self._broken(exc or ConnectionResetError("the server closed the connection"))

    def close(self) -> None:
        self._transport.close()


def _length(head: bytes) -> int:
    at = head.lower().find(b"content-length:")
    return int(head[at + 15 :].partition(b"\r\n")[0]) if at >= 0 else 0


async def flood(port: int, requests: Sequence[bytes], *, connections: int) -> list[float]:
    """Send all, each connection its next as soon as it has an answer; return when each answer came.

    Raises Unexpected, OSError.
    """
    left: Iterator[bytes] = iter(requests)
    answered: list[float] = []
    all_done = asyncio.get_running_loop().create_future()

    def following(connection: _Connection) -> None:
        answered.append(perf_counter())
        request = next(left, None)
        if request is not None:
            connection.send(request)
        elif len(answered) == len(requests) and not all_done.done():
            all_done.set_result(None)

    async with asyncio.timeout(120):
        opened = await _open(port, min(connections, len(requests)), following, all_done)
        for connection in opened:
            connection.send(next(left))
        await all_done
    for connection in opened:
        connection.close()
    return answered


async def paced(port: int, requests: Sequence[bytes], due: Schedule, *, connections: int) -> None:
    """Send each when it is due, or as soon after it as a connection is free. Raises Unexpected, OSError."""
    loop = asyncio.get_running_loop()
    free: asyncio.Queue[_Connection] = asyncio.Queue()
    broken = loop.create_future()
    for connection in await _open(port, connections, free.put_nowait, broken):
        free.put_nowait(connection)
    for request, when in zip(requests, due, strict=True):
        await asyncio.sleep(max(0.0, when - perf_counter()))
        if broken.done():
            break
        (await free.get()).send(request)
    for _ in range(connections):
        if broken.done():
            broken.result()
        (await asyncio.wait_for(free.get(), 30)).close()


async def _open(
    port: int, count: int, following: Callable[[_Connection], None], failed: "asyncio.Future[None]"
) -> list[_Connection]:
    def broken(reason: Exception) -> None:
        if not failed.done():
            failed.set_exception(reason)

    loop = asyncio.get_running_loop()
    return [
        (await loop.create_connection(lambda: _Connection(following, broken), "127.0.0.1", port))[1]
        for _ in range(count)
    ]


async def apart(work: Callable[[], Any]) -> Any:
    """Return what the coroutine of `work` returns, run on a loop of its own in a thread."""

    def run() -> Any:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(work())

    return await asyncio.to_thread(run)
