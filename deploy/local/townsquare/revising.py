"""Changing one's mind: edits and deletions."""

import sqlite3

from deploy.local.townsquare.clock import stamp
from deploy.local.townsquare.mentions import note_mentions
from deploy.local.townsquare.posting import check_text, note_effect
from deploy.local.townsquare.square import Square
from deploy.local.townsquare.statuses import Status, own_status


def edit(
    db: sqlite3.Connection,
    square: Square,
    status_id: str,
    *,
    author: int,
    text: str | None,
    spoiler_text: str | None,
    sensitive: bool | None,
    request_seq: int | None,
) -> Status:
    """The status as it reads now; what is None stays, and changing nothing is no edit.

    Those already mentioned are not told: Mastodon's `update` goes to those who boosted, and nobody boosts here.
    """
    old = own_status(db, status_id, author=author)
    new_text = old.text if text is None else text
    new_spoiler = old.spoiler_text if spoiler_text is None else spoiler_text
    new_sensitive = (old.sensitive if sensitive is None else sensitive) or bool(new_spoiler)
    if (new_text, new_spoiler, new_sensitive) == (old.text, old.spoiler_text, old.sensitive):
        return old
    check_text(new_text, new_spoiler)
    now = stamp(square.clock())
    db.execute(
        "INSERT INTO earlier_texts (status_id, text, spoiler_text, sensitive, since) VALUES (?, ?, ?, ?, ?)",
        (old.id, old.text, old.spoiler_text, old.sensitive, old.edited_at or old.created_at),
    )
    db.execute(
        "UPDATE statuses SET text = ?, spoiler_text = ?, sensitive = ?, edited_at = ? WHERE id = ?",
        (new_text, new_spoiler, new_sensitive, now, old.id),
    )
    note_mentions(db, old.id, new_text, author=author, domain=square.domain, at=now)
    note_effect(db, request_seq, "edited", old.id)
    return own_status(db, status_id, author=author)


def delete(db: sqlite3.Connection, square: Square, status_id: str, *, author: int, request_seq: int | None) -> Status:
    """Takes the status off the square, and its notifications with it; the ledger still knows it."""
    status = own_status(db, status_id, author=author)
    db.execute("UPDATE statuses SET deleted_at = ? WHERE id = ?", (stamp(square.clock()), status.id))
    db.execute("UPDATE accounts SET posted = posted - 1 WHERE id = ?", (author,))
    note_effect(db, request_seq, "deleted", status.id)
    return status
