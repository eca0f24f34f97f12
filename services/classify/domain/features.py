"""What the model knows of a token: names of features, the same in training and in service.

Names are hashed into buckets, so a new one costs nothing; changing one needs a new model (`make model`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from services.classify.domain.tokens import Token

BITS: Final = 18
_MASK: Final = (1 << BITS) - 1
_SHORTEST: Final = 3
_LONGEST: Final = 5
PIECE: Final = 0.5
"""A piece of a word weighs half of a word: there are many, and each says little."""
TURNED_FOR: Final = 3
"""So many tokens after a negation are turned, or up to the next mark."""

_EDGE: Final = 2
_FIRST: Final = crc32(b"first:")
_LAST: Final = crc32(b"last:")

Valence = Callable[[str], float]
"""How glad a word is, about -4 to 4; 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class Features:
    """Buckets of what is said once, and of pieces that weigh half."""

    whole: tuple[int, ...]
    pieces: tuple[int, ...]


def bucket(name: str) -> int:
    """Return the bucket of a feature's name, the same in every process and for ever."""
    return crc32(name.encode("utf-8", "surrogatepass")) & _MASK


def own(token: Token, valence: Valence) -> Features:
    """Return what a token says by itself."""
    names = [f"w:{token.text}"]
    if token.shouted:
        names += ["shouted", f"C:{token.text}"]
    if token.stretched:
        names.append("stretched")
    felt = valence(token.text) if token.word or not token.stops else 0.0
    if felt:
        names += [f"v:{round(felt)}", "v:-" if felt < 0 else "v:+"]
    return Features(tuple(map(bucket, names)), _pieces(token))


def turned(token: Token, valence: Valence) -> tuple[int, ...]:
    """Return what a word says besides when a negation stands before it."""
    if not token.word:
        return ()
    felt = valence(token.text)
    names = [f"n:{token.text}"]
    if felt:
        names.append("vn:-" if felt < 0 else "vn:+")
    return tuple(map(bucket, names))


def pair(before: int, text: bytes) -> int:
    """Return the bucket of two tokens in a row: `beginning` of the one before, and this one's bytes."""
    return crc32(text, before) & _MASK


def beginning(text: str) -> int:
    """Return what `pair` needs of the token before; `^` stands before the first. Hashing goes on where this ends."""
    return crc32(f"b:{text} ".encode("utf-8", "surrogatepass"))


def edges(texts: Sequence[bytes]) -> list[tuple[int, int]]:
    """Return (place, bucket) of what a text begins and ends with: two tokens each ("where is …", "… anybody?")."""
    last = len(texts) - 1
    return [(place, crc32(texts[place], _FIRST) & _MASK) for place in range(min(_EDGE, len(texts)))] + [
        (place, crc32(texts[place], _LAST) & _MASK) for place in range(max(0, last - _EDGE + 1), last + 1)
    ]


def _pieces(token: Token) -> tuple[int, ...]:
    if not token.word or len(token.text) < 2:
        return ()
    whole = f"<{token.text}>"
    lengths = range(_SHORTEST, _LONGEST + 1)
    return tuple(bucket(f"c:{whole[at : at + n]}") for n in lengths for at in range(len(whole) - n + 1))
