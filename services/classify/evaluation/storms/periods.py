"""Which days are for tuning, which for testing, and which of these were quiet."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from services.classify.evaluation.storms.background import millis
from services.classify.evaluation.storms.said import day
from services.classify.evaluation.storms.themes import Period

MUSIC_BRAND: Final = "Spotify"
HEARD_TOO_SHORTLY: Final = "American"
"""Its posts begin in the middle of the winter storm."""
_AIRLINES: Final = {
    "dev": (day(2, 18, year=2015), day(2, 20, year=2015)),
    "test": (day(2, 20, year=2015), day(2, 24, year=2015)),
}
_MUSIC: Final = {
    "dev": (day(10, 8, year=2017), day(10, 21, year=2017)),
    "test": (day(10, 21, year=2017), day(10, 28, year=2017)),
}
_QUIET_AIRLINES: Final[Mapping[Period, Sequence[date]]] = {
    "dev": (date(2015, 2, 18), date(2015, 2, 19)),
    "test": (date(2015, 2, 20),),  # from the 21st on it snowed: what was heard then was no false alarm
}


def span(brand: str, period: Period) -> tuple[int, int]:
    """Return in which milliseconds a brand's injections begin."""
    begin, end = (_MUSIC if brand == MUSIC_BRAND else _AIRLINES)[period]
    return millis(begin), millis(end) - 90 * 60_000


def is_quiet(brand: str, at: datetime, period: Period) -> bool:
    """Was this one of the quiet days of the period?"""
    if brand == MUSIC_BRAND:
        begin, end = _MUSIC[period]
        return begin <= at < end
    return brand != HEARD_TOO_SHORTLY and at.date() in _QUIET_AIRLINES[period]


def quiet_days(brands: Sequence[str], period: Period) -> int:
    """Return how many quiet brand-days there were."""
    begin, end = _MUSIC[period]
    airlines = [brand for brand in brands if brand not in (MUSIC_BRAND, HEARD_TOO_SHORTLY)]
    return len(airlines) * len(_QUIET_AIRLINES[period]) + (end - begin).days * (MUSIC_BRAND in brands)
