"""How the author feels, and what the stars of a review say of it: they outrank the words."""

from dataclasses import dataclass

from shared.contracts.classification import Sentiment


@dataclass(frozen=True, slots=True)
class Feeling:
    """The sentiment, how sure we are (0..1), and the words that decided, each with its part."""

    sentiment: Sentiment
    confidence: float
    why: tuple[tuple[str, float], ...]


def from_stars(value: float, out_of: float) -> Feeling | None:
    """Return what the stars of a review say; None for the middle, or a scale that makes no sense."""
    if not 0 < out_of < 1_000 or not 0 <= value <= out_of:
        return None
    share = value / out_of
    if 0.45 < share < 0.75:
        return None
    sentiment = Sentiment.POSITIVE if share >= 0.75 else Sentiment.NEGATIVE
    return Feeling(sentiment, 0.9, ((f"{value:g} of {out_of:g} stars", 1.0),))
