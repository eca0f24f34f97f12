"""simple-1: language id, VADER, keyword intents. Honest about what it is: it names the words that decided."""

from collections.abc import Sequence
from typing import Final

from services.classify.domain.feeling import Feeling, from_stars, from_words
from services.classify.domain.lexicon import lexicon
from services.classify.domain.text import Reading, read
from services.classify.domain.verdict import unread, verdict
from services.classify.model.language import UNKNOWN, Languages
from services.classify.model.polarity import EnglishPolarity
from shared.contracts.classification import Classification
from shared.contracts.mention import Mention, MentionKind

MODEL: Final = "simple-1"

_UNREAD: Final = unread(MODEL)
_WITH_WORDS: Final = frozenset({MentionKind.CREATED, MentionKind.EDITED})


class SimpleClassifier:
    """The classifier that ships first."""

    def __init__(self, languages: Languages, english: EnglishPolarity) -> None:
        self._languages = languages
        self._english = english

    def classify(self, mentions: Sequence[Mention]) -> list[Classification]:
        """Return one classification per mention, in order. Never raises, whatever the text.

        Works in stages over the whole batch, because each has tables that push the others' out of the processor's
        cache: a third less time than mention by mention.
        """
        said = [mention for mention in mentions if mention.kind in _WITH_WORDS]
        readings = [read(mention.text) for mention in said]
        languages = self._languages.find(readings, [mention.lang.declared for mention in said])
        feelings = [
            self._feel(mention, reading, found.language)
            for mention, reading, found in zip(said, readings, languages, strict=True)
        ]
        verdicts = (
            verdict(
                mention,
                reading=reading,
                language=found.language,
                language_confidence=found.confidence,
                feeling=feeling,
                topics=lexicon(found.language).topics.find(reading.words),
                model=MODEL,
            )
            for mention, reading, found, feeling in zip(said, readings, languages, feelings, strict=True)
        )
        return [next(verdicts) if mention.kind in _WITH_WORDS else _UNREAD for mention in mentions]

    def _feel(self, mention: Mention, reading: Reading, language: str) -> Feeling:
        if mention.rating is not None:
            stars = from_stars(mention.rating.value, mention.rating.max)
            if stars is not None:
                return stars
        if language == "en":
            return self._english.feel(reading)
        feeling = from_words(reading.words, reading.plain, lexicon(language))
        if language == UNKNOWN and feeling.score == 0.0 and reading.latin_letters:
            guessed = self._english.feel(reading)
            return Feeling(guessed.score, round(guessed.confidence * 0.6, 3), guessed.evidence)
        return feeling
