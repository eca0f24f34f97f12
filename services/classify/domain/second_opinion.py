"""Which posts deserve a second opinion, and what one may change: it can make us more careful, never less."""

from dataclasses import dataclass
from typing import Final

from services.classify.domain.policy import Policy
from services.classify.domain.taxonomy import Intent
from shared.contracts.classification import Classification, Reason, Sentiment, Severity, Source

_RANK: Final = {severity: rank for rank, severity in enumerate(Severity)}
_SPAM: Final = "spam"
_CHURN: Final = "churn"
REASON: Final = "second_opinion"
"""The label of the reason that says who was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """When the model of every mention is unsure; shares of likelihood, 0..1.

    `intent_below`, `sentiment_below`: surer than that is sure. `answer_at`: from where on a post is taken to want an
    answer, where its brand says nothing else; `answer_within`: so near to it is unsure.
    """

    intent_below: float = 0.5
    sentiment_below: float = 0.5
    answer_at: float = 0.5
    answer_within: float = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinion:
    """What another judge thinks. `by`: its name. `confidence`: 0..1, its own word, measured by nobody."""

    intent: Intent
    sentiment: Sentiment
    severity: Severity
    needs_answer: bool
    churn: bool
    confidence: float
    by: str
    source: Source


def unsure(first: Classification, policy: Policy, doubt: Doubt) -> float:
    """Return how unsure the first opinion is: 0.0 is sure, 1.0 knows nothing. Advertisements are not asked about."""
    if _SPAM in first.flags:
        return 0.0
    answer = first.needs_answer_confidence if first.needs_answer else 1.0 - first.needs_answer_confidence
    at = doubt.answer_at if policy.answer_at_least is None else policy.answer_at_least
    near = 1.0 - abs(answer - at) / doubt.answer_within if doubt.answer_within > 0 else 0.0
    return max(
        _short_of(first.intent_confidence, doubt.intent_below),
        _short_of(first.sentiment_confidence, doubt.sentiment_below),
        near,
        0.0,
    )


def merged(first: Classification, second: SecondOpinion, policy: Policy, doubt: Doubt) -> Classification:
    """Return the first opinion with what the second may change.

    Intent and sentiment change only where the first was unsure of that very label, and an intent of the brand's own
    never: the brand's words decided it, and no other judge knows it. Severity only rises, and never to
    critical: that pages people. A customer who waits goes on waiting for an answer, and no flag is ever taken away.
    """
    intent, intent_share = first.intent, first.intent_confidence
    is_own = first.intent_like is not None
    if not is_own and first.intent_confidence < doubt.intent_below and second.intent not in policy.off:
        intent, intent_share = _said(first.intent, first.intent_confidence, str(second.intent), second.confidence)
    sentiment, sentiment_share = first.sentiment, first.sentiment_confidence
    if first.sentiment_confidence < doubt.sentiment_below:
        sentiment = second.sentiment
        _, sentiment_share = _said(
            str(first.sentiment), first.sentiment_confidence, str(second.sentiment), second.confidence
        )
    answer, answer_share = first.needs_answer, first.needs_answer_confidence
    if second.needs_answer and not first.needs_answer:
        answer, answer_share = True, second.confidence
    return first.model_copy(
        update={
            "intent": intent,
            "intent_confidence": intent_share,
            "sentiment": sentiment,
            "sentiment_confidence": sentiment_share,
            "severity": _raised(first.severity, second.severity, answer=answer),
            "needs_answer": answer,
            "needs_answer_confidence": answer_share,
            "flags": tuple(sorted({*first.flags, _CHURN})) if second.churn else first.flags,
            "reasons": (*first.reasons, Reason(label=REASON, evidence=second.by, weight=second.confidence)),
            "source": second.source,
        }
    )


def _short_of(share: float, enough: float) -> float:
    return (enough - share) / enough if share < enough else 0.0


def _said(first: str, share: float, second: str, confidence: float) -> tuple[str, float]:
    """Two that say the same are as sure as the surer of them."""
    return second, max(share, confidence) if first == second else confidence


def _raised(first: Severity, second: Severity, *, answer: bool) -> Severity:
    asked = min(second, Severity.HIGH, key=_RANK.__getitem__)
    least = Severity.NORMAL if answer else Severity.LOW
    return max(first, asked, least, key=_RANK.__getitem__)
