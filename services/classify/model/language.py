"""Which language a text is in: py3langid's model (BSD-licensed), with what the author's client declares as a hint."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.classify.domain.text import Reading
from services.classify.model.automaton import Automaton

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
        self._automaton = Automaton(languages)

    def find(
        self,
        readings: Sequence[Reading],
        declared: Sequence[Sequence[str]],
        written: Sequence[Sequence[str] | None],
    ) -> list[LanguageFound]:
        """Return the most likely language of each, in order.

        `declared` are BCP 47 tags from each author's client: a prior, no proof. `written` are the languages that the
        brand's customers write, None for all that the station reads.
        """
        legible = [place for place, reading in enumerate(readings) if _is_legible(reading)]
        found = [LanguageFound(UNKNOWN, 0.0)] * len(readings)
        likely = self._automaton.likely([readings[place].plain[:_LOOK_AT] for place in legible])
        for place, shares in zip(legible, likely, strict=True):
            found[place] = self._decided(shares, declared[place], written[place])
        return found

    def _decided(
        self, likely: dict[str, float], declared: Sequence[str], written: Sequence[str] | None
    ) -> LanguageFound:
        if written is not None:
            likely = {language: share for language, share in likely.items() if language in written}
            if not likely or not sum(likely.values()):
                return LanguageFound(UNKNOWN, 0.0)
        for language in {tag.partition("-")[0].lower() for tag in declared} & likely.keys():
            likely[language] *= _HINT
        best = max(likely, key=likely.__getitem__)
        confidence = round(likely[best] / sum(likely.values()), 3)
        return LanguageFound(best if confidence >= _SURE_ENOUGH else UNKNOWN, confidence)


def _is_legible(reading: Reading) -> bool:
    return reading.latin_letters >= _FEWEST_LETTERS and reading.other_letters <= reading.latin_letters
