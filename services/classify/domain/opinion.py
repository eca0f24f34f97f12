"""What the model thinks of a text, in the domain's words: no arrays, no scores."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Evidence = tuple[tuple[str, float], ...]
"""Words, each with its part (0..1) in the decision, strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """Shares of likelihood (0..1) per label. Those of `flags` stand each for itself, the others add up to 1.

    `thresholds`: per flag, and for `answer`, from which share on it holds. `why` per label of the two best-known heads
    ("intent:refund", "sentiment:negative") has the words that decided.
    """

    intents: Mapping[str, float]
    sentiments: Mapping[str, float]
    severities: Mapping[str, float]
    flags: Mapping[str, float]
    answer: float
    thresholds: Mapping[str, float]
    why: Mapping[str, Evidence]


NO_OPINION: Final = Opinion(intents={}, sentiments={}, severities={}, flags={}, answer=0.0, thresholds={}, why={})
"""Of a text without anything to weigh."""
