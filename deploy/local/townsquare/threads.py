"""Conversations as the public sees them, for the human-readable page."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from deploy.local.townsquare.accounts import Account, account_by_id
from deploy.local.townsquare.statuses import NOBODY, VISIBLE, Status, Visibility, ancestors, descendants, status_of

_LOOKED_AT = 150


@dataclass(frozen=True)
class Post:
    """A status with its author, `depth` replies below the root of its thread."""

    status: Status
    author: Account
    depth: int


@dataclass(frozen=True)
class Thread:
    """A public post, what followed, and the brands it called upon."""

    root: Post
    replies: list[Post]
    called_upon: list[Account]

    @property
    def answer(self) -> Post | None:
        """The first reply of a brand to somebody else's post."""
        if self.root.author.brand:
            return None
        return next((reply for reply in self.replies if reply.author.brand), None)


def latest_threads(db: sqlite3.Connection, *, author: int | None = None, limit: int = 40) -> list[Thread]:
    """Those in which something was said last, first; only of what `author` took part in, if given."""
    rows = db.execute(
        f"SELECT s.* FROM statuses s WHERE {VISIBLE} AND (:author IS NULL OR s.account_id = :author)"  # noqa: S608
        " ORDER BY s.created_at DESC, s.id DESC LIMIT :limit",
        {"viewer": NOBODY, "author": author, "limit": _LOOKED_AT},
    ).fetchall()
    roots: dict[int, Status] = {}
    for status in map(status_of, rows):
        root = next(iter(ancestors(db, status, viewer=NOBODY)), status)
        if root.visibility is Visibility.PUBLIC:
            roots.setdefault(root.id, root)
    return [thread_from(db, root) for root in list(roots.values())[:limit]]


def thread_from(db: sqlite3.Connection, root: Status) -> Thread:
    below = descendants(db, root, viewer=NOBODY)
    mentioned = db.execute("SELECT account_id FROM mentions WHERE status_id = ? AND active", (root.id,)).fetchall()
    called = [account_by_id(db, row["account_id"]) for row in mentioned]
    return Thread(
        root=Post(root, account_by_id(db, root.account_id), 0),
        replies=list(_with_depth(db, root, below)),
        called_upon=[account for account in called if account.brand and account.id != root.account_id],
    )


def _with_depth(db: sqlite3.Connection, root: Status, below: list[Status]) -> Iterator[Post]:
    depths = {root.id: 0}
    for status in below:
        depths[status.id] = depths.get(status.in_reply_to_id or root.id, 0) + 1
        yield Post(status, account_by_id(db, status.account_id), depths[status.id])
