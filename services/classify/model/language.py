"""Which language a text is in: py3langid (BSD-licensed, untyped; its names stay in this module)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from services.classify.domain.text import Reading

UNKNOWN: Final = "und"
_SURE_ENOUGH: Final = 0.5
_FEWEST_LETTERS: Final = 3
_LOOK_AT: Final = 300
# Clients declare the language of the phone, not of the post: worth a nudge between close candidates, not more.
_HINT: Final = 8.0


@dataclass(frozen=True, slots=True)
class LanguageFound:
    """A language tag, `und` where we cannot tell, and how sure we are (0..1)."""

    language: str
    confidence: float


class Languages:
    """Tells the configured languages apart. They are written in Latin letters: a text in others is `und`."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Load the model (about a second of CPU). Raises ValueError for a language that it does not know."""
        self._identifier: Any = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        self._identifier.set_languages(languages)
        self._known = frozenset(languages)

    def find(self, reading: Reading, declared: Sequence[str]) -> LanguageFound:
        """Return the most likely language. `declared` are BCP 47 tags from the author's client: a prior, no proof."""
        if reading.latin_letters < _FEWEST_LETTERS or reading.other_letters > reading.latin_letters:
            return LanguageFound(UNKNOWN, 0.0)
        likely: dict[str, float] = dict(self._identifier.rank(reading.plain[:_LOOK_AT]))
        hinted = {tag.partition("-")[0].lower() for tag in declared} & self._known
        for language in hinted:
            likely[language] *= _HINT
        best = max(likely, key=likely.__getitem__)
        confidence = round(likely[best] / sum(likely.values()), 3)
        return LanguageFound(best if confidence >= _SURE_ENOUGH else UNKNOWN, confidence)
