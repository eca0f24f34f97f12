"""The tables of the ledger. Nothing is ever deleted but by a reset: the witness remembers."""

# AUTOINCREMENT: ids must go on increasing after a reset, or a reader with an old cursor would miss what is new.
SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT NOT NULL UNIQUE COLLATE NOCASE,
    display_name TEXT NOT NULL,
    followers INTEGER NOT NULL,
    bot INTEGER NOT NULL,
    brand INTEGER NOT NULL,
    token TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    posted INTEGER NOT NULL DEFAULT 0,
    last_posted_at TEXT
);
CREATE TABLE IF NOT EXISTS statuses (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id INTEGER NOT NULL UNIQUE,
    account_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    spoiler_text TEXT NOT NULL,
    sensitive INTEGER NOT NULL,
    visibility TEXT NOT NULL,
    language TEXT NOT NULL,
    in_reply_to_id INTEGER,
    in_reply_to_account_id INTEGER,
    created_at TEXT NOT NULL,
    edited_at TEXT,
    deleted_at TEXT,
    recorded_at TEXT NOT NULL,
    idempotency_key TEXT,
    request_seq INTEGER
);
CREATE INDEX IF NOT EXISTS statuses_by_parent ON statuses (in_reply_to_id);
CREATE INDEX IF NOT EXISTS statuses_by_account ON statuses (account_id, id);
CREATE INDEX IF NOT EXISTS statuses_by_time ON statuses (created_at, id);
CREATE TABLE IF NOT EXISTS earlier_texts (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    status_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    spoiler_text TEXT NOT NULL,
    sensitive INTEGER NOT NULL,
    since TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS earlier_texts_by_status ON earlier_texts (status_id);
CREATE TABLE IF NOT EXISTS mentions (
    status_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    active INTEGER NOT NULL,
    PRIMARY KEY (status_id, account_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notifications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL,
    status_id INTEGER NOT NULL,
    type TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS notifications_by_account ON notifications (account_id, id);
CREATE TABLE IF NOT EXISTS idempotency_keys (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL,
    key TEXT NOT NULL,
    status_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    replays INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS idempotency_keys_by_key ON idempotency_keys (account_id, key);
CREATE TABLE IF NOT EXISTS requests (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    account_id INTEGER,
    idempotency_key TEXT,
    text TEXT,
    in_reply_to_id TEXT,
    fault TEXT,
    effect TEXT,
    status_id INTEGER,
    outcome TEXT,
    finished_at TEXT
);
"""

EMPTIED_BY_RESET = ("statuses", "earlier_texts", "mentions", "notifications", "idempotency_keys", "requests")
