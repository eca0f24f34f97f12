"""Finding set phrases in a text, each word looked at a bounded number of times."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any, Final

from services.respond.domain.checks.words import Word, words
from shared.personal.span import Span

_CHOICE: Final = re.compile(r"\(([^()]{0,1000})\)")
_END: Final = ""
"""No word is empty, so this marks where a phrase ends."""


class Phrases:
    """Phrases of any number of tables, a table being phrases parted by commas.

    `call (us|me)` is one of each, `(just |)wait` is with the word or without. Words within one sentence match, whatever
    their case and accents. What stands within one of the `unless` phrases is not found.
    """

    def __init__(self, *tables: str, unless: Iterable[str] = ()) -> None:
        self._trie = _trie(tables)
        self._unless = _trie(unless)

    def found(self, text: Sequence[Word]) -> tuple[Span, ...]:
        """Return where they are, in order and without overlap, as code points."""
        return tuple(Span(text[first].start, text[last].end) for first, last in self.places(text))

    def places(self, text: Sequence[Word]) -> tuple[tuple[int, int], ...]:
        """As `found`, as numbers of the first and the last word."""
        excused = list(_matches(self._unless, text)) if self._unless else []
        begins = [begin for begin, _ in excused]

        def is_excused(first: int, last: int) -> bool:
            place = bisect_right(begins, first) - 1
            return place >= 0 and last <= excused[place][1]

        return tuple(found for found in _matches(self._trie, text) if not is_excused(*found))


def spelled(table: str) -> Iterator[tuple[str, ...]]:
    """Give every phrase of a table as folded words."""
    for phrase in table.split(","):
        parts = _CHOICE.split(phrase)
        choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
        for chosen in product(*choices):
            yield tuple(word.folded for word in words("".join(chosen).replace("\n", " ")))


def each(table: str) -> frozenset[str]:
    """Return the single words of a table, folded; they are parted by spaces."""
    return frozenset(word.folded for word in words(table))


def _trie(tables: Iterable[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    for table in tables:
        for phrase in spelled(table):
            node = root
            for word in phrase:
                node = node.setdefault(word, {})
            if phrase:
                node[_END] = {}
    return root


def _matches(trie: dict[str, Any], text: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Give the longest match at each place where none is under way."""
    place = 0
    while place < len(text):
        last = _longest(trie, text, place)
        if last is not None:
            yield place, last
        place = place + 1 if last is None else last + 1


def _longest(trie: dict[str, Any], text: Sequence[Word], first: int) -> int | None:
    last, node, place = None, trie, first
    while place < len(text) and text[place].sentence == text[first].sentence:
        following = node.get(text[place].folded)
        if following is None:
            break
        node = following
        if _END in node:
            last = place
        place += 1
    return last
