"""Which mentions count towards a storm, at what time, and what of them is counted."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Final

from services.classify.domain.distinct import hash_of
from services.classify.domain.storms.concepts import concepts_of, names_failure
from services.classify.domain.storms.rules import MINUTE
from services.classify.domain.storms.sketch import sketch_of
from services.classify.domain.storms.words import terms_of
from services.classify.domain.taxonomy import PROBLEMS
from services.classify.domain.text import read
from shared.contracts.classification import Classification, MentionClassified, Sentiment
from shared.contracts.mention import Mention, MentionKind
from shared.contracts.storm import Crowd, Signal, SignalsCounted

SINGLY: Final = 64
"""Complaints of one brand that a batch tells one by one. The others are counted as a crowd, so that a hot brand costs
little: there are enough singles to open a storm, and the crowd makes it larger."""
_CROWD_MEMBERS: Final = 20
_REPEATED: Final = "rt @"


def signals_of(classified: Iterable[MentionClassified]) -> list[SignalsCounted]:
    """Return the complaints of a batch, gathered per brand and intent, in the order in which each first came.

    Only new posts of people count: an edit, a repost's engagement or a bot says nothing about how many are affected.
    """
    singles: dict[tuple[str, str], list[Signal]] = defaultdict(list)
    crowds: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    told: dict[str, int] = defaultdict(int)
    for one in classified:
        if is_complaint(one):
            brand, intent = one.mention.brand, _counts_as(one.classification)
            told[brand] += 1
            if told[brand] > SINGLY and singles[brand, intent]:
                crowds[brand, intent].append(one.mention)
            else:
                singles[brand, intent].append(_signal(one.mention))
    return [
        SignalsCounted(
            brand=brand, intent=intent, signals=tuple(signals), crowds=_crowds(crowds.get((brand, intent), []))
        )
        for (brand, intent), signals in singles.items()
    ]


def is_complaint(classified: MentionClassified) -> bool:
    """A person is not glad, and reports a problem or is upset with us; whether they want an answer does not matter.

    That a storm of one issue is described in very different words is what makes it hard to hear, so an upset post whose
    issue nobody could name counts too: it has words.
    """
    mention, found = classified.mention, classified.classification
    return (
        mention.kind is MentionKind.CREATED
        and not mention.author.is_bot
        and found.sentiment is not Sentiment.POSITIVE
        and "spam" not in found.flags
        and not mention.text[:4].lower().startswith(_REPEATED)
        and _reports(mention, found)
    )


def happened_at(mention: Mention) -> datetime:
    """Return the network's time of the post, never later than when we received it: clocks of others run ahead."""
    return min(mention.occurred_at, mention.received_at)


def signals_id(counted: SignalsCounted) -> str:
    """Return the id under which these very complaints are one record, however often they are sent."""
    parts = (counted.brand, counted.intent, *(signal.event_id for signal in counted.signals))
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _reports(mention: Mention, found: Classification) -> bool:
    if _counts_as(found) in PROBLEMS:
        return True
    if found.sentiment is not Sentiment.NEGATIVE and not found.needs_answer:
        return False
    if found.sentiment is Sentiment.NEGATIVE and found.needs_answer:
        return True
    return names_failure(concepts_of(read(mention.text).words))  # "is the app down?" is a question, and a report


def _counts_as(found: Classification) -> str:
    """A brand's own intent counts as the one of the taxonomy that it is like."""
    return found.intent_like or found.intent


def _signal(mention: Mention) -> Signal:
    words = read(mention.text).words
    return Signal(
        author=mention.customer_key,
        event_id=mention.event_id,
        occurred_at=happened_at(mention),
        audience=_audience(mention),
        terms=terms_of(words),
        concepts=concepts_of(words),
        sketch=sketch_of(words),
    )


def _crowds(mentions: Iterable[Mention]) -> tuple[Crowd, ...]:
    """One crowd per window of five minutes."""
    windows: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        windows[int(happened_at(mention).timestamp() * 1000) // (5 * MINUTE)].append(mention)
    return tuple(
        Crowd(
            at=max(happened_at(mention) for mention in found),
            authors=tuple(dict.fromkeys(f"{hash_of(mention.customer_key):016x}" for mention in found)),
            members=tuple(mention.event_id for mention in found)[:_CROWD_MEMBERS],
            reach=sum(_audience(mention) or 0 for mention in found),
        )
        for _, found in sorted(windows.items())
    )


def _audience(mention: Mention) -> int | None:
    return mention.audience if mention.audience is not None else mention.author.followers
