"""From what travels to what a case understands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from shared.case.commands import Hear, Open
from shared.case.parts import Customer, Message
from shared.contracts.classification import MentionClassified
from shared.contracts.identity import case_id
from shared.contracts.mention import Mention, MentionKind

TRUSTED_FOR: Final = timedelta(hours=24)
"""How far back a sender's word on when the customer wrote is believed; a poller reads the network's own record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """First-response targets in seconds by severity, and the share of them after which to warn."""

    seconds: Mapping[str, int]
    warn_share: float


def as_hear(fact: MentionClassified, targets: Targets, *, now: datetime) -> Hear:
    """Return the command that brings this mention to the customer's live case."""
    severity = fact.classification.severity.value
    return Hear(
        kind=fact.mention.kind.value,
        message=_message(fact, now=now),
        clock_start=clock_start(fact.mention),
        target_seconds=targets.seconds[severity],
        warn_share=targets.warn_share,
    )


def as_open(fact: MentionClassified, command: Hear, *, previous: str | None) -> Open:
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
        ),
        hear=command,
        previous=previous,
    )


def clock_start(mention: Mention) -> datetime:
    """Return when the customer's wait began: the network's time where it can be trusted, else when we received it."""
    polled = any(delivery.transport == "poll" for delivery in mention.deliveries)
    age = mention.received_at - mention.occurred_at
    if age < timedelta() or (age > TRUSTED_FOR and not polled):
        return mention.received_at
    return mention.occurred_at


def _message(fact: MentionClassified, *, now: datetime) -> Message:
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
        severity=labels.severity.value,
        needs_answer=labels.needs_answer and not deleted,
        deleted_at=mention.occurred_at if deleted else None,
    )
