"""The collections behind webhooks, and the indexes that they stand on."""

from typing import Final

from pymongo import ASCENDING, DESCENDING, IndexModel

WEBHOOKS: Final = "webhooks"
SUBJECTS: Final = "webhook_subjects"
BACKLOGS: Final = "webhook_backlogs"
DELIVERIES: Final = "deliveries"

WEBHOOK_INDEXES: Final = {
    WEBHOOKS: [IndexModel([("brand", ASCENDING), ("url", ASCENDING)], name="one per URL", unique=True)],
    BACKLOGS: [
        IndexModel([("webhook", ASCENDING), ("next_at", ASCENDING)], name="due"),
        # What is not told anything is looked at for tests all the same, however much is kept for it.
        IndexModel(
            [("webhook", ASCENDING), ("next_at", ASCENDING)], name="pings", partialFilterExpression={"is_ping": True}
        ),
    ],
    DELIVERIES: [
        IndexModel(
            [("webhook", ASCENDING), ("subject", ASCENDING), ("number", ASCENDING)],
            name="in order",
            partialFilterExpression={"state": "waiting"},
        ),
        IndexModel([("webhook", ASCENDING), ("created_at", DESCENDING), ("_id", ASCENDING)], name="newest"),
        IndexModel(
            [("webhook", ASCENDING), ("state", ASCENDING), ("created_at", DESCENDING), ("_id", ASCENDING)], name="state"
        ),
        # What has not been delivered has no such time, and stays.
        IndexModel([("expires_at", ASCENDING)], name="expiry", expireAfterSeconds=0),
    ],
}
