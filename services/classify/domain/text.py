"""From what a customer typed to what can be read: bounded, without tricks, links and mark-up.

Every pattern here runs in linear time: no nested repetition, and each stops at a character that it cannot contain.
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

READ_AT_MOST: Final = 1_000
"""Characters that are looked at. Complaints say what they are about early; cost must not follow length."""

# A heart and a grim face are none: "<3 your shop, but my phone caught fire >:(" is to be read.
_MARKUP: Final = re.compile(r"<[A-Za-z/!?][^<>]{0,200}>")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HANDLE: Final = re.compile(r"@[\w.@-]+")
# Zero-width and bidirectional controls, soft hyphens, variation selectors' companions: they hide or reorder words.
_HIDDEN: Final = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
)
_LATIN: Final = re.compile(r"[A-Za-z\u00C0-\u024F]+")
_TOKEN: Final = re.compile(r"[a-z0-9]+")
_APOSTROPHES: Final = str.maketrans("’‘`´", "''''")
# Written without the apostrophe, as people in a hurry do.
_NOT: Final = frozenset(
    {
        "aint", "arent", "cannot", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "isnt",
        "shouldnt", "wasnt", "werent", "wont", "wouldnt",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A text made readable. `words` are folded (lower case, no accents), `n't` is the word `not`."""

    plain: str
    words: tuple[str, ...]
    links: int
    handles: int
    latin_letters: int
    other_letters: int


def read(text: str) -> Reading:
    """Return what there is to read. Never raises, whatever the text; looks at READ_AT_MOST characters."""
    head = text[:READ_AT_MOST]
    if "&" in head:
        head = html.unescape(head)  # first, since `&shy;` and the like hide words too
    if not head.isascii():
        head = unicodedata.normalize("NFKC", head.translate(_HIDDEN)).translate(_APOSTROPHES)
        head = head[:READ_AT_MOST]  # one ligature can become eighteen letters
    if "<" in head:
        head = _MARKUP.sub(" ", head)
    links = 0
    if "://" in head or "www." in head.lower():
        head, links = _LINK.subn(" ", head)
    handles = 0
    if "@" in head:
        head, handles = _HANDLE.subn(" ", head)
    plain = " ".join(head.split())
    latin = sum(map(len, _LATIN.findall(plain)))
    other = 0 if plain.isascii() else sum(map(str.isalpha, plain)) - latin
    return Reading(plain, words_of(plain), links, handles, latin, max(other, 0))


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text or of a lexicon's phrase."""
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    if "n't" in folded:
        folded = folded.replace("n't", " not")
    return tuple(["not" if word in _NOT else word for word in _TOKEN.findall(folded)])
