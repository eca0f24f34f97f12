"""What the author wants, from the phrases found."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.classify.domain.feeling import Feeling
from services.classify.domain.phrases import Found
from services.classify.domain.taxonomy import PROBLEMS, Intent
from shared.contracts.classification import Sentiment

_ENOUGH: Final = 0.75
"""One strong phrase, or two hints of the same intent."""
_ENOUGH_OF_THE_GLAD: Final = 1.15
"""Who praises and names a thing ("great delivery!") has to say more before we hear a problem."""
_HALF_LIFE: Final = 0.5
"""Each further phrase of an intent counts half of the one before: ten times "parcel" is not ten times as sure."""


@dataclass(frozen=True, slots=True)
class IntentFound:
    """The intent, how sure we are (0..1), and the phrases that decided, strongest first."""

    intent: Intent
    confidence: float
    evidence: tuple[tuple[str, float], ...]


def intent_of(found: Sequence[Found[Intent]], feeling: Feeling, *, asks: bool) -> IntentFound:
    """Return the best supported intent, `other` where nothing is supported enough.

    A problem that is named outranks thanks and questions, unless the author is glad: "delivered in a day, thank you!"
    """
    phrases: dict[Intent, dict[str, float]] = defaultdict(dict)
    for one in found:
        known = phrases[one.label]
        known[one.evidence] = max(one.weight, known.get(one.evidence, 0.0))
    support = {intent: _support(weights) for intent, weights in phrases.items()}
    praise = support.get(Intent.PRAISE, 0.0)
    glad = feeling.sentiment is Sentiment.POSITIVE and praise > 0.0
    if glad and not asks and praise >= _ENOUGH:
        return _as_found(Intent.PRAISE, support, phrases)
    enough = _ENOUGH_OF_THE_GLAD if glad else _ENOUGH
    problems = {intent: score for intent, score in support.items() if intent in PROBLEMS and score >= enough}
    if problems:
        return _as_found(_best(problems), support, phrases)
    if asks or support.get(Intent.QUESTION, 0.0) >= _ENOUGH:
        support[Intent.QUESTION] = support.get(Intent.QUESTION, 0.0) + (0.6 if asks else 0.0)
        return _as_found(Intent.QUESTION, support, phrases)
    if praise >= _ENOUGH and feeling.sentiment is not Sentiment.NEGATIVE:
        return _as_found(Intent.PRAISE, support, phrases)
    return IntentFound(Intent.OTHER, 0.5 if not support else 0.35, ())


def _support(weights: dict[str, float]) -> float:
    return sum(weight * _HALF_LIFE**place for place, weight in enumerate(sorted(weights.values(), reverse=True)))


def _best(support: dict[Intent, float]) -> Intent:
    order = list(Intent)
    return max(support, key=lambda intent: (support[intent], -order.index(intent)))


def _as_found(intent: Intent, support: dict[Intent, float], phrases: dict[Intent, dict[str, float]]) -> IntentFound:
    rival = max((score for other, score in support.items() if other is not intent), default=0.0)
    ours = support[intent]
    evidence = sorted(phrases.get(intent, {}).items(), key=lambda pair: -pair[1])
    return IntentFound(intent, round(min(0.95, 0.25 + 0.65 * ours / (ours + rival)), 3), tuple(evidence[:4]))
