"""How glad a word is: VADER's list for English (MIT-licensed; untyped, read here only), ours for the others."""

from functools import cache
from typing import Final

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from services.classify.domain.features import Valence
from services.classify.domain.text import words_of
from services.classify.domain.words import de, es, fr, nl

_GLAD: Final = 2.0


@cache
def valences() -> Valence:
    """Return what every word feels like, all languages in one: where two differ, English gives way.

    Only phrases of one word take part. A prefix ("schlecht*") stands for its commonest endings.
    """
    known: dict[str, float] = dict(SentimentIntensityAnalyzer().lexicon)
    for words in (nl, de, fr, es):
        for phrases, felt in ((words.GOOD, _GLAD), (words.BAD, -_GLAD)):
            for phrase in phrases.split(","):
                for form in _forms(phrase.strip()):
                    known[form] = felt
    return lambda word: known.get(word, 0.0)


def _forms(phrase: str) -> list[str]:
    if " " in phrase or "+" in phrase:
        return []
    if not phrase.endswith("*"):
        return [phrase.lower(), *words_of(phrase)]
    stem = phrase[:-1].lower()
    return [stem + ending for ending in ("", "e", "en", "er", "es", "s", "o", "a", "os", "as", "t", "te", "em")]
