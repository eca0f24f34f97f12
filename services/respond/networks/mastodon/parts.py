"""Dividing a long answer into posts, each of which calls upon the customer and says which of how many it is."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final

from services.respond.networks.mastodon.length import MAX_CHARACTERS, counted_length

_WORD: Final = re.compile(r"\S+")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…。！？][\"'”’)\]]*$")
_FULL_ENOUGH: Final = 0.5
"""A post ends with a sentence where that leaves it at least so full; else with a word."""
_JOINER: Final = "\u200d"
_SKIN_TONES: Final = ("\U0001f3fb", "\U0001f3ff")

Called = Callable[[str], str]
"""Returns a text with the customer called upon in it, as it was where it does so already."""


def parts_of(text: str, called: Called) -> tuple[str, ...]:
    """Return the posts that say `text`, in order; one only, without a number, where it fits. Deterministic.

    There may be any number of them: how many are too many is for others to say.
    """
    whole = called(text)
    if counted_length(whole) <= MAX_CHARACTERS:
        return (whole,)
    digits = 1
    while len(str(len(chunks := _chunks(text, called, digits=digits)))) > digits:
        digits += 1
    return tuple(f"{called(chunk)} ({place}/{len(chunks)})" for place, chunk in enumerate(chunks, start=1))


def _chunks(text: str, called: Called, *, digits: int) -> list[str]:
    number = f" ({'9' * digits}/{'9' * digits})"

    def length(chunk: str) -> int:
        return counted_length(called(chunk) + number)

    chunks: list[str] = []
    left = text.strip()
    while left:
        cut = _cut(left, length)
        chunks.append(left[:cut].rstrip())
        left = left[cut:].lstrip()
    return chunks


def _cut(text: str, length: Callable[[str], int]) -> int:
    """Return where the first post of the text ends: behind a sentence, else a word, else within a long one."""
    if length(text) <= MAX_CHARACTERS:
        return len(text)
    ends = [word.end() for word in _WORD.finditer(text[: _most(text)])]
    fitting = ends[: bisect_right(ends, MAX_CHARACTERS, key=lambda end: length(text[:end]))]
    if not fitting:
        return _within_word(text, length)
    least = MAX_CHARACTERS * _FULL_ENOUGH
    sentences = (end for end in reversed(fitting) if _is_sentence(text, end))
    return next((end for end in sentences if length(text[:end]) >= least), fitting[-1])


def _most(text: str) -> int:
    """Return a number of signs that surely holds more than one post: no link or mention is longer than 2,000."""
    return min(len(text), MAX_CHARACTERS * 40)


def _is_sentence(text: str, end: int) -> bool:
    return text[end : end + 1] == "\n" or _ENDS_SENTENCE.search(text[max(0, end - 8) : end]) is not None


def _within_word(text: str, length: Callable[[str], int]) -> int:
    ends: Sequence[int] = range(1, len(text))
    fitting = bisect_right(ends, MAX_CHARACTERS, hi=min(len(ends), MAX_CHARACTERS), key=lambda end: length(text[:end]))
    cut = max(fitting, 1)
    while cut > 1 and (_belongs_to_the_last(text[cut]) or text[cut - 1] == _JOINER):
        cut -= 1
    return cut


def _belongs_to_the_last(sign: str) -> bool:
    is_tone = _SKIN_TONES[0] <= sign <= _SKIN_TONES[1]
    return is_tone or sign == _JOINER or unicodedata.category(sign) in ("Mn", "Me", "Mc")
