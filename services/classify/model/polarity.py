"""How an English text feels: VADER (MIT-licensed, untyped; its names stay in this module)."""

from typing import Any, Final

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from services.classify.domain.feeling import Feeling
from services.classify.domain.text import Reading

# VADER's cost grows faster than the text; what a complaint feels like is clear long before.
_LOOK_AT: Final = 400
_EVIDENCE: Final = 5


class EnglishPolarity:
    """VADER's rules: words, emphasis, negation, emoji."""

    def __init__(self) -> None:
        """Read the lexicon (some 20 ms)."""
        self._analyser: Any = SentimentIntensityAnalyzer()
        self._valence: dict[str, float] = self._analyser.lexicon

    def feel(self, reading: Reading) -> Feeling:
        """Return VADER's compound score. The words that decided are those that its lexicon feels something about."""
        score: float = self._analyser.polarity_scores(reading.plain[:_LOOK_AT])["compound"]
        felt = [(word, self._valence[word]) for word in reading.words if word in self._valence]
        felt.sort(key=lambda pair: -abs(pair[1]))
        evidence = tuple(dict.fromkeys(word for word, valence in felt if valence * score > 0))
        return Feeling(score, round(0.45 + 0.4 * abs(score), 3), evidence[:_EVIDENCE])
