"""Customers' text as it may be shown: escaped, and with what is meant not to be seen made visible.

Bidirectional controls and zero-width characters make a text read differently from what it is (Trojan Source). They are
replaced by a mark with their code point. Joiners stay where writing needs them: inside emoji, and between letters of
scripts that join.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

_JOINERS: Final = "\u200c\u200d"
_KEPT: Final = "\n\t"
_SUSPECT: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff\ud800-\udfff]"
)
_FIRST_JOINING: Final = "\u0590"


def visible(text: str) -> Markup:
    """Return the text as safe HTML."""
    text = text.replace("\r\n", "\n")
    parts: list[str] = []
    end = 0
    for found in _SUSPECT.finditer(text):
        at = found.start()
        if text[at] in _KEPT or (text[at] in _JOINERS and _joins(text, at)):
            continue
        parts += [escape(text[end:at]), _mark(text[at])]
        end = found.end()
    return Markup("").join([*parts, escape(text[end:])])


@lru_cache(maxsize=4_096)
def _mark(character: str) -> Markup:
    point = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "control character").lower()
    return Markup('<span class="unseen" title="{}">{}</span>').format(name, point)


def _joins(text: str, at: int) -> bool:
    """Is the joiner at that place one that writing needs?"""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not before or not after:
        return False
    if unicodedata.category(before) in ("So", "Sk") or before == "\ufe0f":
        return unicodedata.category(after) in ("So", "Sm") or after in "\u2640\u2642"
    return before >= _FIRST_JOINING and after >= _FIRST_JOINING and _is_letter(before) and _is_letter(after)


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"
