"""Where something stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points of the text, from `start` to before `end`."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Do they share a code point?"""
        return self.start < other.end and other.start < self.end
