"""Bank accounts: an IBAN by its country's length and its check digits (ISO 13616, modulo 97)."""

import re
from collections.abc import Iterator
from typing import Final

from shared.personal.span import Span

_BEGINS: Final = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}")
_LENGTHS: Final = {
    **dict.fromkeys(("NO",), 15),
    **dict.fromkeys(("BE",), 16),
    **dict.fromkeys(("DK", "FI", "FO", "GL", "NL"), 18),
    **dict.fromkeys(("MK", "SI"), 19),
    **dict.fromkeys(("AT", "BA", "EE", "KZ", "LT", "LU", "XK"), 20),
    **dict.fromkeys(("CH", "CR", "HR", "LI", "LV"), 21),
    **dict.fromkeys(("BG", "BH", "DE", "GB", "GE", "IE", "ME", "RS", "VA"), 22),
    **dict.fromkeys(("AE", "GI", "IL", "IQ", "TL"), 23),
    **dict.fromkeys(("AD", "CZ", "ES", "MD", "PK", "RO", "SA", "SE", "SK", "TN", "VG"), 24),
    **dict.fromkeys(("PT",), 25),
    **dict.fromkeys(("IS", "TR"), 26),
    **dict.fromkeys(("FR", "GR", "IT", "MC", "MR", "SM"), 27),
    **dict.fromkeys(("AL", "AZ", "BY", "CY", "DO", "GT", "HU", "LB", "PL"), 28),
    **dict.fromkeys(("BR", "PS", "QA", "UA"), 29),
    **dict.fromkeys(("JO", "KW", "MU"), 30),
    **dict.fromkeys(("MT", "SC"), 31),
    **dict.fromkeys(("LC",), 32),
}
_GAPS: Final = frozenset(" \u00a0\u202f-")


def accounts(text: str) -> tuple[Span, ...]:
    """Return where bank accounts stand."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Span]:
    done = 0
    for begin in _BEGINS.finditer(text):
        end = _end(text, begin.start(), _LENGTHS.get(begin[0][:2].upper(), 0))
        if begin.start() >= done and end is not None:
            yield Span(begin.start(), end)
            done = end


def _end(text: str, start: int, length: int) -> int | None:
    """Return where the account ends that begins here; None: it is none. At most one sign parts two of its own."""
    taken: list[str] = []
    place = start
    while len(taken) < length:
        if place < len(text) and taken and text[place] in _GAPS:
            place += 1
        sign = text[place : place + 1]
        if not (sign.isascii() and sign.isalnum()):
            return None
        taken.append(sign.upper())
        place += 1
    ends_here = not text[place : place + 1].isalnum()
    return place if taken and ends_here and _is_checked("".join(taken)) else None


def _is_checked(account: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in account[4:] + account[:4])) % 97 == 1
