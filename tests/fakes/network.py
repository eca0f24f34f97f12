"""A network in memory that does what a test tells it, and remembers what it really posted."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from services.respond.networks.outbound import CannotTell, Found, Parent, Published, Sent, Standing, Unknown
from shared.case.state.parts import Message
from shared.runtime.clock import Clock

Manner: TypeAlias = Literal["posts", "posts unheard", "loses"] | Sent
"""`posts unheard`: it has the post, we hear nothing. An outcome: that is the answer, and nothing is posted."""


async def _nothing() -> None:
    return None


@dataclass
class FakeNetwork:
    """`manners` are used up one by one, then it posts; `parents` and `sights` likewise (a sight None: look and see)."""

    clock: Clock
    manners: list[Manner] = field(default_factory=list)
    parents: list[Parent] = field(default_factory=list)
    sights: list[CannotTell | None] = field(default_factory=list)
    deletions: list[CannotTell | None] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    below: list[str | None] = field(default_factory=list)
    before_post: Callable[[], Awaitable[None]] = _nothing
    after_post: Callable[[], Awaitable[None]] = _nothing
    after_look: Callable[[], Awaitable[None]] = _nothing
    """Between what it sees when it is asked to look a post up, and its telling us."""
    dated: datetime | None = None
    """When it says that it has its posts since; None: since now."""

    async def preflight(self, parent: Message) -> Parent:
        self.asked.append("preflight")
        return self.parents.pop(0) if self.parents else Standing()

    async def publish(self, frozen: str, token: str, *, below: str | None, not_after: datetime) -> Sent:
        self.asked.append("publish")
        self.below.append(below)
        self.tokens.append(token)
        await self.before_post()
        manner: Manner = self.manners.pop(0) if self.manners else "posts"
        if manner == "loses":
            return Unknown(reason="timed out")
        if not isinstance(manner, str):
            return manner
        self.posts.append(frozen)
        await self.after_post()
        return self.receipt(len(self.posts)) if manner == "posts" else Unknown(reason="timed out")

    async def lookup(self, frozen: str, *, below: str | None, since: datetime, ours: Collection[str]) -> Found:
        self.asked.append("lookup")
        blind = self.sights.pop(0) if self.sights else None
        if blind is not None:
            return blind
        there = [self.receipt(number) for number, post in enumerate(self.posts, 1) if post == frozen]
        await self.after_look()
        return next((one for one in there if one.native_id not in {*ours, *self.deleted}), None)

    async def locate(self, url: str, frozen: str, *, below: str | None, since: datetime) -> Found:
        there = [self.receipt(number) for number, post in enumerate(self.posts, 1) if post == frozen]
        return next((one for one in there if one.url == url), None)

    async def delete(self, native_id: str, *, api_id: str | None, since: datetime) -> CannotTell | None:
        self.asked.append("delete")
        cannot = self.deletions.pop(0) if self.deletions else None
        if cannot is None:
            self.deleted.append(native_id)
        return cannot

    def receipt(self, number: int) -> Published:
        return Published(
            native_id=f"uri-{number}",
            url=f"https://there/{number}",
            created_at=self.dated or self.clock(),
            api_id=str(number),
        )
