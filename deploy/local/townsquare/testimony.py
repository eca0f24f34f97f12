"""The ledger as the witness tells it: everything that was asked, answered, posted, edited and deleted."""

import sqlite3

from deploy.local.townsquare.render_account import Json

_REQUESTS = """
SELECT r.*, a.username AS account FROM requests r LEFT JOIN accounts a ON a.id = r.account_id
WHERE :all OR r.method <> 'GET' ORDER BY r.seq
"""
_STATUSES = (
    "SELECT s.*, a.username AS account FROM statuses s LEFT JOIN accounts a ON a.id = s.account_id ORDER BY s.seq"
)
_EARLIER = "SELECT * FROM earlier_texts ORDER BY seq"
_KEYS = """
SELECT k.*, a.username AS account FROM idempotency_keys k LEFT JOIN accounts a ON a.id = k.account_id ORDER BY k.seq
"""
_NOTIFICATIONS = """
SELECT n.*, a.username AS account, s.deleted_at AS gone_at FROM notifications n
LEFT JOIN accounts a ON a.id = n.account_id LEFT JOIN statuses s ON s.id = n.status_id ORDER BY n.id
"""
_IDS = {"id", "status_id", "in_reply_to_id"}


def testimony(db: sqlite3.Connection, *, with_reads: bool) -> Json:
    """All tables in the order of their sequence numbers; ids are text, as the API tells them."""
    earlier: dict[int, list[Json]] = {}
    for row in db.execute(_EARLIER):
        earlier.setdefault(row["status_id"], []).append(
            {"text": row["text"], "spoiler_text": row["spoiler_text"], "since": row["since"]}
        )
    statuses = [
        _told(row, "account_id", "in_reply_to_account_id") | {"earlier": earlier.get(row["id"], [])}
        for row in db.execute(_STATUSES)
    ]
    return {
        "accounts": [
            {"id": str(row["id"]), "username": row["username"], "brand": bool(row["brand"])}
            for row in db.execute("SELECT * FROM accounts ORDER BY id")
        ],
        "requests": [_told(row, "account_id") for row in db.execute(_REQUESTS, {"all": with_reads})],
        "statuses": statuses,
        "idempotency_keys": [_told(row, "account_id") for row in db.execute(_KEYS)],
        "notifications": [_told(row, "account_id") for row in db.execute(_NOTIFICATIONS)],
    }


def _told(row: sqlite3.Row, *unsaid: str) -> Json:
    """The row without what a name already says."""
    plain = {name: row[name] for name in row.keys() if name not in unsaid}  # noqa: SIM118 - a Row is no mapping
    return {name: str(value) if name in _IDS and value is not None else value for name, value in plain.items()}
