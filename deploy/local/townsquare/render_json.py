"""Statuses and notifications as Mastodon's JSON (its `app/serializers/rest`)."""

import sqlite3
from dataclasses import dataclass

from deploy.local.townsquare.accounts import Account, account_by_id
from deploy.local.townsquare.mentions import accounts_mentioned
from deploy.local.townsquare.render_account import Json, account_json, profile_address
from deploy.local.townsquare.render_html import render_html
from deploy.local.townsquare.square import TITLE, Square
from deploy.local.townsquare.statuses import NOBODY, Status
from deploy.local.townsquare.text import Hashtag, pieces


@dataclass(frozen=True)
class Renderer:
    """Renders for one viewer, inside one transaction."""

    db: sqlite3.Connection
    square: Square
    viewer: int = NOBODY

    def profile(self, account: Account) -> str:
        return profile_address(account, base_url=self.square.base_url)

    def html(self, text: str) -> str:
        mentioned = accounts_mentioned(self.db, text, domain=self.square.domain)
        addresses = {handle: self.profile(account) for handle, account in mentioned.items()}
        return render_html(text, base_url=self.square.base_url, mentioned=addresses)

    def account(self, account: Account) -> Json:
        return account_json(account, base_url=self.square.base_url)

    def status(self, status: Status) -> Json:
        author = account_by_id(self.db, status.account_id)
        told: Json = {
            "id": str(status.id),
            "created_at": status.created_at,
            "in_reply_to_id": self._living(status.in_reply_to_id),
            "in_reply_to_account_id": _text(status.in_reply_to_account_id),
            "sensitive": status.sensitive,
            "spoiler_text": status.spoiler_text,
            "visibility": status.visibility,
            "language": status.language,
            "uri": f"{self.square.base_url}/users/{author.username}/statuses/{status.id}",
            "url": f"{self.profile(author)}/{status.id}",
            "replies_count": self._replies(status.id),
            "reblogs_count": 0,
            "favourites_count": 0,
            "edited_at": status.edited_at,
            "content": self.html(status.text),
            "reblog": None,
            "account": self.account(author),
            "media_attachments": [],
            "mentions": self._mentions(status.id),
            "tags": self._tags(status.text),
            "emojis": [],
            "card": None,
            "poll": None,
        }
        if self.viewer != NOBODY:
            told |= {"favourited": False, "reblogged": False, "muted": False, "bookmarked": False, "filtered": []}
        if self.viewer == author.id:
            told |= {"pinned": False, "application": {"name": TITLE, "website": None}}
        return told

    def notification(self, row: sqlite3.Row, status: Status) -> Json:
        """`row` is of the table `notifications`."""
        return {
            "id": str(row["id"]),
            "type": row["type"],
            "created_at": row["created_at"],
            "group_key": f"ungrouped-{row['id']}",
            "account": self.account(account_by_id(self.db, status.account_id)),
            "status": self.status(status),
        }

    def versions(self, status: Status) -> list[Json]:
        """Every text the status had, the first first."""
        earlier = self.db.execute(
            "SELECT text, spoiler_text, sensitive, since FROM earlier_texts WHERE status_id = ? ORDER BY seq",
            (status.id,),
        ).fetchall()
        now = (status.text, status.spoiler_text, status.sensitive, status.edited_at or status.created_at)
        author = self.account(account_by_id(self.db, status.account_id))
        return [
            {
                "content": self.html(text),
                "spoiler_text": spoiler_text,
                "sensitive": bool(sensitive),
                "created_at": since,
                "account": author,
                "media_attachments": [],
                "emojis": [],
            }
            for text, spoiler_text, sensitive, since in [*map(tuple, earlier), now]
        ]

    def _living(self, status_id: int | None) -> str | None:
        """Mastodon forgets the parent when the parent is deleted."""
        row = self.db.execute("SELECT id FROM statuses WHERE id = ? AND deleted_at IS NULL", (status_id,)).fetchone()
        return None if row is None else str(row["id"])

    def _replies(self, status_id: int) -> int:
        found = self.db.execute(
            "SELECT count(*) FROM statuses WHERE in_reply_to_id = ? AND deleted_at IS NULL"
            " AND visibility IN ('public', 'unlisted')",
            (status_id,),
        )
        return int(found.fetchone()[0])

    def _mentions(self, status_id: int) -> list[Json]:
        rows = self.db.execute(
            "SELECT account_id FROM mentions WHERE status_id = ? AND active ORDER BY account_id", (status_id,)
        )
        accounts = [account_by_id(self.db, row["account_id"]) for row in rows.fetchall()]
        return [
            {
                "id": str(account.id),
                "username": account.username,
                "url": self.profile(account),
                "acct": account.username,
            }
            for account in accounts
        ]

    def _tags(self, text: str) -> list[Json]:
        names = {piece.name.lower(): None for piece in pieces(text) if isinstance(piece, Hashtag)}
        return [{"name": name, "url": f"{self.square.base_url}/tags/{name}"} for name in names]


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)
