"""A Mastodon server in memory: just enough of one to be asked, and to be disturbed."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import httpx2
import orjson

from services.ingest.domain.listening import Listening
from shared.directory.model import Account

BASE: Final = "https://square.example"
OWN: Final = {"id": "1", "acct": "discus", "url": f"{BASE}/@discus", "uri": f"{BASE}/users/discus"}
ACCOUNT: Final = Account.model_validate(
    {
        "id": "discus@townsquare",
        "brand": "discus",
        "network": "mastodon",
        "base_url": BASE,
        "token": "a-token-of-some-length",
        "poll_seconds": 3,
    }
)
LISTENING: Final = Listening(
    account_id=ACCOUNT.id,
    brand="discus",
    authority="square.example",
    own_api_id="1",
    own_id=OWN["uri"],
    verified="tls",
)


def an_account(name: str = "joe", **fields: Any) -> dict[str, Any]:
    """Somebody on the same server."""
    return {
        "id": f"id-{name}",
        "acct": name,
        "display_name": name.title(),
        "url": f"{BASE}/@{name}",
        "uri": f"{BASE}/users/{name}",
        "followers_count": 213,
        "bot": False,
        "created_at": "2019-03-02T00:00:00.000Z",
        **fields,
    }


def a_status(api_id: str = "100", *, author: str = "joe", **fields: Any) -> dict[str, Any]:
    """A public post to the brand."""
    return {
        "id": api_id,
        "uri": f"{BASE}/users/{author}/statuses/{api_id}",
        "url": f"{BASE}/@{author}/{api_id}",
        "created_at": "2026-11-21T11:59:00.000Z",
        "edited_at": None,
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "visibility": "public",
        "language": "en",
        "sensitive": False,
        "spoiler_text": "",
        "favourites_count": 1,
        "reblogs_count": 2,
        "replies_count": 3,
        "content": f'<p><span class="h-card"><a href="{BASE}/@discus" class="u-url mention">@<span>discus</span></a>'
        "</span> my parcel is lost</p>",
        "account": an_account(author),
        "media_attachments": [],
        "mentions": [{"id": "1", "acct": "discus", "url": f"{BASE}/@discus"}],
        **fields,
    }


def an_answer(api_id: str = "200", *, to: dict[str, Any] | None, **fields: Any) -> dict[str, Any]:
    """A post of our own below another one (None: below none), which names whom it answers."""
    whom = (to or {}).get("account", {})
    return a_status(
        api_id,
        author="discus",
        account={**an_account("discus"), **OWN},
        content="<p>on its way</p>",
        in_reply_to_id=(to or {}).get("id"),
        in_reply_to_account_id=whom.get("id"),
        mentions=[{name: whom[name] for name in ("id", "acct", "url")}] if whom else [],
        **fields,
    )


def a_notice(notice_id: str = "1", status: Any = None, **fields: Any) -> dict[str, Any]:
    """A notification of a mention."""
    told = a_status(f"10{notice_id}") if status is None else status
    return {"id": notice_id, "type": "mention", "created_at": "2026-11-21T11:59:01.000Z", "status": told, **fields}


@dataclass
class Server:
    """What the server holds, and what it was asked. `answer` may answer in its stead."""

    notices: list[dict[str, Any]] = field(default_factory=list)
    statuses: dict[str, dict[str, Any]] = field(default_factory=dict)
    accounts: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[httpx2.Request] = field(default_factory=list)
    answer: Callable[[httpx2.Request], httpx2.Response | None] = lambda _: None
    change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]] = lambda page: page

    def client(self) -> httpx2.AsyncClient:
        """A client that reaches this server."""
        return httpx2.AsyncClient(transport=httpx2.MockTransport(self._handle), base_url=BASE)

    def tell(self, *notices: dict[str, Any]) -> None:
        """Add notifications, with their statuses."""
        for notice in notices:
            self.notices.append(notice)
            status = notice.get("status")
            if isinstance(status, dict) and "id" in status:
                self.statuses[status["id"]] = status

    def asked_for(self, path: str) -> list[httpx2.Request]:
        """The requests to a path."""
        return [request for request in self.asked if request.url.path == path]

    async def _handle(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        await asyncio.sleep(0)  # as on a real line, others have their turn before the answer comes
        instead = self.answer(request)
        if instead is not None:
            return instead
        path = request.url.path
        if path == "/api/v1/accounts/verify_credentials":
            return httpx2.Response(200, json=OWN)
        if path == "/api/v1/notifications":
            return httpx2.Response(200, content=orjson.dumps(self._page(request, self.notices)))
        if path == "/api/v1/accounts/1/statuses":
            own = [one for one in self.statuses.values() if one["account"]["id"] == OWN["id"]]
            return httpx2.Response(200, content=orjson.dumps(self._page(request, own)))
        for held, place in ((self.statuses, "statuses"), (self.accounts, "accounts")):
            found = re.fullmatch(f"/api/v1/{place}/(.+)", path)
            if found and found[1] in held:
                return httpx2.Response(200, json=held[found[1]])
        return httpx2.Response(404, json={})

    def _page(self, request: httpx2.Request, held: list[dict[str, Any]]) -> list[dict[str, Any]]:
        asked = request.url.params
        limit = int(asked["limit"])
        found = sorted(held, key=lambda one: int(one["id"]), reverse=True)
        if "max_id" in asked:
            found = [one for one in found if int(one["id"]) < int(asked["max_id"])]
        if "min_id" in asked:
            return self.change([one for one in found if int(one["id"]) > int(asked["min_id"])][-limit:])
        return self.change(found[:limit])
