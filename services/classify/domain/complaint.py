"""Which mentions count towards a storm, and at what time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from services.classify.domain.taxonomy import PROBLEMS
from shared.contracts.classification import MentionClassified, Sentiment
from shared.contracts.mention import Mention, MentionKind
from shared.contracts.storm import Signal, SignalsCounted


def signals_of(classified: Iterable[MentionClassified]) -> list[SignalsCounted]:
    """Return the complaints of a batch, gathered per brand and intent, in the order in which each first came.

    Only new posts of people count: an edit, a repost's engagement or a bot says nothing about how many are affected.
    """
    gathered: dict[tuple[str, str], list[Signal]] = defaultdict(list)
    for one in classified:
        if is_complaint(one):
            gathered[one.mention.brand, one.classification.intent].append(_signal(one.mention))
    return [
        SignalsCounted(brand=brand, intent=intent, signals=tuple(signals))
        for (brand, intent), signals in gathered.items()
    ]


def is_complaint(classified: MentionClassified) -> bool:
    """A person reports a problem of ours and is not glad about it."""
    mention, found = classified.mention, classified.classification
    return (
        mention.kind is MentionKind.CREATED
        and not mention.author.is_bot
        and found.needs_answer
        and found.intent in PROBLEMS
        and found.sentiment is not Sentiment.POSITIVE
    )


def happened_at(mention: Mention) -> datetime:
    """Return the network's time of the post, never later than when we received it: clocks of others run ahead."""
    return min(mention.occurred_at, mention.received_at)


def signals_id(counted: SignalsCounted) -> str:
    """Return the id under which these very complaints are one record, however often they are sent."""
    parts = (counted.brand, counted.intent, *(signal.event_id for signal in counted.signals))
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _signal(mention: Mention) -> Signal:
    return Signal(
        author=mention.customer_key,
        event_id=mention.event_id,
        occurred_at=happened_at(mention),
        audience=mention.audience if mention.audience is not None else mention.author.followers,
    )
