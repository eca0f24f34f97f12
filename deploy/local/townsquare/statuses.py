"""Statuses as the ledger keeps them, and who may see which."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from deploy.local.townsquare.refusals import not_found


class Visibility(StrEnum):
    """Nobody follows anybody here, so `private` is for the author and those mentioned, as `direct` is."""

    PUBLIC = "public"
    UNLISTED = "unlisted"
    PRIVATE = "private"
    DIRECT = "direct"


# For a status `s` and a viewer `:viewer`, who is -1 when nobody has signed in.
VISIBLE = """
s.deleted_at IS NULL AND (
    s.visibility IN ('public', 'unlisted') OR s.account_id = :viewer
    OR EXISTS (SELECT 1 FROM mentions m WHERE m.status_id = s.id AND m.account_id = :viewer)
)
"""
NOBODY = -1


@dataclass(frozen=True)
class Status:
    """One row; times are stamps."""

    seq: int
    id: int
    account_id: int
    text: str
    spoiler_text: str
    sensitive: bool
    visibility: Visibility
    language: str
    in_reply_to_id: int | None
    in_reply_to_account_id: int | None
    created_at: str
    edited_at: str | None
    deleted_at: str | None
    recorded_at: str
    idempotency_key: str | None
    request_seq: int | None


def status_of(row: sqlite3.Row) -> Status:
    told = {"sensitive": bool(row["sensitive"]), "visibility": Visibility(row["visibility"])}
    return Status(**{**dict(row), **told})


def visible_status(db: sqlite3.Connection, status_id: str | int, *, viewer: int) -> Status:
    """Raises Refused(404) if it is not there or not for this viewer."""
    row = db.execute(
        f"SELECT s.* FROM statuses s WHERE s.id = :id AND {VISIBLE}",  # noqa: S608 - our own condition
        {"id": status_id, "viewer": viewer},
    ).fetchone()
    if row is None:
        raise not_found()
    return status_of(row)


def own_status(db: sqlite3.Connection, status_id: str | int, *, author: int) -> Status:
    """Raises Refused(404) for somebody else's status too, as Mastodon."""
    status = visible_status(db, status_id, viewer=author)
    if status.account_id != author:
        raise not_found()
    return status


def visible_replies(db: sqlite3.Connection, status_id: int, *, viewer: int) -> list[Status]:
    """Direct replies, oldest first."""
    rows = db.execute(
        f"SELECT s.* FROM statuses s WHERE s.in_reply_to_id = :id AND {VISIBLE} ORDER BY s.id",  # noqa: S608
        {"id": status_id, "viewer": viewer},
    )
    return [status_of(row) for row in rows]


def ancestors(db: sqlite3.Connection, status: Status, *, viewer: int) -> list[Status]:
    """From the root down to the parent, without what the viewer may not see; a deleted status ends the chain."""
    chain: list[Status] = []
    parent = status.in_reply_to_id
    while parent is not None:
        row = db.execute("SELECT * FROM statuses WHERE id = ? AND deleted_at IS NULL", (parent,)).fetchone()
        if row is None:
            break
        chain.append(status_of(row))
        parent = row["in_reply_to_id"]
    seen = (visible for visible in reversed(chain) if is_visible(db, visible, viewer=viewer))
    return list(seen)


def descendants(db: sqlite3.Connection, status: Status, *, viewer: int) -> list[Status]:
    """The whole thread below, each reply before its own replies."""
    found: list[Status] = []
    waiting = visible_replies(db, status.id, viewer=viewer)[::-1]
    while waiting:
        reply = waiting.pop()
        found.append(reply)
        waiting += visible_replies(db, reply.id, viewer=viewer)[::-1]
    return found


def is_visible(db: sqlite3.Connection, status: Status, *, viewer: int) -> bool:
    if status.deleted_at is not None:
        return False
    if status.visibility in {Visibility.PUBLIC, Visibility.UNLISTED} or status.account_id == viewer:
        return True
    mentioned = db.execute("SELECT 1 FROM mentions WHERE status_id = ? AND account_id = ?", (status.id, viewer))
    return mentioned.fetchone() is not None
