"""From what was found in a text to the classification, with its reasons."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeGuard

from services.classify.domain.answer import needs_answer
from services.classify.domain.feeling import Feeling
from services.classify.domain.harm import Harm, severity
from services.classify.domain.intent import IntentFound, intent_of
from services.classify.domain.lexicon import Topic
from services.classify.domain.phrases import Found
from services.classify.domain.taxonomy import PROBLEMS, Intent
from services.classify.domain.text import Reading
from shared.contracts.classification import Classification, Reason, Sentiment, Severity
from shared.contracts.mention import Mention

_MANY_LINKS: Final = 4
_MANY_TAGS: Final = 8
# Who names a problem is not glad of it, even in polite words that VADER takes for praise ("please help, thanks").
_PROBLEM_WEIGHS: Final = 0.3


def verdict(
    mention: Mention,
    *,
    reading: Reading,
    language: str,
    language_confidence: float,
    feeling: Feeling,
    topics: Sequence[Found[Topic]],
    model: str,
) -> Classification:
    """Return labels, confidences, and the words behind them."""
    intent = intent_of([one for one in topics if _is_intent(one)], feeling, asks="?" in reading.plain)
    if intent.intent in PROBLEMS:
        feeling = Feeling(max(-1.0, feeling.score - _PROBLEM_WEIGHS), feeling.confidence, feeling.evidence)
    harms = frozenset(one.label for one in topics if isinstance(one.label, Harm))
    spam = _advertises(topics, reading)
    answer, answer_confidence, why = needs_answer(
        mention,
        intent=intent,
        sentiment=feeling.sentiment,
        harms=harms,
        spam=spam,
        plea=any(one.label == "plea" for one in topics),
        readable=bool(reading.words) or reading.other_letters > 0,
        foreign=reading.other_letters > reading.latin_letters,
    )
    return Classification(
        language=language,
        language_confidence=language_confidence,
        sentiment=feeling.sentiment,
        sentiment_confidence=feeling.confidence,
        intent=intent.intent,
        intent_confidence=intent.confidence,
        severity=severity(harms, needs_answer=answer),
        needs_answer=answer,
        needs_answer_confidence=answer_confidence,
        flags=(*sorted(harms), *(("spam",) if spam else ())),
        reasons=(
            *_reasons(intent, feeling, topics),
            Reason(label="needs_answer" if answer else "no_answer", evidence=why, weight=answer_confidence),
        ),
        model=model,
    )


def unread(model: str) -> Classification:
    """Return what stands beside a mention without words of the customer's: a deletion, new likes, our own answer."""
    return Classification(
        sentiment=Sentiment.NEUTRAL,
        sentiment_confidence=0.0,
        intent=Intent.OTHER,
        intent_confidence=0.0,
        severity=Severity.LOW,
        needs_answer=False,
        needs_answer_confidence=1.0,
        model=model,
    )


def _is_intent(found: Found[Topic]) -> TypeGuard[Found[Intent]]:
    return isinstance(found.label, Intent)


def _advertises(topics: Sequence[Found[Topic]], reading: Reading) -> bool:
    if reading.links >= _MANY_LINKS or reading.plain.count("#") >= _MANY_TAGS:
        return True
    return any(one.label == "spam" for one in topics)


def _reasons(intent: IntentFound, feeling: Feeling, topics: Sequence[Found[Topic]]) -> Iterator[Reason]:
    for text, weight in intent.evidence:
        yield Reason(label=f"intent:{intent.intent}", evidence=text, weight=weight)
    for text in feeling.evidence:
        yield Reason(label=f"sentiment:{feeling.sentiment}", evidence=text, weight=round(abs(feeling.score), 3))
    for one in topics:
        if isinstance(one.label, Harm) or one.label == "spam":
            yield Reason(label=f"flag:{one.label}", evidence=one.evidence, weight=one.weight)
