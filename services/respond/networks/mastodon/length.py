"""How long a text is in Mastodon's own counting (app/validators/status_length_validator.rb).

Where the two could differ this counts more, never less: a person shortens a text more gladly than they hear tomorrow
that the network refused it.
"""

import re
import unicodedata
from typing import Final

MAX_CHARACTERS: Final = 500
PER_URL: Final = 23

_URL: Final = re.compile(r"https?://[^\s<>\"]+")
_WITH_DOMAIN: Final = re.compile(r"https?://[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}([/?#]|$)")
_TAIL: Final = ".,;:!?'…)]"
_MENTION: Final = re.compile(r"(?<![=/\w])(@[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*)@[\w.-]+\w")
_FLAG_LETTERS: Final = ("\U0001f1e6", "\U0001f1ff")
_SKIN_TONES: Final = ("\U0001f3fb", "\U0001f3ff")
_JOINER: Final = "\u200d"


def counted_length(text: str) -> int:
    """Return the length: a link counts 23, a mention is without its domain, the rest is what readers call letters."""
    length, done = 0, 0
    for found in _URL.finditer(text):
        url = found[0].rstrip(_TAIL)
        length += _plain(text[done : found.start()]) + _link(url)
        done = found.start() + len(url)
    return length + _plain(text[done:])


def _link(url: str) -> int:
    """A link without a real domain is none to Mastodon, and counts in full."""
    return PER_URL if _WITH_DOMAIN.match(url) else max(PER_URL, len(url))


def _plain(text: str) -> int:
    return _letters(_MENTION.sub(r"\1", text))


def _letters(text: str) -> int:
    """Roughly grapheme clusters: marks, skin tones, joined pictures and pairs of flag letters belong together."""
    count, flags, before, base = 0, 0, "", ""
    for sign in text:
        flags = flags + 1 if _FLAG_LETTERS[0] <= sign <= _FLAG_LETTERS[1] else 0
        continues = (
            unicodedata.category(sign) in ("Mn", "Me")
            or sign == _JOINER
            or _SKIN_TONES[0] <= sign <= _SKIN_TONES[1]
            or (flags > 0 and flags % 2 == 0)
            or (before == _JOINER and _is_picture(base) and _is_picture(sign))
        )
        if not continues or not before:
            count += 1
            base = sign
        before = sign
    return count


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign or " ") == "So"
