"""A town for tests: people who speak through the API as any client does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from httpx2 import AsyncClient, Response

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
HOME = "http://square.test"
Json = dict[str, Any]


class StoppedClock:
    """Stands still until moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass(frozen=True)
class Person:
    id: str
    username: str
    token: str

    @property
    def headers(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(frozen=True)
class Town:
    http: AsyncClient

    async def person(self, username: str, **said: object) -> Person:
        answer = await self.http.post("/_square/accounts", json={"username": username, **said})
        assert answer.status_code == 200, answer.text
        return Person(**answer.json())

    async def try_to_say(self, who: Person, text: str, *, key: str | None = None, **said: str) -> Response:
        headers = dict(who.headers) | ({"Idempotency-Key": key} if key else {})
        return await self.http.post("/api/v1/statuses", data={"status": text, **said}, headers=headers)

    async def say(self, who: Person, text: str, *, key: str | None = None, **said: str) -> Json:
        answer = await self.try_to_say(who, text, key=key, **said)
        assert answer.status_code == 200, answer.text
        told: Json = answer.json()
        return told

    async def get(self, path: str, who: Person | None = None, **query: object) -> Response:
        headers = {} if who is None else dict(who.headers)
        params = {name: str(value) for name, value in query.items()}
        return await self.http.get(path, params=params, headers=headers)

    async def notifications(self, who: Person, **query: object) -> list[Json]:
        answer = await self.get("/api/v1/notifications", who, **{"types[]": "mention", **query})
        assert answer.status_code == 200, answer.text
        told: list[Json] = answer.json()
        return told

    async def arm(self, kind: str, **said: object) -> Json:
        answer = await self.http.post("/_square/faults", json={"kind": kind, **said})
        assert answer.status_code == 200, answer.text
        told: Json = answer.json()
        return told

    async def ledger(self) -> Json:
        told: Json = (await self.http.get("/_square/ledger")).json()
        return told
