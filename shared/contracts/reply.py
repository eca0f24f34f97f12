"""The life of an answer, as others may follow it."""

from enum import StrEnum
from typing import ClassVar, Literal

from shared.contracts.contract import Contract, UtcDatetime


# The case has a list of its own (ReplyStatus), which may change with it; what others read changes with a version only.
class ReplyState(StrEnum):
    """Where an answer stands (SEMANTICS, section 5)."""

    AWAITING_APPROVAL = "awaiting_approval"
    REFUSED = "refused"
    QUEUED = "queued"
    SENDING = "sending"
    POSTED = "posted"
    UNKNOWN = "unknown"
    NEEDS_HUMAN = "needs_human"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    DELETED = "deleted"


class ReplyChanged(Contract):
    """An answer of ours moved on. Its id is `reply_id:case_version`."""

    ce_type: ClassVar[str] = "care.reply.v1"

    version: Literal[1] = 1
    reply_id: str
    case_id: str
    case_version: int
    state: ReplyState
    author: str
    answers: str
    network: str
    account_id: str
    native_id: str | None = None
    url: str | None = None
    reason: str | None = None
    at: UtcDatetime
