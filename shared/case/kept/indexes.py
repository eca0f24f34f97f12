"""The indexes that the case collection stands on."""

from typing import Final

from pymongo import ASCENDING, DESCENDING, IndexModel

CASES: Final = "cases"

_EXISTS: Final = {"$exists": True}

INDEXES: Final = [
    IndexModel(
        [("live_keys", ASCENDING)],
        name="one_live_case_each",
        unique=True,
        partialFilterExpression={"live_keys": _EXISTS},
    ),
    IndexModel([("keys", ASCENDING)], name="customers"),
    # With the id, so that a page of several stages is merged in order instead of sorted.
    IndexModel([("stage", ASCENDING), ("answer_by", ASCENDING), ("_id", ASCENDING)], name="queue_in_order"),
    IndexModel(
        # Of all stages: what is settled owes no answer, and is not gone through to find who does.
        [("answer_by", ASCENDING), ("_id", ASCENDING)],
        name="most_urgent",
        partialFilterExpression={"answer_by": _EXISTS},
    ),
    IndexModel(
        [("demand", ASCENDING), ("serve_by", ASCENDING), ("_id", ASCENDING)],
        name="line",
        partialFilterExpression={"demand": _EXISTS},
    ),
    IndexModel(
        [("waits_from", ASCENDING), ("_id", ASCENDING)],
        name="waiting_customers",
        partialFilterExpression={"waits_from": _EXISTS},
    ),
    IndexModel(
        [("is_without_outcome", ASCENDING)],
        name="without_outcome",
        partialFilterExpression={"is_without_outcome": _EXISTS},
    ),
    IndexModel([("tags", ASCENDING)], name="tags", partialFilterExpression={"tags": _EXISTS}),
    IndexModel([("notices.at", DESCENDING)], name="notices", partialFilterExpression={"notices.at": _EXISTS}),
    IndexModel([("owner", ASCENDING), ("stage", ASCENDING)], name="load", partialFilterExpression={"owner": _EXISTS}),
    IndexModel(
        [("clock_due_at", ASCENDING), ("bucket", ASCENDING)],
        name="clock_due",
        partialFilterExpression={"clock_due_at": _EXISTS},
    ),
    IndexModel(
        # With the account, so that those of busy ones are passed over without being read.
        [("publish_due_at", ASCENDING), ("bucket", ASCENDING), ("account_id", ASCENDING)],
        name="publish_due_of_account",
        partialFilterExpression={"publish_due_at": _EXISTS},
    ),
    IndexModel([("announce_from", ASCENDING)], name="announce", partialFilterExpression={"announce_from": _EXISTS}),
    IndexModel([("changed_at", DESCENDING), ("_id", ASCENDING)], name="newest"),
]

RETIRED: Final = ("one_live_case", "customer", "queue", "publish_due")
"""Names of indexes that earlier versions stood on."""
