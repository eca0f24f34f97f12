"""A reply of ours: what it says, where it stands, what the network has of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReplyStatus(StrEnum):
    """Where a reply stands (SEMANTICS, section 5)."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One post of an answer that takes several. `frozen` is its request body, `token` its idempotency key.

    Each goes below the one before it, whose `api_id` is known only once the network has it; so the bodies of all but
    the first lack that, and nothing else. `text` is what it says, without the customer's name in front.
    """

    text: str
    token: str
    frozen: str
    native_id: str | None = None
    api_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer of ours. `frozen` is the request body and `token` the idempotency key, both fixed at approval.

    `parts`: its posts, where it takes several; none where it is one. `native_id` and `url` are of the first, and
    `api_id` is what that is called in calls. `private`: only the customer can read it. `unwanted_by`: who asked for it
    back when nobody could promise that any more; wherever the network has it, it is deleted there.
    `attempt` counts sendings and is the fence: what an earlier attempt reports late is refused, except a receipt.
    `due_at` is when the publisher has to look again: to send, to declare `sending` unknown, to look an unknown up, to
    delete what landed after its withdrawal. `changed_in` is the case version in which the reply last moved.
    `uncertain` counts the attempts that ended unknown; `unknown_since` is when the last of them did, while it is so.
    `covers`: the messages that stood unanswered before its author; when it is posted, they are answered.
    """

    id: str
    author: str
    text: str
    answers: str
    seen: str
    token: str
    frozen: str
    status: ReplyStatus
    queued_at: datetime
    changed_in: int
    due_at: datetime | None = None
    attempt: int = 0
    lookups: int = 0
    uncertain: int = 0
    unknown_since: datetime | None = None
    native_id: str | None = None
    url: str | None = None
    posted_at: datetime | None = None
    reason: str | None = None
    covers: tuple[str, ...] = ()
    approved_by: str | None = None
    origin: str | None = None
    api_id: str | None = None
    parts: tuple[Part, ...] = ()
    private: bool = False
    unwanted_by: str | None = None

    @property
    def post_count(self) -> int:
        """How many posts it takes."""
        return len(self.parts) or 1

    @property
    def next_part(self) -> int:
        """Which of its posts is next, or in doubt, counted from 0; as many as it takes: the network has them all."""
        native_ids = [part.native_id for part in self.parts] or [self.native_id]
        return next((place for place, native_id in enumerate(native_ids) if native_id is None), len(native_ids))

    @property
    def landed_posts(self) -> tuple[tuple[str, str | None], ...]:
        """Its posts that the network has, or had, in order: global ids, and what they are called in calls."""
        named = [(part.native_id, part.api_id) for part in self.parts] or [(self.native_id, self.api_id)]
        return tuple((native_id, api_id) for native_id, api_id in named if native_id is not None)

    @property
    def landed(self) -> tuple[str, ...]:
        """The global ids of its posts that the network has, or had, in order."""
        return tuple(native_id for native_id, _ in self.landed_posts)

    @property
    def is_located(self) -> bool:
        """Do we know of each of its posts which one that is? Of the last one nobody may, where a person found it."""
        return len(self.landed) == self.post_count

    @property
    def is_to_be_taken_back(self) -> bool:
        """Does the publisher have posts of it to delete?"""
        ended = (ReplyStatus.WITHDRAWN, ReplyStatus.FAILED, ReplyStatus.POSTED)
        return self.due_at is not None and self.status in ended

    @property
    def can_be_withdrawn(self) -> bool:
        """Can somebody ask for it back, promised or not, who has not done so yet?"""
        before = (ReplyStatus.AWAITING_APPROVAL, ReplyStatus.QUEUED, ReplyStatus.SENDING, ReplyStatus.UNKNOWN)
        return self.status in before and self.unwanted_by is None

    @property
    def can_be_deleted(self) -> bool:
        """Is it on the network, at places that we know, and has nobody asked for its deletion yet?"""
        return self.status is ReplyStatus.POSTED and self.unwanted_by is None and self.is_located

    @property
    def is_active(self) -> bool:
        """Does this reply stand in the way of another answer to the same message? A posted one does too."""
        return self.status not in (
            ReplyStatus.FAILED,
            ReplyStatus.WITHDRAWN,
            ReplyStatus.REFUSED,
            ReplyStatus.DELETED,
        )

    @property
    def is_under_way(self) -> bool:
        """Will something happen to it without anybody's doing more than approving it?"""
        return self.status in (
            ReplyStatus.AWAITING_APPROVAL,
            ReplyStatus.QUEUED,
            ReplyStatus.SENDING,
            ReplyStatus.UNKNOWN,
        )
