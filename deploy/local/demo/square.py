"""The town square, as anybody sees it, and its stage door."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from itertools import count
from types import TracebackType
from typing import Any, Self

import httpx2

from deploy.local.demo.cast import Stage
from deploy.local.demo.failed import StoryFailed
from deploy.local.demo.story import Line

OURS = "discus"


@dataclass(frozen=True)
class Posted:
    """A post on the square. `at` is the square's own time."""

    id: str
    username: str
    text: str
    at: datetime
    url: str


class Square:
    """Over HTTP, as it is for everybody else. Methods raise StoryFailed."""

    def __init__(self, url: str) -> None:
        self._http = httpx2.AsyncClient(base_url=url, timeout=10)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def stage(self, username: str) -> Stage:
        """The first performance in which this person does not live here yet."""
        for performance in count(1):
            stage = Stage(performance)
            answer = await self._http.get("/api/v1/accounts/lookup", params={"acct": stage.username(username)})
            if answer.status_code == 404:
                return stage
        raise StoryFailed("every name is taken")

    async def enrol(self, stage: Stage) -> None:
        await self._post("/_square/accounts", stage.accounts())

    async def say(self, lines: Sequence[tuple[str, Line, str | None]]) -> list[Posted]:
        """Posts as (username, line, the id of the post that it answers), in their order."""
        said = [
            {"username": username, "text": line.text, "language": line.language, "in_reply_to_id": parent}
            for username, line, parent in lines
        ]
        told = await self._post("/_square/posts", said)
        return [_posted(status, username) for status, (username, *_) in zip(told, lines, strict=True)]

    async def answer_of_ours(self, post: Posted) -> Posted | None:
        """Our public answer to a post, seen from outside without any key."""
        answer = await self._http.get(f"/api/v1/statuses/{post.id}/context")
        _expect(answer)
        for one in answer.json()["descendants"]:
            if one["in_reply_to_id"] == post.id and one["account"]["username"] == OURS:
                return _posted(one, OURS)
        return None

    async def _post(self, path: str, body: Any) -> list[dict[str, Any]]:
        answer = await self._http.post(path, json=body)
        _expect(answer)
        told: list[dict[str, Any]] = answer.json()
        return told


def plain(content: str) -> str:
    """The text of a status whose HTML is made of paragraphs, line breaks and links."""
    lines = re.sub(r"<br\s*/?>|</p>\s*<p>", "\n", content)
    return unescape(re.sub(r"<[^>]*>", "", lines)).strip()


def _posted(status: dict[str, Any], username: str) -> Posted:
    return Posted(
        id=status["id"],
        username=username,
        text=plain(status["content"]),
        at=datetime.fromisoformat(status["created_at"]),
        url=status["url"],
    )


def _expect(answer: httpx2.Response) -> None:
    if not answer.is_success:
        raise StoryFailed(f"the town square answered {answer.status_code}: {answer.text[:200]}")
