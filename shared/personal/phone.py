"""Telephone numbers of people, as they are written abroad and at home. Numbers that everybody may call are none."""

from collections.abc import Iterator, Sequence
from typing import Final

from shared.personal.marked import Marked
from shared.personal.numbers import Group, Run, digits, span
from shared.personal.phone_styles import OF_ALL, OF_ALL_AT_HOME, STYLES
from shared.personal.span import Span

_MOST_GROUPS: Final = 8
_SHORTEST, _LONGEST = 7, 17
_CUE_REACHES: Final = 12
"""Code points between the cue and the number, for `is:` and the like."""


def phones(text: str, runs: Sequence[Run], *, cues: Marked, taken: Marked) -> tuple[Span, ...]:
    """Return where telephone numbers stand, but for what is `taken` as a number of another kind.

    `cues` are words that announce one: behind them a number needs no known form.
    """
    free = [run for run in runs if not taken.touches(span(run.groups))]
    return tuple(found for run in free for found in _in_run(text, run, cues))


def _in_run(text: str, run: Run, cues: Marked) -> Iterator[Span]:
    groups, first = run.groups, 0
    while first < len(groups):
        is_apart = _is_apart(text, groups[first], is_first=first == 0)
        count = _phone_at(text, run, first, cues) if is_apart else 0
        if count:
            yield span(groups[first : first + count])
        elif run.is_international and first == 0:
            return  # a desk's number; its last groups are no number of their own
        first += count or 1


def _is_apart(text: str, group: Group, *, is_first: bool) -> bool:
    """May a number begin here? Not right behind the hyphen of a code, as in `PP-006-234`."""
    if not is_first:
        return " " in group.before or "\u00a0" in group.before
    return not (text[group.start - 1 : group.start] in ("-", "_") and text[group.start - 2 : group.start - 1].isalnum())


def _phone_at(text: str, run: Run, first: int, cues: Marked) -> int:
    """Return how many groups from here on are a telephone number; 0: none."""
    is_international = run.is_international and first == 0
    for count in range(min(_MOST_GROUPS, len(run.groups) - first), 0, -1):
        taken = run.groups[first : first + count]
        number = digits(taken)
        if not _SHORTEST <= len(number) <= _LONGEST:
            continue
        if not is_international and _is_of_all(number, taken):
            return 0
        if _is_phone(number, taken, is_international=is_international) or (
            len(number) <= 12
            and "." not in {group.before for group in taken[1:]}  # the version of a telephone's software
            and _is_called(text, taken[0].start, cues)
        ):
            return count
    return 0


def _is_phone(number: str, taken: Sequence[Group], *, is_international: bool) -> bool:
    if is_international or (number.startswith("00") and number[2:3] not in ("", "0")):
        abroad = number if is_international else number[2:]
        return 8 <= len(abroad) <= 15 and not _is_of_all_abroad(abroad)
    style = next((one for one in STYLES if len(number) in one.lengths and number.startswith(one.starts)), None)
    if style is None:
        return False
    has_shape = style.shapes is None or _shape(taken) in style.shapes
    return has_shape and (style.is_dotted or "." not in {group.before for group in taken[1:]})


def _is_of_all(number: str, taken: Sequence[Group]) -> bool:
    """Is it a desk's, written as at home? 0344 and the like, grouped as the British do, are."""
    return number.startswith(OF_ALL_AT_HOME) or (number.startswith("03") and _shape(taken) == (4, 3, 4))


def _shape(taken: Sequence[Group]) -> tuple[int, ...]:
    return tuple(len(group.digits) for group in taken)


def _is_of_all_abroad(number: str) -> bool:
    code = next((one for one in OF_ALL if number.startswith(one)), None)
    if code is None:
        return False
    rest = number[len(code) :]
    home = rest if code in ("34", "1") else f"0{rest.removeprefix('0')}"
    return home.startswith(OF_ALL[code])


def _is_called(text: str, start: int, cues: Marked) -> bool:
    """Does a word such as "telephone" stand right before it? Another number in between is another matter."""
    nearest = cues.last_before(start)
    if nearest is None or start - nearest.end > _CUE_REACHES:
        return False
    return not any(sign.isdigit() for sign in text[nearest.end : start])
