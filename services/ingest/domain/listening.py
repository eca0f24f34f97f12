"""Who listens on Mastodon, and what was heard."""

from dataclasses import dataclass
from typing import Final, Literal

from services.ingest.domain.mastodon_parts import Json

NETWORK: Final = "mastodon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Which of our accounts hears it: the directory's id, its brand, the server's host,
    who we are there, and what vouches for the server ("tls", None where the line is plain)."""

    account_id: str
    brand: str
    authority: str
    own_api_id: str
    own_id: str
    verified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The post that a status answers: its global id and its author's. None for what the server would not tell.

    `author_api_id` and `answers` are the server's own ids: of the author, and of the post that it answers in turn.
    """

    native_id: str | None = None
    author_id: str | None = None
    author_api_id: str | None = None
    answers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One hearing of a status."""

    status: Json
    raw: bytes
    transport: Literal["poll", "stream"] = "poll"
    delivery_id: str | None = None
    notified_as: str = "mention"
    indexed_at: str | None = None
    parent: Parent = Parent()
