"""Where in a text the question is answered, and the piece of it that is worth showing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from services.respond.domain.search.question import Asked, Question
from services.respond.domain.search.words import Word, words_in

LONGEST: Final = 240
_BEFORE: Final = 60
_MOST_SPANS: Final = 40
_ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` until before `end`, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a text as it was written, escape it before you show it; and where in it the hits are."""

    text: str
    spans: tuple[Span, ...]


def snippet(text: str, asked: Question) -> Snippet:
    """Return at most 240 characters around the first hit, cut between words where there is a place to."""
    hits = _hits(tuple(words_in(text)), asked)
    start = _start(text, hits[0].start if hits else 0)
    end = _end(text, start)
    before, after = _ELLIPSIS if start else "", _ELLIPSIS if end < len(text) else ""
    inside = [span for span in hits if span.start >= start and span.end <= end][:_MOST_SPANS]
    moved = len(before) - start
    spans = tuple(Span(span.start + moved, span.end + moved) for span in inside)
    return Snippet(before + text[start:end] + after, spans)


def _hits(words: Sequence[Word], asked: Question) -> list[Span]:
    """Each once, in their order, those that touch or overlap as one."""
    found = sorted(
        (words[place].start, words[place + len(one.words) - 1].end)
        for one in asked
        for place in range(len(words) - len(one.words) + 1)
        if _stands_at(words, place, one)
    )
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Span(start, end))
    return joined


def _stands_at(words: Sequence[Word], place: int, asked: Asked) -> bool:
    last = len(asked.words) - 1
    return all(
        words[place + index].text.startswith(word)
        if index == last and asked.is_beginning
        else words[place + index].text == word
        for index, word in enumerate(asked.words)
    )


def _start(text: str, first_hit: int) -> int:
    if len(text) <= LONGEST or first_hit <= _BEFORE:
        return 0
    earliest = min(first_hit - _BEFORE, len(text) - LONGEST + 1)
    space = text.find(" ", earliest, first_hit)
    return earliest if space < 0 else space + 1


def _end(text: str, start: int) -> int:
    room = LONGEST - (len(_ELLIPSIS) if start else 0)
    if len(text) - start <= room:
        return len(text)
    latest = start + room - len(_ELLIPSIS)
    space = text.rfind(" ", start + room // 2, latest + 1)
    return latest if space < 0 else space
