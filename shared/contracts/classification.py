"""What the classify station understood of a mention, and why."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from shared.contracts.contract import Contract, Part, UtcDatetime
from shared.contracts.mention import Mention

Confidence = Annotated[float, Field(ge=0, le=1)]


class Sentiment(StrEnum):
    """How the author feels about it."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class Severity(StrEnum):
    """How much harm waiting does. Fame plays no part in it."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    CRITICAL = "critical"


class Reason(Part):
    """One finding behind a label: what was seen, and how much it weighed (0..1)."""

    label: str
    evidence: str
    weight: Confidence


class PersonalKind(StrEnum):
    """What a piece of a text would tell of a person."""

    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    CARD = "card"
    BOOKING = "booking"


class PersonalSpan(Part):
    """Where personal data stands in the mention's `text`; `start` and `end` count code points."""

    kind: PersonalKind
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Source(StrEnum):
    """Who had the last word on the labels: the model of every mention, or the second opinion on an unsure one."""

    FAST = "fast"
    EMBEDDING = "embedding"
    LLM = "llm"


class Classification(Part):
    """Labels with confidences (0..1), the reasons for them, and the version of the model that gave them.

    `intent` is one of docs/taxonomy.md, or the brand's own: then `intent_like` is the one that it counts as. `flags`
    are those of docs/taxonomy.md. `model` and `source` say who judged, so that a replay can judge anew and compare.
    """

    language: str = "und"
    language_confidence: Confidence = 0.0
    sentiment: Sentiment
    sentiment_confidence: Confidence
    intent: str
    intent_like: str | None = None
    intent_confidence: Confidence
    severity: Severity
    needs_answer: bool
    needs_answer_confidence: Confidence
    flags: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    personal: tuple[PersonalSpan, ...] = ()
    model: str
    source: Source = Source.FAST


class MentionClassified(Contract):
    """The mention, with what it was understood to be. The original bytes stay behind on care.mentions."""

    ce_type: ClassVar[str] = "care.classified.v1"

    version: Literal[1] = 1
    mention: Mention
    classification: Classification
    classified_at: UtcDatetime
