"""Parts of a text that are spoken for, to be asked quickly."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from shared.personal.span import Span


class Marked:
    """Spans that do not overlap."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def touches(self, span: Span) -> bool:
        """Is any code point of it spoken for?"""
        place = bisect_left(self._starts, span.end) - 1
        return place >= 0 and self._spans[place].overlaps(span)

    def last_before(self, place: int) -> Span | None:
        """Return the last span that ends at this code point or before it."""
        found = bisect_right(self._ends, place) - 1
        return self._spans[found] if found >= 0 else None
