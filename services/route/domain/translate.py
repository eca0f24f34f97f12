"""From what travels to what a case understands."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from services.route.domain.priority import severity_of
from shared.case.commands import Hear, HearEcho, Open
from shared.case.state.parts import Customer, Judged, Message
from shared.case.state.policy import Book
from shared.contracts.classification import Classification, MentionClassified
from shared.contracts.identity import case_id
from shared.contracts.mention import Mention, MentionKind

TRUSTED_FOR: Final = timedelta(hours=24)
"""How far back a sender's word on when the customer wrote is believed; a poller reads the network's own record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What decisions stand on. `online`: agents at work. `reach_raises_from`: people reached, or None for no matter."""

    book: Book
    online: frozenset[str] = frozenset()
    reach_raises_from: int | None = None


def as_hear(fact: MentionClassified, ground: Ground, *, now: datetime) -> Hear:
    """Return the command that brings this mention to the customer's live case."""
    return Hear(
        kind=fact.mention.kind.value,
        message=_message(fact, ground, now=now),
        book=ground.book,
        online=ground.online,
        customer_key=fact.mention.customer_key,
    )


def as_open(
    fact: MentionClassified, command: Hear, *, previous: str | None = None, last_owner: str | None = None
) -> Open:
    """Return the command that opens a case with this mention."""
    mention = fact.mention
    return Open(
        # With the customer: the same post may be told again under another author, or by a sender of another brand.
        # Under one id the second case could never be inserted, and its partition would wait for it for ever.
        case_id=case_id(f"{mention.event_id}/{mention.customer_key}"),
        brand=mention.brand,
        network=mention.network,
        account_id=mention.account_id,
        customer_key=mention.customer_key,
        customer=Customer(
            id=mention.author.id,
            handle=mention.author.handle,
            display_name=mention.author.display_name,
            url=mention.author.url,
            followers=mention.author.followers,
            tier=mention.author.tier,
        ),
        hear=command,
        previous=previous,
        last_owner=last_owner,
    )


def as_echo(mention: Mention) -> HearEcho:
    """Return the command that brings an answer of ours, as the network shows it, to the customer's live case."""
    return HearEcho(
        reply_id=f"n-{mention.event_id[:20]}",
        native_id=mention.native_id,
        answers=mention.thread.parent_id,
        text=mention.text,
        url=mention.permalink,
        posted_at=mention.occurred_at,
    )


def clock_start(mention: Mention) -> datetime:
    """Return when the customer's wait began: the network's time where it can be trusted, else when we received it."""
    polled = any(delivery.transport == "poll" for delivery in mention.deliveries)
    age = mention.received_at - mention.occurred_at
    if age < timedelta() or (age > TRUSTED_FOR and not polled):
        return mention.received_at
    return mention.occurred_at


def _message(fact: MentionClassified, ground: Ground, *, now: datetime) -> Message:
    mention, labels = fact.mention, fact.classification
    deleted = mention.kind is MentionKind.DELETED
    return Message(
        id=mention.event_id,
        native_id=mention.native_id,
        events=(mention.event_id,),
        text=mention.text,
        revision=mention.revision,
        occurred_at=mention.occurred_at,
        received_at=mention.received_at,
        classified_at=fact.classified_at,
        routed_at=now,
        api_id=mention.api_id,
        handle=mention.author.handle,
        url=mention.permalink,
        visibility=mention.visibility.value,
        trigger=mention.trigger.value,
        language=labels.language,
        sentiment=labels.sentiment.value,
        intent=labels.intent,
        severity=severity_of(
            labels.severity.value,
            reach=mention.author.followers if mention.audience is None else mention.audience,
            raises_from=ground.reach_raises_from,
        ),
        needs_answer=labels.needs_answer and not deleted,
        flags=tuple(sorted(set(labels.flags))),
        judged=None if deleted else _judged(labels),
        deleted_at=mention.occurred_at if deleted else None,
        waits_from=clock_start(mention),
    )


def _judged(labels: Classification) -> Judged:
    return Judged(
        model=labels.model,
        language=labels.language,
        sentiment=labels.sentiment.value,
        intent=labels.intent,
        severity=labels.severity.value,
        needs_answer=labels.needs_answer,
        flags=tuple(sorted(set(labels.flags))),
    )
