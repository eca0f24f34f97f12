"""Posting, editing and deleting: everything that changes a status."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from deploy.local.townsquare.clock import stamp
from deploy.local.townsquare.mentions import note_mentions
from deploy.local.townsquare.refusals import Refused, invalid
from deploy.local.townsquare.square import MAX_CHARACTERS, Idempotency, Square
from deploy.local.townsquare.statuses import Status, Visibility, own_status, status_of, visible_status
from deploy.local.townsquare.text import counted_length

KEY_LIVES = timedelta(seconds=3600)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


@dataclass(frozen=True)
class Draft:
    """What an author wants to say. `visibility` and `language` may be None: public, English."""

    text: str
    in_reply_to_id: str | None = None
    visibility: str | None = None
    language: str | None = None
    spoiler_text: str = ""
    sensitive: bool = False


def post_once(
    db: sqlite3.Connection, square: Square, draft: Draft, *, author: int, key: str | None, request_seq: int | None
) -> Status:
    """The status, or the one that this author's key already made within the hour.

    The look and the insert share the caller's transaction: that is what Mastodon's lock is for. A key whose status was
    deleted answers 404, as there.
    """
    now = square.clock()
    if key is None or square.idempotency is Idempotency.IGNORED:
        return post(db, square, draft, author=author, key=key, request_seq=request_seq)
    used = db.execute(
        "SELECT * FROM idempotency_keys WHERE account_id = ? AND key = ? AND at > ? ORDER BY seq DESC",
        (author, key, stamp(now - KEY_LIVES)),
    ).fetchone()
    if used is not None:
        status = own_status(db, used["status_id"], author=author)
        db.execute("UPDATE idempotency_keys SET replays = replays + 1 WHERE seq = ?", (used["seq"],))
        note_effect(db, request_seq, "replayed", status.id)
        return status
    status = post(db, square, draft, author=author, key=key, request_seq=request_seq)
    db.execute(
        "INSERT INTO idempotency_keys (account_id, key, status_id, at) VALUES (?, ?, ?, ?)",
        (author, key, status.id, stamp(now)),
    )
    return status


def post(
    db: sqlite3.Connection,
    square: Square,
    draft: Draft,
    *,
    author: int,
    key: str | None = None,
    request_seq: int | None = None,
    created_at: datetime | None = None,
) -> Status:
    """A new status, with its mentions told."""
    now = square.clock()
    check_text(draft.text, draft.spoiler_text)
    parent = None if draft.in_reply_to_id is None else _parent(db, draft.in_reply_to_id, author=author)
    row = db.execute(
        "INSERT INTO statuses (id, account_id, text, spoiler_text, sensitive, visibility, language, in_reply_to_id,"
        " in_reply_to_account_id, created_at, recorded_at, idempotency_key, request_seq)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
        (
            _next_id(db, now),
            author,
            draft.text,
            draft.spoiler_text,
            draft.sensitive or bool(draft.spoiler_text),
            _visibility(draft.visibility),
            draft.language if draft.language and _LANGUAGE.fullmatch(draft.language) else "en",
            None if parent is None else parent.id,
            None if parent is None else _answered(parent, author=author),
            stamp(created_at or now),
            stamp(now),
            key,
            request_seq,
        ),
    ).fetchone()
    status = status_of(row)
    db.execute("UPDATE accounts SET posted = posted + 1, last_posted_at = ? WHERE id = ?", (status.created_at, author))
    note_mentions(db, status.id, status.text, author=author, domain=square.domain, at=status.created_at)
    note_effect(db, request_seq, "posted", status.id)
    return status


def note_effect(db: sqlite3.Connection, request_seq: int | None, effect: str, status_id: int) -> None:
    """Writes beside the request what it changed, in the transaction that changes it."""
    db.execute("UPDATE requests SET effect = ?, status_id = ? WHERE seq = ?", (effect, status_id, request_seq))


def check_text(text: str, spoiler_text: str) -> None:
    if not text.strip() and not spoiler_text.strip():
        raise invalid("Text can't be blank")
    if counted_length(text) + counted_length(spoiler_text) > MAX_CHARACTERS:
        raise invalid(f"Text character limit of {MAX_CHARACTERS} exceeded")


def _parent(db: sqlite3.Connection, status_id: str, *, author: int) -> Status:
    try:
        return visible_status(db, status_id, viewer=author)
    except Refused:
        raise Refused(404, "The post you are trying to reply to doesn't appear to exist.") from None


def _answered(parent: Status, *, author: int) -> int:
    """Who goes on below a reply of their own still answers whom that one answered, as on Mastodon."""
    if parent.account_id == author and parent.in_reply_to_account_id is not None:
        return parent.in_reply_to_account_id
    return parent.account_id


def _visibility(said: str | None) -> Visibility:
    try:
        return Visibility(said or Visibility.PUBLIC)
    except ValueError:
        raise Refused(422, f"'{said}' is not a valid visibility") from None


def _next_id(db: sqlite3.Connection, now: datetime) -> int:
    """A snowflake like Mastodon's: milliseconds and 16 bits more, always above every id before."""
    last = db.execute("SELECT max(id) FROM statuses").fetchone()[0] or 0
    return max(last + 1, int(now.timestamp() * 1000) << 16)
