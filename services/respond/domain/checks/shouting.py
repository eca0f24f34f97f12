"""Capitals and exclamation marks, which readers hear as shouting."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from services.respond.domain.checks.finding import Remark, remark_at
from services.respond.domain.checks.words import Word
from shared.levels.answers import Check
from shared.personal.span import Span

_MARKS: Final = re.compile(r"[!¡]{3,20}")
_FEWEST: Final = 3
_LONG: Final = 4
"""Of at least three words in a row two must be longer than an abbreviation."""


def shouting(text: str, said: Sequence[Word]) -> Remark | None:
    """Say where the text shouts."""
    spans = tuple(sorted((*_capitals(text, said), *(Span(*found.span()) for found in _MARKS.finditer(text)))))
    return remark_at(spans, check=Check.SHOUTING, what="this reads as shouting: write it in small letters")


def _capitals(text: str, said: Sequence[Word]) -> Iterator[Span]:
    row: list[Word] = []
    for word in said:
        if row and word.sentence != row[-1].sentence:
            yield from _row(text, row)
            row = []
        if text[word.start : word.end].isupper() and word.end - word.start > 1:
            row.append(word)
        elif row and not (word.end - word.start == 1 and text[word.start].isupper()):
            yield from _row(text, row)
            row = []
    yield from _row(text, row)


def _row(text: str, row: Sequence[Word]) -> Iterator[Span]:
    long = sum(word.end - word.start >= _LONG and text[word.start : word.end].isalpha() for word in row)
    if len(row) >= _FEWEST and long >= _FEWEST - 1:
        yield Span(row[0].start, row[-1].end)
