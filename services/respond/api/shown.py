"""What answers hold of a case."""

from datetime import datetime
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Disposition, Stage

T = TypeVar("T")


class Out(BaseModel):
    """A thing as clients see it. Fields may be added; ignore those that you do not know."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Page(Out, Generic[T]):
    """Some of a list, and the cursor to ask for more with; none: that was all."""

    items: tuple[T, ...]
    next: str | None = Field(default=None, description="pass as `cursor` for the page after this one")


class CustomerOut(Out):
    """Who wrote, as the network knows them."""

    id: str | None
    handle: str | None
    display_name: str | None
    url: str | None
    followers: int | None


class CaseRow(Out):
    """A case in a list."""

    id: str
    version: int
    brand: str
    network: str
    customer: CustomerOut
    stage: Stage
    severity: str
    intent: str | None
    language: str | None
    owner: str | None
    tags: tuple[str, ...] = Field(description="sorted; they stay with the case that they were put on")
    queue: str | None = Field(description="where it waits, and what that asks of an agent")
    tier: str | None = Field(description="what the sender's own system says of the customer")
    aside_until: datetime | None = Field(description="when a snooze or a hold ends by itself")
    aside_reason: str | None
    answer_by: datetime | None = Field(description="the deadline of the answer that is owed, passed or not")
    waits_because: str | None = Field(
        default=None, description="why nobody has it yet; none also where it is about to be given to somebody"
    )
    opened_at: datetime
    changed_at: datetime
    first_line: str = Field(description="of the customer's newest message")


class EarlierOut(Out):
    """What a message said before it was edited."""

    text: str
    revision: str
    until: datetime


class MessageOut(Out):
    """One post of the customer's, as raw text: escape it before you show it."""

    id: str
    native_id: str
    text: str
    occurred_at: datetime
    received_at: datetime
    handle: str | None
    url: str | None
    visibility: str
    trigger: str
    language: str | None
    sentiment: str | None
    intent: str | None
    severity: str
    needs_answer: bool
    flags: tuple[str, ...] = Field(description="what its author says of harm, law or leaving; none on old messages")
    answered_by: str | None = Field(description="the reply that answered it")
    earlier: tuple[EarlierOut, ...]
    deleted_at: datetime | None


class ReplyOut(Out):
    """An answer of ours, and where it stands on its way to the network."""

    id: str
    author: str
    text: str
    answers: str
    status: ReplyStatus
    queued_at: datetime
    posted_at: datetime | None
    approved_by: str | None = Field(description="the second person, where one had to approve it")
    url: str | None
    attempt: int
    reason: str | None
    private: bool = Field(description="only the customer can read it")
    post_count: int = Field(description="how many posts it takes")
    next_part: int = Field(description="how many of them the network has, or has had")
    unwanted_by: str | None = Field(description="who asked for it back; wherever it is, it is deleted")


class ClockOut(Out):
    """An SLA clock: `is_late` as of now, `breached_at` as it was recorded, at the deadline's own instant."""

    kind: str
    cycle: int = Field(description="resolution begins a new one each time that the case is taken up again")
    origin: str | None = Field(description="the merged case that it came with")
    policy: str | None = Field(description="the policy that it runs under")
    target_seconds: int | None = Field(description="of open time")
    due_at: datetime | None = Field(description="none: it has no deadline, or a pause keeps it away")
    fulfilled_at: datetime | None
    warn_at: datetime | None
    warned_at: datetime | None
    breached_at: datetime | None
    paused_since: datetime | None
    is_paused: bool
    is_late: bool


class EntryOut(Out):
    """A line of the history."""

    at: datetime
    by: str
    what: str
    note: str | None


class CaseOut(CaseRow):
    """A case in full. Its ETag is its version."""

    account_id: str
    disposition: Disposition | None
    disposition_reason: str | None
    previous: str | None = Field(description="the customer's earlier case that this one continues")
    policy: str = Field(description="the policy whose targets count")
    merged_into: str | None = Field(description="the case that goes on for this one")
    merged: tuple[str, ...] = Field(description="cases that were merged into this one")
    fence: int = Field(description="grows with each change of owner; send it along with an answer")
    can: tuple[str, ...] = Field(description="what can be asked of it now")
    last_message: str | None = Field(description="what `seen` has to be when you answer now")
    messages: tuple[MessageOut, ...]
    replies: tuple[ReplyOut, ...]
    clocks: tuple[ClockOut, ...]
    history: tuple[EntryOut, ...]


class ClaimedOut(CaseOut):
    """A case that is yours now."""

    notice: str | None = Field(description="that it is one more than your capacity, where it is")


class QueuedOut(Out):
    """An answer was taken. `notice` says what it waits for: a colleague's approval, or an account to be armed."""

    reply: ReplyOut
    case_version: int
    sending: bool = Field(description="may the publisher post from this account?")
    notice: str | None
