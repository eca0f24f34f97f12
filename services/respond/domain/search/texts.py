"""What of a case is searched: the customer's messages that still stand, and our answers that reached them."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Literal

from shared.case.state.case import Case
from shared.case.state.parts import Customer
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage

TextKind = Literal["message", "answer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """A message or an answer. `source`: the id of either. `customer`: who wrote it, or whom it answers."""

    case_id: str
    source: str
    kind: TextKind
    at: datetime
    text: str
    brand: str
    network: str
    customer: Customer

    @property
    def id(self) -> str:
        """Its name in the collection. Each case has its own, so that only the case itself ever changes them."""
        return sha256(f"{self.case_id}/{self.kind}/{self.source}".encode()).hexdigest()[:24]


def texts_of(case: Case) -> tuple[SearchText, ...]:
    """Return what is searched of a case. Of a merged one that is nothing: it all stands on the one that goes on."""
    if case.stage is Stage.MERGED or case.is_canary:
        return ()
    handles = {message.id: message.handle for message in case.messages}
    messages = (
        SearchText(
            **_of(case, one.origin, one.handle), source=one.id, kind="message", at=one.occurred_at, text=one.text
        )
        for one in case.messages
        if one.deleted_at is None
    )
    answers = (
        SearchText(
            **_of(case, one.origin, handles.get(one.answers)),
            source=one.id,
            kind="answer",
            at=one.posted_at or one.queued_at,
            text=one.text,
        )
        for one in case.replies
        if one.status is ReplyStatus.POSTED
    )
    return tuple(one for one in (*messages, *answers) if one.text.strip())


def _of(case: Case, origin: str | None, handle: str | None) -> dict[str, Any]:
    """Of a customer whose case was merged into this one no more than the handle came along."""
    customer = case.customer if origin is None else Customer(handle=handle)
    return {"case_id": case.id, "brand": case.brand, "network": case.network, "customer": customer}
