"""How the author feels, where VADER has no words: small lexicons, emoji and stars."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.classify.domain.lexicon import Lexicon
from shared.contracts.classification import Sentiment

_GLAD: Final = frozenset("😀😃😄😁😊🙂😍🥰😘🤗🎉👏👍💪🙏❤💕💖💙💚💛😎🥳🤩")
_UPSET: Final = frozenset("😠😡🤬😤👎💩😞😢😭😒🙄😫😩😖🤮🤢💔😾")
_TURNED_WITHIN: Final = 2


@dataclass(frozen=True, slots=True)
class Feeling:
    """`score` from -1 (negative) to 1 (positive), how sure we are of it (0..1), and the words that decided."""

    score: float
    confidence: float
    evidence: tuple[str, ...]

    @property
    def sentiment(self) -> Sentiment:
        """The label. The thresholds leave the lukewarm middle neutral."""
        if self.score <= -0.15:
            return Sentiment.NEGATIVE
        return Sentiment.POSITIVE if self.score >= 0.25 else Sentiment.NEUTRAL


def from_words(words: Sequence[str], plain: str, lexicon: Lexicon) -> Feeling:
    """Return the feeling that the lexicon and emoji show. Honest about being small: never surer than 0.75."""
    good = bad = 0.0
    evidence: list[str] = []
    for found in lexicon.feelings.find(words):
        before = words[max(0, found.at - _TURNED_WITHIN) : found.at]
        if found.label == "good" and not lexicon.negations.isdisjoint(before):
            bad += 0.7  # "not good" is less than "bad"
            evidence.append(f"not {found.evidence}")
        elif found.label == "bad" and before[-1:] and before[-1] in lexicon.negations:
            continue  # "not bad" praises faintly at most
        else:
            good, bad = (good + 1.0, bad) if found.label == "good" else (good, bad + 1.0)
            evidence.append(found.evidence)
    if not plain.isascii():
        good += sum(character in _GLAD for character in plain)
        bad += sum(character in _UPSET for character in plain)
        evidence += [character for character in plain if character in _GLAD or character in _UPSET]
    if good == bad:
        return Feeling(0.0, 0.3 if good else 0.35, tuple(evidence[:5]))
    score = (good - bad) / (good + bad + 1.0)
    return Feeling(score, min(0.75, 0.5 + 0.4 * abs(score)), tuple(evidence[:5]))


def from_stars(value: float, out_of: float) -> Feeling | None:
    """Return what the stars of a review say; None for the middle, or a scale that makes no sense."""
    if not 0 < out_of < 1_000 or not 0 <= value <= out_of:
        return None
    share = value / out_of
    if 0.45 < share < 0.75:
        return None
    return Feeling(1.0 if share >= 0.75 else -1.0, 0.9, (f"{value:g} of {out_of:g} stars",))
