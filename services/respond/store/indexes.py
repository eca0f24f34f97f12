"""The collections of respond's own, and the indexes that they stand on."""

from typing import Any, Final

from pymongo import ASCENDING, DESCENDING, IndexModel

SESSIONS: Final = "sessions"
QUARANTINE: Final = "quarantine"
STORMS: Final = "storms"
AUDIT: Final = "audit"

INDEXES: Final = {
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
    STORMS: [IndexModel([("kind", ASCENDING), ("latest_at", DESCENDING)], name="active")],
}


async def create_indexes(database: Any) -> None:
    """Create what is missing; may be called at any time, by any number of processes."""
    for collection, indexes in INDEXES.items():
        await database[collection].create_indexes(indexes)
