"""Codes and numbers of bookings, orders, customers: right behind a word that announces one."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shared.personal.span import Span

_REACHES: Final = 24
"""Code points between the word and its number, for `number is:` and the like."""
_CODE: Final = re.compile(r"[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+){0,4}")
_FILLER: Final = frozenset(
    """
    number no nr num nummer numero número numéro is was are es est ist war n º ° code id ref my mijn mein
    meine mon ma mi under onder unter sous con met mit with lautet the de het der die das la le el with of
    for locator reference
    """.split()
)
_SHORTEST: Final = 5
_LONGEST: Final = 24
_RECORD: Final = 6
"""Letters and digits of an airline's or a hotel's record."""
_SENTENCE_ENDS: Final = re.compile(r"[!?\n]|(?<!no)(?<!nr)(?<!ref)(?<!réf)\.", re.IGNORECASE)
_UNITS: Final = frozenset({"st", "nd", "rd", "th", "pm", "am", "h", "min", "mins", "km", "kg", "gb", "mb", "eur", "cm"})
_MONEY: Final = ("€", "$", "£")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


def bookings(text: str, cues: Sequence[Span]) -> Iterator[Span]:
    """Yield what is announced as a booking's number: 5 to 24 letters and digits with two digits, or six capitals."""
    done = 0
    for place, cue in enumerate(cues):
        until = min(cue.end + _REACHES, cues[place + 1].start if place + 1 < len(cues) else len(text))
        found = _behind(text, cue.end, until)
        if found is not None and found.start >= done:
            done = found.end
            yield found


def _behind(text: str, start: int, until: int) -> Span | None:
    for code in _CODE.finditer(text, start, min(until + _LONGEST, len(text))):
        if code.start() > until or _SENTENCE_ENDS.search(text, start, code.start()):
            return None
        if _is_code(code[0]) and not _is_amount(text, code.start(), code.end()):
            return Span(*code.span())
        if code[0].casefold() not in _FILLER:
            return None
    return None


def _is_code(word: str) -> bool:
    signs = word.replace("-", "").replace("/", "")
    digits = sum(map(str.isdigit, signs))
    if len(signs) == _RECORD and signs.isalpha():
        return signs.isupper()
    if not _SHORTEST <= len(signs) <= _LONGEST or digits < 2:
        return False
    letters = "".join(filter(str.isalpha, signs)).casefold()
    return letters not in _UNITS and not _is_date(word)


def _is_date(word: str) -> bool:
    parts = re.split(r"[-/]", word)
    return len(parts) > 1 and all(part.isdigit() for part in parts) and any(map(_YEAR.fullmatch, parts))


def _is_amount(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    is_sum = before in _MONEY or after[:1] in (*_MONEY, "%")
    return is_sum or (after[:1] in (",", ".") and after[1:].isdigit())
