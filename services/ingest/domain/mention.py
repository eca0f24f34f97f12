"""From what a sender tells us to a Mention.

What is ours to say is never taken from the payload: brand, event_id, received_at, deliveries, raw. Rules that one field
alone cannot tell:

- A created or edited post needs `occurred_at`, an author with an id or a handle (a review or a rating may do without:
  some sites hide who wrote it), and something to read: text, a content warning, media or a rating.
- An echo (our own answer, given past Earshot) needs the same, and its author is always named: the customer.
- An author known only by a handle is identified by it, without the @ and in lower case.
- An edit needs `revision` or `edited_at`, an engagement `revision` or `metrics.as_of`: otherwise one revision could not
  be told from the next.
- A deletion may carry ids alone; its `occurred_at` is then the moment we heard of it.
- Times may be ahead of our clock by five minutes at most, and not before 1990, where only unset dates lie.
- `account_id` may be left out where the brand has one account on the network, or none: then it is the sender's id.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final

from pydantic import ValidationError

from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.cloudevents import CloudEvent
from services.ingest.domain.mention_data import MentionData, flaws_of
from services.ingest.domain.refusal import Flaw, Refused, Wrong
from services.ingest.domain.text import composed
from shared.contracts.identity import event_id
from shared.contracts.mention import Author, Delivery, Mention, MentionKind, Raw, Trigger

SKEW: Final = timedelta(minutes=5)
_EARLIEST: Final = datetime(1990, 1, 1, tzinfo=UTC)
_POSTS: Final = frozenset({MentionKind.CREATED, MentionKind.EDITED, MentionKind.ECHO})


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who brought it, for which brand, under which id of delivery, and what vouched for them."""

    sender: str
    brand: str
    delivery_id: str | None
    verified: str


def mention_of(
    data: MentionData, event: CloudEvent, origin: Origin, *, accounts: OurAccounts, now: datetime
) -> Mention:
    """Return the mention. Raises Refused with every flaw."""
    flaws = [*_flaws_in_content(data), *_flaws_in_times(data, now), *_flaws_in_account(data, origin, accounts)]
    if flaws:
        raise Refused(Wrong.EVENT, *(Flaw(flaw.detail, ("data", *flaw.path)) for flaw in flaws))
    own = accounts.of(brand=origin.brand, network=data.network)
    account_id = data.account_id or (own[0] if own else origin.sender)
    revision = _revision(data) or "0"
    text, entities = composed(data.text, data.entities)
    original = data.text_raw or data.text
    said = {
        **data.__dict__,  # its own iteration costs more than all the rest here
        "event_id": event_id(
            network=data.network,
            account_id=account_id,
            native_id=data.native_id,
            kind=data.kind,
            revision=revision,
        ),
        "brand": origin.brand,
        "account_id": account_id,
        "revision": revision,
        "author": _identified(data.author),
        "text": text,
        "text_raw": None if original == text else original,
        "entities": entities,
        "occurred_at": data.occurred_at or now,
        "received_at": now,
        "deliveries": (
            Delivery(transport="webhook", delivery_id=origin.delivery_id or event.id[:512], verified=origin.verified),
        ),
        "raw": raw_of(event.raw, media_type=event.media_type),
    }
    try:
        return Mention(**said)
    except ValidationError as error:  # a text may grow beyond its limit in NFC
        raise Refused(Wrong.EVENT, *flaws_of(error, below=("data",))) from None


def raw_of(document: bytes, *, media_type: str) -> Raw:
    """Return the original bytes (valid UTF-8) with their digest."""
    return Raw(
        sha256=sha256(document).hexdigest(), size=len(document), media_type=media_type, body=document.decode("utf-8")
    )


def _flaws_in_content(data: MentionData) -> list[Flaw]:
    flaws = [
        Flaw("An entity must lie inside the text.", ("entities", index))
        for index, entity in enumerate(data.entities)
        if not entity.start <= entity.end <= len(data.text)
    ]
    if data.kind in {MentionKind.EDITED, MentionKind.ENGAGEMENT} and _revision(data) is None:
        needed = "edited_at" if data.kind is MentionKind.EDITED else "metrics.as_of"
        flaws.append(Flaw(f"Give a revision or {needed}, so that this one can be told from the next.", ("revision",)))
    if data.kind not in _POSTS:
        return flaws
    if not (data.text.strip() or data.content_warning or data.media or data.rating):
        flaws.append(Flaw("An empty text needs media, a rating or a content warning beside it.", ("text",)))
    if _identified(data.author).id is None:
        if data.kind is MentionKind.ECHO:
            flaws.append(
                Flaw("The author of an echo is the customer whom it answers: give an id or handle.", ("author",))
            )
        elif data.rating is None and data.trigger is not Trigger.REVIEW:
            flaws.append(Flaw("The author needs an id or a handle; only reviews may be anonymous.", ("author",)))
    return flaws


def _flaws_in_times(data: MentionData, now: datetime) -> list[Flaw]:
    flaws = []
    if data.occurred_at is None and data.kind is not MentionKind.DELETED:
        flaws.append(Flaw("Say when it was written.", ("occurred_at",)))
    for name in ("occurred_at", "edited_at", "platform_indexed_at"):
        at: datetime | None = getattr(data, name)
        if at is not None and at > now + SKEW:
            flaws.append(Flaw(f"Lies in the future: more than {SKEW.seconds} s ahead of our clock.", (name,)))
        if at is not None and at < _EARLIEST:
            flaws.append(Flaw("Lies before 1990; is it an unset date?", (name,)))
    return flaws


def _flaws_in_account(data: MentionData, origin: Origin, accounts: OurAccounts) -> list[Flaw]:
    if data.account_id is not None:
        if accounts.belongs_to_another(data.account_id, brand=origin.brand):
            return [Flaw("This account is not one of the sender's brand.", ("account_id",))]
        return []
    own = accounts.of(brand=origin.brand, network=data.network)
    if len(own) > 1:
        return [Flaw(f"Which account? The brand has several there: {', '.join(own)}.", ("account_id",))]
    return []


def _revision(data: MentionData) -> str | None:
    if data.revision is not None:
        return data.revision
    if data.kind is MentionKind.EDITED and data.edited_at is not None:
        return data.edited_at.isoformat()
    if data.kind is MentionKind.ENGAGEMENT and data.metrics is not None and data.metrics.as_of is not None:
        return data.metrics.as_of.isoformat()
    return None


def _identified(author: Author) -> Author:
    identity = (author.id or "").strip() or (author.handle or "").strip().removeprefix("@").lower() or None
    return author if identity == author.id else author.model_copy(update={"id": identity})
