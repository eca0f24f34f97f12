"""Whatever happens to ingest in the middle, every batch is answered for, with the same bytes again."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from hashlib import sha256

import httpx2
import orjson
import pytest

from deploy.local.replay.events import Run, batches
from deploy.local.replay.pace import Pace
from deploy.local.replay.posts import Post
from deploy.local.replay.sending import Sending, Stopped
from deploy.local.replay.tally import Tally

POSTS = [Post(native=str(n), author="ann", text="hm", account="replay") for n in range(10)]


class Ingest:
    """Accepts everything, once it has done what it was told to do first."""

    def __init__(self, *first: httpx2.Response | Exception) -> None:
        self.first = list(first)
        self.bodies: list[bytes] = []

    async def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.bodies.append(request.content)
        await asyncio.sleep(0)
        if self.first:
            match self.first.pop(0):
                case httpx2.Response() as answer:
                    return answer
                case Exception() as error:
                    raise error
        ids = [sha256(event["id"].encode()).hexdigest() for event in orjson.loads(request.content)]
        results = [{"status": "accepted", "event_id": one} for one in ids]
        return httpx2.Response(202, json={"accepted": ids, "results": results})


@asynccontextmanager
async def sending(
    to: Callable[[httpx2.Request], Coroutine[None, None, httpx2.Response]],
    *,
    concurrency: int = 3,
    patience: float = 10,
) -> AsyncIterator[tuple[Sending, Tally]]:
    tally = Tally()
    async with Sending(
        url="http://ingest.test",
        sender="replay",
        key="k",
        run=Run(id="r", network="x"),
        tally=tally,
        concurrency=concurrency,
        patience=patience,
        clock=lambda: datetime(2026, 11, 21, tzinfo=UTC),
        transport=httpx2.MockTransport(to),
    ) as made:
        yield made, tally


async def test_every_post_is_sent_once_by_several_at_a_time() -> None:
    ingest = Ingest()
    async with sending(ingest) as (made, tally):
        await made.all(batches(POSTS, most=2), Pace(None))

    assert (tally.sent, tally.accepted, tally.repeated) == (10, 10, 0)
    assert len(ingest.bodies) == 5


@pytest.mark.parametrize(
    "mishap",
    [
        httpx2.Response(503, headers={"Retry-After": "0"}, json={"detail": "Later."}),
        httpx2.Response(429, json={"detail": "Slower."}),
        httpx2.ConnectError("nobody listens"),
        httpx2.ReadError("killed in the middle"),
        httpx2.ReadTimeout("no answer"),
    ],
    ids=lambda mishap: type(mishap).__name__,
)
async def test_a_batch_without_an_answer_is_sent_again_byte_for_byte(mishap: httpx2.Response | Exception) -> None:
    ingest = Ingest(mishap)
    async with sending(ingest, concurrency=1) as (made, tally):
        await made.all(batches(POSTS, most=10), Pace(None))

    assert ingest.bodies[0] == ingest.bodies[1]
    assert (tally.accepted, tally.busy + tally.broken) == (10, 1)


async def test_a_wrong_key_stops_it_with_what_ingest_said() -> None:
    ingest = Ingest(httpx2.Response(401, json={"detail": "Who are you?"}))
    async with sending(ingest, concurrency=1) as (made, _):
        with pytest.raises(Stopped, match="Who are you"):
            await made.all(batches(POSTS, most=5), Pace(None))


async def test_patience_ends() -> None:
    ingest = Ingest(*[httpx2.ConnectError("nobody listens")] * 99)
    async with sending(ingest, concurrency=1, patience=0.15) as (made, tally):
        with pytest.raises(Stopped, match="nobody listens"):
            await made.all(batches(POSTS, most=5), Pace(None))

    assert tally.accepted == 0
