"""A receiver of webhooks on loopback that can misbehave in every way, and writes down what it was sent."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Final

OK: Final = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
_EMPTY: Final = "Content-Length: 0\r\nConnection: close\r\n"
FAULTS: Final = {
    "500": f"HTTP/1.1 500 Oh No\r\n{_EMPTY}\r\n".encode(),
    "410": f"HTTP/1.1 410 Gone\r\n{_EMPTY}\r\n".encode(),
    "429": f"HTTP/1.1 429 Slowly\r\nRetry-After: 1\r\n{_EMPTY}\r\n".encode(),
    "redirect": f"HTTP/1.1 307 There\r\nLocation: /elsewhere\r\n{_EMPTY}\r\n".encode(),
    "half a body": b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
    "no answer": b"",
    "nonsense": b"SSH-2.0-OpenSSH_9.6\r\n",
}
"""What is answered before the connection is closed."""
HANG: Final = "hang"


@dataclass(frozen=True)
class Got:
    """A request that came in whole."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> str:
        return self.headers["webhook-id"]

    @property
    def told(self) -> Any:
        return json.loads(self.body)


@dataclass
class Receiver:
    """`faults`: what happens to the next requests, one each. `refuses`: which requests fail until told otherwise."""

    url: str = ""
    got: list[Got] = field(default_factory=list)
    faults: deque[str] = field(default_factory=deque)
    refuses: Callable[[Got], bool] = lambda _: False
    taken: list[Got] = field(default_factory=list)
    busiest: int = 0
    _open: int = 0

    @property
    def events(self) -> list[str]:
        """The ids of what it took, each once, in the order in which each came first."""
        return list(dict.fromkeys(one.event for one in self.taken))

    def types(self, case_id: str | None = None) -> list[str]:
        """The types of what it took, each event once."""
        first = {one.event: one.told for one in reversed(self.taken)}
        wanted = [first[event] for event in self.events]
        return [one["type"] for one in wanted if case_id in (None, one["data"].get("case_id"))]

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open += 1
        self.busiest = max(self.busiest, self._open)
        try:
            try:
                got = await _request(reader)
            finally:
                self._open -= 1  # before it is answered: the sender may come again at once
            self.got.append(got)
            fault = self.faults.popleft() if self.faults else "500" if self.refuses(got) else None
            if fault == HANG:
                await reader.read()  # until the sender gives up
            else:
                if fault is None:
                    self.taken.append(got)
                writer.write(OK if fault is None else FAULTS[fault])
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the sender was killed, or went
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


async def _request(reader: asyncio.StreamReader) -> Got:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    parted = [line.partition(": ") for line in head[1:]]
    headers = {name.lower(): value for name, colon, value in parted if colon}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Got(path=head[0].split()[1], headers=headers, body=body)


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """Give a receiver that takes everything."""
    receiver = Receiver()
    server = await asyncio.start_server(receiver.answer, "127.0.0.1", 0)
    receiver.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hooks?from=earshot"
    try:
        yield receiver
    finally:
        server.close()
        await server.wait_closed()
