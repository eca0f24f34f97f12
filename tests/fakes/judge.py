"""An OpenAI-compatible endpoint on loopback, down to the bytes, so that it can misbehave in every way."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

PRAISE: Final[dict[str, Any]] = {
    "intent": "praise",
    "sentiment": "positive",
    "needs_answer": False,
    "severity": "low",
    "churn": False,
    "confidence": 0.9,
}


@dataclass(slots=True)
class Asked:
    """A request as it came."""

    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def question(self) -> dict[str, Any]:
        """What the user's message shows: ref, language, post."""
        found: dict[str, Any] = json.loads(json.loads(self.body)["messages"][1]["content"])
        return found


Behaviour = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


@dataclass(slots=True)
class Judge:
    """Serves `behaviour`, which a test may change at any time. `asked`: all requests so far."""

    behaviour: Behaviour
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        self.connections += 1
        try:
            while True:
                asked = await _read(reader)
                self.asked.append(asked)
                await self.behaviour(asked, writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


def completion(content: str | None, **choice: Any) -> bytes:
    """The body of a usual answer around `content`."""
    message = {"role": "assistant", "content": content, "refusal": None}
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "model": "small-2026-01-01",
            "choices": [{"index": 0, "finish_reason": "stop", "logprobs": None, "message": message, **choice}],
            "usage": {"prompt_tokens": 900, "completion_tokens": 50, "total_tokens": 950},
        }
    ).encode()


def http(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """A whole HTTP answer. `length`: said instead of the true one."""
    said = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", "content-type: application/json", f"content-length: {said}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def labelled(**labels: Any) -> Behaviour:
    """Answers as it should, with these labels."""
    return answering(lambda asked: json.dumps({"ref": asked.question["ref"], **PRAISE, **labels}))


def answering(content: Callable[[Asked], str]) -> Behaviour:
    """Answers with a content made of the question."""

    async def behave(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(http(completion(content(asked))))

    return behave


def writing(raw: bytes, *, close: bool = False) -> Behaviour:
    """Writes these bytes, whatever is asked, and may hang up after."""

    async def behave(_: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(raw)
        if close:
            await writer.drain()
            raise ConnectionError

    return behave


async def hang(_: Asked, __: asyncio.StreamWriter) -> None:
    """Takes the question and says nothing for ever."""
    await asyncio.Event().wait()


async def drip(_: Asked, writer: asyncio.StreamWriter) -> None:
    """A byte at a time, never done."""
    writer.write(http(b"", length=60_000))
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.01)


async def flood(_: Asked, writer: asyncio.StreamWriter) -> None:
    """An endless body, as fast as it is read."""
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n")
    while True:
        writer.write(b"10000\r\n" + b" " * 65_536 + b"\r\n")
        await writer.drain()


@asynccontextmanager
async def judging(behaviour: Behaviour) -> AsyncIterator[Judge]:
    """Serve one until the block ends."""
    judge = Judge(behaviour)
    under_way: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        under_way.add(task)
        try:
            await judge.serve(reader, writer)
        except asyncio.CancelledError:
            pass
        finally:
            under_way.discard(task)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    judge.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield judge
    finally:
        server.close()
        for task in list(under_way):
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        await server.wait_closed()


async def _read(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    line, *rest = head.strip().split("\r\n")
    headers = {name.lower(): value for name, _, value in (one.partition(": ") for one in rest)}
    return Asked(line, headers, await reader.readexactly(int(headers.get("content-length", "0"))))
