"""The world around Earshot as a test sees it: the square's people, the agents' desk, a support platform, the ledger."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx2

from shared.runtime.ids import random_id

Json = dict[str, Any]


class Square:
    """The town square: people who post, and the ledger of what really happened there."""

    def __init__(self, url: str) -> None:
        self._http = httpx2.AsyncClient(base_url=url, timeout=10)

    async def close(self) -> None:
        await self._http.aclose()

    async def person(self, name: str) -> None:
        (await self._http.post("/_square/accounts", json={"username": name})).raise_for_status()

    async def post(self, name: str, text: str, **fields: Any) -> Json:
        answer = await self._http.post("/_square/posts", json={"username": name, "text": text, **fields})
        answer.raise_for_status()
        posted: Json = answer.json()
        return posted

    async def fault(self, kind: str, **fields: Any) -> None:
        (await self._http.post("/_square/faults", json={"kind": kind, **fields})).raise_for_status()

    async def ledger(self) -> Json:
        answer = await self._http.get("/_square/ledger", params={"requests": "writes"})
        ledger: Json = answer.raise_for_status().json()
        return ledger

    async def answers_to(self, status_id: str) -> list[Json]:
        """Everything that the brand ever posted below a status, deleted or not."""
        statuses = (await self.ledger())["statuses"]
        brand = next(one["id"] for one in (await self.ledger())["accounts"] if one["username"] == "discus")
        return [one for one in statuses if one["in_reply_to_id"] == status_id and one["account"] in (brand, "discus")]


class Desk:
    """An agent at work, through the API."""

    def __init__(self, url: str, key: str, *, name: str) -> None:
        self.name = name
        self._http = httpx2.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=10)

    async def close(self) -> None:
        await self._http.aclose()

    async def call(self, method: str, path: str, **fields: Any) -> httpx2.Response:
        return await self._http.request(method, path, **fields)

    async def case(self, case_id: str) -> Json:
        answer = await self._http.get(f"/v1/cases/{case_id}")
        case: Json = answer.raise_for_status().json()
        return case

    async def cases(self, **filters: Any) -> list[Json]:
        found: list[Json] = []
        params = {"limit": 200, **filters}
        while True:
            page = (await self._http.get("/v1/cases", params=params)).raise_for_status().json()
            found += page["items"]
            if not page["next"]:
                return found
            params["cursor"] = page["next"]

    async def case_of(self, name: str) -> Json | None:
        for row in await self.cases(sort="newest"):
            if name_in(row) == name:
                return await self.case(row["id"])
        return None

    async def answer(self, case: Json, text: str, *, key: str | None = None) -> httpx2.Response:
        """Take the case over and answer its newest message."""
        claimed = await self._http.post(f"/v1/cases/{case['id']}/claim", json={"take_over": True})
        if claimed.is_error:
            return claimed
        newest = claimed.json()["last_message"]
        return await self._http.post(
            f"/v1/cases/{case['id']}/replies",
            json={"text": text, "answers": newest, "seen": newest},
            headers={"Idempotency-Key": key} if key else {},
        )


def name_in(case: Json) -> str:
    """The customer's name on their network, without the network's."""
    handle: str = case["customer"]["handle"]
    return handle.partition("@")[0]


@dataclass
class Helpdesk:
    """A support platform: signs with Standard Webhooks, and sends again until it is told 2xx."""

    url: str
    secret: str

    def signed(self, body: bytes, *, at: datetime | None = None, delivery: str | None = None) -> dict[str, str]:
        delivery = delivery or random_id("msg")
        seconds = str(int((at or datetime.now(UTC)).timestamp()))
        key = base64.b64decode(self.secret.removeprefix("whsec_"))
        signature = hmac.new(key, f"{delivery}.{seconds}.".encode() + body, hashlib.sha256).digest()
        return {
            "webhook-id": delivery,
            "webhook-timestamp": seconds,
            "webhook-signature": f"v1,{base64.b64encode(signature).decode()}",
        }

    async def send(self, *data: Json) -> httpx2.Response:
        """One batch of events."""
        batch = [
            {
                "specversion": "1.0",
                "id": one["native_id"],
                "source": "/helpdesk",
                "type": "care.mention.v1",
                "data": one,
            }
            for one in data
        ]
        body = json.dumps(batch).encode()
        headers = {"Content-Type": "application/cloudevents-batch+json", **self.signed(body)}
        async with httpx2.AsyncClient(base_url=self.url, timeout=10) as http:
            return await http.post("/v1/events", content=body, headers=headers)


def a_post(native_id: str, *, author: str, text: str = "Where is my parcel?", **fields: Any) -> Json:
    """A mention as a support platform sends it."""
    return {
        "network": "mastodon",
        "account_id": "discus@townsquare",
        "native_id": native_id,
        "author": {"id": f"https://elsewhere.example/@{author}", "handle": author},
        "text": text,
        "occurred_at": datetime.now(UTC).isoformat(),
        **fields,
    }
