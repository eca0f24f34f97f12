"""GET /v1/stream: Server-Sent Events that resume with Last-Event-ID."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Annotated, Final

from fastapi import APIRouter, Header
from starlette.responses import StreamingResponse
from starlette.types import Message, Send

from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.live.broadcast import Broadcast
from services.respond.live.told import Ears, Told
from shared.directory.profile import Profile

_HEARTBEAT_SECONDS: Final = 15.0
_SEND_SECONDS: Final = 10.0
# A stream outlives the check of its key; so it ends after a while, and whoever reconnects is checked again.
_LONGEST_SECONDS: Final = 3600.0

_EXAMPLE: Final = 'id: 5f0c-17\nevent: case\ndata: {"case_id":"c-0123","case_version":4,"stage":"assigned"}\n\n'


class _EventStream(StreamingResponse):
    """A stream whose reader may not dawdle: what is not taken in ten seconds ends it."""

    media_type = "text/event-stream"

    async def stream_response(self, send: Send) -> None:
        async def soon(message: Message) -> None:
            try:
                async with asyncio.timeout(_SEND_SECONDS):
                    await send(message)
            except TimeoutError:
                raise OSError("the reader of a live stream does not read") from None

        await super().stream_response(soon)


def stream_routes(
    broadcast: Broadcast, *, by_id: Callable[[str], Profile | None], heartbeat: float = _HEARTBEAT_SECONDS
) -> APIRouter:
    """Return the routes. `by_id` finds agents who are not gone; `heartbeat`: seconds of silence before a comment."""
    router = APIRouter(tags=["live"])

    @router.get(
        "/v1/stream",
        response_class=_EventStream,
        responses={
            200: {
                "description": "`case`: a case changed (the announcement). `notice`: you are to be told of a warning "
                "or a breach on a case, or of a note that names you ({case, customer, about, at}). `note`, `draft`, "
                "`attention`: colleagues did something on a case ({case, ...}). `storm`: a storm changed. `hello`: "
                "from here on. "
                "`reset`: events were missed, look for yourself. Lines that begin with a colon are heartbeats.",
                "content": {"text/event-stream": {"schema": {"type": "string"}, "example": _EXAMPLE}},
            },
            **problems(),
        },
    )
    async def stream(
        agent: CurrentAgent, last_event_id: Annotated[str | None, Header(max_length=128)] = None
    ) -> StreamingResponse:
        """Follow what changes in your brands. Reconnect with the id of the last event to miss nothing."""
        ears = ears_of(agent)

        def is_welcome() -> bool:
            now = by_id(agent.id)
            return now is not None and ears_of(now) == ears

        lines = events(broadcast, ears, last_event_id, heartbeat=heartbeat, is_welcome=is_welcome)
        return _EventStream(lines, headers={"X-Accel-Buffering": "no"})

    return router


def ears_of(agent: Profile) -> Ears:
    """Return whom an agent listens as."""
    return Ears(scope=scope_of(agent), agent=agent.id, is_supervisor=agent.is_supervisor)


async def events(
    broadcast: Broadcast,
    ears: Ears,
    last_id: str | None,
    *,
    heartbeat: float,
    is_welcome: Callable[[], bool] = lambda: True,
) -> AsyncIterator[bytes]:
    """Give the lines of a stream until the listener is let go, is not welcome, or has listened for an hour.

    Whether they are welcome is asked before every line: who is gone, or is to hear other things now, is told no more.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + _LONGEST_SECONDS
    with broadcast.listening(ears, last_id=last_id) as listener:
        while loop.time() < end:
            try:
                event = await asyncio.wait_for(listener.next(), heartbeat)
            except TimeoutError:
                if not is_welcome():
                    return
                yield b": still here\n\n"
                continue
            if event is None or not is_welcome():
                return
            yield _lines(event)


def _lines(event: Told) -> bytes:
    data = event.data.replace("\r", " ").replace("\n", " ")  # one line of JSON; a line break would end the field
    return f"id: {event.id}\nevent: {event.kind}\ndata: {data}\n\n".encode()
