"""What the tests of second opinions share: unsure posts, a brand that wants them, a judge that is no network."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from services.classify.cascade.asking import Cascade, Judge, Patience
from services.classify.cascade.breaker import Breaker
from services.classify.cascade.budget import Budget, Limits
from services.classify.domain.policy import PLAIN, Policy
from services.classify.domain.second_opinion import Doubt, SecondOpinion
from services.classify.domain.taxonomy import Intent
from shared.contracts.classification import Classification, Sentiment, Severity, Source
from shared.contracts.mention import Mention
from tests.builders import NOON, a_classified

WANTS: Final = Policy(second_opinion=True)
DOUBT: Final = Doubt()


def a_first(**labels: Any) -> Classification:
    """A first opinion that is unsure of the intent and sure of all else."""
    return a_classified(**{"intent_confidence": 0.2, "needs_answer_confidence": 0.9, **labels}).classification


def a_second(**labels: Any) -> SecondOpinion:
    """A second opinion: praise, nothing to do."""
    given: dict[str, Any] = {
        "intent": Intent.PRAISE,
        "sentiment": Sentiment.POSITIVE,
        "severity": Severity.LOW,
        "needs_answer": False,
        "churn": False,
        "confidence": 0.9,
        "by": "small",
        "source": Source.LLM,
    }
    return SecondOpinion(**{**given, **labels})


class Answers:
    """A judge in memory: keeps what it was shown, and does as told."""

    def __init__(self, behave: Callable[[str], Awaitable[SecondOpinion]] | None = None) -> None:
        self.asked: list[str] = []
        self._behave = behave

    def question(self, post: str, language: str) -> bytes:
        return f"{language} {post}".encode()

    async def ask(self, body: bytes, post: str) -> SecondOpinion:
        self.asked.append(post)
        return a_second() if self._behave is None else await self._behave(post)


def a_cascade(judge: Judge, **given: Any) -> Cascade:
    """One for which every brand wants second opinions, and all traffic may be asked about."""
    limits = given.pop("limits", Limits(share=1.0, calls_per_minute=10_000, characters_per_day=10**9))
    made: dict[str, Any] = {
        "policy_of": lambda brand: PLAIN if brand == "reluctant" else WANTS,
        "doubt": DOUBT,
        "budget": Budget(limits),
        "breaker": Breaker(),
        "clock": lambda: NOON,
        "patience": Patience(),
    }
    return Cascade(judge=judge, **{**made, **given})


class Unsure:
    """A classifier that is unsure of every post."""

    def __init__(self, **labels: Any) -> None:
        self._labels = labels

    def classify(self, mentions: Sequence[Mention]) -> list[Classification]:
        return [a_first(**self._labels) for _ in mentions]
