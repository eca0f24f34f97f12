"""What storms of the evaluation are made of: real posts of other days and airlines by their reason, and our own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from random import Random
from typing import Final, Literal

from services.classify.evaluation.storms.said import Said, outages

Period = Literal["dev", "test"]

SINGLE: Final = ("app", "internet", "payment", "parcel", "languages", "luggage")
"""One failure. `languages`: five languages alike, where of `app` every fourth post is foreign."""
DIFFUSE: Final = ("cancelled", "late", "booking", "attendants")
_REASONS: Final[Mapping[str, tuple[str, ...]]] = {
    "luggage": ("Lost Luggage", "Damaged Luggage"),
    "cancelled": ("Cancelled Flight",),
    "late": ("Late Flight",),
    "booking": ("Flight Booking Problems",),
    "attendants": ("Flight Attendant Complaints",),
}
_FOREIGN_SHARE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a storm may be made of; real ones tell to whom and by whom they were written."""

    text: str
    brand: str | None = None
    author: str | None = None


class Themes:
    """The texts of each theme. Those of the development period are never used in the test period, and the reverse."""

    def __init__(self, airlines: Sequence[Said]) -> None:
        """`airlines`: the annotated posts, whose reasons make the real themes."""
        self._written = outages()
        self._real = {
            theme: [Text(one.text, one.brand, one.author) for one in airlines if one.theme in reasons]
            for theme, reasons in _REASONS.items()
        }

    def texts(self, theme: str, size: int, period: Period, *, brand: str, chance: Random) -> list[Text]:
        """Return so many different texts, by different authors; real ones were not written to that brand."""
        if theme in self._real:
            found = [one for one in self._real[theme] if one.brand != brand and _period(one.text) == period]
            by_author = {one.author: one for one in found}
            return chance.sample(sorted(by_author.values(), key=lambda one: one.text), size)
        if theme == "languages":
            return self._foreign(("app", "internet", "payment", "parcel")[chance.randrange(2)], size, chance, share=0.8)
        return self._foreign(theme, size, chance, share=_FOREIGN_SHARE)

    def _foreign(self, theme: str, size: int, chance: Random, *, share: float) -> list[Text]:
        """Hand-written texts are too few to be split by period."""
        english = self._written[theme, "en"]
        foreign = [
            text for (one, code), texts in self._written.items() if one == theme and code != "en" for text in texts
        ]
        away = min(round(size * share), len(foreign))
        home = min(size - away, len(english))
        chosen = chance.sample(english, home) + chance.sample(foreign, min(size - home, len(foreign)))
        chance.shuffle(chosen)
        return [Text(text) for text in chosen]


def _period(text: str) -> Period:
    return "dev" if blake2b(text.encode(), digest_size=1).digest()[0] % 2 else "test"
