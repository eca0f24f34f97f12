"""Mira's desk: the agents' API, with her key."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Self

import httpx2

from deploy.local.demo.failed import StoryFailed

MIRA = "mira"
_BEAT_SECONDS = 15.0
_PAGE = 200

Json = dict[str, Any]


class Desk:
    """Methods raise StoryFailed with what the API said instead."""

    def __init__(self, url: str, key: str) -> None:
        self._http = httpx2.AsyncClient(base_url=url, timeout=10, headers={"Authorization": f"Bearer {key}"})

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def cases_of(self, usernames: set[str]) -> dict[str, Json]:
        """Their newest cases on the square, by username; rows of the list, without messages."""
        found: dict[str, Json] = {}
        asked = {"network": "mastodon", "sort": "newest", "limit": _PAGE}
        for row in (await self._ask("GET", "/v1/cases", params=asked))["items"]:
            name = (row["customer"]["handle"] or "").removeprefix("@").partition("@")[0]
            if name in usernames:
                found.setdefault(name, row)
        return found

    async def case(self, case_id: str) -> Json:
        """One case in full."""
        return await self._ask("GET", f"/v1/cases/{case_id}")

    async def storms(self) -> list[Json]:
        """Those that have not calmed."""
        items: list[Json] = (await self._ask("GET", "/v1/storms"))["items"]
        return items

    async def claim(self, case_id: str) -> Json:
        """Makes the case Mira's, whoever has it; the case remembers that."""
        return await self._ask("POST", f"/v1/cases/{case_id}/claim", json={"take_over": True})

    async def reply(self, case: Json, text: str) -> Json:
        """Answers the customer's last message in public."""
        newest = case["last_message"]
        body = {"text": text, "answers": newest, "seen": newest}
        return await self._ask(
            "POST", f"/v1/cases/{case['id']}/replies", json=body, headers={"Idempotency-Key": f"demo-{newest}"[:255]}
        )

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Mira is at work for as long as this is open."""
        await self._beat()
        beating = asyncio.create_task(self._keep_beating())
        try:
            yield
        finally:
            beating.cancel()
            await asyncio.gather(beating, return_exceptions=True)

    async def _keep_beating(self) -> None:
        while True:
            await asyncio.sleep(_BEAT_SECONDS)
            await self._beat()

    async def _beat(self) -> None:
        await self._ask("PUT", "/v1/presence")

    async def _ask(self, method: str, path: str, **more: Any) -> Json:
        try:
            answer = await self._http.request(method, path, **more)
        except httpx2.TransportError as error:
            raise StoryFailed(f"the agents' API does not answer {method} {path}: {error!r}") from None
        if not answer.is_success:
            raise StoryFailed(f"{method} {path} was answered {answer.status_code}: {answer.text[:300]}")
        said: Json = answer.json()
        return said
