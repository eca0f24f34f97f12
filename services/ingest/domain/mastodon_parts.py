"""The parts of a Mastodon status: who wrote it, what hangs on it, how it is received."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shared.contracts.mention import Author, Media, Metrics

Json = Mapping[str, Any]


def text_in(told: Json, name: str) -> str:
    """Return a text that must be there, though it may be empty. Raises KeyError, TypeError."""
    value = told[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def author_id_of(account: Json) -> str:
    """Return the actor's URI; its profile's address on servers that do not tell the URI. Raises KeyError, TypeError."""
    known = text_in(account, "uri" if account.get("uri") else "url")
    if not known:
        raise TypeError("an author without uri and url")
    return known


def author_of(account: Json, *, authority: str) -> Author:
    """Return the author."""
    return Author(
        id=author_id_of(account),
        handle=handle_of(account, authority=authority),
        display_name=str(account.get("display_name") or "")[:512] or None,
        url=account.get("url"),
        is_bot=bool(account.get("bot")),
        followers=_count(account.get("followers_count")),
        created_at=account.get("created_at"),
    )


def handle_of(account: Json, *, authority: str) -> str:
    """Return `user@host`, also for those who live on the same server. Raises KeyError, TypeError."""
    handle = text_in(account, "acct")
    return handle if "@" in handle else f"{handle}@{authority}"


def metrics_of(status: Json, *, as_of: datetime) -> Metrics:
    """Return the engagement at this moment."""
    return Metrics(
        likes=_count(status.get("favourites_count")),
        reposts=_count(status.get("reblogs_count")),
        replies=_count(status.get("replies_count")),
        quotes=_count(status.get("quotes_count")),
        as_of=as_of,
    )


def media_of(status: Json) -> tuple[Media, ...]:
    """Return the attachments that have an address; one still being processed has none."""
    found = []
    for attachment in status.get("media_attachments") or ():
        url = attachment.get("url") or attachment.get("remote_url")
        original = (attachment.get("meta") or {}).get("original") or {}
        if url:
            found.append(
                Media(
                    type=attachment.get("type") or "unknown",
                    url=url,
                    alt=attachment.get("description"),
                    width=original.get("width"),
                    height=original.get("height"),
                )
            )
    return tuple(found)


def _count(value: Any) -> int | None:
    """Some servers hide a count as -1."""
    return value if isinstance(value, int) and value >= 0 else None
