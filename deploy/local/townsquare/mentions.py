"""Whom a post mentions, and telling them."""

import sqlite3
from collections.abc import Mapping

from deploy.local.townsquare.accounts import Account, account_by_acct
from deploy.local.townsquare.refusals import Refused
from deploy.local.townsquare.text import Handle, pieces


def accounts_mentioned(db: sqlite3.Connection, text: str, *, domain: str) -> Mapping[str, Account]:
    """The accounts per handle as written; a handle nobody answers to is left out."""
    found: dict[str, Account] = {}
    for piece in pieces(text):
        if isinstance(piece, Handle):
            try:
                found[piece.text] = account_by_acct(db, piece.text, domain=domain)
            except Refused:
                continue
    return found


def note_mentions(db: sqlite3.Connection, status_id: int, text: str, *, author: int, domain: str, at: str) -> None:
    """Writes down whom the text mentions now and notifies those not mentioned before.

    After an edit, those no longer mentioned stay able to see the status and nobody is told twice, as on Mastodon.
    """
    known = {row["account_id"] for row in db.execute("SELECT * FROM mentions WHERE status_id = ?", (status_id,))}
    named = {account.id: None for account in accounts_mentioned(db, text, domain=domain).values()}
    db.execute("UPDATE mentions SET active = 0 WHERE status_id = ?", (status_id,))
    for account_id in named:
        db.execute(
            "INSERT INTO mentions VALUES (?, ?, 1) ON CONFLICT (status_id, account_id) DO UPDATE SET active = 1",
            (status_id, account_id),
        )
        if account_id not in known and account_id != author:
            db.execute(
                "INSERT INTO notifications (account_id, status_id, type, created_at) VALUES (?, ?, 'mention', ?)",
                (account_id, status_id, at),
            )
