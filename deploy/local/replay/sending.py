"""Sending batches until ingest has answered for every post, whatever happens to it in the meantime."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime
from types import TracebackType
from typing import Self

import httpx2

from deploy.local.replay.again import LATER, pause
from deploy.local.replay.answers import Unintelligible, taken
from deploy.local.replay.events import MEDIA_TYPE, Run
from deploy.local.replay.pace import Pace
from deploy.local.replay.posts import Post
from deploy.local.replay.tally import Tally


class Stopped(Exception):
    """It makes no sense to go on; the message is for people."""


class Sending:
    """Some requests at a time over connections that stay open. Raises Stopped."""

    def __init__(
        self,
        *,
        url: str,
        sender: str,
        key: str,
        run: Run,
        tally: Tally,
        concurrency: int,
        patience: float,
        clock: Callable[[], datetime],
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        """`patience`: seconds without any answer after which we give up."""
        self._path = f"/v1/events/{sender}"
        self._run, self._tally, self._clock = run, tally, clock
        self._concurrency, self._patience = concurrency, patience
        self._http = httpx2.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {key}", "Content-Type": MEDIA_TYPE},
            timeout=httpx2.Timeout(30, connect=5),
            transport=transport,
            limits=httpx2.Limits(max_connections=concurrency, max_keepalive_connections=concurrency),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def all(self, batches: Iterator[list[Post]], pace: Pace) -> None:
        """Workers share one iterator, so that nothing is read before somebody is free to send it."""

        async def work() -> None:
            for batch in batches:
                await pace.turn(len(batch))
                await self._send(batch)

        tasks = [asyncio.create_task(work()) for _ in range(self._concurrency)]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _send(self, batch: list[Post]) -> None:
        """The bytes stay the same from try to try, so that ingest and all behind it know them again."""
        body = self._run.body(batch, now=self._clock())
        answer = await self._answer(body)
        if answer.status_code in {401, 403, 404, 405}:
            raise Stopped(f"ingest at {answer.url} answered {answer.status_code}: {answer.text[:300]}")
        try:
            self._tally.note(taken(answer.status_code, answer.content, sent=len(batch)), sent=len(batch))
        except Unintelligible as reason:
            raise Stopped(str(reason)) from None

    async def _answer(self, body: bytes) -> httpx2.Response:
        loop = asyncio.get_running_loop()
        give_up = loop.time() + self._patience
        attempt = 0
        while True:
            attempt += 1
            asked: str | None = None
            try:
                answer = await self._http.post(self._path, content=body)
            except httpx2.TransportError as error:
                self._tally.broken += 1
                why = repr(error)
            else:
                if answer.status_code not in LATER:
                    return answer
                self._tally.busy += 1
                asked, why = answer.headers.get("Retry-After"), f"{answer.status_code} {answer.text[:300]}"
            wait = pause(attempt, asked, now=self._clock())
            if loop.time() + wait > give_up:
                raise Stopped(f"no batch was taken for {self._patience:.0f} s; the last try met {why}")
            await asyncio.sleep(wait)
