"""What a network must be able to do for us, and what can come of it (CHANNELS, section 6)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from shared.case.state.parts import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The post that we answer is there. `edited`: it says something else than what we know of it."""

    edited: bool = False
    narrowed: bool = False
    """Fewer can read it than when it was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """The post that we answer is not there any more, or not for us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CannotTell:
    """The network did not let us read. `wait`: how long it asked us to stay away."""

    reason: str
    wait: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The network has our post, and its receipt says under which global id and since when."""

    native_id: str
    url: str | None
    created_at: datetime | None
    api_id: str | None = None
    """What the post is called in calls to this network: by this an answer goes below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """The network will not take this post, now or later."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryAfter:
    """The network took nothing and asks the whole account to wait."""

    reason: str
    wait: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSent:
    """Nothing was written to the network: it could not be reached, or it was too late to begin."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Something was written, and nobody knows what came of it."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How many more requests of a kind the network takes until then, of `limit`."""

    remaining: int
    limit: int
    until: datetime


Parent: TypeAlias = Standing | Gone | CannotTell
Sent: TypeAlias = Published | Rejected | RetryAfter | NotSent | Unknown
Found: TypeAlias = Published | CannotTell | None
"""None: the post is proven absent."""


class Outbound(Protocol):
    """One of our accounts on one network. What the network does is an outcome here, never an exception."""

    async def preflight(self, parent: Message) -> Parent:
        """Read the post that we answer again."""
        ...

    async def publish(self, frozen: str, token: str, *, below: str | None, not_after: datetime) -> Sent:
        """Post the frozen body. Nothing is written to the network at or after `not_after`.

        `below`: the post of ours that this one goes on from, as calls name it; None: the body says what it answers.
        """
        ...

    async def lookup(self, frozen: str, *, below: str | None, since: datetime, ours: Collection[str]) -> Found:
        """Look for the frozen post among all that we posted since then. `ours`: global ids of other posts of ours."""
        ...

    async def locate(self, url: str, frozen: str, *, below: str | None, since: datetime) -> Found:
        """Look for the post at that address among all that we posted since then.

        None: it is none of ours, or answers something else than the frozen post.
        """
        ...

    async def delete(self, native_id: str, *, api_id: str | None, since: datetime) -> CannotTell | None:
        """Delete a post that we made since then; `api_id` where it is known. None: the network has it no more."""
        ...
