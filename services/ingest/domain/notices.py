"""What a Mastodon notification means to us."""

from datetime import datetime
from typing import Final

from services.ingest.domain.limits import parsed
from services.ingest.domain.listening import Heard, Listening, Parent
from services.ingest.domain.mastodon_parts import Json
from services.ingest.domain.mastodon_status import mention_of_status
from services.ingest.domain.refusal import refused
from shared.contracts.mention import Mention, MentionKind

_TOLD_ANEW: Final = frozenset({"mention", "quote"})


def read_notice(raw: bytes) -> Json:
    """Return a notification. Raises Refused when it is not one."""
    notice = parsed(raw)
    if not isinstance(notice, dict) or not isinstance(notice.get("id"), str):
        raise refused("A notification is an object with an id.")
    return notice


def status_in(notice: Json) -> Json | None:
    """Return the status of a notification, None where it has none. Raises Refused when that is no object."""
    status = notice.get("status")
    if status is not None and not isinstance(status, dict):
        raise refused("The status of a notification is an object.", "status")
    return status


def why_ignored(notice: Json, status: Json | None, listening: Listening) -> str | None:
    """Return why a notification is none of our business, None when it is."""
    if status is None:
        return "no status"
    if (status.get("account") or {}).get("id") == listening.own_api_id:
        return "own post"
    if notice.get("type") in _TOLD_ANEW:
        return None
    names_us = any(one.get("id") == listening.own_api_id for one in status.get("mentions") or ())
    return None if notice.get("type") == "update" and names_us and status.get("edited_at") else "not addressed to us"


def mentions_in(
    notice: Json, raw: bytes, status: Json, listening: Listening, *, parent: Parent, now: datetime
) -> list[Mention]:
    """Return what a notification tells. Raises Refused.

    A post that was edited before we first heard of it is told as created and as edited: if we heard its creation
    before, and crashed, the edit would otherwise be lost with the duplicate.
    """
    heard = Heard(
        status=status,
        raw=raw,
        delivery_id=str(notice["id"])[:512],
        notified_as=str(notice.get("type")),
        indexed_at=notice.get("created_at"),
        parent=parent,
    )
    kinds = [MentionKind.CREATED] if notice.get("type") in _TOLD_ANEW else []
    kinds += [MentionKind.EDITED] if status.get("edited_at") else []
    return [mention_of_status(heard, kind, listening, now=now) for kind in kinds]
