"""The collections of respond's own, and the indexes that they stand on."""

from typing import Any, Final

from pymongo import ASCENDING, DESCENDING, IndexModel

from services.respond.store.webhook_indexes import WEBHOOK_INDEXES

SESSIONS: Final = "sessions"
SIGN_INS: Final = "sign_ins"
VIEWS: Final = "views"
SEARCH_TEXTS: Final = "search_texts"
QUARANTINE: Final = "quarantine"
STORMS: Final = "storms"
NOTES: Final = "notes"
DRAFTS: Final = "drafts"
MACROS: Final = "macros"
ATTENTION: Final = "attention"
AUDIT: Final = "audit"
TURNS: Final = "account_turns"
"""One document for each account, found by its id: no index of its own."""
SAID_TEXTS: Final = "said_texts"
CORRECTIONS: Final = "corrections"

_HOUR: Final = 3_600
_WEEK: Final = 7 * 24 * _HOUR
_MONTH: Final = 30 * 24 * _HOUR

INDEXES: Final = {
    NOTES: [
        IndexModel([("case", ASCENDING), ("at", ASCENDING), ("_id", ASCENDING)], name="case"),
        IndexModel([("names", ASCENDING), ("at", DESCENDING)], name="names"),
        IndexModel([("changed_at", DESCENDING)], name="recent"),
    ],
    DRAFTS: [IndexModel([("changed_at", ASCENDING)], name="recent", expireAfterSeconds=_MONTH)],
    MACROS: [IndexModel([("created_at", DESCENDING), ("_id", ASCENDING)], name="newest")],
    ATTENTION: [
        IndexModel([("case", ASCENDING), ("agent", ASCENDING)], name="case"),
        IndexModel([("until", ASCENDING)], name="until"),
        # By the server's clock, and late: what has run out is not shown by the time that it names itself.
        IndexModel([("renewed_at", ASCENDING)], name="expiry", expireAfterSeconds=_HOUR),
    ],
    SEARCH_TEXTS: [
        # A word's texts lie in the order of the pages; the brand, so that others' are passed over unread (0020).
        IndexModel(
            [("words", ASCENDING), ("at", DESCENDING), ("_id", ASCENDING), ("brand", ASCENDING)], name="words_newest"
        ),
        IndexModel([("case_id", ASCENDING), ("case_version", ASCENDING)], name="case"),
        IndexModel([("gone_at", ASCENDING)], name="gone", expireAfterSeconds=24 * 3_600),
    ],
    VIEWS: [
        IndexModel([("by", ASCENDING), ("name", ASCENDING)], name="by"),
        IndexModel([("shared", ASCENDING), ("name", ASCENDING)], name="shared"),
    ],
    SIGN_INS: [IndexModel([("expires_at", ASCENDING)], name="expiry", expireAfterSeconds=0)],
    SESSIONS: [
        IndexModel([("expires_at", ASCENDING)], name="expiry", expireAfterSeconds=0),
        IndexModel([("agent", ASCENDING)], name="agent"),
    ],
    QUARANTINE: [
        IndexModel([("at", DESCENDING), ("_id", ASCENDING)], name="newest"),
        IndexModel([("state", ASCENDING), ("at", DESCENDING), ("_id", ASCENDING)], name="state"),
    ],
    AUDIT: [
        IndexModel([("request", ASCENDING)], name="request"),
        IndexModel([("who", ASCENDING), ("_id", DESCENDING)], name="who"),
        IndexModel([("cases", ASCENDING), ("_id", DESCENDING)], name="cases"),
        IndexModel([("brands", ASCENDING), ("_id", DESCENDING)], name="brands"),
    ],
    SAID_TEXTS: [
        IndexModel(
            [("brand", ASCENDING), ("text", ASCENDING), ("at", ASCENDING), ("customer", ASCENDING)], name="told"
        ),
        # As long as the service levels let brands look back.
        IndexModel([("at", ASCENDING)], name="expiry", expireAfterSeconds=_WEEK),
    ],
    CORRECTIONS: [
        IndexModel([("case", ASCENDING), ("message", ASCENDING)], name="case"),
        IndexModel([("at", DESCENDING), ("_id", ASCENDING)], name="newest"),
        IndexModel([("at", ASCENDING), ("_id", ASCENDING)], name="oldest"),
        IndexModel([("classified_at", ASCENDING)], name="classified"),
    ],
    STORMS: [IndexModel([("kind", ASCENDING), ("latest_at", DESCENDING)], name="active")],
    **WEBHOOK_INDEXES,
}


async def create_indexes(database: Any) -> None:
    """Create what is missing; may be called at any time, by any number of processes."""
    for collection, indexes in INDEXES.items():
        await database[collection].create_indexes(indexes)
