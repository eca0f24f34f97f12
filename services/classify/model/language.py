"""Which language a text is in: py3langid's model (BSD-licensed) and our own, with what the author's client declares as
a hint.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from services.classify.domain.text import Reading
from services.classify.model.automaton import Automaton
from services.classify.model.spelling import Spelling

UNKNOWN: Final = "und"
_SURE_ENOUGH: Final = 0.75
# Chosen on UMSAB cut to five words. As two witnesses of one text they err together, so the second counts for half.
_OWN_WEIGHS: Final = np.float32(0.5)
_TINY: Final = np.float32(1e-9)
_FEWEST_LETTERS: Final = 3
_LOOK_AT: Final = 300
# Clients declare the language of the phone, not of the post: worth a nudge between close candidates, not more.
_HINT: Final = np.float32(8)
# A language that the brand's customers do not write has to be this much likelier than those that they do.
_UNWRITTEN: Final = np.float32(1 / 20)


@dataclass(frozen=True, slots=True)
class LanguageFound:
    """A language tag, `und` where we cannot tell, and how sure we are (0..1)."""

    language: str
    confidence: float


class Languages:
    """Tells the configured languages apart. They are written in Latin letters: a text in others is `und`."""

    def __init__(self, languages: Sequence[str]) -> None:
        """Load the models (about a second of CPU). Raises ValueError for a language that they do not know, BadModel.

        Our own knows five languages: where others are to be told apart too, py3langid decides alone.
        """
        self._automaton = Automaton(languages)
        self.languages = self._automaton.languages
        spelling = Spelling()
        self._spelling = spelling if set(languages) <= set(spelling.languages) else None

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
        if not legible:
            return found
        likely = self.shares([readings[place].plain[:_LOOK_AT] for place in legible])
        ours = np.ones(likely.shape, dtype=bool)
        for row, place in enumerate(legible):
            if declared[place]:
                likely[row, self._columns(tag.partition("-")[0].lower() for tag in declared[place])] *= _HINT
            some = written[place]
            if some is not None:
                ours[row] = False
                ours[row, self._columns(some)] = True
        likely[~ours] *= _UNWRITTEN
        best = likely.argmax(axis=1)
        sure = np.where(ours, likely, 0.0).max(axis=1) / likely.sum(axis=1)
        known = ours[np.arange(len(legible)), best] & (sure >= _SURE_ENOUGH)
        for place, column, confidence, is_known in zip(
            legible, best.tolist(), sure.tolist(), known.tolist(), strict=True
        ):
            language = self.languages[column] if is_known else UNKNOWN
            found[place] = LanguageFound(language, round(confidence, 3))
        return found

    def shares(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return how likely each language is, without hint and threshold: rows of texts that add up to 1, columns as in
        `languages`.
        """
        likely = self._automaton.shares(texts)
        if self._spelling is not None:
            likely = likely * self._spelling.shares(texts, self.languages) ** _OWN_WEIGHS + _TINY
            likely /= likely.sum(axis=1, keepdims=True)
        return likely

    def _columns(self, languages: Iterable[str]) -> list[int]:
        return [self.languages.index(one) for one in {*languages} if one in self.languages]


def _is_legible(reading: Reading) -> bool:
    return reading.latin_letters >= _FEWEST_LETTERS and reading.other_letters <= reading.latin_letters
