"""From what was found in a text to the classification, with its reasons. Rules of harm outrank the model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from services.classify.domain.answer import Wanted, is_private, wanted
from services.classify.domain.harm import Harm, severity
from services.classify.domain.lexicon import Topic
from services.classify.domain.opinion import Opinion
from services.classify.domain.phrases import Found
from services.classify.domain.policy import Meant, Policy
from services.classify.domain.stars import Feeling, from_stars
from services.classify.domain.taxonomy import PROBLEMS, Intent
from services.classify.domain.text import Reading
from shared.contracts.classification import Classification, PersonalSpan, Sentiment, Severity
from shared.contracts.mention import Mention

_MANY_LINKS: Final = 4
_MANY_TAGS: Final = 8
_FLAG: Final = 0.5
_OWN_WORDS: Final = 0.95
"""How sure an intent is that the brand's own words name."""
_OTHER: Final = Meant(Intent.OTHER, Intent.OTHER)
_WHY: Final = {
    **dict.fromkeys(PROBLEMS, "reports a problem"),
    Intent.QUESTION: "asks",
    Intent.SUGGESTION: "has an idea",
    Intent.PRAISE: "thanks or praises",
    Intent.OTHER: "what it says",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that is known of one mention's text before it is judged."""

    reading: Reading
    language: str
    language_confidence: float
    topics: Sequence[Found[Topic]]
    opinion: Opinion
    personal: tuple[PersonalSpan, ...]


def verdict(mention: Mention, found: Findings, policy: Policy, model: str) -> Classification:
    """Return labels, confidences, and the words behind them."""
    opinion, reading = found.opinion, found.reading
    harms = _harms(found, policy)
    flags = _flags(mention, opinion, policy, harms, reading)
    intent, intent_share, intent_why = _intent(opinion, policy, reading)
    feeling = _feeling(mention, opinion)
    answer = wanted(
        mention,
        opinion,
        policy,
        reading,
        harms=frozenset(harms),
        spam="spam" in flags,
        kind=_WHY.get(intent.like, "what it says"),
    )
    # One validation of it all: a model per reason would cost as much again as the rest.
    return Classification.model_validate(
        {
            "language": found.language,
            "language_confidence": found.language_confidence,
            "sentiment": feeling.sentiment,
            "sentiment_confidence": feeling.confidence,
            "intent": intent.name,
            "intent_like": None if intent.name == intent.like else intent.like,
            "intent_confidence": intent_share,
            "severity": _severity(opinion, harms, answer),
            "needs_answer": answer.yes,
            "needs_answer_confidence": answer.confidence,
            "flags": flags,
            "reasons": [
                *(_reason(f"intent:{intent.name}", text, part) for text, part in intent_why),
                *(_reason(f"sentiment:{feeling.sentiment}", text, part) for text, part in feeling.why),
                *(_reason(f"flag:{harm}", text, 1.0) for harm, text in harms.items()),
                _reason("needs_answer" if answer.yes else "no_answer", answer.why, answer.confidence),
            ],
            "personal": found.personal,
            "model": model,
        }
    )


def _reason(label: str, evidence: str, weight: float) -> dict[str, str | float]:
    return {"label": label, "evidence": evidence, "weight": weight}


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


def _harms(found: Findings, policy: Policy) -> Mapping[Harm, str]:
    """The rules' harms with the words that say so, but for those in whose words the brand has said is none."""
    words = found.reading.words
    said: list[Found[Topic] | Found[Harm]] = [*found.topics, *(policy.harms.find(words) if policy.harms else ())]
    excused = {
        place
        for one in (policy.not_harm.find(words) if policy.not_harm else ())
        for place in range(one.at, one.end + 1)
    }
    harms: dict[Harm, str] = {}
    for one in said:
        if isinstance(one.label, Harm) and excused.isdisjoint(range(one.at, one.end + 1)):
            harms.setdefault(one.label, one.evidence)
    return dict(sorted(harms.items()))


def _flags(
    mention: Mention, opinion: Opinion, policy: Policy, harms: Mapping[Harm, str], reading: Reading
) -> tuple[str, ...]:
    """In private many links are the pictures of what went wrong: there only the words can say that it advertises."""
    flags = {str(harm) for harm in harms}
    for flag, share in opinion.flags.items():
        threshold = policy.flags_at_least.get(flag, opinion.thresholds.get(flag, _FLAG))
        if share >= threshold:
            flags.add(flag)
    many = reading.links >= _MANY_LINKS or reading.plain.count("#") >= _MANY_TAGS
    if many and not is_private(mention):
        flags.add("spam")
    return tuple(sorted(flags))


def _intent(opinion: Opinion, policy: Policy, reading: Reading) -> tuple[Meant, float, tuple[tuple[str, float], ...]]:
    if policy.intents is not None:
        own = policy.intents.find(reading.words)
        if own:
            return own[0].label, _OWN_WORDS, ((own[0].evidence, 1.0),)
    # An intent equals its name, so nothing has to be made of the names before one of them has won.
    likely = opinion.intents
    if policy.off:
        likely = {name: share for name, share in likely.items() if name not in policy.off}
    if not likely or not reading.words:
        return _OTHER, 0.0, ()
    best = Intent(max(likely, key=likely.__getitem__))
    share = round(likely[best], 3)
    if share < policy.intent_at_least:
        return _OTHER, round(likely.get(Intent.OTHER, 0.0), 3), ()
    return Meant(best, best), share, opinion.why.get(f"intent:{best}", ())


def _feeling(mention: Mention, opinion: Opinion) -> Feeling:
    if mention.rating is not None:
        stars = from_stars(mention.rating.value, mention.rating.max)
        if stars is not None:
            return stars
    if not opinion.sentiments:
        return Feeling(Sentiment.NEUTRAL, 0.0, ())
    best = max(opinion.sentiments, key=opinion.sentiments.__getitem__)
    return Feeling(Sentiment(best), round(opinion.sentiments[best], 3), opinion.why.get(f"sentiment:{best}", ()))


def _severity(opinion: Opinion, harms: Mapping[Harm, str], answer: Wanted) -> Severity:
    """The rules set the floor. The model can lift a mention to high, never to critical: that pages people."""
    floor = severity(frozenset(harms), needs_answer=answer.yes)
    if floor is Severity.CRITICAL or not answer.yes:
        return floor
    grave = opinion.severities.get(Severity.HIGH, 0.0) + opinion.severities.get(Severity.CRITICAL, 0.0)
    return Severity.HIGH if grave >= opinion.thresholds.get("severity:high", _FLAG) else floor
