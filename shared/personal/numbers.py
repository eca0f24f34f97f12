"""The numbers of a text as people group them: `06 12 34 56 78` is one run of five groups."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shared.personal.span import Span

_DIGITS: Final = re.compile(r"[0-9]+")
_GAP: Final = frozenset(" \u00a0\u202f-‐‑–./()")
_WIDEST_GAP: Final = 3
_DATE_GAPS: Final = ("-", "/", ".")
_YEAR: Final = 4
_OF_A_DATE: Final = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Digits that stand together. `before`: what stands between it and the group before it in its run."""

    start: int
    end: int
    digits: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Groups that may be one number. `is_international`: a plus sign stands before them."""

    groups: tuple[Group, ...]
    is_international: bool = False


def runs(text: str) -> tuple[Run, ...]:
    """Return the runs, in order, without dates and without digits that are part of a word."""
    parts = (part for groups in _joined(text) for part in _without_dates(groups))
    return tuple(Run(tuple(part), _plus_before(text, part[0].start)) for part in parts)


def span(groups: Sequence[Group]) -> Span:
    """Return where these groups stand."""
    return Span(groups[0].start, groups[-1].end)


def digits(groups: Sequence[Group]) -> str:
    """Return all digits of these groups."""
    return "".join(group.digits for group in groups)


def _joined(text: str) -> Iterator[list[Group]]:
    run: list[Group] = []
    for found in _DIGITS.finditer(text):
        start, end = found.span()
        if _is_of_a_word(text, start, end):
            if run:
                yield run
            run = []
            continue
        gap = text[run[-1].end : start] if run and start - run[-1].end <= _WIDEST_GAP else None
        if run and (gap is None or not _GAP.issuperset(gap)):
            yield run
            run = []
        run.append(Group(start, end, found[0], gap if run and gap else ""))
    if run:
        yield run


def _is_of_a_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isalpha() or before in ("_", "@") or after.isalpha() or after == "_"


def _plus_before(text: str, start: int) -> bool:
    return text[start - 1 : start] == "+" or text[max(0, start - 2) : start] == "+("


def _without_dates(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Part a run at the dates in it: three groups with one and the same sign between them, as 24-12-2026."""
    part: list[Group] = []
    place = 0
    while place < len(groups):
        if _is_date(groups, place):
            if part:
                yield part
            part = []
            place += _OF_A_DATE
        else:
            part.append(groups[place])
            place += 1
    if part:
        yield part


def _is_date(groups: Sequence[Group], first: int) -> bool:
    three = groups[first : first + _OF_A_DATE]
    if len(three) < _OF_A_DATE or three[1].before not in _DATE_GAPS or three[1].before != three[2].before:
        return False
    sign = three[1].before
    after = groups[first + _OF_A_DATE].before if first + _OF_A_DATE < len(groups) else ""
    if after == sign or (first > 0 and three[0].before in _DATE_GAPS):
        return False
    sizes = [len(group.digits) for group in three]
    return max(sizes[1:-1]) <= 2 and (
        (sizes[0] <= 2 and sizes[2] in (2, _YEAR)) or (sizes[0] == _YEAR and sizes[2] <= 2)
    )
