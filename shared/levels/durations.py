"""Durations as people write them: 90s, 15m, 4h."""

import re
from typing import Annotated, Any, Final

from pydantic import BeforeValidator

_WRITTEN: Final = re.compile(r"(-?[0-9]{1,9})(s|m|h)")
_IN_DAYS: Final = re.compile(r"-?[0-9.]+ *(d|days?|w|weeks?)")
_SECONDS: Final = {"s": 1, "m": 60, "h": 3600}
_LONGEST: Final = 366 * 24 * 3600


def seconds(value: Any) -> int:
    """Return the seconds of a duration; above 0, a year at most. Raises ValueError, saying what to write."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise ValueError(f"{value} has no unit: write a whole number with its unit, such as 90s, 15m or 4h")
    text = value.strip() if isinstance(value, str) else ""
    if _IN_DAYS.fullmatch(text):
        raise ValueError(
            f"{text} is in days, and a day of open time means nothing: it may be 8 hours or 24; write hours, as in 72h"
        )
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise ValueError(f"{value!r} is not a duration: write a whole number with its unit, such as 90s, 15m or 4h")
    length = int(found[1]) * _SECONDS[found[2]]
    if length <= 0:
        raise ValueError(f"{text} is no time at all: write more than 0, or leave it out")
    if length > _LONGEST:
        raise ValueError(f"{text} is longer than a year: write 8784h at most, or leave it out")
    return length


Seconds = Annotated[int, BeforeValidator(seconds)]
"""Whole seconds, written as a duration."""
