"""The use case of the lane: understand mentions, and gather the complaints among them."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from services.classify.domain.complaint import signals_of
from services.classify.domain.personal.spans import READ_AT_MOST
from shared.contracts.classification import Classification, MentionClassified
from shared.contracts.mention import Mention
from shared.contracts.storm import SignalsCounted
from shared.runtime.clock import Clock

# A model call holds the event loop: at worst a millisecond for a mention, so 64 keep it under 100 ms. Looking for
# personal data goes by length, up to some microseconds a character where it is numbers over and over.
_AT_A_TIME: Final = 64
_CHARACTERS_AT_A_TIME: Final = 32_000


class SecondOpinions(Protocol):
    """Asks somebody else about the posts that the classifier was unsure of."""

    async def __call__(self, mentions: Sequence[Mention], first: Sequence[Classification]) -> list[Classification]:
        """Return the classifications, in order, some with a second opinion. Its wait is bounded; it never raises."""
        ...


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

    def __init__(self, classifier: Classifier, clock: Clock, second_opinions: SecondOpinions | None = None) -> None:
        """`second_opinions`: None asks nobody."""
        self._classifier = classifier
        self._clock = clock
        self._second_opinions = second_opinions

    async def __call__(self, mentions: Sequence[Mention]) -> Understood:
        """Return what the mentions mean. The original bytes stay behind on care.mentions."""
        found: list[Classification] = []
        for turn in _turns(mentions):
            found += self._classifier.classify(turn)
            await asyncio.sleep(0)
        if self._second_opinions is not None:
            found = await self._second_opinions(mentions, found)
        now = self._clock()
        classified = [
            MentionClassified(mention=_without_body(mention), classification=classification, classified_at=now)
            for mention, classification in zip(mentions, found, strict=True)
        ]
        return Understood(classified, signals_of(classified))


def _turns(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Give as many as may hold the event loop at a time, in order."""
    turn: list[Mention] = []
    characters = 0
    for mention in mentions:
        size = min(len(mention.text), READ_AT_MOST)
        if turn and (len(turn) == _AT_A_TIME or characters + size > _CHARACTERS_AT_A_TIME):
            yield turn
            turn, characters = [], 0
        turn.append(mention)
        characters += size
    if turn:
        yield turn


def _without_body(mention: Mention) -> Mention:
    if mention.raw is None or mention.raw.body is None:
        return mention
    return mention.model_copy(update={"raw": mention.raw.model_copy(update={"body": None})})
