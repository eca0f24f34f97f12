"""The use case of the lane: understand mentions, and gather the complaints among them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from services.classify.domain.complaint import signals_of
from shared.contracts.classification import Classification, MentionClassified
from shared.contracts.mention import Mention
from shared.contracts.storm import SignalsCounted
from shared.runtime.clock import Clock

# A model call holds the event loop: at worst a millisecond for a mention, so 64 keep it under 100 ms.
_AT_A_TIME: Final = 64


class Classifier(Protocol):
    """Says what mentions mean."""

    def classify(self, mentions: Sequence[Mention]) -> list[Classification]:
        """Return one classification per mention, in order. Does not raise for anything that a customer can write.

        What is not in the customer's words (deletions, engagement, our own echoes) is `unread`.
        """
        ...


@dataclass(frozen=True, slots=True)
class Understood:
    """What became of a batch: a fact per mention, in order, and the complaints per brand and intent."""

    classified: list[MentionClassified]
    signals: list[SignalsCounted]


class Understand:
    """Classifies a batch of mentions."""

    def __init__(self, classifier: Classifier, clock: Clock) -> None:
        self._classifier = classifier
        self._clock = clock

    async def __call__(self, mentions: Sequence[Mention]) -> Understood:
        """Return what the mentions mean. The original bytes stay behind on care.mentions."""
        classified: list[MentionClassified] = []
        for start in range(0, len(mentions), _AT_A_TIME):
            some = mentions[start : start + _AT_A_TIME]
            now = self._clock()
            classified += [
                MentionClassified(mention=_without_body(mention), classification=classification, classified_at=now)
                for mention, classification in zip(some, self._classifier.classify(some), strict=True)
            ]
            await asyncio.sleep(0)
        return Understood(classified, signals_of(classified))


def _without_body(mention: Mention) -> Mention:
    if mention.raw is None or mention.raw.body is None:
        return mention
    return mention.model_copy(update={"raw": mention.raw.model_copy(update={"body": None})})
