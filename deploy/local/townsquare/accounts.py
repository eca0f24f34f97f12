"""Who lives on the square."""

import re
import secrets
import sqlite3
from dataclasses import dataclass

from deploy.local.townsquare.refusals import invalid, not_found

_USERNAME = re.compile(r"[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*")


@dataclass(frozen=True)
class Account:
    """One account; `posted` counts living statuses, `brand` only changes how the human-readable page shows it."""

    id: int
    username: str
    display_name: str
    followers: int
    bot: bool
    brand: bool
    token: str
    created_at: str
    posted: int
    last_posted_at: str | None


def account_by_id(db: sqlite3.Connection, account_id: str | int) -> Account:
    """Raises Refused(404) when there is none, as the other lookups here."""
    return _found(db.execute("SELECT * FROM accounts WHERE id = ?", (account_id,)).fetchone())


def account_by_name(db: sqlite3.Connection, username: str) -> Account:
    return _found(db.execute("SELECT * FROM accounts WHERE username = ?", (username,)).fetchone())


def account_by_acct(db: sqlite3.Connection, acct: str, *, domain: str) -> Account:
    """By `name`, `@name` or `name@domain`; only our own domain is known."""
    username, at, of = acct.removeprefix("@").partition("@")
    if at and of.lower() != domain.lower():
        raise not_found()
    return account_by_name(db, username)


def account_by_token(db: sqlite3.Connection, token: str) -> Account | None:
    row = db.execute("SELECT * FROM accounts WHERE token = ?", (token,)).fetchone()
    return None if row is None else _found(row)


def enrol(
    db: sqlite3.Connection,
    username: str,
    *,
    display_name: str | None = None,
    followers: int | None = None,
    bot: bool | None = None,
    brand: bool | None = None,
    token: str | None = None,
    at: str,
) -> Account:
    """The account of that name, made if new, changed where something is said; its token never changes."""
    if not _USERNAME.fullmatch(username):
        raise invalid("Username must contain only letters, numbers and underscores")
    owner = None if token is None else account_by_token(db, token)
    if owner is not None and owner.username.lower() != username.lower():
        raise invalid("Token has already been taken")
    db.execute(
        "INSERT INTO accounts (username, display_name, followers, bot, brand, token, created_at)"
        " VALUES (?, ?, 0, 0, 0, ?, ?) ON CONFLICT (username) DO NOTHING",
        (username, username, token or secrets.token_urlsafe(32), at),
    )
    told = {"display_name": display_name, "followers": followers, "bot": bot, "brand": bot if brand is None else brand}
    for column, value in told.items():
        if value is not None:
            db.execute(f"UPDATE accounts SET {column} = ? WHERE username = ?", (value, username))  # noqa: S608 - our names
    return account_by_name(db, username)


def _found(row: sqlite3.Row | None) -> Account:
    if row is None:
        raise not_found()
    return Account(**{**dict(row), "bot": bool(row["bot"]), "brand": bool(row["brand"])})
